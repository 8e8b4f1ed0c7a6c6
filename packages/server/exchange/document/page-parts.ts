import { type NumberedBlock, numbered, type OfficialDocument } from '@huying/kit/document';

/** A stretch of a document on sheets of one direction: upright, or lying for what is wide. */
export interface PagePart {
  readonly lie: boolean;
  readonly blocks: readonly NumberedBlock[];
}

/**
 * The body cut where the sheet is turned; never empty, and the part that signs is upright. A wide table takes its heading along. A paper
 * without a head that is made for its wide table lies as a whole.
 */
export function partsOf({ body, head }: Pick<OfficialDocument, 'body' | 'head'>): readonly PagePart[] {
  if (head === null && body.some((block) => block.block === 'table' && block.table.wide)) {
    return [{ lie: true, blocks: numbered(body) }];
  }
  const parts: { lie: boolean; blocks: NumberedBlock[] }[] = [{ lie: false, blocks: [] }];
  for (const block of numbered(body)) {
    const lie = block.block === 'table' && block.table.wide;
    const last = parts[parts.length - 1];
    if (last !== undefined && last.lie === lie) last.blocks.push(block);
    else parts.push({ lie, blocks: lie && last !== undefined ? [...headingsOff(last.blocks), block] : [block] });
  }
  if (parts[parts.length - 1]?.lie) parts.push({ lie: false, blocks: [] });
  return parts;
}

/** Takes off the headings a part ends with. */
function headingsOff(blocks: NumberedBlock[]): NumberedBlock[] {
  let from = blocks.length;
  while (blocks[from - 1]?.block === 'heading') from -= 1;
  return blocks.splice(from);
}

/** An annex lies as soon as anything in it is wide: its heading and its table are not torn apart. */
export function annexParts({ annexes }: OfficialDocument) {
  return annexes.map(({ title, body }) => ({
    title,
    lie: body.some((block) => block.block === 'table' && block.table.wide),
    body: numbered(body),
  }));
}
