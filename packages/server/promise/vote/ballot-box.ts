import { type BallotChoice, countBallots } from '@huying/kit/promise';
import type { CandidateTotal } from './vote.store.ts';

/** What stands on a ballot for each choice. */
const letterOf: Readonly<Record<BallotChoice, string>> = { approve: 'a', oppose: 'o', abstain: 'n' };
const choiceOf: Readonly<Record<string, BallotChoice>> = { a: 'approve', o: 'oppose', n: 'abstain' };

/** A ballot as it lies in the box: a letter for each candidate, in the order of the list. */
export function sealedBallot(candidates: readonly string[], choices: Readonly<Record<string, BallotChoice>>): string {
  return candidates.map((id) => letterOf[choices[id] ?? 'abstain']).join('');
}

/** Counts the ballots of a box. */
export function countBox(candidates: readonly string[], box: readonly string[]): readonly CandidateTotal[] {
  return countBallots(candidates, opened(candidates, box), null).tallies;
}

function* opened(candidates: readonly string[], box: readonly string[]): Generator<Record<string, BallotChoice>> {
  for (const ballot of box) {
    yield Object.fromEntries(candidates.map((id, at) => [id, choiceOf[ballot[at] ?? 'n'] ?? 'abstain']));
  }
}
