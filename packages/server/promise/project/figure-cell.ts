import type { Words } from '@huying/kit/error';

/** What stands in a cell of a sheet, typed, pasted or read from xlsx. A formula comes as its text, with its `=`. */
export type Cell = string | number | null;

export type FigureRead = { readonly value: number | null } | { readonly fault: Words };

const fault = (zh: string, en: string): FigureRead => ({ fault: { zh, en } });

/** Marks that tables put where there is nothing. */
const NOTHING = /^(?:[-—–－/／]+|\.\.\.|…|无)?$/;
/** Digits kept of a figure before the point, and after. */
const LARGEST = 1e15;
const DECIMALS = 6;

/** A figure as people write it: `1,234.5`, `１２．３％`, a dash for nothing. Nothing is null and never zero. */
export function readFigure(cell: Cell): FigureRead {
  if (typeof cell === 'number') return checked(cell);
  if (cell === null) return { value: null };
  // Full-width digits and marks become the plain ones.
  const text = cell.normalize('NFKC').trim();
  if (NOTHING.test(text)) return { value: null };
  if (text.startsWith('=')) return fault('此处是公式，请改为数值。', 'This is a formula; put its value here.');
  const plain = text.replace(/[%\s]/g, '').replace(/−/g, '-');
  const grouped = /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(plain) ? plain.replaceAll(',', '') : plain;
  if (!/^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$/.test(grouped)) return fault('此处应为数字。', 'A number is needed here.');
  return checked(Number(grouped));
}

function checked(value: number): FigureRead {
  if (!Number.isFinite(value)) return fault('此处应为数字。', 'A number is needed here.');
  if (Math.abs(value) >= LARGEST) return fault('数字太大，请核对单位。', 'The number is too large; look at its unit.');
  const rounded = Number(value.toFixed(DECIMALS));
  return { value: Object.is(rounded, -0) ? 0 : rounded };
}

/** `1` → A, `27` → AA. */
export function columnLetters(column: number): string {
  let [left, name] = [column, ''];
  while (left > 0) {
    name = String.fromCharCode(65 + ((left - 1) % 26)) + name;
    left = Math.floor((left - 1) / 26);
  }
  return name;
}

export function isBlank(cell: Cell | undefined): boolean {
  return cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '');
}
