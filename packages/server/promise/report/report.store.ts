import type { Tx } from '../../db/index.ts';
import type { Clause } from './clause-list.ts';
import type { Progress, ProposedView } from './report-schema.ts';

export type ReportState = 'reading' | 'reviewing' | 'reviewed' | 'replaced';
export type Decision = 'open' | 'accepted' | 'corrected' | 'split' | 'merged' | 'dismissed';

/** A report as kept, without its text and reading. Instants in epoch milliseconds. */
export interface ReportRecord {
  readonly id: string;
  readonly year: number;
  readonly edition: number;
  readonly title: string;
  readonly place: string | null;
  readonly file: string | null;
  /** SHA-256 of the text, hexadecimal. */
  readonly hash: string;
  readonly reader: string;
  readonly state: ReportState;
  readonly replaces: string | null;
  readonly version: number;
  readonly uploadedBy: string;
  readonly account: string | null;
  readonly uploadedAt: number;
}

export interface ItemRecord {
  readonly no: number;
  readonly clauses: readonly number[];
  readonly kind: string;
  readonly proposed: ProposedView;
  readonly missing: readonly string[];
  readonly doubt: string | null;
  readonly origins: readonly number[];
  readonly decision: Decision;
  readonly reason: string | null;
  readonly promise: string | null;
  /** The livelihood project it is, where it was tied to one; its promise comes with the project. */
  readonly candidate: string | null;
  readonly version: number;
  readonly decidedBy: string | null;
  readonly account: string | null;
  readonly decidedAt: number | null;
}

/** An item as nobody has decided on it yet. */
export const UNDECIDED = {
  decision: 'open',
  reason: null,
  promise: null,
  candidate: null,
  version: 1,
  decidedBy: null,
  account: null,
  decidedAt: null,
} as const;

const REPORT = `id, year, edition, title, place, file, encode(text_hash, 'hex') as hash, reader, state, replaces, version,
  uploaded_by as "uploadedBy", account, (extract(epoch from uploaded_at) * 1000)::float8 as "uploadedAt"`;
const ITEM = `no, clauses, kind, proposed, missing, doubt, origins, decision, reason, promise, candidate, version,
  decided_by as "decidedBy", account, (extract(epoch from decided_at) * 1000)::float8 as "decidedAt"`;

export async function insertReport(
  tx: Tx,
  tenant: string,
  report: ReportRecord & { readonly text: string; readonly reading: unknown },
): Promise<void> {
  await tx.run(
    `insert into work_report (tenant, id, year, edition, title, place, file, text, text_hash, reader, reading, state, replaces, version,
       uploaded_by, account, uploaded_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, decode($9, 'hex'), $10, $11, $12, $13, $14, $15, $16, $17)`,
    [
      tenant,
      report.id,
      report.year,
      report.edition,
      report.title,
      report.place,
      report.file,
      report.text,
      report.hash,
      report.reader,
      JSON.stringify(report.reading),
      report.state,
      report.replaces,
      report.version,
      report.uploadedBy,
      report.account,
      new Date(report.uploadedAt),
    ],
  );
}

export async function reportById(tx: Tx, tenant: string, id: string): Promise<ReportRecord | undefined> {
  return tx.one<ReportRecord>(`select ${REPORT} from work_report where tenant = $1 and id = $2`, [tenant, id]);
}

/** Locked until the transaction ends: decisions on one report are made one after another. */
export async function lockReport(tx: Tx, tenant: string, id: string): Promise<ReportRecord | undefined> {
  return tx.one<ReportRecord>(`select ${REPORT} from work_report where tenant = $1 and id = $2 for update`, [
    tenant,
    id,
  ]);
}

export async function reportByHash(tx: Tx, tenant: string, hash: string): Promise<ReportRecord | undefined> {
  return tx.one<ReportRecord>(`select ${REPORT} from work_report where tenant = $1 and text_hash = decode($2, 'hex')`, [
    tenant,
    hash,
  ]);
}

/** The latest edition of a year's report, locked. */
export async function lockLatestReport(tx: Tx, tenant: string, year: number): Promise<ReportRecord | undefined> {
  return tx.one<ReportRecord>(
    `select ${REPORT} from work_report where tenant = $1 and year = $2 order by edition desc limit 1 for update`,
    [tenant, year],
  );
}

export async function latestEdition(tx: Tx, tenant: string, year: number): Promise<number> {
  const row = await tx.one<{ edition: number }>(
    'select coalesce(max(edition), 0) as edition from work_report where tenant = $1 and year = $2',
    [tenant, year],
  );
  return row?.edition ?? 0;
}

export async function listReports(tx: Tx, tenant: string): Promise<readonly (ReportRecord & { clauses: number })[]> {
  return tx.rows(
    `select ${REPORT}, (select count(*)::int from clause c where c.tenant = r.tenant and c.report = r.id) as clauses
     from work_report r where tenant = $1 order by year desc, edition desc limit 200`,
    [tenant],
  );
}

/** Every report without its text, the latest year and edition first. */
export async function latestReports(tx: Tx, tenant: string): Promise<ReportRecord[]> {
  return tx.rows<ReportRecord>(
    `select ${REPORT} from work_report where tenant = $1 order by year desc, edition desc limit 200`,
    [tenant],
  );
}

/** The promises made of the sentences of a report. */
export async function clausePromises(
  tx: Tx,
  tenant: string,
  report: string,
): Promise<readonly { readonly clause: number; readonly id: string; readonly number: string }[]> {
  return tx.rows(
    `select c.clause, p.id, p.number from promise_clause c join promise p on p.tenant = c.tenant and p.id = c.promise
     where c.tenant = $1 and c.report = $2 order by c.clause, p.number desc`,
    [tenant, report],
  );
}

export interface StoredText {
  readonly text: string;
  readonly reading: Readonly<Record<string, unknown>>;
}

export async function textOf(tx: Tx, tenant: string, id: string): Promise<StoredText | undefined> {
  return tx.one<StoredText>('select text, reading from work_report where tenant = $1 and id = $2', [tenant, id]);
}

export async function setReportState(tx: Tx, tenant: string, id: string, state: ReportState): Promise<void> {
  await tx.run('update work_report set state = $3, version = version + 1 where tenant = $1 and id = $2', [
    tenant,
    id,
    state,
  ]);
}

export async function insertClauses(tx: Tx, tenant: string, report: string, clauses: readonly Clause[]): Promise<void> {
  await tx.run(
    `insert into clause (tenant, report, no, page, paragraph, section, start, stop, words, hash)
     select $1, $2, c.no, c.page, c.paragraph, c.section, c.start, c.stop, c.words, decode(c.hash, 'hex')
     from jsonb_to_recordset($3::jsonb)
       as c (no int, page int, paragraph int, section text, start int, stop int, words text, hash text)`,
    [tenant, report, JSON.stringify(clauses)],
  );
}

export async function clausesOfReport(tx: Tx, tenant: string, report: string): Promise<Clause[]> {
  return tx.rows<Clause>(
    `select no, page, paragraph, section, start, stop, words, encode(hash, 'hex') as hash
     from clause where tenant = $1 and report = $2 order by no`,
    [tenant, report],
  );
}

export async function insertItems(tx: Tx, tenant: string, report: string, items: readonly ItemRecord[]): Promise<void> {
  if (items.length === 0) return;
  await tx.run(
    `insert into review_item (tenant, report, no, clauses, kind, proposed, missing, doubt, origins, decision, reason, promise, candidate, version,
       decided_by, account, decided_at)
     select $1, $2, i.no, array(select jsonb_array_elements_text(i.clauses)::int), i.kind, i.proposed,
       array(select jsonb_array_elements_text(i.missing)), i.doubt, array(select jsonb_array_elements_text(i.origins)::int),
       i.decision, i.reason, i.promise, i.candidate, i.version, i."decidedBy", i.account, to_timestamp(i."decidedAt" / 1000)
     from jsonb_to_recordset($3::jsonb)
       as i (no int, clauses jsonb, kind text, proposed jsonb, missing jsonb, doubt text, origins jsonb, decision text, reason text,
         promise uuid, candidate uuid, version int, "decidedBy" text, account uuid, "decidedAt" float8)`,
    [tenant, report, JSON.stringify(items)],
  );
}

export async function itemsOfReport(tx: Tx, tenant: string, report: string): Promise<ItemRecord[]> {
  return tx.rows<ItemRecord>(
    `select ${ITEM} from review_item where tenant = $1 and report = $2 order by clauses[1], no`,
    [tenant, report],
  );
}

export async function itemByNo(tx: Tx, tenant: string, report: string, no: number): Promise<ItemRecord | undefined> {
  return tx.one<ItemRecord>(`select ${ITEM} from review_item where tenant = $1 and report = $2 and no = $3`, [
    tenant,
    report,
    no,
  ]);
}

export async function lastItemNo(tx: Tx, tenant: string, report: string): Promise<number> {
  const row = await tx.one<{ no: number }>(
    'select coalesce(max(no), 0) as no from review_item where tenant = $1 and report = $2',
    [tenant, report],
  );
  return row?.no ?? 0;
}

export interface Verdict {
  readonly decision: Decision;
  readonly reason: string | null;
  readonly promise: string | null;
  readonly candidate: string | null;
  readonly decidedBy: string | null;
  readonly account: string | null;
  readonly decidedAt: number | null;
}

/** Decides an item as it was seen; false where somebody was quicker. */
export async function decideItem(
  tx: Tx,
  tenant: string,
  report: string,
  seen: Pick<ItemRecord, 'no' | 'version'>,
  verdict: Verdict,
): Promise<boolean> {
  const changed = await tx.run(
    `update review_item set decision = $5, reason = $6, promise = $7, decided_by = $8, account = $9, decided_at = $10, candidate = $11, version = version + 1
     where tenant = $1 and report = $2 and no = $3 and version = $4`,
    [
      tenant,
      report,
      seen.no,
      seen.version,
      verdict.decision,
      verdict.reason,
      verdict.promise,
      verdict.decidedBy,
      verdict.account,
      verdict.decidedAt === null ? null : new Date(verdict.decidedAt),
      verdict.candidate,
    ],
  );
  return changed === 1;
}

/** The items, of the edition in force, that were tied to a livelihood project. */
export async function itemsOfCandidate(
  tx: Tx,
  tenant: string,
  candidate: string,
): Promise<readonly { readonly report: string; readonly no: number; readonly clauses: readonly number[] }[]> {
  return tx.rows(
    `select i.report, i.no, i.clauses from review_item i join work_report r on r.tenant = i.tenant and r.id = i.report
     where i.tenant = $1 and i.candidate = $2 and r.state <> 'replaced' order by i.no`,
    [tenant, candidate],
  );
}

/** Says which promise a livelihood project became, to the items tied to it. */
export async function setPromiseOfCandidate(tx: Tx, tenant: string, candidate: string, promise: string): Promise<void> {
  await tx.run(
    'update review_item set promise = $3, version = version + 1 where tenant = $1 and candidate = $2 and promise is null',
    [tenant, candidate, promise],
  );
}

export async function progressOf(tx: Tx, tenant: string, report: string): Promise<Progress> {
  const rows = await tx.rows<{ decision: Decision; count: number }>(
    'select decision, count(*)::int as count from review_item where tenant = $1 and report = $2 group by decision',
    [tenant, report],
  );
  const progress = { total: 0, open: 0, accepted: 0, corrected: 0, split: 0, merged: 0, dismissed: 0 };
  for (const { decision, count } of rows) {
    progress[decision] = count;
    progress.total += count;
  }
  return progress;
}

/** Says that promises made of an earlier edition stand in this one too, word for word. */
export async function addPromiseClauses(
  tx: Tx,
  tenant: string,
  report: string,
  places: readonly { readonly promise: string; readonly clause: number }[],
): Promise<void> {
  if (places.length === 0) return;
  await tx.run(
    `insert into promise_clause (tenant, promise, report, clause)
     select $1, p.promise, $2, p.clause from jsonb_to_recordset($3::jsonb) as p (promise uuid, clause int) on conflict do nothing`,
    [tenant, report, JSON.stringify(places)],
  );
}

/** What the desk shows of the promises that were made. */
export interface MadePromise {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly due: string | null;
  readonly issued: boolean;
  readonly duties: readonly { readonly part: string; readonly unit: string | null; readonly post: string | null }[];
}

export async function madePromises(
  tx: Tx,
  tenant: string,
  ids: readonly string[],
  today: string,
): Promise<MadePromise[]> {
  if (ids.length === 0) return [];
  return tx.rows<MadePromise>(
    `select p.id, p.number, p.title, p.due, p.issued_on is not null as issued,
       coalesce((select jsonb_agg(jsonb_build_object('part', d.part, 'unit', d.unit, 'post', d.post) order by d.since, d.id)
         from duty d where d.tenant = p.tenant and d.promise = p.id and (d.until is null or d.until > $3::date)), '[]') as duties
     from promise p where p.tenant = $1 and p.id = any($2::uuid[])`,
    [tenant, ids, today],
  );
}
