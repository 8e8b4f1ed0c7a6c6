import { describe, expect, it } from 'vitest';
import { indicator, observed, part, up, year } from './promise.fixture.ts';
import { standingOf } from './standing.ts';

describe('how an indicator stands', () => {
  it('tells value, rate, what was expected, and both the difference in points and the ratio', () => {
    const standing = standingOf(indicator(), [observed('2027-03-31', 30)], [], '2027-03-31');
    expect(standing).toMatchObject({
      value: 30,
      p: 0.3,
      e: 0.25,
      expected: 25,
      deltaPoints: 5,
      ratio: 1.2,
      met: false,
      margin: -70,
    });
    expect(standing).toMatchObject({ source: 'self', standing: 'provisional', observedOn: '2027-03-31', stale: false });
  });
  it('without a value has no rate and no difference, but what was expected', () => {
    const standing = standingOf(indicator(), [], [], '2027-06-30');
    expect(standing).toMatchObject({
      value: null,
      p: null,
      e: 0.5,
      deltaPoints: null,
      ratio: null,
      met: null,
      margin: null,
      source: null,
    });
  });
  it('ten points below are ten points below, without the dust of binary arithmetic', () => {
    const standing = standingOf(indicator(), [observed('2027-03-31', 15)], [], '2027-03-31');
    expect(standing.deltaPoints).toBe(-10);
  });
  it('has no ratio as long as nothing is expected', () => {
    expect(standingOf(indicator(), [observed('2027-01-10', 3)], [], '2027-01-10')).toMatchObject({
      e: 0,
      deltaPoints: 3,
      ratio: null,
    });
  });
  it('a value of the year before the path begins is none: what is counted begins again', () => {
    const yearly = indicator({ every: 'year', aim: up(40, 100) });
    expect(standingOf(yearly, [observed('2026-12-31', 40)], [], '2027-06-30')).toMatchObject({
      value: null,
      p: null,
      deltaPoints: null,
    });
  });
  it('growth stands in points, from the growth published or from the value where that is a percentage', () => {
    const growing = indicator({ aim: { aim: 'growth', points: 4 }, unit: '亿元', mode: 'level' });
    const standing = standingOf(growing, [observed('2027-03-31', 812, { growth: 3.9 })], [], '2027-03-31');
    expect(standing).toMatchObject({
      value: 3.9,
      p: null,
      e: null,
      expected: 4,
      deltaPoints: -0.1,
      met: false,
      margin: -0.1,
    });
    const rate = { ...growing, unit: '%' };
    expect(standingOf(rate, [observed('2027-03-31', 4.2)], [], '2027-03-31').deltaPoints).toBe(0.2);
    expect(standingOf(growing, [observed('2027-03-31', 812)], [], '2027-03-31').value).toBeNull();
  });
  it('milestones stand by their parts: done against due', () => {
    const parts = [
      part('a', { weight: 3, due: '2027-03-31', state: 'done', doneOn: '2027-03-20' }),
      part('b', { weight: 1, due: '2027-05-31', state: 'reported' }),
    ];
    const milestones = indicator({ aim: { aim: 'milestones' } });
    expect(standingOf(milestones, [], parts, '2027-03-31')).toMatchObject({ p: 0.75, e: 0.75, deltaPoints: 0 });
    expect(standingOf(milestones, [], parts, '2027-05-31')).toMatchObject({ p: 0.75, e: 1, deltaPoints: -25 });
    expect(standingOf(milestones, [], [part('c', {})], '2027-06-30')).toMatchObject({ p: 0, e: 0.5 });
  });

  describe('a figure that comes later than the day', () => {
    const monthly = indicator({ every: 'month' });
    it('is compared with the path of its own day until the next one is overdue', () => {
      expect(standingOf(monthly, [observed('2027-04-30', 34)], [], '2027-05-31')).toMatchObject({
        e: 4 / 12,
        comparedOn: '2027-04-30',
        stale: false,
      });
    });
    it('and then with that of today: who falls silent falls behind', () => {
      expect(standingOf(monthly, [observed('2027-04-30', 34)], [], '2027-06-01')).toMatchObject({
        e: 5 / 12,
        comparedOn: '2027-06-01',
        stale: true,
      });
      expect(standingOf(monthly, [], [], '2027-06-30')).toMatchObject({ e: 0.5, stale: true });
    });
    it('is overdue once its own period is over, whether a month, a quarter or a year, and not in the months between', () => {
      const isStale = (every: 'week' | 'month' | 'quarter' | 'year', on: string, last?: string) =>
        standingOf(indicator({ every }), last === undefined ? [] : [observed(last, 3)], [], on).stale;
      expect(['2027-01-31', '2027-02-01'].map((on) => isStale('month', on))).toEqual([false, true]);
      expect(['2027-02-28', '2027-03-31', '2027-04-01'].map((on) => isStale('quarter', on))).toEqual([
        false,
        false,
        true,
      ]);
      expect(
        ['2027-04-30', '2027-05-31', '2027-06-30', '2027-07-01'].map((on) => isStale('quarter', on, '2027-03-31')),
      ).toEqual([false, false, false, true]);
      expect(isStale('year', '2027-12-31')).toBe(false);
      expect(['2027-01-07', '2027-01-08'].map((on) => isStale('week', on))).toEqual([false, true]);
    });
  });

  describe('the forecast', () => {
    const daily = { ...year, shape: 'days' as const };
    it('goes on from the last value along the straight line through the last six months', () => {
      const all = [observed('2027-03-01', 20), observed('2027-03-11', 30), observed('2027-03-21', 40)];
      const { forecast } = standingOf(
        indicator({ path: { ...daily, due: '2027-04-10' }, mode: 'level' }),
        all,
        [],
        '2027-03-21',
      );
      expect(forecast).toBeCloseTo(60, 9);
    });
    it('leaves out what is older than six months, and what was corrected', () => {
      const wrong = observed('2027-11-10', 900);
      const all = [
        observed('2027-01-31', 500),
        observed('2027-11-01', 20),
        wrong,
        observed('2027-11-10', 29, { corrects: wrong.id, at: wrong.at + 1 }),
        observed('2027-11-11', 30),
      ];
      const { forecast } = standingOf(indicator({ path: daily, mode: 'level' }), all, [], '2027-11-11');
      expect(forecast).toBeCloseTo(30 + 50, 9);
    });
    it('of a cumulative one starts from its base; of a level a single value tells nothing', () => {
      const early = { ...daily, due: '2027-03-02' };
      const one = [observed('2027-01-31', 30)];
      expect(standingOf(indicator({ path: early }), one, [], '2027-01-31').forecast).toBeCloseTo(60, 9);
      expect(standingOf(indicator({ path: early, mode: 'level' }), one, [], '2027-01-31').forecast).toBeNull();
    });
    it('is none once the due day is there', () => {
      expect(
        standingOf(indicator(), [observed('2027-06-30', 60), observed('2027-12-31', 97)], [], '2027-12-31').forecast,
      ).toBeNull();
    });
  });

  it('of a falling aim mirrors that of a rising one', () => {
    const rising = standingOf(indicator({ aim: up(-200, 0) }), [observed('2027-06-30', -120)], [], '2027-06-30');
    const falling = standingOf(indicator({ aim: up(200, 0) }), [observed('2027-06-30', 120)], [], '2027-06-30');
    expect(falling.p).toBe(rising.p);
    expect(falling).toMatchObject({
      e: rising.e,
      deltaPoints: rising.deltaPoints,
      ratio: rising.ratio,
      margin: rising.margin,
    });
    expect(falling.forecast).toBe(-(rising.forecast ?? Number.NaN));
  });
});
