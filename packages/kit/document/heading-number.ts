import { chineseNumber } from './chinese-date.ts';
import type { Block } from './document.ts';

/** Structure numbers of a document's levels: 一、 （一） 1. （1） (GB/T 9704-2012, 7.3.3). */
export function headingNumber(level: 1 | 2 | 3 | 4, place: number): string {
  switch (level) {
    case 1:
      return `${chineseNumber(place)}、`;
    case 2:
      return `（${chineseNumber(place)}）`;
    case 3:
      return `${place}.`;
    case 4:
      return `（${place}）`;
    default:
      return level satisfies never;
  }
}

export type NumberedBlock =
  | Exclude<Block, { block: 'heading' }>
  | (Extract<Block, { block: 'heading' }> & { readonly number: string });

/** Blocks with their headings numbered; a heading begins those below it anew. */
export function numbered(blocks: readonly Block[]): readonly NumberedBlock[] {
  const places = [0, 0, 0, 0];
  return blocks.map((block) => {
    if (block.block !== 'heading') return block;
    const at = block.level - 1;
    places[at] = (places[at] ?? 0) + 1;
    places.fill(0, at + 1);
    return { ...block, number: headingNumber(block.level, places[at] ?? 1) };
  });
}
