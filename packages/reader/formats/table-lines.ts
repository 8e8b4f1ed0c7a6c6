/** A table as rows of cells, each cell its lines of text. */
export type TableRows = readonly (readonly (readonly string[])[])[];

/** A cell past this is no cell of a table but a page laid out in one. */
const LONGEST_CELL = 3_000;

/**
 * A table in lines: one row a line, its cells parted by ` | `. One column, or a cell that holds a whole page, means that the table
 * only lays out the page: its lines then follow one another.
 */
export function tableLines(rows: TableRows): readonly string[] {
  const filled = rows.filter((cells) => cells.some((lines) => lines.some((line) => line.trim() !== '')));
  const columns = filled.reduce((widest, cells) => Math.max(widest, cells.length), 0);
  const isLayout =
    columns < 2 ||
    filled.some((cells) => cells.some((lines) => lines.reduce((sum, { length }) => sum + length, 0) > LONGEST_CELL));
  if (isLayout) return filled.flatMap((cells) => cells.flat());
  return filled.map((cells) => cells.map(cellText).join(' | ').trim());
}

/** A cell in one line. Short pieces are one word broken by a narrow column (民生, 领域) and stand together again. */
function cellText(lines: readonly string[]): string {
  const pieces = lines.map((line) => line.trim().replaceAll('|', '｜')).filter((line) => line !== '');
  return pieces.reduce((text, piece, at) => {
    const before = pieces[at - 1] ?? '';
    if (at === 0) return piece;
    return isHan(before) && isHan(piece) ? text + piece : `${text} ${piece}`;
  }, '');
}

function isHan(piece: string): boolean {
  return /^\p{Script=Han}{1,4}$/u.test(piece);
}
