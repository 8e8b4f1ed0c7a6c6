import { describe, expect, it } from 'vitest';
import { dueSoon, overdue, ownersOf, redOnes, unproven } from './board-lists.ts';
import { rowOf } from './sample-row.ts';

const numbers = (rows: readonly { readonly number: string }[]) => rows.map(({ number }) => number);

describe('what a leader looks at today', () => {
  const rows = [
    rowOf({ number: 'yesterday', due: '2026-06-29' }),
    rowOf({ number: 'today', due: '2026-06-30' }),
    rowOf({ number: 'in a week', due: '2026-07-07' }),
    rowOf({ number: 'in eight days', due: '2026-07-08' }),
    rowOf({ number: 'done', due: '2026-06-29', official: 'done', evidence: 'full' }),
    rowOf({ number: 'open end', due: null }),
  ];

  it('is due soon from today to the seventh day after, and late from the day after it was due', () => {
    expect(numbers(dueSoon(rows, '2026-06-30'))).toEqual(['today', 'in a week']);
    expect(numbers(overdue(rows, '2026-06-30'))).toEqual(['yesterday']);
  });

  it('counts nothing twice', () => {
    const late = new Set(numbers(overdue(rows, '2026-06-30')));
    expect(numbers(dueSoon(rows, '2026-06-30')).some((number) => late.has(number))).toBe(false);
  });

  it('is what was said to be done and not proven', () => {
    const said = [
      rowOf({ number: 'a', official: 'done', evidence: 'none' }),
      rowOf({ number: 'b', official: 'basically-done', evidence: 'part' }),
      rowOf({ number: 'c', official: 'done', evidence: 'full' }),
      rowOf({ number: 'd', evidence: 'none' }),
    ];
    expect(numbers(unproven(said))).toEqual(['a', 'b']);
  });

  it('is what is red, the furthest behind first, and who owns it', () => {
    const water = { id: 'w', name: { zh: '水务局', en: 'Water' } };
    const red = [
      rowOf({ number: 'a', light: 'red', rate: 0.4, expected: 0.5, lead: water }),
      rowOf({ number: 'b', light: 'red', rate: 0.1, expected: 0.5, lead: water }),
      rowOf({ number: 'c', light: 'yellow' }),
      rowOf({ number: 'd', light: 'red', rate: null, lead: null }),
    ];
    expect(numbers(redOnes(red))).toEqual(['b', 'a', 'd']);
    expect(ownersOf(redOnes(red))).toEqual([{ unit: water, count: 2 }]);
  });
});
