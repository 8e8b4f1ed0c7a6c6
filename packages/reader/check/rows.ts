import { evenly, isCeiling, likenessOf, scaledUnit, tokensOf, unitsAgree } from '../compare/index.ts';
import { quantitiesIn } from '../quantity/index.ts';
import type { CompletionRow, Finding } from '../report.ts';
import { halfDigit, raise, tidy } from './finding.ts';

const done: ReadonlySet<CompletionRow['status']> = new Set(['done', 'exceeded', 'basicallyDone']);

/** Contradictions inside one row: status against numbers, printed percent against both, units that differ. */
export function rowsIn(rows: readonly CompletionRow[]): Finding[] {
  const knowsExceeded = rows.some(({ status }) => status === 'exceeded');
  return rows.flatMap((row) => [...percentOf(row), ...statusOf(row, knowsExceeded), ...unitsOf(row)]);
}

function percentOf(row: CompletionRow): Finding[] {
  const { target, actual, statedPercent } = row;
  if (target === undefined || actual === undefined || statedPercent === undefined || target.value === 0) return [];
  if (unitsAgree(target.unit, actual.unit) === 'different') return [];
  const computed = (scaled(actual) / scaled(target)) * 100;
  if (Math.abs(computed - statedPercent) <= halfDigit(statedPercent) + 1e-9) return [];
  const truncated = computed - statedPercent > 0 && computed - statedPercent < 2 * halfDigit(statedPercent) ? 1 : 0;
  return [
    raise(
      'ratio',
      { ...numbers(row), printed: statedPercent, computed: tidy(computed), truncated, by: 'row' },
      placesOf(row),
    ),
  ];
}

/**
 * 已完成 below the target, 未完成 above it, 超额 without being over; and, in a table that does say 超额 elsewhere or speaks of the yearly
 * target, a result over the target that is only called 完成.
 */
function statusOf(row: CompletionRow, knowsExceeded: boolean): Finding[] {
  const { target, actual, status, statusText = '' } = row;
  if (
    target === undefined ||
    actual === undefined ||
    status === undefined ||
    unitsAgree(target.unit, actual.unit) === 'different'
  )
    return [];
  if (!isAbout(row)) return [];
  const ceiling = target.comparator === '<=' || isCeiling(row.targetText?.text ?? '');
  const over = ceiling ? scaled(target) - scaled(actual) : scaled(actual) - scaled(target);
  const relation =
    over < 0 && done.has(status)
      ? 'below'
      : over >= 0 && status === 'notDone'
        ? 'reached'
        : over === 0 && status === 'exceeded'
          ? 'equal'
          : over > 0 && !ceiling && status === 'done' && (knowsExceeded || /目标|计划/.test(statusText))
            ? 'above'
            : undefined;
  return relation === undefined
    ? []
    : [raise('status', { ...numbers(row), status, words: statusText, relation }, placesOf(row))];
}

/** Target in 户, result in 宗: raised where the result counts nothing in the target's unit. */
function unitsOf(row: CompletionRow): Finding[] {
  const { target, targetText, resultText } = row;
  if (target === undefined || targetText === undefined || resultText === undefined) return [];
  const counted = quantitiesIn(resultText.text).quantities.filter(
    ({ form }) => form === 'count' || form === 'measure' || form === 'money',
  );
  const promised = quantitiesIn(targetText.text).quantities;
  const [first] = counted;
  if (first === undefined || promised.length > 2 || counted.length > 4 || first.unit === '') return [];
  if (counted.some(({ unit }) => unitsAgree(unit, target.unit) !== 'different') || target.unit === '%' || !isAbout(row))
    return [];
  return [
    raise(
      'unitDiffers',
      { target: target.value, targetUnit: target.unit, actual: first.value, actualUnit: first.unit },
      placesOf(row),
    ),
  ];
}

/** The result speaks of what the target speaks of, and the target of one thing: else its first number answers something else. */
function isAbout({ targetText, resultText }: CompletionRow): boolean {
  const result = resultText?.text ?? '';
  if (/^[\d.,，\s%]*$/.test(result)) return true;
  const numbers = quantitiesIn(targetText?.text ?? '').quantities.filter(({ form }) => form !== 'rank');
  return numbers.length === 1 && likenessOf(evenly(tokensOf(targetText?.text ?? '')), evenly(tokensOf(result))) >= 0.35;
}

function scaled({ value, unit }: { readonly value: number; readonly unit: string }): number {
  return value * scaledUnit(unit).scale;
}

function numbers({ no, target, actual }: CompletionRow): Finding['params'] {
  return {
    ...(no === undefined ? {} : { no }),
    target: target?.value ?? 0,
    targetUnit: target?.unit ?? '',
    actual: actual?.value ?? 0,
    actualUnit: actual?.unit ?? '',
  };
}

function placesOf(row: CompletionRow) {
  return [row.resultText ?? row, row.targetText ?? row];
}
