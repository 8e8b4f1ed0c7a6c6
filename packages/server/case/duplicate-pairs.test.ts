import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { duplicateGroups, duplicatePairs, metresBetween, type Placed } from './duplicate-pairs.ts';

const near = { metres: 50, milliseconds: 24 * 3_600_000 };
const placed = fc.record({
  id: fc.uuid(),
  at: fc.integer({ min: 0, max: 5 * near.milliseconds }),
  longitude: fc.double({ min: 113.26, max: 113.264, noNaN: true }),
  latitude: fc.double({ min: 23.12, max: 23.124, noNaN: true }),
  about: fc.constantFrom('drain', 'light'),
});

/** Everybody with everybody. */
function byHand(cases: readonly Placed[]): string[] {
  return cases.flatMap((one, i) =>
    cases.flatMap((other, j) =>
      j > i &&
      one.about === other.about &&
      Math.abs(one.at - other.at) <= near.milliseconds &&
      metresBetween(one, other) <= near.metres
        ? [`${i} ${j}`]
        : [],
    ),
  );
}

describe('pairs of cases that may be one', () => {
  it('are all that comparing everybody with everybody finds, each once', () => {
    fc.assert(
      fc.property(fc.array(placed, { maxLength: 60 }), (cases) => {
        const found = duplicatePairs(cases, near).map(([a, b]) => `${Math.min(a, b)} ${Math.max(a, b)}`);
        expect(found.sort()).toEqual(byHand(cases).sort());
      }),
    );
  });

  it('tell the earlier first', () => {
    const at = (hours: number) => ({ id: '', at: hours * 3_600_000, longitude: 113, latitude: 23, about: 'x' });
    expect(duplicatePairs([at(5), at(1), at(40)], near)).toEqual([[1, 0]]);
  });

  it('are found in the far north as well, where degrees of longitude are narrow', () => {
    const at = (longitude: number) => ({ id: '', at: 0, longitude, latitude: 70, about: 'x' });
    expect(duplicatePairs([at(25), at(25.0012)], near)).toHaveLength(1);
  });
});

describe('groups', () => {
  it('hold whatever pairs hold together, the largest first', () => {
    const groups = duplicateGroups([
      [0, 1],
      [5, 6],
      [1, 2],
      [8, 2],
    ]);
    expect(groups).toEqual([
      { members: [0, 1, 2, 8], pairs: 3 },
      { members: [5, 6], pairs: 1 },
    ]);
  });

  it('come in order, in themselves and among equals, however their pairs were found', () => {
    const groups = duplicateGroups([
      [7, 9],
      [2, 4],
      [0, 4],
      [1, 3],
    ]);
    expect(groups.map(({ members }) => members)).toEqual([
      [0, 2, 4],
      [1, 3],
      [7, 9],
    ]);
  });

  it('share all pairs among them: where everybody is near everybody, n of n cases are n (n − 1) / 2', () => {
    fc.assert(
      fc.property(fc.array(placed, { maxLength: 60 }), (cases) => {
        const pairs = duplicatePairs(cases, near);
        const groups = duplicateGroups(pairs);
        expect(groups.reduce((sum, group) => sum + group.pairs, 0)).toBe(pairs.length);
        for (const { members, pairs: own } of groups) {
          expect(own).toBeGreaterThanOrEqual(members.length - 1);
          expect(own).toBeLessThanOrEqual((members.length * (members.length - 1)) / 2);
        }
      }),
    );
    const same = Array.from({ length: 5 }, (_, at) => ({ id: `${at}`, at, longitude: 113, latitude: 23, about: 'x' }));
    expect(duplicateGroups(duplicatePairs(same, near))).toEqual([{ members: [0, 1, 2, 3, 4], pairs: 10 }]);
  });
});
