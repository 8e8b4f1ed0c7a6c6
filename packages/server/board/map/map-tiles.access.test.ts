import { runOperation } from '@huying/server/ledger';
import { endPost } from '@huying/server/org';
import { testDatabase } from '@huying/testing/database';
import { courseOf, type PersonName, points, refusalOf, type Strangers, strangersOf } from '@huying/testing/district';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Capacity } from '../../ledger/index.ts';
import { decoded } from './decoded.fixture.ts';
import { type MapTiles, mapTiles } from './map-tiles.ts';

const db = await testDatabase();
let strangers: Strangers;
let tiles: MapTiles;

const address = (z: number, x: number, y: number) => ({ layer: 'cases', z: `${z}`, x: `${x}`, file: `${y}.mvt` });
/** The whole world, the district, and its four cells one by one: 3 × 3 tiles of zoom 16, in which every case stands by itself. */
const world = address(0, 0, 0);
/** A border of tiles runs through it. */
const district = [address(13, 6671, 3555), address(13, 6672, 3555)];
const near = [0, 1, 2].flatMap((column) => [-2, -1, 0, 1].map((row) => address(16, 53375 + column, 28443 + row)));

async function on(who: Capacity, at: typeof world) {
  const { bytes } = await tiles.tile(who, at, {});
  return decoded(bytes, 'cases');
}
const total = (features: Awaited<ReturnType<typeof on>>) =>
  features.reduce((sum, { tags }) => sum + Number(tags.count ?? 1), 0);

beforeAll(async () => {
  strangers = await strangersOf(db);
  const { here } = strangers;
  tiles = mapTiles(here.services);
  const course = courseOf(here);
  const place = (point: { readonly longitude: number; readonly latitude: number }) => ({
    place: { cell: null, point, address: '', datum: 'WGS84' },
  });
  await here.open();
  await course.closed();
  await course.handling();
  await course.handling();
  // A unit and the one below it both have this one: whoever sees the cases of both sees it once.
  const shared = await course.handling();
  const asked = { question: '是否有余压', mandatory: false };
  await here.act('waterClerk', shared, 'askUnit', { ...asked, assisting: here.units.pipes });
  await here.act('waterClerk', shared, 'askUnit', { ...asked, assisting: here.units.pumps });
  const roads = await here.act('acceptor', await here.open(place(points.east)), 'file', { matter: '01002' });
  await here.act('dispatcher', roads, 'dispatch', { unit: here.units.roads, dispatchReason: '职责' });
  await here.act('acceptor', await here.open(place(points.border)), 'file', { matter: '01002' });
});

describe('a map tile', () => {
  it('holds of the cases what the reader’s list holds: at every zoom as many, near by the very same', async () => {
    const { here } = strangers;
    const seen: Record<string, number> = {};
    for (const who of Object.keys(here.posts) as PersonName[]) {
      if (who === 'roadsHead') continue;
      const { items } = await here.run(who, here.operations.list, { limit: 200 });
      const listed = items.map(({ id, light }) => `${id} ${light}`).sort();
      expect([who, total(await on(here.as(who), world))]).toEqual([who, listed.length]);
      const halves = await Promise.all(district.map((at) => on(here.as(who), at)));
      expect([who, total(halves.flat())]).toEqual([who, listed.length]);
      const drawn = (await Promise.all(near.map((at) => on(here.as(who), at)))).flat();
      expect([who, drawn.map(({ tags }) => `${tags.id} ${tags.light}`).sort()]).toEqual([who, listed]);
      seen[who] = listed.length;
    }
    // Different people do see different maps.
    expect(seen).toMatchObject({ auditor: 7, dispatcher: 7, systemAdmin: 0, roadsClerk: 1, eastDispatcher: 1 });
    expect(seen.waterHead).toBeGreaterThan(0);
    expect(seen.waterHead).toBeLessThan(7);
  });

  it('made for one is never handed to another, however shortly before', async () => {
    const { here } = strangers;
    const asked: PersonName[] = ['auditor', 'roadsClerk', 'systemAdmin', 'waterHead', 'eastDispatcher'];
    const alone = new Map<string, number>();
    for (const who of asked) alone.set(who, total(await on(here.as(who), world)));
    here.clock.advance(60_000);
    const together = await Promise.all(
      [...asked, ...asked].map(
        async (who): Promise<[PersonName, number]> => [who, total(await on(here.as(who), world))],
      ),
    );
    for (const [who, count] of together) expect([who, count]).toEqual([who, alone.get(who)]);
    expect(new Set(alone.values()).size).toBeGreaterThan(2);
  });

  it('follows a post that ends at once', async () => {
    const { here } = strangers;
    expect(total(await on(here.as('pavingHandler'), world))).toBe(1);
    await runOperation(here.services, endPost, {
      ...here.as('system'),
      input: { post: here.posts.pavingHandler.id, reason: '调离' },
    });
    expect(await refusalOf(tiles.tile(here.as('pavingHandler'), world, {}))).toBe('access.denied');
  });

  it('shows nothing of another district, and whoever has no post here gets none', async () => {
    const { here, there } = strangers;
    expect(await on(there.as('auditor'), world)).toEqual([]);
    const own = here.as('auditor').actor;
    const actors = [
      there.as('auditor').actor,
      { ...there.as('auditor').actor, post: own.post },
      { ...own, post: null },
      { ...own, account: here.posts.roadsHead.account, post: here.posts.roadsHead.id },
      { kind: 'public' as const, account: null, post: null, name: '市民' },
    ];
    for (const layer of ['cases', 'areas']) {
      for (const actor of actors) {
        const attempt = tiles.tile({ tenant: here.tenant, actor }, { ...world, layer }, {});
        expect([layer, await refusalOf(attempt)]).toEqual([layer, 'access.denied']);
      }
    }
  });

  it('carries nothing personal', async () => {
    const { here } = strangers;
    const { bytes } = await tiles.tile(here.as('auditor'), near[2] ?? world, {});
    const text = (bytes ?? Buffer.alloc(0)).toString('utf8');
    expect(text).toContain('HX-');
    for (const personal of ['王丽华', '13800138000', '人民路', '井盖']) expect(text).not.toContain(personal);
  });
});
