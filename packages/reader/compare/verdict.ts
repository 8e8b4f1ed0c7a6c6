import type { Comparator, Target } from '../report.ts';
import type { AnswerGround, Verdict } from './answer.ts';
import { isCeiling } from './indicator.ts';
import { scaledUnit } from './unit.ts';

/** A result as a number: value before scale, a fall as a negative rate, unit as written. */
export interface Actual {
  readonly value: number;
  readonly unit: string;
  readonly comparator: Comparator;
}

export interface Judged {
  readonly verdict: Verdict;
  readonly rule: AnswerGround['rule'];
  readonly tolerance?: number;
}

/**
 * What 左右 forgives below a floor (above a ceiling): a twentieth of the number, of a percentage at most half a point.
 * The field has no written rule; this one is declared with every answer that uses it.
 */
export function toleranceOf(value: number, unit: string): number {
  const share = Math.abs(value) / 20;
  return unit === '%' || unit === '个百分点' ? Math.min(share, 0.5) : share;
}

/** Holds a result against a target: floors must be reached, ceilings (失业率, 物价, 能耗, 以内) kept. */
export function judge(target: Target, actual: Actual): Judged {
  const factor = scaledUnit(target.unit).scale;
  const way = target.kind === 'growth' ? target.direction : undefined;
  const promised = signed(target.value * factor, way);
  const upper = target.upper === undefined ? undefined : signed(target.upper * factor, way);
  const result = actual.value * scaledUnit(actual.unit).scale;
  const falls = target.direction === -1 && target.kind === 'growth';
  const ceiling =
    falls || target.comparator === '<=' || (target.comparator !== '>=' && isCeiling(target.metric + target.quote));
  if (isOneSided(actual.comparator, ceiling, result, promised)) return { verdict: 'unclear', rule: 'boundOnly' };
  if (target.comparator === 'range' && upper !== undefined) {
    const kept = ceiling ? result <= Math.max(promised, upper) : result >= Math.min(promised, upper);
    return { verdict: met(kept), rule: 'within' };
  }
  if (target.comparator === '~') {
    const tolerance = toleranceOf(target.value, target.unit);
    const slack = tolerance * factor + 1e-9;
    return {
      verdict: met(ceiling ? result <= promised + slack : result >= promised - slack),
      rule: 'about',
      tolerance,
    };
  }
  const kept = ceiling ? result <= promised + 1e-9 : result >= promised - 1e-9;
  return { verdict: met(kept), rule: ceiling ? 'atMost' : 'atLeast' };
}

/** Without a number, by the report's own words. */
export function judgeStated(target: Target, stated: 'above' | 'below' | 'reached' | 'short'): Judged {
  const ceiling = target.comparator === '<=' || isCeiling(target.metric + target.quote);
  const kept = stated === 'reached' || (ceiling ? stated === 'below' : stated === 'above');
  return { verdict: met(kept), rule: 'stated' };
}

/** “超过800” cannot answer 900, “4.6%以内” cannot answer 4.5: the bound lies on the wrong side. */
function isOneSided(comparator: Comparator, ceiling: boolean, result: number, promised: number): boolean {
  if (comparator === '>=') return ceiling ? result <= promised : result < promised;
  if (comparator === '<=') return ceiling ? result > promised : result >= promised;
  return false;
}

function signed(value: number, direction: 1 | -1 | undefined): number {
  return direction === -1 && value > 0 ? -value : value;
}

function met(kept: boolean): Verdict {
  return kept ? 'met' : 'missed';
}
