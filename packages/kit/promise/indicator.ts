import type { Words } from '../error/index.ts';
import type { Day } from './day.ts';

/**
 * What an indicator is to do. Values are in its unit; `points` of growth are percentage points over the same period of the year before.
 * `followed` has no aim and is only observed.
 */
export type Aim =
  | { readonly aim: 'up' | 'down'; readonly base: number; readonly value: number }
  | { readonly aim: 'band'; readonly from: number; readonly to: number }
  | { readonly aim: 'cap'; readonly most: number }
  | { readonly aim: 'growth'; readonly points: number }
  | { readonly aim: 'milestones' }
  | { readonly aim: 'binary' }
  | { readonly aim: 'followed' };

/**
 * What should have been reached by when. `months` and `quarters` step at the end of each month or quarter, `days` runs straight from
 * start to due; `points` are joined by straight lines, their values in the indicator's unit (a share from 0 to 1 for milestones and binary).
 */
export type Path =
  | { readonly shape: PathShape; readonly start: Day; readonly due: Day }
  | { readonly shape: 'points'; readonly points: readonly PathPoint[] };

export type PathShape = 'months' | 'days' | 'quarters';

export interface PathPoint {
  readonly on: Day;
  readonly expected: number;
}

/** Stages of money: planned, assigned, contracted, paid, invested (as statistics count it), received. Never added across stages. */
export const MONEY_STAGES = ['plan', 'assigned', 'contracted', 'paid', 'invested', 'received'] as const;
export type MoneyStage = (typeof MONEY_STAGES)[number];

export type Every = 'week' | 'month' | 'quarter' | 'year';

/** A quantity observed over time, and where it is to come. */
export interface Indicator {
  /** Unique within its promise; never changes. */
  readonly name: string;
  readonly label: string;
  readonly unit: string;
  /** Digits shown. */
  readonly decimals: number;
  readonly aim: Aim;
  /** `cumulative` counts since the start; `level` is what there is on the day. */
  readonly mode: 'cumulative' | 'level';
  readonly path: Path;
  readonly weight: number;
  /** How often a value is asked for; null where nobody is asked. */
  readonly every: Every | null;
  /** The measure over cases that feeds it, where the system counts it itself. */
  readonly measure: string | null;
  readonly stage: MoneyStage | null;
}

/** An indicator as it is written down: what is left out is usual. */
export interface IndicatorDraft
  extends Pick<Indicator, 'name' | 'label' | 'unit'>,
    Partial<Omit<Indicator, 'name' | 'label' | 'unit' | 'path'>> {
  /** A shape alone runs over the promise's own time. */
  readonly path?: Path | { readonly shape: PathShape };
}

/** Completes a draft over the time of its promise: followed, cumulative, a month at a time, of weight 1, with two decimals at most. */
export function indicatorOf(draft: IndicatorDraft, time: { readonly start: Day; readonly due: Day }): Indicator {
  const { path, ...said } = draft;
  return {
    decimals: 0,
    aim: { aim: 'followed' },
    mode: 'cumulative',
    weight: 1,
    every: null,
    measure: null,
    stage: null,
    ...said,
    path:
      path === undefined || !('start' in path || 'points' in path) ? { shape: path?.shape ?? 'months', ...time } : path,
  };
}

/** What is wrong with an indicator itself; empty where nothing is. */
export function checkIndicator(indicator: Indicator): readonly Words[] {
  const found: Words[] = [];
  const fault = (zh: string, en: string) => found.push({ zh, en });
  const { aim, path, weight, decimals } = indicator;
  if (!/^[a-z][A-Za-z0-9]{0,62}$/.test(indicator.name)) {
    fault(
      '指标名应以小写字母开头，只含字母和数字。',
      'The name starts with a small letter and has letters and digits only.',
    );
  }
  if ('value' in aim && aim.value === aim.base) {
    fault('目标值与基数相同，无从计算完成率。', 'The target equals the base: there is nothing to complete.');
  } else if ('value' in aim && aim.value > aim.base !== (aim.aim === 'up')) {
    fault('目标值与方向相反。', 'The target lies against its direction.');
  }
  if (aim.aim === 'band' && aim.from > aim.to) fault('区间下限大于上限。', 'The band ends before it begins.');
  if (!(weight >= 0)) fault('权重不能为负。', 'The weight is negative.');
  if (!Number.isInteger(decimals) || decimals < 0 || decimals > 6)
    fault('小数位数应为0至6。', 'Say 0 to 6 decimal places.');
  if (path.shape !== 'points') {
    if (path.due < path.start) fault('截止日早于起始日。', 'The path is due before it starts.');
  } else if (path.points.length === 0) {
    fault('序时进度没有节点。', 'The path has no points.');
  } else if (path.points.some(({ on }, at) => at > 0 && on <= (path.points[at - 1]?.on ?? ''))) {
    fault('序时进度的节点未按日期先后排列。', 'The points of the path are not in order of their days.');
  }
  return found;
}
