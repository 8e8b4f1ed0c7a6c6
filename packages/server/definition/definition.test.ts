import { isHuyingError } from '@huying/kit/error';
import { withoutTenant, withTenant } from '@huying/server/tenant';
import { testDatabase } from '@huying/testing/database';
import { describe, expect, it } from 'vitest';
import { getDefinition, storeDefinition } from './definition.ts';
import { checkNamedFunctions } from './named-function.ts';
import { definitionHashes } from './store.ts';

const db = await testDatabase();
const now = Date.parse('2026-07-01T00:00:00Z');
const refused = (code: string) => expect.toSatisfy((error: unknown) => isHuyingError(error) && error.code === code);

describe('definitions', () => {
  it('the same content has one hash, whoever stores it', async () => {
    const content = { id: 'ticket', states: ['a', 'b'] };
    const one = await withTenant(db, '440199', (tx) => storeDefinition(tx, now, 'case', 'ticket', content));
    const two = await withTenant(db, '440198', (tx) => storeDefinition(tx, now + 1, 'case', 'ticket', { ...content }));
    expect(two).toBe(one);
    expect(await withoutTenant(db, (tx) => definitionHashes(tx, 'case', 'ticket'))).toEqual([
      { hash: one, firstSeenAt: now },
    ]);
  });

  it('keep the order in which forms ask and pages show, which is part of what they say', async () => {
    const asked = { id: 'order', ask: { unit: 1, reason: 2 } };
    const hash = await withoutTenant(db, (tx) => storeDefinition(tx, now, 'case', 'order', asked));
    const read = await withoutTenant(db, (tx) => getDefinition(tx, hash));
    expect(Object.keys((read.json as typeof asked).ask)).toEqual(['unit', 'reason']);
    const other = { id: 'order', ask: { reason: 2, unit: 1 } };
    expect(await withoutTenant(db, (tx) => storeDefinition(tx, now, 'case', 'order', other))).not.toBe(hash);
  });

  it('old forms stay readable after a new one, newest first in the list', async () => {
    const hashes = await withoutTenant(db, async (tx) => [
      await storeDefinition(tx, now, 'case', 'event', { id: 'event', limit: 1 }),
      await storeDefinition(tx, now + 1, 'case', 'event', { id: 'event', limit: 2 }),
    ]);
    await withoutTenant(db, async (tx) => {
      expect((await getDefinition(tx, hashes[0] ?? '')).json).toEqual({ id: 'event', limit: 1 });
      expect((await definitionHashes(tx, 'case', 'event')).map((one) => one.hash)).toEqual(hashes.toReversed());
    });
  });

  it('hold nothing that JSON would lose: a function is refused, with its place', async () => {
    const stored = withoutTenant(db, (tx) => storeDefinition(tx, now, 'case', 'odd', { rules: { after: () => true } }));
    await expect(stored).rejects.toThrowError(/rules\/after/);
    await expect(stored).rejects.toThrowError(refused('definition.notJson'));
  });

  it('are frozen, for everyone in the process shares them', async () => {
    const json = await withoutTenant(db, async (tx) => {
      const hash = await storeDefinition(tx, now, 'case', 'frozen', { states: [{ name: 'a' }] });
      return (await getDefinition(tx, hash)).json as { states: { name: string }[] };
    });
    expect(() => json.states.push({ name: 'b' })).toThrow(TypeError);
  });

  it('altered in the database are noticed and not used', async () => {
    const hash = await withoutTenant(db, (tx) => storeDefinition(tx, now, 'case', 'altered', { by: 'verifier' }));
    await db.pool.query(`update definition set json = '{"by":"handler"}' where hash = $1`, [hash]);
    await expect(withoutTenant(db, (tx) => getDefinition(tx, hash))).rejects.toThrowError(
      refused('definition.damaged'),
    );
  });

  it.each(['', 'f'.repeat(64), "' or true --", '../x', '😀'.repeat(1000)])(
    'unknown hash %j is refused',
    async (hash) => {
      await expect(withoutTenant(db, (tx) => getDefinition(tx, hash))).rejects.toThrowError(
        refused('definition.unknown'),
      );
    },
  );
});

describe('named functions', () => {
  const services = { db, now: () => now };

  it('may be laid out anew but not changed under the same version', async () => {
    await checkNamedFunctions(services, [
      { name: 'afterVerification', version: 1, body: '(c) => { return c.passed ? 1 : 2 }' },
    ]);
    await checkNamedFunctions(services, [
      { name: 'afterVerification', version: 1, body: '(c) =>  {\n  return c.passed ? 1 : 2\n}' },
    ]);
    const changed = [{ name: 'afterVerification', version: 1, body: '(c) => { return c.passed ? 2 : 1 }' }];
    await expect(checkNamedFunctions(services, changed)).rejects.toThrowError(refused('definition.functionChanged'));
    await checkNamedFunctions(services, [
      { name: 'afterVerification', version: 2, body: '(c) => { return c.passed ? 2 : 1 }' },
    ]);
  });

  it('are refused at once when one stands twice', async () => {
    const one = { name: 'twice', version: 1, body: '() => 1' };
    await expect(checkNamedFunctions(services, [one, one])).rejects.toThrowError(refused('definition.functionTwice'));
  });

  it('joined words are not the same as parted ones', async () => {
    await checkNamedFunctions(services, [{ name: 'spaces', version: 1, body: '() => { return void x }' }]);
    const joined = [{ name: 'spaces', version: 1, body: '() => { return voidx }' }];
    await expect(checkNamedFunctions(services, joined)).rejects.toThrowError(refused('definition.functionChanged'));
  });
});
