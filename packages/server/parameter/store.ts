import type { Tx } from '../db/index.ts';

/** One setting of a parameter; instants in epoch milliseconds. */
export interface ParameterValue {
  readonly name: string;
  /** order of setting, from 1 */
  readonly seq: number;
  readonly effectiveFrom: number;
  readonly value: unknown;
  /** the person as timelines show them */
  readonly setBy: string;
  readonly account: string | null;
  readonly reason: string;
  readonly setAt: number;
}

const columns = `name, seq, (extract(epoch from effective_from) * 1000)::float8 as "effectiveFrom", value, set_by as "setBy", account,
  reason, (extract(epoch from set_at) * 1000)::float8 as "setAt"`;

/** Every setting of a district, by name and instant; of two from the same instant the one set later comes later. */
export function readValues(tx: Tx, tenant: string): Promise<ParameterValue[]> {
  return tx.rows(`select ${columns} from parameter_value where tenant = $1 order by name, effective_from, seq`, [
    tenant,
  ]);
}

export async function insertValue(tx: Tx, tenant: string, row: ParameterValue): Promise<void> {
  await tx.run(
    `insert into parameter_value (tenant, name, seq, effective_from, value, set_by, account, reason, set_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      tenant,
      row.name,
      row.seq,
      new Date(row.effectiveFrom),
      JSON.stringify(row.value),
      row.setBy,
      row.account,
      row.reason,
      new Date(row.setAt),
    ],
  );
}
