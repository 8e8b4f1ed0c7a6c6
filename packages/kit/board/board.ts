import { CROSSES, type Cross, type Grain } from '../measure/index.ts';

/** How long a time a board looks at: what its period picker offers. */
export type Span = 'day' | 'week' | 'month' | 'year';

export const SPANS: readonly Span[] = ['day', 'week', 'month', 'year'];

/** By what the rows of a panel are broken down. */
export type RowGrain = Exclude<Grain, 'all'>;

/**
 * What the numbers of a panel are about: `subject` is what the board is about (the district, the chosen unit with all below it);
 * `place` the chosen street as a place, whoever handles what happened there.
 */
export type About = 'subject' | 'place';

type Names = readonly [string, ...string[]];

/** A part of a board. Measures are named by their ids. */
export type Panel = {
  readonly id: string;
  readonly label: string;
} /** Big numbers, each with what it was before; `trend` draws a small line of them. */ & (
  | { readonly kind: 'tiles'; readonly measures: Names; readonly about?: About; readonly trend?: Trend }
  /**
   * A row for each value of the breakdown, a column for each measure; ordered by one of them, the worst first. On the board of a unit or a
   * street, rows by matter or channel are those of that unit (or, about the place, of that street).
   */
  | {
      readonly kind: 'table';
      readonly rows: RowGrain;
      readonly measures: Names;
      readonly about?: About;
      readonly order?: string;
      /** No more rows than so many. */
      readonly most?: number;
    }
  /** One measure over time, this stretch against the one before and that of the year before. */
  | { readonly kind: 'chart'; readonly measure: string; readonly over: Trend; readonly about?: About }
  | { readonly kind: 'map'; readonly rows: 'street' | 'cell'; readonly measure: string }
  /** Peers in order of one measure, or of several by public weights. */
  | {
      readonly kind: 'ranking';
      readonly rows: 'unit' | 'street';
      /** Kinds of units, each ranked among its like; for units only. */
      readonly peers?: Names;
      /**
       * Weight of each measure, a whole number from 1 to 100; 0 for one that only a district's own weights bring in. Weights are public.
       * A measure for which none of the peers has anything is left out, and the others carry its weight in proportion.
       */
      readonly weights: Readonly<Record<string, number>>;
      /** A parameter in which the district sets weights of its own: for any of these measures, from 0, which leaves it out. */
      readonly parameter?: string;
    }
  /** Cases of a type under way at this moment, by where they wait: all, due soon, late. */
  | { readonly kind: 'standing'; readonly of: string }
  /** Cases of a type that came in, hour by hour, the last day of the period against the day before. */
  | { readonly kind: 'intake'; readonly of: string }
);

export type PanelKind = Panel['kind'];

/** `days`: the days of the period, or the fourteen up to a single day; `months`: the twelve up to its end. */
export type Trend = 'days' | 'months';

/** A page of numbers for certain people. Labels are Chinese; the English stands in the app's side file. */
export interface Board {
  readonly id: string;
  readonly name: string;
  /** One sentence: for whom, and what it answers. */
  readonly meaning: string;
  /** Roles that see it, as far as their reach goes. */
  readonly for: Names;
  /** What it is about: the district, a unit with all below it, a street. */
  readonly of: 'district' | 'unit' | 'street';
  /** Of a board of units: the board by which those that are streets are looked up instead. */
  readonly streets?: string;
  readonly reads: Span;
  /** Which period it opens with: the one under way, or the last that is over. */
  readonly opens: 'present' | 'last';
  /** The parameter that says true once the district has verified its figures; until then the board says that they are for reference. */
  readonly verified: string;
  readonly panels: readonly [Panel, ...Panel[]];
}

/** Declares a board; what it names is checked at boot. */
export function defineBoard<const B extends Board>(board: B): B {
  return board;
}

/** Measures that a panel names. */
export function measuresOf(panel: Panel): readonly string[] {
  switch (panel.kind) {
    case 'tiles':
    case 'table':
      return panel.measures;
    case 'chart':
    case 'map':
      return [panel.measure];
    case 'ranking':
      return Object.keys(panel.weights);
    case 'standing':
    case 'intake':
      return [];
    default:
      return panel satisfies never;
  }
}

/** By which two at once the measures of a table have to be kept: where it breaks down what is one unit's or street's. */
export function crossOf(board: Pick<Board, 'of'>, panel: Panel): Cross | undefined {
  if (panel.kind !== 'table' || board.of === 'district') return undefined;
  const first = panel.about === 'place' ? 'street' : 'unit';
  return CROSSES.find((cross) => cross === `${first}.${panel.rows}`);
}

/** By what the measures of a panel on a board have to be broken down; undefined where it has none. */
export function grainOf(board: Pick<Board, 'of'>, panel: Panel): Grain | undefined {
  switch (panel.kind) {
    case 'tiles':
    case 'chart':
      if (panel.about === 'place') return 'street';
      return board.of === 'district' ? 'all' : 'unit';
    case 'table':
    case 'map':
    case 'ranking':
      return panel.rows;
    case 'standing':
    case 'intake':
      return undefined;
    default:
      return panel satisfies never;
  }
}
