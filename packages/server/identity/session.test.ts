import { randomUUID } from 'node:crypto';
import { isHuyingError } from '@huying/kit/error';
import { withoutTenant } from '@huying/server/tenant';
import { testDatabase } from '@huying/testing/database';
import { testIdentity, testPassword } from '@huying/testing/org';
import { describe, expect, it } from 'vitest';
import { disable, enable } from './account.ts';
import { endSession, listSessions, resolveSession, revokeSession, revokeSessions, sweepSessions } from './session.ts';
import { signIn } from './sign-in.ts';

const db = await testDatabase();
const { services, clock, account } = testIdentity(db);
const password = testPassword;
const minute = 60_000;
const refused = (code: string) => expect.toSatisfy((error: unknown) => isHuyingError(error) && error.code === code);

describe('a session', () => {
  it('ends after half an hour without a request, and lives on with one', async () => {
    const { name } = await account();
    const { token } = await signIn(services, { name, password });
    for (let i = 0; i < 3; i++) {
      clock.advance(29 * minute);
      await resolveSession(services, token);
    }
    clock.advance(30 * minute);
    await expect(resolveSession(services, token)).rejects.toThrowError(refused('identity.sessionEnded'));
  });

  it('ends twelve hours after it began, whatever was asked', async () => {
    const { name } = await account();
    const { token } = await signIn(services, { name, password });
    for (let i = 0; i < 36; i++) {
      await resolveSession(services, token);
      clock.advance(20 * minute);
    }
    await expect(resolveSession(services, token)).rejects.toThrowError(refused('identity.sessionEnded'));
  });

  it('is marked as seen at most once a minute', async () => {
    const { name } = await account();
    const { token, session } = await signIn(services, { name, password });
    const seenAt = async () => {
      const { rows } = await db.pool.query<{ at: Date }>('select last_seen_at as at from session where id = $1', [
        session.id,
      ]);
      return rows[0]?.at.getTime();
    };
    const begun = clock.now();
    clock.advance(minute - 1);
    await resolveSession(services, token);
    expect(await seenAt()).toBe(begun);
    clock.advance(1);
    await resolveSession(services, token);
    expect(await seenAt()).toBe(begun + minute);
  });

  it('ends at once when signed out, revoked, all revoked, or the account disabled', async () => {
    const { id, name } = await account();
    const open = async () => signIn(services, { name, password });
    const [a, b, c, d] = [await open(), await open(), await open(), await open()];
    expect(await listSessions(services, id)).toHaveLength(4);
    await endSession(services, a.session);
    expect(await revokeSession(services, id, b.session.id)).toBe(true);
    expect(await revokeSession(services, randomUUID(), c.session.id)).toBe(false);
    await expect(resolveSession(services, a.token)).rejects.toThrowError(refused('identity.sessionEnded'));
    await expect(resolveSession(services, b.token)).rejects.toThrowError(refused('identity.sessionEnded'));
    await resolveSession(services, c.token);
    await withoutTenant(db, (tx) => disable(tx, clock.now(), id));
    await expect(resolveSession(services, c.token)).rejects.toThrowError(refused('identity.sessionEnded'));
    await withoutTenant(db, (tx) => enable(tx, id));
    await withoutTenant(db, (tx) => revokeSessions(tx, id));
    await expect(resolveSession(services, d.token)).rejects.toThrowError(refused('identity.sessionEnded'));
  });

  it.each(['', 'x', "' or true --", '\u0000'.repeat(43), 'A'.repeat(43), 'A'.repeat(1_000_000)])(
    'is not opened by hostile token %#',
    async (token) => {
      await expect(resolveSession(services, token)).rejects.toThrowError(refused('identity.sessionEnded'));
    },
  );

  it('of each of many who ask at the same moment is their own, and one that ended is nobody’s', async () => {
    const names = await Promise.all(Array.from({ length: 6 }, async () => (await account()).name));
    const opened = await Promise.all(names.map((name) => signIn(services, { name, password })));
    const [ended] = opened;
    if (ended === undefined) throw new Error('nobody signed in');
    const asked = Array.from({ length: 200 }, (_, at) => at % 6);
    const askAll = () => Promise.allSettled(asked.map((at) => resolveSession(services, opened[at]?.token ?? '')));
    const before = await askAll();
    expect(before.map((one) => (one.status === 'fulfilled' ? one.value.account.name : one.reason))).toEqual(
      asked.map((at) => names[at]),
    );
    const early = askAll();
    await endSession(services, ended.session);
    await early;
    const after = await askAll();
    expect(after.map(({ status }) => status)).toEqual(asked.map((at) => (at === 0 ? 'rejected' : 'fulfilled')));
  });

  it('is found by the index on its hash alone', async () => {
    const { rows } = await db.pool.query<{ 'QUERY PLAN': string }>(
      `explain select 1 from session s join account a on a.id = s.account where s.hash = any(array['\\x00'::bytea])`,
    );
    expect(rows.map((row) => row['QUERY PLAN']).join('\n')).toMatch(/Index (Only )?Scan using session_pkey/);
  });

  it('long over is swept away, a living one is not', async () => {
    const { id, name } = await account();
    await signIn(services, { name, password });
    clock.advance(31 * minute);
    const { token } = await signIn(services, { name, password });
    await sweepSessions(services);
    const { rows } = await db.pool.query('select 1 from session where account = $1', [id]);
    expect(rows).toHaveLength(1);
    await resolveSession(services, token);
  });
});
