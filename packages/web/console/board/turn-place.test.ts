import { describe, expect, it } from 'vitest';
import { placeOfTurn } from './turn-place.ts';

const months = [
  { from: '2026-06-01', to: '2026-06-30' },
  { from: '2026-07-01', to: '2026-07-31' },
];

describe('the mark of a turn', () => {
  it('stands between two points where it is the first day of one, and within a point where it is a later day', () => {
    expect(placeOfTurn({ on: '2026-07-01' }, months)).toBe(1);
    expect(placeOfTurn({ on: '2026-06-16' }, months)).toBe(0.5);
  });

  it('is none outside the line', () => {
    expect(placeOfTurn({ on: '2026-08-01' }, months)).toBeUndefined();
  });
});
