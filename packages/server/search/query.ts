import { gramsWanted, type Wanted } from './grams.ts';
import { plainNumber, plainWords } from './plain-words.ts';
import { NUMBER_TAIL, type PlainText } from './search-text.ts';
import { heard, type SoundReader } from './sounds.ts';
import { areInitials, spelled } from './syllables.ts';

/** One way of understanding a term. */
export type Way = { readonly wanted: Wanted } & (
  | { readonly by: 'words'; readonly words: string }
  | { readonly by: 'number'; readonly number: string }
  | { readonly by: 'sound'; readonly parts: readonly string[]; readonly initials: boolean }
);

/** A term is found where one of its ways is. */
export interface Term {
  /** As it was typed. */
  readonly typed: string;
  readonly ways: readonly Way[];
}

/** All terms must be found, in a text that has one scope of each of `within`: what is not is left out before it is compared. */
export interface Query {
  readonly terms: readonly Term[];
  readonly within: readonly (readonly string[])[];
}

/** Words that mean the same to whoever searches; each group as they are written. */
export type Synonyms = readonly (readonly string[])[];

const TERMS = 8;
const LONGEST = 200;
const VARIANTS = 8;
const SPELLINGS = 6;
const QUOTED = /["“”「『]([^"“”「」『』]*)["“”」』]/g;

/**
 * Reads what somebody typed: terms with blanks between, a phrase in quotation marks as one term. Whatever holds no letter and no
 * digit is left out; no terms at all means that there is nothing to look for.
 */
export function readQuery(typed: string, synonyms: Synonyms, within: Query['within'] = []): Query {
  const phrases: string[] = [];
  const rest = typed.toWellFormed().replaceAll(QUOTED, (_, phrase: string) => {
    phrases.push(phrase);
    return ' ';
  });
  const texts = [...phrases, ...rest.normalize('NFKC').split(/\s+/)].map((text) => text.slice(0, LONGEST));
  const terms = texts.flatMap((text): Term[] => {
    const words = plainWords(text);
    return words === '' ? [] : [{ typed: text, ways: waysOf(text, words, synonyms) }];
  });
  return { terms: terms.slice(0, TERMS), within };
}

function waysOf(text: string, words: string, synonyms: Synonyms): Way[] {
  const ways: Way[] = variantsOf(words, synonyms).map((variant) => ({
    by: 'words',
    words: variant,
    wanted: gramsWanted(variant),
  }));
  const number = plainNumber(text);
  if (/^[a-z0-9]*\d[a-z0-9]*$/.test(number) && number.length >= NUMBER_TAIL) {
    ways.push({ by: 'number', number, wanted: { grams: [`#${number.slice(-NUMBER_TAIL)}`], starts: [] } });
  }
  if (/^[a-z]{2,24}$/.test(words)) ways.push(...soundWays(words));
  return ways;
}

/** The words with each group's member exchanged for the others. */
function variantsOf(words: string, synonyms: Synonyms): string[] {
  const variants = new Set([words]);
  for (const group of synonyms) {
    const members = group.map(plainWords).filter((member) => member !== '');
    const held = members.find((member) => words.includes(member));
    if (held === undefined) continue;
    for (const variant of [...variants]) {
      for (const member of members) if (variants.size < VARIANTS) variants.add(variant.replace(held, member));
    }
  }
  return [...variants];
}

function soundWays(letters: string): Way[] {
  const ways = spelled(letters, SPELLINGS).map((parts): Way => {
    const pairs = parts.slice(1).map((part, at) => `~${parts[at]} ${part}`);
    // The last syllable may only be begun: its pair is looked for by how it begins, where nothing better is to be had.
    const grams = pairs.slice(0, -1);
    const starts = grams.length > 0 ? [] : [pairs[0] ?? `~${parts[0]}`];
    return { by: 'sound', parts, initials: false, wanted: { grams, starts } };
  });
  if (!areInitials(letters) || letters.length > 12) return ways;
  const grams = Array.from({ length: letters.length - 2 }, (_, at) => `^${letters.slice(at, at + 3)}`);
  const wanted: Wanted = { grams, starts: grams.length > 0 ? [] : [`^${letters}`] };
  return [...ways, { by: 'sound', parts: [...letters], initials: true, wanted }];
}

/** Whether a way needs the readings of characters to be told. */
export function asksForSounds({ terms }: Query): boolean {
  return terms.some(({ ways }) => ways.some(({ by }) => by === 'sound'));
}

/** What of a text a query means: the words as the text has them, for each term; undefined where it is not found. */
export function found(query: Query, text: PlainText, read: SoundReader): readonly string[] | undefined {
  const marks: string[] = [];
  for (const { ways } of query.terms) {
    const mark = ways.map((way) => foundBy(way, text, read)).find((one) => one !== undefined);
    if (mark === undefined) return undefined;
    marks.push(mark);
  }
  return marks;
}

function foundBy(way: Way, text: PlainText, read: SoundReader): string | undefined {
  switch (way.by) {
    case 'words':
      return text.words.includes(way.words) ? way.words : undefined;
    case 'number':
      return text.numbers.split(' ').find((number) => number.endsWith(way.number));
    case 'sound': {
      for (const line of text.sounds.split('\n')) {
        const han = read.mayHold(line, way.parts) ? heard(read.runs(line), way.parts, way.initials) : undefined;
        if (han !== undefined) return han;
      }
      return undefined;
    }
    default:
      return way satisfies never;
  }
}
