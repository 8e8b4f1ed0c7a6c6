import { describe, expect, it } from 'vitest';
import { lightInputsOf, lightsInARow, type PastLight, type PromiseTimes } from './light-input.ts';
import { indicator, observed, part } from './promise.fixture.ts';
import { type Measured, promiseStanding } from './promise-standing.ts';

const none: PromiseTimes = { due: null, doneOn: null, startDue: null, startedOn: null, history: [] };
const inputs = (measured: Partial<Measured>, times: Partial<PromiseTimes> = {}, asOf = '2027-06-30') => {
  const whole = { indicators: [], observed: [], parts: [], ...measured };
  return lightInputsOf(promiseStanding(whole, asOf), whole.indicators, whole.parts, { ...none, ...times }, asOf);
};
const past = (
  asOf: string,
  light: PastLight['light'],
  rate: number | null = 0,
  expected: number | null = 1,
): PastLight => ({ asOf, light, rate, expected });

describe('what a promise tells a rule set', () => {
  it('points, ratio and shortfall of one number, each its own', () => {
    const told = inputs({ indicators: [indicator()], observed: [observed('2027-06-30', 20)] });
    expect(told).toMatchObject({
      of: 'rate',
      deltaPoints: -30,
      ratio: 0.4,
      shortShare: 60,
      shortPoints: 30,
      rate: 20,
      coverage: 100,
    });
    expect(inputs({ indicators: [indicator()], observed: [observed('2027-06-30', 70)] })).toMatchObject({
      shortShare: 0,
      shortPoints: 0,
    });
  });
  it('null where nothing is known, 0 nowhere for it', () => {
    const told = inputs({ indicators: [indicator()] });
    expect(told).toMatchObject({
      of: 'rate',
      deltaPoints: null,
      ratio: null,
      shortShare: null,
      shortPoints: null,
      rate: null,
      met: null,
      monthsBehind: null,
    });
    expect(inputs({})).toMatchObject({
      of: null,
      deltaPoints: null,
      coverage: null,
      daysLate: null,
      started: null,
      stale: null,
    });
  });
  it('growth by the worst of several, limits by whether they hold', () => {
    const growing = (name: string) => indicator({ name, aim: { aim: 'growth', points: 5 } });
    const grown = [
      observed('2027-06-30', 1, { indicator: 'a', growth: 5.5 }),
      observed('2027-06-30', 1, { indicator: 'b', growth: 4.2, id: 'b' }),
    ];
    expect(inputs({ indicators: [growing('a'), growing('b')], observed: grown })).toMatchObject({
      of: 'growth',
      growth: 4.2,
      growthPoints: -0.8,
      deltaPoints: null,
      met: false,
      monthsBehind: 1,
    });
    const cap = indicator({ aim: { aim: 'cap', most: 3 } });
    expect(inputs({ indicators: [cap], observed: [observed('2027-06-30', 2)] })).toMatchObject({
      of: 'limit',
      met: true,
    });
  });
  it('days late, parts late, done by the day', () => {
    const parts = [part('a', { due: '2027-05-31' }), part('b', { due: '2027-06-30' })];
    expect(inputs({ parts }, { due: '2027-07-10' })).toMatchObject({ daysLate: -10, lateParts: 1, done: false });
    expect(inputs({ parts }, { due: '2027-06-29', doneOn: '2027-06-29' })).toMatchObject({ daysLate: 1, done: true });
    expect(inputs({ parts }, { doneOn: '2027-07-01' })).toMatchObject({ done: false });
  });
  it('a start is late from its first month until it has happened', () => {
    const late = (asOf: string, startedOn: string | null = null) =>
      inputs({}, { startDue: '2027-03-31', startedOn }, asOf).startLate;
    expect([
      late('2027-03-31'),
      late('2027-04-01'),
      late('2027-04-30'),
      late('2027-05-31'),
      late('2027-05-31', '2027-05-20'),
    ]).toEqual([0, 1, 2, 3, 0]);
    expect(inputs({}, { startDue: '2027-03-31' })).toMatchObject({ started: false });
  });
  it('months behind in a row count this one and end with a month that was not', () => {
    const behind = { indicators: [indicator()], observed: [observed('2027-06-30', 20)] };
    const history = [past('2027-03-31', 'yellow'), past('2027-04-30', 'green', 1, 0.5), past('2027-05-31', 'yellow')];
    expect(inputs(behind, { history }).monthsBehind).toBe(2);
    expect(inputs(behind, { history: [] }).monthsBehind).toBe(1);
    expect(inputs({ ...behind, observed: [observed('2027-06-30', 50)] }, { history }).monthsBehind).toBe(0);
  });
});

describe('lights in a row', () => {
  it('are counted by months before this one, the last light of a month, up to a gap', () => {
    const history = [
      past('2027-02-28', 'red'),
      past('2027-04-10', 'green'),
      past('2027-04-30', 'orange'),
      past('2027-05-31', 'yellow'),
      past('2027-06-10', 'red'),
    ];
    expect(lightsInARow(history, '2027-06-30', 'yellow')).toBe(2);
    expect(lightsInARow(history, '2027-06-30', 'red')).toBe(0);
    expect(lightsInARow(history.slice(0, 1), '2027-06-30', 'yellow')).toBe(0);
    expect(lightsInARow([past('2026-12-31', 'red')], '2027-01-31', 'red')).toBe(1);
  });
});
