import type { Instant } from '@huying/kit/calendar';
import type { CaseRecord, Values } from '@huying/kit/case';
import type { Gathered, Tx, Writing } from '../db/index.ts';
import { type ClockColumn, clocksFromColumn } from './clock-column.ts';
import { type CaseRow, casesInserted, casesUpdated } from './row.store.ts';

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
  readonly clocks: Readonly<Record<string, ClockColumn>>;
  readonly involved: readonly string[];
}

function recordOf(row: RecordRow): CaseRecord {
  const { opened_at, closed_at, held_until, clocks, ...rest } = row;
  return {
    ...rest,
    clocks: clocksFromColumn(clocks),
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

/** Cases by id, without a lock, in no order. */
export async function findCases(tx: Tx, tenant: string, ids: readonly string[]): Promise<CaseRecord[]> {
  const rows = await tx.rows<RecordRow>(
    `select ${RECORD_COLUMNS} from case_record c where c.tenant = $1 and c.id = any($2::uuid[])`,
    [tenant, ids],
  );
  return rows.map(recordOf);
}

/** Cases by id, locked until the transaction ends: whoever changes a case takes this lock first, timers after it. */
export const lockCase: Gathered<{ readonly tenant: string; readonly id: string }, CaseRecord | undefined> = {
  reads: true,
  async run(tx, items) {
    const rows = await tx.rows<RecordRow>(
      `select ${RECORD_COLUMNS} from case_record c where c.tenant = $1 and c.id = any($2::uuid[]) order by c.id for update`,
      [tenantOf(items), items.map(({ id }) => id)],
    );
    const records = new Map(rows.map((row) => [row.id, recordOf(row)]));
    return items.map(({ id }) => records.get(id));
  },
};

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
export const lockCaseIfFree: Gathered<{ readonly tenant: string; readonly id: string }, CaseRecord | undefined> = {
  async run(tx, items) {
    const rows = await tx.rows<RecordRow>(
      `select ${RECORD_COLUMNS} from case_record c where c.tenant = $1 and c.id = any($2::uuid[]) order by c.id
       for update skip locked`,
      [tenantOf(items), items.map(({ id }) => id)],
    );
    const records = new Map(rows.map((row) => [row.id, recordOf(row)]));
    return items.map(({ id }) => records.get(id));
  },
  reads: true,
};

/** Open cases of which a unit is the handling one, or in which it has a task. */
export async function countOpenWork(tx: Tx, tenant: string, unit: string): Promise<number> {
  const row = await tx.one<{ count: number }>(
    `select count(*)::integer as count from (
       select c.id from case_record c where c.tenant = $1 and c.unit = $2 and c.closed_at is null
       union select t.case_id from case_task t where t.tenant = $1 and t.unit = $2
     ) open`,
    [tenant, unit],
  );
  return row?.count ?? 0;
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

interface Written extends CaseRow {
  readonly tenant: string;
}

const tenantOf = (items: readonly { readonly tenant: string }[]): string => items[0]?.tenant ?? '';

export const insertCase: Writing<Written> = {
  row: ({ record }) => record.id,
  statements: (items) => [casesInserted(tenantOf(items), items)],
};

/** Writes a case back at its next version. The caller holds its lock. */
export const updateCase: Writing<Written> = {
  row: ({ record }) => record.id,
  statements: (items) => [casesUpdated(tenantOf(items), items)],
};

/** What has to be done to a case, all of it; `isNew` where the case was just made and nothing had to be done before. */
export interface CaseTasks {
  readonly tenant: string;
  readonly id: string;
  readonly isNew: boolean;
  readonly tasks: readonly Task[];
}

const WANTED_TASKS = `select $1, * from unnest($2::uuid[], $3::text[], $4::text[], $5::uuid[], $6::uuid[], $7::uuid[], $8::text[], $9::timestamptz[])
  as w (case_id, task, role, unit, outside, post, area, due_at)`;
const INSERT_TASKS = `insert into case_task as t (tenant, case_id, task, role, unit, outside, post, area, due_at) ${WANTED_TASKS}`;
const SET_TASKS = `with wanted (tenant, case_id, task, role, unit, outside, post, area, due_at) as (${WANTED_TASKS}), gone as (
    delete from case_task t where t.tenant = $1 and t.case_id = any($10::uuid[])
      and not exists (select 1 from wanted w where w.case_id = t.case_id and w.task = t.task)
  )
  insert into case_task as t (tenant, case_id, task, role, unit, outside, post, area, due_at) select * from wanted
  on conflict (tenant, case_id, task) do update set role = excluded.role, unit = excluded.unit,
    outside = excluded.outside, post = excluded.post, area = excluded.area, due_at = excluded.due_at
    where (t.role, t.unit, t.outside, t.post, t.area, t.due_at) is distinct from
      (excluded.role, excluded.unit, excluded.outside, excluded.post, excluded.area, excluded.due_at)`;

/** Makes the tasks of a case be exactly these. */
export const setTasks: Writing<CaseTasks> = {
  row: ({ id }) => id,
  statements(items) {
    const tasks = items.flatMap(({ id, tasks: own }) => own.map((task) => ({ ...task, id })));
    const column = <T>(read: (task: Task & { readonly id: string }) => T) => tasks.map(read);
    const wanted = [
      tenantOf(items),
      column(({ id }) => id),
      column(({ task }) => task),
      column(({ role }) => role),
      column(({ unit }) => unit),
      column(({ outside }) => outside),
      column(({ post }) => post),
      column(({ area }) => area),
      column(({ dueAt }) => new Date(dueAt)),
    ];
    if (items.every(({ isNew }) => isNew)) return tasks.length === 0 ? [] : [{ sql: INSERT_TASKS, params: wanted }];
    return [{ sql: SET_TASKS, params: [...wanted, items.map(({ id }) => id)] }];
  },
};

/** Where a case stands in the lists of its units. */
export interface UnitPlace {
  readonly id: string;
  readonly units: readonly string[];
  readonly openedAt: Instant;
  /** Null once it is closed; 'never' while it is due at no time. */
  readonly openDue: Instant | 'never' | null;
}

/** Lets units see a case from now on, also after it went on to others, and puts it where it belongs in the lists of each. */
export const placeInUnits: Writing<UnitPlace & { readonly tenant: string; readonly isNew: boolean }> = {
  row: ({ id }) => id,
  statements(items) {
    const rows = items.flatMap(({ units, ...place }) => units.map((unit) => ({ ...place, unit })));
    if (rows.length === 0) return [];
    const params = [
      tenantOf(items),
      rows.map(({ unit }) => unit),
      rows.map(({ id }) => id),
      rows.map(({ openedAt }) => new Date(openedAt)),
      rows.map(({ openDue }) => (openDue === 'never' ? 'infinity' : openDue === null ? null : new Date(openDue))),
    ];
    return [{ sql: items.every(({ isNew }) => isNew) ? INSERT_PLACES : SET_PLACES, params }];
  },
};

const INSERT_PLACES = `insert into case_unit as u (tenant, unit, case_id, opened_at, open_due)
  select $1, * from unnest($2::uuid[], $3::uuid[], $4::timestamptz[], $5::timestamptz[])`;
const SET_PLACES = `${INSERT_PLACES}
  on conflict (tenant, unit, case_id) do update set opened_at = excluded.opened_at, open_due = excluded.open_due
    where u.open_due is distinct from excluded.open_due or u.opened_at <> excluded.opened_at`;

/** Blind indexes of a telephone and of its last four digits. */
export interface PhoneIndexes {
  readonly whole: Buffer;
  readonly tail: Buffer;
}

const INSERT_PHONES =
  'insert into case_phone (tenant, case_id, whole, tail) select $1, * from unnest($2::uuid[], $3::bytea[], $4::bytea[])';
const SET_PHONES = `${INSERT_PHONES} on conflict (tenant, case_id) do update set whole = excluded.whole, tail = excluded.tail`;

/** Keeps the blind indexes of the caller's telephone. */
export const indexPhone: Writing<
  PhoneIndexes & { readonly tenant: string; readonly id: string; readonly isNew: boolean }
> = {
  row: ({ id }) => id,
  statements: (items) => [
    {
      sql: items.every(({ isNew }) => isNew) ? INSERT_PHONES : SET_PHONES,
      params: [
        tenantOf(items),
        items.map(({ id }) => id),
        items.map(({ whole }) => whole),
        items.map(({ tail }) => tail),
      ],
    },
  ],
};

/** True when the telephone of a case has this blind index. */
export async function phoneMatches(tx: Tx, tenant: string, id: string, whole: Buffer): Promise<boolean> {
  const row = await tx.one('select 1 from case_phone where tenant = $1 and case_id = $2 and whole = $3', [
    tenant,
    id,
    whole,
  ]);
  return row !== undefined;
}

/** Earlier cases of the same telephone, newest first, `within` a condition over `c` whose parameters begin with $5. Looked for among those of its last digits. */
export async function casesOfPhone(
  tx: Tx,
  tenant: string,
  { whole, tail }: PhoneIndexes,
  within: { readonly sql: string; readonly params: readonly unknown[] },
  limit: number,
): Promise<{ id: string; number: string; title: string; openedAt: Date; state: string; type: string }[]> {
  return tx.rows(
    `select c.id, c.number, c.title, c.opened_at as "openedAt", c.state, c.type
     from case_phone p join case_record c on c.tenant = p.tenant and c.id = p.case_id
     where p.tenant = $1 and p.tail = $2 and p.whole = $3 and ${within.sql} order by c.opened_at desc limit $4`,
    [tenant, tail, whole, limit, ...within.params],
  );
}
