import { cellNumber, cellOf, cellZoom, furthest, projected, type Tile, tileAt, unprojected } from '@huying/kit/map';
import { testDatabase } from '@huying/testing/database';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { withTenant } from '../../tenant/index.ts';
import { caseFeatures, lights } from './case-layer.ts';
import { decoded } from './decoded.fixture.ts';
import { encodeTile } from './vector-tile.ts';

const db = await testDatabase();
const tenant = '440199';
const now = Date.parse('2026-07-01T09:00:00+08:00');
const everything = { reach: 'cases', units: 'all', area: null } as const;
const nobody = '00000000-0000-0000-0000-000000000000';

interface Point {
  readonly longitude: number;
  readonly latitude: number;
  readonly light: 'done' | 'late' | 'red' | 'yellow' | 'green' | 'paused';
}

/** Puts points on the map, and the settled ones into the counts, as the engine does. */
async function put(points: readonly Point[]): Promise<void> {
  await withTenant(db, tenant, async (tx) => {
    await tx.run('delete from case_point where tenant = $1', [tenant]);
    await tx.run('delete from case_settled where tenant = $1', [tenant]);
    const rows = points.map(({ longitude, latitude, light }) => ({
      cell: cellOf(longitude, latitude),
      settled: light === 'done' || light === 'late' ? light : null,
      due: light === 'paused' ? null : new Date(now + (light === 'red' ? -1000 : 1000)),
      yellow: new Date(now + (light === 'yellow' ? 0 : 1)),
      east: Math.round(longitude * 1e7),
      north: Math.round(latitude * 1e7),
    }));
    await tx.run(
      `insert into case_point (tenant, case_id, unit, cell, settled, due_at, yellow_at, east, north, number)
       select $1, gen_random_uuid(), $2, r.*, 'HX-' || row_number() over ()
       from unnest($3::bigint[], $4::text[], $5::timestamptz[], $6::timestamptz[], $7::integer[], $8::integer[]) r`,
      [
        tenant,
        nobody,
        rows.map((row) => row.cell),
        rows.map((row) => row.settled),
        rows.map((row) => row.due),
        rows.map((row) => row.yellow),
        rows.map((row) => row.east),
        rows.map((row) => row.north),
      ],
    );
    await tx.run(
      `insert into case_settled select tenant, cell >> 4, '', settled, count(*), sum(east), sum(north)
       from case_point where tenant = $1 and settled is not null group by 1, 2, 3, 4`,
      [tenant],
    );
  });
}

async function onTile(tile: Tile, wanted = lights) {
  const features = await withTenant(db, tenant, (tx) =>
    caseFeatures(tx, tile, { tenant, reach: everything, lights: wanted, now }),
  );
  return decoded(encodeTile('cases', features), 'cases');
}

type Feature = Awaited<ReturnType<typeof onTile>>[number];
const countOf = ({ tags }: Feature) => Number(tags.count ?? 1);
const sum = (features: readonly Feature[]) => features.reduce((all, feature) => all + countOf(feature), 0);

/** Corners of tiles, where a point could be drawn twice or not at all; and anywhere else. */
const place = fc.oneof(
  fc
    .integer({ min: 1, max: cellZoom })
    .chain((z) =>
      fc.record({ z: fc.constant(z), x: fc.nat({ max: 2 ** z - 1 }), y: fc.integer({ min: 1, max: 2 ** z - 1 }) }),
    )
    .map(({ z, x, y }) => unprojected({ x: x / 2 ** z, y: y / 2 ** z })),
  fc.record({
    longitude: fc.double({ min: -180, max: 180, noNaN: true }),
    latitude: fc.double({ min: -furthest, max: furthest, noNaN: true }),
  }),
  // A town: many in few squares.
  fc.record({
    longitude: fc.double({ min: 113.19, max: 113.22, noNaN: true }),
    latitude: fc.double({ min: 23.09, max: 23.12, noNaN: true }),
  }),
);
const points = fc.array(
  fc.tuple(place, fc.constantFrom(...lights)).map(([at, light]) => ({ ...at, light }) as Point),
  { minLength: 1, maxLength: 40 },
);

describe('every case', () => {
  it('is in exactly one cluster of one tile at every zoom, or stands by itself, and the lights add up', async () => {
    await fc.assert(
      fc.asyncProperty(points, async (all) => {
        await put(all);
        for (let z = 0; z <= cellZoom; z++) {
          const tiles = new Map<number, { tile: Tile; of: Point[] }>();
          for (const point of all) {
            const tile = tileAt(projected(point.longitude, point.latitude) ?? { x: 0, y: 0 }, z);
            const here = tiles.get(cellNumber(tile)) ?? { tile, of: [] };
            here.of.push(point);
            tiles.set(cellNumber(tile), here);
          }
          for (const { tile, of } of tiles.values()) {
            const features = await onTile(tile);
            expect([z, sum(features)]).toEqual([z, of.length]);
            for (const light of lights) {
              const shown = features.reduce(
                (count, { tags }) => count + (tags.light === light ? 1 : Number(tags[light] ?? 0)),
                0,
              );
              expect([z, light, shown]).toEqual([z, light, of.filter((one) => one.light === light).length]);
            }
          }
        }
      }),
      { numRuns: 12 },
    );
  });

  it('is drawn within its tile, and a cluster within the square it stands for', async () => {
    await fc.assert(
      fc.asyncProperty(points, fc.integer({ min: 0, max: cellZoom }), async (all, z) => {
        await put(all);
        const first = all[0] as Point;
        const tile = tileAt(projected(first.longitude, first.latitude) ?? { x: 0, y: 0 }, z);
        const grid = 4096 / 2 ** Math.min(3, cellZoom - z);
        const seen = new Set<string>();
        for (const { rings, tags } of await onTile(tile)) {
          const at = rings[0]?.[0] ?? { x: -1, y: -1 };
          expect(at.x >= 0 && at.x < 4096 && at.y >= 0 && at.y < 4096).toBe(true);
          if (tags.count === undefined) continue;
          const square = `${Math.floor(at.x / grid)}/${Math.floor(at.y / grid)}`;
          expect(seen.has(square)).toBe(false);
          seen.add(square);
        }
      }),
      { numRuns: 30 },
    );
  });
});

describe('a tile', () => {
  const here = { longitude: 113.2025, latitude: 23.1025 };
  const tile = (z: number) => tileAt(projected(here.longitude, here.latitude) ?? { x: 0, y: 0 }, z);
  beforeAll(() => put([...lights, ...lights].map((light) => ({ ...here, light }) as Point)));

  it.each([3, 10, 13, 14, 15])('at zoom %d says of a cluster how many there are of each light', async (z) => {
    const [only, ...others] = await onTile(tile(z));
    expect(others).toEqual([]);
    expect(only?.tags).toEqual({ count: 12, red: 2, yellow: 2, green: 2, paused: 2, late: 2, done: 2 });
  });

  it.each([16, 17, 18])('at zoom %d shows each by itself: id, number and light, and nothing else', async (z) => {
    const features = await onTile(tile(z));
    expect(features).toHaveLength(12);
    for (const { type, tags } of features) {
      expect(type).toBe(1);
      expect(Object.keys(tags).sort()).toEqual(['id', 'light', 'number']);
    }
  });

  it.each([3, 12, 15, 16])('at zoom %d shows only the lights that are asked for', async (z) => {
    expect(sum(await onTile(tile(z), ['red', 'late']))).toBe(4);
    expect(sum(await onTile(tile(z), ['done']))).toBe(2);
    expect(await onTile(tile(z), [])).toEqual([]);
  });

  it('of another place is empty, and so is that of somebody who reaches nothing', async () => {
    expect(await onTile({ z: 16, x: 0, y: 0 })).toEqual([]);
    const nothing = await withTenant(db, tenant, (tx) =>
      caseFeatures(tx, tile(3), { tenant, reach: { reach: 'none' }, lights, now }),
    );
    expect(nothing).toEqual([]);
  });

  it('with more than five hundred on it clusters them however near one looks, and none is lost', async () => {
    await put(Array.from({ length: 600 }, () => ({ ...here, light: 'red' as const })));
    const features = await onTile(tile(18));
    expect(features.map(({ tags }) => tags)).toEqual([{ count: 600, red: 600 }]);
  });
});
