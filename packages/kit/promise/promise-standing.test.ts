import { array, assert, integer, property, record } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { monthEndsUntil } from './day.ts';
import { indicator, observed, part } from './promise.fixture.ts';
import { courseOf, promiseStanding } from './promise-standing.ts';
import { rateOf } from './rate.ts';
import { rollUp } from './roll-up.ts';
import { standingOf } from './standing.ts';

describe('how a promise stands', () => {
  const beds = indicator({ weight: 3 });
  const cribs = indicator({ name: 'cribs', weight: 1 });

  it('a single indicator speaks for itself, unclamped', () => {
    const { p, e, deltaPoints, coverage } = promiseStanding(
      { indicators: [beds], observed: [observed('2027-06-30', 153.5)], parts: [] },
      '2027-06-30',
    );
    expect({ p, e, deltaPoints, coverage }).toEqual({ p: 1.535, e: 0.5, deltaPoints: 103.5, coverage: 1 });
  });
  it('several are rolled up by weight, and what is not known is told by the coverage', () => {
    const measured = { indicators: [beds, cribs], observed: [observed('2027-06-30', 40)], parts: [] };
    expect(promiseStanding(measured, '2027-06-30')).toMatchObject({
      p: 0.4,
      e: 0.5,
      coverage: 0.75,
      from: 'indicators',
    });
  });
  it('what is only followed, a cap or growth has no share in it', () => {
    const indicators = [
      beds,
      indicator({ name: 'jobs', aim: { aim: 'followed' } }),
      indicator({ name: 'debt', aim: { aim: 'cap', most: 3 } }),
    ];
    const { coverage, p } = promiseStanding(
      { indicators, observed: [observed('2027-06-30', 40)], parts: [] },
      '2027-06-30',
    );
    expect({ coverage, p }).toEqual({ coverage: 1, p: 0.4 });
  });
  it('without such indicators its parts speak', () => {
    const parts = [
      part('a', { due: '2027-03-31', state: 'done', doneOn: '2027-03-01' }),
      part('b', { due: '2027-06-30' }),
    ];
    expect(promiseStanding({ indicators: [], observed: [], parts }, '2027-06-30')).toMatchObject({
      p: 0.5,
      e: 1,
      deltaPoints: -50,
      from: 'parts',
    });
    expect(promiseStanding({ indicators: [], observed: [], parts: [] }, '2027-06-30')).toMatchObject({
      p: null,
      e: null,
      coverage: null,
      from: null,
    });
  });
  it('splitting a part by weight changes nothing', () => {
    const whole = [part('a', { weight: 2, state: 'done', doneOn: '2027-01-05' }), part('b', { weight: 2 })];
    const split = [...whole, part('b1', { weight: 1.5, parent: 'b' }), part('b2', { weight: 0.5, parent: 'b' })];
    const at = (parts: typeof whole) => promiseStanding({ indicators: [], observed: [], parts }, '2027-06-30').p;
    expect(at(split)).toBe(at(whole));
    const cancelled = split.map((one) => (one.parent === 'b' ? { ...one, state: 'cancelled' as const } : one));
    expect(at(cancelled)).toBe(at(whole));
  });

  it('gives the same number by every route', () => {
    const value = record({
      weight: integer({ min: 1, max: 9 }),
      value: integer({ min: -20, max: 180 }),
      target: integer({ min: 1, max: 150 }),
    });
    assert(
      property(array(value, { minLength: 2, maxLength: 6 }), (values) => {
        const indicators = values.map(({ weight, target }, at) =>
          indicator({ name: `i${at}`, weight, aim: { aim: 'up', base: 0, value: target } }),
        );
        const seen = values.map((one, at) => observed('2027-06-30', one.value, { indicator: `i${at}`, id: `o${at}` }));
        const measured = { indicators, observed: seen, parts: [] };
        const { p, standings } = promiseStanding(measured, '2027-06-30');
        const direct = indicators.map(({ aim }, at) => rateOf(aim, values[at]?.value ?? null));
        expect(standings.map((standing) => standing.p)).toEqual(direct);
        expect(indicators.map((one) => standingOf(one, seen, [], '2027-06-30').p)).toEqual(direct);
        expect(rollUp(values.map(({ weight }, at) => ({ weight, p: direct[at] ?? null, live: true }))).p).toBe(p);
        const course = courseOf(measured, monthEndsUntil(2027, '2027-06-30'));
        expect(course.at(-1)).toMatchObject({ on: '2027-06-30', p });
      }),
    );
  });
});
