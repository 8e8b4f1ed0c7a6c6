import { f1Of, rateOf, type Share, type TargetScore } from '@huying/testing/report';

export type Cell = string | number;

/** Rows of text and numbers as a table, its first column to the left and the others to the right. */
export function tableOf(heads: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const shown = rows.map((row) => row.map((cell) => (typeof cell === 'number' ? cell.toLocaleString('en') : cell)));
  const widths = heads.map((head, at) => Math.max(wide(head), ...shown.map((row) => wide(row[at] ?? ''))));
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, at) => {
        const gap = ' '.repeat((widths[at] ?? 0) - wide(cell));
        return at === 0 ? cell + gap : gap + cell;
      })
      .join('  ')
      .trimEnd();
  return [line(heads), line(widths.map((width) => '─'.repeat(width))), ...shown.map(line)].join('\n');
}

export const scoreHeads = [
  'targets',
  'known',
  'precision',
  'recall',
  'F1',
  'unit',
  'comparator',
  'kind',
  'deadline',
  'false results',
  'negatives taken',
] as const;

/** One line of scores under `scoreHeads`. */
export function scoreRow(name: string, score: TargetScore): Cell[] {
  const { unit, comparator, kind, deadline } = score.fields;
  return [
    name,
    score.recall.of,
    percent(score.precision),
    percent(score.recall),
    f1Of(score).toFixed(3),
    ...[unit, comparator, kind, deadline].map(percent),
    score.falseResults,
    `${score.negatives.right}/${score.negatives.of}`,
  ];
}

/** A share in percent; a dash where nothing was asked. */
export function percent(share: Share): string {
  return share.of === 0 ? '–' : `${(100 * rateOf(share)).toFixed(1)}%`;
}

/** Columns on the screen: a Chinese character takes two. */
function wide(text: string): number {
  return Array.from(text).reduce((sum, character) => sum + (/[\u2e80-\uffef]/.test(character) ? 2 : 1), 0);
}
