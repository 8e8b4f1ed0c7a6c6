import { type CaseReach, reachSql } from '../../access/index.ts';
import { wholeDistrict } from '../../case/index.ts';
import type { Tx } from '../../db/index.ts';

/** Cases of one square of the grid with one light. Sums of longitudes and latitudes in ten-millionths of a degree. */
export interface Heap {
  /** Number of the square among those of its zoom, in Morton order. */
  readonly square: number;
  readonly light: string;
  readonly count: number;
  readonly east: number;
  readonly north: number;
}

/** One case on the map; ten-millionths of a degree. */
export interface Dot {
  readonly id: string;
  readonly number: string;
  readonly light: string;
  readonly east: number;
  readonly north: number;
}

/** Whose cases, in which cells of zoom 18, with which lights, at which moment. */
export interface MapQuery {
  readonly tenant: string;
  readonly reach: CaseReach;
  readonly from: number;
  readonly until: number;
  readonly lights: readonly string[];
  readonly now: number;
}

/** The light of a case whose promised clock has not stopped; a clock at rest with time left is due at no time. */
const running = (now: string) => `case when c.due_at is null then 'paused'
  when c.due_at < date_trunc('second', ${now}::timestamptz) then 'red' when c.yellow_at <= ${now} then 'yellow' else 'green' end`;

const isSettled = (light: string) => light === 'done' || light === 'late';

/** Cases grouped by the squares of a zoom, each read from its entry in the index. */
export async function heapsOf(tx: Tx, query: MapQuery, zoom: number): Promise<Heap[]> {
  const { sql, params } = rowsSql(
    query,
    (light) => `c.cell >> ${2 * (18 - zoom)} as square, ${light} as light, c.east, c.north`,
  );
  if (sql === '') return [];
  return tx.rows<Heap>(
    `select square, light, count(*)::integer as count, sum(east)::float8 as east, sum(north)::float8 as north from (${sql}) as one
     group by 1, 2`,
    params,
  );
}

/**
 * The same for a wide look by somebody who sees every unit's cases: those that go on are read one by one, settled ones from their counts,
 * which are kept by squares of zoom 16.
 */
export async function countedHeapsOf(tx: Tx, query: MapQuery, zoom: number): Promise<Heap[]> {
  const live = await heapsOf(tx, { ...query, lights: query.lights.filter((light) => !isSettled(light)) }, zoom);
  const settled = query.lights.filter(isSettled);
  if (settled.length === 0) return live;
  const reach = reachSql(query.reach, 5);
  const counted = await tx.rows<Heap>(
    `select c.cell >> ${2 * (16 - zoom)} as square, c.light, sum(c.count)::integer as count, sum(c.east::float8) as east,
       sum(c.north::float8) as north
     from case_settled c where c.tenant = $1 and c.cell >= $2 and c.cell < $3 and c.light = any($4) and c.count <> 0 and ${reach.sql}
     group by 1, 2`,
    [query.tenant, query.from / 16, query.until / 16, settled, ...reach.params],
  );
  return [...live, ...counted];
}

/** Cases one by one, at most `limit`. */
export async function dotsOf(tx: Tx, query: MapQuery, limit: number): Promise<Dot[]> {
  const { sql, params } = rowsSql(query, (light) => `c.case_id as id, c.number, ${light} as light, c.east, c.north`);
  return sql === '' ? [] : tx.rows<Dot>(`select * from (${sql}) as one limit ${limit}`, params);
}

/**
 * The reader's cases: two runs of the index, for those that go on and for settled ones, as far as their lights are asked for. The queue side
 * of the reach is the row's unit, the other side the same as in lists; a case of several of the reader's units is taken at the first.
 */
function rowsSql({ tenant, reach, from, until, lights, now }: MapQuery, columns: (light: string) => string) {
  if (reach.reach !== 'cases') return { sql: '', params: [] };
  const units = reach.units === 'all' ? [wholeDistrict] : reach.units;
  const rest = reachSql({ ...reach, units: 'all' }, 6);
  const params: unknown[] = [tenant, from, until, lights, units, ...rest.params];
  const arm = (light: string, where: string) =>
    `select ${columns(light)} from case_point c
     where c.tenant = $1 and c.unit = any($5::uuid[]) and (c.preceding is null or not c.preceding && $5::uuid[])
       and c.cell >= $2 and c.cell < $3 and ${where} and ${rest.sql}`;
  const arms: string[] = [];
  if (lights.some(isSettled)) arms.push(arm('c.settled', 'c.settled = any($4)'));
  if (!lights.every(isSettled)) {
    const light = running(`$${params.push(new Date(now))}`);
    arms.push(arm(light, `c.settled is null and ${light} = any($4)`));
  }
  return { sql: arms.join(' union all '), params };
}
