import type { Tx } from '../db/index.ts';

/** A case, and the definition it was made under. */
export interface CaseHead {
  readonly id: string;
  readonly type: string;
  readonly definition: string;
}

/** The next cases of some types by id after one (null: from the first). */
export async function casesAfter(
  tx: Tx,
  tenant: string,
  types: readonly string[],
  after: string | null,
  limit: number,
): Promise<CaseHead[]> {
  return tx.rows<CaseHead>(
    `select c.id, c.type, c.definition from case_record c
     where c.tenant = $1 and c.type = any($2::text[]) and c.id > $3::uuid order by c.id limit $4`,
    [tenant, types, after ?? '00000000-0000-0000-0000-000000000000', limit],
  );
}

/** Locks cases until the transaction ends, in their order; answers those there are. */
export async function lockCases(tx: Tx, tenant: string, ids: readonly string[]): Promise<CaseHead[]> {
  return tx.rows<CaseHead>(
    `select c.id, c.type, c.definition from case_record c where c.tenant = $1 and c.id = any($2::uuid[])
     order by c.id for update`,
    [tenant, ids],
  );
}
