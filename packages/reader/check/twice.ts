import {
  type Fact,
  likenessOf,
  mentionsIn,
  placeIn,
  scaledUnit,
  tokensOf,
  unitsAgree,
  weighing,
} from '../compare/index.ts';
import type { Comparator, Finding, Span } from '../report.ts';
import { halfDigit, type Known, raise } from './finding.ts';

/** One number of one metric, ready to be held against others of the same metric. */
interface Stated extends Span {
  readonly indicator: string | undefined;
  readonly part: string | undefined;
  readonly tokens: readonly string[];
  /** What must agree beside the words: kind and deadline of a target, aspect and direction of a result. */
  readonly about: string;
  readonly value: number;
  readonly unit: string;
  readonly comparator: Comparator;
  readonly appendix: boolean;
  readonly statement: number | undefined;
}

/** How like the words must be within the body, and between body and appendix, where the appendix says it at more length. */
const leastWithin = 0.92;
const leastApart = 0.72;

/**
 * The same metric stated twice with different numbers: two places of the body, or body and appendix. Results of other stretches of
 * time, stocks and numbers that take their subject from the clause before are left out: they only look alike.
 */
export function twiceIn(known: Known, results: readonly Fact[]): Finding[] {
  return [...differing(planned(known)), ...differing(reported(known, results))];
}

function planned({ about: { year }, targets, items, statements }: Known): Stated[] {
  const inItems = new Set(items.flatMap(({ parts }) => parts.flatMap((part) => part.targets)));
  return targets.flatMap((target, index) => {
    if (target.stretchOf !== undefined || target.comparator === 'range') return [];
    const appendix = target.group === 'livelihood' || inItems.has(index);
    const role = statements[target.statement ?? -1]?.role === 'longPlan' ? 'longPlan' : '';
    const due = target.deadline?.slice(0, 4) ?? '';
    const about = `${target.kind}:${role}:${due === String(year) ? '' : due}`;
    return [stated(target, target.metric, target, about, appendix, target.statement)];
  });
}

function reported(known: Known, results: readonly Fact[]): Stated[] {
  return results.flatMap((fact) => {
    const { quantity } = fact;
    if (quantity === undefined || fact.otherPeriod || fact.inherited || isStock(fact)) return [];
    const appendix = known.statements[fact.statement]?.role === 'completion';
    const reached = /(?:达到?|增至|增加到|提高到)(?:[^，]{0,10}[、和及])?$/.test(fact.before) ? 'reached' : '';
    const about = `${fact.aspect ?? ''}:${quantity.direction ?? ''}:${reached}`;
    return [stated(fact, fact.subject, quantity, about, appendix, fact.statement)];
  });
}

function stated(
  { start, end }: Span,
  words: string,
  { value, unit, comparator }: Pick<Stated, 'value' | 'unit' | 'comparator'>,
  about: string,
  appendix: boolean,
  statement: number | undefined,
): Stated {
  const indicator = mentionsIn(words).at(-1)?.id;
  return {
    start,
    end,
    indicator,
    part: placeIn(words),
    tokens: tokensOf(words),
    about,
    value,
    unit,
    comparator,
    appendix,
    statement,
  };
}

function isStock({ quantity, subject }: Fact): boolean {
  return quantity?.cumulative === true || /累计|总数|总量/.test(subject);
}

function differing(all: readonly Stated[]): Finding[] {
  const weigh = weighing(all.map(({ tokens }) => tokens));
  const weighed = all.map(({ tokens }) => weigh(tokens));
  const postings = new Map<string, number[]>();
  const taken = new Set<number>();
  const findings: Finding[] = [];
  for (const [index, second] of all.entries()) {
    const keys = second.indicator === undefined ? second.tokens : [second.indicator];
    const near = new Set(keys.flatMap((key) => postings.get(key) ?? []));
    const words = weighed[index] ?? weigh([]);
    for (const at of near) {
      const first = all[at];
      if (
        first === undefined ||
        taken.has(at) ||
        !isSame(first, second) ||
        !isAlike(first, second, likenessOf(weighed[at] ?? words, words))
      )
        continue;
      const relation = relationOf(first, second);
      if (relation === undefined) continue;
      const params = {
        first: first.value,
        firstUnit: first.unit,
        second: second.value,
        secondUnit: second.unit,
        relation,
      };
      findings.push(
        raise(first.appendix === second.appendix ? 'statedTwice' : 'bodyAndAppendix', params, [first, second]),
      );
      taken.add(at);
      break;
    }
    for (const key of keys) {
      const list = postings.get(key);
      if (list === undefined) postings.set(key, [index]);
      else if (list.length < 24) list.push(index);
    }
  }
  return findings;
}

/** One sentence that names two numbers of like things names two things. */
function isSame(first: Stated, second: Stated): boolean {
  if (first.about !== second.about || first.indicator !== second.indicator || first.part !== second.part) return false;
  if (first.statement !== undefined && first.statement === second.statement) return false;
  return second.start >= first.end && unitsAgree(first.unit, second.unit) !== 'different';
}

/** Few words prove little: two metrics of one word each must not be taken for one. */
function isAlike(first: Stated, second: Stated, likeness: number): boolean {
  const apart = first.appendix !== second.appendix;
  if (first.indicator !== undefined) return apart || likeness >= 0.5;
  const words = Math.min(first.tokens.length, second.tokens.length);
  return words >= (apart ? 2 : 3) && likeness >= (apart ? leastApart : leastWithin);
}

/** How two numbers of one metric stand to each other; the same number in the same words is no finding. */
function relationOf(first: Stated, second: Stated): 'rounded' | 'comparator' | 'differs' | undefined {
  const [a, b] = [first, second].map(({ value, unit }) => {
    const { scale } = scaledUnit(unit);
    return { value: value * scale, half: halfDigit(value) * scale };
  });
  if (a === undefined || b === undefined) return undefined;
  const off = Math.abs(a.value - b.value);
  if (off < 1e-9) return first.comparator === second.comparator ? undefined : 'comparator';
  return off <= Math.max(a.half, b.half) ? 'rounded' : 'differs';
}
