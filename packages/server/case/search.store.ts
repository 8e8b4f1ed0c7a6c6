import type { Values } from '@huying/kit/case';
import type { Predicate } from '../access/index.ts';
import type { Tx } from '../db/index.ts';
import { CASE_LIST_COLUMNS, type ListedCase } from './list.store.ts';

/** Which cases are searched: a condition over `c`, its parameters beginning with $2. */
export interface SearchedAmong {
  readonly where: string;
  readonly params: readonly unknown[];
}

/** Of some cases (null: of all) those that a condition lets through, in no order. */
export async function listThese(
  tx: Tx,
  tenant: string,
  among: SearchedAmong,
  ids: readonly string[] | null,
): Promise<ListedCase[]> {
  const params: unknown[] = [tenant, ...among.params];
  const these = ids === null ? '' : ` and c.id = any($${params.length + 1}::uuid[])`;
  return tx.rows<ListedCase>(
    `select ${CASE_LIST_COLUMNS} from case_record c where c.tenant = $1 and ${among.where}${these}`,
    ids === null ? params : [...params, ids],
  );
}

/** What a case is found by, and by which definition. */
export interface FindableCase {
  readonly id: string;
  readonly definition: string;
  readonly number: string;
  readonly externalNumber: string | null;
  readonly area: string | null;
  readonly involved: readonly string[];
  readonly data: Values;
}

/** The same with its place in the order of answers. */
export type PlacedCase = FindableCase & { readonly at: Date };

/** What is read of each of them, over `c`. */
export const FINDABLE =
  'c.id, c.definition, c.number, c.external_number as "externalNumber", c.area, c.involved, c.data';

/** What some cases are found by, in no order. */
export async function findableOf(tx: Tx, tenant: string, ids: readonly string[]): Promise<FindableCase[]> {
  return tx.rows<FindableCase>(`select ${FINDABLE} from case_record c where c.tenant = $1 and c.id = any($2::uuid[])`, [
    tenant,
    ids,
  ]);
}

/** Cases after one in the order of time (null: from the oldest), with what they are found by. */
export async function findableAfter(
  tx: Tx,
  tenant: string,
  after: { readonly id: string; readonly at: number } | null,
  limit: number,
): Promise<PlacedCase[]> {
  return tx.rows<PlacedCase>(
    `select ${FINDABLE}, c.opened_at as at from case_record c
     where c.tenant = $1 ${after === null ? '' : 'and (c.opened_at, c.id) > ($3, $4::uuid)'} order by c.opened_at, c.id limit $2`,
    after === null ? [tenant, limit] : [tenant, limit, new Date(after.at), after.id],
  );
}

/** The newest cases of callers whose number ends so, `within` a condition over `c` whose parameters begin with $4. */
export async function tailHits(
  tx: Tx,
  tenant: string,
  tail: Buffer,
  within: Predicate,
  most: number,
): Promise<{ id: string; at: number }[]> {
  const rows = await tx.rows<{ id: string; at: Date }>(
    `select c.id, c.opened_at as at from (
       select case_id from case_phone where tenant = $1 and tail = $2 order by case_id desc limit $3
     ) p join case_record c on c.tenant = $1 and c.id = p.case_id where ${within.sql}`,
    [tenant, tail, most, ...within.params],
  );
  return rows.map(({ id, at }) => ({ id, at: at.getTime() }));
}
