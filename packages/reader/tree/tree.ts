import type { About, DocumentNode, Doubt, Likeness } from '../report.ts';
import { type Reading, spanOf } from '../text/index.ts';
import { aboutOf } from './about.ts';
import { frontLength } from './front.ts';
import { grow } from './grow.ts';
import { inlineLists } from './inline-list.ts';
import { likenessOf } from './likeness.ts';
import { type Line, linesOf } from './line.ts';
import { markAt } from './mark.ts';
import { outlineOf, type Place } from './outline.ts';
import { regionsOf } from './region.ts';
import { rolesOf } from './role.ts';
import type { CompletionUnit, EntryUnit, ItemUnit, Sentence } from './sentence.ts';
import { listRole } from './title-role.ts';
import { unitsOf } from './unit.ts';
import { plannedYear } from './year.ts';

/** The document of a text, its sentences with their roles, and the rows of its lists and tables. */
export interface Tree {
  readonly document: DocumentNode;
  readonly about: About;
  readonly likeness: Likeness;
  readonly sentences: readonly Sentence[];
  readonly items: readonly ItemUnit[];
  readonly completion: readonly CompletionUnit[];
  readonly entries: readonly EntryUnit[];
  readonly doubts: readonly Doubt[];
}

/** Lines in which a text that has no address still shows its title. */
const headLines = 24;
const longestList = 24_000;

/** Reads the structure of a text: by its marks and headings first, then by what its paragraphs say. Never throws. */
export function treeOf(reading: Reading): Tree {
  const lines = linesOf(reading);
  const texts = lines.flatMap(({ kind }, at) => (kind === 'text' ? [at] : []));
  const addressed = frontLength(lines, texts);
  const whole = addressed === 0 && mayBeList(lines, texts) ? regionsOf(lines, texts, 0, true) : [];
  const isList = whole.length > 0;
  const behind = isList ? whole : regionsOf(lines, texts, addressed, false);
  const end = behind[0]?.from ?? texts.length;
  const front = texts.slice(0, addressed > 0 ? addressed : Math.min(headLines, end));
  const body = texts.slice(addressed, end);
  const outline = isList ? [] : outlineOf(lines, body);
  const year = plannedYear(lines, front, body, outline);
  const roles = rolesOf(lines, body, outline, { year: year?.year, isList, isAddressed: addressed > 0 });
  const isPlanned = (at: number): boolean => roles.get(at)?.sentences.includes('plan') === true;
  const inside = isList ? [] : inlineLists(lines, texts, addressed, end, isPlanned);
  const listed = new Set(inside.flatMap(({ from, to }) => texts.slice(from, to)));
  const places = outline.filter(({ line }) => !listed.has(line));
  const regions = [...inside, ...behind];
  const { document, sentences } = grow({ reading, lines, texts, front: addressed, places, roles, regions });
  const { about, doubts } = aboutOf(reading, lines, front, year);
  return {
    document,
    about,
    likeness: likenessOf(lines, texts, regions, new Set(sentences.map(({ role }) => role))),
    sentences,
    ...unitsOf(lines, regions),
    doubts: [...doubts, ...places.flatMap((place) => doubtOf(reading, lines, place))],
  };
}

function doubtOf(reading: Reading, lines: readonly Line[], { line, heading, doubt }: Place): Doubt[] {
  const passage = lines[line]?.passage;
  if (doubt === undefined || passage === undefined) return [];
  const span = spanOf(reading.given, passage, 0, heading.to);
  return [{ ...span, code: doubt, text: passage.text.slice(0, heading.to) }];
}

/** A text without an address, not long, whose title names livelihood items may be the list itself. */
function mayBeList(lines: readonly Line[], texts: readonly number[]): boolean {
  const head = texts.slice(0, headLines).map((at) => lines[at]?.text ?? '');
  let size = 0;
  for (const at of texts) size += lines[at]?.text.length ?? 0;
  if (size > longestList || head.some((text) => text.length < 60 && /政府工作报告/.test(text))) return false;
  return head.some((text) =>
    text.length <= 60
      ? markAt(text) === undefined && listRole(text) !== undefined
      : text.length < 400 && /票决|实事项目/.test(text),
  );
}
