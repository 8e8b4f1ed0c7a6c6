/**
 * Lists of slots, rising, as they are stored: the step from each to the next, seven bits to a byte, low bits first, the high bit set
 * where more follow. A word that half the block has takes a byte each.
 */
export class SlotWriter {
  #last = -1;
  readonly #bytes: number[] = [];

  add(slot: number): void {
    let step = slot - this.#last;
    this.#last = slot;
    while (step > 127) {
      this.#bytes.push((step & 127) | 128);
      step >>>= 7;
    }
    this.#bytes.push(step);
  }

  get bytes(): readonly number[] {
    return this.#bytes;
  }
}

export function encodeSlots(slots: Iterable<number>): Buffer {
  const writer = new SlotWriter();
  for (const slot of slots) writer.add(slot);
  return Buffer.from(writer.bytes);
}

export function decodeSlots(bytes: Uint8Array): Uint32Array {
  const slots = new Uint32Array(bytes.length);
  let [count, last, step, shift] = [0, -1, 0, 0];
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] as number;
    step |= (byte & 127) << shift;
    if (byte > 127) {
      shift += 7;
      continue;
    }
    last += step;
    slots[count++] = last;
    step = 0;
    shift = 0;
  }
  return slots.subarray(0, count);
}

/** Slots as they are stored, or taken apart. */
export type SlotList = Uint8Array | Uint32Array;

/** What all lists have. The shortest leads, and is the only one to be taken apart: the others are read along it as far as it goes. */
export function inAll(lists: readonly SlotList[]): Uint32Array {
  const [shortest, ...others] = [...lists].sort((a, b) => a.length - b.length);
  if (shortest === undefined) return new Uint32Array();
  return others.reduce<Uint32Array>(
    (few, many) => (many instanceof Uint32Array ? inBoth(few, many) : inStored(few, many)),
    slotsIn(shortest),
  );
}

export function slotsIn(list: SlotList): Uint32Array {
  return list instanceof Uint32Array ? list : decodeSlots(list);
}

function inBoth(few: Uint32Array, many: Uint32Array): Uint32Array {
  const both = new Uint32Array(few.length);
  let [count, at] = [0, 0];
  for (let place = 0; place < few.length; place++) {
    const slot = few[place] as number;
    while (at < many.length && (many[at] as number) < slot) at++;
    if (many[at] === slot) both[count++] = slot;
  }
  return both.subarray(0, count);
}

function inStored(few: Uint32Array, many: Uint8Array): Uint32Array {
  const both = new Uint32Array(few.length);
  let [count, place, slot, step, shift] = [0, 0, -1, 0, 0];
  for (let at = 0; at < many.length && place < few.length; at++) {
    const byte = many[at] as number;
    step |= (byte & 127) << shift;
    if (byte > 127) {
      shift += 7;
      continue;
    }
    slot += step;
    step = 0;
    shift = 0;
    while (place < few.length && (few[place] as number) < slot) place++;
    if (few[place] === slot) both[count++] = slot;
  }
  return both.subarray(0, count);
}

/** What any of the lists has. */
export function inAny(lists: readonly Uint32Array[]): Uint32Array {
  const [only] = lists;
  if (lists.length === 1 && only !== undefined) return only;
  const highest = lists.reduce((most, list) => Math.max(most, list.at(-1) ?? -1), -1);
  // One character begins hundreds of pieces: marking slots costs no more for many lists than for few.
  const has = new Uint8Array(highest + 1);
  let most = 0;
  for (const list of lists) {
    most += list.length;
    for (let place = 0; place < list.length; place++) has[list[place] as number] = 1;
  }
  const any = new Uint32Array(Math.min(most, highest + 1));
  let count = 0;
  for (let slot = 0; slot <= highest; slot++) if (has[slot] === 1) any[count++] = slot;
  return any.subarray(0, count);
}
