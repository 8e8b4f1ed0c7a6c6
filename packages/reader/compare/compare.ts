import type { CompletionRow, Quantity, Report, Target } from '../report.ts';
import type { Answer, AnswerGround, Outcome } from './answer.ts';
import type { Fact } from './fact.ts';
import { type Find, finderOf } from './finder.ts';
import { resultsOf } from './result.ts';
import { type RowFind, rowFinderOf } from './row.ts';
import { judge, judgeStated } from './verdict.ts';
import { evenly, likenessOf, tokensOf } from './words.ts';

/**
 * What one year's report promised and what the next one answers: every numeric target of `before` with the result that `after`
 * states for the same metric, its place and the rule by which it is met or missed. A target nobody speaks of again is notMentioned;
 * numbers that cannot be held against each other are unclear, with the reason. One answer a target, in the order of the targets.
 */
export function compare(before: Report, after: Report): readonly Answer[] {
  const find = finderOf(resultsOf(after));
  const findRow = rowFinderOf(after.completion);
  const apart = yearsApart(before, after);
  const promises = before.targets.map((promise, at) => named(promise, before.targets[at + 1]));
  const rows = promises.map(findRow);
  const finds = claimed(
    promises,
    promises.map((promise, at) => (rows[at] === undefined ? find(promise) : undefined)),
  );
  return before.targets.map((promise, at) => {
    const row = rows[at];
    const answer = row === undefined ? answerOf(promise, finds[at]) : rowAnswer(promise, row);
    return apart === undefined
      ? answer
      : { ...answer, ground: { ...answer.ground, yearsApart: apart }, certainty: answer.certainty / 2 };
  });
}

/** 完成55万平方米、2.8万户旧房改造: the first number has no words of its own and means what the next one means. */
function named(promise: Target, next: Target | undefined): Target {
  const shares = promise.metric === '' && next !== undefined && next.start - promise.end <= 1;
  return shares ? { ...promise, metric: next.metric } : promise;
}

/**
 * One number answers one promise: of two promises in like words (建成67公里, 加快建设172公里) it belongs to the one whose whole words
 * it repeats, and first to one that it can be held against; the other stays without an answer.
 */
function claimed(promises: readonly Target[], finds: readonly (Find | undefined)[]): readonly (Find | undefined)[] {
  const best = new Map<Fact, number>();
  const closeness = finds.map((found, at) => {
    if (found === undefined || found.bar !== undefined) return 0;
    return 1 + found.fit + likenessOf(evenly(tokensOf(promises[at]?.quote ?? '')), evenly(tokensOf(found.fact.quote)));
  });
  for (const [at, found] of finds.entries()) {
    if (found === undefined || found.foundBy === 'indicator') continue;
    const rival = best.get(found.fact);
    if (rival === undefined || (closeness[at] ?? 0) > (closeness[rival] ?? 0)) best.set(found.fact, at);
  }
  return finds.map((found, at) =>
    found === undefined || found.foundBy === 'indicator' || best.get(found.fact) === at ? found : undefined,
  );
}

function yearsApart(before: Report, after: Report): number | undefined {
  if (before.about.year === undefined || after.about.year === undefined) return undefined;
  const apart = after.about.year - before.about.year;
  return apart === 1 ? undefined : apart;
}

function answerOf(promise: Target, found: Find | undefined): Answer {
  if (found === undefined) {
    return { promise, verdict: 'notMentioned', ground: { foundBy: 'nothing', rule: 'none' }, certainty: 0.7 };
  }
  const { fact, fit, foundBy, bar } = found;
  const { quantity } = fact;
  const outcome: Outcome = {
    quote: fact.quote,
    start: fact.start,
    end: fact.end,
    ...(quantity === undefined ? {} : { value: changeOf(quantity, fact), unit: quantity.unit }),
  };
  if (bar !== undefined)
    return { promise, verdict: 'unclear', ground: { foundBy, rule: bar }, outcome, certainty: fit };
  const judged =
    quantity === undefined
      ? judgeStated(promise, fact.stated ?? 'reached')
      : judge(promise, { ...quantity, value: changeOf(quantity, fact) });
  return { promise, verdict: judged.verdict, ground: groundOf(foundBy, judged), outcome, certainty: fit };
}

/** A fall written without a minus (下降1.7%) is a fall all the same. */
function changeOf({ value, direction }: Quantity, { aspect }: Fact): number {
  return direction === -1 && aspect === 'rate' && value > 0 ? -value : value;
}

function rowAnswer(promise: Target, { row, fit }: RowFind): Answer {
  const place = row.resultText ?? row;
  const outcome: Outcome = {
    quote: row.resultText?.text ?? row.statusText ?? '',
    start: place.start,
    end: place.end,
    ...(row.actual ?? {}),
  };
  if (row.actual !== undefined) {
    const judged = judge(promise, { ...row.actual, comparator: '=' });
    return { promise, verdict: judged.verdict, ground: groundOf('row', judged), outcome, certainty: fit };
  }
  return {
    promise,
    verdict: verdictOf(row.status),
    ground: { foundBy: 'row', rule: 'status' },
    outcome,
    certainty: fit * 0.9,
  };
}

function verdictOf(status: CompletionRow['status']): Answer['verdict'] {
  if (status === 'done' || status === 'exceeded') return 'met';
  return status === 'notDone' ? 'missed' : 'unclear';
}

function groundOf(
  foundBy: AnswerGround['foundBy'],
  { rule, tolerance }: { readonly rule: AnswerGround['rule']; readonly tolerance?: number },
): AnswerGround {
  return { foundBy, rule, ...(tolerance === undefined ? {} : { tolerance }) };
}
