import type { Worksheet } from 'exceljs';

/**
 * A cell to be written: a text, a number with its format, or nothing. Texts are written as texts whatever they begin with, so that a
 * unit's name is never a formula.
 */
export type Cell = string | number | null | { readonly number: number; readonly format: string };

/** Rows put below one another on a sheet. */
export interface SheetWriter {
  title(text: string): void;
  head(cells: readonly Cell[]): void;
  row(cells: readonly Cell[]): void;
  gap(): void;
}

/** Characters that XML does not have: a sheet that holds one cannot be opened. */
const UNWRITABLE = /(?![\t\n\r])[\p{Cc}\p{Cs}\ufffe\uffff]/gu;
/** What a cell can hold. */
const LONGEST = 32_767;

export function writerOn(sheet: Worksheet): SheetWriter {
  function put(cells: readonly Cell[], bold: boolean): void {
    const row = sheet.addRow(cells.map(written));
    cells.forEach((cell, at) => {
      if (cell !== null && typeof cell === 'object') row.getCell(at + 1).numFmt = cell.format;
    });
    if (bold) row.font = { bold: true };
  }
  return {
    title: (text) => put([text], true),
    head: (cells) => put(cells, true),
    row: (cells) => put(cells, false),
    gap: () => void sheet.addRow([]),
  };
}

function written(cell: Cell): string | number | null {
  if (cell === null || typeof cell === 'number') return cell;
  if (typeof cell === 'object') return cell.number;
  return cell.replaceAll(UNWRITABLE, '').slice(0, LONGEST);
}
