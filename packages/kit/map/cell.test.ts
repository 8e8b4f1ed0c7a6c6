import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  cellNumber,
  cellOf,
  cellsOf,
  cellZoom,
  furthest,
  projected,
  tileAt,
  tileOfNumber,
  unprojected,
} from './index.ts';

const degrees = fc.record({
  longitude: fc.double({ min: -180, max: 180, noNaN: true }),
  latitude: fc.double({ min: -furthest, max: furthest, noNaN: true }),
});
const anyTile = fc.integer({ min: 0, max: cellZoom }).chain((z) =>
  fc.record({
    z: fc.constant(z),
    x: fc.integer({ min: 0, max: 2 ** z - 1 }),
    y: fc.integer({ min: 0, max: 2 ** z - 1 }),
  }),
);

describe('a point on the square map', () => {
  it.each([
    [0, 0, 0.5, 0.5],
    [-180, furthest, 0, 0],
    [180, -furthest, 1, 1],
    // Tile 10/834/444 of every web map begins at 113.203125 E, 23.241346 N.
    [113.203125, 23.241346102386135, 834 / 1024, 444 / 1024],
  ])('%d, %d is at %d, %d', (longitude, latitude, x, y) => {
    const position = projected(longitude, latitude);
    expect(position?.x).toBeCloseTo(x, 12);
    expect(position?.y).toBeCloseTo(y, 9);
  });

  it('comes back from there', () => {
    fc.assert(
      fc.property(degrees, ({ longitude, latitude }) => {
        const back = unprojected(projected(longitude, latitude) ?? { x: 0, y: 0 });
        expect(back.longitude).toBeCloseTo(longitude, 9);
        expect(back.latitude).toBeCloseTo(latitude, 9);
      }),
    );
  });

  it.each([
    [0, 86],
    [0, -90],
    [181, 0],
    [Number.NaN, 0],
    [0, Number.POSITIVE_INFINITY],
  ])('%d, %d is not on it', (longitude, latitude) => {
    expect(projected(longitude, latitude)).toBeNull();
    expect(cellOf(longitude, latitude)).toBeNull();
  });
});

describe('the cell of a point', () => {
  it('is one of the cells of exactly one tile of each zoom: the one it lies in', () => {
    fc.assert(
      fc.property(degrees, fc.integer({ min: 0, max: cellZoom }), ({ longitude, latitude }, z) => {
        const cell = cellOf(longitude, latitude) as number;
        const tile = tileAt(projected(longitude, latitude) ?? { x: 0, y: 0 }, z);
        const { from, until } = cellsOf(tile, cellZoom);
        expect(cell >= from && cell < until).toBe(true);
        expect(Math.floor(cell / 4 ** (cellZoom - z))).toBe(cellNumber(tile));
      }),
    );
  });

  it('on a border is that of the eastern or southern tile', () => {
    fc.assert(
      fc.property(anyTile, (tile) => {
        const corner = { x: tile.x / 2 ** tile.z, y: tile.y / 2 ** tile.z };
        expect(tileAt(corner, tile.z)).toEqual(tile);
      }),
    );
  });

  it('has a number that tells its column and row', () => {
    fc.assert(
      fc.property(anyTile, (tile) => {
        expect(tileOfNumber(cellNumber(tile), tile.z)).toEqual(tile);
      }),
    );
  });
});
