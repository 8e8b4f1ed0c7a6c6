import type { Breach, Fence, House } from './breach.ts';
import { doorFence } from './doors.ts';
import { lineFence } from './line.ts';
import { longFiles } from './long-files.ts';
import { lengthFence, nameFence, noteFence } from './names.ts';
import { outboxFence } from './outbox.ts';
import { purityFence } from './purity.ts';
import { reachFence } from './reach.ts';
import { storeFence, tableFence } from './stores.ts';
import { typographyFence } from './typography.ts';
import { voiceFence } from './voice.ts';

export type { Breach, Fence, House } from './breach.ts';
export { houseOf, readHouse } from './house.ts';

/** Every fence of the house by name; ARCHITECTURE.md tells them in prose. */
export const allFences: Readonly<Record<string, Fence>> = {
  'the line': lineFence,
  doors: doorFence,
  purity: purityFence,
  reach: reachFence,
  stores: storeFence,
  tables: tableFence,
  outbox: outboxFence,
  names: nameFence,
  length: lengthFence(longFiles),
  notes: noteFence,
  voice: voiceFence,
  typography: typographyFence,
};

/** Every place where a house breaks one of its rules. */
export function fences(house: House): Breach[] {
  return Object.values(allFences).flatMap((fence) => fence(house));
}

/** A breach as one line a person can click on. */
export function told({ path, line, why }: Breach): string {
  return `${path}${line > 0 ? `:${line}` : ''}  ${why}`;
}
