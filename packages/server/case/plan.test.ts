import { plansOf, readsOf, testDatabase } from '@huying/testing/database';
import {
  areaCodes,
  type CaseDistrict,
  courseOf,
  type PersonName,
  testDistrict,
  type UnitCode,
} from '@huying/testing/district';
import { beforeAll, describe, expect, it } from 'vitest';

const db = await testDatabase();
let district: CaseDistrict;

/** Twenty thousand cases like the few that people opened: a tenth open, of all kinds, over two years and every unit. */
beforeAll(async () => {
  district = await testDistrict(db);
  const course = courseOf(district);
  const patterns = [await course.handling(), await course.closed(), await course.filed(), await course.done()];
  const shares = [4, 92, 2, 2];
  const client = await db.pool.connect();
  try {
    for (const [index, { id }] of patterns.entries()) {
      const count = 200 * (shares[index] ?? 0);
      await client.query(
        `insert into case_record (tenant, id, number, type, definition, version, state, result, round, unit, handler, area, title,
           opened_at, closed_at, due_at, stage, data, counts, requests, parts, clocks, involved, satisfied, urgency, promise)
         select tenant, gen_random_uuid(), number || '-' || n, type, definition, version, state, result, round,
           ($3::uuid[])[1 + n % $4], handler, ($5::text[])[1 + n % $6], title, opened_at - n * interval '1 hour',
           closed_at - n * interval '1 hour', due_at + n * interval '1 minute', stage, data, counts, requests, parts, clocks,
           array[($3::uuid[])[1 + n % $4]], case when n % 20 = 0 then 'dissatisfied' else satisfied end,
           case when n % 50 = 0 then 'danger' else 'ordinary' end, promise
         from case_record, generate_series(1, $2::int) n where id = $1`,
        [
          id,
          count,
          Object.values(district.units),
          Object.values(district.units).length,
          Object.values(areaCodes),
          Object.values(areaCodes).length,
        ],
      );
      await client.query(
        `insert into case_task (tenant, case_id, task, role, unit, outside, post, area, due_at)
         select t.tenant, c.id, t.task, t.role, case when t.unit is null then null else c.unit end, t.outside, t.post, c.area,
           t.due_at + (random() * 1000000) * interval '1 second'
         from case_task t join case_record o on o.id = t.case_id
         join case_record c on c.number like o.number || '-%' where t.case_id = $1`,
        [id],
      );
    }
    await client.query(
      `insert into case_unit (tenant, unit, case_id, opened_at, open_due)
       select tenant, unit, id, opened_at, case when closed_at is null then coalesce(due_at, 'infinity') end
       from case_record where number like '%-%-%-%' and unit is not null on conflict do nothing`,
    );
    await client.query('analyze');
  } finally {
    client.release();
  }
});

// In the middle of what is open: half of it is due before, half after.
const [LATE, LATER] = ['2026-07-08T14:00:00Z', '2026-07-08T18:00:00Z'].map((moment) => `TIMESTAMP('${moment}')`);
const STEP = "TIMESTAMP('2026-07-11T10:00:00Z')";
const OPEN = 'closedAt IS NULL';
const HOURS = "openedAt >= TIMESTAMP('2025-06-01T00:00:00Z') AND openedAt < TIMESTAMP('2025-06-08T00:00:00Z')";

describe('over twenty thousand cases, under row-level security', () => {
  it('holds that many', async () => {
    const row = await district.inside(({ tx, tenant }) =>
      tx.one<{ count: number }>('select count(*) as count from case_record where tenant = $1', [tenant]),
    );
    expect(row?.count).toBeGreaterThan(20_000);
  });

  type Asked = Record<string, unknown> & { readonly unit?: UnitCode; readonly filter?: string };
  const lists: readonly (readonly [PersonName, Asked])[] = [
    ['dispatcher', { worklist: 'mine' }],
    ['dispatcher', { order: 'newest' }],
    ['dispatcher', { worklist: 'open' }],
    ['dispatcher', { worklist: 'late' }],
    ['dispatcher', { worklist: 'urgent' }],
    ['dispatcher', { worklist: 'held' }],
    ['shiftLeader', { worklist: 'dissatisfied' }],
    ['eastDispatcher', { worklist: 'mine' }],
    ['eastDispatcher', { order: 'newest' }],
    ['eastDispatcher', { worklist: 'open' }],
    ['verifier', { worklist: 'mine' }],
    ['waterClerk', { worklist: 'mine' }],
    ['waterClerk', { worklist: 'assigned' }],
    ['waterClerk', { order: 'newest' }],
    ['waterClerk', { worklist: 'open' }],
    ['dispatcher', { filter: "state = 'filed'" }],
    ['dispatcher', { q: 'HX-20260701-000001' }],
    ['dispatcher', { worklist: 'open', filter: `${OPEN} AND due >= ${LATE} AND due < ${LATER}` }],
    ['dispatcher', { worklist: 'open', filter: `${OPEN} AND stepDue < ${STEP}` }],
    ['dispatcher', { worklist: 'open', filter: "type = 'ticket'", unit: 'water' }],
    ['dispatcher', { worklist: 'open', filter: `${OPEN} AND due >= ${LATE} AND due < ${LATER}`, unit: 'water' }],
    ['dispatcher', { worklist: 'open', filter: `${OPEN} AND stepDue < ${STEP}`, unit: 'water' }],
    ['dispatcher', { worklist: 'open', filter: "type = 'ticket'", unit: 'pipes' }],
    ['dispatcher', { worklist: 'all', unit: 'water' }],
    ['dispatcher', { worklist: 'all', filter: HOURS }],
    ['dispatcher', { worklist: 'all', filter: HOURS, unit: 'water' }],
    ['waterClerk', { worklist: 'open', filter: `${OPEN} AND due >= ${LATE} AND due < ${LATER}`, unit: 'water' }],
    ['waterClerk', { worklist: 'open', filter: `${OPEN} AND stepDue < ${STEP}`, unit: 'pipes' }],
    ['waterClerk', { worklist: 'all', filter: HOURS, unit: 'water' }],
    ['eastDispatcher', { worklist: 'open', filter: "type = 'ticket'", unit: 'east' }],
  ];

  const pageOf = (who: PersonName, { unit, ...query }: Asked, cursor?: string | null) =>
    district.run(who, district.operations.list, {
      ...query,
      limit: 20,
      ...(unit === undefined ? {} : { under: district.units[unit] }),
      ...(cursor ? { cursor } : {}),
    });

  it.each(lists)('%s: a page of %o reads no table from end to end', async (who, query) => {
    const first = await plansOf(async () => {
      const { next } = await pageOf(who, query);
      if (next !== null) await pageOf(who, query, next);
    });
    for (const plan of first) expect(plan).not.toMatch(/Seq Scan on case_(record|task|unit)/);
  });

  it.each(lists)('%s: a page of %o looks at little that it does not show', async (who, query) => {
    const first = await pageOf(who, query);
    // What is to be done is read whole, to show each case once under its earliest step: a desk's work, whatever the district has.
    // Of a unit with what is below it a page of each is read; of steps that are late the step of each case.
    const pages = query.unit === 'water' ? 3 : 1;
    const most = query.worklist === 'mine' ? 500 : pages * (query.filter?.includes('stepDue') ? 200 : 130);
    for (const cursor of first.next === null ? [null] : [null, first.next]) {
      for (const rows of await readsOf(() => pageOf(who, query, cursor))) expect(rows).toBeLessThanOrEqual(most);
    }
  });

  it.each<PersonName>(['dispatcher', 'eastDispatcher', 'waterClerk', 'verifier', 'shiftLeader'])(
    '%s: the counts of the menu do not either, and end at a thousand',
    async (who) => {
      let counted: { id: string; count: number; capped: boolean }[] = [];
      const plans = await plansOf(async () => {
        counted = await district.run(who, district.operations.worklists, {});
      });
      for (const plan of plans) expect(plan).not.toMatch(/Seq Scan on case_(record|task|unit)/);
      const all = counted.find(({ id }) => id === 'all');
      expect(all).toMatchObject({ count: 1000, capped: true });
    },
  );
});
