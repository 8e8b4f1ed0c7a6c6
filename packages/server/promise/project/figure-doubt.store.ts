import type { Day } from '@huying/kit/promise';
import type { Tx } from '../../db/index.ts';
import type { Doubt } from './doubt.ts';

/** A doubt as kept. Instants in epoch milliseconds. */
export interface KeptDoubt {
  readonly id: string;
  readonly promise: string;
  readonly indicator: string;
  readonly observation: string;
  readonly asOf: Day;
  readonly kind: Doubt['kind'];
  readonly detail: Readonly<Record<string, number>>;
  readonly raisedAt: number;
  readonly words: string | null;
  readonly explainedBy: string | null;
  readonly explainedAt: number | null;
}

export type NewDoubt = Pick<KeptDoubt, 'id' | 'promise' | 'indicator' | 'observation' | 'asOf' | 'kind' | 'detail'>;

export async function insertDoubts(tx: Tx, tenant: string, doubts: readonly NewDoubt[], at: number): Promise<void> {
  if (doubts.length === 0) return;
  const column = <T>(read: (one: NewDoubt) => T) => doubts.map(read);
  await tx.run(
    `insert into figure_doubt (tenant, id, promise, indicator, observation, as_of, kind, detail, raised_at)
     select $1, id, promise, indicator, observation, as_of, kind, detail, $2
     from unnest($3::uuid[], $4::uuid[], $5::text[], $6::uuid[], $7::date[], $8::text[], $9::jsonb[])
       as one (id, promise, indicator, observation, as_of, kind, detail)`,
    [
      tenant,
      new Date(at),
      column(({ id }) => id),
      column(({ promise }) => promise),
      column(({ indicator }) => indicator),
      column(({ observation }) => observation),
      column(({ asOf }) => asOf),
      column(({ kind }) => kind),
      column(({ detail }) => JSON.stringify(detail)),
    ],
  );
}

const doubtColumns = `id, promise, indicator, observation, to_char(as_of, 'YYYY-MM-DD') as "asOf", kind, detail,
  (extract(epoch from raised_at) * 1000)::float8 as "raisedAt", words, explained_by as "explainedBy",
  (extract(epoch from explained_at) * 1000)::float8 as "explainedAt"`;

export async function selectDoubts(tx: Tx, tenant: string, from: Day, to: Day): Promise<KeptDoubt[]> {
  return tx.rows<KeptDoubt>(
    `select ${doubtColumns} from figure_doubt where tenant = $1 and as_of >= $2 and as_of <= $3
     order by as_of, promise, indicator, id`,
    [tenant, from, to],
  );
}

export async function selectDoubt(tx: Tx, tenant: string, id: string): Promise<KeptDoubt | undefined> {
  return tx.one<KeptDoubt>(`select ${doubtColumns} from figure_doubt where tenant = $1 and id = $2 for update`, [
    tenant,
    id,
  ]);
}

export async function explainDoubt(
  tx: Tx,
  tenant: string,
  id: string,
  by: { readonly words: string; readonly name: string; readonly account: string | null; readonly at: number },
): Promise<void> {
  await tx.run(
    `update figure_doubt set words = $3, explained_by = $4, account = $5, explained_at = $6 where tenant = $1 and id = $2`,
    [tenant, id, by.words, by.name, by.account, new Date(by.at)],
  );
}
