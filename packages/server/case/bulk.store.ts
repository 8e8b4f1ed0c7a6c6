import type { Tx } from '../db/index.ts';

/** Of these numbers of another platform, those that are cases already. */
export async function knownExternals(
  tx: Tx,
  tenant: string,
  source: string,
  numbers: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await tx.rows<{ number: string }>(
    `select external_number as number from case_record
     where tenant = $1 and external_source = $2 and external_number = any($3::text[]) and external_number is not null`,
    [tenant, source, numbers],
  );
  return new Set(rows.map(({ number }) => number));
}
