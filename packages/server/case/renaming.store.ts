import { DAY_MS } from '@huying/kit/calendar';
import type { Tx } from '../db/index.ts';
import { FINDABLE, type PlacedCase } from './search.store.ts';

/** Something that was renamed, and how far its cases are indexed by the new name. */
export interface Renaming {
  readonly id: string;
  readonly registry: string;
  /** Null means every code of the registry. */
  readonly codes: readonly string[] | null;
  readonly doneTo: string | null;
  readonly seen: number;
  readonly indexed: number;
}

/** Notes a renaming; one that is noted already stays as far as it has come. Finished ones are forgotten after a month. */
export async function noteRenaming(
  tx: Tx,
  tenant: string,
  { id, registry, codes }: Pick<Renaming, 'id' | 'registry' | 'codes'>,
  now: number,
): Promise<void> {
  await tx.run(
    'insert into search_renaming (tenant, id, registry, codes) values ($1, $2, $3, $4) on conflict (tenant, id) do nothing',
    [tenant, id, registry, codes],
  );
  await tx.run('delete from search_renaming where tenant = $1 and finished_at < $2', [
    tenant,
    new Date(now - 30 * DAY_MS),
  ]);
}

/** The oldest renaming that is not finished and nobody is at work on at this moment, held until the transaction ends. */
export async function takeRenaming(tx: Tx, tenant: string): Promise<Renaming | undefined> {
  return tx.one<Renaming>(
    `select id, registry, codes, done_to as "doneTo", seen, indexed from search_renaming
     where tenant = $1 and finished_at is null order by id limit 1 for update skip locked`,
    [tenant],
  );
}

export async function keepRenaming(
  tx: Tx,
  tenant: string,
  { id, doneTo, seen, indexed }: Renaming,
  finishedAt: number | null,
): Promise<void> {
  await tx.run(
    'update search_renaming set done_to = $3, seen = $4, indexed = $5, finished_at = $6 where tenant = $1 and id = $2',
    [tenant, id, doneTo, seen, indexed, finishedAt === null ? null : new Date(finishedAt)],
  );
}

/** The last of the next so many cases by id, and how many they are; undefined where there are none. */
export async function nextCases(
  tx: Tx,
  tenant: string,
  after: string | null,
  limit: number,
): Promise<{ last: string; count: number } | undefined> {
  const rows = await tx.rows<{ id: string }>(
    `select c.id from case_record c where c.tenant = $1 and ($2::uuid is null or c.id > $2) order by c.id limit $3`,
    [tenant, after, limit],
  );
  const last = rows.at(-1)?.id;
  return last === undefined ? undefined : { last, count: rows.length };
}

/** Where a case names something of a registry. */
export type NamedIn = 'area' | 'matter' | 'demandClass';

const COLUMNS: Readonly<Record<NamedIn, string>> = {
  area: 'c.area',
  matter: 'c.matter',
  demandClass: `c.data ->> 'demandClass'`,
};

/** Of the cases after one up to another by id, those that name one of these codes (null: any). */
export async function casesNaming(
  tx: Tx,
  tenant: string,
  range: { readonly after: string | null; readonly last: string },
  where: NamedIn,
  codes: readonly string[] | null,
): Promise<PlacedCase[]> {
  return tx.rows<PlacedCase>(
    `select ${FINDABLE}, c.opened_at as at from case_record c
     where c.tenant = $1 and ($2::uuid is null or c.id > $2) and c.id <= $3
       and ${COLUMNS[where]} is not null and ($4::text[] is null or ${COLUMNS[where]} = any($4::text[]))`,
    [tenant, range.after, range.last, codes],
  );
}
