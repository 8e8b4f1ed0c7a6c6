import type { Aim, Day } from '@huying/kit/promise';
import type { DutyDraft, IndicatorDraft, PromiseDraft, TaskDraft } from '../core/promise-draft.ts';
import type { ProposedIndicator, ProposedTask } from './proposal.ts';
import type { Assignment, Correction, ProposedView } from './report-schema.ts';

type Every = 'month' | 'quarter' | 'year';

export interface DraftFrame {
  readonly report: string;
  readonly year: number;
  readonly clauses: readonly number[];
  /** How often values of a figure are asked for. */
  everyOf(label: string): Every;
  /** Whether a unit is under the district's orders; those that are not are asked to help. */
  isOrdered(unit: string): boolean;
}

/** An item as the reviewer wants it: what was corrected stands for what was read. */
export function corrected(proposed: ProposedView, correction: Correction): ProposedView {
  const { kind, title, deliverable, measure, due, dueWords, firmness, section, domain, indicators, tasks } = correction;
  return {
    ...proposed,
    ...(kind === undefined ? {} : { kind }),
    ...(title === undefined ? {} : { title }),
    ...(deliverable === undefined ? {} : { deliverable }),
    ...(measure === undefined ? {} : { measure }),
    ...(due === undefined ? {} : { due }),
    ...(dueWords === undefined ? {} : { dueWords }),
    ...(firmness === undefined ? {} : { firmness }),
    ...(section === undefined ? {} : { section }),
    ...(domain === undefined ? {} : { domain }),
    ...(indicators === undefined ? {} : { indicators }),
    ...(tasks === undefined ? {} : { tasks }),
  };
}

/** The promise an item becomes; what the words do not say is left out. */
export function promiseDraftOf(item: ProposedView, assignment: Assignment, frame: DraftFrame): PromiseDraft {
  const { deliverable, due, dueWords, section, domain } = item;
  const measure = item.measure ?? measureOf(item.indicators);
  return {
    year: frame.year,
    kind: item.kind,
    title: item.title,
    firmness: item.firmness,
    report: frame.report,
    clauses: [...frame.clauses],
    indicators: indicatorDraftsOf(item.indicators, frame),
    tasks: item.tasks.map((task) => taskDraftOf(task, due)),
    duties: dutiesOf(assignment, frame),
    ...(deliverable === null ? {} : { deliverable }),
    ...(measure === null ? {} : { measure }),
    ...(due === null ? {} : { due }),
    ...(dueWords === null ? {} : { dueWords }),
    ...(section === null ? {} : { section }),
    ...(domain === null ? {} : { domain }),
  };
}

/** The numbers in the report's own words; what the reviewer wrote otherwise, in plain ones. */
function measureOf(indicators: readonly ProposedIndicator[]): string | null {
  const told = indicators.map((indicator) => {
    const { label, value, upper, unit, comparator, quote } = indicator;
    if (quote.includes(String(value))) return quote.replaceAll(/\s+/g, '');
    const amount = `${value}${upper === null ? '' : `至${upper}`}${unit}`;
    return `${label}${BOUNDS[comparator]}${amount}`;
  });
  return told.length === 0 ? null : told.join('；').slice(0, 400);
}

const BOUNDS: Readonly<Record<ProposedIndicator['comparator'], string>> = {
  '=': '',
  '>=': '不少于',
  '<=': '不超过',
  '~': '约',
  range: '',
};

/** A part is due with the whole where it says nothing, or more than the whole allows. */
function taskDraftOf(task: ProposedTask, due: Day | null): TaskDraft {
  const isWithin = task.due !== null && (due === null || task.due <= due);
  return { title: task.title, ...(isWithin && task.due !== null ? { due: task.due } : {}) };
}

/** Lead, assisting units and leader as duties; of several mentions of a unit the first counts. */
export function dutiesOf(
  { lead, assisting = [], leader }: Assignment,
  { isOrdered }: Pick<DraftFrame, 'isOrdered'>,
): DutyDraft[] {
  const others = [...new Set(assisting)].filter((unit) => unit !== lead);
  return [
    ...(lead ? [{ part: 'lead' as const, unit: lead }] : []),
    ...others.map((unit) => ({ part: isOrdered(unit) ? ('assisting' as const) : ('asked' as const), unit })),
    ...(leader ? [{ part: 'leader' as const, post: leader }] : []),
  ];
}

/** A stretch goal stands beside its firm one and weighs nothing: it is followed, not owed. */
function indicatorDraftsOf(
  indicators: readonly ProposedIndicator[],
  { everyOf, year }: Pick<DraftFrame, 'everyOf' | 'year'>,
): IndicatorDraft[] {
  return indicators.flatMap((indicator, index): IndicatorDraft[] => {
    const { label, unit, kind, stretch } = indicator;
    const firm: IndicatorDraft = {
      name: `i${index + 1}`,
      label,
      unit,
      decimals: decimalsOf(indicator),
      aim: aimOf(indicator),
      ...pathOf(indicator, year),
      mode: kind === 'new' || kind === 'cumulative' ? 'cumulative' : 'level',
      every: everyOf(label),
    };
    if (stretch === null) return [firm];
    const aim = aimOf({ ...indicator, value: stretch, upper: null });
    const path = pathOf({ ...indicator, value: stretch }, year);
    return [firm, { ...firm, ...path, name: `s${index + 1}`, label: `${label.slice(0, 74)}（力争）`, aim, weight: 0 }];
  });
}

/**
 * What a number of the report asks for, in its own unit: bounds stay bounds, growth is held against growth in points, everything else is
 * counted up from nothing.
 */
export function aimOf({ value, upper, comparator, kind, direction }: Omit<ProposedIndicator, 'label'>): Aim {
  if (upper !== null && upper > value) return { aim: 'band', from: value, to: upper };
  if (kind === 'growth' && direction === -1) {
    // A fall of at least 15 is a growth of −15 at most; of at most 15, one between −15 and nothing.
    return comparator === '<=' ? { aim: 'band', from: -value, to: 0 } : { aim: 'cap', most: -value };
  }
  if (comparator === '<=' || value <= 0) return { aim: 'cap', most: value };
  if (kind === 'growth') return { aim: 'growth', points: value };
  return { aim: 'up', base: 0, value };
}

/** A rate is not run up from nothing over the year: it is to be held from the first day on. Everything else takes the path of its time. */
function pathOf({ kind, value }: ProposedIndicator, year: number): Pick<IndicatorDraft, 'path'> {
  if (kind !== 'share') return {};
  const held = [`${year}-01-01`, `${year}-12-31`].map((on) => ({ on, expected: value }));
  return { path: { shape: 'points', points: held } };
}

/** As the report prints it; growth and rates, which are told to a tenth, to a tenth at least. */
function decimalsOf({ value, upper, kind }: ProposedIndicator): number {
  const digits = [value, upper ?? 0].map((one) => String(one).split('.')[1]?.length ?? 0);
  const least = kind === 'growth' || kind === 'share' ? 1 : 0;
  return Math.min(6, Math.max(least, ...digits));
}
