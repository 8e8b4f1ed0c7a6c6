import { holidayYears } from '@huying/district/demo/calendar';
import { calendarOf } from '@huying/kit/calendar';
import { type Breakdown, CROSSES, type Cross, type Grain } from '@huying/kit/measure';
import { testDatabase } from '@huying/testing/database';
import { type CaseDistrict, testDistrict } from '@huying/testing/district';
import { naiveCount, naiveStocks, randomDistrict } from '@huying/testing/numbers';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { setParameterOperation } from '../parameter/index.ts';
import { fold, measureOperations, readMeasures, recount } from './index.ts';

const db = await testDatabase();
let districts = 0;

const chance = fc.double({ min: 0, max: 0.999_999, noNaN: true });
const happening = fc.tuple(chance, chance, chance, chance);
/** What a naive count by street does not know: where a case was when a unit had it. */
const ofStints = ['hotline.signing', 'hotline.sendBack'];

describe('numbers kept up step by step', () => {
  it('are what a naive count of the cases finds, and what a recount of the facts finds, whenever they are folded', {
    timeout: 300_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(happening, { minLength: 60, maxLength: 160 }),
        fc.constantFrom('Asia/Shanghai', 'America/New_York'),
        fc.integer({ min: 5, max: 40 }),
        async (happenings, zone, foldEvery) => {
          districts += 1;
          const district = await districtIn(zone, `x${districts}`);
          const chances = randomDistrict(district);
          for (const [index, one] of happenings.entries()) {
            await chances.happen(one);
            if (index % 7 === 3) await district.timekeeper().fireDue();
            if (index % foldEvery === foldEvery - 1) {
              await Promise.all([2, 3, 1000].map((most) => district.inside((ctx) => fold(ctx, most))));
            }
          }
          // Once every due day is over, all of them count.
          district.clock.set('2027-06-30T12:00:00Z');
          const naive = await naiveCount(district, chances.seen, zone);
          for (const grain of ['all', 'unit', 'street', 'matter', 'channel', 'cell'] as const) {
            const expected = Object.fromEntries([...naive].filter(([key]) => isComparable(district, key, grain)));
            expect(await numbersByDay(district, Object.keys(expected), grain)).toEqual(expected);
          }
          for (const cross of CROSSES) {
            const expected = Object.fromEntries([...naive].filter(([key]) => isComparable(district, key, cross)));
            expect(await pairsByDay(district, Object.keys(expected), cross)).toEqual(expected);
          }
          const stocks = await naiveStocks(district, zone, STOCK_DAYS);
          for (const grain of ['all', 'unit', 'street', 'matter', 'cell'] as const) {
            const expected = Object.fromEntries([...stocks].filter(([key]) => key.split(' ')[1] === grain));
            expect(await stocksOn(district, grain)).toEqual(expected);
          }
          const counted = await recount(district.services, district.tenant, { facts: true });
          expect([counted.differences, counted.strays]).toEqual([[], []]);
        },
      ),
      { numRuns: 10, endOnFailure: true },
    );
  });
});

/** Days on which many are under way, on which some are late, on which all that will be done is, and the present one. */
const STOCK_DAYS = ['2026-07-01', '2026-07-03', '2026-07-10', '2026-07-31', '2026-12-31', '2027-06-29'];

/** How many were open, and open and late, at the end of each of these days, under keys of the naive kind. */
async function stocksOn(district: CaseDistrict, grain: Grain): Promise<Readonly<Record<string, number>>> {
  const { water, roads, west } = district.units;
  const found: Record<string, number> = {};
  for (const day of STOCK_DAYS) {
    const rows = await district.run('supervisor', measureOperations(district.services).values, {
      measures: ['hotline.open', 'hotline.openLate'],
      grain,
      from: day,
      to: day,
      ...(grain === 'unit' ? { values: [water, roads, west] } : {}),
    });
    for (const { measure, value, n } of rows) if (n !== 0) found[`${measure} ${grain} ${value} ${day}`] = n;
  }
  return found;
}

function isComparable({ services }: CaseDistrict, key: string, grain: Breakdown): boolean {
  const [measure = '', of] = key.split(' ');
  const declared = services.product.measures.find(({ id }) => id === measure);
  const kept: readonly Breakdown[] = [...(declared?.grain ?? []), ...(declared?.cross ?? [])];
  return of === grain && kept.includes(grain) && !(grain === 'street' && ofStints.includes(measure));
}

/** What is kept of the measures of these keys, under keys of the same kind. */
async function numbersByDay(district: CaseDistrict, keys: readonly string[], grain: Grain) {
  const measures = [...new Set(keys.map((key) => key.split(' ')[0] ?? ''))];
  if (measures.length === 0) return {};
  const { water, roads, west } = district.units;
  const rows = await district.run('supervisor', measureOperations(district.services).values, {
    measures,
    grain,
    from: '2026-06-25',
    to: '2027-06-30',
    by: 'day',
    ...(grain === 'unit' ? { values: [water, roads, west] } : {}),
  });
  return Object.fromEntries(
    rows
      .filter(({ n, d, x }) => n !== 0 || d !== 0 || x !== 0)
      .map(({ measure, value, period, n, d, x }) => [`${measure} ${grain} ${value} ${period.from}`, [n, d, x]]),
  );
}

/** The same of what is kept by two at once: asked for unit by unit, street by street. */
async function pairsByDay(district: CaseDistrict, keys: readonly string[], cross: Cross) {
  const [first, by] = cross.split('.') as ['unit' | 'street', 'matter' | 'channel'];
  const measures = [...new Set(keys.map((key) => key.split(' ')[0] ?? ''))];
  const found: Record<string, readonly [number, number, number]> = {};
  for (const head of new Set(keys.map((key) => key.split(' ')[2] ?? ''))) {
    const rows = await district.inside((ctx) =>
      readMeasures(ctx, district.services, {
        measures,
        grain: by,
        from: '2026-06-25',
        to: '2027-06-30',
        by: 'day',
        within: { grain: first, value: head },
      }),
    );
    for (const { measure, value, period, n, d, x } of rows)
      if (n !== 0 || d !== 0 || x !== 0) found[`${measure} ${cross} ${head} ${value} ${period.from}`] = [n, d, x];
  }
  return found;
}

async function districtIn(zone: string, tenant: string): Promise<CaseDistrict> {
  const district = await testDistrict(db, { tenant });
  const years = holidayYears.filter(({ year }) => year === 2025 || year === 2026);
  const value = { zone, years };
  const reason = '所在时区';
  await district.run('system', setParameterOperation(district.services.parameters), {
    name: 'base.calendar',
    value,
    reason,
  });
  district.clock.advance(1_000);
  return { ...district, calendar: calendarOf(value) };
}
