import { cut, join, type Passage } from '../text/index.ts';
import type { Line } from './line.ts';
import type { CompletionUnit, EntryUnit, ItemUnit, Part } from './sentence.ts';
import type { Region, Slot, SlotKind } from './slot.ts';
import { statusLength } from './status.ts';

export interface Units {
  readonly items: ItemUnit[];
  readonly completion: CompletionUnit[];
  readonly entries: EntryUnit[];
}

/** The rows of the regions as the later stages take them. */
export function unitsOf(lines: readonly Line[], regions: readonly Region[]): Units {
  const units: Units = { items: [], completion: [], entries: [] };
  for (const region of regions) {
    for (const row of rowsOf(region.slots)) {
      if (region.role === 'glossary') pushEntry(units, lines, row);
      else if (region.role === 'completion') pushCompletion(units, lines, row);
      else if (region.role === 'items') pushItem(units, lines, row);
    }
  }
  return units;
}

function rowsOf(slots: readonly Slot[]): Slot[][] {
  const rows = new Map<number, Slot[]>();
  for (const slot of slots) {
    if (slot.row === undefined) continue;
    const own = rows.get(slot.row);
    if (own === undefined) rows.set(slot.row, [slot]);
    else own.push(slot);
  }
  return [...rows.values()];
}

function passageOf(lines: readonly Line[], slot: Slot): Passage {
  const line = lines[slot.line];
  if (line === undefined) return { text: '', places: new Int32Array(0) };
  let { from, to } = slot;
  while (to > from && /\s/.test(line.text.charAt(to - 1))) to -= 1;
  while (from < to && /\s/.test(line.text.charAt(from))) from += 1;
  return from === 0 && to === line.text.length ? line.passage : cut(line.passage, from, to);
}

function joined(lines: readonly Line[], row: readonly Slot[], kinds: readonly SlotKind[]): Passage | undefined {
  const found = row.filter(({ kind }) => kinds.includes(kind)).map((slot) => passageOf(lines, slot));
  if (found.length === 0) return undefined;
  return found.length === 1 ? found[0] : join(found);
}

function numberOf(row: readonly Slot[]): number | undefined {
  return row.find(({ kind }) => kind === 'no')?.no;
}

/** Numbered pieces stand alone; a piece without numbers falls apart at its semicolons. */
function partsOf(lines: readonly Line[], row: readonly Slot[], kind: SlotKind): Part[] {
  const slots = row.filter((slot) => slot.kind === kind);
  const isNumbered = slots.some(({ no }) => no !== undefined);
  const parts: Part[] = [];
  for (const slot of slots) {
    const passage = passageOf(lines, slot);
    const last = parts.at(-1);
    if (slot.no !== undefined) parts.push({ no: slot.no, passage });
    else if (!isNumbered) parts.push(...clauses(passage));
    else if (last !== undefined && !/[。；：！？.;:）)”]$/.test(last.passage.text))
      // A break in mid-sentence ends no part.
      parts[parts.length - 1] = { ...last, passage: join([last.passage, passage]) };
    else parts.push({ passage });
  }
  return parts;
}

function clauses(passage: Passage): Part[] {
  const parts: Part[] = [];
  let depth = 0;
  let from = 0;
  const { text } = passage;
  for (let at = 0; at <= text.length; at += 1) {
    const char = text.charAt(at);
    if ('（“《'.includes(char) && char !== '') depth += 1;
    else if ('）”》'.includes(char) && char !== '') depth = Math.max(0, depth - 1);
    if (at < text.length && !(char === '；' && depth === 0)) continue;
    const end = Math.min(at + 1, text.length);
    if (end > from) parts.push({ passage: from === 0 && end === text.length ? passage : cut(passage, from, end) });
    from = end;
  }
  return parts;
}

function pushItem(units: Units, lines: readonly Line[], row: readonly Slot[]): void {
  const no = numberOf(row);
  const domain = joined(lines, row, ['domain']);
  const title = joined(lines, row, ['name']);
  const parts = [...partsOf(lines, row, 'target'), ...partsOf(lines, row, 'content'), ...partsOf(lines, row, 'result')];
  const last = units.items.at(-1);
  if (no === undefined && last !== undefined && domain === undefined && title !== undefined) {
    units.items[units.items.length - 1] = { ...last, parts: [...last.parts, { passage: title }, ...parts] };
    return;
  }
  units.items.push({ ...(no === undefined ? {} : { no }), ...(domain && { domain }), ...(title && { title }), parts });
}

function pushCompletion(units: Units, lines: readonly Line[], row: readonly Slot[]): void {
  const domain = joined(lines, row, ['domain']);
  // A row without a number goes on with the number above, whose cell spans several rows.
  const no = numberOf(row) ?? (domain === undefined ? units.completion.at(-1)?.no : undefined);
  const title = joined(lines, row, ['name', 'content']);
  const target = joined(lines, row, ['target']);
  const result = joined(lines, row, ['result']);
  const percent = joined(lines, row, ['percent']);
  const leading = result === undefined ? 0 : statusLength(result.text);
  const status =
    joined(lines, row, ['status']) ?? (result !== undefined && leading > 0 ? cut(result, 0, leading) : undefined);
  units.completion.push({
    ...(no === undefined ? {} : { no }),
    ...(domain && { domain }),
    ...(title && { title }),
    ...(target && { target }),
    ...(status && { status }),
    ...(result && { result }),
    ...(percent && { percent }),
    parts: partsOf(lines, row, 'result'),
  });
}

function pushEntry(units: Units, lines: readonly Line[], row: readonly Slot[]): void {
  const no = numberOf(row);
  const passage = joined(lines, row, ['term']);
  if (passage !== undefined) units.entries.push({ ...(no === undefined ? {} : { no }), passage });
}
