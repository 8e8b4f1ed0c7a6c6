import { testDatabase } from '@huying/testing/database';
import { beforeAll, describe, expect, it } from 'vitest';
import { createTenant, listTenants, readingTenant, withoutTenant, withTenant } from './index.ts';

const db = await testDatabase();
const now = Date.UTC(2026, 6, 1);
const subject = '0198c000-0000-7000-8000-000000000001';

const insertHead = `insert into chain_head (tenant, subject, seq, prev, hash) values ($1, $2, 1, sha256(''), sha256(''))`;

beforeAll(async () => {
  await createTenant(
    db,
    { code: '440199', name: { zh: '清江区', en: 'Qingjiang District' }, zone: 'Asia/Shanghai' },
    now,
  );
  await createTenant(db, { code: 'boston', name: { zh: '波士顿', en: 'Boston' }, zone: 'America/New_York' }, now);
  await withTenant(db, '440199', (tx) => tx.run(insertHead, ['440199', subject]));
});

describe('a transaction of one district', () => {
  it('sees its own rows', async () => {
    expect(await withTenant(db, '440199', (tx) => tx.rows('select subject from chain_head'))).toEqual([{ subject }]);
  });

  it("does not see another district's rows, not even by key", async () => {
    const seen = await withTenant(db, 'boston', (tx) =>
      tx.rows('select * from chain_head where tenant = $1', ['440199']),
    );
    expect(seen).toEqual([]);
  });

  it("neither changes nor adds another district's rows", async () => {
    const changed = await withTenant(db, 'boston', (tx) => tx.run('update chain_head set seq = 9'));
    expect(changed).toBe(0);
    const added = withTenant(db, 'boston', (tx) =>
      tx.run(insertHead, ['440199', '0198c000-0000-7000-8000-000000000002']),
    );
    await expect(added).rejects.toThrow(/row-level security/);
  });

  it('runs as huying_app, which owns nothing and may not delete from the ledger', async () => {
    const role = await withTenant(db, '440199', (tx) => tx.one('select current_user as role'));
    expect(role).toEqual({ role: 'huying_app' });
    for (const sql of ['delete from ledger', 'update ledger set seq = 2', 'truncate ledger', 'drop table ledger']) {
      await expect(withTenant(db, '440199', (tx) => tx.run(sql))).rejects.toThrow(/permission denied|must be owner/);
    }
  });

  it('leaves no district behind on the connection it used', async () => {
    await withTenant(db, '440199', (tx) => tx.one('select 1'));
    expect(await withoutTenant(db, (tx) => tx.rows('select * from chain_head'))).toEqual([]);
    const { rows } = await db.pool.query<{ tenant: string | null }>(
      `select current_setting('huying.tenant', true) as tenant`,
    );
    expect(rows[0]?.tenant ?? '').toBe('');
  });

  it('is undone as a whole when it throws', async () => {
    const failing = withTenant(db, '440199', async (tx) => {
      await tx.run(insertHead, ['440199', '0198c000-0000-7000-8000-000000000003']);
      throw new Error('on purpose');
    });
    await expect(failing).rejects.toThrow('on purpose');
    expect(await withTenant(db, '440199', (tx) => tx.rows('select 1 from chain_head'))).toHaveLength(1);
  });

  it('does not pass for done when an error of a statement was swallowed', async () => {
    const failing = withTenant(db, '440199', async (tx) => {
      await tx.run('select 1 / 0').catch(() => undefined);
    });
    await expect(failing).rejects.toThrow(/nothing was changed/);
  });

  it.each(["x'; drop table tenant; --", '', 'a', '区', 'a'.repeat(17)])('refuses %j as a district', async (code) => {
    await expect(withTenant(db, code, async () => 1)).rejects.toMatchObject({ code: 'database.tenant' });
  });

  it('keeps its picture while others write, when it only reads', async () => {
    const seen = await readingTenant(db, '440199', async (tx) => {
      const before = await tx.rows('select seq from chain_head');
      await withTenant(db, '440199', (other) => other.run('update chain_head set seq = seq + 1'));
      const after = await tx.rows('select seq from chain_head');
      return { before, after };
    });
    expect(seen.after).toEqual(seen.before);
  });
});

describe('districts', () => {
  it('are listed by code', async () => {
    expect(await listTenants(db)).toEqual([
      { code: '440199', name: { zh: '清江区', en: 'Qingjiang District' }, zone: 'Asia/Shanghai' },
      { code: 'boston', name: { zh: '波士顿', en: 'Boston' }, zone: 'America/New_York' },
    ]);
  });

  it('are registered once, in a zone that exists', async () => {
    const again = createTenant(db, { code: 'boston', name: { zh: '', en: '' }, zone: 'America/New_York' }, now);
    await expect(again).rejects.toMatchObject({ code: 'database.tenantExists' });
    const nowhere = createTenant(db, { code: 'mars', name: { zh: '', en: '' }, zone: 'Mars/Olympus' }, now);
    await expect(nowhere).rejects.toMatchObject({ code: 'database.zone' });
  });
});
