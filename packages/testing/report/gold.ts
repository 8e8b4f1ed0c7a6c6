import { existsSync, readFileSync } from 'node:fs';
import type { Comparator, CompletionRow, SectionRole, Span, TargetKind } from '@huying/reader';

/** Published reports, which are not part of the program, and the readings of seven of them. */
const texts = new URL('../../../../shared/data/reports/', import.meta.url);
/** Our own readings of four more, by offset alone; see bench/reader/gold/README.md. */
const own = new URL('../../../bench/reader/gold/', import.meta.url);

/** A field of a target that a reading leaves open, because the words allow more than one answer. */
export type GoldField = 'unit' | 'comparator' | 'kind' | 'deadline';

/** A numeric target as a person reads it. */
export interface GoldTarget extends Span {
  readonly value: number;
  readonly upper?: number;
  readonly unit: string;
  readonly comparator: Comparator;
  readonly kind: TargetKind;
  readonly deadline: string | null;
  readonly metric: string;
  /** Whether it is one at all is open: finding it and not finding it are both right. */
  readonly optional?: boolean;
  readonly open?: readonly GoldField[];
}

/** A stretch read to the end: in `plan`, `longPlan` and `items` every target is known, in the others there is none. */
export interface GoldRegion extends Span {
  readonly role: SectionRole | 'chrome';
}

/** A number that is no target. */
export interface GoldNegative {
  readonly offset: number;
  readonly number: string;
}

export interface GoldCompletion extends Span {
  readonly no: number;
  readonly status: NonNullable<CompletionRow['status']>;
  readonly results: readonly Span[];
}

/** What one row of a table of completion printed with numbers says. */
export interface GoldOutcome extends Span {
  readonly value: number;
  readonly unit: string;
  readonly actual: number;
  readonly statedPercent: number;
}

/** One text with what is known of it. */
export interface GoldReport {
  readonly report: string;
  readonly text: string;
  readonly targets: readonly GoldTarget[];
  readonly regions: readonly GoldRegion[];
  readonly negatives: readonly GoldNegative[];
  readonly completion: readonly GoldCompletion[];
  readonly outcomes: readonly GoldOutcome[];
}

/** A promise of one report and what the next one answers. */
export interface GoldChain {
  readonly before: string;
  readonly after: string;
  readonly promise: Span;
  readonly answer: Span;
  readonly value: number;
  readonly actual: number | null;
  readonly met: boolean;
}

/** `given`: the readings that came with the texts; `train`: ours, to learn from; `held-out`: ours, never tuned on. */
export const goldSets = ['given', 'train', 'held-out'] as const;
export type GoldSet = (typeof goldSets)[number];

/** Whether the published reports lie beside the program. */
export const goldIsThere = existsSync(texts);
/** What to say where they do not. */
export const goldIsMissing = 'skipped: no ../shared/data/reports beside this repository';

/** The texts of one set, each with its readings. Throws where the published reports are not there. */
export function goldOf(set: GoldSet): GoldReport[] {
  return set === 'given' ? given() : ours(set);
}

/** The text of a published report by its file name, unchanged. */
export function publishedReport(name: string): string {
  return readFileSync(new URL(name, texts), 'utf8');
}

/** Promises of one year's report with the next year's answers to them. */
export function goldChains(): GoldChain[] {
  return rows<GivenCompletion>(new URL('gold-completion.jsonl', texts))
    .filter(({ set }) => set === 'chain')
    .map((row) => ({
      before: row.target_report,
      after: row.outcome_report,
      promise: quoted(publishedReport(row.target_report), row.target_quote),
      answer: quoted(publishedReport(row.outcome_report), row.outcome_quote),
      value: row.target_value,
      actual: row.actual_value,
      met: row.met,
    }));
}

interface GivenTarget extends Omit<GoldTarget, 'start' | 'end'> {
  readonly report: string;
  readonly quote: string;
}
interface GivenCompletion {
  readonly set: 'chain' | 'table';
  readonly target_report: string;
  readonly target_quote: string;
  readonly target_value: number;
  readonly unit: string;
  readonly outcome_report: string;
  readonly outcome_quote: string;
  readonly actual_value: number | null;
  readonly met: boolean;
  readonly stated_ratio_pct: number | null;
}
type Of<T> = T & { readonly report: string };

function given(): GoldReport[] {
  const targets = rows<GivenTarget>(new URL('gold-targets.jsonl', texts));
  const negatives = rows<Of<GoldNegative>>(new URL('gold-negatives.jsonl', texts));
  const regions = JSON.parse(publishedReport('gold-regions.json')) as Record<string, [number, number][]>;
  const table = rows<GivenCompletion>(new URL('gold-completion.jsonl', texts)).filter(({ set }) => set === 'table');
  const names = new Set([...Object.keys(regions), ...table.map((row) => row.target_report)]);
  return [...names].sort().map((report) => {
    const text = publishedReport(report);
    const stretches = regions[report] ?? [];
    return {
      report,
      text,
      targets: targets
        .filter((target) => target.report === report)
        .map((target) => ({ ...target, ...quoted(text, target.quote, stretches) })),
      regions: stretches.map(([start, end]) => ({ start, end, role: 'plan' })),
      negatives: negatives.filter((negative) => negative.report === report),
      completion: [],
      outcomes: table
        .filter((row) => row.target_report === report)
        .map((row) => ({
          ...quoted(text, row.target_quote),
          value: row.target_value,
          unit: row.unit,
          actual: row.actual_value ?? 0,
          statedPercent: row.stated_ratio_pct ?? 0,
        })),
    };
  });
}

function ours(set: Exclude<GoldSet, 'given'>): GoldReport[] {
  const all = <T>(what: string) => rows<Of<T>>(new URL(`${set}-${what}.jsonl`, own));
  const targets = all<GoldTarget>('targets');
  const regions = all<GoldRegion>('regions');
  const negatives = all<GoldNegative>('negatives');
  const completion = all<GoldCompletion>('completion');
  const names = new Set([...targets, ...regions, ...completion].map(({ report }) => report));
  const of = <T>(report: string, list: readonly Of<T>[]): T[] => list.filter((row) => row.report === report);
  return [...names].sort().map((report) => ({
    report,
    text: publishedReport(report),
    targets: of(report, targets),
    regions: of(report, regions),
    negatives: of(report, negatives),
    completion: of(report, completion),
    outcomes: [],
  }));
}

/** The place of words in a text, in code points, the first one that lies in one of the stretches; throws where there is none. */
function quoted(text: string, quote: string, stretches: readonly (readonly [number, number])[] = []): Span {
  const length = Array.from(quote).length;
  for (let index = text.indexOf(quote); index !== -1; index = text.indexOf(quote, index + 1)) {
    const start = Array.from(text.slice(0, index)).length;
    if (stretches.length === 0 || stretches.some(([from, to]) => start >= from && start + length <= to))
      return { start, end: start + length };
  }
  throw new Error(`the gold quote "${quote}" is not in its text`);
}

function rows<T>(file: URL): T[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as T);
}
