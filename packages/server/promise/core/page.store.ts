import type { Tx } from '../../db/index.ts';

/** Reads of tables that other parts of promises write: what stands on a promise's page beside its own. */

export interface ClauseRow {
  readonly report: string;
  readonly year: number;
  readonly no: number;
  readonly page: number | null;
  readonly paragraph: number;
  readonly section: string | null;
  readonly words: string;
  readonly hash: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** The sentences a promise comes from, each with what stands before and after it in its paragraph. */
export async function clausesOf(tx: Tx, tenant: string, promise: string): Promise<ClauseRow[]> {
  return tx.rows<ClauseRow>(
    `select c.report, r.year, c.no, c.page, c.paragraph, c.section, c.words, encode(c.hash, 'hex') as hash,
       (select string_agg(b.words, '' order by b.no) from clause b
        where b.tenant = $1 and b.report = c.report and b.paragraph = c.paragraph and b.no < c.no) as before,
       (select string_agg(a.words, '' order by a.no) from clause a
        where a.tenant = $1 and a.report = c.report and a.paragraph = c.paragraph and a.no > c.no) as after
     from promise_clause p
     join clause c on c.tenant = $1 and c.report = p.report and c.no = p.clause
     join work_report r on r.tenant = $1 and r.id = c.report
     where p.tenant = $1 and p.promise = $2 order by r.year, c.no`,
    [tenant, promise],
  );
}

export interface SiteRow {
  readonly id: string;
  readonly no: number;
  readonly name: string;
  readonly address: string | null;
  readonly longitude: number | null;
  readonly latitude: number | null;
  readonly unit: string | null;
  readonly state: 'planned' | 'under-way' | 'completed' | 'verified' | 'cancelled';
  readonly due: string | null;
  readonly completedOn: string | null;
  readonly verifiedOn: string | null;
  readonly work: string | null;
}

export async function sitesOf(tx: Tx, tenant: string, promise: string): Promise<SiteRow[]> {
  return tx.rows<SiteRow>(
    `select id, no, name, address, longitude, latitude, unit, state, due, completed_on as "completedOn", verified_on as "verifiedOn", work
     from site where tenant = $1 and promise = $2 order by no, id`,
    [tenant, promise],
  );
}

export interface BlockerRow {
  readonly id: string;
  readonly words: string;
  readonly kind: string;
  readonly unit: string | null;
  /** A post. */
  readonly owner: string | null;
  readonly due: string;
  readonly raisedAt: Date;
  readonly clearedOn: string | null;
  readonly outcome: string | null;
}

export async function blockersOf(tx: Tx, tenant: string, promise: string): Promise<BlockerRow[]> {
  return tx.rows<BlockerRow>(
    `select id, words, kind, unit, owner, due, raised_at as "raisedAt", cleared_on as "clearedOn", outcome
     from blocker where tenant = $1 and promise = $2 order by raised_at, id`,
    [tenant, promise],
  );
}

export interface VisitRow {
  readonly id: string;
  readonly leaderName: string;
  readonly visitedOn: string;
  readonly found: string;
  readonly asked: string | null;
}

export async function visitsOf(tx: Tx, tenant: string, promise: string): Promise<VisitRow[]> {
  return tx.rows<VisitRow>(
    `select id, leader_name as "leaderName", visited_on as "visitedOn", found, asked
     from visit where tenant = $1 and promise = $2 order by visited_on, id`,
    [tenant, promise],
  );
}

export interface EvaluationRow {
  readonly id: string;
  readonly site: string | null;
  readonly byWhom: 'deputies' | 'users';
  readonly counts: Readonly<Record<string, number>>;
  readonly grade: string | null;
  readonly heldOn: string;
  readonly document: string | null;
  readonly published: boolean;
}

export async function evaluationsOf(tx: Tx, tenant: string, promise: string): Promise<EvaluationRow[]> {
  return tx.rows<EvaluationRow>(
    `select id, site, by_whom as "byWhom", counts, grade, held_on as "heldOn", document, published_at is not null as published
     from evaluation where tenant = $1 and promise = $2 order by held_on, id`,
    [tenant, promise],
  );
}

export interface CandidateRow {
  readonly id: string;
  readonly title: string;
  readonly state: string;
  readonly source: string;
  readonly createdAt: Date;
}

export async function candidatesById(tx: Tx, tenant: string, ids: readonly string[]): Promise<CandidateRow[]> {
  return tx.rows<CandidateRow>(
    'select id, title, state, source, created_at as "createdAt" from candidate where tenant = $1 and id = any($2::uuid[])',
    [tenant, ids],
  );
}

export interface VoteRow {
  readonly id: string;
  readonly title: string;
  readonly certifiedAt: Date | null;
  readonly approve: number;
  readonly oppose: number;
  readonly abstain: number;
}

/** Certified votes that a candidate stood in, with what it got. */
export async function votesOnCandidates(tx: Tx, tenant: string, candidates: readonly string[]): Promise<VoteRow[]> {
  return tx.rows<VoteRow>(
    `select v.id, v.title, v.certified_at as "certifiedAt", t.approve, t.oppose, t.abstain
     from vote_tally t join vote v on v.tenant = $1 and v.id = t.vote
     where t.tenant = $1 and t.candidate = any($2::uuid[]) and v.state = 'certified' order by v.certified_at, v.id`,
    [tenant, candidates],
  );
}

/** Whether a certified vote of the congress is behind an id: a decision of the government or a poll is none. */
export async function isChosenByVote(tx: Tx, tenant: string, vote: string): Promise<boolean> {
  const row = await tx.one(
    `select 1 from vote where tenant = $1 and id::text = $2 and state = 'certified' and variant in ('certified', 'electronic')`,
    [tenant, vote],
  );
  return row !== undefined;
}

export interface PaperRow {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly document: string | null;
  readonly issue: number | null;
  readonly issuedAt: Date | null;
  readonly published: boolean;
}

/** Issued bulletins, tables and appendices whose frozen content names the promise. */
export async function papersNaming(tx: Tx, tenant: string, promise: string, year: number): Promise<PaperRow[]> {
  return tx.rows<PaperRow>(
    `select b.id, b.kind, b.title, b.document, b.issue, b.issued_at as "issuedAt", b.published_at is not null as published
     from bulletin b join snapshot s on s.tenant = $1 and s.id = b.snapshot
     where b.tenant = $1 and b.state = 'issued' and b.year in ($3, $3 + 1) and position($2 in s.content::text) > 0
     order by b.issued_at, b.id`,
    [tenant, promise, year],
  );
}
