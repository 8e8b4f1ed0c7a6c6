import { describe, expect, it } from 'vitest';
import { glanceFilterOf, isNarrowed, NO_GLANCE_FILTER, narrowed, searchOfGlance } from './glance-filter.ts';
import { rowOf } from './sample-row.ts';

describe('the filter of the year', () => {
  it('is the address, there and back', () => {
    const filter = {
      ...NO_GLANCE_FILTER,
      by: 'unit' as const,
      lights: ['red' as const, 'none' as const],
      disagrees: true,
      words: '学位',
    };
    expect(glanceFilterOf(new URLSearchParams(searchOfGlance(filter)))).toEqual(filter);
    expect(searchOfGlance(NO_GLANCE_FILTER)).toEqual({});
  });

  it('narrows nothing where the address cannot be read', () => {
    expect(glanceFilterOf(new URLSearchParams('by=moon&light=purple&disagrees=yes'))).toEqual(NO_GLANCE_FILTER);
  });

  it('is one only where something is left out: putting in another order is not', () => {
    expect(isNarrowed({ ...NO_GLANCE_FILTER, by: 'unit', order: 'due' })).toBe(false);
    expect(isNarrowed({ ...NO_GLANCE_FILTER, lights: ['red'] })).toBe(true);
    expect(isNarrowed({ ...NO_GLANCE_FILTER, disagrees: true })).toBe(true);
  });

  it('finds by title and number, and those without a light under no data', () => {
    const rows = [
      rowOf({ number: 'MB-1', title: '新增学位', light: 'red' }),
      rowOf({ number: 'MB-2', title: '改造旧管网', light: null }),
    ];
    expect(narrowed(rows, { ...NO_GLANCE_FILTER, words: '学位' })).toEqual([rows[0]]);
    expect(narrowed(rows, { ...NO_GLANCE_FILTER, words: 'mb-2' })).toEqual([rows[1]]);
    expect(narrowed(rows, { ...NO_GLANCE_FILTER, lights: ['none'] })).toEqual([rows[1]]);
  });

  it('can leave the lights aside, so that every light keeps its count', () => {
    const rows = [rowOf({ light: 'red' }), rowOf({ light: 'green' })];
    expect(narrowed(rows, { ...NO_GLANCE_FILTER, lights: ['red'] }, 'lights')).toHaveLength(2);
  });
});
