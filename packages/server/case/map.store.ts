import type { Writing } from '../db/index.ts';

/** Under this unit stands the row of the whole district. */
export const wholeDistrict = '00000000-0000-0000-0000-000000000000';

/** A case as a point of the map, in columns from which its light can be told at any moment. */
export interface MapPoint {
  readonly cell: number;
  /** The light of the promised clock, once that has stopped. */
  readonly settled: 'done' | 'late' | null;
  /** Epoch milliseconds. */
  readonly dueAt: number | null;
  readonly yellowAt: number | null;
  /** Ten-millionths of a degree, WGS 84. */
  readonly east: number;
  readonly north: number;
  readonly area: string | null;
  readonly number: string;
  /** Every unit that ever handled the case or was asked. */
  readonly units: readonly string[];
}

/** A case on the map as it stands now; null takes it away. `isNew` where it was never there. */
export interface PlacedCase {
  readonly tenant: string;
  readonly id: string;
  readonly isNew: boolean;
  readonly point: MapPoint | null;
}

const INSERT_POINTS = `insert into case_point as p (tenant, case_id, unit, cell, settled, due_at, yellow_at, east, north, area, number, preceding)
  select $1, id, unit, cell, settled, due_at, yellow_at, east, north, area, number, preceding::uuid[]
  from unnest($2::uuid[], $3::uuid[], $4::bigint[], $5::text[], $6::timestamptz[], $7::timestamptz[], $8::integer[], $9::integer[],
    $10::text[], $11::text[], $12::text[]) as r (id, unit, cell, settled, due_at, yellow_at, east, north, area, number, preceding)`;
const SET_POINTS = `${INSERT_POINTS}
  on conflict (tenant, case_id, unit) do update set cell = excluded.cell, settled = excluded.settled, due_at = excluded.due_at,
    yellow_at = excluded.yellow_at, east = excluded.east, north = excluded.north, area = excluded.area,
    preceding = excluded.preceding
  where (p.cell, p.settled, p.due_at, p.yellow_at, p.east, p.north, p.area, p.preceding) is distinct from (excluded.cell,
    excluded.settled, excluded.due_at, excluded.yellow_at, excluded.east, excluded.north, excluded.area, excluded.preceding)`;

/** Puts cases on the map. The caller holds their locks. */
export const setPoints: Writing<PlacedCase> = {
  row: ({ id }) => id,
  statements(items) {
    const tenant = items[0]?.tenant;
    const away = items.filter(({ point, isNew }) => point === null && !isNew).map(({ id }) => id);
    const rows = items.flatMap(({ id, point }) =>
      point === null
        ? []
        : [wholeDistrict, ...point.units].map((unit) => ({ ...point, id, unit, preceding: preceding(point, unit) })),
    );
    const column = <T>(read: (row: (typeof rows)[number]) => T) => rows.map(read);
    const moment = (at: number | null) => (at === null ? null : new Date(at));
    const gone = {
      sql: 'delete from case_point where tenant = $1 and case_id = any($2::uuid[])',
      params: [tenant, away],
    };
    const put = {
      sql: items.every(({ isNew }) => isNew) ? INSERT_POINTS : SET_POINTS,
      params: [
        tenant,
        column(({ id }) => id),
        column(({ unit }) => unit),
        column(({ cell }) => cell),
        column(({ settled }) => settled),
        column(({ dueAt }) => moment(dueAt)),
        column(({ yellowAt }) => moment(yellowAt)),
        column(({ east }) => east),
        column(({ north }) => north),
        column(({ area }) => area),
        column(({ number }) => number),
        column((row) => row.preceding),
      ],
    };
    return [...(away.length > 0 ? [gone] : []), ...(rows.length > 0 ? [put] : [])];
  },
};

/** The units of the case that sort before one of them, as an array of the database; null where none does. */
function preceding({ units }: MapPoint, unit: string): string | null {
  const before = unit === wholeDistrict ? [] : units.filter((one) => one < unit);
  return before.length === 0 ? null : `{${before.join(',')}}`;
}

/** One case more (or less) among the settled ones of a place. */
export interface SettledChange {
  readonly point: Pick<MapPoint, 'cell' | 'area' | 'settled' | 'east' | 'north'>;
  readonly by: 1 | -1;
}

/** Keeps the counts of settled cases up, in the transaction that changes them. */
export const countSettled: Writing<SettledChange & { readonly tenant: string }> = {
  row: () => null,
  statements(changes) {
    const sums = sumsOf(changes);
    if (sums.length === 0) return [];
    return [
      {
        sql: `insert into case_settled as s (tenant, cell, area, light, count, east, north)
         select $1, * from unnest($2::bigint[], $3::text[], $4::text[], $5::integer[], $6::bigint[], $7::bigint[])
         on conflict (tenant, cell, area, light) do update set
           count = s.count + excluded.count, east = s.east + excluded.east, north = s.north + excluded.north`,
        params: [
          changes[0]?.tenant,
          sums.map(({ cell }) => cell),
          sums.map(({ area }) => area),
          sums.map(({ light }) => light),
          sums.map(({ count }) => count),
          sums.map(({ east }) => east),
          sums.map(({ north }) => north),
        ],
      },
    ];
  },
};

interface Sum {
  readonly cell: number;
  readonly area: string;
  readonly light: string;
  count: number;
  east: number;
  north: number;
}

/** One sum for each row, in the order of the rows: whoever counts locks them in that order, and nobody waits in a circle. */
function sumsOf(changes: readonly SettledChange[]): readonly Sum[] {
  const sums = new Map<string, Sum>();
  for (const { point, by } of changes) {
    if (point.settled === null) continue;
    const [cell, area, light] = [Math.floor(point.cell / 16), point.area ?? '', point.settled];
    const key = `${String(cell).padStart(10, '0')} ${area} ${light}`;
    const sum = sums.get(key) ?? { cell, area, light, count: 0, east: 0, north: 0 };
    sum.count += by;
    sum.east += by * point.east;
    sum.north += by * point.north;
    sums.set(key, sum);
  }
  return [...sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, sum]) => sum);
}
