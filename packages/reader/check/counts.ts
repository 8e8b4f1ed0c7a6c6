import { countedCharacter, countIn, enumerationIn } from '../glossary/index.ts';
import { hull } from '../livelihood/index.ts';
import type { Finding, GlossaryEntry, Span } from '../report.ts';
import type { ReadSentence } from '../statement/index.ts';
import { type GivenText, spanOf } from '../text/index.ts';
import { type Known, raise } from './finding.ts';

/** N件民生实事 as a heading or an announcement prints it; candidates are more than what is chosen. */
const printed =
  /(\d{1,3}|[一二三四五六七八九十两]{1,3})(?:大|件|项|个)(?![^，。；：]{0,12}候选)(?:[^，。；：\d]|20\d\d年){0,20}?(?:民生实事|为民办实事|惠民实事|民生工程|实事项目|实事)/g;

/** The printed count of items against those the document lists, and of rows that answer them. Raised only where no printed count agrees. */
export function itemCounts(given: GivenText, sentences: readonly ReadSentence[], known: Known): Finding[] {
  const ahead: Printed[] = [];
  const back: Printed[] = [];
  for (const { sentence } of sentences) {
    if (sentence.role === 'glossary') continue;
    const { text } = sentence.passage;
    for (const match of text.matchAll(printed)) {
      const count = countIn(match[1] ?? '');
      if (count === undefined || count < 2) continue;
      const place = spanOf(given, sentence.passage, match.index, match.index + match[0].length);
      const looksBack =
        sentence.role === 'completion' ||
        sentence.role === 'retrospective' ||
        /完成情况|落实情况|已?全部完成/.test(text);
      (looksBack ? back : ahead).push({ count, place });
    }
  }
  const rows = new Set(known.completion.map(({ no }, at) => no ?? -1 - at)).size;
  return [...differing(ahead, known.items.length, known.items), ...differing(back, rows, known.completion)];
}

interface Printed {
  readonly count: number;
  readonly place: Span;
}

function differing(stated: readonly Printed[], counted: number, all: readonly Span[]): Finding[] {
  const listed = all.filter(({ start, end }) => end > start);
  const [first] = listed;
  if (counted === 0 || first === undefined || stated.length === 0 || stated.some(({ count }) => count === counted))
    return [];
  const nearest = stated.reduce((best, now) =>
    Math.abs(now.place.start - first.start) < Math.abs(best.place.start - first.start) ? now : best,
  );
  return [raise('itemCount', { printed: nearest.count, counted }, [nearest.place, hull(listed)])];
}

/**
 * The count in a term against what its definition lists, where the definition is nothing but the list. A counted character (稳 of
 * 六稳) that only some members bear counts those alone (四上), and proves nothing.
 */
export function memberCounts(entries: readonly GlossaryEntry[]): Finding[] {
  return entries.flatMap((entry) => {
    const { term, definition, count } = entry;
    if (count === undefined) return [];
    const { members, whole } = enumerationIn(definition, count);
    const character = countedCharacter(term);
    const bearing = character === undefined ? 0 : members.filter((member) => member.includes(character)).length;
    const someOnly = bearing > 0 && bearing < members.length;
    if (!whole || members.length === count || someOnly) return [];
    return [raise('memberCount', { term, printed: count, counted: members.length }, [entry])];
  });
}
