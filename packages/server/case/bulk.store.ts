import type { CaseRecord } from '@huying/kit/case';
import type { Timer } from '../clock/index.ts';
import type { Tx } from '../db/index.ts';
import type { CaseIndexing, Task } from './store.ts';

/** A case row for bulk writing. */
export interface BulkRow {
  readonly record: CaseRecord;
  readonly indexing: CaseIndexing;
}

const iso = (at: number | null) => (at === null ? null : new Date(at).toISOString());

/** Writes many cases with one statement. */
export async function insertCases(tx: Tx, tenant: string, rows: readonly BulkRow[]): Promise<void> {
  const json = rows.map(({ record, indexing }) => ({
    id: record.id,
    number: record.number,
    type: record.type,
    definition: record.definition,
    version: record.version,
    state: record.state,
    result: record.result,
    round: record.round,
    unit: record.unit,
    handler: record.handler,
    area: record.area,
    longitude: indexing.longitude,
    latitude: indexing.latitude,
    title: indexing.title,
    matter: indexing.matter,
    kind: indexing.kind,
    urgency: indexing.urgency,
    channel: indexing.channel,
    satisfied: indexing.satisfied,
    opened_at: iso(record.openedAt),
    closed_at: iso(record.closedAt),
    held_until: iso(record.heldUntil),
    due_at: iso(indexing.dueAt),
    due_provisional: indexing.dueProvisional,
    first_due_at: iso(indexing.firstDueAt),
    promise: indexing.promise,
    stage: record.stage,
    data: record.data,
    counts: record.counts,
    requests: record.requests,
    parts: record.parts,
    clocks: record.clocks,
    involved: record.involved,
    external_source: indexing.externalSource,
    external_number: indexing.externalNumber,
  }));
  await tx.run(
    `insert into case_record (tenant, id, number, type, definition, version, state, result, round, unit, handler, area,
       longitude, latitude, title, matter, kind, urgency, channel, satisfied, opened_at, closed_at, held_until, due_at,
       due_provisional, first_due_at, promise, stage, data, counts, requests, parts, clocks, involved, external_source,
       external_number)
     select $1, r.id, r.number, r.type, r.definition, r.version, r.state, r.result, r.round, r.unit, r.handler, r.area,
       r.longitude, r.latitude, r.title, r.matter, r.kind, r.urgency, r.channel, r.satisfied, r.opened_at, r.closed_at,
       r.held_until, r.due_at, r.due_provisional, r.first_due_at, r.promise, r.stage, r.data, r.counts, r.requests,
       r.parts, r.clocks, r.involved, r.external_source, r.external_number
     from jsonb_to_recordset($2::jsonb) as r (id uuid, number text, type text, definition text, version integer,
       state text, result text, round integer, unit uuid, handler uuid, area text, longitude double precision,
       latitude double precision, title text, matter text, kind text, urgency text, channel text, satisfied text,
       opened_at timestamptz, closed_at timestamptz, held_until timestamptz, due_at timestamptz,
       due_provisional boolean, first_due_at timestamptz, promise text, stage integer, data jsonb, counts jsonb,
       requests jsonb, parts jsonb, clocks jsonb, involved uuid[], external_source text, external_number text)`,
    [tenant, JSON.stringify(json)],
  );
}

/** Lets units see many cases. */
export async function involveMany(
  tx: Tx,
  tenant: string,
  pairs: readonly { readonly unit: string; readonly id: string }[],
): Promise<void> {
  await tx.run(
    `insert into case_unit (tenant, unit, case_id) select $1, unit, case_id from unnest($2::uuid[], $3::uuid[]) as p (unit, case_id)`,
    [tenant, pairs.map(({ unit }) => unit), pairs.map(({ id }) => id)],
  );
}

/** Keeps the blind indexes of many telephones. */
export async function indexPhones(
  tx: Tx,
  tenant: string,
  phones: readonly { readonly id: string; readonly whole: Buffer; readonly tail: Buffer }[],
): Promise<void> {
  await tx.run(
    `insert into case_phone (tenant, case_id, whole, tail)
     select $1, case_id, whole, tail from unnest($2::uuid[], $3::bytea[], $4::bytea[]) as p (case_id, whole, tail)`,
    [tenant, phones.map(({ id }) => id), phones.map(({ whole }) => whole), phones.map(({ tail }) => tail)],
  );
}

/** Writes what has to be done to many cases. */
export async function insertTasks(
  tx: Tx,
  tenant: string,
  tasks: readonly (Task & { readonly id: string })[],
): Promise<void> {
  await tx.run(
    `insert into case_task (tenant, case_id, task, role, unit, outside, post, area, due_at)
     select $1, t.* from unnest($2::uuid[], $3::text[], $4::text[], $5::uuid[], $6::uuid[], $7::uuid[], $8::text[],
       $9::timestamptz[]) as t`,
    [
      tenant,
      tasks.map((task) => task.id),
      tasks.map((task) => task.task),
      tasks.map((task) => task.role),
      tasks.map((task) => task.unit),
      tasks.map((task) => task.outside),
      tasks.map((task) => task.post),
      tasks.map((task) => task.area),
      tasks.map((task) => new Date(task.dueAt)),
    ],
  );
}

/** Of these numbers of another platform, those that are cases already. */
export async function knownExternals(
  tx: Tx,
  tenant: string,
  source: string,
  numbers: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await tx.rows<{ number: string }>(
    `select external_number as number from case_record
     where tenant = $1 and external_source = $2 and external_number = any($3::text[])`,
    [tenant, source, numbers],
  );
  return new Set(rows.map(({ number }) => number));
}

export type BulkTimer = Pick<Timer, 'subject' | 'clock' | 'round' | 'rung' | 'at'> & { readonly fired: boolean };
