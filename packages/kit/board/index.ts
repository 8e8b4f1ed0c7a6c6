export {
  type About,
  type Board,
  crossOf,
  defineBoard,
  grainOf,
  measuresOf,
  type Panel,
  type PanelKind,
  type RowGrain,
  SPANS,
  type Span,
  type Trend,
} from './board.ts';
export {
  type Backwards,
  comparedDays,
  type Days,
  dayBefore,
  monthsAfter,
  periodWith,
  spanOf,
} from './compared-days.ts';
export { type Comparison, comparisonOf } from './comparison.ts';
export { type Contender, type Criterion, type Ranked, type Ranking, rankingOf } from './ranking.ts';
