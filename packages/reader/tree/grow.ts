import type { DocumentNode, SectionRole } from '../report.ts';
import { cut, type Passage, type Reading } from '../text/index.ts';
import type { Line } from './line.ts';
import { Growth, type NodeKind } from './node.ts';
import type { Place } from './outline.ts';
import type { LineRoles } from './role.ts';
import type { Sentence } from './sentence.ts';
import { sentenceEnds } from './sentence-end.ts';
import type { Region, Slot } from './slot.ts';
import { topicsOf } from './topic.ts';

interface Material {
  readonly reading: Reading;
  readonly lines: readonly Line[];
  readonly texts: readonly number[];
  /** How many text lines are front. */
  readonly front: number;
  readonly places: readonly Place[];
  readonly roles: ReadonlyMap<number, LineRoles>;
  readonly regions: readonly Region[];
}

/** Builds the document and lists its sentences; each leaf ends where its last character does, what lies between is noise or blank. */
export function grow(material: Material): { document: DocumentNode; sentences: Sentence[] } {
  return new Grower(material).grow();
}

class Grower {
  readonly #growth = new Growth();
  readonly #sentences: Sentence[] = [];
  readonly #material: Material;
  readonly #open: { level: number; title: string }[] = [];
  #paragraph = 0;

  constructor(material: Material) {
    this.#material = material;
  }

  grow(): { document: DocumentNode; sentences: Sentence[] } {
    const { lines, texts, front, places, regions, reading } = this.#material;
    const placeAt = new Map(places.map((place) => [place.line, place]));
    const regionAt = new Map(regions.map((region) => [texts[region.from] ?? -1, region]));
    const frontEnd = front > 0 ? (texts[front - 1] ?? -1) : -1;
    if (frontEnd >= 0) this.#growth.open('front', { role: 'front' });
    let slots: Map<number, Slot[]> | undefined;
    let region: Region | undefined;
    let last = -1;
    for (const [at, line] of lines.entries()) {
      const next = regionAt.get(at);
      if (region !== undefined && at > last && line.kind === 'text') {
        this.#growth.closeTo(this.#outside);
        region = undefined;
      }
      if (next !== undefined) {
        last = texts[next.to - 1] ?? at;
        region = next;
        slots = byLine(next.slots);
        this.#openRegion(next);
      }
      if (line.kind !== 'text') this.#growth.leaf(line.kind, line.to);
      else if (region !== undefined) this.#regionLine(region, line, slots?.get(at) ?? []);
      else if (at <= frontEnd) this.#prose(line, undefined, undefined, 'front');
      else this.#prose(line, placeAt.get(at), this.#material.roles.get(at)?.sentences, 'other');
      this.#tail(line.to);
      if (at === frontEnd) this.#growth.closeTo(1);
    }
    return { document: this.#growth.finish(reading.given), sentences: this.#sentences };
  }

  #prose(
    line: Line,
    place: Place | undefined,
    roles: readonly SectionRole[] | undefined,
    otherwise: SectionRole,
  ): void {
    const { text, ends } = line;
    const growth = this.#growth;
    if (place !== undefined) {
      while ((this.#open.at(-1)?.level ?? 0) >= place.level) this.#open.pop();
      growth.closeTo(1 + this.#open.length);
      const { level, ordinal, title, doubt } = place;
      growth.open('section', {
        level,
        ordinal,
        title,
        role: roles?.[0] ?? otherwise,
        runIn: place.heading.runIn,
        doubt,
      });
      this.#open.push({ level, title });
    }
    const depth = growth.depth;
    const headings = this.#open.map(({ title }) => title);
    let from = 0;
    if (place !== undefined) {
      const { heading } = place;
      this.#piece(line, 0, heading.mark?.length ?? 0, 'mark');
      this.#piece(line, heading.from, heading.rest, 'heading');
      this.#say(line, heading.from, heading.rest, {
        role: roles?.[0] ?? otherwise,
        headings,
        opens: true,
        heading: true,
      });
      from = heading.rest;
      if (from >= text.length) {
        this.#paragraph += 1;
        return;
      }
    }
    growth.open('paragraph', { role: roles === undefined ? otherwise : commonest(roles) });
    const topics = topicsOf(text, ends, from);
    for (const [nth, end] of ends.entries()) {
      if (end <= from) continue;
      const topic = topics[nth];
      const role = roles?.[nth] ?? otherwise;
      const said = this.#say(line, from, end, {
        role,
        headings,
        opens: from === 0,
        heading: false,
        ...(topic === undefined ? {} : { topic }),
      });
      if (said) this.#piece(line, from, end, 'sentence');
      from = end;
    }
    growth.closeTo(depth);
    this.#paragraph += 1;
  }

  #openRegion(region: Region): void {
    const growth = this.#growth;
    const { role, title, ordinal, layout, isAppendix } = region;
    if (isAppendix) {
      growth.closeTo(1);
      this.#open.length = 0;
    }
    this.#outside = growth.depth;
    this.#name = undefined;
    if (isAppendix) growth.open('appendix', { role, title, ordinal, level: 1 });
    this.#row = undefined;
    this.#inside = layout === 'prose' ? undefined : layout;
    this.#base = growth.depth;
    this.#paragraph += 1;
  }

  /** Opens the table, list or glossary once its title is behind. */
  #enter(role: SectionRole): void {
    if (this.#inside === undefined) return;
    this.#growth.open(this.#inside, { role });
    this.#inside = undefined;
    this.#base = this.#growth.depth;
  }

  #inside: 'table' | 'list' | 'glossary' | undefined;

  #row: number | undefined;
  /** The title of the row at hand; its other cells stand under it. */
  #name: string | undefined;
  /** Depth of what stands around the region. */
  #outside = 1;
  #base = 1;

  #regionLine(region: Region, line: Line, slots: readonly Slot[]): void {
    const growth = this.#growth;
    const isTable = region.layout === 'table';
    const above = [...this.#open.map(({ title }) => title), ...(region.title === '' ? [] : [region.title])];
    for (const slot of slots) {
      const headings = this.#name === undefined ? above : [...above, this.#name];
      if (slot.row !== undefined || slot.kind === 'header') this.#enter(region.role);
      if (slot.row !== this.#row) {
        growth.closeTo(this.#base);
        if (slot.row !== undefined) growth.open(rowKind(region), { ordinal: slot.kind === 'no' ? slot.no : undefined });
        this.#row = slot.row;
        this.#name = undefined;
      }
      switch (slot.kind) {
        case 'no':
        case 'mark':
          this.#piece(line, slot.from, slot.to, 'mark');
          break;
        case 'title':
          this.#piece(line, slot.from, slot.to, 'heading');
          this.#say(line, slot.from, slot.to, { role: region.role, headings: [], opens: true, heading: true });
          this.#paragraph += 1;
          break;
        default: {
          const isHead = slot.kind === 'header' || slot.kind === 'domain';
          const role = slot.kind === 'other' && region.layout !== 'prose' ? 'other' : region.role;
          if (isTable && slot.row !== undefined) {
            this.#cell(line, slot, role, headings, isHead);
          } else if (slot.kind === 'header') this.#cell(line, slot, role, headings, true);
          else this.#passage(line, slot, role, headings);
          this.#paragraph += 1;
          if (slot.kind === 'name')
            this.#name = line.text
              .slice(slot.from, slot.to)
              .trim()
              .replace(/[。：]$/, '');
        }
      }
    }
  }

  #cell(line: Line, slot: Slot, role: SectionRole, headings: readonly string[], isHead: boolean): void {
    let from = slot.from;
    for (const end of endsIn(line, slot)) {
      this.#say(line, from, end, { role, headings, opens: from === slot.from, heading: isHead });
      from = end;
    }
    this.#piece(line, slot.from, slot.to, 'cell');
  }

  #passage(line: Line, slot: Slot, role: SectionRole, headings: readonly string[]): void {
    const growth = this.#growth;
    const depth = growth.depth;
    if (slot.row === undefined) growth.open('paragraph', { role });
    let from = slot.from;
    for (const end of endsIn(line, slot)) {
      const isName = slot.kind === 'name' && !/\d/.test(line.text.slice(from, end));
      if (this.#say(line, from, end, { role, headings, opens: from === slot.from, heading: isName })) {
        this.#piece(line, from, end, isName ? 'heading' : 'sentence');
      }
      from = end;
    }
    growth.closeTo(depth);
  }

  /** A leaf for the characters from `from` to `to` of a line, blanks at its ends left out. */
  #piece(line: Line, from: number, to: number, kind: NodeKind): void {
    const { places } = line.passage;
    const [first, last] = trimmed(line.text, from, to);
    if (last <= first) return;
    const begin = places[first];
    if (begin === undefined) return;
    this.#gap(Math.max(begin, this.#growth.at));
    const place = places[last - 1] ?? begin;
    const code = this.#material.reading.given.text.charCodeAt(place);
    this.#growth.leaf(kind, Math.min(line.to, place + (code >= 0xd800 && code < 0xdc00 ? 2 : 1)));
  }

  #tail(to: number): void {
    this.#gap(to);
  }

  /** What lies before the next leaf: blanks, or noise that was read through. */
  #gap(to: number): void {
    const from = this.#growth.at;
    if (to <= from) return;
    const between = this.#material.reading.given.text.slice(from, to).trim();
    this.#growth.leaf(between === '' ? 'space' : /^[|｜\s]+$/.test(between) ? 'mark' : 'chrome', to);
  }

  #say(line: Line, from: number, to: number, traits: Omit<Sentence, 'passage' | 'paragraph'>): boolean {
    const [first, last] = trimmed(line.text, from, to);
    if (last <= first) return false;
    const passage: Passage = first === 0 && last === line.text.length ? line.passage : cut(line.passage, first, last);
    this.#sentences.push({ passage, ...traits, paragraph: this.#paragraph });
    return true;
  }
}

function rowKind({ layout }: Region): NodeKind {
  return layout === 'table' ? 'row' : layout === 'glossary' ? 'entry' : 'item';
}

function byLine(slots: readonly Slot[]): Map<number, Slot[]> {
  const found = new Map<number, Slot[]>();
  for (const slot of slots) {
    const own = found.get(slot.line);
    if (own === undefined) found.set(slot.line, [slot]);
    else own.push(slot);
  }
  return found;
}

function endsIn(line: Line, slot: Slot): number[] {
  return sentenceEnds(line.text.slice(slot.from, slot.to)).map((end) => slot.from + end);
}

function trimmed(text: string, from: number, to: number): [number, number] {
  let first = from;
  let last = to;
  while (first < last && /\s/.test(text.charAt(first))) first += 1;
  while (last > first && /\s/.test(text.charAt(last - 1))) last -= 1;
  return [first, last];
}

/** The role that most of the sentences have. */
function commonest(roles: readonly SectionRole[]): SectionRole {
  const counts = new Map<SectionRole, number>();
  for (const role of roles) counts.set(role, (counts.get(role) ?? 0) + 1);
  return [...counts].reduce((best, one) => (one[1] > best[1] ? one : best), ['other', 0] as [SectionRole, number])[0];
}
