import type { LivelihoodItem, LivelihoodPart, Span, Target } from '../report.ts';
import type { ReadSentence } from '../statement/index.ts';
import { cut, type GivenText, type Passage, spanOf } from '../text/index.ts';
import type { ItemUnit, Part, Tree } from '../tree/index.ts';
import { covering, hull, placed } from './placed.ts';
import { proseItems } from './prose.ts';

/**
 * The livelihood items (民生实事) with their parts, and which targets each part holds. They come from the tables and lists of the
 * document and, where a sentence of the body spells them out (办好15件民生实事，包括：…；…), from that sentence.
 */
export function itemsOf(
  given: GivenText,
  tree: Pick<Tree, 'items'>,
  sentences: readonly ReadSentence[],
  targets: readonly Target[],
): readonly LivelihoodItem[] {
  const within = placed(targets);
  const laidOut = tree.items.map((unit, at) => itemOf(given, unit, at, within));
  const isTaken = covering(laidOut);
  const spelledOut = proseItems(sentences.map(({ sentence }) => sentence))
    .filter(({ passage }) => !isTaken(spanOf(given, passage)))
    .map((part) => itemOf(given, { no: part.no ?? 0, parts: [{ passage: part.passage }] }, 0, within));
  return [...laidOut, ...spelledOut].sort((left, right) => left.start - right.start);
}

function itemOf(
  given: GivenText,
  unit: ItemUnit,
  at: number,
  within: (span: Span) => readonly number[],
): LivelihoodItem {
  const parts = partsOf(unit).map((part) => partOf(given, part, within));
  const spans = [unit.title, ...unit.parts.map(({ passage }) => passage)]
    .filter((passage) => passage !== undefined && passage.text !== '')
    .map((passage) => spanOf(given, passage as Passage));
  return {
    ...hull(spans),
    no: unit.no ?? at + 1,
    ...(unit.domain === undefined ? {} : { domain: unit.domain.text }),
    ...(unit.title === undefined ? {} : { title: unit.title.text }),
    parts,
  };
}

function partOf(given: GivenText, { no, passage }: Part, within: (span: Span) => readonly number[]): LivelihoodPart {
  const span = spanOf(given, passage);
  return { ...span, ...(no === undefined ? {} : { no }), text: passage.text, targets: within(span) };
}

/** The parts as numbered by the document; one unnumbered part is split at its semicolons; a bare title is a part of its own. */
function partsOf({ title, parts }: ItemUnit): readonly Part[] {
  if (parts.length === 0) return title === undefined || title.text === '' ? [] : [{ passage: title }];
  const [only] = parts;
  if (parts.length > 1 || only === undefined || only.no !== undefined) return parts;
  return semicolons(only.passage);
}

/** Splits a passage at its semicolons, each piece with the mark that closes it left off. */
export function semicolons(passage: Passage): Part[] {
  const parts: Part[] = [];
  let from = 0;
  for (let at = 0; at <= passage.text.length; at += 1) {
    const ends = at === passage.text.length || passage.text.charAt(at) === '；' || passage.text.charAt(at) === ';';
    if (!ends) continue;
    const piece = cut(passage, from, at);
    if (piece.text.trim() !== '') parts.push({ passage: piece });
    from = at + 1;
  }
  return parts;
}
