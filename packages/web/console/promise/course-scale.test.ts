import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ObservationView } from '../../client/index.ts';
import { courseScale, lineOfValues, standingObservations } from './course-scale.ts';
import { scaleOfValues } from './value-scale.ts';

const observation = (id: string, asOf: string, value: number, corrects: string | null = null): ObservationView => ({
  id,
  asOf,
  value,
  corrects,
  growth: null,
  source: 'self',
  standing: 'provisional',
  basis: null,
  reason: null,
  enteredBy: '甲',
  at: `${asOf}T08:00:00Z`,
});

const standing = { value: null, p: null, e: null, deltaPoints: null, met: null, forecast: null, source: null };

describe('the chart of an indicator', () => {
  it('reaches from the first day of its path to the last, and to the day it is read', () => {
    const indicator = {
      path: [
        { on: '2026-01-01', expected: 0 },
        { on: '2026-12-31', expected: 3000 },
      ],
      observations: [observation('a', '2026-03-31', 600)],
      target: 3000,
      upper: null,
      base: null,
      mode: 'cumulative' as const,
      standing,
    };
    const scale = courseScale(indicator, '2027-01-10');
    expect(scale.to - scale.from).toBe(374);
    expect(scale.months[0]).toBe('2026-01-01');
    expect(scale.months).toHaveLength(13);
    expect(scale.values).toMatchObject({ low: 0, high: 3000 });
  });

  it('draws a corrected value no more', () => {
    const list = [
      observation('b', '2026-02-28', 5),
      observation('a', '2026-01-31', 3),
      observation('c', '2026-02-28', 4, 'b'),
    ];
    expect(standingObservations(list).map(({ id }) => id)).toEqual(['a', 'c']);
  });
});

describe('the line of values', () => {
  it('goes through the verified value of a day, else the system’s, else what the unit says', () => {
    const told = observation('a', '2026-03-31', 600);
    const verified = { ...observation('b', '2026-03-31', 560), source: 'verified' as const };
    const counted = { ...observation('c', '2026-04-30', 700), source: 'system' as const };
    expect(lineOfValues([verified, told, counted]).map(({ id }) => id)).toEqual(['b', 'c']);
  });

  it('goes through the final value of a day rather than the provisional one told before', () => {
    const first = observation('a', '2026-03-31', 600);
    const final = { ...observation('b', '2026-03-31', 610), standing: 'final' as const, at: '2026-05-02T00:00:00Z' };
    expect(lineOfValues([first, final]).map(({ id }) => id)).toEqual(['b']);
  });
});

describe('a scale of values', () => {
  it('holds every value between its lowest and its highest mark', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -1e9, max: 1e9, noNaN: true }), { minLength: 1 }), (values) => {
        const { low, high, marks } = scaleOfValues(values);
        const slack = 1e-6 * Math.max(1, ...values.map(Math.abs));
        expect(low).toBeLessThanOrEqual(Math.min(...values) + slack);
        expect(high).toBeGreaterThanOrEqual(Math.max(...values) - slack);
        expect(marks.length).toBeGreaterThan(1);
        expect(marks.length).toBeLessThan(8);
      }),
    );
  });
});
