import type { Tx } from '../../db/index.ts';

export const voteVariants = ['decided', 'certified', 'electronic', 'poll'] as const;
export type VoteVariant = (typeof voteVariants)[number];
export const voteStates = ['prepared', 'open', 'closed', 'certified'] as const;
export type VoteState = (typeof voteStates)[number];

/** How the ballots decide; frozen when the vote opens. */
export interface VoteRule {
  readonly seats: number;
  /** What a majority is of: all members, those present, the valid ballots. */
  readonly base: 'all' | 'present' | 'valid';
  /** More than half; else half is enough. */
  readonly strict: boolean;
  readonly ties: 'second-round' | 'chair';
  /** A ballot with more approvals than this is void; null where any number may be approved. */
  readonly mostApprovals: number | null;
  /** In the order of the ballot. */
  readonly candidates: readonly string[];
}

/** How many ballots there were. */
export interface BallotCounts {
  readonly present: number;
  readonly issued: number;
  readonly returned: number;
  readonly valid: number;
  readonly void: number;
}

/** A session that chooses. */
export interface Vote {
  readonly id: string;
  readonly year: number;
  readonly title: string;
  readonly variant: VoteVariant;
  readonly rule: VoteRule;
  readonly state: VoteState;
  readonly members: number;
  readonly present: number | null;
  readonly issued: number | null;
  readonly returned: number | null;
  readonly valid: number | null;
  readonly void: number | null;
  readonly openedAt: Date | null;
  readonly closedAt: Date | null;
  readonly certifiedAt: Date | null;
  readonly certifiedBy: string | null;
  readonly meeting: string | null;
  readonly document: string | null;
  readonly result: VoteResult | null;
  /** SHA-256 of the result, hexadecimal. */
  readonly digest: string | null;
  readonly version: number;
  readonly createdAt: Date;
}

export interface CandidateTotal {
  readonly candidate: string;
  readonly approve: number;
  readonly oppose: number;
  readonly abstain: number;
}

/** What came of a vote, as it was certified. */
export interface VoteResult {
  readonly rule: VoteRule;
  readonly members: number;
  readonly counts: BallotCounts | null;
  readonly totals: readonly CandidateTotal[];
  /** Approvals a candidate needs; null where a meeting decided. */
  readonly needed: number | null;
  readonly chosen: readonly string[];
  /** Equal in approvals where the seats run out, and not decided. */
  readonly tied: readonly string[];
  readonly meeting: string | null;
  readonly document: string | null;
  /** Of a poll: lines read, those void and those whose token came twice, and the SHA-256 of the file. */
  readonly source?: { readonly name: string; readonly sha256: string; readonly lines: number; readonly void: number };
}

const columns = `id, year, title, variant, rule, state, members, present, issued, returned, valid, void, opened_at as "openedAt",
  closed_at as "closedAt", certified_at as "certifiedAt", certified_by as "certifiedBy", meeting, document, result,
  encode(digest, 'hex') as digest, version, created_at as "createdAt"`;

export async function insertVote(tx: Tx, tenant: string, vote: Vote): Promise<void> {
  await tx.run(
    `insert into vote (tenant, id, year, title, variant, rule, state, members, version, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      tenant,
      vote.id,
      vote.year,
      vote.title,
      vote.variant,
      JSON.stringify(vote.rule),
      vote.state,
      vote.members,
      vote.version,
      vote.createdAt,
    ],
  );
}

export async function findVote(tx: Tx, tenant: string, id: string): Promise<Vote | undefined> {
  return tx.one<Vote>(`select ${columns} from vote where tenant = $1 and id = $2`, [tenant, id]);
}

/** The same, held until the transaction ends. */
export async function lockVote(tx: Tx, tenant: string, id: string): Promise<Vote | undefined> {
  return tx.one<Vote>(`select ${columns} from vote where tenant = $1 and id = $2 for update`, [tenant, id]);
}

/** The same, held against whoever would change it. */
export async function lockVoteShared(tx: Tx, tenant: string, id: string): Promise<Vote | undefined> {
  return tx.one<Vote>(`select ${columns} from vote where tenant = $1 and id = $2 for share`, [tenant, id]);
}

export async function votesOf(tx: Tx, tenant: string, year: number): Promise<Vote[]> {
  return tx.rows<Vote>(`select ${columns} from vote where tenant = $1 and year = $2 order by id`, [tenant, year]);
}

/** Writes a vote as it stands now. One that is certified is never written again. */
export async function updateVote(tx: Tx, tenant: string, vote: Vote): Promise<boolean> {
  const written = await tx.run(
    `update vote set title = $3, rule = $4, state = $5, members = $6, present = $7, issued = $8, returned = $9, valid = $10, void = $11,
       opened_at = $12, closed_at = $13, certified_at = $14, certified_by = $15, meeting = $16, document = $17, result = $18,
       digest = decode($19, 'hex'), version = $20
     where tenant = $1 and id = $2 and state <> 'certified'`,
    [
      tenant,
      vote.id,
      vote.title,
      JSON.stringify(vote.rule),
      vote.state,
      vote.members,
      vote.present,
      vote.issued,
      vote.returned,
      vote.valid,
      vote.void,
      vote.openedAt,
      vote.closedAt,
      vote.certifiedAt,
      vote.certifiedBy,
      vote.meeting,
      vote.document,
      vote.result === null ? null : JSON.stringify(vote.result),
      vote.digest,
      vote.version,
    ],
  );
  return written === 1;
}

export async function insertTotals(
  tx: Tx,
  tenant: string,
  vote: string,
  totals: readonly CandidateTotal[],
): Promise<void> {
  const column = (read: (one: CandidateTotal) => unknown) => totals.map(read);
  await tx.run(
    `insert into vote_tally (tenant, vote, candidate, approve, oppose, abstain)
     select $1, $2, * from unnest($3::uuid[], $4::integer[], $5::integer[], $6::integer[])`,
    [
      tenant,
      vote,
      column(({ candidate }) => candidate),
      column(({ approve }) => approve),
      column(({ oppose }) => oppose),
      column(({ abstain }) => abstain),
    ],
  );
}

/** The certified session of a year that chose a candidate. */
export async function voteThatChose(
  tx: Tx,
  tenant: string,
  year: number,
  candidate: string,
): Promise<Vote | undefined> {
  return tx.one<Vote>(
    `select ${columns} from vote where tenant = $1 and year = $2 and state = 'certified' and variant <> 'poll'
       and result -> 'chosen' ? $3 order by certified_at desc, id desc limit 1`,
    [tenant, year, candidate],
  );
}
