import { type Position, projected } from './mercator.ts';

/** One square of the map cut into 2^z × 2^z: column x from the west, row y from the north. */
export interface Tile {
  readonly z: number;
  readonly x: number;
  readonly y: number;
}

/** The zoom of the cells that points are kept by: at the equator a cell is 153 m wide, at 40° 117 m. */
export const cellZoom = 18;

/**
 * The cell a point, WGS 84 degrees, lies in: its column and row at `cellZoom`, their bits in turn (Morton order), so that the cells of any tile
 * are one run of numbers. A point on the border of two cells is in the eastern or southern one, and so in exactly one. Null beyond the map.
 */
export function cellOf(longitude: number, latitude: number): number | null {
  const position = projected(longitude, latitude);
  return position === null ? null : cellNumber(tileAt(position, cellZoom));
}

/** The tile of a zoom in which a position lies. */
export function tileAt({ x, y }: Position, z: number): Tile {
  const side = 2 ** z;
  return { z, x: Math.min(side - 1, Math.floor(x * side)), y: Math.min(side - 1, Math.floor(y * side)) };
}

/** The number of a tile among those of its zoom, in Morton order. */
export function cellNumber({ z, x, y }: Tile): number {
  let number = 0;
  for (let bit = z - 1; bit >= 0; bit--) number = number * 4 + ((y >> bit) & 1) * 2 + ((x >> bit) & 1);
  return number;
}

/** The tile of a number, as `cellNumber` gives it. */
export function tileOfNumber(number: number, z: number): Tile {
  let [x, y, rest] = [0, 0, number];
  for (let bit = 0; bit < z; bit++) {
    const pair = rest % 4;
    x += (pair & 1) * 2 ** bit;
    y += (pair >> 1) * 2 ** bit;
    rest = Math.floor(rest / 4);
  }
  return { z, x, y };
}

/** The numbers of a tile's cells of a finer zoom: from the first to before `until`. */
export function cellsOf(tile: Tile, zoom: number): { readonly from: number; readonly until: number } {
  const inEach = 4 ** (zoom - tile.z);
  const number = cellNumber(tile);
  return { from: number * inEach, until: (number + 1) * inEach };
}
