import { type Report, read, type Span } from '@huying/reader';
import { compare } from '@huying/reader/compare';
import {
  type CompletionScore,
  damagedGold,
  damages,
  type GoldReport,
  type GoldSet,
  goldChains,
  goldOf,
  publishedReport,
  type Share,
  scoreCompletion,
  scoreTargets,
  sumOf,
  type TargetScore,
} from '@huying/testing/report';

/** Seeds under which every random damage is done. */
const SEEDS = [11, 12] as const;

export interface SetScores {
  readonly set: GoldSet;
  readonly reports: readonly { readonly report: string; readonly score: TargetScore }[];
  readonly all: TargetScore;
  readonly completion: CompletionScore;
}

/** Reads the texts of a set as they are and scores them. */
export function cleanScores(set: GoldSet): SetScores {
  const gold = goldOf(set);
  const reports = gold.map((one) => ({ report: one.report, ...scoresOf(one) }));
  return {
    set,
    reports,
    all: sumOf(reports.map(({ score }) => score)),
    completion: completionSum(reports.map(({ completion }) => completion)),
  };
}

export interface DamageScores {
  readonly damage: string;
  readonly score: TargetScore;
  readonly completion: CompletionScore;
}

/** Reads the texts of some sets under every kind of damage and scores each kind. */
export function damageScores(sets: readonly GoldSet[]): DamageScores[] {
  const gold = sets.flatMap(goldOf);
  return Object.entries(damages).map(([name, damage]) => {
    const scores = gold.flatMap((one) => SEEDS.map((seed) => scoresOf(damagedGold(one, damage, seed))));
    return {
      damage: name,
      score: sumOf(scores.map(({ score }) => score)),
      completion: completionSum(scores.map(({ completion }) => completion)),
    };
  });
}

export interface ChainScores {
  /** Promises with any answer, with the right place in the later report, and with the right verdict, of all known. */
  readonly promise: Share;
  readonly place: Share;
  readonly verdict: Share;
}

/** Compares the reports of years that follow each other and scores the answers. */
export function chainScores(): ChainScores {
  const chains = goldChains();
  const reports = new Map<string, Report>();
  const reportOf = (name: string): Report => {
    const known = reports.get(name) ?? read(publishedReport(name));
    reports.set(name, known);
    return known;
  };
  const answers = chains.map((chain) => {
    const answer = compare(reportOf(chain.before), reportOf(chain.after)).find(
      ({ promise }) => meet(promise, chain.promise) && promise.value === chain.value,
    );
    return {
      promise: answer !== undefined,
      place: answer?.outcome !== undefined && meet(answer.outcome, chain.answer),
      verdict: answer?.verdict === (chain.met ? 'met' : 'missed'),
    };
  });
  const share = (key: keyof ChainScores): Share => ({
    right: answers.filter((answer) => answer[key]).length,
    of: answers.length,
  });
  return { promise: share('promise'), place: share('place'), verdict: share('verdict') };
}

function meet(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end;
}

function scoresOf(gold: GoldReport): { score: TargetScore; completion: CompletionScore } {
  const { targets, completion } = read(gold.text);
  return { score: scoreTargets(targets, gold), completion: scoreCompletion(completion, gold) };
}

function completionSum(scores: readonly CompletionScore[]): CompletionScore {
  const share = (pick: (score: CompletionScore) => Share): Share => ({
    right: scores.reduce((sum, score) => sum + pick(score).right, 0),
    of: scores.reduce((sum, score) => sum + pick(score).of, 0),
  });
  return {
    found: share((score) => score.found),
    number: share((score) => score.number),
    status: share((score) => score.status),
    results: share((score) => score.results),
    outcomes: share((score) => score.outcomes),
  };
}
