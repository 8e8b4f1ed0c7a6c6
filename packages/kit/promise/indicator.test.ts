import { describe, expect, it } from 'vitest';
import { checkIndicator, indicatorOf } from './indicator.ts';
import { indicator, up } from './promise.fixture.ts';

const time = { start: '2027-01-01', due: '2027-11-30' };

describe('an indicator from its draft', () => {
  it('is completed with what is usual, over the time of its promise', () => {
    expect(indicatorOf({ name: 'beds', label: '床位', unit: '张' }, time)).toEqual({
      name: 'beds',
      label: '床位',
      unit: '张',
      decimals: 0,
      aim: { aim: 'followed' },
      mode: 'cumulative',
      path: { shape: 'months', ...time },
      weight: 1,
      every: null,
      measure: null,
      stage: null,
    });
  });
  it('keeps what it says: a shape alone, a path of its own', () => {
    const draft = { name: 'beds', label: '床位', unit: '张', aim: up(0, 3), weight: 2 };
    expect(indicatorOf({ ...draft, path: { shape: 'quarters' } }, time).path).toEqual({ shape: 'quarters', ...time });
    const path = { shape: 'points', points: [{ on: '2027-06-30', expected: 3 }] } as const;
    expect(indicatorOf({ ...draft, path }, time)).toMatchObject({ path, weight: 2 });
  });
});

describe('what is wrong with an indicator', () => {
  it('is nothing with a sound one', () => expect(checkIndicator(indicator())).toEqual([]));
  it.each([
    ['a target against its direction', { aim: { aim: 'up', base: 10, value: 5 } }],
    ['a target that is its base', { aim: { aim: 'down', base: 5, value: 5 } }],
    ['a band that ends before it begins', { aim: { aim: 'band', from: 2, to: 1 } }],
    ['a negative weight', { weight: -1 }],
    ['a weight that is none', { weight: Number.NaN }],
    ['digits that cannot be shown', { decimals: 1.5 }],
    ['a path that is due before it starts', { path: { shape: 'days', start: '2027-02-01', due: '2027-01-01' } }],
    ['a path without points', { path: { shape: 'points', points: [] } }],
    [
      'points out of order',
      {
        path: {
          shape: 'points',
          points: [
            { on: '2027-02-01', expected: 1 },
            { on: '2027-02-01', expected: 2 },
          ],
        },
      },
    ],
    ['a name that is none', { name: 'Beds 1' }],
  ] as const)('%s', (_title, change) => {
    const found = checkIndicator(indicator(change));
    expect(found).toHaveLength(1);
    expect(found[0]?.zh).toMatch(/。$/);
  });
});
