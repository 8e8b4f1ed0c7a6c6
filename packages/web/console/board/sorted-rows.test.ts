import { describe, expect, it } from 'vitest';
import { sortedRows } from './sorted-rows.ts';

const row = (zh: string, rate: number | null) => ({
  value: zh,
  label: { zh, en: zh },
  cells: [{ n: 0, d: 0, x: 0, rate }],
});

describe('the rows of a table', () => {
  it('stand by number either way, and what has none stands last both times', () => {
    const rows = [row('a', 2), row('none', null), row('b', 3), row('c', 1)];
    expect(sortedRows(rows, 0, true, 'en').map(({ value }) => value)).toEqual(['b', 'a', 'c', 'none']);
    expect(sortedRows(rows, 0, false, 'en').map(({ value }) => value)).toEqual(['c', 'a', 'b', 'none']);
  });

  it('of one number stand by name', () => {
    expect(sortedRows([row('b', 1), row('a', 1)], 0, true, 'en').map(({ value }) => value)).toEqual(['a', 'b']);
  });
});
