import { createHash } from 'node:crypto';
import { type Ctx, canonicalBytes } from '../../ledger/index.ts';
import type { PaperInput } from './paper.ts';
import { paperOf } from './papers.ts';
import { type Frozen, insertSnapshot, type SnapshotRow } from './store.ts';

/** SHA-256 over the canonical bytes of what is frozen, hexadecimal. */
export function digestOf(content: unknown): string {
  return createHash('sha256').update(canonicalBytes(content)).digest('hex');
}

/** Composes a paper and freezes it together with all it was made of. A snapshot is never changed; a draft that is changed gets another. */
export async function freeze(ctx: Ctx, input: PaperInput): Promise<SnapshotRow> {
  // Through JSON and back: what is hashed is what will be read again.
  const content = JSON.parse(JSON.stringify({ input, paper: paperOf(input) })) as Frozen;
  const snapshot = { id: ctx.id(), asOf: input.facts.asOf, takenAt: ctx.now, content, digest: digestOf(content) };
  await insertSnapshot(ctx.tx, ctx.tenant, {
    ...snapshot,
    kind: input.kind,
    year: input.facts.year,
    content: JSON.stringify(content),
  });
  return snapshot;
}

/** Whether what is kept is what was frozen. */
export function isWhole({ content, digest }: SnapshotRow): boolean {
  return digestOf(content) === digest;
}
