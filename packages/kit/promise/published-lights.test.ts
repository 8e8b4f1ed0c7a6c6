import { assert, double, integer, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkLights } from './check-lights.ts';
import { defaultLights, indicatorLights, livelihoodLights, projectLights, taskLights } from './default-lights.ts';
import { type LightInputs, type LightRuleSet, lightOf, severityOf } from './light.ts';
import { lightEnglish, lightLabels } from './light-english.ts';
import { unknownInputs } from './light-input.ts';
import { publishedRuleSets } from './published-lights.ts';

const named = (id: string) => publishedRuleSets.find((set) => set.id === id) as LightRuleSet;
const faulty = publishedRuleSets.filter((set) => set.faulty);

describe('rule sets as published', () => {
  it.each(publishedRuleSets.filter((set) => !set.faulty).map((set) => [set.id, set] as const))(
    '%s says one thing of every case',
    (_id, set) => {
      expect(checkLights(set)).toEqual([]);
    },
  );
  it.each(faulty.map((set) => [set.id, set] as const))(
    '%s is refused, and a mended one stands beside it',
    (id, set) => {
      expect(checkLights(set)).not.toEqual([]);
      expect(publishedRuleSets.filter(({ mends }) => mends === id)).toHaveLength(1);
    },
  );
  it('a mended set changes no colour of a case of which the published one said one thing', () => {
    for (const set of faulty.filter(({ id }) => id !== 'sanya-projects' && id !== 'tianjin-investment')) {
      const mended = publishedRuleSets.find(({ mends }) => mends === set.id) as LightRuleSet;
      const values = Object.values(set.inputs).map((input) =>
        input.kind === 'number'
          ? input.whole
            ? [0, 1, 2, 3, 4, 5, 6]
            : [-40, -30, -10, 0, 1, 100, 101]
          : [true, false],
      );
      const cases = values.reduce<(number | boolean)[][]>(
        (all, own) => all.flatMap((one) => own.map((value) => [...one, value])),
        [[]],
      );
      for (const one of cases) {
        const inputs: LightInputs = Object.fromEntries(
          Object.keys(set.inputs).map((name, at) => [name, one[at] ?? null]),
        );
        const holding = set.rules.filter((rule) => lightOf({ ...set, rules: [rule] }, inputs) !== null);
        if (holding.length === 1) expect(lightOf(mended, inputs)?.light).toBe(holding[0]?.light);
      }
    }
  });
  it('Yinchuan has no colour for up to ten points below the path', () => {
    expect(checkLights(named('yinchuan-path'))).toEqual([{ fault: 'hole', example: { deltaPoints: -5 } }]);
    expect(lightOf(named('yinchuan-path'), { deltaPoints: -3.9 })).toBeNull();
    expect(
      [0, -5, -10, -30, -30.1].map((deltaPoints) => lightOf(named('yinchuan-path-mended'), { deltaPoints })?.light),
    ).toEqual(['green', 'blue', 'yellow', 'yellow', 'red']);
  });
  it('Sanya gives one shortfall two colours, as points or as a share of the amount', () => {
    const [fault] = checkLights(named('sanya-projects'));
    expect(fault).toMatchObject({ fault: 'overlap', rules: ['behind', 'far-behind'] });
    const byShare = (shortShare: number) => lightOf(named('sanya-projects-mended'), { shortShare })?.light;
    // 30 of 50 points: 60 % of the amount due, and yet no more than 50 points.
    expect([byShare(0), byShare(50), byShare(60)]).toEqual(['green', 'yellow', 'red']);
  });
  it('Tianjin says nothing of growth of zero, and two things of a fall that was planned', () => {
    const faults = checkLights(named('tianjin-investment'));
    expect(faults).toContainEqual({ fault: 'hole', example: { growth: 0, overPlan: -1, overCity: -1 } });
    expect(faults).toContainEqual({
      fault: 'overlap',
      rules: ['both', 'falling'],
      example: { growth: -1, overPlan: 0, overCity: 0 },
    });
  });
});

describe('default rule sets', () => {
  it.each(defaultLights.map((set) => [set.id, set] as const))(
    '%s says one thing of every case, of inputs that promises tell',
    (_id, set) => {
      expect(checkLights(set)).toEqual([]);
      expect(unknownInputs(set)).toEqual([]);
    },
  );
  it('growth, limits and rates are judged each by its own', () => {
    const light = (inputs: LightInputs) => lightOf(indicatorLights, inputs)?.light;
    expect(light({ of: 'growth', growthPoints: -0.1, deltaPoints: null, met: false })).toBe('yellow');
    expect(light({ of: 'limit', met: false, deltaPoints: null, growthPoints: null })).toBe('red');
    expect(light({ of: 'rate', deltaPoints: -10, growthPoints: null, met: false })).toBe('yellow');
    expect(light({ of: 'rate', deltaPoints: null, growthPoints: null, met: null })).toBeUndefined();
  });
  it('a task without a date has no light until it is done', () => {
    const none = { lateParts: 0, knownPoints: 0 };
    expect(lightOf(taskLights, { done: false, daysLate: null, ...none })).toBeNull();
    expect(lightOf(taskLights, { done: true, daysLate: null, ...none })?.light).toBe('green');
    const days = (daysLate: number, lateParts = 0, knownPoints = 0) =>
      lightOf(taskLights, { done: false, daysLate, lateParts, knownPoints })?.light;
    expect([days(-16), days(-15), days(0), days(1), days(-60, 1)]).toEqual(['green', 'blue', 'blue', 'red', 'yellow']);
    // With a number of its own it is held against its path as well: 31.6 % where 83.3 % should be is no green.
    expect([days(-60, 0, -10), days(-60, 0, -51.7), days(-60, 1, -51.7)]).toEqual(['yellow', 'red', 'red']);
  });
  it('three months in a row make a project red, behind or not started', () => {
    const light = (deltaPoints: number, monthsBehind: number, startLate: number) =>
      lightOf(projectLights, { done: false, deltaPoints, monthsBehind, startLate })?.light;
    expect([light(-1, 2, 0), light(-1, 3, 0), light(0, 0, 2), light(5, 0, 3), light(-31, 1, 0)]).toEqual([
      'yellow',
      'red',
      'yellow',
      'red',
      'red',
    ]);
  });
  it('a better number never makes a worse light', () => {
    const points = double({ min: -60, max: 60, noNaN: true });
    const severity = (set: LightRuleSet, inputs: LightInputs) => {
      const lit = lightOf(set, inputs);
      return lit === null ? Number.NaN : severityOf(lit.light);
    };
    assert(
      property(
        points,
        double({ min: 0, max: 40, noNaN: true }),
        integer({ min: 0, max: 5 }),
        integer({ min: 0, max: 5 }),
        (delta, more, months, start) => {
          for (const set of [indicatorLights, livelihoodLights, projectLights, named('yinchuan-path-mended')]) {
            const at = (deltaPoints: number) =>
              severity(set, {
                of: 'rate',
                done: false,
                daysLate: -30,
                deltaPoints,
                monthsBehind: deltaPoints < 0 ? months : 0,
                startLate: start,
              });
            expect(at(delta + more)).toBeLessThanOrEqual(at(delta));
          }
          const share = (shortShare: number) => severity(named('sanya-projects-mended'), { shortShare });
          expect(share(delta)).toBeLessThanOrEqual(share(delta + more));
        },
      ),
    );
  });
});

it('every text of every set has its English', () => {
  for (const set of [...defaultLights, ...publishedRuleSets]) {
    const english = lightEnglish([set]);
    expect(Object.keys(english)).toEqual(Object.keys(lightLabels(set)));
    for (const text of Object.values(english)) expect(text).toMatch(/^[^\p{Script=Han}]+$/u);
  }
});
