import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import type { Ctx } from '../ledger/index.ts';
import { uploaderOf } from './reading.ts';
import type { FileServices } from './receive-file.ts';
import { insertFile, type StoredFile } from './store.ts';

/** A picture that the program drew itself, with its thumbnail. */
export interface DrawnPicture {
  readonly name: string;
  readonly type: string;
  readonly width: number;
  readonly height: number;
  readonly full: Buffer;
  readonly thumb: Buffer;
}

/**
 * Puts a drawn picture on record in the transaction of the context, as if the acting person had uploaded it at that moment. Rolled back, what
 * lies in the folder belongs to nothing and is swept.
 */
export async function placePicture(
  ctx: Ctx,
  { files }: Pick<FileServices, 'files'>,
  { name, type, width, height, full, thumb }: DrawnPicture,
  taken: { readonly lon: number | null; readonly lat: number | null },
): Promise<StoredFile> {
  const drafts = { full: await files.draft(ctx.tenant), thumb: await files.draft(ctx.tenant) };
  await Promise.all([writeFile(drafts.full, full, { mode: 0o600 }), writeFile(drafts.thumb, thumb, { mode: 0o600 })]);
  const file: StoredFile = {
    id: ctx.id(),
    owner: null,
    name,
    type,
    size: full.length,
    width,
    height,
    takenAt: ctx.now,
    lon: taken.lon,
    lat: taken.lat,
    sha256: createHash('sha256').update(full).digest(),
    uploadedBy: uploaderOf(ctx.actor),
    uploadedAt: ctx.now,
  };
  await files.keep(ctx.tenant, file.id, drafts);
  await insertFile(ctx.tx, ctx.tenant, file);
  return file;
}
