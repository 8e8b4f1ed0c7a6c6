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

/** Each of its texts is made when it is first asked for: a comparison by words asks for no others. */
export function plainTextOf(text: SearchText): PlainText {
  return new Made(text);
}

class Made implements PlainText {
  readonly #text: SearchText;
  readonly #plain = new Map<string, string>();
  #words: string | undefined;
  #sounds: string | undefined;
  #numbers: string | undefined;

  constructor(text: SearchText) {
    this.#text = text;
  }

  get words(): string {
    this.#words ??= this.#lines(this.#text.words);
    return this.#words;
  }

  get sounds(): string {
    this.#sounds ??= this.#lines(this.#text.sounds);
    return this.#sounds;
  }

  get numbers(): string {
    this.#numbers ??= [...new Set(this.#text.numbers.map(plainNumber))].filter((number) => number !== '').join(' ');
    return this.#numbers;
  }

  get scopes(): string {
    return [...new Set(this.#text.scopes)].join(' ');
  }

  #lines(texts: readonly string[]): string {
    const plain = texts.map((text) => {
      const known = this.#plain.get(text) ?? plainWords(text);
      this.#plain.set(text, known);
      return known;
    });
    return [...new Set([...plain, ...this.#text.names.map(plainName)])].filter((line) => line !== '').join('\n');
  }
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
