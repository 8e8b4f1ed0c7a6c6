import { testDatabase } from '@huying/testing/database';
import { type CaseDistrict, courseOf, testDistrict } from '@huying/testing/district';
import { beforeEach, describe, expect, it } from 'vitest';
import { timeline } from '../ledger/index.ts';
import { fold, measureOperations, publishPeriods } from './index.ts';
import { bookSubject } from './publishing.ts';

const db = await testDatabase();
let district: CaseDistrict;
let count = 0;

beforeEach(async () => {
  count += 1;
  district = await testDistrict(db, { tenant: `p${count}` });
});

const july = { from: '2026-07-01', to: '2026-07-31' };
const read = async (measure: string, days = july) => {
  const [row] = await district.run('supervisor', measureOperations(district.services).values, {
    measures: [measure],
    grain: 'all',
    ...days,
  });
  return row;
};

describe('a period that is over', () => {
  it('is published once, with its hashes in the ledger, and read beside the number of today', async () => {
    await courseOf(district).closed();
    district.at('2026-08-03 06:00');
    expect(await publishPeriods(district.services, district.tenant)).toBe(2);
    expect(await publishPeriods(district.services, district.tenant)).toBe(0);
    expect(await read('hotline.closed')).toMatchObject({ n: 1, published: { n: 1, same: true, changes: 0 } });
    const entries = await district.inside((ctx) => timeline(ctx, bookSubject(ctx.tenant), { for: 'internal' }));
    expect(entries.map(({ what, body }) => [what, (body as { period: string }).period])).toEqual([
      ['publish', 'day'],
      ['publish', 'month'],
    ]);
    expect(await read('hotline.closed', { from: '2026-07-01', to: '2026-07-30' })).toMatchObject({ published: null });
  });

  it('corrected afterwards shows both numbers, and how many facts changed', async () => {
    const ticket = await courseOf(district).closed();
    await courseOf(district).handling();
    await district.inside((ctx) => fold(ctx));
    district.at('2026-08-03 06:00');
    await publishPeriods(district.services, district.tenant);
    expect(await read('hotline.onTimeApproved')).toMatchObject({ n: 1, d: 2, rate: 50, published: { same: true } });
    // Within fifteen working days of its closing a ticket is reopened: last month's closing no longer stands.
    district.clock.set('2026-07-15T09:00:00+08:00');
    await district.act('operator', ticket, 'reopen', { cause: '又坏了' });
    district.at('2026-08-04 06:00');
    expect(await read('hotline.closed')).toMatchObject({ n: 0, published: { n: 1, rate: 1, same: false, changes: 1 } });
    await publishPeriods(district.services, district.tenant);
    expect(await read('hotline.closed')).toMatchObject({ n: 0, published: { n: 1, same: false } });
  });

  it('stays as it was published: the program itself cannot change it', async () => {
    await courseOf(district).closed();
    district.at('2026-08-03 06:00');
    await publishPeriods(district.services, district.tenant);
    for (const sql of [`update measure_snapshot set cells = '{}'`, 'delete from measure_snapshot']) {
      await expect(district.inside(({ tx }) => tx.run(sql))).rejects.toThrow(/permission denied/);
    }
  });

  it('that was missed is published late, day by day, and nothing before the first is invented', async () => {
    await courseOf(district).closed();
    district.at('2026-07-05 06:00');
    expect(await publishPeriods(district.services, district.tenant)).toBe(1);
    district.at('2026-07-09 06:00');
    expect(await publishPeriods(district.services, district.tenant)).toBe(4);
    const days = await district.run('supervisor', measureOperations(district.services).values, {
      measures: ['hotline.received'],
      grain: 'all',
      from: '2026-07-01',
      to: '2026-07-09',
      by: 'day',
    });
    expect(days.map(({ published }) => published !== null)).toEqual([
      false,
      false,
      false,
      true,
      true,
      true,
      true,
      true,
      false,
    ]);
  });
});
