import type { Tx } from '../db/index.ts';

export interface DefinitionRow {
  readonly hash: string;
  readonly kind: string;
  readonly id: string;
  readonly json: string;
}

export async function insertDefinition(tx: Tx, row: DefinitionRow, now: number): Promise<void> {
  await tx.run(
    'insert into definition (hash, kind, id, json, first_seen_at) values ($1, $2, $3, $4, $5) on conflict (hash) do nothing',
    [row.hash, row.kind, row.id, row.json, new Date(now)],
  );
}

export function definitionByHash(tx: Tx, hash: string): Promise<DefinitionRow | undefined> {
  return tx.one('select hash, kind, id, json from definition where hash = $1', [hash]);
}

/** Hashes of all forms one definition has had, newest first. */
export function definitionHashes(tx: Tx, kind: string, id: string): Promise<{ hash: string; firstSeenAt: number }[]> {
  return tx.rows(
    `select hash, (extract(epoch from first_seen_at) * 1000)::float8 as "firstSeenAt" from definition
     where kind = $1 and id = $2 order by first_seen_at desc, hash`,
    [kind, id],
  );
}

export async function insertNamedFunctions(
  tx: Tx,
  functions: readonly { readonly name: string; readonly version: number; readonly hash: string }[],
  now: number,
): Promise<void> {
  await tx.run(
    `insert into named_function (name, version, body_hash, first_seen_at)
     select f.name, f.version, f.hash, $4 from unnest($1::text[], $2::int[], $3::text[]) as f (name, version, hash)
     on conflict (name, version) do nothing`,
    [
      functions.map((one) => one.name),
      functions.map((one) => one.version),
      functions.map((one) => one.hash),
      new Date(now),
    ],
  );
}

export function namedFunctions(tx: Tx): Promise<{ name: string; version: number; hash: string }[]> {
  return tx.rows('select name, version, body_hash as hash from named_function order by name, version');
}
