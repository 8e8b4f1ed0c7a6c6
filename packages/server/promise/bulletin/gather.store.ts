import type { Day } from '@huying/kit/promise';
import type { Tx } from '../../db/index.ts';

/** What papers read beside the bundles of promises; nothing here is written. */

export interface ClauseRow {
  readonly promise: string;
  readonly report: string;
  readonly year: number;
  readonly no: number;
  readonly page: number | null;
  readonly words: string;
}

export async function selectClauses(tx: Tx, tenant: string, promises: readonly string[]): Promise<ClauseRow[]> {
  return tx.rows<ClauseRow>(
    `select m.promise, m.report, r.year, c.no, c.page, c.words
     from promise_clause m
     join clause c on c.tenant = m.tenant and c.report = m.report and c.no = m.clause
     join work_report r on r.tenant = m.tenant and r.id = m.report
     where m.tenant = $1 and m.promise = any($2::uuid[]) order by m.promise, r.year, c.no`,
    [tenant, promises],
  );
}

export interface EvaluationRow {
  readonly id: string;
  readonly promise: string;
  readonly counts: Readonly<Record<string, number>>;
  readonly grade: string | null;
}

/** The deputies' last word on each promise up to a day. */
export async function selectEvaluations(
  tx: Tx,
  tenant: string,
  promises: readonly string[],
  asOf: Day,
): Promise<EvaluationRow[]> {
  return tx.rows<EvaluationRow>(
    `select distinct on (promise) id, promise, counts, grade from evaluation
     where tenant = $1 and promise = any($2::uuid[]) and by_whom = 'deputies' and site is null and held_on <= $3
     order by promise, held_on desc, id desc`,
    [tenant, promises, asOf],
  );
}

export interface BlockerRow {
  readonly id: string;
  readonly promise: string;
  readonly words: string;
  readonly due: Day;
}

/** What stands in the way of each promise on a day: of several, what is due first. */
export async function selectBlockers(
  tx: Tx,
  tenant: string,
  promises: readonly string[],
  asOf: Day,
): Promise<BlockerRow[]> {
  return tx.rows<BlockerRow>(
    `select distinct on (promise) id, promise, words, due from blocker
     where tenant = $1 and promise = any($2::uuid[]) and (cleared_on is null or cleared_on > $3) and raised_at < ($3::date + 2)
     order by promise, due, id`,
    [tenant, promises, asOf],
  );
}

/** The terms a year's report explains, of its last reading. */
export async function selectGlossary(tx: Tx, tenant: string, year: number): Promise<unknown> {
  const row = await tx.one<{ glossary: unknown }>(
    `select reading -> 'glossary' as glossary from work_report where tenant = $1 and year = $2 order by edition desc limit 1`,
    [tenant, year],
  );
  return row?.glossary ?? null;
}

/** Accounts that verified any of these promises: they neither make nor sign a ranking of them. */
export async function hasVerified(tx: Tx, tenant: string, account: string, year: number): Promise<boolean> {
  const row = await tx.one<{ found: boolean }>(
    `select exists (
       select 1 from promise p where p.tenant = $1 and p.year = $3 and (
         exists (select 1 from verification v where v.tenant = p.tenant and v.promise = p.id and v.account = $2)
         or exists (select 1 from observation o where o.tenant = p.tenant and o.promise = p.id and o.account = $2 and o.source = 'verified')
       )) as found`,
    [tenant, account, year],
  );
  return row?.found ?? false;
}
