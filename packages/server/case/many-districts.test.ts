import { plansOf, readsOf, testDatabase } from '@huying/testing/database';
import { areaCodes, type CaseDistrict, courseOf, type PersonName, testDistrict } from '@huying/testing/district';
import { beforeAll, describe, expect, it } from 'vitest';
import { inTenant } from '../ledger/index.ts';

const DISTRICTS = 200;
const CASES = 100;

const db = await testDatabase();
let here: CaseDistrict;
let there: CaseDistrict;

/** Two districts at work among many that look the same to the database: a hundred cases each, a tenth of them open. */
beforeAll(async () => {
  here = await testDistrict(db, { tenant: 'd-000' });
  there = await testDistrict(db, { tenant: 'd-001', beside: here });
  const open = await courseOf(here).handling();
  const closed = await courseOf(here).closed();
  const client = await db.pool.connect();
  try {
    await client.query('create temp table house (code text, unit uuid[])');
    await client.query(
      `insert into house
       select 'd-' || lpad(n::text, 3, '0'), case n when 0 then $1::uuid[] when 1 then $2::uuid[]
         else array(select gen_random_uuid() from unnest($1::uuid[]) where n > 1) end
       from generate_series(0, $3::int - 1) n`,
      [Object.values(here.units), Object.values(there.units), DISTRICTS],
    );
    await client.query(
      `insert into tenant select h.code, t.name_zh, t.name_en, t.zone, t.created_at from house h, tenant t where t.code = 'd-000'
       on conflict do nothing`,
    );
    await client.query(
      `insert into case_record (tenant, id, number, type, definition, version, state, result, round, unit, area, title, opened_at,
         closed_at, due_at, stage, data, counts, requests, parts, clocks, involved, promise)
       select h.code, gen_random_uuid(), 'HX-20250101-' || lpad(n::text, 6, '0'), c.type, c.definition, c.version, c.state, c.result,
         c.round, h.unit[1 + n % array_length(h.unit, 1)], ($3::text[])[1 + n % $4], c.title, c.opened_at - n * interval '1 hour',
         c.closed_at, c.due_at + n * interval '1 minute', c.stage, c.data, c.counts, c.requests, c.parts, c.clocks,
         array[h.unit[1 + n % array_length(h.unit, 1)]], c.promise
       from house h, generate_series(1, $5::int) n
       join case_record c on c.id = case when n % 10 = 0 then $1::uuid else $2::uuid end`,
      [open.id, closed.id, Object.values(areaCodes), Object.values(areaCodes).length, CASES],
    );
    await client.query(
      `insert into case_unit (tenant, unit, case_id, opened_at, open_due)
       select tenant, unit, id, opened_at, case when closed_at is null then coalesce(due_at, 'infinity') end
       from case_record where number like 'HX-20250101-%'`,
    );
    await client.query(
      `insert into case_task (tenant, case_id, task, role, unit, due_at)
       select tenant, id, 'state', 'unit-clerk', unit, due_at from case_record where number like 'HX-20250101-%' and closed_at is null`,
    );
    await client.query('drop table house');
    await client.query('analyze');
  } finally {
    client.release();
  }
});

const lists: readonly (readonly [PersonName, Record<string, unknown>])[] = [
  ['dispatcher', { order: 'newest' }],
  ['dispatcher', { worklist: 'open' }],
  ['dispatcher', { worklist: 'late' }],
  ['dispatcher', { filter: "state = 'closed'" }],
  ['eastDispatcher', { order: 'newest' }],
  ['waterClerk', { worklist: 'mine' }],
  ['waterClerk', { worklist: 'open' }],
  ['waterClerk', { order: 'newest' }],
];

describe(`one of ${DISTRICTS} districts in one database`, () => {
  it.each(lists)('%s: a page of %o is read along its own rows, by the plan of every other', async (who, query) => {
    const page = (district: CaseDistrict) => district.run(who, district.operations.list, { ...query, limit: 20 });
    const planned = async (district: CaseDistrict) =>
      (await plansOf(() => page(district))).map((plan) =>
        plan.replaceAll(district.tenant, 'TENANT').replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'ID'),
      );
    const plans = await planned(here);
    for (const plan of plans) expect(plan).not.toMatch(/Seq Scan on case_(record|task|unit)/);
    expect(await planned(there)).toEqual(plans);
    for (const rows of await readsOf(() => page(here))) expect(rows).toBeLessThanOrEqual(CASES + 50);
  });

  it('counts its menu along its own rows', async () => {
    const menu = (district: CaseDistrict) => district.run('dispatcher', district.operations.worklists, {});
    for (const plan of await plansOf(() => menu(here))) expect(plan).not.toMatch(/Seq Scan on case_/);
    const counted = await menu(here);
    expect(counted.find(({ id }) => id === 'all')?.count).toBe(CASES + 2);
    expect(counted.find(({ id }) => id === 'open')?.count).toBe(CASES / 10 + 1);
  });
});

describe('two districts at work at the same moment', () => {
  it('never wait for one another, and hold no lock that the other could want', async () => {
    const [mine, theirs] = [await courseOf(here).filed(), await courseOf(there).filed()];
    /** Dispatches in a transaction that stays open while `meanwhile` runs. */
    const dispatching = (district: CaseDistrict, id: string, meanwhile: () => Promise<void>) =>
      inTenant(district.services, district.as('dispatcher'), async (ctx) => {
        const asked = { unit: district.units.water, dispatchReason: '职责' };
        await district.operations.act.run(ctx, { id, action: 'dispatch', asked });
        // Asked for before the others begin: what the step wrote goes ahead of it, and is locked meanwhile.
        const backend = await ctx.tx.one<{ pid: number }>('select pg_backend_pid() as pid');
        await meanwhile();
        return backend?.pid ?? 0;
      });
    const locks = async () =>
      (
        await db.pool.query<{
          pid: number;
          kind: string;
          mode: string;
          granted: boolean;
          key: string;
          name: string | null;
        }>(
          `select pid, locktype as kind, mode, granted, format('%s %s', classid, objid) as key, relation::regclass::text as name
           from pg_locks where pid <> pg_backend_pid() and database = (select oid from pg_database where datname = current_database())`,
        )
      ).rows;
    let held: Awaited<ReturnType<typeof locks>> = [];
    await dispatching(here, mine.id, async () => {
      await dispatching(there, theirs.id, async () => {
        // Both are in the midst of it: everything else of a district's day still goes on beside them.
        const ticket = await courseOf(there).handling();
        await there.act('waterClerk', ticket, 'handled', { handled: '已更换' });
        await here.open();
        await there.run('dispatcher', there.operations.list, { worklist: 'open' });
        held = await locks();
      });
    });
    expect(held.length).toBeGreaterThan(10);
    expect(held.filter(({ granted }) => !granted)).toEqual([]);
    const ofTables = held.filter(({ kind }) => kind === 'relation').map(({ mode }) => mode);
    expect([...new Set(ofTables)].sort()).toEqual(['AccessShareLock', 'RowExclusiveLock', 'RowShareLock']);
    const advisory = held.filter(({ kind, mode }) => kind === 'advisory' && mode === 'ExclusiveLock');
    expect(new Set(advisory.map(({ key }) => key)).size).toBe(advisory.length);
  });
});
