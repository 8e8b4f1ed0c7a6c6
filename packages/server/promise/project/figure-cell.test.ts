import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnLetters, readFigure } from './figure-cell.ts';

describe('a cell', () => {
  it.each([
    ['1,234.5', 1234.5],
    ['１２．３％', 12.3],
    [' -4 ', -4],
    ['−0.5', -0.5],
    ['.5', 0.5],
    [12, 12],
    [0, 0],
    ['0', 0],
  ])('%j is %d', (cell, value) => {
    expect(readFigure(cell)).toEqual({ value });
  });

  it.each(['', ' ', '-', '—', '——', '/', '无', null])('%j is nothing, and never zero', (cell) => {
    expect(readFigure(cell)).toEqual({ value: null });
  });

  it.each(['约10', '1,23', '=A1+B1', '1e3', '12万', Number.NaN, 1e16])('%j is told as wrong', (cell) => {
    expect(readFigure(cell)).toHaveProperty('fault');
  });

  it('reads back what was written with groups of three', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), (whole) => {
        expect(readFigure((whole / 100).toLocaleString('en-US', { maximumFractionDigits: 2 }))).toEqual({
          value: whole === 0 ? 0 : whole / 100,
        });
      }),
    );
  });
});

it('columns go by letters', () => {
  expect([1, 26, 27, 52, 53, 703].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'AAA']);
});
