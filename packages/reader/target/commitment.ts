import type { FoundQuantity } from '../quantity/index.ts';
import type { Comparator } from '../report.ts';
import { clockOf, type Reckoning, timeMarksIn } from '../statement/index.ts';
import { clausesOf, type Segment, type Stretch, segmentsOf } from './clause.ts';
import { ruledComparator } from './comparator.ts';
import { DEED, refusalOf } from './refusal.ts';

/** A number of a sentence that is a target, with the words that belong to it. */
export interface Commitment {
  readonly quantity: FoundQuantity;
  readonly clause: Stretch;
  readonly segment: Segment;
  readonly comparator: Comparator;
  /** What the words say of the time of its clause. */
  readonly time: Reckoning | null;
  /** The next number of the clause follows without a word between: 465幢23.25万平方米房屋. */
  readonly paired: boolean;
}

/**
 * The numbers a sentence commits to. Each clause is cut among all its numbers to judge them, and again among those that stay, so
 * that a number that only describes (总投资35亿元的80项工程, 10亿元以上项目3个) becomes part of the words of the one it describes.
 */
export function commitmentsIn(
  text: string,
  quantities: readonly FoundQuantity[],
  year: number | undefined,
): readonly Commitment[] {
  const clock = clockOf(timeMarksIn(text, year));
  const commitments: Commitment[] = [];
  let at = 0;
  for (const clause of clausesOf(text)) {
    const own: FoundQuantity[] = [];
    for (; at < quantities.length && (quantities[at] as FoundQuantity).from < clause.to; at += 1) {
      own.push(withPlace(text, clause, quantities[at] as FoundQuantity));
    }
    if (own.length > 0) commitments.push(...committed(text, clause, own, clock(clause), commitments.length > 0));
  }
  return commitments;
}

/** Places counted without a measure word; 3村级 is none of them. */
const PLACES = /^(?:村|镇|校)(?!级|民|委|干|里|中|企|长|外|容|域|园|口)/;

/** 实施110村饮水工程: behind a deed the place itself is the unit. */
function withPlace(text: string, clause: Stretch, quantity: FoundQuantity): FoundQuantity {
  const { unit, scale, from, to, form } = quantity;
  if (unit !== '' || scale !== 1 || form !== 'count' || !PLACES.test(text.slice(to, to + 2))) return quantity;
  return DEED.test(text.slice(clause.from, from)) ? { ...quantity, unit: text.charAt(to), to: to + 1 } : quantity;
}

/** 计划总投资50亿元、年内完成投资10亿元: what a list mark parts from the first number kept is not among its words. */
function behind(
  text: string,
  clause: Stretch,
  quantities: readonly FoundQuantity[],
  first: FoundQuantity | undefined,
): Stretch {
  const described = first && quantities[quantities.indexOf(first) - 1];
  return described && text[described.to] === '、' ? { from: described.to + 1, to: clause.to } : clause;
}

function committed(
  text: string,
  clause: Stretch,
  quantities: readonly FoundQuantity[],
  time: Reckoning | null,
  begun: boolean,
): readonly Commitment[] {
  const parts = segmentsOf(text, clause, quantities);
  let previousTaken = begun;
  const kept = quantities.filter((quantity, place) => {
    const segment = parts[place] as Segment;
    const [previous, next] = [quantities[place - 1], quantities[place + 1]];
    previousTaken = refusalOf({ text, quantity, clause, segment, time, previous, next, previousTaken }) === null;
    return previousTaken;
  });
  const segments =
    kept.length === quantities.length ? parts : segmentsOf(text, behind(text, clause, quantities, kept[0]), kept);
  let ruled = false;
  return kept.map((quantity, place) => {
    const segment = segments[place] as Segment;
    const bound = ruledComparator(text, quantity, segment, ruled);
    ruled = bound.ruled;
    return {
      quantity,
      clause,
      segment,
      comparator: bound.comparator,
      time,
      paired: kept[place + 1]?.from === quantity.to,
    };
  });
}
