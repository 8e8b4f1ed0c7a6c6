import { syntaxFault } from './fault.ts';
import { isPropertyName, KEYWORDS } from './name.ts';

/** A piece of CQL2 text. `at` counts characters from 1; a word is in small letters when it is a keyword. */
export interface Token {
  readonly kind: 'keyword' | 'name' | 'text' | 'number' | 'sign' | 'end';
  readonly value: string;
  readonly at: number;
}

const PIECE =
  /(?<space>\s+)|(?<number>[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?)|(?<word>[\p{L}_:][\p{L}\p{N}_:.]*)|"(?<quoted>[^"]*)"|'(?<text>(?:[^']|'')*)'|(?<sign><>|<=|>=|[=<>(),])/uy;

/** Cuts CQL2 text into tokens, the last of them the end. Throws `condition.syntax` at what is none. */
export function tokensOf(source: string): Token[] {
  const tokens: Token[] = [];
  PIECE.lastIndex = 0;
  while (PIECE.lastIndex < source.length) {
    const at = PIECE.lastIndex + 1;
    const piece = PIECE.exec(source)?.groups;
    const token = piece && tokenOf(piece, at);
    if (token === undefined) {
      const rest = source.slice(at - 1);
      throw syntaxFault(String(at), rest, {
        zh: '字段、值或运算符（文字用成对的单引号）',
        en: 'a property, a value or an operator (texts in single quotes)',
      });
    }
    if (token !== 'space') tokens.push(token);
  }
  tokens.push({ kind: 'end', value: '', at: source.length + 1 });
  return tokens;
}

function tokenOf(piece: Readonly<Record<string, string | undefined>>, at: number): Token | 'space' | undefined {
  const { space, number, word, quoted, text, sign } = piece;
  if (space !== undefined) return 'space';
  if (number !== undefined) return { kind: 'number', value: number, at };
  if (word !== undefined) {
    const keyword = word.toLowerCase();
    return KEYWORDS.has(keyword) ? { kind: 'keyword', value: keyword, at } : { kind: 'name', value: word, at };
  }
  if (quoted !== undefined) return isPropertyName(quoted) ? { kind: 'name', value: quoted, at } : undefined;
  if (text !== undefined) return { kind: 'text', value: text.replaceAll("''", "'"), at };
  return sign === undefined ? undefined : { kind: 'sign', value: sign, at };
}
