import { projected, unprojected } from '@huying/kit/map';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Camera,
  cameraOf,
  cameraText,
  FURTHEST,
  fitted,
  moved,
  NEAREST,
  onMap,
  onScreen,
  tilesIn,
  zoomed,
} from './camera.ts';

const view = { width: 800, height: 600 };
const camera = fc.record({
  x: fc.double({ min: 0.1, max: 0.9, noNaN: true }),
  y: fc.double({ min: 0.1, max: 0.9, noNaN: true }),
  zoom: fc.double({ min: FURTHEST, max: NEAREST, noNaN: true }),
});
const point = fc.record({ x: fc.integer({ min: 0, max: 800 }), y: fc.integer({ min: 0, max: 600 }) });

describe('the camera', () => {
  it('keeps what is under the mouse there when one looks nearer', () => {
    fc.assert(
      fc.property(camera, point, fc.double({ min: -1, max: 1, noNaN: true }), (before, at, by) => {
        fc.pre(before.zoom > 4);
        const held = onMap(at, before, view);
        const after = onScreen(held, zoomed(before, by, at, view), view);
        expect(after.x).toBeCloseTo(at.x, 3);
        expect(after.y).toBeCloseTo(at.y, 3);
      }),
    );
  });

  it('never looks nearer or from further than there is something to see, nor leaves the map', () => {
    const all: Camera = { x: 0.5, y: 0.5, zoom: 3 };
    expect(zoomed(all, -5, { x: 0, y: 0 }, view).zoom).toBe(FURTHEST);
    expect(zoomed(all, 99, { x: 0, y: 0 }, view).zoom).toBe(NEAREST);
    expect(moved(all, 1e9, 1e9)).toMatchObject({ x: 0, y: 0 });
  });

  it('fitted to a district shows all of it', () => {
    const [west, south, east, north] = [113.1, 22.9, 113.4, 23.25] as const;
    const home = fitted([west, south, east, north], view);
    for (const [longitude, latitude] of [
      [west, south],
      [east, north],
    ] as const) {
      const { x, y } = onScreen(projected(longitude, latitude) ?? { x: 0, y: 0 }, home, view);
      expect(x >= 0 && x <= 800 && y >= 0 && y <= 600).toBe(true);
    }
    expect(fitted([113, 23, 113, 23], view).zoom).toBe(NEAREST);
  });

  it('comes back from the address of the page', () => {
    fc.assert(
      fc.property(camera, (one) => {
        const back = cameraOf(cameraText(one));
        expect(back?.zoom).toBeCloseTo(one.zoom, 1);
        expect(unprojected(back ?? one).longitude).toBeCloseTo(unprojected(one).longitude, 4);
      }),
    );
  });

  it.each([null, '', 'a,b,c', '23,113', '99,113,10', '23,999,10', '23,113,99', '23,113,NaN', ',,'])(
    'is not in an address that says %j',
    (text) => {
      expect(cameraOf(text)).toBeUndefined();
    },
  );
});

describe('the tiles that are seen', () => {
  it('cover the view, are few, and none is deeper than there are', () => {
    fc.assert(
      fc.property(camera, point, fc.integer({ min: 10, max: 18 }), (one, at, deepest) => {
        const tiles = tilesIn(one, view, deepest);
        const { x, y } = onMap(at, one, view);
        const covered = tiles.some((tile) => {
          const side = 2 ** tile.z;
          return Math.floor(x * side) === tile.x && Math.floor(y * side) === tile.y;
        });
        expect(covered).toBe(true);
        expect(tiles.length).toBeLessThanOrEqual(20);
        expect(tiles.every(({ z }) => z <= deepest)).toBe(true);
      }),
    );
  });
});
