/** Where an entry's term ends and its definition begins: UTF-16 indices of the clean text. */
export interface Boundary {
  readonly termFrom: number;
  readonly termTo: number;
  readonly definitionFrom: number;
}

const opening = '“‘（(《〈「『[【';
const closing = '”’）)》〉」』]】';

/** A term is a name: what runs longer than this before its separator is a sentence. */
const longestTerm = 60;

/**
 * Finds the end of the term. Separators of the field: a colon, a dash, 是指 and its kin, 第一个“1” of a code that is
 * explained digit by digit, a space, a full stop, the closing quote; the first that stands outside brackets wins.
 */
export function boundaryIn(text: string): Boundary {
  const termFrom = skip(text, 0);
  const marked = markedBoundary(text, termFrom);
  if (marked !== undefined) return marked;
  const spaced = /[\s　]+/.exec(text.slice(termFrom, termFrom + 30));
  if (spaced !== null && spaced.index > 1) return boundary(termFrom, termFrom + spaced.index, text);
  const quoted = closingQuote(text, termFrom);
  if (quoted !== undefined && quoted < text.length) return boundary(termFrom, quoted, text);
  const stopped = text.slice(termFrom, termFrom + longestTerm).search(/[。，,；;]/);
  return boundary(termFrom, stopped > 1 ? termFrom + stopped : text.length, text);
}

function markedBoundary(text: string, from: number): Boundary | undefined {
  let depth = 0;
  const until = Math.min(text.length, from + longestTerm);
  for (let at = from; at < until; at += 1) {
    const character = text.charAt(at);
    if (at > from + 1 && depth === 0 && /^第[一1]个[“"「]/.test(text.slice(at, at + 4))) {
      return { termFrom: from, termTo: at, definitionFrom: at };
    }
    if (opening.includes(character)) depth += 1;
    else if (closing.includes(character)) depth = Math.max(0, depth - 1);
    if (depth > 0 || at === from) continue;
    if (character === '：' || character === ':') return boundary(from, at, text);
    if (/^(?:——|－－|--|—|－)/.test(text.slice(at, at + 2)) && !/\d/.test(text.charAt(at - 1))) {
      return boundary(from, at, text);
    }
    const verb = /^[，,]?(?:是指|系指|指的是|主要是指|主要指|特指|就是|即为|即是|即指|[指即](?![导标挥数引示]))/.exec(
      text.slice(at, at + 6),
    );
    if (verb !== null) return boundary(from, at, text, at + verb[0].length);
    if (character === '。') return at - from <= 24 ? boundary(from, at, text) : undefined;
    if (character === '；' || character === ';') return undefined;
  }
  return undefined;
}

function boundary(termFrom: number, to: number, text: string, from = to): Boundary {
  let termTo = to;
  while (termTo > termFrom && /[\s　，,]/.test(text.charAt(termTo - 1))) termTo -= 1;
  return { termFrom, termTo, definitionFrom: skip(text, from) };
}

function skip(text: string, from: number): number {
  let at = from;
  while (at < text.length && /[\s　：:，,。、—－]/.test(text.charAt(at))) at += 1;
  return at;
}

function closingQuote(text: string, from: number): number | undefined {
  if (!/[“"「]/.test(text.charAt(from))) return undefined;
  const at = text.slice(from + 1, from + longestTerm).search(/[”"」]/);
  return at < 1 ? undefined : from + at + 2;
}

/** The term without the quotes that wrap the whole of it: “四早” is 四早, “四上”企业 stays. */
export function bareTerm(term: string): string {
  const match = /^[“"「『]([^“”"「」『』]+)[”"」』]$/.exec(term);
  return match?.[1] ?? term;
}
