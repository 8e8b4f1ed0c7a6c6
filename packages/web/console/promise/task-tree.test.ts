import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TaskView } from '../../client/index.ts';
import { isLate, type TaskNode, taskTree } from './task-tree.ts';

const task = (given: Partial<TaskView> & Pick<TaskView, 'id'>): TaskView => ({
  parent: null,
  kind: 'task',
  title: given.id,
  unit: null,
  weight: 1,
  start: null,
  due: null,
  firstDue: null,
  state: 'open',
  doneOn: null,
  version: 1,
  ...given,
});

const leaves = (nodes: readonly TaskNode[]): readonly TaskNode[] =>
  nodes.flatMap((node) => (node.below.length === 0 ? [node] : leaves(node.below)));

describe('the tree of tasks', () => {
  it('gives every live leaf its share, and the shares are the whole', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 12 }), (weights) => {
        const tasks = weights.map((weight, at) =>
          task({ id: `t${at}`, weight, parent: at === 0 ? null : `t${Math.floor((at - 1) / 2)}` }),
        );
        expect(leaves(taskTree(tasks)).reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1);
      }),
    );
  });

  it('gives what was cancelled no share: its sisters carry the whole', () => {
    const tree = taskTree([task({ id: 'a', state: 'cancelled' }), task({ id: 'b' })]);
    expect(tree.map(({ share }) => share)).toEqual([0, 1]);
  });

  it('keeps a task whose parent is not shown', () => {
    expect(taskTree([task({ id: 'a', parent: 'elsewhere' })]).map(({ task: { id } }) => id)).toEqual(['a']);
  });
});

describe('a task', () => {
  it('is late from the day after its date, and no more once it was reported', () => {
    expect(isLate({ state: 'open', due: '2026-06-30' }, '2026-06-30')).toBe(false);
    expect(isLate({ state: 'open', due: '2026-06-30' }, '2026-07-01')).toBe(true);
    expect(isLate({ state: 'reported', due: '2026-06-30' }, '2026-07-01')).toBe(false);
    expect(isLate({ state: 'open', due: null }, '2026-07-01')).toBe(false);
  });
});
