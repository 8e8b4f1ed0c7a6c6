import { assert, double, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { part } from './promise.fixture.ts';
import { rateOf, reachOf } from './rate.ts';

const number = double({ min: -1e6, max: 1e6, noNaN: true, noDefaultInfinity: true });

describe('the completion rate', () => {
  it('of a falling target needs no special case: 200 → 0 at 100 is a half', () => {
    expect(rateOf({ aim: 'down', base: 200, value: 0 }, 100)).toBe(0.5);
  });
  it('is not clamped: overfulfilled above 1, gone backwards below 0', () => {
    expect(rateOf({ aim: 'up', base: 0, value: 7.1 }, 7.5)).toBeCloseTo(1.056, 3);
    expect(rateOf({ aim: 'down', base: 200, value: 0 }, 220)).toBe(-0.1);
  });
  it('of nothing done is 0, never −0', () => {
    expect(rateOf({ aim: 'down', base: 200, value: 0 }, 200)).toBe(0);
  });
  it('is null without data and where the target is the base, never 0', () => {
    expect(rateOf({ aim: 'up', base: 0, value: 10 }, null)).toBeNull();
    expect(rateOf({ aim: 'up', base: 10, value: 10 }, 10)).toBeNull();
    expect(rateOf({ aim: 'binary' }, null)).toBeNull();
    expect(rateOf({ aim: 'milestones' }, null, [])).toBeNull();
    expect(rateOf({ aim: 'up', base: 0, value: 10 }, 0)).toBe(0);
  });
  it('is none for bands, caps, growth and what is followed', () => {
    for (const aim of [
      { aim: 'band', from: 1, to: 2 },
      { aim: 'cap', most: 3 },
      { aim: 'growth', points: 4 },
      { aim: 'followed' },
    ] as const) {
      expect(rateOf(aim, 2)).toBeNull();
    }
  });
  it('of milestones is Σw·done/Σw, by the day they were done', () => {
    const parts = [
      part('a', { weight: 3, state: 'done', doneOn: '2027-05-01' }),
      part('b', { weight: 1 }),
      part('c', { weight: 9, state: 'cancelled' }),
    ];
    expect(rateOf({ aim: 'milestones' }, null, parts)).toBe(0.75);
    expect(rateOf({ aim: 'milestones' }, null, parts, '2027-04-30')).toBe(0);
  });
  it('is the same for mirrored values: direction makes no difference', () => {
    assert(
      property(number, number, number, (base, target, value) => {
        const one = rateOf({ aim: 'up', base, value: target }, value);
        const mirrored = rateOf({ aim: 'down', base: -base, value: -target }, -value);
        expect(mirrored).toBe(one);
        const { met, margin } = reachOf({ aim: 'up', base, value: target }, value, one);
        const other = reachOf({ aim: 'down', base: -base, value: -target }, -value, mirrored);
        expect(other).toEqual({ met, margin });
      }),
    );
  });
});

describe('whether an aim is met, and by how much', () => {
  it('growth is compared in points: 3.9 % against 4 % is 0.1 point short', () => {
    const { met, margin } = reachOf({ aim: 'growth', points: 4 }, 3.9, null);
    expect(met).toBe(false);
    expect(margin).toBeCloseTo(-0.1, 12);
  });
  it('a band has room to its nearer end, a cap to its top', () => {
    expect(reachOf({ aim: 'band', from: 2, to: 5 }, 4.5, null)).toEqual({ met: true, margin: 0.5 });
    expect(reachOf({ aim: 'band', from: 2, to: 5 }, 6, null)).toEqual({ met: false, margin: -1 });
    expect(reachOf({ aim: 'cap', most: 3 }, 3, null)).toEqual({ met: true, margin: 0 });
  });
  it('without data nothing is met and nothing missed', () => {
    expect(reachOf({ aim: 'cap', most: 3 }, null, null)).toEqual({ met: null, margin: null });
    expect(reachOf({ aim: 'milestones' }, null, null)).toEqual({ met: null, margin: null });
    expect(reachOf({ aim: 'followed' }, 3, null)).toEqual({ met: null, margin: null });
    expect(reachOf({ aim: 'binary' }, 1, 1)).toEqual({ met: true, margin: null });
  });
});
