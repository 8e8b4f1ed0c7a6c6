import type { Tx } from '../../db/index.ts';
import type { DutyRecord, IndicatorRecord, TaskRecord } from './promise-record.ts';

const ms = (column: string, as: string) => `(extract(epoch from ${column}) * 1000)::float8 as "${as}"`;

export async function dutiesOf(tx: Tx, tenant: string, promises: readonly string[]): Promise<DutyRecord[]> {
  return tx.rows<DutyRecord>(
    `select id, promise, part, unit, post, since, until, reason, set_by as "setBy", ${ms('set_at', 'setAt')}
     from duty where tenant = $1 and promise = any($2::uuid[]) order by promise, since, id`,
    [tenant, promises],
  );
}

export async function insertDuties(tx: Tx, tenant: string, duties: readonly DutyRecord[]): Promise<void> {
  if (duties.length === 0) return;
  const column = <T>(read: (duty: DutyRecord) => T) => duties.map(read);
  await tx.run(
    `insert into duty (tenant, id, promise, part, unit, post, since, until, reason, set_by, set_at)
     select $1, d.* from unnest($2::uuid[], $3::uuid[], $4::text[], $5::uuid[], $6::uuid[], $7::date[], $8::date[], $9::text[],
       $10::text[], $11::timestamptz[]) as d`,
    [
      tenant,
      column(({ id }) => id),
      column(({ promise }) => promise),
      column(({ part }) => part),
      column(({ unit }) => unit),
      column(({ post }) => post),
      column(({ since }) => since),
      column(({ until }) => until),
      column(({ reason }) => reason),
      column(({ setBy }) => setBy),
      column(({ setAt }) => new Date(setAt)),
    ],
  );
}

/** Ends duties: each on the day given, on its own first day at the earliest. */
export async function endDuties(tx: Tx, tenant: string, ids: readonly string[], until: string): Promise<void> {
  await tx.run('update duty set until = greatest(since, $3::date) where tenant = $1 and id = any($2::uuid[])', [
    tenant,
    ids,
    until,
  ]);
}

export async function indicatorsOf(tx: Tx, tenant: string, promises: readonly string[]): Promise<IndicatorRecord[]> {
  return tx.rows<IndicatorRecord>(
    `select promise, name, label, unit, decimals, aim, mode, value::float8 as value, upper::float8 as upper, base::float8 as base,
       base_date as "baseDate", shape, start, due, points, weight::float8 as weight, every, asked_unit as "askedUnit", measure, stage, position
     from indicator where tenant = $1 and promise = any($2::uuid[]) order by promise, position, name`,
    [tenant, promises],
  );
}

/** Puts the indicators of promises in place, by name; what was observed of one stays. */
export async function putIndicators(tx: Tx, tenant: string, rows: readonly IndicatorRecord[]): Promise<void> {
  if (rows.length === 0) return;
  const column = <T>(read: (row: IndicatorRecord) => T) => rows.map(read);
  await tx.run(
    `insert into indicator (tenant, promise, name, label, unit, decimals, aim, mode, value, upper, base, base_date, shape, start, due, points,
       weight, every, asked_unit, measure, stage, position)
     select $1, i.* from unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::smallint[], $7::text[], $8::text[], $9::numeric[],
       $10::numeric[], $11::numeric[], $12::date[], $13::text[], $14::date[], $15::date[], $16::jsonb[], $17::numeric[], $18::text[],
       $19::uuid[], $20::text[], $21::text[], $22::integer[]) as i
     on conflict (tenant, promise, name) do update set label = excluded.label, unit = excluded.unit, decimals = excluded.decimals,
       aim = excluded.aim, mode = excluded.mode, value = excluded.value, upper = excluded.upper, base = excluded.base,
       base_date = excluded.base_date, shape = excluded.shape, start = excluded.start, due = excluded.due, points = excluded.points,
       weight = excluded.weight, every = excluded.every, asked_unit = excluded.asked_unit, measure = excluded.measure,
       stage = excluded.stage, position = excluded.position`,
    [
      tenant,
      column(({ promise }) => promise),
      column(({ name }) => name),
      column(({ label }) => label),
      column(({ unit }) => unit),
      column(({ decimals }) => decimals),
      column(({ aim }) => aim),
      column(({ mode }) => mode),
      column(({ value }) => value),
      column(({ upper }) => upper),
      column(({ base }) => base),
      column(({ baseDate }) => baseDate),
      column(({ shape }) => shape),
      column(({ start }) => start),
      column(({ due }) => due),
      column(({ points }) => (points === null ? null : JSON.stringify(points))),
      column(({ weight }) => weight),
      column(({ every }) => every),
      column(({ askedUnit }) => askedUnit),
      column(({ measure }) => measure),
      column(({ stage }) => stage),
      column(({ position }) => position),
    ],
  );
}

/** Takes away indicators that a draft no longer has and nobody observed; answers the names that stayed. */
export async function dropIndicators(
  tx: Tx,
  tenant: string,
  promise: string,
  names: readonly string[],
): Promise<readonly string[]> {
  if (names.length === 0) return [];
  const gone = await tx.rows<{ name: string }>(
    `delete from indicator i where i.tenant = $1 and i.promise = $2 and i.name = any($3::text[])
       and not exists (select 1 from observation o where o.tenant = $1 and o.promise = $2 and o.indicator = i.name)
     returning i.name`,
    [tenant, promise, names],
  );
  return names.filter((name) => !gone.some((one) => one.name === name));
}

export async function tasksOf(tx: Tx, tenant: string, promises: readonly string[]): Promise<TaskRecord[]> {
  return tx.rows<TaskRecord>(
    `select id, promise, parent, kind, title, unit, weight::float8 as weight, start, due, first_due as "firstDue", state, done_on as "doneOn",
       reported_by as "reportedBy", reported_account as "reportedAccount", position, version
     from task where tenant = $1 and promise = any($2::uuid[]) order by promise, position, id`,
    [tenant, promises],
  );
}

export async function insertTasks(tx: Tx, tenant: string, tasks: readonly TaskRecord[]): Promise<void> {
  if (tasks.length === 0) return;
  const column = <T>(read: (task: TaskRecord) => T) => tasks.map(read);
  await tx.run(
    `insert into task (tenant, id, promise, parent, kind, title, unit, weight, start, due, first_due, state, done_on, position, version)
     select $1, t.* from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::text[], $6::text[], $7::uuid[], $8::numeric[], $9::date[],
       $10::date[], $11::date[], $12::text[], $13::date[], $14::integer[], $15::integer[]) as t`,
    [
      tenant,
      column(({ id }) => id),
      column(({ promise }) => promise),
      column(({ parent }) => parent),
      column(({ kind }) => kind),
      column(({ title }) => title),
      column(({ unit }) => unit),
      column(({ weight }) => weight),
      column(({ start }) => start),
      column(({ due }) => due),
      column(({ firstDue }) => firstDue),
      column(({ state }) => state),
      column(({ doneOn }) => doneOn),
      column(({ position }) => position),
      column(({ version }) => version),
    ],
  );
}

/** Takes a promise's tasks away, to be drafted anew; before its issue only. */
export async function dropTasks(tx: Tx, tenant: string, promise: string): Promise<void> {
  await tx.run('delete from task where tenant = $1 and promise = $2', [tenant, promise]);
}

export async function updateTask(tx: Tx, tenant: string, task: TaskRecord, reportedAt: number | null): Promise<void> {
  await tx.run(
    `update task set title = $3, unit = $4, weight = $5, start = $6, due = $7, state = $8, done_on = $9, reported_by = $10,
       reported_account = $11, reported_at = coalesce($12, reported_at), version = $13
     where tenant = $1 and id = $2`,
    [
      tenant,
      task.id,
      task.title,
      task.unit,
      task.weight,
      task.start,
      task.due,
      task.state,
      task.doneOn,
      task.reportedBy,
      task.reportedAccount,
      reportedAt === null ? null : new Date(reportedAt),
      task.version,
    ],
  );
}

/** What tasks are due from now on: the first issue fixes the date they are first given. */
export async function fixFirstDue(tx: Tx, tenant: string, promises: readonly string[]): Promise<void> {
  await tx.run('update task set first_due = due where tenant = $1 and promise = any($2::uuid[])', [tenant, promises]);
}

/** Ties a promise to sentences of a report, and to no others of it. @throws a foreign key's refusal where there is no such sentence */
export async function setClauses(
  tx: Tx,
  tenant: string,
  promise: string,
  report: string,
  clauses: readonly number[],
): Promise<void> {
  await tx.run('delete from promise_clause where tenant = $1 and promise = $2', [tenant, promise]);
  if (clauses.length === 0) return;
  await tx.run(
    `insert into promise_clause (tenant, promise, report, clause) select distinct $1, $2::uuid, $3::uuid, c from unnest($4::integer[]) as c`,
    [tenant, promise, report, clauses],
  );
}

/** How many of these sentences the report has. */
export async function knownClauses(
  tx: Tx,
  tenant: string,
  report: string,
  clauses: readonly number[],
): Promise<number> {
  const row = await tx.one<{ n: number }>(
    'select count(*)::integer as n from clause where tenant = $1 and report = $2 and no = any($3::integer[])',
    [tenant, report, clauses],
  );
  return row?.n ?? 0;
}
