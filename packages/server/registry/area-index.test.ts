import { isHuyingError } from '@huying/kit/error';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Area, areaIndex } from './area-index.ts';

const square = (x: number, y: number, size: number): number[][] => [
  [x, y],
  [x + size, y],
  [x + size, y + size],
  [x, y + size],
  [x, y],
];
const polygon = (...rings: number[][][]) => ({ type: 'Polygon', coordinates: rings });
const side = 0.001;
/** Lines of the grid are computed in one way only, so that neighbours share them to the last bit. */
const line = (origin: number, at: number) => origin + at * side;

/** A chequered district: `n`×`n` cells of about 100 m, a community for each column, a street for each four columns. */
function chequered(n: number): Area[] {
  const areas: Area[] = [];
  for (let street = 0; street * 4 < n; street++) {
    areas.push({ code: `s${street}`, level: 'street', parent: null, geometry: null });
  }
  for (let x = 0; x < n; x++) {
    areas.push({ code: `m${x}`, level: 'community', parent: `s${Math.floor(x / 4)}`, geometry: null });
    for (let y = 0; y < n; y++) {
      const [west, east, south, north] = [line(113, x), line(113, x + 1), line(23, y), line(23, y + 1)];
      const geometry = polygon([
        [west, south],
        [east, south],
        [east, north],
        [west, north],
        [west, south],
      ]);
      areas.push({ code: `c${x}-${y}`, level: 'cell', parent: `m${x}`, geometry });
    }
  }
  return areas;
}

describe('areaIndex', () => {
  it('names the cell, community and street of a point', () => {
    const index = areaIndex(chequered(8));
    expect(index.locate(113 + 5.5 * side, 23 + 2.5 * side)).toEqual({ cell: 'c5-2', community: 'm5', street: 's1' });
  });

  it('answers null outside every area', () => {
    expect(areaIndex(chequered(2)).locate(112, 23)).toBeNull();
    expect(areaIndex([]).locate(113, 23)).toBeNull();
  });

  it('gives every point inside, on shared edges and corners too, exactly one cell', () => {
    const alone = chequered(4).filter((area) => area.level === 'cell');
    const each = alone.map((area) => areaIndex([area]));
    const coordinate = fc.oneof(fc.integer({ min: 0, max: 3 }), fc.double({ min: 0, max: 3.999, noNaN: true }));
    fc.assert(
      fc.property(coordinate, coordinate, (x, y) => {
        const [lon, lat] = [line(113, x), line(23, y)];
        expect(each.filter((index) => index.locate(lon, lat) !== null)).toHaveLength(1);
      }),
    );
  });

  it('does not count a hole as inside', () => {
    const ring: Area = {
      code: 'ring',
      level: 'street',
      parent: null,
      geometry: polygon(square(0, 0, 3), square(1, 1, 1)),
    };
    const index = areaIndex([ring]);
    expect(index.locate(0.5, 0.5)?.street).toBe('ring');
    expect(index.locate(1.5, 1.5)).toBeNull();
  });

  it('finds each part of an area made of several', () => {
    const coordinates = [[square(0, 0, 1)], [square(5, 5, 1)]];
    const islands: Area = {
      code: 'islands',
      level: 'cell',
      parent: null,
      geometry: { type: 'MultiPolygon', coordinates },
    };
    const index = areaIndex([islands]);
    expect(index.locate(5.5, 5.5)).toEqual({ cell: 'islands', community: null, street: null });
    expect(index.locate(3, 3)).toBeNull();
  });

  it('falls back to the street where no cell is drawn, and takes the lowest code where areas overlap', () => {
    const areas: Area[] = [
      { code: 'street', level: 'street', parent: null, geometry: polygon(square(0, 0, 10)) },
      { code: 'b', level: 'cell', parent: 'street', geometry: polygon(square(1, 1, 2)) },
      { code: 'a', level: 'cell', parent: 'street', geometry: polygon(square(2, 2, 2)) },
    ];
    const index = areaIndex(areas);
    expect(index.locate(9, 9)).toEqual({ cell: null, community: null, street: 'street' });
    expect(index.locate(2.5, 2.5)?.cell).toBe('a');
    expect(index.locate(1.5, 1.5)?.cell).toBe('b');
  });

  it('agrees with trying every polygon by winding number', () => {
    const star = fc
      .array(fc.double({ min: 0.2, max: 1, noNaN: true }), { minLength: 3, maxLength: 12 })
      .chain((radii) =>
        fc.record({
          radii: fc.constant(radii),
          x: fc.integer({ min: -4, max: 4 }),
          y: fc.integer({ min: -4, max: 4 }),
        }),
      );
    const coordinate = fc.double({ min: -5, max: 5, noNaN: true });
    fc.assert(
      fc.property(fc.array(star, { minLength: 1, maxLength: 20 }), coordinate, coordinate, (stars, lon, lat) => {
        const rings = stars.map(({ radii, x, y }) => {
          const ring = radii.map((radius, i) => {
            const angle = (2 * Math.PI * i) / radii.length;
            return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)];
          });
          return [...ring, ring[0] as number[]];
        });
        const code = (i: number) => `c${String(i).padStart(2, '0')}`;
        const index = areaIndex(
          rings.map((ring, i) => ({ code: code(i), level: 'cell', parent: null, geometry: polygon(ring) })),
        );
        const first = rings.findIndex((ring) => windingNumber(ring, lon, lat) !== 0);
        expect(index.locate(lon, lat)?.cell ?? null).toBe(first < 0 ? null : code(first));
      }),
    );
  });

  it('names the neighbouring street within thirty metres of the border, and none further in', () => {
    const index = areaIndex(chequered(8));
    const latitude = 23 + 4.5 * side;
    const border = 113 + 4 * side;
    const degrees = (metres: number) => metres / (111_195 * Math.cos((latitude * Math.PI) / 180));
    expect(index.nearBorder(border - degrees(29), latitude, 30)).toEqual(['s1']);
    expect(index.nearBorder(border + degrees(29), latitude, 30)).toEqual(['s0']);
    expect(index.nearBorder(border - degrees(31), latitude, 30)).toEqual([]);
  });

  it('refuses an outline that is open, too short, off the globe or of another kind', () => {
    const geometries = [
      polygon([...square(0, 0, 1).slice(0, 4), [0, 0.5]]),
      polygon(square(0, 0, 1).slice(0, 3)),
      polygon(square(179.5, 0, 1)),
      { type: 'Point', coordinates: [1, 1] },
      'POLYGON((0 0, 1 1))',
    ];
    for (const geometry of geometries) {
      const build = () => areaIndex([{ code: 'x', level: 'cell', parent: null, geometry }]);
      expect(build).toThrow(expect.objectContaining({ code: 'registry.geometry' }));
      expect(build).toThrow(expect.toSatisfy(isHuyingError));
    }
  });

  it('answers more than a hundred thousand points a second over nine hundred cells', () => {
    const index = areaIndex(chequered(30));
    const count = 200_000;
    const started = performance.now();
    let found = 0;
    for (let i = 0; i < count; i++) {
      const [x, y] = [(i * 0.618_034) % 1, (i * 0.754_878) % 1];
      if (index.locate(113 + x * 30 * side, 23 + y * 30 * side)) found++;
    }
    const perSecond = count / ((performance.now() - started) / 1000);
    expect(found).toBe(count);
    expect(perSecond).toBeGreaterThan(100_000);
  });
});

/** Another way to the same answer: counts signed crossings instead of toggling. */
function windingNumber(ring: readonly (readonly number[])[], x: number, y: number): number {
  let winding = 0;
  for (let i = 0; i + 1 < ring.length; i++) {
    const [ax, ay] = ring[i] as [number, number];
    const [bx, by] = ring[i + 1] as [number, number];
    const side = (bx - ax) * (y - ay) - (x - ax) * (by - ay);
    if (ay <= y && by > y && side > 0) winding++;
    if (ay > y && by <= y && side < 0) winding--;
  }
  return winding;
}
