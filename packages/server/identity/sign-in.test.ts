import { isHuyingError } from '@huying/kit/error';
import { withoutTenant } from '@huying/server/tenant';
import { testDatabase } from '@huying/testing/database';
import { testIdentity, testPassword } from '@huying/testing/org';
import { describe, expect, it } from 'vitest';
import { disable } from './account.ts';
import { resolveSession } from './session.ts';
import { signIn } from './sign-in.ts';

const db = await testDatabase();
const { services, clock, account, refusal } = testIdentity(db);
const { identity: settings } = services;
const password = testPassword;
const minute = 60_000;
const refused = (code: string) => expect.toSatisfy((error: unknown) => isHuyingError(error) && error.code === code);

describe('signing in', () => {
  it('opens a session in the only district, by a name in capitals too', async () => {
    const { id, name } = await account();
    const { token, session } = await signIn(services, { name: name.toUpperCase(), password, address: '10.0.0.7' });
    expect(session).toMatchObject({ account: { id, mustChangePassword: false }, district: '440199', post: null });
    expect((await resolveSession(services, token)).id).toBe(session.id);
  });

  it('keeps neither token nor password in the database', async () => {
    const { name } = await account();
    const { token } = await signIn(services, { name, password });
    const { rows } = await db.pool.query<{ text: string }>(
      `select (select string_agg(s::text, '') from session s) || (select string_agg(a::text, '') from account a) || (select string_agg(e::text, '') from identity_event e) as text`,
    );
    expect(rows[0]?.text).not.toContain(token);
    expect(rows[0]?.text).not.toContain(Buffer.from(token, 'base64url').toString('hex'));
    expect(rows[0]?.text).not.toContain(password);
  });

  it('an unknown name, a wrong password, a locked, a disabled and an expired account are told the same', async () => {
    const wrong = await account();
    const locked = await account();
    const disabled = await account();
    const expired = await account();
    await withoutTenant(db, async (tx) => {
      await disable(tx, clock.now(), disabled.id);
      await tx.run('update account set expires_at = $2 where id = $1', [expired.id, new Date(clock.now())]);
    });
    for (let i = 0; i < settings.maxFailures; i++) await refusal(locked.name, 'no');
    const told = [
      await refusal('nobody.here', password),
      await refusal(wrong.name, 'no'),
      await refusal(locked.name, password),
      await refusal(disabled.name, password),
      await refusal(expired.name, password),
    ];
    expect(new Set(told.map((one) => JSON.stringify(one))).size).toBe(1);
    expect(told[0]).toMatchObject({ code: 'identity.signInRefused' });
  });

  it('a locked account opens again after a quarter of an hour, not a millisecond before', async () => {
    const { name } = await account();
    for (let i = 0; i < settings.maxFailures; i++) await refusal(name, 'no');
    clock.advance(15 * minute - 1);
    expect(await refusal(name, password)).toMatchObject({ code: 'identity.signInRefused' });
    clock.advance(1);
    expect(await refusal(name, password)).toBe('signed in');
  });

  it('four wrong tries and a right one begin the count anew', async () => {
    const { name } = await account();
    for (let round = 0; round < 2; round++) {
      for (let i = 0; i < settings.maxFailures - 1; i++) await refusal(name, 'no');
      expect(await refusal(name, password)).toBe('signed in');
    }
  });

  it('of thirty guesses at once no more are judged than one after another', async () => {
    const { name } = await account();
    const guesses = Array.from({ length: 30 }, (_, i) => refusal(name, i === 29 ? password : `guess ${i}`));
    await Promise.all(guesses);
    const { rows } = await db.pool.query<{ tries: number }>(
      `select count(*)::int as tries from identity_event e join account a on a.id = e.account where a.name = $1 and e.result = 'tried'`,
      [name],
    );
    // The right one may be among the first five: then the count begins anew once.
    expect(rows[0]?.tries).toBeLessThanOrEqual(2 * settings.maxFailures);
  });

  it.each(["' or 1=1 --", '', '\u0000', '😀'.repeat(250_000), '<script>'])(
    'hostile name and password are refused: %#',
    async (text) => {
      expect(await refusal(text, text)).toMatchObject({ code: 'identity.signInRefused' });
    },
  );

  it('into a district that did not admit the account is refused; with several, none is chosen', async () => {
    const { name } = await account(['440199', '440198']);
    await expect(signIn(services, { name, password, district: '440197' })).rejects.toThrowError(
      refused('identity.noDistrict'),
    );
    expect((await signIn(services, { name, password })).session.district).toBeNull();
    const { session } = await signIn(services, { name, password, district: '440198' });
    expect(session.district).toBe('440198');
  });
});
