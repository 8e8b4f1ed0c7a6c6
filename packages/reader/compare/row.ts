import type { CompletionRow, Target } from '../report.ts';
import { unitsAgree } from './unit.ts';
import { likenessOf, tokensOf, weighing } from './words.ts';

/** The row of next year's table that answers an item. */
export interface RowFind {
  readonly row: CompletionRow;
  readonly fit: number;
}

const leastLikeness = 0.6;

/** Answers which row repeats a target: its words, and its number where the row states one. */
export function rowFinderOf(rows: readonly CompletionRow[]): (target: Target) => RowFind | undefined {
  const promised = rows.filter(({ targetText }) => targetText !== undefined);
  const tokens = promised.map(({ title, targetText }) => tokensOf(`${title ?? ''} ${targetText?.text ?? ''}`));
  const weigh = weighing(tokens);
  const weighed = tokens.map(weigh);
  const postings = new Map<string, number[]>();
  for (const [index, list] of tokens.entries()) {
    for (const token of list) {
      const rowsOf = postings.get(token);
      if (rowsOf === undefined) postings.set(token, [index]);
      else if (rowsOf.length < 200) rowsOf.push(index);
    }
  }
  return (target) => {
    const words = tokensOf(target.metric === '' ? target.quote : target.metric);
    const wanted = weigh(words);
    const near = new Set(words.flatMap((token) => postings.get(token) ?? []));
    let best: RowFind | undefined;
    for (const index of near) {
      const row = promised[index];
      if (row?.target !== undefined && !isSame(row.target, target)) continue;
      const fit = likenessOf(wanted, weighed[index] ?? weigh([])) + (row?.target === undefined ? 0 : 0.2);
      if (row !== undefined && fit >= leastLikeness && (best === undefined || fit > best.fit))
        best = { row, fit: Math.min(fit, 1) };
    }
    return best;
  };
}

function isSame(stated: NonNullable<CompletionRow['target']>, target: Target): boolean {
  return stated.value === target.value && unitsAgree(stated.unit, target.unit) !== 'different';
}
