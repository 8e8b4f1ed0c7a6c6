import { HuyingError } from '@huying/kit/error';
import type { RowProblem } from './vote-schema.ts';

export type Row = Readonly<Record<string, string>>;

/** Rows under a header by the names of its columns; empty ones are left out. @throws vote.columns for what is missing */
export function rowsByColumn(
  table: readonly (readonly string[])[],
  needed: readonly string[],
): readonly { readonly row: number; readonly cells: Row }[] {
  const header = (table[0] ?? []).map((cell) => cell.replace(/^\uFEFF/, '').trim());
  const missing = needed.filter((name) => !header.includes(name));
  if (missing.length > 0) throw new HuyingError('vote.columns', { columns: missing.join('、') });
  return table.slice(1).flatMap((cells, at) => {
    if (cells.every((cell) => cell.trim() === '')) return [];
    return [
      { row: at + 2, cells: Object.fromEntries(header.map((name, column) => [name, (cells[column] ?? '').trim()])) },
    ];
  });
}

/** A whole number from 0, or undefined. */
export function countIn(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}

/** Refuses a table that has wrong rows, each told at its row. @throws vote.rows */
export function requireSound(problems: readonly RowProblem[]): void {
  if (problems.length === 0) return;
  const told = problems
    .slice(0, 50)
    .map(({ row, zh, en }) => ({ path: `/${row}`, zh: `第 ${row} 行：${zh}`, en: `Row ${row}: ${en}` }));
  throw new HuyingError('vote.rows', { count: new Set(problems.map(({ row }) => row)).size }, told);
}
