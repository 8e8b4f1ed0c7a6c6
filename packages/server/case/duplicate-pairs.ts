import type { Instant } from '@huying/kit/calendar';

/** A case with a point, and what it is about. */
export interface Placed {
  readonly id: string;
  readonly at: Instant;
  /** WGS 84. */
  readonly longitude: number;
  readonly latitude: number;
  readonly about: string;
}

export interface Nearness {
  readonly metres: number;
  readonly milliseconds: number;
}

/** Two cases that may be one, the earlier first, by their places in what was given. */
export type Pair = readonly [earlier: number, later: number];

/** Metres of a degree of latitude, near enough over the few that are asked about. */
const METRES = 111_320;

/** Metres between two points a few hundred metres apart at most. */
export function metresBetween(
  a: Pick<Placed, 'longitude' | 'latitude'>,
  b: Pick<Placed, 'longitude' | 'latitude'>,
): number {
  const dx = (a.longitude - b.longitude) * Math.cos((a.latitude * Math.PI) / 180);
  return Math.hypot(dx, a.latitude - b.latitude) * METRES;
}

/**
 * Every two cases about the same thing, near in place and in time. Takes time with the cases and the pairs found: cases are sorted
 * into squares as wide as `metres`, so that each is compared with its own and the eight around it, and with those of its time only.
 */
export function duplicatePairs(cases: readonly Placed[], near: Nearness): Pair[] {
  const order = [...cases.keys()].sort((a, b) => at(cases, a).at - at(cases, b).at);
  const squares = new Map<string, number[]>();
  const pairs: Pair[] = [];
  const side = Math.max(near.metres, 1) / METRES;
  for (const later of order) {
    const one = at(cases, later);
    // Squares are wide enough in degrees of longitude as far as 60° north and south; beyond, four of them stand for one.
    const wide = Math.abs(one.latitude) < 60 ? 2 * side : 8 * side;
    const [x, y] = [Math.floor(one.longitude / wide), Math.floor(one.latitude / side)];
    for (let dx = -1; dx <= 1; dx += 1) {
      for (let dy = -1; dy <= 1; dy += 1) {
        const found = squares.get(`${one.about} ${wide} ${x + dx} ${y + dy}`) ?? [];
        for (let index = found.length - 1; index >= 0; index -= 1) {
          const earlier = found[index] as number;
          const other = at(cases, earlier);
          if (one.at - other.at > near.milliseconds) break;
          if (metresBetween(one, other) <= near.metres) pairs.push([earlier, later]);
        }
      }
    }
    const own = `${one.about} ${wide} ${x} ${y}`;
    const square = squares.get(own);
    if (square === undefined) squares.set(own, [later]);
    else square.push(later);
  }
  return pairs;
}

/** Cases that pairs hold together, in the order in which they were given, and how many pairs they make. */
export interface DuplicateGroup {
  readonly members: readonly number[];
  readonly pairs: number;
}

/** The groups of all pairs, the largest first, of equal ones that whose first case comes first. */
export function duplicateGroups(pairs: readonly Pair[]): readonly DuplicateGroup[] {
  const above = new Map<number, number>();
  const top = (index: number): number => {
    let root = index;
    for (let next = above.get(root); next !== undefined; next = above.get(root)) root = next;
    return root;
  };
  for (const [a, b] of pairs) {
    const [one, other] = [top(a), top(b)];
    if (one !== other) above.set(other, one);
  }
  const counts = new Map<number, number>();
  for (const [one] of pairs) counts.set(top(one), (counts.get(top(one)) ?? 0) + 1);
  const groups = [...Map.groupBy(new Set(pairs.flat()), top)].map(
    ([root, members]): DuplicateGroup => ({ members: members.sort((a, b) => a - b), pairs: counts.get(root) ?? 0 }),
  );
  return groups.sort((a, b) => b.members.length - a.members.length || (a.members[0] ?? 0) - (b.members[0] ?? 0));
}

function at(cases: readonly Placed[], index: number): Placed {
  return cases[index] as Placed;
}
