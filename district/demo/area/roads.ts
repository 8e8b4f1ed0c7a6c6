import { chance } from '../chance.ts';
import type { Words } from '../words.ts';
import type { Area } from './area.ts';
import { smooth } from './curve.ts';
import type { Mesh, Side } from './mesh.ts';
import { pathThrough, waysOn } from './path.ts';
import { between, type Point, type Position, toPoint, toPosition } from './plane.ts';
import { contains } from './ring.ts';
import { avenues, roadWords } from './road-names.ts';
import { lineOf } from './water.ts';

export type RoadRank = 'avenue' | 'road' | 'street' | 'lane';

export interface Road {
  readonly code: string;
  readonly name: Words;
  readonly rank: RoadRank;
  readonly line: readonly Position[];
}

/** A house number: a position inside its cell, on the side of the road. */
export interface Frontage {
  readonly road: string;
  readonly cell: string;
  readonly number: number;
  readonly point: Position;
}

const RANKS: readonly { readonly rank: RoadRank; readonly count: number; readonly km: readonly [number, number] }[] = [
  { rank: 'road', count: 72, km: [1.8, 3.6] },
  { rank: 'street', count: 92, km: [0.7, 1.6] },
  { rank: 'lane', count: 43, km: [0.25, 0.6] },
];
const SUFFIX: Readonly<Record<RoadRank, Words>> = {
  avenue: { zh: '大道', en: 'Avenue' },
  road: { zh: '路', en: 'Road' },
  street: { zh: '街', en: 'Street' },
  lane: { zh: '巷', en: 'Lane' },
};

/** 220 invented roads along the borders of cells: avenues from end to end, the rest going on as straight as the borders let them. */
export function roads(
  mesh: Mesh,
  cellAreas: readonly Area[],
  cellCodes: readonly string[],
): { readonly roads: readonly Road[]; readonly frontages: readonly Frontage[] } {
  const source = chance('qingjiang-roads');
  const ways = waysOn(mesh);
  const taken = new Set<string>();
  const result: Road[] = [];
  const frontages: Frontage[] = [];
  const areaOfCell = new Map(cellAreas.map((area) => [area.code, area]));
  const sideOf = new Map(mesh.sides.flat().map((side) => [`${side.from}>${side.to}`, side]));
  const keyOf = (from: number, to: number): string => `${Math.min(from, to)}-${Math.max(from, to)}`;

  const lay = (name: Words, rank: RoadRank, corners: readonly number[]): void => {
    const code = `R${String(result.length + 1).padStart(3, '0')}`;
    result.push({ code, name, rank, line: lineOf(mesh, corners) });
    let number = 0;
    corners.forEach((from, i) => {
      const to = corners[i + 1];
      if (to === undefined) return;
      taken.add(keyOf(from, to));
      number += 2 + source.below(9);
      // Odd numbers on the left, even ones on the right.
      for (const [side, parity] of [
        [sideOf.get(`${from}>${to}`), 1],
        [sideOf.get(`${to}>${from}`), 0],
      ] as const) {
        if (!side) continue;
        const cell = cellCodes[side.left] as string;
        const area = areaOfCell.get(cell) as Area;
        for (const along of [0.3, 0.7]) {
          const kerb = between(mesh.corners[side.from] as Point, mesh.corners[side.to] as Point, along);
          const point = toPosition(between(kerb, toPoint(area.centre), source.between(0.22, 0.5)));
          const doors = number * 2 + (along > 0.5 ? 12 : 0) + parity;
          if (contains(area.polygon, point)) frontages.push({ road: code, cell, number: doors, point });
        }
      }
      number += 8;
    });
  };

  for (const { name, through } of avenues) lay(name, 'avenue', pathThrough(mesh, smooth(through, 4, false)));
  const starts = [...ways.values()].flat().filter(({ from, to }) => from < to);
  let word = 0;
  for (const { rank, count, km } of RANKS) {
    for (let laid = 0; laid < count; ) {
      const first = source.pick(starts);
      if (taken.has(keyOf(first.from, first.to))) continue;
      const corners = straightOn(mesh, ways, first, source.between(...km), (from, to) => taken.has(keyOf(from, to)));
      if (corners.length < (rank === 'lane' ? 2 : 3)) continue;
      const base = roadWords[word++ % roadWords.length] as Words;
      const suffix = SUFFIX[rank];
      lay({ zh: base.zh + suffix.zh, en: `${base.en} ${suffix.en}` }, rank, corners);
      laid++;
    }
  }
  return { roads: result, frontages };
}

/** Extends a side at both ends while a border goes on within about 60°, up to a length in kilometres. */
function straightOn(
  mesh: Mesh,
  ways: ReadonlyMap<number, readonly Side[]>,
  first: Side,
  length: number,
  isTaken: (from: number, to: number) => boolean,
): readonly number[] {
  const corners = [first.from, first.to];
  let reach = first.length;
  for (let ends = 2; ends > 0 && reach < length; ) {
    const [a, b] = [mesh.corners[corners.at(-2) as number] as Point, mesh.corners[corners.at(-1) as number] as Point];
    let best: Side | undefined;
    let straightest = 0.5;
    for (const side of ways.get(corners.at(-1) as number) ?? []) {
      if (side.right === undefined || corners.includes(side.to) || isTaken(side.from, side.to)) continue;
      const c = mesh.corners[side.to] as Point;
      const [ux, uy, vx, vy] = [b[0] - a[0], b[1] - a[1], c[0] - b[0], c[1] - b[1]];
      const cosine = (ux * vx + uy * vy) / Math.sqrt((ux * ux + uy * uy) * (vx * vx + vy * vy));
      if (cosine > straightest) [best, straightest] = [side, cosine];
    }
    if (best) {
      corners.push(best.to);
      reach += best.length;
    } else ends--;
    corners.reverse();
  }
  return corners;
}
