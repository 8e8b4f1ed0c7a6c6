import type { Light } from '@huying/kit/clock';
import { cellsOf, cellZoom, type Position, projected, type Tile, tileOfNumber } from '@huying/kit/map';
import type { CaseReach } from '../../access/index.ts';
import type { Tx } from '../../db/index.ts';
import { countedHeapsOf, type Dot, dotsOf, type Heap, heapsOf, type MapQuery } from './store.ts';
import { extent, type TileFeature } from './vector-tile.ts';

/** The lights of a case, in the order of their weight. */
export const lights: readonly Light[] = ['red', 'yellow', 'green', 'paused', 'late', 'done'];

/** From this zoom on cases stand one by one: a street's length is on a screen. */
const singleFrom = 16;
/** Up to this zoom settled cases are taken from their counts: a tile of it holds 8 × 8 of the squares they are kept by. */
const countedTo = 13;
/** A tile is eight squares wide, so that clusters are some sixty points of a screen apart. */
const gridSteps = 3;
/** More than this many dots on one tile nobody can tell apart, nor a phone draw: they are clustered like further out. */
const dotsAtMost = 500;

/** The cases of a tile within a reach: one by one near by, else in clusters with how many there are of each light. */
export async function caseFeatures(
  tx: Tx,
  tile: Tile,
  query: {
    readonly tenant: string;
    readonly reach: CaseReach;
    readonly lights: readonly Light[];
    readonly now: number;
  },
): Promise<readonly TileFeature[]> {
  const within: MapQuery = { ...query, ...cellsOf(tile, cellZoom) };
  if (query.reach.reach !== 'cases') return [];
  if (tile.z >= singleFrom) {
    const dots = await dotsOf(tx, within, dotsAtMost + 1);
    if (dots.length <= dotsAtMost) return dots.sort((a, b) => (a.id < b.id ? -1 : 1)).map((dot) => single(dot, tile));
  }
  const grid = Math.min(tile.z + gridSteps, cellZoom);
  const counted = tile.z <= countedTo && query.reach.units === 'all';
  const heaps = await (counted ? countedHeapsOf : heapsOf)(tx, within, grid);
  return clusters(heaps, grid, tile);
}

function single({ id, number, light, east, north }: Dot, tile: Tile): TileFeature {
  return { type: 1, geometry: [placed(east, north, tile, tile)], tags: { id, number, light } };
}

/** One cluster for each square that holds anything, at the middle of what it holds, largest first. */
function clusters(heaps: readonly Heap[], grid: number, tile: Tile): readonly TileFeature[] {
  const squares = new Map<number, { count: number; east: number; north: number; tags: Record<string, number> }>();
  for (const { square, light, count, east, north } of heaps) {
    const sum = squares.get(square) ?? { count: 0, east: 0, north: 0, tags: {} };
    sum.count += count;
    sum.east += east;
    sum.north += north;
    sum.tags[light] = (sum.tags[light] ?? 0) + count;
    squares.set(square, sum);
  }
  return [...squares]
    .filter(([, { count }]) => count > 0)
    .sort(([a, one], [b, other]) => other.count - one.count || a - b)
    .map(([square, { count, east, north, tags }]) => ({
      type: 1,
      geometry: [placed(east / count, north / count, tile, tileOfNumber(square, grid))],
      tags: { count, ...tags },
    }));
}

/** A point in the units of a tile, kept within its own square: a middle is rounded, and must not be drawn beside what it stands for. */
function placed(east: number, north: number, tile: Tile, square: Tile): readonly [number, number] {
  const at: Position = projected(east / 1e7, north / 1e7) ?? { x: 0, y: 0 };
  const side = extent / 2 ** (square.z - tile.z);
  const along = (position: number, from: number, own: number) => {
    const start = (own - from * 2 ** (square.z - tile.z)) * side;
    const units = Math.floor((position * 2 ** tile.z - from) * extent);
    return Math.min(start + side - 1, Math.max(start, units));
  };
  return [along(at.x, tile.x, square.x), along(at.y, tile.y, square.y)];
}
