import { reprojectCases } from '@huying/server/case';
import { runOperation } from '@huying/server/ledger';
import { setParameterOperation } from '@huying/server/parameter';
import { testDatabase } from '@huying/testing/database';
import { type CaseDistrict, courseOf, points, testDistrict } from '@huying/testing/district';
import { beforeEach, describe, expect, it } from 'vitest';
import { decoded } from './decoded.fixture.ts';
import { type MapTiles, mapTiles } from './map-tiles.ts';

const db = await testDatabase();
let here: CaseDistrict;
let tiles: MapTiles;
let districts = 0;

beforeEach(async () => {
  here = await testDistrict(db, { tenant: `44019${++districts}` });
  tiles = mapTiles(here.services);
});

const place = (point: { readonly longitude: number; readonly latitude: number } | null) => ({
  place: { cell: null, point, address: '人民路', datum: 'WGS84' },
});
const world = { layer: 'cases', z: '0', x: '0', file: '0.mvt' };

/** How many there are of each light on the tile of the whole world. */
async function shown(): Promise<Record<string, number>> {
  const { bytes } = await tiles.tile(here.as('auditor'), world, {});
  const sums: Record<string, number> = {};
  for (const { tags } of decoded(bytes, 'cases')) {
    for (const [light, count] of Object.entries(tags)) sums[light] = (sums[light] ?? 0) + Number(count);
  }
  const { count: _, ...lights } = sums;
  return lights;
}

async function listed(): Promise<Record<string, number>> {
  const { items } = await here.run('auditor', here.operations.list, { limit: 200 });
  const sums: Record<string, number> = {};
  for (const { light } of items) sums[light] = (sums[light] ?? 0) + 1;
  return sums;
}

/** The counts of settled cases, and the same counted from the points: what ought to be equal. */
async function settledTwice() {
  return here.inside(async ({ tx, tenant }) => {
    const order = 'order by cell, area, light';
    const kept = await tx.rows(
      `select cell, area, light, count, east, north from case_settled where tenant = $1 and count <> 0 ${order}`,
      [tenant],
    );
    const counted = await tx.rows(
      `select cell >> 4 as cell, coalesce(area, '') as area, settled as light, count(*)::integer as count, sum(east)::bigint as east,
         sum(north)::bigint as north
       from case_point where tenant = $1 and settled is not null and unit = '00000000-0000-0000-0000-000000000000' group by 1, 2, 3 ${order}`,
      [tenant],
    );
    return { kept, counted };
  });
}

describe('the light of a case on the map', () => {
  it('is that of the list, from the first day to long after the last, without another step', async () => {
    const course = courseOf(here);
    await here.open();
    await course.handling();
    await course.done();
    await course.closed();
    const held = await course.handling();
    await here.act('waterClerk', held, 'askHold', { awaited: '汛期结束', until: '2026-07-15' });
    await here.act('shiftLeader', held, 'grantHold');
    const seen = new Set<string>();
    for (let hour = 0; hour < 24 * 20; hour += 7) {
      here.clock.advance(7 * 3_600_000);
      const list = await listed();
      for (const light of Object.keys(list)) seen.add(light);
      expect([hour, await shown()]).toEqual([hour, list]);
    }
    expect([...seen].sort()).toEqual(expect.arrayContaining(['done', 'green', 'paused', 'red', 'yellow']));
  });

  it('follows the share of the limit at which it turns yellow, once that is changed', async () => {
    await courseOf(here).handling();
    here.at('2026-07-02 11:00');
    expect([await shown(), await listed()]).toEqual([{ green: 1 }, { green: 1 }]);
    const input = { name: 'base.yellowFrom', value: 1, reason: '试行更早提醒' };
    const set = setParameterOperation(here.services.parameters);
    await runOperation(here.services, set, { ...here.as('system'), input });
    await reprojectCases(here.services, here.as('system'), '试行更早提醒');
    here.clock.advance(6_000);
    expect(await listed()).toEqual({ yellow: 1 });
    expect(await shown()).toEqual({ yellow: 1 });
  });
});

describe('a case', () => {
  it('without a point, or beyond the map, is not on it', async () => {
    await here.open(place(null));
    expect(await shown()).toEqual({});
  });

  it('that is settled, reopened and settled again is counted once, wherever one looks from', async () => {
    const course = courseOf(here);
    await course.closed();
    const again = await course.callback();
    await course.handling(place(points.east));
    const { kept, counted } = await settledTwice();
    expect(kept).toEqual(counted);
    expect(kept).toHaveLength(1);
    here.clock.advance(6_000);
    expect(await shown()).toEqual(await listed());
    await here.act('callbackOfficer', again, 'callBack', { solved: 'no', satisfied: 'dissatisfied', justified: true });
    await course.closed(place(points.east));
    await course.done(place(points.border));
    const both = await settledTwice();
    expect(both.kept).toEqual(both.counted);
    here.clock.advance(6_000);
    expect(await shown()).toEqual(await listed());
  });
});

describe('a tile', () => {
  it('shows a step of this process after a second, and keeps its tag while nothing changes', async () => {
    await here.open();
    here.clock.advance(1);
    const first = await tiles.tile(here.as('auditor'), world, {});
    here.clock.advance(4_999);
    expect(await tiles.tile(here.as('auditor'), world, {})).toBe(first);
    here.clock.advance(1);
    const second = await tiles.tile(here.as('auditor'), world, {});
    expect(second).not.toBe(first);
    expect(second.etag).toBe(first.etag);
    await here.open();
    here.clock.advance(1_000);
    const third = await tiles.tile(here.as('auditor'), world, {});
    expect(third.etag).not.toBe(first.etag);
    expect(decoded(third.bytes, 'cases')[0]?.tags.count).toBe(2);
  });

  it('shows what another process did after five seconds at most', async () => {
    // The program does not hear of it: nothing is told on its own line.
    const deaf = mapTiles({ ...here.services, changes: { emit: () => {}, subscribe: () => () => {} } });
    const count = async () => decoded((await deaf.tile(here.as('auditor'), world, {})).bytes, 'cases')[0]?.tags.count;
    await here.open();
    expect(await count()).toBe(1);
    await here.open();
    here.clock.advance(4_999);
    expect(await count()).toBe(1);
    here.clock.advance(1);
    expect(await count()).toBe(2);
  });

  it('asked for by five hundred at once is read once', async () => {
    await here.open();
    const all = await Promise.all(Array.from({ length: 500 }, () => tiles.tile(here.as('auditor'), world, {})));
    expect(new Set(all).size).toBe(1);
  });

  it('of a region is a tile of its own', async () => {
    await here.open();
    const { bytes, etag } = await tiles.tile(here.as('auditor'), { layer: 'cases', z: '9', x: '0', file: '0.mvt' }, {});
    expect(bytes).toBeNull();
    expect(etag).not.toBe((await tiles.tile(here.as('auditor'), world, {})).etag);
  });
});

describe('the areas', () => {
  const at = (z: number, x: number, y: number) => ({ layer: 'areas', z: `${z}`, x: `${x}`, file: `${y}.mvt` });

  it('are drawn with code, level and names, finer the nearer one looks; what no street is drawn around is drawn at once', async () => {
    for (const tile of [at(10, 833, 444), at(14, 13343, 7110)]) {
      const features = decoded((await tiles.tile(here.as('willowClerk'), tile, {})).bytes, 'areas');
      expect(features.map(({ type }) => type)).toEqual(features.map(() => 3));
      expect(features.map(({ tags }) => tags)).toContainEqual({
        code: '440199001001001',
        level: 'cell',
        name: '柳园一网格',
        nameEn: 'Willow 1',
      });
    }
  });

  it('carry a measure where one is asked for, as the reader may see it', async () => {
    await courseOf(here).closed();
    const [measure] = here.services.product.measures.filter(({ grain }) => grain.includes('cell'));
    const query = { measure: { id: measure?.id ?? '', from: '2026-07-01', to: '2026-07-31' } };
    const { bytes } = await tiles.tile(here.as('auditor'), at(14, 13343, 7110), query);
    expect(decoded(bytes, 'areas').length).toBeGreaterThan(0);
    const unknown = { measure: { id: 'no.such', from: '2026-07-01', to: '2026-07-31' } };
    await expect(tiles.tile(here.as('auditor'), at(14, 13343, 7110), unknown)).rejects.toMatchObject({
      code: 'measure.unknown',
    });
  });

  it('of elsewhere are none', async () => {
    expect((await tiles.tile(here.as('auditor'), at(10, 0, 0), {})).bytes).toBeNull();
  });
});
