import { countIn } from '../glossary/index.ts';
import type { SectionRole } from '../report.ts';
import { cut, type Passage } from '../text/index.ts';
import type { Part, Sentence } from '../tree/index.ts';

/** N件民生实事 with what introduces a list. */
const lead =
  /(?:\d{1,3}|[一二三四五六七八九十两]{1,3})(?:大|件|项|个)(?:方面)?[^，。；：:,;]{0,14}(?:实事|民生工程|惠民工程|民生项目)[^。；：:;]{0,14}?(?:[，,]?(?:主要)?(?:包括|分别是|分别为|具体是|具体为|主要是|即|有)[：:]?|[：:])/;
const mark =
  /^\s*(?:([一二三四五六七八九十]{1,2})(?:是|、)|(\d{1,2})\s*[.．、]|[（(]([一二三四五六七八九十\d]{1,2})[）)]|第([一二三四五六七八九十]{1,2})件?[，,、]?|([①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳]))/;

const ofThePast: ReadonlySet<SectionRole> = new Set(['retrospective', 'problems', 'completion', 'glossary', 'closing']);

/** Items spelled out in sentences of the body, numbered as marked or in their order. */
export function proseItems(sentences: readonly Sentence[]): readonly Part[] {
  const items: Part[] = [];
  for (let at = 0; at < sentences.length; at += 1) {
    const sentence = sentences[at];
    if (sentence === undefined || ofThePast.has(sentence.role)) continue;
    const found = lead.exec(sentence.passage.text);
    if (found === null) continue;
    const list = listFrom(sentences, at, found.index + found[0].length);
    if (list.parts.length < 3) continue;
    for (const [index, { no = index + 1, passage }] of list.parts.entries()) items.push({ no, passage });
    at = list.last;
  }
  return items;
}

interface List {
  readonly parts: readonly Part[];
  /** The last sentence that belongs to the list. */
  readonly last: number;
}

/** What follows the lead: pieces between semicolons to the end of the sentence, or numbered sentences after it. */
function listFrom(sentences: readonly Sentence[], at: number, from: number): List {
  const first = sentences[at];
  if (first === undefined) return { parts: [], last: at };
  const parts: Part[] = pieces(cut(first.passage, from, first.passage.text.length));
  let last = at;
  let open = parts.length === 0 || isOpen(first);
  for (let next = at + 1; next < sentences.length; next += 1) {
    const sentence = sentences[next];
    if (sentence === undefined) break;
    const no = ordinalOf(sentence.passage.text)?.no;
    const goesOn = no === undefined ? open && sentence.paragraph === first.paragraph : no === parts.length + 1;
    if (!goesOn) break;
    for (const part of pieces(sentence.passage)) parts.push(part);
    open = isOpen(sentence);
    last = next;
  }
  return { parts, last };
}

function isOpen({ passage }: Sentence): boolean {
  return /[；;：:]\s*$/.test(passage.text);
}

function pieces(passage: Passage): Part[] {
  const parts: Part[] = [];
  let from = 0;
  for (let at = 0; at <= passage.text.length; at += 1) {
    if (at < passage.text.length && !/[；;]/.test(passage.text.charAt(at))) continue;
    const part = unmarked(cut(passage, from, at));
    if (part !== undefined) parts.push(part);
    from = at + 1;
  }
  return parts;
}

/** A piece without its ordinal, the full stop left off; undefined where nothing remains. */
function unmarked(passage: Passage): Part | undefined {
  const ordinal = ordinalOf(passage.text);
  const from = ordinal?.length ?? passage.text.length - passage.text.trimStart().length;
  const to = passage.text.length - (/[。\s]*$/.exec(passage.text)?.[0].length ?? 0);
  if (to <= from) return undefined;
  return { ...(ordinal === undefined ? {} : { no: ordinal.no }), passage: cut(passage, from, to) };
}

function ordinalOf(text: string): { readonly no: number; readonly length: number } | undefined {
  const found = mark.exec(text);
  if (found === null) return undefined;
  const circled = found[5] === undefined ? 0 : '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳'.indexOf(found[5]) + 1;
  const no = countIn(found[1] ?? found[2] ?? found[3] ?? found[4] ?? '') ?? circled;
  return no === 0 ? undefined : { no, length: found[0].length };
}
