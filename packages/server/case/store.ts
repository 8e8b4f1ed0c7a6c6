import type { Instant } from '@huying/kit/calendar';
import type { CaseRecord, Values } from '@huying/kit/case';
import type { Tx } from '../db/index.ts';

/** What the case table keeps beside the record, for lists: the promise in columns, and whence it came. */
export interface CaseIndexing {
  readonly title: string;
  readonly matter: string | null;
  readonly kind: string | null;
  readonly urgency: string | null;
  readonly channel: string | null;
  readonly satisfied: string | null;
  readonly longitude: number | null;
  readonly latitude: number | null;
  readonly dueAt: Instant | null;
  readonly dueProvisional: boolean;
  readonly firstDueAt: Instant | null;
  /** Name of the clock promised to the citizen. */
  readonly promise: string | null;
  readonly externalSource: string | null;
  readonly externalNumber: string | null;
}

/** Something that somebody has to do to a case now, and when it is due. */
export interface Task {
  readonly task: string;
  readonly role: string;
  readonly unit: string | null;
  /** The unit within which it must not be done. */
  readonly outside: string | null;
  readonly post: string | null;
  readonly area: string | null;
  readonly dueAt: Instant;
}

const RECORD_COLUMNS = `c.id, c.number, c.type, c.definition, c.version, c.state, c.result, c.round, c.unit, c.handler, c.area,
  c.opened_at, c.closed_at, c.held_until, c.stage, c.data, c.counts, c.requests, c.parts, c.clocks, c.involved`;

interface RecordRow {
  readonly id: string;
  readonly number: string;
  readonly type: string;
  readonly definition: string;
  readonly version: number;
  readonly state: string;
  readonly result: string | null;
  readonly round: number;
  readonly unit: string | null;
  readonly handler: string | null;
  readonly area: string | null;
  readonly opened_at: Date;
  readonly closed_at: Date | null;
  readonly held_until: Date | null;
  readonly stage: number;
  readonly data: Values;
  readonly counts: CaseRecord['counts'];
  readonly requests: CaseRecord['requests'];
  readonly parts: CaseRecord['parts'];
  readonly clocks: CaseRecord['clocks'];
  readonly involved: readonly string[];
}

function recordOf(row: RecordRow): CaseRecord {
  const { opened_at, closed_at, held_until, ...rest } = row;
  return {
    ...rest,
    openedAt: opened_at.getTime(),
    closedAt: closed_at?.getTime() ?? null,
    heldUntil: held_until?.getTime() ?? null,
  };
}

/** A case by id, without a lock. */
export async function findCase(tx: Tx, tenant: string, id: string): Promise<CaseRecord | undefined> {
  const row = await tx.one<RecordRow>(`select ${RECORD_COLUMNS} from case_record c where c.tenant = $1 and c.id = $2`, [
    tenant,
    id,
  ]);
  return row && recordOf(row);
}

/** A case by id, locked until the transaction ends: whoever changes a case takes this lock first, timers after it. */
export async function lockCase(tx: Tx, tenant: string, id: string): Promise<CaseRecord | undefined> {
  const row = await tx.one<RecordRow>(
    `select ${RECORD_COLUMNS} from case_record c where c.tenant = $1 and c.id = $2 for update`,
    [tenant, id],
  );
  return row && recordOf(row);
}

/**
 * The next open cases by id after one (null: from the first), locked until the transaction ends. What is open has a task; a case
 * that closed meanwhile is left out.
 */
export async function lockOpenCases(
  tx: Tx,
  tenant: string,
  after: string | null,
  limit: number,
): Promise<CaseRecord[]> {
  const rows = await tx.rows<RecordRow>(
    `select ${RECORD_COLUMNS} from case_record c
     where c.tenant = $1 and c.id in (select distinct t.case_id from case_task t
       where t.tenant = $1 and ($2::uuid is null or t.case_id > $2) order by t.case_id limit $3)
     order by c.id for update`,
    [tenant, after, limit],
  );
  return rows.map(recordOf);
}

/** As `lockCase`, but answers undefined at once where another has the lock. */
export async function lockCaseIfFree(tx: Tx, tenant: string, id: string): Promise<CaseRecord | undefined> {
  const row = await tx.one<RecordRow>(
    `select ${RECORD_COLUMNS} from case_record c where c.tenant = $1 and c.id = $2 for update skip locked`,
    [tenant, id],
  );
  return row && recordOf(row);
}

/** The id of a case by its own number. */
export async function caseByNumber(tx: Tx, tenant: string, number: string): Promise<string | undefined> {
  const row = await tx.one<{ id: string }>('select id from case_record where tenant = $1 and number = $2', [
    tenant,
    number,
  ]);
  return row?.id;
}

/** Makes whoever opens a case for the same number of another platform wait until the transaction ends. */
export async function lockExternal(tx: Tx, tenant: string, source: string, number: string): Promise<void> {
  await tx.run('select pg_advisory_xact_lock(hashtextextended($1, 0))', [JSON.stringify([tenant, source, number])]);
}

/** The id of a case by the number another platform gave it. */
export async function caseByExternal(
  tx: Tx,
  tenant: string,
  source: string,
  number: string,
): Promise<string | undefined> {
  const row = await tx.one<{ id: string }>(
    'select id from case_record where tenant = $1 and external_source = $2 and external_number = $3',
    [tenant, source, number],
  );
  return row?.id;
}

export async function insertCase(tx: Tx, tenant: string, record: CaseRecord, indexing: CaseIndexing): Promise<void> {
  await tx.run(
    `insert into case_record (tenant, id, number, type, definition, version, state, result, round, unit, handler, area,
       opened_at, closed_at, held_until, stage, data, counts, requests, parts, clocks, involved,
       title, matter, kind, urgency, channel, satisfied, longitude, latitude, due_at, due_provisional, first_due_at, promise,
       external_source, external_number)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22,
       $23, $24, $25, $26, $27, $28, $29, $30, $31, $32, $33, $34, $35, $36)`,
    [
      tenant,
      record.id,
      record.number,
      record.type,
      record.definition,
      ...changing(record),
      ...indexed(indexing),
      indexing.externalSource,
      indexing.externalNumber,
    ],
  );
}

/** Writes a case back at its next version. The caller holds its lock. */
export async function updateCase(tx: Tx, tenant: string, record: CaseRecord, indexing: CaseIndexing): Promise<void> {
  await tx.run(
    `update case_record set version = $3, state = $4, result = $5, round = $6, unit = $7, handler = $8, area = $9,
       opened_at = $10, closed_at = $11, held_until = $12, stage = $13, data = $14, counts = $15, requests = $16,
       parts = $17, clocks = $18, involved = $19, title = $20, matter = $21, kind = $22, urgency = $23, channel = $24,
       satisfied = $25, longitude = $26, latitude = $27, due_at = $28, due_provisional = $29, first_due_at = $30, promise = $31
     where tenant = $1 and id = $2`,
    [tenant, record.id, ...changing(record), ...indexed(indexing)],
  );
}

function changing(record: CaseRecord): unknown[] {
  return [
    record.version,
    record.state,
    record.result,
    record.round,
    record.unit,
    record.handler,
    record.area,
    new Date(record.openedAt),
    dateOf(record.closedAt),
    dateOf(record.heldUntil),
    record.stage,
    JSON.stringify(record.data),
    JSON.stringify(record.counts),
    JSON.stringify(record.requests),
    JSON.stringify(record.parts),
    JSON.stringify(record.clocks),
    record.involved,
  ];
}

function indexed(indexing: CaseIndexing): unknown[] {
  return [
    indexing.title,
    indexing.matter,
    indexing.kind,
    indexing.urgency,
    indexing.channel,
    indexing.satisfied,
    indexing.longitude,
    indexing.latitude,
    dateOf(indexing.dueAt),
    indexing.dueProvisional,
    dateOf(indexing.firstDueAt),
    indexing.promise,
  ];
}

function dateOf(at: Instant | null): Date | null {
  return at === null ? null : new Date(at);
}

/** Makes the tasks of a case be exactly these. */
export async function setTasks(tx: Tx, tenant: string, id: string, tasks: readonly Task[]): Promise<void> {
  await tx.run(
    `with wanted as (
       select * from unnest($3::text[], $4::text[], $5::uuid[], $6::uuid[], $7::uuid[], $8::text[], $9::timestamptz[])
         as w (task, role, unit, outside, post, area, due_at)
     ), gone as (
       delete from case_task t where t.tenant = $1 and t.case_id = $2 and t.task <> all ($3::text[])
     )
     insert into case_task (tenant, case_id, task, role, unit, outside, post, area, due_at)
     select $1, $2, w.task, w.role, w.unit, w.outside, w.post, w.area, w.due_at from wanted w
     on conflict (tenant, case_id, task) do update set role = excluded.role, unit = excluded.unit,
       outside = excluded.outside, post = excluded.post, area = excluded.area, due_at = excluded.due_at`,
    [
      tenant,
      id,
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

/** Lets units see a case from now on, also after it went on to others. */
export async function involveUnits(tx: Tx, tenant: string, id: string, units: readonly string[]): Promise<void> {
  await tx.run(
    `insert into case_unit (tenant, unit, case_id) select $1, unit, $2 from unnest($3::uuid[]) as unit
     on conflict do nothing`,
    [tenant, id, units],
  );
}

/** Keeps the blind indexes of the caller's telephone. */
export async function indexPhone(tx: Tx, tenant: string, id: string, whole: Buffer, tail: Buffer): Promise<void> {
  await tx.run(
    `insert into case_phone (tenant, case_id, whole, tail) values ($1, $2, $3, $4)
     on conflict (tenant, case_id) do update set whole = excluded.whole, tail = excluded.tail`,
    [tenant, id, whole, tail],
  );
}

/** True when the telephone of a case has this blind index. */
export async function phoneMatches(tx: Tx, tenant: string, id: string, whole: Buffer): Promise<boolean> {
  const row = await tx.one('select 1 from case_phone where tenant = $1 and case_id = $2 and whole = $3', [
    tenant,
    id,
    whole,
  ]);
  return row !== undefined;
}

/** Earlier cases of the same telephone, newest first, `within` a condition over `c` whose parameters begin with $4. */
export async function casesOfPhone(
  tx: Tx,
  tenant: string,
  whole: Buffer,
  within: { readonly sql: string; readonly params: readonly unknown[] },
  limit: number,
): Promise<{ id: string; number: string; title: string; openedAt: Date; state: string; type: string }[]> {
  return tx.rows(
    `select c.id, c.number, c.title, c.opened_at as "openedAt", c.state, c.type
     from case_phone p join case_record c on c.tenant = p.tenant and c.id = p.case_id
     where p.tenant = $1 and p.whole = $2 and ${within.sql} order by c.opened_at desc limit $3`,
    [tenant, whole, limit, ...within.params],
  );
}
