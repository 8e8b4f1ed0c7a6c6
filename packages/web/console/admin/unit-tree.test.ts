import { describe, expect, it } from 'vitest';
import { inTreeOrder } from './unit-tree.ts';

const unit = (id: string, parent: string | null) => ({
  ...{ id, parent, code: id, name: { zh: id, en: id } },
  ...{ from: 0, to: null },
});

describe('the tree of units', () => {
  it('reads each unit before those below it, in the order they came', () => {
    const lines = inTreeOrder([
      unit('team', 'office'),
      unit('district', null),
      unit('street', 'district'),
      unit('office', 'district'),
    ]);
    expect(lines.map(({ unit: { id }, depth }) => [id, depth])).toEqual([
      ['district', 0],
      ['street', 1],
      ['office', 1],
      ['team', 2],
    ]);
  });
});
