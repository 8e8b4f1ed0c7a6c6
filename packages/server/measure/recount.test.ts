import { testDatabase } from '@huying/testing/database';
import { type CaseDistrict, courseOf, testDistrict } from '@huying/testing/district';
import { beforeEach, describe, expect, it } from 'vitest';
import { timeline } from '../ledger/index.ts';
import { fold, measureOperations, recount } from './index.ts';
import { bookSubject } from './publishing.ts';

const db = await testDatabase();
let district: CaseDistrict;
let count = 0;

beforeEach(async () => {
  count += 1;
  district = await testDistrict(db, { tenant: `r${count}` });
  await courseOf(district).closed();
  await courseOf(district).handling();
});

const received = async () => {
  const [row] = await district.run('supervisor', measureOperations(district.services).values, {
    measures: ['hotline.received'],
    grain: 'all',
    from: '2026-07-01',
    to: '2026-07-31',
  });
  return row;
};

/** Makes every number of the district one too many, behind the program's back. */
const tamper = () =>
  district.inside(({ tx, tenant }) => tx.run('update measure_cell set n = n + 1 where tenant = $1', [tenant]));

const ledger = () =>
  district.inside(async (ctx) =>
    (await timeline(ctx, bookSubject(ctx.tenant), { for: 'internal' })).map(({ what }) => what),
  );

describe('a recount', () => {
  it('finds nothing to say where the numbers are right, folded or not', async () => {
    const before = await recount(district.services, district.tenant, { facts: true });
    expect([before.differences, before.strays]).toEqual([[], []]);
    expect(before.facts).toBe(4);
    await district.inside((ctx) => fold(ctx));
    const after = await recount(district.services, district.tenant);
    expect([after.differences, after.cells]).toEqual([[], before.cells]);
    expect((await received())?.alarm).toBeNull();
  });

  it('that finds another number raises an alarm: in the ledger, and beside the number with both', async () => {
    await district.inside((ctx) => fold(ctx));
    await tamper();
    const { differences } = await recount(district.services, district.tenant);
    expect(differences).toContainEqual({
      measure: 'hotline.received',
      grain: 'all',
      day: '2026-07-01',
      month: true,
      value: '',
      kept: { n: 3, d: 0, x: 0 },
      counted: { n: 2, d: 0, x: 0 },
    });
    expect(await received()).toMatchObject({ n: 3, rate: 3, alarm: { n: 2, rate: 2 } });
    expect(await ledger()).toEqual(['mismatch']);
  });

  it('puts right what differs where that is wanted, and ends the alarm', async () => {
    await district.inside((ctx) => fold(ctx));
    await tamper();
    await recount(district.services, district.tenant);
    const { repaired } = await recount(district.services, district.tenant, { repair: true });
    expect(repaired).toBe(true);
    expect(await received()).toMatchObject({ n: 2, alarm: null });
    expect((await recount(district.services, district.tenant)).differences).toEqual([]);
    expect(await ledger()).toEqual(['mismatch', 'repair']);
  });

  it('puts right changes that were lost, by day and by month', async () => {
    await district.inside(({ tx, tenant }) => tx.run('delete from measure_delta where tenant = $1', [tenant]));
    expect(await received()).toMatchObject({ n: 0 });
    await recount(district.services, district.tenant, { repair: true });
    expect(await received()).toMatchObject({ n: 2 });
    await district.inside((ctx) => fold(ctx));
    expect((await recount(district.services, district.tenant)).differences).toEqual([]);
  });

  it('of the facts themselves finds one that is not what the ledger tells, and makes it anew', async () => {
    await district.inside(({ tx, tenant }) =>
      tx.run(`update fact set fields = fields || '{"dispatches": 7}' where tenant = $1 and no = 0`, [tenant]),
    );
    const found = await recount(district.services, district.tenant, { facts: true });
    expect(found.strays).toHaveLength(2);
    await recount(district.services, district.tenant, { facts: true, repair: true });
    const after = await recount(district.services, district.tenant, { facts: true });
    expect([after.strays, after.differences]).toEqual([[], []]);
    expect(await ledger()).toContain('strayFacts');
  });
});
