import type { Locale } from '../../client/index.ts';
import type { PanelOf } from './board-data.ts';

type Row = PanelOf<'table'>['rows'][number];

/** Rows by one of their columns; what has no number stands last either way. */
export function sortedRows(rows: readonly Row[], column: number, down: boolean, locale: Locale): readonly Row[] {
  const rate = (row: Row) => row.cells[column]?.rate ?? null;
  return rows.toSorted((a, b) => {
    const [one, two] = [rate(a), rate(b)];
    if (one === null || two === null) return Number(one === null) - Number(two === null);
    return (down ? two - one : one - two) || a.label[locale].localeCompare(b.label[locale], locale);
  });
}
