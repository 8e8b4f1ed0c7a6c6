import { describe, expect, it } from 'vitest';
import { type ItemList, type ItemView, withDecided } from './review-data.ts';
import { nextOpen, queueOf } from './review-queue.ts';

const item = (no: number, clause: number, more: Partial<ItemView> = {}) =>
  ({
    no,
    clauses: [clause],
    kind: 'task',
    decision: 'open',
    doubt: null,
    promise: null,
    proposed: { title: `任务${no}`, deliverable: null, indicators: [] },
    ...more,
  }) as unknown as ItemView;

const items = [item(1, 1, { decision: 'accepted' }), item(2, 2), item(3, 3, { doubt: 'heading' }), item(4, 4)];
const nos = (found: readonly ItemView[]) => found.map(({ no }) => no);

describe('the queue', () => {
  it('shows what is asked for, in the order of the report', () => {
    const shown = (show: Parameters<typeof queueOf>[1]['show'], words = '') =>
      nos(queueOf(items, { show, kind: null, words }));
    expect(shown('open')).toEqual([2, 3, 4]);
    expect(shown('doubtful')).toEqual([3]);
    expect(shown('taken')).toEqual([1]);
    expect(shown('all', '任务4')).toEqual([4]);
  });

  it('goes on with the next open item, then with the first that is left', () => {
    expect(nextOpen(items, items[1] as ItemView)?.no).toBe(3);
    expect(nextOpen(items, items[3] as ItemView)?.no).toBe(2);
    expect(nextOpen([items[0] as ItemView], items[0] as ItemView)).toBeUndefined();
  });

  it('takes in what a decision made, where its sentence stands', () => {
    const list: ItemList = { items, progress: {} as ItemList['progress'], state: 'reviewing' };
    const split = item(2, 2, { decision: 'split' });
    const made = [item(5, 2), item(6, 2)];
    const next = withDecided(list, { item: split, made, progress: list.progress, state: 'reviewing' });
    expect(nos(next.items)).toEqual([1, 2, 5, 6, 3, 4]);
    expect(next.items[1]?.decision).toBe('split');
  });
});
