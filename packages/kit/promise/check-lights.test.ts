import { array, assert, constantFrom, integer, option, property, record } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkLights, lightFaultWords } from './check-lights.ts';
import { defineLights, type LightRuleSet, lightOf, meets, type NumberRange, type When } from './light.ts';
import { amount, count, yesNo } from './light-shape.ts';

const set = (
  rules: readonly { readonly id: string; readonly when: LightRuleSet['rules'][number]['when'] }[],
  inputs: LightRuleSet['inputs'],
): LightRuleSet => ({
  id: 'toy',
  label: '玩具',
  source: '测试',
  inputs,
  rules: rules.map((rule) => ({ light: 'green', words: rule.id, ...rule })),
});
const x = { x: amount('某数', '点') };

describe('proving a rule set', () => {
  it('accepts one that says one thing of every case', () => {
    expect(
      checkLights(
        set(
          [
            { id: 'a', when: [{ x: { from: 0 } }] },
            { id: 'b', when: [{ x: { under: 0 } }] },
          ],
          x,
        ),
      ),
    ).toEqual([]);
  });
  it('shows a hole of a single point between two open bounds', () => {
    expect(
      checkLights(
        set(
          [
            { id: 'a', when: [{ x: { over: 1 } }] },
            { id: 'b', when: [{ x: { under: 1 } }] },
          ],
          x,
        ),
      ),
    ).toEqual([{ fault: 'hole', example: { x: 1 } }]);
  });
  it('shows an overlap of a single point between two closed ones', () => {
    expect(
      checkLights(
        set(
          [
            { id: 'a', when: [{ x: { from: 1 } }] },
            { id: 'b', when: [{ x: { to: 1 } }] },
          ],
          x,
        ),
      ),
    ).toEqual([{ fault: 'overlap', rules: ['a', 'b'], example: { x: 1 } }]);
  });
  it('between whole numbers there is nothing to say', () => {
    const months = { x: count('月数', '个月') };
    const rules = [
      { id: 'a', when: [{ x: { to: 0 } }] },
      { id: 'b', when: [{ x: { from: 1 } }] },
    ];
    expect(checkLights(set(rules, months))).toEqual([]);
    expect(checkLights(set(rules, x))).toEqual([{ fault: 'hole', example: { x: 0.5 } }]);
  });
  it('what lies beyond the domain needs no rule', () => {
    const rules = [{ id: 'a', when: [{ x: { from: 1, to: 3 } }] }];
    expect(
      checkLights(set(rules, { x: { kind: 'number', label: '次', unit: '', min: 1, max: 3, whole: true } })),
    ).toEqual([]);
  });
  it('two clauses of one rule may hold together', () => {
    expect(checkLights(set([{ id: 'a', when: [{ x: { from: 0 } }, { x: { to: 5 } }] }], x))).toEqual([]);
  });
  it('names a rule that never holds, an unknown input, an option that is none, two of one name', () => {
    const inputs = { ...x, y: { kind: 'choice', label: '甲', options: { on: '是' } } } as const;
    const faults = (when: LightRuleSet['rules'][number]['when']) =>
      checkLights(
        set(
          [
            { id: 'a', when: [{}] },
            { id: 'b', when },
          ],
          inputs,
        ),
      );
    expect(faults([{ x: { from: 2, to: 1 } }])).toEqual([{ fault: 'never', rule: 'b' }]);
    expect(faults([{ z: true }])).toEqual([{ fault: 'input', rule: 'b', input: 'z' }]);
    expect(faults([{ y: ['off'] }])).toEqual([{ fault: 'input', rule: 'b', input: 'y' }]);
    expect(faults([{ x: true }])).toEqual([{ fault: 'input', rule: 'b', input: 'x' }]);
    expect(
      checkLights(
        set(
          [
            { id: 'a', when: [{}] },
            { id: 'a', when: [{}] },
          ],
          x,
        ),
      ),
    ).toEqual([{ fault: 'twice', rule: 'a' }]);
    expect(checkLights(set([], { y: { kind: 'choice', label: '甲', options: {} } }))).toEqual([
      { fault: 'domain', input: 'y' },
    ]);
  });
  it('a set without rules is one hole', () => {
    expect(checkLights(set([], x))).toEqual([{ fault: 'hole', example: { x: 0 } }]);
  });
  it('says the fault in words with its example', () => {
    const holed = set(
      [
        { id: 'a', when: [{ x: { over: 1 } }] },
        { id: 'b', when: [{ x: { under: 1 } }] },
      ],
      x,
    );
    const [fault] = checkLights(holed);
    expect(fault && lightFaultWords(holed, fault)).toEqual({
      zh: '某数为1点时没有亮灯规则。',
      en: 'No rule says anything of x = 1.',
    });
  });

  it('agrees with trying every point of a grid', () => {
    const bound = option(integer({ min: -3, max: 3 }), { nil: undefined });
    const range = record({ over: bound, from: bound, to: bound, under: bound }).map(
      (all) => Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as NumberRange,
    );
    const when = record({
      x: option(range, { nil: undefined }),
      y: option(range, { nil: undefined }),
      z: constantFrom(true, false, undefined),
    }).map((all) => Object.fromEntries(Object.entries(all).filter(([, asked]) => asked !== undefined)) as When);
    const inputs = { x: amount('甲', ''), y: count('乙', '', -4), z: yesNo('丙') };
    const halves = Array.from({ length: 19 }, (_, at) => at / 2 - 4.5);
    assert(
      property(array(array(when, { minLength: 1, maxLength: 2 }), { maxLength: 4 }), (rules) => {
        const tried = set(
          rules.map((one, at) => ({ id: `r${at}`, when: one })),
          inputs,
        );
        let holes = 0;
        let overlaps = 0;
        for (const vx of halves) {
          for (let vy = -4; vy <= 5; vy += 1) {
            for (const vz of [true, false]) {
              const value: Readonly<Record<string, number | boolean>> = { x: vx, y: vy, z: vz };
              const held = tried.rules.filter((rule) =>
                rule.when.some((all) => Object.entries(all).every(([name, asked]) => meets(asked, value[name] ?? 0))),
              ).length;
              if (held === 0) holes += 1;
              if (held > 1) overlaps += 1;
            }
          }
        }
        const faults = checkLights(tried);
        expect(faults.some(({ fault }) => fault === 'hole')).toBe(holes > 0);
        expect(faults.some(({ fault }) => fault === 'overlap')).toBe(overlaps > 0);
        for (const fault of faults) if (fault.fault === 'hole') expect(lightOf(tried, fault.example)).toBeNull();
      }),
    );
  });
});

describe('the light of a case', () => {
  const points = defineLights({
    id: 'points',
    label: '点',
    source: '测试',
    inputs: { deltaPoints: amount('差', '点'), months: count('月', ''), late: yesNo('逾期') },
    rules: [
      { id: 'late', light: 'red', words: '逾期', when: [{ late: true }] },
      { id: 'near', light: 'green', words: '近', when: [{ late: false, deltaPoints: { from: -10 } }] },
      { id: 'far', light: 'yellow', words: '远', when: [{ late: false, deltaPoints: { under: -10 } }] },
    ],
  });
  it('names the rule that gave it and its words', () => {
    expect(lightOf(points, { late: false, deltaPoints: -11 })).toEqual({ light: 'yellow', rule: 'far', words: '远' });
  });
  it('is none where the data do not suffice, and is given where the missing value does not matter', () => {
    expect(lightOf(points, { late: false, deltaPoints: null })).toBeNull();
    expect(lightOf(points, {})).toBeNull();
    expect(lightOf(points, { late: true, deltaPoints: null })?.light).toBe('red');
  });
  it('is none for what no input can be', () => {
    expect(lightOf(points, { late: false, deltaPoints: Number.NaN })).toBeNull();
    expect(lightOf(points, { late: 'yes', deltaPoints: 3 })).toBeNull();
  });
  it('does not turn on the dust of binary arithmetic', () => {
    expect(lightOf(points, { late: false, deltaPoints: (0.15 - 0.25) * 100 })?.rule).toBe('near');
  });
  it('a rule on what is not declared does not compile', () => {
    const rest = { id: 'x', label: '', source: '', inputs: { late: yesNo('逾期') } };
    // @ts-expect-error no such input
    defineLights({ ...rest, rules: [{ id: 'a', light: 'red', words: '', when: [{ lat: true }] }] });
    // @ts-expect-error a yes or no has no range
    defineLights({ ...rest, rules: [{ id: 'a', light: 'red', words: '', when: [{ late: { from: 1 } }] }] });
    expect(defineLights({ ...rest, rules: [] }).rules).toEqual([]);
  });
});
