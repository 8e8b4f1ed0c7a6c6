import { isHuyingError } from '@huying/kit/error';
import { testDatabase } from '@huying/testing/database';
import { testIdentity, testPassword } from '@huying/testing/org';
import { describe, expect, it } from 'vitest';
import { codeAt } from './one-time-code.ts';
import { confirmCode, enrolCode } from './second-factor.ts';
import { actorOf } from './session.ts';
import { signIn } from './sign-in.ts';

const db = await testDatabase();
const { services, clock, account, refusal } = testIdentity(db);
const { identity: settings } = services;
const password = testPassword;
const refused = (code: string) => expect.toSatisfy((error: unknown) => isHuyingError(error) && error.code === code);

describe('one-time codes', () => {
  /** An account that has set up codes, and its secret. */
  async function enrolled(): Promise<{ name: string; id: string; secret: Uint8Array }> {
    const { id, name } = await account();
    const { session } = await signIn(services, { name, password });
    const { address } = await enrolCode(services, session, '清江区');
    const secret = base32(new URL(address).searchParams.get('secret') ?? '');
    await confirmCode(services, session, codeAt(secret, clock.now()));
    clock.advance(30_000);
    return { id, name, secret };
  }

  it('are asked for after a right password only, and asking costs no try', async () => {
    const { name, secret } = await enrolled();
    expect(await refusal(name, 'no')).toMatchObject({ code: 'identity.signInRefused' });
    for (let i = 0; i < 2 * settings.maxFailures; i++)
      expect(await refusal(name, password)).toMatchObject({ code: 'identity.codeRequired' });
    const { session } = await signIn(services, { name, password, code: codeAt(secret, clock.now()) });
    expect(session.account.totp).toBe(true);
  });

  it('are good once: the same code, and any before it, is refused', async () => {
    const { name, secret } = await enrolled();
    const code = codeAt(secret, clock.now());
    await signIn(services, { name, password, code });
    await expect(signIn(services, { name, password, code })).rejects.toThrowError(refused('identity.codeRefused'));
    const before = codeAt(secret, clock.now() - 30_000);
    await expect(signIn(services, { name, password, code: before })).rejects.toThrowError(
      refused('identity.codeRefused'),
    );
  });

  it('one code used by ten at once lets one in', async () => {
    const { name, secret } = await enrolled();
    const code = codeAt(secret, clock.now());
    const generous = { ...services, identity: { ...settings, maxFailures: 50 } };
    const outcomes = await Promise.allSettled(
      Array.from({ length: 10 }, () => signIn(generous, { name, password, code })),
    );
    expect(outcomes.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
  });

  it('wrong ones lock the account', async () => {
    const { name, secret } = await enrolled();
    const right = codeAt(secret, clock.now());
    const wrong = right === '000000' ? '000001' : '000000';
    for (let i = 0; i < settings.maxFailures; i++) {
      await expect(signIn(services, { name, password, code: wrong })).rejects.toThrowError(
        refused('identity.codeRefused'),
      );
    }
    await expect(signIn(services, { name, password, code: right })).rejects.toThrowError(
      refused('identity.signInRefused'),
    );
  });

  it('once set up cannot be set up over by whoever holds the session', async () => {
    const { name, secret } = await enrolled();
    const { session } = await signIn(services, { name, password, code: codeAt(secret, clock.now()) });
    await expect(enrolCode(services, session, '清江区')).rejects.toThrowError(refused('identity.codeNotEnrolled'));
    await expect(confirmCode(services, session, '000000')).rejects.toThrowError(refused('identity.codeNotEnrolled'));
  });

  it('required of an account, open nothing until they are set up', async () => {
    const { id, name } = await account();
    await db.pool.query('update account set totp_required = true where id = $1', [id]);
    const { session } = await signIn(services, { name, password });
    expect(() => actorOf(session)).toThrowError(refused('identity.mustEnrolCode'));
    const { address } = await enrolCode(services, session, '清江区');
    const secret = base32(new URL(address).searchParams.get('secret') ?? '');
    expect(actorOf(await confirmCode(services, session, codeAt(secret, clock.now()))).actor.account).toBe(id);
  });

  it('are sealed in the database, for their account only', async () => {
    const one = await enrolled();
    const two = await enrolled();
    const { rows } = await db.pool.query<{ sealed: Buffer }>(
      'select totp_secret as sealed from account where id = $1',
      [one.id],
    );
    expect(rows[0]?.sealed.includes(Buffer.from(one.secret))).toBe(false);
    await db.pool.query('update account set totp_secret = $2 where id = $1', [two.id, rows[0]?.sealed]);
    const moved = signIn(services, { name: two.name, password, code: codeAt(one.secret, clock.now()) });
    await expect(moved).rejects.toThrowError(refused('identity.sealBroken'));
  });
});

/** RFC 4648 base32 without padding. */
function base32(text: string): Uint8Array {
  const bits = [...text]
    .map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'))
    .join('');
  return Uint8Array.from(bits.match(/.{8}/g) ?? [], (byte) => Number.parseInt(byte, 2));
}
