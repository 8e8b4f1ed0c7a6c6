import type { Tx } from '../../db/index.ts';

export const candidateStates = [
  'proposed',
  'screened-out',
  'candidate',
  'submitted',
  'chosen',
  'not-chosen',
  'official',
] as const;
export type CandidateState = (typeof candidateStates)[number];

export const candidateSources = ['opinions', 'calls', 'deputy', 'unit', 'government'] as const;
export type CandidateSource = (typeof candidateSources)[number];

/** A thing proposed for the year's list. */
export interface Candidate {
  readonly id: string;
  readonly year: number;
  /** Its place on the list and on the ballot; null until it was taken up. */
  readonly no: number | null;
  readonly title: string;
  readonly domain: string;
  readonly content: string;
  /** 万元. */
  readonly budget: number | null;
  readonly unit: string | null;
  readonly source: CandidateSource;
  readonly state: CandidateState;
  readonly reason: string | null;
  readonly screenedBy: string | null;
  readonly screenedAt: Date | null;
  readonly promise: string | null;
  readonly version: number;
  readonly createdBy: string;
  readonly account: string | null;
  readonly createdAt: Date;
}

const columns = `id, year, no, title, domain, content, budget::float8 as budget, unit, source, state, reason, screened_by as "screenedBy",
  screened_at as "screenedAt", promise, version, created_by as "createdBy", account, created_at as "createdAt"`;

export async function insertCandidate(tx: Tx, tenant: string, one: Candidate): Promise<void> {
  await tx.run(
    `insert into candidate (tenant, id, year, title, domain, content, budget, unit, source, state, version, created_by, account, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
    [
      tenant,
      one.id,
      one.year,
      one.title,
      one.domain,
      one.content,
      one.budget,
      one.unit,
      one.source,
      one.state,
      one.version,
      one.createdBy,
      one.account,
      one.createdAt,
    ],
  );
}

/** Candidates of a year, in the order of the list, those without a number last. */
export async function candidatesOf(tx: Tx, tenant: string, year: number): Promise<Candidate[]> {
  return tx.rows<Candidate>(
    `select ${columns} from candidate where tenant = $1 and year = $2 order by no nulls last, id`,
    [tenant, year],
  );
}

export async function candidatesNamed(tx: Tx, tenant: string, ids: readonly string[]): Promise<Candidate[]> {
  return tx.rows<Candidate>(
    `select ${columns} from candidate where tenant = $1 and id = any($2::uuid[]) order by no nulls last, id`,
    [tenant, ids],
  );
}

/** The same, held until the transaction ends. */
export async function lockCandidates(tx: Tx, tenant: string, ids: readonly string[]): Promise<Candidate[]> {
  return tx.rows<Candidate>(
    `select ${columns} from candidate where tenant = $1 and id = any($2::uuid[]) order by id for update`,
    [tenant, ids],
  );
}

export async function updateCandidate(tx: Tx, tenant: string, one: Candidate): Promise<void> {
  await tx.run(
    `update candidate set no = $3, title = $4, domain = $5, content = $6, budget = $7, unit = $8, state = $9, reason = $10,
       screened_by = $11, screened_at = $12, promise = $13, version = $14
     where tenant = $1 and id = $2`,
    [
      tenant,
      one.id,
      one.no,
      one.title,
      one.domain,
      one.content,
      one.budget,
      one.unit,
      one.state,
      one.reason,
      one.screenedBy,
      one.screenedAt,
      one.promise,
      one.version,
    ],
  );
}

/** Numbers the list of a year: the next one after those given. */
export async function nextCandidateNumber(tx: Tx, tenant: string, year: number): Promise<number> {
  const row = await tx.one<{ no: number }>(
    'select coalesce(max(no), 0) + 1 as no from candidate where tenant = $1 and year = $2',
    [tenant, year],
  );
  return row?.no ?? 1;
}

/** One numbering at a time for a year: two takers would give one number twice. */
export async function lockYear(tx: Tx, tenant: string, year: number): Promise<void> {
  await tx.rows('select pg_advisory_xact_lock(hashtextextended($1, 94))', [`${tenant} candidates ${year}`]);
}

/** How many cases each candidate comes from. */
export async function originsOf(
  tx: Tx,
  tenant: string,
  ids: readonly string[],
): Promise<{ id: string; cases: number }[]> {
  return tx.rows(
    `select to_id as id, count(*)::integer as cases from link
     where tenant = $1 and to_id = any($2::uuid[]) and kind = 'origin' and from_kind = 'case' group by to_id`,
    [tenant, ids],
  );
}
