import { testDatabase } from '@huying/testing/database';
import { type CaseDistrict, courseOf, testDistrict } from '@huying/testing/district';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Receipt } from '../case/index.ts';
import { measureOperations, publishPeriods, recount } from './index.ts';

const db = await testDatabase();
let district: CaseDistrict;
const tickets: Receipt[] = [];

beforeAll(async () => {
  district = await testDistrict(db);
  const { closed, dispatched } = courseOf(district);
  await closed();
  tickets.push(await dispatched(), await dispatched());
  district.at('2026-08-01 06:00');
  await publishPeriods(district.services, district.tenant);
  district.at('2026-08-03 09:00');
});

const july = { from: '2026-07-01', to: '2026-07-31' };
const august = { from: '2026-08-01', to: '2026-08-31' };
type Who = Parameters<CaseDistrict['run']>[0];

/** A number, which must be as many as the cases behind it. */
async function stock(measure: string, days: typeof july, who: Who = 'supervisor') {
  const { values, rows } = measureOperations(district.services);
  const [row] = await district.run(who, values, { measures: [measure], grain: 'all', ...days });
  const behind = await district.run(who, rows, { id: measure, part: 'of', grain: 'all', ...days });
  expect([behind.total, behind.items.length]).toEqual([row?.n, row?.n]);
  return row;
}

async function closeNext(): Promise<void> {
  let ticket = tickets.shift() as Receipt;
  const step = async (who: Who, action: string, asked?: Readonly<Record<string, unknown>>) => {
    ticket = await district.act(who, ticket, action, asked);
  };
  await step('waterClerk', 'sign');
  await step('waterClerk', 'handled', { handled: '已更换' });
  await step('verifier', 'verify', { passed: true, verified: '属实' });
  await step('acceptor', 'close', { result: 'fixed', answer: '已更换' });
  await step('callbackOfficer', 'callBack', { solved: 'yes', satisfied: 'fair' });
}

describe('how many there are at the end of a period', () => {
  it('goes down with the closing on the present day, and stays what it was for the month that is over', async () => {
    expect(await stock('hotline.open', july)).toMatchObject({ n: 2, d: 0, rate: 2, published: { n: 2, same: true } });
    expect(await stock('hotline.openLate', july)).toMatchObject({ n: 2, d: 0, published: { n: 2, same: true } });
    expect(await stock('hotline.openLate', august)).toMatchObject({ n: 2, running: true });
    await closeNext();
    expect(await stock('hotline.open', august)).toMatchObject({ n: 1 });
    expect(await stock('hotline.openLate', august)).toMatchObject({ n: 1, d: 0 });
    expect(await stock('hotline.open', july)).toMatchObject({ n: 2, published: { n: 2, same: true, changes: 0 } });
    expect(await stock('hotline.openLate', july)).toMatchObject({ n: 2, published: { n: 2, same: true, changes: 0 } });
  });

  it('is the same counted from the facts, for a reader of a part, as kept up', async () => {
    expect(await stock('hotline.openLate', july, 'waterHead')).toMatchObject({ n: 2 });
    expect(await stock('hotline.openLate', august, 'waterHead')).toMatchObject({ n: 1 });
    const asked = { measures: ['hotline.open', 'hotline.openLate'], grain: 'street' } as const;
    const { values } = measureOperations(district.services);
    const numbers = async (who: Who, days: typeof july) =>
      (await district.run(who, values, { ...asked, measures: [...asked.measures], ...days })).map(({ n }) => n);
    expect(await numbers('waterHead', july)).toEqual(await numbers('supervisor', july));
    expect(await numbers('waterHead', august)).toEqual([1, 1]);
  });

  it('holds what is due today only from tomorrow on, and what was due today of a day that is over', async () => {
    district.at('2026-08-04 09:00');
    await courseOf(district).dispatched();
    const due = '2026-08-11';
    const on = async (day: string) => (await stock('hotline.openLate', { from: day, to: day }))?.n;
    district.at(`${due} 23:00`);
    expect(await on(due)).toBe(1);
    district.at('2026-08-12 09:00');
    expect([await on('2026-08-10'), await on(due), await on('2026-08-12')]).toEqual([1, 2, 2]);
  });

  it('is what a recount finds', async () => {
    const { differences, cells } = await recount(district.services, district.tenant, { facts: true });
    expect(differences).toEqual([]);
    expect(cells).toBeGreaterThan(0);
  });
});
