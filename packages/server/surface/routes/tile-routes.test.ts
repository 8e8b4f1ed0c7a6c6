import { runOperation } from '@huying/server/ledger';
import { setParameterOperation } from '@huying/server/parameter';
import { testDatabase } from '@huying/testing/database';
import { testProgram } from '@huying/testing/surface';
import { beforeAll, describe, expect, it } from 'vitest';

const { ask, person, program, district, surface } = await testProgram(await testDatabase());
const { services, operations } = program;
let leader = '';
const home = { longitude: 113.2025, latitude: 23.1025 };

beforeAll(async () => {
  const call = { tenant: district.tenant, actor: district.system.actor };
  const years = [2025, 2026, 2027].map((year) => ({ year, days: [], complete: true }));
  const holiday = { name: '国庆节', date: '2026-10-01', isOffDay: true };
  const value = {
    zone: 'Asia/Shanghai',
    years: years.map((one) => (one.year === 2026 ? { ...one, days: [holiday] } : one)),
  };
  const setParameter = setParameterOperation(services.parameters);
  await runOperation(services, setParameter, { ...call, input: { name: 'base.calendar', value, reason: '测试' } });
  const ring = [
    [113.2, 23.1],
    [113.21, 23.1],
    [113.21, 23.11],
    [113.2, 23.11],
    [113.2, 23.1],
  ];
  const polygon = JSON.stringify({ type: 'Polygon', coordinates: [ring] });
  const records = [{ code: '440199001', parent: null, name: { zh: '西街', en: 'West' }, data: { polygon } }];
  const input = { registry: 'area', records, source: '测试', reason: '测试' };
  await runOperation(services, operations.registries.importRecords, { ...call, input });
  await services.db.pool.query(
    `insert into case_point (tenant, case_id, unit, cell, settled, east, north, number)
     values ($1, gen_random_uuid(), '00000000-0000-0000-0000-000000000000', $2, 'done', $3, $4, 'HX-20260701-000001')`,
    [district.tenant, cell(home), home.longitude * 1e7, home.latitude * 1e7],
  );
  leader = (await person('shift-leader')).cookie;
});

/** The cell of a point, reckoned as in the textbook. */
function cell({ longitude, latitude }: typeof home): string {
  const sine = Math.sin((latitude * Math.PI) / 180);
  const side = 2 ** 18;
  const x = Math.floor((longitude / 360 + 0.5) * side);
  const y = Math.floor((0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * side);
  const bits = Array.from({ length: 18 }, (_, bit) => `${(y >> bit) & 1}${(x >> bit) & 1}`).reverse();
  return String(Number.parseInt(bits.join(''), 2));
}

const tile = '/api/tiles/cases/16/53375/28443.mvt';

describe('a tile over HTTP', () => {
  it.each([tile, '/api/tiles/areas/12/3335/1777.mvt', '/api/tiles/cases/14/13343/7110.mvt'])(
    '%s is a vector tile that browsers ask about each time',
    async (url) => {
      const { status, headers, text } = await ask('GET', url, { cookie: leader });
      expect([status, text.length > 0]).toEqual([200, true]);
      expect(headers['content-type']).toBe('application/vnd.mapbox-vector-tile');
      expect(headers['cache-control']).toBe('private, no-cache');
      const etag = String(headers.etag);
      for (const held of [etag, `W/${etag}`, `"other", ${etag}`]) {
        const again = await ask('GET', url, { cookie: leader, headers: { 'if-none-match': held } });
        expect([again.status, again.text]).toEqual([304, '']);
      }
      expect((await ask('GET', url, { cookie: leader, headers: { 'if-none-match': '"other"' } })).status).toBe(200);
    },
  );

  it('of a place without anything is no content', async () => {
    for (const url of ['/api/tiles/areas/10/0/0.mvt', '/api/tiles/cases/18/0/0.mvt']) {
      const { status, text, headers } = await ask('GET', url, { cookie: leader });
      expect([status, text]).toEqual([204, '']);
      expect(headers.etag).toBeDefined();
    }
  });

  it('is not there for whoever has not signed in', async () => {
    expect((await ask('GET', tile)).status).toBe(401);
  });

  it('of another reader is not confirmed by its tag', async () => {
    const { headers } = await ask('GET', tile, { cookie: leader });
    const { cookie } = await person('handler');
    const other = await ask('GET', tile, { cookie, headers: { 'if-none-match': String(headers.etag) } });
    expect([other.status, other.text]).toEqual([204, '']);
  });

  it('holds only the lights that are asked for', async () => {
    expect((await ask('GET', `${tile}?light=red&light=yellow`, { cookie: leader })).status).toBe(204);
    expect((await ask('GET', `${tile}?light=red&light=done`, { cookie: leader })).status).toBe(200);
  });
});

describe('a layer', () => {
  it.each(['areas', 'cases'])('%s says where its tiles are and what it covers', async (layer) => {
    const { status, json } = await ask('GET', `/api/tiles/${layer}`, { cookie: leader });
    expect([status, json]).toMatchObject([
      200,
      {
        tilejson: '3.0.0',
        tiles: [`/api/tiles/${layer}/{z}/{x}/{y}.mvt`],
        bounds: [113.2, 23.1, 113.21, 23.11],
        attribution: expect.stringContaining('自有示意底图'),
      },
    ]);
  });
});

describe('a wrong address', () => {
  it.each([
    ['/api/tiles/pipes/10/1/1.mvt', 404, 'map.layer'],
    ['/api/tiles/__proto__/10/1/1.mvt', 404, 'map.layer'],
    ['/api/tiles/pipes', 404, 'map.layer'],
    ['/api/tiles/cases/10/1/1', 404, 'request.notFound'],
    ['/api/tiles/cases/10/1/1.png', 404, 'request.notFound'],
    ['/api/tiles/cases/10/1', 404, 'request.notFound'],
    ['/api/tiles/cases/10/1/1/1.mvt', 404, 'request.notFound'],
    ['/api/tiles/cases/19/1/1.mvt', 400, 'map.tile'],
    ['/api/tiles/areas/17/1/1.mvt', 400, 'map.tile'],
    ['/api/tiles/cases/10/1024/1.mvt', 400, 'map.tile'],
    ['/api/tiles/cases/10/1/-1.mvt', 400, 'map.tile'],
    ['/api/tiles/cases/1.5/1/1.mvt', 400, 'map.tile'],
    ['/api/tiles/cases/ten/1/1.mvt', 400, 'map.tile'],
    ['/api/tiles/cases/10/1e1/1.mvt', 400, 'map.tile'],
    ['/api/tiles/cases/10/%27%3B--/1.mvt', 400, 'map.tile'],
    ['/api/tiles/cases/10/..%2F..%2Fetc/1.mvt', 400, 'map.tile'],
    [`/api/tiles/cases/10/${'9'.repeat(150)}/1.mvt`, 400, 'map.tile'],
    ['/api/tiles/cases/10/1/%00.mvt', 400, 'request.characters'],
    [`${tile}?light=purple`, 400, 'request.invalid'],
    [`${tile}?color=red`, 400, 'request.invalid'],
    ['/api/tiles/areas/10/1/1.mvt?measure=x', 400, 'request.invalid'],
    ['/api/tiles/areas/12/3335/1777.mvt?measure=x&from=2026-07-01&to=2026-07-02', 404, 'measure.unknown'],
    ['/api/tiles/areas/12/3335/1777.mvt?measure=x&from=1&to=2', 400, 'request.invalid'],
  ])('%s is told with %d %s', async (url, status, code) => {
    const answer = await ask('GET', url, { cookie: leader });
    expect([answer.status, answer.json]).toMatchObject([status, { code, status }]);
    expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(answer.headers['cache-control']).toBe('no-store');
  });

  it('too long for any tile is no failure of ours either', async () => {
    const { status } = await ask('GET', `/api/tiles/cases/10/1/${'1'.repeat(5000)}.mvt`, { cookie: leader });
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
  });

  it('is not taken for a write', async () => {
    const answer = await surface.app.inject({
      method: 'POST',
      url: tile,
      headers: { cookie: leader, 'x-huying': '1' },
    });
    expect(answer.statusCode).toBe(405);
  });
});
