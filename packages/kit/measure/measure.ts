import { type Condition, propertyNames } from '../condition/index.ts';

/** By what a number is broken down; `all` is the whole district, `cell` the finest area. */
export type Grain = 'all' | 'unit' | 'street' | 'cell' | 'matter' | 'channel';

export const GRAINS: readonly Grain[] = ['all', 'unit', 'street', 'cell', 'matter', 'channel'];

/** A breakdown within a breakdown: the matters of each unit, its channels, the matters of each street. */
export type Cross = 'unit.matter' | 'unit.channel' | 'street.matter';

export const CROSSES: readonly Cross[] = ['unit.matter', 'unit.channel', 'street.matter'];

/** Everything a measure may be kept by. */
export type Breakdown = Grain | Cross;

/** The unit of a mean, e.g. hours: its word, and how many of what the field counts make one. */
export interface MeanUnit {
  readonly label: string;
  readonly is: number;
}

/** How facts become a number. */
export type Form =
  /**
   * Of those `among` which `of` holds, in per cent. Those of which `except` holds leave the rate: they are counted apart and shown
   * beside it. `of` sees only what is among.
   */
  | { readonly ratio: { readonly of: Condition; readonly among: Condition; readonly except?: Condition } }
  | { readonly count: Condition }
  /**
   * How many there are at the end of the days asked for, whenever they began: what is late, what is open. They are there until the day
   * of the instant `until`, so that it is known of every earlier day too; without it only how many of them there are still is.
   */
  | { readonly stock: Condition; readonly until?: string }
  /** The mean of a number field. */
  | { readonly mean: string; readonly among: Condition; readonly unit: MeanUnit };

/** A number computed from facts, declared once (统计口径). Labels are Chinese; the English stands in the app's side file. */
export interface Measure {
  /** `area.name`, e.g. `hotline.onTimeApproved`. */
  readonly id: string;
  readonly name: string;
  /** One sentence that a clerk understands: what is counted, among what, without what. */
  readonly meaning: string;
  /** Kind of the facts it is computed from. */
  readonly fact: string;
  /** The instant that places a fact in a day of the district. */
  readonly on: string;
  /**
   * Set for what is judged on a day that may not be over (due today, not done yet): of a period under way, only the days
   * that are over count.
   */
  readonly fullDays?: true;
  readonly form: Form;
  readonly grain: readonly [Grain, ...Grain[]];
  /** Kept by two at once too. Each costs cells for every pair that occurs: for the few numbers of which one asks what makes them. */
  readonly cross?: readonly Cross[];
  /** The clock of the case type whose due time it goes by. */
  readonly clock?: string;
  /** Which time is meant: working time of the district's calendar, or the time of day. */
  readonly calendar?: 'working' | 'natural';
  /** Decimal places; halves are rounded up. */
  readonly decimals: number;
  /** Below so many a rate is marked and never ranked. */
  readonly minimum: number;
  readonly better: 'high' | 'low' | 'neither';
  /** Where the facts come from, in words. */
  readonly source: string;
}

/** Declares a measure; what it names is checked at boot. */
export function defineMeasure<const M extends Measure>(measure: M): M {
  return measure;
}

/** The instant with which what a stock counts is no longer there; undefined for what is no stock, or is known of the present alone. */
export function endOfStock({ form }: Pick<Measure, 'form'>): string | undefined {
  return 'stock' in form ? form.until : undefined;
}

/** The instants that place a fact in the days on which it counts. */
export function instantsCounted(measure: Measure): readonly string[] {
  const until = endOfStock(measure);
  return until === undefined ? [measure.on] : [measure.on, until];
}

/** The conditions of a measure, by the part of the number they decide. */
export function conditionsOf({ form }: Measure): readonly (readonly [part: string, condition: Condition])[] {
  if ('ratio' in form) {
    const { of, among, except } = form.ratio;
    return [['of', of], ['among', among], ...(except === undefined ? [] : ([['except', except]] as const))];
  }
  if ('count' in form) return [['of', form.count]];
  if ('stock' in form) return [['of', form.stock]];
  return [['among', form.among]];
}

/** Every field of the fact on which what a measure counts depends. */
export function fieldsCounted(measure: Measure): readonly string[] {
  const named = conditionsOf(measure).flatMap(([, condition]) => propertyNames(condition));
  return [...new Set([...instantsCounted(measure), ...('mean' in measure.form ? [measure.form.mean] : []), ...named])];
}
