import { expect, it } from 'vitest';
import { addressOf } from './notice-address.ts';

it('opens what a notice is about', () => {
  expect(addressOf({ case: 'a', about: 'case' })).toBe('/cases/a');
  expect(addressOf({ case: 'a', about: 'promise' })).toBe('/promises/a');
  expect(addressOf({ case: 'a', about: 'plan' })).toBe('/plans/a');
  expect(addressOf({ case: 'a', about: 'blocker' })).toBe('/projects/blockers/a');
  expect(addressOf({ case: null, about: 'case' })).toBe('/work');
});
