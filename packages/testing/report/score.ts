import type { CompletionRow, Span, Target } from '@huying/reader';
import { Converter } from 'opencc-js/t2cn';
import type { GoldField, GoldReport, GoldTarget } from './gold.ts';

/** What the scorer looks at in a target found. */
export type FoundTarget = Pick<
  Target,
  'start' | 'end' | 'value' | 'upper' | 'unit' | 'comparator' | 'kind' | 'deadline'
>;

const fields: readonly GoldField[] = ['unit', 'comparator', 'kind', 'deadline'];
const annotated = new Set(['plan', 'longPlan', 'items']);

/** Right answers out of all. */
export interface Share {
  readonly right: number;
  readonly of: number;
}

/** One difference between what was found and what is known. */
export interface Miss {
  readonly report: string;
  readonly what: 'missed' | 'extra' | 'false result' | 'negative' | GoldField;
  readonly start: number;
  readonly end: number;
  readonly note: string;
}

/** How well the targets found agree with the known ones. */
export interface TargetScore {
  /** Known ones that were found, of all known. */
  readonly recall: Share;
  /** Found ones that are known, of all found where everything is known. */
  readonly precision: Share;
  readonly fields: Readonly<Record<GoldField, Share>>;
  /** Found where there can be none: in results, problems, appendices, page chrome. */
  readonly falseResults: number;
  /** Numbers that are no targets but were taken for one, of all known. */
  readonly negatives: Share;
  readonly misses: readonly Miss[];
}

/** Scores targets found in one text: a known one is found by a span that overlaps its own and has the same value, each at most once. */
export function scoreTargets(found: readonly FoundTarget[], gold: GoldReport): TargetScore {
  const misses: Miss[] = [];
  const miss = (what: Miss['what'], at: Span, note: string) =>
    misses.push({ report: gold.report, what, start: at.start, end: at.end, note });
  const firm = gold.targets.filter((target) => target.optional !== true);
  const { pairs, left } = paired(firm, found);
  const right: Record<GoldField, number> = { unit: 0, comparator: 0, kind: 0, deadline: 0 };
  const of: Record<GoldField, number> = { unit: 0, comparator: 0, kind: 0, deadline: 0 };
  for (const [known, one] of pairs)
    for (const field of fields) {
      if (known.open?.includes(field)) continue;
      of[field]++;
      if (agrees(field, known, one)) right[field]++;
      else miss(field, known, `${one[field] ?? 'null'} for ${known[field] ?? 'null'}`);
    }
  const matched = new Set(pairs.map(([known]) => known));
  for (const known of firm) if (!matched.has(known)) miss('missed', known, asRead(known));
  const unasked = left.filter((one) => !gold.targets.some((known) => known.optional === true && fits(known, one)));
  const inRegions = (one: Span, asks: (role: string) => boolean) =>
    gold.regions.some((region) => one.start >= region.start && one.start < region.end && asks(region.role));
  const extra = unasked.filter((one) => inRegions(one, (role) => annotated.has(role)));
  const wrong = unasked.filter((one) => inRegions(one, (role) => !annotated.has(role)));
  for (const one of extra) miss('extra', one, asRead(one));
  for (const one of wrong) miss('false result', one, asRead(one));
  const taken = gold.negatives.filter(({ offset, number }) =>
    unasked.some((one) => one.start <= offset && offset < one.end && one.value === Number(number)),
  );
  for (const { offset, number } of taken) miss('negative', { start: offset, end: offset + number.length }, number);
  return {
    recall: { right: pairs.length, of: firm.length },
    precision: { right: pairs.length, of: pairs.length + extra.length + wrong.length },
    fields: {
      unit: { right: right.unit, of: of.unit },
      comparator: { right: right.comparator, of: of.comparator },
      kind: { right: right.kind, of: of.kind },
      deadline: { right: right.deadline, of: of.deadline },
    },
    falseResults: wrong.length,
    negatives: { right: taken.length, of: gold.negatives.length },
    misses: misses.sort((one, other) => one.start - other.start),
  };
}

/** Adds up scores. */
export function sumOf(scores: readonly TargetScore[]): TargetScore {
  const share = (pick: (score: TargetScore) => Share): Share => ({
    right: scores.reduce((sum, score) => sum + pick(score).right, 0),
    of: scores.reduce((sum, score) => sum + pick(score).of, 0),
  });
  return {
    recall: share((score) => score.recall),
    precision: share((score) => score.precision),
    fields: {
      unit: share((score) => score.fields.unit),
      comparator: share((score) => score.fields.comparator),
      kind: share((score) => score.fields.kind),
      deadline: share((score) => score.fields.deadline),
    },
    falseResults: scores.reduce((sum, score) => sum + score.falseResults, 0),
    negatives: share((score) => score.negatives),
    misses: scores.flatMap((score) => score.misses),
  };
}

/** The share as a number, 1 where nothing was asked. */
export function rateOf({ right, of }: Share): number {
  return of === 0 ? 1 : right / of;
}

/** Harmonic mean of precision and recall. */
export function f1Of({ precision, recall }: TargetScore): number {
  const [p, r] = [rateOf(precision), rateOf(recall)];
  return p + r === 0 ? 0 : (2 * p * r) / (p + r);
}

/** How well rows of a completion table were read. */
export interface CompletionScore {
  readonly found: Share;
  readonly number: Share;
  readonly status: Share;
  /** Parts of results found with their bounds. */
  readonly results: Share;
  /** Of printed rows: target, outcome and share of the plan, all three. */
  readonly outcomes: Share;
}

export function scoreCompletion(found: readonly CompletionRow[], gold: GoldReport): CompletionScore {
  const pairs = gold.completion.map((known) => [known, best(known, found)] as const);
  const met = pairs.filter((pair): pair is readonly [(typeof pair)[0], CompletionRow] => pair[1] !== undefined);
  const results = pairs.flatMap(([known, row]) => known.results.map((part) => partIn(part, row)));
  const count = (list: readonly boolean[]): Share => ({ right: list.filter(Boolean).length, of: list.length });
  return {
    found: { right: met.length, of: pairs.length },
    number: count(pairs.map(([known, row]) => row?.no === known.no)),
    status: count(pairs.map(([known, row]) => row?.status === known.status)),
    results: count(results),
    outcomes: count(
      gold.outcomes.map((known) =>
        found.some(
          (row) =>
            overlap(known, row.targetText ?? row) > 0 &&
            row.target?.value === known.value &&
            plain(row.target.unit) === plain(known.unit) &&
            row.actual?.value === known.actual &&
            row.statedPercent === known.statedPercent,
        ),
      ),
    ),
  };
}

/** A result without numbered parts may be told whole or sentence by sentence. */
function partIn(part: Span, row: CompletionRow | undefined): boolean {
  if (row === undefined) return false;
  const parts: readonly Span[] = [...row.results, row.resultText ?? row];
  return parts.some((one) => closeness(part, one) >= 0.8);
}

function best(known: Span, rows: readonly CompletionRow[]): CompletionRow | undefined {
  return rows
    .filter((row) => closeness(known, row) >= 0.5)
    .sort((one, other) => closeness(known, other) - closeness(known, one))[0];
}

/** Pairs known with found, the closest first, each at most once. */
function paired(known: readonly GoldTarget[], found: readonly FoundTarget[]) {
  const candidates = known
    .flatMap((target) => found.filter((one) => fits(target, one)).map((one) => [target, one] as const))
    .sort(([k1, f1], [k2, f2]) => closeness(k2, f2) - closeness(k1, f1));
  const taken = new Set<object>();
  const pairs = candidates.filter(([target, one]) => {
    if (taken.has(target) || taken.has(one)) return false;
    taken.add(target).add(one);
    return true;
  });
  return { pairs, left: found.filter((one) => !taken.has(one)) };
}

function fits(known: GoldTarget, found: FoundTarget): boolean {
  if (overlap(known, found) === 0) return false;
  const [wanted, got] = [known.value * scaleOf(known.unit), found.value * scaleOf(found.unit)];
  return Math.abs(wanted - got) <= 1e-9 * Math.max(1, Math.abs(wanted));
}

function agrees(field: GoldField, known: GoldTarget, found: FoundTarget): boolean {
  if (field === 'unit') return plain(known.unit) === plain(found.unit);
  if (field === 'comparator') return known.comparator === found.comparator && known.upper === found.upper;
  return known[field] === found[field];
}

const simplified = Converter({ from: 't', to: 'cn' });

/** Units alike whatever the script and the width they are written in. */
function plain(unit: string): string {
  return simplified(unit.normalize('NFKC').replaceAll(/\s/g, ''));
}

const scales: readonly (readonly [RegExp, number])[] = [
  [/^[万萬][亿億]/, 1e12],
  [/^千[亿億]/, 1e11],
  [/^百[亿億]/, 1e10],
  [/^[亿億]/, 1e8],
  [/^千[万萬]/, 1e7],
  [/^百[万萬]/, 1e6],
  [/^十[万萬]/, 1e5],
  [/^[万萬]/, 1e4],
];
function scaleOf(unit: string): number {
  return scales.find(([mark]) => mark.test(unit))?.[1] ?? 1;
}

function overlap(one: Span, other: Span): number {
  return Math.max(0, Math.min(one.end, other.end) - Math.max(one.start, other.start));
}

/** Shared part of two spans, 0…1. */
function closeness(one: Span, other: Span): number {
  const shared = overlap(one, other);
  return shared / (one.end - one.start + (other.end - other.start) - shared || 1);
}

function asRead({ value, unit, comparator }: FoundTarget | GoldTarget): string {
  return `${comparator} ${value} ${unit}`;
}
