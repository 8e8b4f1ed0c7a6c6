import { describe, expect, it } from 'vitest';
import type { CaseRow } from '../../client/index.ts';
import { arrivalsOf } from './arrivals.ts';

const row = (id: string, version = 1) => ({ id, version }) as CaseRow;

describe('a list while things happen', () => {
  it('keeps its rows in their places and shows their new content', () => {
    const { rows } = arrivalsOf([row('a'), row('b')], [row('b', 2), row('a')], true);
    expect(rows).toEqual([row('a'), row('b', 2)]);
  });

  it('counts what is new and does not show it', () => {
    const { rows, arrived } = arrivalsOf([row('a')], [row('n'), row('m'), row('a')], true);
    expect([rows.length, arrived]).toEqual([1, 2]);
  });

  it('marks rows that left the list, where the whole list is known', () => {
    expect([...arrivalsOf([row('a'), row('b')], [row('b')], true).left]).toEqual(['a']);
    expect([...arrivalsOf([row('a'), row('b')], [row('b')], false).left]).toEqual([]);
  });

  it('never goes back to older content', () => {
    expect(arrivalsOf([row('a', 3)], [row('a', 2)], true).rows).toEqual([row('a', 3)]);
  });
});
