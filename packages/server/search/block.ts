import type { Instant } from '@huying/kit/calendar';
import { gramsOf, type PlainText } from './search-text.ts';
import { SlotWriter } from './slots.ts';
import type { SoundReader } from './sounds.ts';

/** A subject with its place in the order of answers. */
export interface Hit {
  readonly id: string;
  readonly at: Instant;
}

export interface Indexed extends Hit {
  readonly text: PlainText;
}

/** A block to be written: subjects in the order of time, and for each piece the slots that have it, in the order of pieces. */
export interface Block {
  readonly subjects: readonly Hit[];
  readonly grams: readonly (readonly [gram: string, slots: readonly number[]])[];
}

/** The order of answers is newest first; of blocks, the reverse. */
export function inTime(a: Hit, b: Hit): number {
  if (a.at !== b.at) return a.at - b.at;
  return a.id === b.id ? 0 : a.id < b.id ? -1 : 1;
}

/** Puts texts into a block. A subject of several texts is found by any of them: what finds too much is told by comparing. */
export function blockOf(texts: readonly Indexed[], read: SoundReader): Block {
  const subjects = [...Map.groupBy(texts, ({ id }) => id).values()].map((all) => ({ ...(all[0] as Indexed), all }));
  const writers = new Map<string, SlotWriter>();
  const ordered = subjects.sort(inTime);
  for (const [slot, { all }] of ordered.entries()) {
    const [first, ...others] = all.map(({ text }) => gramsOf(text, read));
    const grams =
      others.length === 0 ? (first ?? []) : new Set([...(first ?? []), ...others.flatMap((one) => [...one])]);
    for (const gram of grams) {
      let writer = writers.get(gram);
      if (writer === undefined) {
        writer = new SlotWriter();
        writers.set(gram, writer);
      }
      writer.add(slot);
    }
  }
  return {
    subjects: ordered.map(({ id, at }) => ({ id, at })),
    // Nearly as the database orders them: rows are then written where the last one was.
    grams: [...writers].map(([gram, { bytes }]) => [gram, bytes] as const).sort(([a], [b]) => (a < b ? -1 : 1)),
  };
}
