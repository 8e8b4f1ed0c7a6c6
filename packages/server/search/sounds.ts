/** A run of Han characters with the syllable each is read as: no tones, `v` for ü. */
export interface SoundRun {
  readonly han: string;
  readonly syllables: readonly string[];
}

/** Reads Han characters as they are spoken, following the word a character stands in. */
export interface SoundReader {
  runs(text: string): readonly SoundRun[];
  /** Whether syllables that begin with these letters may be in the text: told without reading it, by every reading its characters have. */
  mayHold(text: string, letters: readonly string[]): boolean;
}

const HAN = /\p{Script=Han}+/gu;
/** A character nobody can read comes back as it is. */
const SPELT = /^[a-z]+$/;
/** Names of places and matters come again and again, and titles are asked about while they are new. */
const REMEMBERED = 4_096;

let reader: Promise<SoundReader> | undefined;

/** Loads the readings, once, when they are first needed: they take their time and some memory. */
export function soundReader(): Promise<SoundReader> {
  reader ??= import('pinyin-pro').then(({ pinyin }) => {
    // One string for each syllable there is, however often it is remembered.
    const syllables = new Map<string, string>([['?', '?']]);
    const plain = (one: string) => {
      if (!syllables.has(one)) syllables.set(one, SPELT.test(one) ? one : '?');
      return syllables.get(one) ?? '?';
    };
    const read = (han: string): SoundRun => ({
      han,
      syllables: pinyin(han, { toneType: 'none', type: 'array', v: true }).map(plain),
    });
    const known = new Map<string, readonly SoundRun[]>();
    const begins = new Map<string, number>();
    const beginsWith = (character: string) => {
      let letters = begins.get(character);
      if (letters === undefined) {
        const readings = pinyin(character, { toneType: 'none', type: 'array', multiple: true });
        letters = readings.reduce((set, one) => set | letterBit(one), 0);
        begins.set(character, letters);
      }
      return letters;
    };
    return {
      runs(text) {
        let runs = known.get(text);
        if (runs === undefined) {
          runs = (text.match(HAN) ?? []).map(read);
          if (known.size >= REMEMBERED) known.delete(known.keys().next().value ?? '');
          known.set(text, runs);
        }
        return runs;
      },
      mayHold(text, letters) {
        const wanted = letters.map(letterBit);
        const characters = [...text].map((character) => (character < '\u3000' ? 0 : beginsWith(character)));
        return characters.some((_, from) => wanted.every((bit, at) => ((characters[from + at] ?? 0) & bit) !== 0));
      },
    };
  });
  return reader;
}

function letterBit(syllable: string): number {
  const at = syllable.charCodeAt(0) - 97;
  return at >= 0 && at < 26 ? 1 << at : 0;
}

/** The pieces by which sounds are found: `~` with a syllable and the next, `^` with three initials. */
export function addSoundGrams(runs: readonly SoundRun[], to: Set<string>): void {
  for (const { syllables } of runs) {
    for (const [at, syllable] of syllables.entries()) {
      to.add(`~${syllable} ${syllables[at + 1] ?? ''}`);
      to.add(`^${initials(syllables.slice(at, at + 3))}`);
    }
  }
}

function initials(syllables: readonly string[]): string {
  return syllables.map((syllable) => syllable.slice(0, 1)).join('');
}

/** The Han characters read as `parts`, each a whole syllable but the last, which may be begun; or, as initials, each begun. */
export function heard(runs: readonly SoundRun[], parts: readonly string[], asInitials: boolean): string | undefined {
  for (const { han, syllables } of runs) {
    for (let from = 0; from + parts.length <= syllables.length; from++) {
      const fits = parts.every((part, at) => {
        const syllable = syllables[from + at] ?? '';
        return asInitials || at === parts.length - 1 ? syllable.startsWith(part) : syllable === part;
      });
      if (fits) return [...han].slice(from, from + parts.length).join('');
    }
  }
  return undefined;
}
