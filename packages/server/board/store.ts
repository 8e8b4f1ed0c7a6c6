import type { Predicate } from '../access/index.ts';
import type { Tx } from '../db/index.ts';

/** Cases under way in one state. */
export interface StandingRow {
  readonly state: string;
  readonly open: number;
  readonly soon: number;
  readonly late: number;
  readonly stepLate: number;
}

/** Open cases of a type by state, as they stand at `now`; `where` is over the case table as `c`, its parameters from $5. */
export async function standingCases(
  tx: Tx,
  tenant: string,
  asked: { readonly type: string; readonly now: Date; readonly soon: Date; readonly where: Predicate },
): Promise<StandingRow[]> {
  const { type, now, soon, where } = asked;
  return tx.rows<StandingRow>(
    `with late_step as (
       select distinct t.case_id from case_task t where t.tenant = $1 and t.due_at < $3
     )
     select c.state, count(*)::integer as open,
       (count(*) filter (where c.due_at >= $3 and c.due_at < $4))::integer as soon,
       (count(*) filter (where c.due_at < $3))::integer as late,
       count(l.case_id)::integer as "stepLate"
     from case_record c left join late_step l on l.case_id = c.id
     where c.tenant = $1 and c.type = $2 and c.closed_at is null and ${where.sql}
     group by c.state`,
    [tenant, type, now, soon, ...where.params],
  );
}

/** Cases of a type opened within some time, by day and hour of the district's zone; parameters of `where` from $6. */
export async function openedByHour(
  tx: Tx,
  tenant: string,
  asked: {
    readonly type: string;
    readonly zone: string;
    readonly from: Date;
    readonly until: Date;
    readonly where: Predicate;
  },
): Promise<{ day: string; hour: number; count: number }[]> {
  const { type, zone, from, until, where } = asked;
  return tx.rows(
    `select to_char(c.opened_at at time zone $3, 'YYYY-MM-DD') as day,
       extract(hour from c.opened_at at time zone $3)::integer as hour, count(*)::integer as count
     from case_record c
     where c.tenant = $1 and c.type = $2 and c.opened_at >= $4 and c.opened_at < $5 and ${where.sql}
     group by 1, 2`,
    [tenant, type, zone, from, until, ...where.params],
  );
}

/** How many cases of a type were opened within some time; parameters of `where` from $5. */
export async function countOpened(
  tx: Tx,
  tenant: string,
  asked: { readonly type: string; readonly from: Date; readonly until: Date; readonly where: Predicate },
): Promise<number> {
  const { type, from, until, where } = asked;
  const row = await tx.one<{ count: number }>(
    `select count(*)::integer as count from case_record c
     where c.tenant = $1 and c.type = $2 and c.opened_at >= $3 and c.opened_at < $4 and ${where.sql}`,
    [tenant, type, from, until, ...where.params],
  );
  return row?.count ?? 0;
}

/** What proves a published number: the SHA-256 of a measure's snapshot of a day, month or year, in hexadecimal digits, and when it was taken. */
export async function snapshotDigests(
  tx: Tx,
  tenant: string,
  period: string,
  start: string,
  measures: readonly string[],
): Promise<{ measure: string; digest: string; takenAt: Date }[]> {
  return tx.rows(
    `select measure, encode(digest, 'hex') as digest, taken_at as "takenAt" from measure_snapshot
     where tenant = $1 and period = $2 and start = $3 and measure = any($4::text[])`,
    [tenant, period, start, measures],
  );
}
