import type { Tx } from '../db/index.ts';

/** Keeps the hash of a code with which a caller follows a case; a new one replaces the old. */
export async function keepCode(tx: Tx, tenant: string, id: string, hash: Buffer, expiresAt: number): Promise<void> {
  await tx.run(
    `insert into follow_code (tenant, case_id, code_hash, expires_at) values ($1, $2, $3, $4)
     on conflict (tenant, case_id) do update set code_hash = excluded.code_hash, expires_at = excluded.expires_at, tries = 0`,
    [tenant, id, hash, new Date(expiresAt)],
  );
}

/** When the last code was sent: its end; null with none. */
export async function codeExpiry(tx: Tx, tenant: string, id: string): Promise<number | null> {
  const row = await tx.one<{ at: Date }>(
    'select expires_at as at from follow_code where tenant = $1 and case_id = $2',
    [tenant, id],
  );
  return row?.at.getTime() ?? null;
}

/** Counts a try and answers whether the code is the one sent, in time, within the tries allowed. */
export async function tryCode(
  tx: Tx,
  tenant: string,
  id: string,
  hash: Buffer,
  now: number,
  most: number,
): Promise<boolean> {
  const row = await tx.one<{ right: boolean }>(
    `update follow_code set tries = tries + 1 where tenant = $1 and case_id = $2 and tries < $5 and expires_at > $4
     returning code_hash = $3 as right`,
    [tenant, id, hash, new Date(now), most],
  );
  return row?.right === true;
}
