import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Doubtable, doubtsOf, medianOf } from './doubt.ts';

const plain: Doubtable = {
  value: 60,
  growth: null,
  before: [10, 20, 30, 40, 50],
  cumulative: true,
  lastYear: null,
  provisional: null,
};
const kinds = (one: Doubtable) => doubtsOf(one).map(({ kind }) => kind);

describe('a figure is doubted', () => {
  it('not where it goes on as it did', () => {
    expect(kinds(plain)).toEqual([]);
  });

  it('where it jumps, and one earlier outlier does not hide the next', () => {
    expect(kinds({ ...plain, value: 120 })).toEqual(['jump']);
    expect(kinds({ ...plain, before: [10, 20, 90, 100, 110, 120], value: 190 })).toEqual(['jump']);
  });

  it('not by its history where there is hardly any', () => {
    expect(kinds({ ...plain, before: [10, 20, 30], value: 900 })).toEqual([]);
  });

  it('where a running total falls, and a level may', () => {
    expect(kinds({ ...plain, before: [50], value: 49 })).toEqual(['shrink']);
    expect(kinds({ ...plain, before: [50], value: 49, cumulative: false })).toEqual([]);
  });

  it('where the growth entered is not that over last year’s value, beyond the points allowed', () => {
    expect(kinds({ ...plain, growth: 9, lastYear: 50 })).toEqual(['growth']);
    expect(kinds({ ...plain, growth: 17.5, lastYear: 50 })).toEqual([]);
    // Without last year’s value nothing can be said.
    expect(kinds({ ...plain, growth: 9 })).toEqual([]);
  });

  it('where the final value is far from the provisional one', () => {
    expect(kinds({ ...plain, provisional: 59 })).toEqual(['final']);
    expect(kinds({ ...plain, provisional: 59.9 })).toEqual([]);
  });

  it('alike in whatever unit it is told', () => {
    const values = fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: 5, maxLength: 12 });
    fc.assert(
      fc.property(
        values,
        fc.integer({ min: 0, max: 10_000 }),
        fc.integer({ min: 2, max: 1000 }),
        (before, value, times) => {
          const one = { ...plain, before, value, cumulative: false };
          const other = { ...one, before: before.map((each) => each * times), value: value * times };
          expect(kinds(other)).toEqual(kinds(one));
        },
      ),
    );
  });

  it('never by where a level stands, only by how it moves', () => {
    const values = fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: 5, maxLength: 12 });
    fc.assert(
      fc.property(
        values,
        fc.integer({ min: 0, max: 10_000 }),
        fc.integer({ min: 1, max: 1000 }),
        (before, value, more) => {
          const one = { ...plain, before, value, cumulative: false };
          const other = { ...one, before: before.map((each) => each + more), value: value + more };
          expect(kinds(other)).toEqual(kinds(one));
        },
      ),
    );
  });
});

it('the median lies between half and half', () => {
  fc.assert(
    fc.property(fc.array(fc.integer(), { minLength: 1 }), (values) => {
      const median = medianOf(values);
      expect(values.filter((one) => one < median).length).toBeLessThanOrEqual(values.length / 2);
      expect(values.filter((one) => one > median).length).toBeLessThanOrEqual(values.length / 2);
    }),
  );
});
