import type { Block } from './block.ts';
import { chromeIn } from './chrome.ts';
import { cohesionOf } from './cohesion.ts';
import { type Copy, copyOf, type Tally } from './copy.ts';
import { type GivenText, givenText } from './given-text.ts';
import { isBlank } from './letter.ts';
import { linesOf } from './line.ts';
import { withBreaks } from './lost-break.ts';
import { metadataStart } from './page-words.ts';
import { flowOf, type Paragraph } from './paragraph.ts';
import { cut, type Passage } from './passage.ts';
import { punctuate } from './punctuation.ts';
import { scriptOf, simplify } from './script.ts';
import { passageOf } from './spacing.ts';
import { withoutWatermarks } from './watermark.ts';

/** What a text is made of once the damage of its way here is read through. */
export interface Reading {
  readonly given: GivenText;
  /** They tile the text as given. */
  readonly blocks: readonly Block[];
  readonly script: 'simplified' | 'traditional';
  /** Each kind of damage met, and how often. */
  readonly damage: readonly { readonly kind: string; readonly count: number }[];
}

const nothing: Passage = { text: '', places: new Int32Array(0) };

/** Reads a text of any kind; never throws, and the same text always gives the same blocks. */
export function readingOf(text: string): Reading {
  const tally: Tally = new Map();
  const copy = copyOf(text, tally);
  const script = scriptOf(copy);
  simplify(copy, script);
  punctuate(copy, tally);
  const cohesion = cohesionOf(copy);
  withoutWatermarks(copy, cohesion, tally);
  const flow = flowOf(copy, linesOf(text, copy), cohesion, tally);
  const pieces = withBreaks(flow, tally).flatMap((paragraph) => piecesOf(flow, paragraph));
  return {
    given: givenText(text),
    blocks: blocksOf(text, pieces),
    script,
    damage: [...tally].map(([kind, count]) => ({ kind, count })),
  };
}

interface Piece extends Pick<Paragraph, 'indented' | 'apart' | 'isFurniture'> {
  readonly passage: Passage;
}

/** A paragraph as passages: one, or two where metadata of the page follows words on their line. */
function piecesOf(flow: Copy, paragraph: Paragraph): Piece[] {
  const passage = passageOf(flow, paragraph.from, paragraph.to);
  if (passage.text.length === 0) return [];
  const { text } = passage;
  const at = text.length <= 120 && !text.includes('。') ? metadataStart(text) : undefined;
  if (at === undefined) return [{ ...paragraph, passage }];
  return [
    { ...paragraph, passage: cut(passage, 0, text.slice(0, at).trimEnd().length) },
    { ...paragraph, passage: cut(passage, at, text.length), indented: false, apart: false },
  ];
}

function blocksOf(text: string, pieces: readonly Piece[]): Block[] {
  const blocks: Block[] = [];
  const isChrome = chromeIn(pieces.map(({ passage }) => passage.text));
  let reached = 0;
  pieces.forEach(({ passage, indented, apart, isFurniture }, at) => {
    const { places } = passage;
    const from = places[0] ?? reached;
    const to = endOf(text, places[places.length - 1] ?? from);
    if (from > reached) blocks.push(between(text, reached, from));
    const isText = !isFurniture && isChrome[at] !== true;
    blocks.push({ kind: isText ? 'text' : 'chrome', from, to, passage: isText ? passage : nothing, indented, apart });
    reached = to;
  });
  if (reached < text.length) blocks.push(between(text, reached, text.length));
  return blocks;
}

/** Behind the character at `at`, both halves of a pair included. */
function endOf(text: string, at: number): number {
  return (text.codePointAt(at) ?? 0) > 0xffff ? at + 2 : at + 1;
}

/** What was left out between two pieces: white space, or noise. */
function between(text: string, from: number, to: number): Block {
  let kind: Block['kind'] = 'space';
  for (let at = from; at < to && kind === 'space'; at += 1) if (!isBlank(text.charCodeAt(at))) kind = 'chrome';
  return { kind, from, to, passage: nothing, indented: false, apart: false };
}
