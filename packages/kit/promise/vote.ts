/** How a vote chooses. */
export interface VoteRule {
  readonly seats: number;
  /** What a majority is of: all deputies, those present, valid ballots. */
  readonly base: 'all' | 'present' | 'valid';
  /** More than half; otherwise half suffices. */
  readonly strict: boolean;
  /** Who decides where several share the last seat: a second round, the chair, or nobody, and the seat stays empty. */
  readonly ties: 'second-round' | 'chair' | 'none';
}

/** Deputies and ballots as certified; null where a number is not told. */
export interface BallotCounts {
  readonly members: number;
  readonly present: number | null;
  readonly issued: number | null;
  readonly returned: number | null;
  readonly valid: number | null;
  readonly void: number | null;
}

export interface CandidateTally {
  readonly candidate: string;
  readonly approve: number;
  readonly oppose: number;
  readonly abstain: number;
}

export interface VoteOutcome {
  /** What the majority is of; null where that number is not told, and then nobody is chosen. */
  readonly of: number | null;
  /** The fewest approvals that are a majority. */
  readonly needed: number | null;
  /** In order of approvals. */
  readonly chosen: readonly string[];
  /** Those who share the last seats, more than there are left. */
  readonly tied: readonly string[];
  /** Seats left for the tied, or for nobody. */
  readonly left: number;
  readonly notChosen: readonly string[];
  /** 差额率: (candidates − seats) / seats. */
  readonly surplus: number | null;
}

/** The fewest approvals that are a majority of so many. */
export function majorityOf(of: number, strict: boolean): number {
  return strict ? Math.floor(of / 2) + 1 : Math.ceil(of / 2);
}

/**
 * Counts who is chosen: those with a majority, in order of approvals, as far as the seats reach. Who shares the last seat with more than
 * fit is tied; `settled` names those whom the second round or the chair took of them.
 */
export function tally(
  rule: VoteRule,
  counts: BallotCounts,
  tallies: readonly CandidateTally[],
  settled: readonly string[] = [],
): VoteOutcome {
  const of = rule.base === 'all' ? counts.members : rule.base === 'present' ? counts.present : counts.valid;
  const surplus = rule.seats > 0 ? (tallies.length - rule.seats) / rule.seats : null;
  const names = tallies.map(({ candidate }) => candidate);
  if (of === null) return { of, needed: null, chosen: [], tied: [], left: rule.seats, notChosen: names, surplus };
  const needed = majorityOf(of, rule.strict);
  const passing = tallies
    .filter(({ approve }) => approve >= needed && approve > 0)
    .sort((a, b) => b.approve - a.approve);
  const last = passing[rule.seats - 1]?.approve;
  const crowded = passing.length > rule.seats && passing[rule.seats]?.approve === last;
  const clear = passing
    .filter(({ approve }, at) => (crowded ? approve > (last ?? 0) : at < rule.seats))
    .map(({ candidate }) => candidate);
  const sharing = crowded ? passing.filter(({ approve }) => approve === last).map(({ candidate }) => candidate) : [];
  const free = Math.max(0, rule.seats - clear.length);
  const taken = rule.ties === 'none' ? [] : sharing.filter((name) => settled.includes(name)).slice(0, free);
  const chosen = [...clear, ...taken];
  const tied = rule.ties === 'none' || taken.length === free ? [] : sharing.filter((name) => !taken.includes(name));
  return {
    of,
    needed,
    chosen,
    tied,
    left: rule.seats - chosen.length,
    notChosen: names.filter((name) => !chosen.includes(name) && !tied.includes(name)),
    surplus,
  };
}

export type BallotChoice = 'approve' | 'oppose' | 'abstain';

/**
 * Counts ballots again. A candidate left blank is an abstention; a ballot that names somebody who does not stand, or approves more than
 * allowed, is void.
 * @param mostApprovals  null where as many as one likes may be approved
 */
export function countBallots(
  candidates: readonly string[],
  ballots: Iterable<Readonly<Record<string, BallotChoice>>>,
  mostApprovals: number | null,
): { readonly tallies: readonly CandidateTally[]; readonly valid: number; readonly void: number } {
  const sums = candidates.map((candidate) => ({ candidate, approve: 0, oppose: 0, abstain: 0 }));
  const stands = new Set(candidates);
  let valid = 0;
  let spoilt = 0;
  for (const ballot of ballots) {
    let approvals = 0;
    let fits = true;
    for (const name in ballot) {
      if (!stands.has(name)) fits = false;
      if (ballot[name] === 'approve') approvals += 1;
    }
    if (!fits || (mostApprovals !== null && approvals > mostApprovals)) {
      spoilt += 1;
      continue;
    }
    valid += 1;
    for (const sum of sums) sum[ballot[sum.candidate] ?? 'abstain'] += 1;
  }
  return { tallies: sums, valid, void: spoilt };
}
