import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areaAt, areaNames } from './areas.ts';
import type { DecodedTile, Feature } from './decoded-tile.ts';
import { LIGHTS, radiusOf, spotsOf } from './spots.ts';

const camera = { x: 0.5, y: 0.5, zoom: 10 };
const view = { width: 800, height: 600 };
const size = 512 * 2 ** 10;
/** So many points of the screen from the middle. */
const at = (x: number, y: number) => ({ x: 0.5 + x / size, y: 0.5 + y / size });
const tileOf = (features: readonly Feature[]): DecodedTile => ({ tile: { z: 0, x: 0, y: 0 }, features });
const dot = (id: string, x: number, y: number, light = 'green'): Feature => ({
  tags: { id, number: `HX-${id}`, light },
  rings: [[at(x, y)]],
});

describe('the circles on the map', () => {
  it('stand for every case once, however many lie together', () => {
    const place = fc.tuple(fc.integer({ min: -350, max: 350 }), fc.integer({ min: -250, max: 250 }));
    const many = fc.array(
      place.chain(([x, y]) =>
        fc.record({
          tags: fc.constantFrom(...LIGHTS).chain((light) => fc.nat(500).map((n) => ({ count: n + 1, [light]: n + 1 }))),
          rings: fc.constant([[at(x, y)]]),
        }),
      ),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(many, (features) => {
        const spots = spotsOf([tileOf(features as readonly Feature[])], camera, view);
        const sum = (counts: readonly number[]) => counts.reduce((a, b) => a + b, 0);
        expect(sum(spots.map(({ count }) => count))).toBe(sum(features.map(({ tags }) => Number(tags.count))));
        for (const spot of spots) expect(sum(Object.values(spot.lights))).toBe(spot.count);
      }),
    );
  });

  it('of cases at one address tell them one by one', () => {
    const [spot, ...others] = spotsOf([tileOf([dot('a', 0, 0, 'red'), dot('b', 3, 0), dot('c', 0, 2)])], camera, view);
    expect(others).toEqual([]);
    expect(spot).toMatchObject({ count: 3, lights: { red: 1, green: 2 } });
    expect(spot?.dots.map(({ id }) => id).sort()).toEqual(['a', 'b', 'c']);
  });

  it('that holds some cases nobody named names none', () => {
    const cluster: Feature = { tags: { count: 5, red: 5 }, rings: [[at(2, 2)]] };
    const [spot] = spotsOf([tileOf([dot('a', 0, 0), cluster])], camera, view);
    expect([spot?.count, spot?.dots]).toEqual([6, []]);
  });

  it('outside the view are not listed', () => {
    expect(spotsOf([tileOf([dot('a', 0, 0), dot('b', 900, 0)])], camera, view)).toHaveLength(1);
  });

  it('grow with what they hold, and not without end', () => {
    expect(radiusOf(10)).toBeGreaterThan(radiusOf(2));
    expect(radiusOf(1_000_000)).toBeLessThanOrEqual(30);
  });
});

describe('the areas on the map', () => {
  const square = (code: string, level: string, left: number, right: number): Feature => ({
    tags: { code, level, name: `${code}街`, nameEn: `${code} Street` },
    rings: [[at(left, left), at(right, left), at(right, right), at(left, right), at(left, left)]],
  });
  const tiles = [tileOf([square('a', 'street', -100, 100), square('b', 'cell', -10, 10)])];

  it('name a place by the finest around it', () => {
    expect(areaAt(tiles, at(0, 0))?.en).toBe('b Street');
    expect(areaAt(tiles, at(50, 50))?.zh).toBe('a街');
    expect(areaAt(tiles, at(200, 0))).toBeUndefined();
  });

  it('have their names written once, in their middle', () => {
    const names = areaNames([...tiles, ...tiles]);
    expect(names.map(({ code }) => code)).toEqual(['a', 'b']);
    expect(names[0]?.at.x).toBeCloseTo(0.5, 9);
  });
});
