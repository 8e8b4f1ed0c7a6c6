import { boardOperations, mapTiles } from '@huying/server/board';
import { caseChanges } from '@huying/server/case';
import { inTenant, runOperation } from '@huying/server/ledger';
import { readMeasures } from '@huying/server/measure';
import { castOf } from './cast.ts';
import { type DataSet, tenant } from './data-set.ts';
import type { Figure } from './figure.ts';
import { Load, measured } from './load.ts';

const READERS = 8;
const DASHBOARDS = 500;

/** The centre's month by unit, whole boards, many of them at one moment, and tiles of the map as a screen asks for them. */
export async function measureBoards(set: DataSet, seconds: number): Promise<Figure[]> {
  const { services } = set.program;
  const boards = boardOperations(services);
  const supervisor = (await castOf(services)).as('supervisor');
  const { from, to } = await busiestMonth(set);
  const measures = services.product.measures
    .filter(({ grain }) => grain.includes('unit'))
    .slice(0, 12)
    .map(({ id }) => id);
  const table = await measured(READERS, seconds / 2, () =>
    inTenant(services, supervisor, (ctx) => readMeasures(ctx, services, { measures, grain: 'unit', from, to })),
  );
  const rows = await inTenant(services, supervisor, (ctx) =>
    readMeasures(ctx, services, { measures, grain: 'unit', from, to }),
  );
  const month = await measured(READERS, seconds / 2, () =>
    runOperation(services, boards.read, { ...supervisor, input: { id: 'centre-month', from, to } }),
  );
  const crowd = new Load();
  let refused = 0;
  const start = performance.now();
  await Promise.all(
    Array.from({ length: DASHBOARDS }, async () => {
      const began = performance.now();
      try {
        await runOperation(services, boards.read, { ...supervisor, input: { id: 'shift' } });
        crowd.add(performance.now() - began);
      } catch {
        refused += 1;
      }
    }),
  );
  const crowded = (performance.now() - start) / 1000;
  const units = new Set(rows.map(({ value }) => value)).size;
  return [
    {
      part: 'boards',
      what: `table of a month, ${units} units × ${measures.length} measures, p95`,
      value: table.percentile(0.95),
      unit: 'ms',
      floor: 100,
      note: `${table.spread()}, ${READERS} readers; floor: the mark`,
    },
    {
      part: 'boards',
      what: 'the centre’s month, whole, p95',
      value: month.percentile(0.95),
      unit: 'ms',
      note: month.spread(),
    },
    {
      part: 'boards',
      what: `${DASHBOARDS} at one moment, until the last`,
      value: crowded,
      unit: 's',
      note: `${refused} refused; ${crowd.spread()}`,
    },
    ...(await measureTiles(set, seconds)),
  ];
}

async function busiestMonth({ program }: DataSet): Promise<{ from: string; to: string }> {
  const { rows } = await program.services.db.pool.query<{ from: string; to: string }>(
    `select to_char(m, 'YYYY-MM-DD') as from, to_char(m + interval '1 month - 1 day', 'YYYY-MM-DD') as to
     from (select date_trunc('month', opened_at at time zone 'Asia/Shanghai') as m from case_record where tenant = $1
       group by 1 order by count(*) desc limit 1) as busiest`,
    [tenant],
  );
  return rows[0] ?? { from: '2026-01-01', to: '2026-01-31' };
}

/** The whole district on one screen, and each zoom down to a few streets, around its middle. */
async function measureTiles({ program }: DataSet, seconds: number): Promise<Figure[]> {
  const { services } = program;
  const supervisor = (await castOf(services)).as('supervisor');
  const { rows } = await services.db.pool.query<{ longitude: number; latitude: number }>(
    `select percentile_cont(0.5) within group (order by longitude) as longitude,
       percentile_cont(0.5) within group (order by latitude) as latitude
     from (select longitude, latitude from case_record where tenant = $1 and longitude is not null limit 20000) as sampled`,
    [tenant],
  );
  const middle = rows[0] ?? { longitude: 0, latitude: 0 };
  const figures: Figure[] = [];
  for (const zoom of [11, 13, 15]) {
    const [x, y] = tileAt(middle, zoom);
    let turn = 0;
    const load = await measured(READERS, seconds / 4, () => {
      turn += 1;
      const [column, row] = [x + (turn % 3) - 1, y + (Math.floor(turn / 3) % 3) - 1];
      const address = { layer: 'cases', z: `${zoom}`, x: `${column}`, file: `${row}.mvt` };
      // Made anew each time, so that none is answered from what was kept of the one before; and none goes on listening to what happens later.
      return mapTiles({ ...services, changes: caseChanges() }).tile(supervisor, address, {});
    });
    figures.push({
      part: 'boards',
      what: `tiles of cases at zoom ${zoom}, none kept, p95`,
      value: load.percentile(0.95),
      unit: 'ms',
      floor: 50,
      note: `${Math.round(load.perSecond)}/s, ${load.spread()}; floor: the mark`,
    });
  }
  return figures;
}

/** Web Mercator, as every map on the web cuts its tiles. */
function tileAt({ longitude, latitude }: { longitude: number; latitude: number }, zoom: number): [number, number] {
  const turns = (latitude * Math.PI) / 180;
  const across = ((longitude + 180) / 360) * 2 ** zoom;
  const down = ((1 - Math.log(Math.tan(turns) + 1 / Math.cos(turns)) / Math.PI) / 2) * 2 ** zoom;
  return [Math.floor(across), Math.floor(down)];
}
