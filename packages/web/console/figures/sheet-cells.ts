import type { FigureEntry, SheetLine } from '../../client/index.ts';

/** What was typed into a line of the sheet and is not saved yet. */
export interface LineDraft {
  readonly value: string;
  readonly growth: string;
  readonly standing: 'provisional' | 'final';
  readonly reason: string;
}

/** The columns one types in, in the order of the arrow keys. */
export const COLUMNS = ['value', 'growth'] as const;
export type Column = (typeof COLUMNS)[number];

export type Drafts = ReadonlyMap<string, LineDraft>;

export const keyOf = ({ promise, indicator }: Pick<SheetLine, 'promise' | 'indicator'>) => `${promise} ${indicator}`;

/** What stands in a line before anything was typed. */
export function draftOf({ now }: Pick<SheetLine, 'now'>): LineDraft {
  return {
    value: now === null ? '' : String(now.value),
    growth: now?.growth === null || now?.growth === undefined ? '' : String(now.growth),
    standing: now?.standing ?? 'provisional',
    reason: '',
  };
}

/** Whether a line says something else than what is kept. */
export function isChanged(line: SheetLine, draft: LineDraft | undefined): boolean {
  if (draft === undefined) return false;
  const before = draftOf(line);
  return (
    draft.value.trim() !== before.value || draft.growth.trim() !== before.growth || draft.standing !== before.standing
  );
}

/** Whether a change needs its reason: another value than was entered; making a provisional one final does not. */
export function needsReason(line: SheetLine, draft: LineDraft, frozen: boolean): boolean {
  if (!isChanged(line, draft) || draft.value.trim() === '') return false;
  if (frozen) return true;
  return line.now !== null && !(line.now.standing === 'provisional' && draft.standing === 'final');
}

/** What is sent of the lines: those that were changed and say something. */
export function entriesOf(
  lines: readonly SheetLine[],
  drafts: Drafts,
): readonly (FigureEntry & { readonly key: string })[] {
  return lines.flatMap((line) => {
    const key = keyOf(line);
    const draft = drafts.get(key);
    if (draft === undefined || !isChanged(line, draft)) return [];
    const { promise, indicator } = line;
    const growth = draft.growth.trim();
    // A line emptied says nothing; a growth alone is sent, to be told that its value is missing.
    if (draft.value.trim() === '' && (growth === '' || line.now !== null)) return [];
    const reason = draft.reason.trim();
    return [
      {
        key,
        promise,
        indicator,
        value: draft.value.trim(),
        standing: draft.standing,
        ...(growth === '' ? {} : { growth }),
        ...(reason === '' ? {} : { reason }),
      },
    ];
  });
}

/**
 * Puts a block of cells copied from a table down and to the right of a cell, over the lines that may be entered; what may not be entered
 * takes its row of the block and stays as it is, so that a block copied beside this very sheet fits.
 */
export function pasted(
  lines: readonly SheetLine[],
  drafts: Drafts,
  at: { readonly key: string; readonly column: Column },
  text: string,
): Drafts {
  const block = blockOf(text);
  const next = new Map(drafts);
  const from = lines.findIndex((line) => keyOf(line) === at.key);
  const across = COLUMNS.indexOf(at.column);
  block.forEach((row, down) => {
    const line = lines[from + down];
    if (line === undefined || !line.may) return;
    let draft = next.get(keyOf(line)) ?? draftOf(line);
    row.forEach((cell, right) => {
      const column = COLUMNS[across + right];
      if (column !== undefined) draft = { ...draft, [column]: cell.trim() };
    });
    next.set(keyOf(line), draft);
  });
  return next;
}

/** Rows and cells of what spreadsheets put on the clipboard; its last line break ends the block. */
export function blockOf(text: string): readonly (readonly string[])[] {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/\n$/, '')
    .split('\n')
    .map((row) => row.split('\t'));
}

/** A typed number; undefined where it is none. */
export function numberIn(text: string): number | undefined {
  const plain = text.normalize('NFKC').replaceAll(/[\s%,]/g, '');
  if (plain === '') return undefined;
  const value = Number(plain);
  return Number.isFinite(value) ? value : undefined;
}
