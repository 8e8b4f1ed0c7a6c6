import type { Tx } from '../../db/index.ts';
import type { PromiseRecord } from './promise-record.ts';

const ms = (column: string, as: string) => `(extract(epoch from ${column}) * 1000)::float8 as "${as}"`;

/** The columns of a promise, over `p`. */
export const PROMISE_COLUMNS = `p.id, p.number, p.year, p.kind, p.state, p.issued_on as "issuedOn", p.done_on as "doneOn", p.report, p.title, p.deliverable, p.measure,
  p.due, p.due_words as "dueWords", p.firmness, p.section, p.domain, p.weight::float8 as weight, p.official, p.evidence, p.schedule,
  p.light, p.light_rule as "lightRule", p.light_inputs as "lightInputs", ${ms('p.light_at', 'lightAt')}, p.rate, p.expected,
  p.sparkline, p.path, p.disagreements, p.lead_unit as "leadUnit", p.leader, p.involved, p.area, p.longitude, p.latitude,
  ${ms('p.published_at', 'publishedAt')}, p.data, p.version, ${ms('p.created_at', 'createdAt')},
  ${ms('p.changed_at', 'changedAt')}, ${ms('p.ended_at', 'endedAt')}`;

const moment = (at: number | null) => (at === null ? null : new Date(at));

export async function findPromise(tx: Tx, tenant: string, id: string): Promise<PromiseRecord | undefined> {
  return tx.one<PromiseRecord>(`select ${PROMISE_COLUMNS} from promise p where p.tenant = $1 and p.id = $2`, [
    tenant,
    id,
  ]);
}

/** The promise, locked until the transaction ends. */
export async function lockPromise(tx: Tx, tenant: string, id: string): Promise<PromiseRecord | undefined> {
  return tx.one<PromiseRecord>(
    `select ${PROMISE_COLUMNS} from promise p where p.tenant = $1 and p.id = $2 for update`,
    [tenant, id],
  );
}

/** The same without waiting for whoever is at work on it; undefined then, too. */
export async function lockPromiseIfFree(tx: Tx, tenant: string, id: string): Promise<PromiseRecord | undefined> {
  return tx.one<PromiseRecord>(
    `select ${PROMISE_COLUMNS} from promise p where p.tenant = $1 and p.id = $2 for update skip locked`,
    [tenant, id],
  );
}

/** Promises, locked until the transaction ends, in one order, so that two who change several do not wait for each other. */
export async function lockPromises(tx: Tx, tenant: string, ids: readonly string[]): Promise<PromiseRecord[]> {
  return tx.rows<PromiseRecord>(
    `select ${PROMISE_COLUMNS} from promise p where p.tenant = $1 and p.id = any($2::uuid[]) order by p.id for update`,
    [tenant, ids],
  );
}

/** A new version of locked promises, in one statement. */
export async function touchPromises(tx: Tx, tenant: string, ids: readonly string[], at: number): Promise<void> {
  await tx.run('update promise set version = version + 1, changed_at = $3 where tenant = $1 and id = any($2::uuid[])', [
    tenant,
    ids,
    new Date(at),
  ]);
}

/** All promises of a year, by number. */
export async function promisesOfYear(tx: Tx, tenant: string, year: number): Promise<PromiseRecord[]> {
  return tx.rows<PromiseRecord>(
    `select ${PROMISE_COLUMNS} from promise p where p.tenant = $1 and p.year = $2 order by p.number, p.id`,
    [tenant, year],
  );
}

/** Years whose promises still run. */
export async function openYears(tx: Tx, tenant: string): Promise<number[]> {
  const rows = await tx.rows<{ year: number }>(
    'select distinct year from promise where tenant = $1 and ended_at is null order by year',
    [tenant],
  );
  return rows.map(({ year }) => year);
}

export async function insertPromise(tx: Tx, tenant: string, promise: PromiseRecord): Promise<void> {
  await tx.run(
    `insert into promise (tenant, id, state, issued_on, title, deliverable, measure, due, due_words, firmness, section, domain, weight,
       official, evidence, schedule, light, light_rule, light_inputs, light_at, rate, expected, sparkline, path, disagreements, lead_unit,
       leader, involved, area, longitude, latitude, published_at, data, version, changed_at, ended_at, done_on, number, year, kind, report,
       created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26,
       $27, $28, $29, $30, $31, $32, $33, $34, $35, $36, $37, $38, $39, $40, $41, $42)`,
    [
      tenant,
      promise.id,
      ...changing(promise),
      promise.number,
      promise.year,
      promise.kind,
      promise.report,
      moment(promise.createdAt),
    ],
  );
}

/** Writes a locked promise as it stands now; number, year, kind and report never change. */
export async function updatePromise(tx: Tx, tenant: string, promise: PromiseRecord): Promise<void> {
  await tx.run(
    `update promise set state = $3, issued_on = $4, title = $5, deliverable = $6, measure = $7, due = $8, due_words = $9, firmness = $10,
       section = $11, domain = $12, weight = $13, official = $14, evidence = $15, schedule = $16, light = $17, light_rule = $18,
       light_inputs = $19, light_at = $20, rate = $21, expected = $22, sparkline = $23, path = $24, disagreements = $25, lead_unit = $26,
       leader = $27, involved = $28, area = $29, longitude = $30, latitude = $31, published_at = $32, data = $33, version = $34,
       changed_at = $35, ended_at = $36, done_on = $37
     where tenant = $1 and id = $2`,
    [tenant, promise.id, ...changing(promise)],
  );
}

/** What may change of a promise, $3 to $37 of both statements. */
function changing(promise: PromiseRecord): readonly unknown[] {
  return [
    promise.state,
    promise.issuedOn,
    promise.title,
    promise.deliverable,
    promise.measure,
    promise.due,
    promise.dueWords,
    promise.firmness,
    promise.section,
    promise.domain,
    promise.weight,
    promise.official,
    promise.evidence,
    promise.schedule,
    promise.light,
    promise.lightRule,
    json(promise.lightInputs),
    moment(promise.lightAt),
    promise.rate,
    promise.expected,
    json(promise.sparkline),
    json(promise.path),
    promise.disagreements,
    promise.leadUnit,
    promise.leader,
    promise.involved,
    promise.area,
    promise.longitude,
    promise.latitude,
    moment(promise.publishedAt),
    json(promise.data),
    promise.version,
    moment(promise.changedAt),
    moment(promise.endedAt),
    promise.doneOn,
  ];
}

/** The report in which a promise made without one was found to stand; one that has a report keeps it. */
export async function setReportOf(tx: Tx, tenant: string, id: string, report: string, at: number): Promise<void> {
  await tx.run(
    'update promise set report = coalesce(report, $3), version = version + 1, changed_at = $4 where tenant = $1 and id = $2',
    [tenant, id, report, new Date(at)],
  );
}

function json(value: unknown): string | null {
  return value === null ? null : JSON.stringify(value);
}
