import type { Counts } from '@huying/kit/measure';
import type { Tx } from '../db/index.ts';
import type { CellChange } from './difference.ts';
import { BREAKDOWN_NUMBERS } from './measure-book.ts';

/** Cells asked for: of one measure, on some days, under the number the asker knows them by. */
export interface CellsAsked {
  readonly place: number;
  readonly measure: number;
  readonly from: string;
  readonly to: string;
  /** How they are read: whole months by month, days by day. */
  readonly stretches: readonly { readonly span: number; readonly from: string; readonly to: string }[];
}

/** What stands in the cells asked for together. `c` is how many changes of facts they have seen. */
export interface CellsRead extends Counts {
  readonly place: number;
  readonly value: string;
  readonly c: number;
}

// One statement, so one picture of the database: what is folded into the cells meanwhile is never seen twice, nor missed.
const readSql = (condition: (value: string) => string) => `with stretch as (
    select * from unnest($3::integer[], $4::integer[], $5::smallint[], $6::date[], $7::date[])
      as s (place, measure, span, first, last)
  ), days as (
    select * from unnest($8::integer[], $9::integer[], $10::date[], $11::date[]) as t (place, measure, first, last)
  ), found as (
    select s.place, m.value, m.n, m.d, m.x, m.c
    from stretch s join measure_cell m on m.tenant = $1 and m.grain = $2 and m.span = s.span and m.measure = s.measure
      and m.day >= s.first and m.day <= s.last
    where ${condition('m.value')}
    union all
    select t.place, u.value, u.n, u.d, u.x, u.c
    from measure_delta l cross join lateral unnest(l.measure, l.day, l.grain, l.value, l.n, l.d, l.x, l.c)
        as u (measure, day, grain, value, n, d, x, c)
      join days t on t.measure = u.measure and u.day >= t.first and u.day <= t.last
    where l.tenant = $1 and u.grain = $2 and ${condition('u.value')}
  )
  select place, value, sum(n)::bigint as n, sum(d)::bigint as d, sum(x)::bigint as x, sum(c)::bigint as c
  from found group by place, value`;

const READ = readSql((value) => `($12::text[] is null or ${value} = any($12::text[]))`);
/** Of a breakdown within another: the pairs that begin with one of these. */
const READ_WITHIN = readSql((value) => `split_part(${value}, ' ', 1) = any($12::text[])`);

/** Reads cells, what is not folded yet included; of some values only, or of all (null), or `within` some first values of pairs. */
export async function readCells(
  tx: Tx,
  tenant: string,
  grain: number,
  asked: readonly CellsAsked[],
  values: readonly string[] | null,
  how: 'these' | 'within' = 'these',
): Promise<CellsRead[]> {
  const stretches = asked.flatMap(({ place, measure, stretches: own }) =>
    own.map((stretch) => ({ place, measure, ...stretch })),
  );
  return tx.rows<CellsRead>(how === 'these' ? READ : READ_WITHIN, [
    tenant,
    grain,
    stretches.map(({ place }) => place),
    stretches.map(({ measure }) => measure),
    stretches.map(({ span }) => span),
    stretches.map(({ from }) => from),
    stretches.map(({ to }) => to),
    asked.map(({ place }) => place),
    asked.map(({ measure }) => measure),
    asked.map(({ from }) => from),
    asked.map(({ to }) => to),
    values,
  ]);
}

// Rows another folder is at work on are passed by; cells are taken in their order, so that two never wait for each other in a circle.
const FOLD = `with taken as (
    delete from measure_delta where tenant = $1 and id in (
      select id from measure_delta where tenant = $1 order by id limit $2 for update skip locked
    ) returning measure, day, grain, value, n, d, x, c
  ), single as (
    select u.* from taken t cross join lateral unnest(t.measure, t.day, t.grain, t.value, t.n, t.d, t.x, t.c)
      as u (measure, day, grain, value, n, d, x, c)
  ), summed as (
    select grain, s.span, measure, case s.span when 0 then day else date_trunc('month', day)::date end as day, value,
      sum(n) as n, sum(d) as d, sum(x) as x, sum(c) as c
    from single cross join (values (0::smallint), (1::smallint)) as s (span) group by 1, 2, 3, 4, 5
  ), folded as (
    insert into measure_cell as m (tenant, grain, span, measure, day, value, n, d, x, c)
    select $1, grain, span, measure, day, value, n, d, x, c from summed order by grain, span, measure, day, value
    on conflict (tenant, grain, span, measure, day, value) do update
      set n = m.n + excluded.n, d = m.d + excluded.d, x = m.x + excluded.x, c = m.c + excluded.c
  )
  select count(*)::integer as taken from taken`;

/** Of these measures the first day on which something of the whole district counts, what is not folded yet included. */
export async function firstDaysKept(
  tx: Tx,
  tenant: string,
  measures: readonly number[],
): Promise<{ measure: number; day: string }[]> {
  return tx.rows(
    `with waiting as (
       select u.measure, min(u.day) as day
       from measure_delta l cross join lateral unnest(l.measure, l.day) as u (measure, day) where l.tenant = $1 group by 1
     ), found as (
       select t.measure, least(w.day, (
         select m.day from measure_cell m
         where m.tenant = $1 and m.grain = 0 and m.span = 0 and m.measure = t.measure and (m.n <> 0 or m.d <> 0 or m.x <> 0)
         order by m.day limit 1
       )) as day
       from unnest($2::integer[]) as t (measure) left join waiting w using (measure)
     )
     select measure, day::text as day from found where day is not null`,
    [tenant, measures],
  );
}

/** Folds at most so many changes into the cells. Answers how many there were. */
export async function foldChanges(tx: Tx, tenant: string, most: number): Promise<number> {
  const row = await tx.one<{ taken: number }>(FOLD, [tenant, most]);
  return row?.taken ?? 0;
}

/** An alarm that nobody settled: what was kept of a cell and what a recount found. */
export interface OpenAlarm {
  readonly measure: number;
  readonly span: number;
  readonly day: string;
  readonly value: string;
  readonly foundAt: Date;
  readonly kept: readonly number[];
  readonly counted: readonly number[];
}

export async function openAlarms(
  tx: Tx,
  tenant: string,
  grain: number,
  measures: readonly number[],
  days: { readonly from: string; readonly to: string },
): Promise<OpenAlarm[]> {
  return tx.rows<OpenAlarm>(
    `select measure, span, day, value, found_at as "foundAt", kept, counted from measure_alarm
     where tenant = $1 and settled_at is null and measure = any($2::integer[]) and grain = $3 and day >= $4 and day <= $5`,
    [tenant, measures, grain, days.from, days.to],
  );
}

export interface NewAlarm {
  readonly id: string;
  readonly measure: number;
  readonly name: string;
  readonly grain: number;
  readonly span: 0 | 1;
  readonly day: string;
  readonly value: string;
  readonly kept: Counts;
  readonly counted: Counts;
  readonly settled: boolean;
}

const three = ({ n, d, x }: Counts) => `{${n},${d},${x}}`;

export async function insertAlarms(tx: Tx, tenant: string, at: number, alarms: readonly NewAlarm[]): Promise<void> {
  const column = <T>(read: (alarm: NewAlarm) => T) => alarms.map(read);
  await tx.run(
    `insert into measure_alarm (tenant, id, found_at, measure, name, grain, span, day, value, kept, counted, settled_at)
     select $1, a.id, $2, a.measure, a.name, a.grain, a.span, a.day, a.value, a.kept::bigint[], a.counted::bigint[],
       case when a.settled then $2::timestamptz end
     from unnest($3::uuid[], $4::integer[], $5::text[], $6::smallint[], $7::smallint[], $8::date[], $9::text[], $10::text[],
       $11::text[], $12::boolean[]) as a (id, measure, name, grain, span, day, value, kept, counted, settled)`,
    [
      tenant,
      new Date(at),
      column(({ id }) => id),
      column(({ measure }) => measure),
      column(({ name }) => name),
      column(({ grain }) => grain),
      column(({ span }) => span),
      column(({ day }) => day),
      column(({ value }) => value),
      column(({ kept }) => three(kept)),
      column(({ counted }) => three(counted)),
      column(({ settled }) => settled),
    ],
  );
}

/** Alarms about these measures and days are over: a recount found everything right, or put it right. */
export async function settleAlarms(
  tx: Tx,
  tenant: string,
  at: number,
  measures: readonly number[],
  days: { readonly from: string; readonly to: string },
): Promise<void> {
  await tx.run(
    `update measure_alarm set settled_at = $2 where tenant = $1 and settled_at is null and measure = any($3::integer[])
       and day >= $4 and day <= $5`,
    [tenant, new Date(at), measures, days.from, days.to],
  );
}

/** Writes changes of cells without any fact: what a recount puts right. */
export async function writeChanges(tx: Tx, tenant: string, id: string, changes: readonly CellChange[]): Promise<void> {
  await tx.run(
    `insert into measure_delta (tenant, id, measure, day, grain, value, n, d, x, c)
     values ($1, $2, $3::integer[], $4::date[], $5::smallint[], $6::text[], $7::bigint[], $8::bigint[], $9::bigint[], $10::integer[])`,
    [tenant, id, ...changeColumns(changes)],
  );
}

/** The changes as arrays, a column each: measure, day, grain, value, n, d, x, c. */
export function changeColumns(changes: readonly CellChange[]): readonly unknown[] {
  const column = <T>(read: (change: CellChange) => T) => changes.map(read);
  return [
    column(({ measure }) => measure),
    column(({ day }) => day),
    column(({ grain }) => grain),
    column(({ value }) => value),
    column(({ n }) => n),
    column(({ d }) => d),
    column(({ x }) => x),
    column(({ c }) => c),
  ];
}

/** A cell as kept, with what is not folded into it yet. */
export interface KeptCell extends Counts {
  readonly measure: number;
  readonly grain: number;
  readonly day: string;
  readonly value: string;
}

const KEPT = `select measure, grain, day, value, sum(n)::bigint as n, sum(d)::bigint as d, sum(x)::bigint as x from (
    select m.measure, m.grain, m.day, m.value, m.n, m.d, m.x from measure_cell m
    where m.tenant = $1 and m.grain = any($6::smallint[]) and m.span = $2 and m.measure = any($3::integer[]) and m.day >= $4 and m.day <= $5
    union all
    select u.measure, u.grain, case $2::smallint when 0 then u.day else date_trunc('month', u.day)::date end, u.value, u.n, u.d, u.x
    from measure_delta l cross join lateral unnest(l.measure, l.day, l.grain, l.value, l.n, l.d, l.x)
      as u (measure, day, grain, value, n, d, x)
    where l.tenant = $1 and u.measure = any($3::integer[]) and u.day >= $4 and u.day <= $5
  ) k group by 1, 2, 3, 4`;

/** Every cell of these measures by day (span 0) or month (span 1) within some days; of months, whole ones. */
export async function keptCells(
  tx: Tx,
  tenant: string,
  span: 0 | 1,
  measures: readonly number[],
  days: { readonly from: string; readonly to: string },
): Promise<KeptCell[]> {
  return tx.rows<KeptCell>(KEPT, [tenant, span, measures, days.from, days.to, BREAKDOWN_NUMBERS]);
}

/** Makes the months within some days, whole ones, anew from their days. The caller folds alone. */
export async function remakeMonths(
  tx: Tx,
  tenant: string,
  measures: readonly number[],
  days: { readonly from: string; readonly to: string },
): Promise<void> {
  const params = [tenant, measures, days.from, days.to];
  await tx.run(
    `delete from measure_cell where tenant = $1 and span = 1 and measure = any($2::integer[]) and day >= $3 and day <= $4`,
    params,
  );
  await tx.run(
    `insert into measure_cell (tenant, grain, span, measure, day, value, n, d, x, c)
     select tenant, grain, 1, measure, date_trunc('month', day)::date, value, sum(n), sum(d), sum(x), sum(c)
     from measure_cell where tenant = $1 and span = 0 and measure = any($2::integer[]) and day >= $3 and day <= $4
     group by 1, 2, 4, 5, 6`,
    params,
  );
}

/** Takes away the cells of measures that nobody declares any more and nothing stands in. */
export async function dropEmptyCells(tx: Tx, tenant: string, declared: readonly number[]): Promise<void> {
  await tx.run(
    `delete from measure_cell where tenant = $1 and not (measure = any($2::integer[])) and n = 0 and d = 0 and x = 0`,
    [tenant, declared],
  );
}
