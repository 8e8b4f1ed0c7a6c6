import type { Tx } from '../../db/index.ts';
import type { PlanContent } from './plan-content.ts';

export type PlanState = 'drafting' | 'consulting' | 'decided' | 'issued' | 'replaced';

export interface PlanRecord {
  readonly id: string;
  readonly report: string;
  /** Year of the report. */
  readonly year: number;
  readonly edition: number;
  readonly title: string;
  readonly state: PlanState;
  readonly commentsDue: string | null;
  readonly meeting: string | null;
  readonly decidedOn: string | null;
  readonly document: string | null;
  readonly issuedOn: string | null;
  readonly frozen: PlanContent | null;
  /** SHA-256 of what was issued, hexadecimal. */
  readonly digest: string | null;
  readonly version: number;
}

export interface SheetRecord {
  readonly unit: string;
  readonly manner: 'order' | 'ask';
  readonly sentAt: number;
  readonly due: string;
  readonly answer: 'agreed' | 'comments' | 'silent' | null;
  readonly answeredBy: string | null;
  readonly answeredAt: number | null;
}

export interface CommentRecord {
  readonly id: string;
  readonly unit: string;
  readonly promise: string | null;
  readonly words: string;
  readonly outcome: 'taken' | 'partly' | 'declined' | null;
  readonly reply: string | null;
  readonly by: string;
  readonly at: number;
  readonly repliedBy: string | null;
  readonly repliedAt: number | null;
}

/** A line as it stands now, from the promise it is about. */
export interface LineRecord {
  readonly no: number;
  readonly promise: string;
  readonly number: string;
  readonly title: string;
  readonly kind: string;
  readonly deliverable: string | null;
  readonly measure: string | null;
  readonly due: string | null;
  readonly dueWords: string | null;
  readonly issued: boolean;
  readonly version: number;
  readonly involved: readonly string[];
  readonly duties: readonly { readonly part: string; readonly unit: string | null; readonly post: string | null }[];
  readonly indicators: readonly LineIndicator[];
  readonly sources: readonly {
    readonly page: number | null;
    readonly paragraph: number;
    readonly no: number;
    readonly words: string;
  }[];
}

export interface LineIndicator {
  readonly label: string;
  readonly unit: string;
  readonly aim: string;
  readonly value: number | null;
  readonly upper: number | null;
  readonly weight: number;
}

const ms = (column: string, as: string) => `(extract(epoch from ${column}) * 1000)::float8 as "${as}"`;
const PLAN = `p.id, p.report, r.year, p.edition, p.title, p.state, p.comments_due as "commentsDue", p.meeting, p.decided_on as "decidedOn",
  p.document, p.issued_on as "issuedOn", p.frozen, encode(p.digest, 'hex') as digest, p.version`;
const FROM = 'from plan p join work_report r on r.tenant = p.tenant and r.id = p.report';

export async function insertPlan(
  tx: Tx,
  tenant: string,
  plan: Pick<PlanRecord, 'id' | 'report' | 'edition' | 'title'>,
  now: number,
): Promise<void> {
  await tx.run(
    `insert into plan (tenant, id, report, edition, title, state, version, created_at) values ($1, $2, $3, $4, $5, 'drafting', 1, $6)`,
    [tenant, plan.id, plan.report, plan.edition, plan.title, new Date(now)],
  );
}

export async function planById(tx: Tx, tenant: string, id: string): Promise<PlanRecord | undefined> {
  return tx.one<PlanRecord>(`select ${PLAN} ${FROM} where p.tenant = $1 and p.id = $2`, [tenant, id]);
}

export async function lockPlan(tx: Tx, tenant: string, id: string): Promise<PlanRecord | undefined> {
  return tx.one<PlanRecord>(`select ${PLAN} ${FROM} where p.tenant = $1 and p.id = $2 for update of p`, [tenant, id]);
}

/** The plans of a year, whichever edition of its report they are of; the latest first. */
export async function plansOfYear(tx: Tx, tenant: string, year: number): Promise<PlanRecord[]> {
  return tx.rows<PlanRecord>(`select ${PLAN} ${FROM} where p.tenant = $1 and r.year = $2 order by p.edition desc`, [
    tenant,
    year,
  ]);
}

/** All plans, the latest year and edition first. */
export async function allPlans(tx: Tx, tenant: string): Promise<PlanRecord[]> {
  return tx.rows<PlanRecord>(
    `select ${PLAN} ${FROM} where p.tenant = $1 order by r.year desc, p.edition desc limit 200`,
    [tenant],
  );
}

/** Plans sent to one of the units, and those that were issued, which all of them may read. */
export async function plansForUnits(tx: Tx, tenant: string, units: readonly string[]): Promise<PlanRecord[]> {
  return tx.rows<PlanRecord>(
    `select ${PLAN} ${FROM} where p.tenant = $1 and (p.state in ('issued', 'replaced') or exists (
       select 1 from plan_sheet s where s.tenant = p.tenant and s.plan = p.id and s.unit = any($2::uuid[])))
     order by r.year desc, p.edition desc limit 200`,
    [tenant, units],
  );
}

interface LatestPlan {
  readonly report: string;
  readonly plan: { id: string; edition: number; state: string; document: string | null };
}

/** The latest plan of each report. */
export async function latestPlans(tx: Tx, tenant: string): Promise<readonly LatestPlan[]> {
  return tx.rows<LatestPlan>(
    `select distinct on (report) report,
       jsonb_build_object('id', id, 'edition', edition, 'state', state, 'document', document) as plan
     from plan where tenant = $1 order by report, edition desc`,
    [tenant],
  );
}

/** Writes a locked plan as it stands now. */
export async function updatePlan(tx: Tx, tenant: string, plan: PlanRecord, issuedAt: number | null): Promise<void> {
  await tx.run(
    `update plan set state = $3, comments_due = $4, meeting = $5, decided_on = $6, document = $7, issued_on = $8, frozen = $9,
       digest = decode($10, 'hex'), issued_at = coalesce(issued_at, $11), version = version + 1
     where tenant = $1 and id = $2`,
    [
      tenant,
      plan.id,
      plan.state,
      plan.commentsDue,
      plan.meeting,
      plan.decidedOn,
      plan.document,
      plan.issuedOn,
      plan.frozen === null ? null : JSON.stringify(plan.frozen),
      plan.digest,
      issuedAt === null ? null : new Date(issuedAt),
    ],
  );
}

export async function replacePlans(tx: Tx, tenant: string, ids: readonly string[]): Promise<void> {
  await tx.run(`update plan set state = 'replaced', version = version + 1 where tenant = $1 and id = any($2::uuid[])`, [
    tenant,
    ids,
  ]);
}

/** The promises made of a report that still stand, in the order of its sentences, with their leaders. */
export async function promisesOfReport(
  tx: Tx,
  tenant: string,
  report: string,
): Promise<readonly { readonly id: string; readonly leader: string | null }[]> {
  return tx.rows(
    `select p.id, p.leader from promise p
     join (select i.promise, min(i.clauses[1]) as first, min(i.no) as no from review_item i
       where i.tenant = $1 and i.report = $2 and i.promise is not null group by i.promise) i on i.promise = p.id
     where p.tenant = $1 and p.official <> 'cancelled' order by i.first, i.no`,
    [tenant, report],
  );
}

export async function insertLines(
  tx: Tx,
  tenant: string,
  plan: string,
  lines: readonly { readonly promise: string; readonly no: number; readonly leader: string | null }[],
): Promise<void> {
  await tx.run(
    `insert into plan_line (tenant, plan, promise, no, leader)
     select $1, $2, l.promise, l.no, l.leader from jsonb_to_recordset($3::jsonb) as l (promise uuid, no int, leader uuid)`,
    [tenant, plan, JSON.stringify(lines)],
  );
}

/** The lines with what their promises say on a day. */
export async function linesOf(tx: Tx, tenant: string, plan: PlanRecord, today: string): Promise<LineRecord[]> {
  return tx.rows<LineRecord>(
    `select l.no, p.id as promise, p.number, p.title, p.kind, p.deliverable, p.measure, p.due, p.due_words as "dueWords",
       p.issued_on is not null as issued, p.version, p.involved,
       coalesce((select jsonb_agg(jsonb_build_object('part', d.part, 'unit', d.unit, 'post', d.post) order by d.since, d.id)
         from duty d where d.tenant = p.tenant and d.promise = p.id and (d.until is null or d.until > $4::date)), '[]') as duties,
       coalesce((select jsonb_agg(jsonb_build_object('label', i.label, 'unit', i.unit, 'aim', i.aim, 'value', i.value::float8,
           'upper', i.upper::float8, 'weight', i.weight::float8) order by i.position)
         from indicator i where i.tenant = p.tenant and i.promise = p.id), '[]') as indicators,
       coalesce((select jsonb_agg(jsonb_build_object('page', c.page, 'paragraph', c.paragraph, 'no', c.no, 'words', c.words) order by c.no)
         from promise_clause pc join clause c on c.tenant = pc.tenant and c.report = pc.report and c.no = pc.clause
         where pc.tenant = p.tenant and pc.promise = p.id and pc.report = $3), '[]') as sources
     from plan_line l join promise p on p.tenant = l.tenant and p.id = l.promise
     where l.tenant = $1 and l.plan = $2 order by l.no`,
    [tenant, plan.id, plan.report, today],
  );
}

export async function sheetsOf(tx: Tx, tenant: string, plan: string): Promise<SheetRecord[]> {
  return tx.rows<SheetRecord>(
    `select unit, manner, ${ms('sent_at', 'sentAt')}, due, answer, answered_by as "answeredBy", ${ms('answered_at', 'answeredAt')}
     from plan_sheet where tenant = $1 and plan = $2 order by sent_at, unit`,
    [tenant, plan],
  );
}

export async function insertSheets(
  tx: Tx,
  tenant: string,
  plan: string,
  sheets: readonly { readonly unit: string; readonly manner: string }[],
  sent: { readonly at: number; readonly due: string },
): Promise<void> {
  if (sheets.length === 0) return;
  await tx.run(
    `insert into plan_sheet (tenant, plan, unit, manner, sent_at, due)
     select $1, $2, s.unit, s.manner, $4, $5 from jsonb_to_recordset($3::jsonb) as s (unit uuid, manner text)`,
    [tenant, plan, JSON.stringify(sheets), new Date(sent.at), sent.due],
  );
}

export async function answerSheet(
  tx: Tx,
  tenant: string,
  plan: string,
  unit: string,
  answer: { readonly answer: 'agreed' | 'comments'; readonly by: string; readonly at: number },
): Promise<void> {
  await tx.run(
    `update plan_sheet set answer = $4, answered_by = $5, answered_at = $6 where tenant = $1 and plan = $2 and unit = $3`,
    [tenant, plan, unit, answer.answer, answer.by, new Date(answer.at)],
  );
}

/** Takes the silence of those who did not answer in time for consent; answers how many. */
export async function takeSilence(tx: Tx, tenant: string, plan: string): Promise<number> {
  return tx.run(`update plan_sheet set answer = 'silent' where tenant = $1 and plan = $2 and answer is null`, [
    tenant,
    plan,
  ]);
}

export async function insertComments(
  tx: Tx,
  tenant: string,
  plan: string,
  comments: readonly Pick<CommentRecord, 'id' | 'unit' | 'promise' | 'words' | 'by' | 'at'>[],
): Promise<void> {
  if (comments.length === 0) return;
  await tx.run(
    `insert into plan_comment (tenant, id, plan, unit, promise, words, by_name, at)
     select $1, c.id, $2, c.unit, c.promise, c.words, c.by, to_timestamp(c.at / 1000)
     from jsonb_to_recordset($3::jsonb) as c (id uuid, unit uuid, promise uuid, words text, by text, at float8)`,
    [tenant, plan, JSON.stringify(comments)],
  );
}

export async function commentsOf(tx: Tx, tenant: string, plan: string): Promise<CommentRecord[]> {
  return tx.rows<CommentRecord>(
    `select id, unit, promise, words, outcome, reply, by_name as by, ${ms('at', 'at')}, replied_by as "repliedBy",
       ${ms('replied_at', 'repliedAt')}
     from plan_comment where tenant = $1 and plan = $2 order by at, id`,
    [tenant, plan],
  );
}

export async function settleComment(
  tx: Tx,
  tenant: string,
  plan: string,
  comment: string,
  settled: { readonly outcome: string; readonly reply: string; readonly by: string; readonly at: number },
): Promise<boolean> {
  const changed = await tx.run(
    `update plan_comment set outcome = $4, reply = $5, replied_by = $6, replied_at = $7 where tenant = $1 and plan = $2 and id = $3`,
    [tenant, plan, comment, settled.outcome, settled.reply, settled.by, new Date(settled.at)],
  );
  return changed === 1;
}
