import { defineParameter } from '@huying/kit/app';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parameterCatalogue } from './parameter-catalogue.ts';
import { parameterView } from './parameter-view.ts';
import type { ParameterValue } from './store.ts';

const name = 'hotline.days';
const catalogue = parameterCatalogue([
  defineParameter({ name, label: '天数', editableBy: 'chief', kind: 'number', default: -1, min: -1, max: 1e6 }),
]);

it('the value at an instant is the last set among those from the latest instant not after it, else the default', () => {
  const settings = fc.array(fc.record({ from: fc.integer({ min: 0, max: 20 }), value: fc.nat({ max: 1e6 }) }), {
    maxLength: 12,
  });
  fc.assert(
    fc.property(settings, fc.integer({ min: 0, max: 25 }), (sets, instant) => {
      const rows = sets
        .map(
          ({ from, value }, i): ParameterValue => ({
            seq: i + 1,
            name,
            effectiveFrom: from,
            value,
            setBy: '',
            account: null,
            reason: '',
            setAt: i,
          }),
        )
        .sort((a, b) => a.effectiveFrom - b.effectiveFrom || a.setAt - b.setAt);
      let expected = -1;
      let latest = Number.NEGATIVE_INFINITY;
      for (const { from, value } of sets) {
        if (from <= instant && from >= latest) [latest, expected] = [from, value];
      }
      expect(parameterView(catalogue, 's', rows).at(name, instant)).toBe(expected);
    }),
  );
});

it('values are frozen, for everyone in the process shares them', () => {
  const row: ParameterValue = {
    seq: 1,
    name,
    effectiveFrom: 0,
    value: { a: [1] },
    setBy: '',
    account: null,
    reason: '',
    setAt: 0,
  };
  const value = parameterView(catalogue, 's', [row]).at(name, 1) as { a: number[] };
  expect(() => value.a.push(2)).toThrow(TypeError);
});
