import type { Line } from './line.ts';
import { bareNumber, markAt } from './mark.ts';
import type { Slot } from './slot.ts';

/** Fewer than this are no list. */
const least = 3;
const answered =
  /^(?:(?:目前|全年|累计|共)?已?(?:完成|建成|累计)|已)|比(?:年度|全年)?计划[^，。]{0,6}(?:高|超|低)|与(?:年度|全年)?计划持平|(?:建成|竣工|正式)(?:投用|运行|使用|运营)|(?:全部|按期|如期)(?:完成|完工|开工)/;

interface Pair {
  /** First line of the name, which a narrow column may have broken in two. */
  readonly nth: number;
  readonly text: number;
}

/** Lines from `at` on that are in turn a name without a stop and a paragraph: items, or answers to items, without numbers. */
export function pairsAt(lines: readonly Line[], texts: readonly number[], at: number): readonly Pair[] {
  const textAt = (nth: number): string => lines[texts[nth] ?? -1]?.text ?? '';
  const pairs: Pair[] = [];
  for (let nth = at; nth < texts.length; ) {
    const name = nameLines(textAt, nth);
    if (name === 0 || !isParagraph(textAt(nth + name))) break;
    pairs.push({ nth, text: nth + name });
    nth += name + 1;
  }
  return pairs.length >= least ? pairs : [];
}

function nameLines(textAt: (nth: number) => string, nth: number): number {
  if (!isName(textAt(nth))) return 0;
  return isName(textAt(nth + 1)) ? 2 : 1;
}

function isName(text: string): boolean {
  return (
    text.length >= 4 &&
    text.length <= 24 &&
    !/[\d。；：，！|]/.test(text) &&
    markAt(text) === undefined &&
    bareNumber(text) === undefined
  );
}

function isParagraph(text: string): boolean {
  return text.length >= 12 && /[。；，]/.test(text) && markAt(text) === undefined;
}

/** Whether most of the paragraphs tell what was done. */
export function pairsAnswer(lines: readonly Line[], texts: readonly number[], pairs: readonly Pair[]): boolean {
  const told = pairs.filter(({ text }) => answered.test(lines[texts[text] ?? -1]?.text ?? '')).length;
  return told * 2 > pairs.length;
}

/** The rows of a list of names and paragraphs; what stands behind the last of them belongs to none. */
export function pairRows(
  lines: readonly Line[],
  texts: readonly number[],
  pairs: readonly Pair[],
  to: number,
  kind: 'content' | 'result',
): Slot[] {
  const slots: Slot[] = [];
  const put = (nth: number, own: Slot['kind'], row?: number): void => {
    const line = texts[nth] ?? -1;
    slots.push({ line, from: 0, to: lines[line]?.text.length ?? 0, kind: own, ...(row === undefined ? {} : { row }) });
  };
  for (const [row, { nth, text }] of pairs.entries()) {
    for (let name = nth; name < text; name += 1) put(name, 'name', row);
    put(text, kind, row);
  }
  for (let nth = (pairs.at(-1)?.text ?? to) + 1; nth < to; nth += 1) put(nth, 'other');
  return slots;
}
