import { walkXml } from './markup.ts';
import { numeralOf } from './numeral.ts';

/** One level of a list of a Word document (w:lvl). */
interface Level {
  start: number;
  format: string;
  /** `（%1）`: the numeral of level 1 between brackets. */
  text: string;
  /** Level whose step restarts this one; 0 never restarts. */
  restart: number | undefined;
  /** All numerals of it in Arabic digits. */
  legal: boolean;
  style: string | undefined;
}

export interface NumberingRules {
  readonly lists: ReadonlyMap<string, readonly Level[]>;
  /** Of each list in use (numId): the list it is made from, and the levels it starts anew. */
  readonly uses: ReadonlyMap<string, { readonly list: string; readonly starts: ReadonlyMap<number, number> }>;
}

const LEVELS = 9;

/** Reads numbering.xml. */
export function numberingOf(xml: string): NumberingRules {
  const lists = new Map<string, Level[]>();
  const uses = new Map<string, { list: string; starts: Map<number, number> }>();
  let list: Level[] | undefined;
  let level: Level | undefined;
  let use: { list: string; starts: Map<number, number> } | undefined;
  let overridden = 0;
  walkXml(xml, {
    open(name, attributes) {
      const value = attributes['w:val'] ?? '';
      if (name === 'abstractNum') {
        list = [];
        lists.set(attributes['w:abstractNumId'] ?? '', list);
      } else if (name === 'num') {
        use = { list: '', starts: new Map() };
        uses.set(attributes['w:numId'] ?? '', use);
      } else if (name === 'abstractNumId' && use) use.list = value;
      else if (name === 'lvlOverride') overridden = levelNumber(attributes['w:ilvl']);
      else if (name === 'startOverride') use?.starts.set(overridden, whole(value, 1));
      else if (name === 'lvl' && list && !use) {
        level = { start: 1, format: 'decimal', text: '', restart: undefined, legal: false, style: undefined };
        list[levelNumber(attributes['w:ilvl'])] = level;
      } else if (level) setLevel(level, name, value);
    },
    text: () => undefined,
    close(name) {
      if (name === 'lvl') level = undefined;
      else if (name === 'abstractNum') list = undefined;
      else if (name === 'num') use = undefined;
    },
  });
  return { lists, uses };
}

function setLevel(level: Level, name: string, value: string): void {
  if (name === 'start') level.start = whole(value, 1);
  else if (name === 'numFmt') level.format = value;
  else if (name === 'lvlText') level.text = value;
  else if (name === 'lvlRestart') level.restart = whole(value, 0);
  else if (name === 'isLgl') level.legal = value !== '0' && value !== 'false';
  else if (name === 'pStyle') level.style = value;
}

/** Counts through a document as Word does: lists made from the same list go on from one another. */
export interface NumberingCount {
  /** The words Word sets before the next paragraph of a list; empty where it sets a dot or nothing. */
  label(use: string, level: number): string;
  /** The level that belongs to a paragraph style in a list. */
  levelOfStyle(use: string, style: string): number;
}

export function countThrough({ lists, uses }: NumberingRules): NumberingCount {
  const counts = new Map<string, (number | undefined)[]>();
  const begun = new Set<string>();
  return {
    label(useId, levelAt) {
      const use = uses.get(useId);
      const levels = use && lists.get(use.list);
      const level = levels?.[levelAt];
      if (!use || !levels || !level) return '';
      const count = counts.get(use.list) ?? [];
      counts.set(use.list, count);
      if (!begun.has(useId)) {
        begun.add(useId);
        for (const [at, start] of use.starts) count[at] = start - 1;
      }
      count[levelAt] = (count[levelAt] ?? level.start - 1) + 1;
      for (let below = levelAt + 1; below < LEVELS; below++) {
        const restart = levels[below]?.restart;
        if (restart === undefined || (restart !== 0 && levelAt < restart)) count[below] = undefined;
      }
      if (level.format === 'bullet') return '';
      return level.text.replaceAll(/%([1-9])/g, (_, digit: string) => {
        const at = Number(digit) - 1;
        const meant = levels[at];
        const format = level.legal && at !== levelAt ? 'decimal' : (meant?.format ?? 'decimal');
        return numeralOf(count[at] ?? meant?.start ?? 1, format);
      });
    },
    levelOfStyle(useId, style) {
      const use = uses.get(useId);
      const at = (use && lists.get(use.list))?.findIndex((level) => level?.style === style) ?? -1;
      return Math.max(at, 0);
    },
  };
}

function levelNumber(text: string | undefined): number {
  return Math.min(whole(text ?? '0', 0), LEVELS - 1);
}

function whole(text: string, otherwise: number): number {
  return /^\d{1,6}$/.test(text) ? Number(text) : otherwise;
}
