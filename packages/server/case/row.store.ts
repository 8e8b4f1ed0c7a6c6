import type { CaseRecord } from '@huying/kit/case';
import type { Statement } from '../db/index.ts';
import { clocksToColumn } from './clock-column.ts';
import type { CaseIndexing } from './store.ts';

/** A case as it stands in its table: the record, and what lists read of it. */
export interface CaseRow {
  readonly record: CaseRecord;
  readonly indexing: CaseIndexing;
}

const iso = (at: number | null) => (at === null ? null : new Date(at).toISOString());

/** Columns that a step may change, with their types. */
const CHANGING = {
  version: 'integer',
  state: 'text',
  result: 'text',
  round: 'integer',
  unit: 'uuid',
  handler: 'uuid',
  area: 'text',
  longitude: 'double precision',
  latitude: 'double precision',
  title: 'text',
  matter: 'text',
  kind: 'text',
  urgency: 'text',
  channel: 'text',
  satisfied: 'text',
  opened_at: 'timestamptz',
  closed_at: 'timestamptz',
  held_until: 'timestamptz',
  due_at: 'timestamptz',
  due_provisional: 'boolean',
  first_due_at: 'timestamptz',
  promise: 'text',
  stage: 'integer',
  data: 'jsonb',
  counts: 'jsonb',
  requests: 'jsonb',
  parts: 'jsonb',
  clocks: 'jsonb',
  involved: 'uuid[]',
} as const;

/** Columns that are given once. */
const LASTING = {
  number: 'text',
  type: 'text',
  definition: 'text',
  external_source: 'text',
  external_number: 'text',
} as const;

type Columns = Record<keyof typeof CHANGING, unknown>;

const typesOf = (columns: Readonly<Record<string, string>>) =>
  Object.entries(columns)
    .map(([name, type]) => `${name} ${type}`)
    .join(', ');
const namesOf = (columns: object, from = '') =>
  Object.keys(columns)
    .map((name) => `${from}${name}`)
    .join(', ');

const INSERT = `insert into case_record (tenant, id, ${namesOf(LASTING)}, ${namesOf(CHANGING)})
  select $1, r.id, ${namesOf(LASTING, 'r.')}, ${namesOf(CHANGING, 'r.')}
  from jsonb_to_recordset($2::jsonb) as r (id uuid, ${typesOf(LASTING)}, ${typesOf(CHANGING)})`;

const UPDATE = `update case_record c set ${Object.keys(CHANGING)
  .map((name) => `${name} = r.${name}`)
  .join(', ')}
  from jsonb_to_recordset($2::jsonb) as r (id uuid, ${typesOf(CHANGING)})
  where c.tenant = $1 and c.id = r.id`;

/** Writes new cases. */
export function casesInserted(tenant: string, rows: readonly CaseRow[]): Statement {
  const json = rows.map((row) => ({
    ...changingOf(row),
    number: row.record.number,
    type: row.record.type,
    definition: row.record.definition,
    external_source: row.indexing.externalSource,
    external_number: row.indexing.externalNumber,
  }));
  return { sql: INSERT, params: [tenant, JSON.stringify(json)] };
}

/** Writes cases back at their next versions. The caller holds their locks. */
export function casesUpdated(tenant: string, rows: readonly CaseRow[]): Statement {
  return { sql: UPDATE, params: [tenant, JSON.stringify(rows.map(changingOf))] };
}

function changingOf({ record, indexing }: CaseRow): Columns & { readonly id: string } {
  return {
    id: record.id,
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
    clocks: clocksToColumn(record.clocks),
    involved: record.involved,
  };
}
