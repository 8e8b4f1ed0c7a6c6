import { expect, it } from 'vitest';
import type { IndicatorView } from '../../client/index.ts';
import { indicatorAt } from './anchor.ts';

const indicator = (name: string, ...ids: readonly string[]) =>
  ({ name, observations: ids.map((id) => ({ id })) }) as unknown as IndicatorView;

it('finds the indicator an address points at', () => {
  const all = [indicator('length', 'a'), indicator('paid', 'b', 'c')];
  expect(indicatorAt(all, '#observation-c')?.name).toBe('paid');
  expect(indicatorAt(all, '#indicator-length')?.name).toBe('length');
  expect(indicatorAt(all, '#evidence-b')).toBeUndefined();
  expect(indicatorAt(all, '')).toBeUndefined();
});
