import type { Tx } from '../../db/index.ts';

export interface DeputyCounts {
  readonly members: number;
  readonly satisfied: number;
  readonly basically: number;
  readonly not: number;
}

/** What deputies or users judged of a promise or of one of its sites. */
export interface EvaluationRow {
  readonly id: string;
  readonly promise: string;
  readonly site: string | null;
  readonly byWhom: 'deputies' | 'users';
  readonly counts: DeputyCounts | Readonly<Record<string, number>>;
  readonly grade: string | null;
  readonly heldOn: string;
  readonly document: string | null;
  readonly enteredBy: string;
  readonly account: string | null;
  readonly at: Date;
  readonly publishedAt: Date | null;
}

const columns = `id, promise, site, by_whom as "byWhom", counts, grade, held_on::text as "heldOn", document, entered_by as "enteredBy",
  account, at, published_at as "publishedAt"`;

export async function insertEvaluation(tx: Tx, tenant: string, row: EvaluationRow): Promise<void> {
  await tx.run(
    `insert into evaluation (tenant, id, promise, site, by_whom, counts, grade, held_on, document, entered_by, account, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      tenant,
      row.id,
      row.promise,
      row.site,
      row.byWhom,
      JSON.stringify(row.counts),
      row.grade,
      row.heldOn,
      row.document,
      row.enteredBy,
      row.account,
      row.at,
    ],
  );
}

export async function evaluationsOf(tx: Tx, tenant: string, promises: readonly string[]): Promise<EvaluationRow[]> {
  return tx.rows<EvaluationRow>(
    `select ${columns} from evaluation where tenant = $1 and promise = any($2::uuid[]) order by promise, held_on, at, id`,
    [tenant, promises],
  );
}

/** Publishes what was not published yet; answers how many. */
export async function publishEvaluationsOf(tx: Tx, tenant: string, promise: string, at: Date): Promise<number> {
  return tx.run('update evaluation set published_at = $3 where tenant = $1 and promise = $2 and published_at is null', [
    tenant,
    promise,
    at,
  ]);
}
