import type { Fact } from '@huying/kit/measure';
import type { Statement, Tx } from '../db/index.ts';
import { changeColumns } from './cell.store.ts';
import type { CellChange } from './difference.ts';

/** A fact as its table keeps it: with the declarations it was made and counted under. */
export interface StoredFact extends Fact {
  readonly counted: string;
  readonly declared: string;
}

/** A fact to be written, with the days on which it may count. */
export interface WrittenFact extends StoredFact {
  readonly since: string;
  readonly till: string;
}

const COLUMNS =
  'f.subject, f.kind, f.no, f.unit, f.street, f.area, f.matter, f.channel, f.counted, f.declared, f.fields';

/** Every fact of these subjects. */
export async function factsOf(tx: Tx, tenant: string, subjects: readonly string[]): Promise<StoredFact[]> {
  return tx.rows<StoredFact>(
    `select ${COLUMNS} from fact f where f.tenant = $1 and f.subject = any($2::uuid[]) order by f.subject, f.kind, f.no`,
    [tenant, subjects],
  );
}

const INSERT = `with given as (
    select * from jsonb_to_recordset($2::jsonb) as r (subject uuid, kind text, no smallint, unit uuid, street text, area text,
      matter text, channel text, since date, till date, counted text, declared text, fields jsonb)
  ), changed as (
    insert into measure_delta (tenant, id, measure, day, grain, value, n, d, x, c)
    select $1, $3::uuid, $4::integer[], $5::date[], $6::smallint[], $7::text[], $8::bigint[], $9::bigint[], $10::bigint[], $11::integer[]
    where cardinality($4::integer[]) > 0
  )
  insert into fact (tenant, subject, kind, no, unit, street, area, matter, channel, since, till, counted, declared, fields)
  select $1, g.subject, g.kind, g.no, g.unit, g.street, g.area, g.matter, g.channel, g.since, g.till, g.counted, g.declared, g.fields
  from given g`;
const SET = `${INSERT}
  on conflict (tenant, subject, kind, no) do update set unit = excluded.unit, street = excluded.street, area = excluded.area,
    matter = excluded.matter, channel = excluded.channel, since = excluded.since, till = excluded.till,
    counted = excluded.counted, declared = excluded.declared, fields = excluded.fields`;

/** Facts, and what they change in the numbers. `id` is a new one; `allNew` where nothing was said of any of the subjects before. */
export function factsWritten(
  tenant: string,
  id: string,
  facts: readonly WrittenFact[],
  changes: readonly CellChange[],
  allNew: boolean,
): Statement {
  const given = JSON.stringify(facts.map((fact) => ({ ...fact, fields: said(fact.fields) })));
  return { sql: allNew ? INSERT : SET, params: [tenant, given, id, ...changeColumns(changes)] };
}

/** What is null need not be kept. */
function said(fields: Fact['fields']): Fact['fields'] {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));
}

/** Facts that are no longer said of a subject. */
export function factsDropped(tenant: string, facts: readonly Pick<Fact, 'subject' | 'kind' | 'no'>[]): Statement {
  return {
    sql: `delete from fact f using unnest($2::uuid[], $3::text[], $4::smallint[]) as g (subject, kind, no)
     where f.tenant = $1 and f.subject = g.subject and f.kind = g.kind and f.no = g.no`,
    params: [tenant, facts.map(({ subject }) => subject), facts.map(({ kind }) => kind), facts.map(({ no }) => no)],
  };
}

/** The next subjects after one (null: from the first) of which something is said. */
export async function subjectsAfter(tx: Tx, tenant: string, after: string | null, limit: number): Promise<string[]> {
  const rows = await tx.rows<{ subject: string }>(
    `select distinct f.subject from fact f where f.tenant = $1 and f.subject > $2::uuid order by f.subject limit $3`,
    [tenant, after ?? '00000000-0000-0000-0000-000000000000', limit],
  );
  return rows.map(({ subject }) => subject);
}

/** Facts of one kind that may count within some days, newest first; the place after which the next page begins. */
export interface FactPage {
  readonly kind: string;
  readonly from: string;
  readonly to: string;
  readonly after: { readonly till: string; readonly subject: string; readonly no: number } | null;
  readonly limit: number;
  /** Condition over `f`, and over `c`, the subject as access sees it; its parameters begin with $8. */
  readonly where: { readonly sql: string; readonly params: readonly unknown[] };
}

export type PagedFact = StoredFact & { readonly till: string };

export async function factPage(tx: Tx, tenant: string, page: FactPage): Promise<PagedFact[]> {
  const { kind, from, to, after, limit, where } = page;
  return tx.rows<PagedFact>(
    `select ${COLUMNS}, f.till::text as till
     from fact f cross join lateral (select f.tenant as tenant, f.subject as id, f.area as area) c
     where f.tenant = $1 and f.kind = $2 and f.till >= $3 and f.since <= $4
       and (f.till, f.subject, f.no) < ($5::date, $6::uuid, $7::smallint) and ${where.sql}
     order by f.till desc, f.subject desc, f.no desc limit ${Math.trunc(limit)}`,
    [
      tenant,
      kind,
      from,
      to,
      after?.till ?? 'infinity',
      after?.subject ?? 'ffffffff-ffff-ffff-ffff-ffffffffffff',
      after?.no ?? 32_767,
      ...where.params,
    ],
  );
}

/** Of these subjects, those of which facts of a kind are said under a declaration. */
export async function saidUnder(
  tx: Tx,
  tenant: string,
  subjects: readonly string[],
  kind: string,
  declared: string,
): Promise<ReadonlySet<string>> {
  const rows = await tx.rows<{ subject: string }>(
    'select subject from fact where tenant = $1 and subject = any($2::uuid[]) and kind = $3 and declared = $4',
    [tenant, subjects, kind, declared],
  );
  return new Set(rows.map(({ subject }) => subject));
}

/** The first and the last day on which facts may count; null where there are none. */
export async function daysOfFacts(tx: Tx, tenant: string): Promise<{ from: string; to: string } | null> {
  const row = await tx.one<{ from: string | null; to: string | null }>(
    `select min(since) as "from", max(till) as "to" from fact where tenant = $1 and till >= since`,
    [tenant],
  );
  return row?.from == null || row.to === null ? null : { from: row.from, to: row.to };
}

/** Facts of these subjects, of one kind, that were counted under another version than this. */
export async function countedOtherwise(
  tx: Tx,
  tenant: string,
  subjects: readonly string[],
  kind: string,
  version: string,
): Promise<StoredFact[]> {
  return tx.rows<StoredFact>(
    `select ${COLUMNS} from fact f where f.tenant = $1 and f.subject = any($2::uuid[]) and f.kind = $3 and f.counted <> $4`,
    [tenant, subjects, kind, version],
  );
}
