import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { localDateOf } from '../calendar/index.ts';
import { changesBetween, contributionsOf, countsOf, valuesOfPair } from './contribution.ts';
import { plus } from './figure.ts';
import { calendarIn, DUE, duration, onTime, visit, visits } from './measure.fixture.ts';
import { defineMeasure } from './measure.ts';

const shanghai = calendarIn('Asia/Shanghai');

describe('what a fact adds', () => {
  it('is one to the count below, and one above where it holds', () => {
    expect(countsOf(onTime, visit({ doneAt: DUE, exempted: 0 }))).toEqual({ n: 1, d: 1, x: 0 });
    expect(countsOf(onTime, visit({ doneAt: DUE + 1000, exempted: 0 }))).toEqual({ n: 0, d: 1, x: 0 });
  });

  it('stays below where it was never done: open and overdue count against', () => {
    expect(countsOf(onTime, visit({ doneAt: null, exempted: 0 }))).toEqual({ n: 0, d: 1, x: 0 });
  });

  it('is counted apart where it is left out, whatever it did', () => {
    expect(countsOf(onTime, visit({ doneAt: null, exempted: 1 }))).toEqual({ n: 0, d: 0, x: 1 });
  });

  it('is nothing without the instant that places it, and nothing for another kind of fact', () => {
    expect(countsOf(onTime, visit({ dueAt: null }))).toBeNull();
    expect(countsOf(onTime, visit({}, { kind: 'visit.stint' }))).toBeNull();
    expect(contributionsOf(visits, visit({ kind: 'office' }), shanghai)).toEqual([]);
  });

  it('is the amount of a mean, and nothing where there is none', () => {
    expect(countsOf(duration, visit({ seconds: 5400 }))).toEqual({ n: 5400, d: 1, x: 0 });
    expect(countsOf(duration, visit({ seconds: null }))).toBeNull();
  });
});

describe('where it is added', () => {
  it('is every breakdown in which the fact stands, and none in which it stands nowhere', () => {
    const cells = contributionsOf(onTime, visit({ doneAt: DUE }), shanghai);
    expect(cells.map(({ grain, value }) => [grain, value])).toEqual([
      ['all', ''],
      ['unit', 'water'],
      ['street', 'west'],
    ]);
    expect(contributionsOf(onTime, visit({}, { unit: null, street: null }), shanghai)).toHaveLength(1);
  });

  it('is also every pair it is kept by, what has no matter yet under its unit without one', () => {
    const crossed = { ...visits, form: { count: true }, cross: ['unit.matter', 'street.matter'] } as const;
    const pairs = (head: Parameters<typeof visit>[1]) =>
      contributionsOf(crossed, visit({}, head), shanghai).flatMap(({ grain, value }) =>
        grain.includes('.') ? [[grain, value]] : [],
      );
    expect(pairs({ matter: '01002' })).toEqual([
      ['unit.matter', 'water 01002'],
      ['street.matter', 'west 01002'],
    ]);
    expect(pairs({ street: null })).toEqual([['unit.matter', 'water ']]);
    expect(valuesOfPair('water ')).toEqual(['water', '']);
  });

  it.each([
    ['Asia/Shanghai', '2026-07-01T15:59:59Z', '2026-07-01'],
    ['Asia/Shanghai', '2026-07-01T16:00:00Z', '2026-07-02'],
    ['America/New_York', '2026-07-02T03:59:59Z', '2026-07-01'],
    ['America/New_York', '2026-07-02T04:00:00Z', '2026-07-02'],
    // The clocks go back at 06:00 UTC on the first of November: from then on midnight is an hour later by UTC.
    ['America/New_York', '2026-11-02T04:59:59Z', '2026-11-01'],
    ['America/New_York', '2026-11-02T05:00:00Z', '2026-11-02'],
  ])('is the day of the district: in %s %s is %s', (zone, at, day) => {
    const [cell] = contributionsOf(onTime, visit({ dueAt: Date.parse(at) }), calendarIn(zone));
    expect(cell?.day).toBe(day);
  });

  it('adds up: every breakdown that all facts stand in has the sum of the whole', () => {
    const fact = fc.record({
      unit: fc.constantFrom('water', 'roads', 'west'),
      doneAt: fc.option(fc.integer({ min: DUE - 5000, max: DUE + 5000 })),
      exempted: fc.constantFrom(0, 1),
    });
    fc.assert(
      fc.property(fc.array(fact), (facts) => {
        const cells = facts.flatMap(({ unit, ...fields }) =>
          contributionsOf(onTime, visit(fields, { unit }), shanghai),
        );
        const sumOf = (grain: string) =>
          cells.filter((cell) => cell.grain === grain).reduce(plus, { n: 0, d: 0, x: 0 });
        expect(sumOf('unit')).toEqual(sumOf('all'));
        expect(sumOf('all').d + sumOf('all').x).toBe(facts.length);
      }),
    );
  });
});

describe('a stock that is there until some day', () => {
  const open = defineMeasure({ ...onTime, id: 'visit.open', name: '在办', form: { stock: true, until: 'doneAt' } });
  const DAY = 86_400_000;
  const moment = fc.integer({ min: 0, max: 9 * 24 }).map((hours) => DUE + hours * 3_600_000);
  const fact = fc.record({ unit: fc.constantFrom('water', 'roads'), dueAt: moment, doneAt: fc.option(moment) });
  const dayOf = (at: number) => localDateOf(shanghai, at);

  it('comes to how many there were at the end of every day, whatever became of them later', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fact, fact)), (changed) => {
        const of = ({ unit, ...fields }: { unit: string; dueAt: number; doneAt: number | null }) =>
          visit(fields, { unit });
        const cells = changed.flatMap(([before, after]) => [
          ...contributionsOf(open, of(before), shanghai),
          ...changesBetween(open, of(before), of(after), shanghai),
        ]);
        for (let at = DUE; at < DUE + 10 * DAY; at += DAY) {
          const there = changed.filter(
            ([, { dueAt, doneAt }]) => dayOf(dueAt) <= dayOf(at) && (doneAt === null || dayOf(doneAt) > dayOf(at)),
          );
          const sumOf = (grain: string, value: string) =>
            cells
              .filter((cell) => cell.grain === grain && cell.value === value && cell.day <= dayOf(at))
              .reduce((sum, { n }) => sum + n, 0);
          expect(sumOf('all', '')).toBe(there.length);
          expect(sumOf('unit', 'water')).toBe(there.filter(([, { unit }]) => unit === 'water').length);
        }
      }),
    );
  });

  it('says of a day how many came, without those that were gone by its end', () => {
    const gone = contributionsOf(open, visit({ doneAt: DUE + 1000 }), shanghai, ['all']);
    expect(gone).toEqual([]);
    expect(contributionsOf(open, visit({ doneAt: DUE + DAY }), shanghai, ['all'])).toMatchObject([
      { day: '2026-07-01', n: 1, d: 1, x: 0 },
      { day: '2026-07-02', n: -1, d: 0, x: 0 },
    ]);
  });
});
