import { addGrams } from './grams.ts';
import { plainName, plainNumber, plainWords } from './plain-words.ts';
import { addSoundGrams, type SoundReader } from './sounds.ts';

/** What a subject is found by. Nothing personal belongs in it: whoever finds a word learns that it stands there. */
export interface SearchText {
  /** Texts found by any words in them; the first is the title. */
  readonly words: readonly string[];
  /** Names, of places and matters for instance: found by words too. */
  readonly names: readonly string[];
  /** Those of the words that are found by their sound as well, as all names are. */
  readonly sounds: readonly string[];
  /** Numbers found whole or by their end. */
  readonly numbers: readonly string[];
  /** Names, without blanks, of what it belongs to: a reader of one of them need not look through the others'. */
  readonly scopes: readonly string[];
}

/** The same as it is compared: a line for each text, numbers with a blank between. */
export interface PlainText {
  readonly words: string;
  readonly sounds: string;
  readonly numbers: string;
  readonly scopes: string;
}

export function plainTextOf({ words, names, sounds, numbers, scopes }: SearchText): PlainText {
  const plain = new Map([...new Set([...words, ...sounds])].map((text) => [text, plainWords(text)]));
  const named = names.map(plainName);
  const among = (texts: readonly string[]) => lines([...texts.map((text) => plain.get(text) ?? ''), ...named]);
  return {
    words: among(words),
    sounds: among(sounds),
    numbers: [...new Set(numbers.map(plainNumber))].filter((number) => number !== '').join(' '),
    scopes: [...new Set(scopes)].join(' '),
  };
}

function lines(texts: readonly string[]): string {
  return [...new Set(texts)].filter((text) => text !== '').join('\n');
}

/** A number is looked for by its last four characters, and compared by as many as were given. */
export const NUMBER_TAIL = 4;

/** Every piece a text is found by. */
export function gramsOf(text: PlainText, read: SoundReader): ReadonlySet<string> {
  const grams = new Set<string>();
  addGrams(text.words, grams);
  for (const line of text.sounds.split('\n')) addSoundGrams(read.runs(line), grams);
  for (const number of text.numbers.split(' ')) if (number !== '') grams.add(`#${number.slice(-NUMBER_TAIL)}`);
  for (const scope of text.scopes.split(' ')) if (scope !== '') grams.add(scopeGram(scope));
  return grams;
}

export function scopeGram(scope: string): string {
  return `@${scope}`;
}
