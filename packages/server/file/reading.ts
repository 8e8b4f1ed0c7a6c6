import type { Readable } from 'node:stream';
import { HuyingError } from '@huying/kit/error';
import type { Actor, Ctx } from '../ledger/index.ts';
import { requirePostHeld } from '../org/index.ts';
import type { FileFolder, FileSize } from './file-folder.ts';
import { fileById, giveFiles, knownFiles, type StoredFile } from './store.ts';

type FileCtx = Pick<Ctx, 'tx' | 'tenant' | 'actor' | 'now'>;

/** Who uploaded, as kept: the account, or the kind of those who have none. */
export function uploaderOf(actor: Actor): string {
  return actor.account ?? `${actor.kind}:${actor.name}`;
}

/**
 * Whoever acts may upload here: a person in a post of theirs in this district, a partner, the public, the program.
 * @throws org.postRequired
 */
export async function requireUploader(ctx: FileCtx): Promise<void> {
  if (ctx.actor.kind === 'person') await requirePostHeld(ctx);
}

/**
 * Gives files to what they were uploaded for, in the operation that uses them; a file has one owner for ever.
 * @returns them in the order of `ids`
 * @throws file.unknown; file.notYours when another uploaded it or it is in use
 */
export async function attachFiles(
  ctx: FileCtx,
  ids: readonly string[],
  owner: { readonly kind: string; readonly id: string },
): Promise<StoredFile[]> {
  const distinct = [...new Set(ids)];
  if (distinct.length === 0) return [];
  const given = new Map(
    (await giveFiles(ctx.tx, ctx.tenant, distinct, owner, uploaderOf(ctx.actor))).map((file) => [file.id, file]),
  );
  if (given.size < distinct.length) {
    const known = await knownFiles(ctx.tx, ctx.tenant, distinct);
    throw new HuyingError(distinct.every((id) => known.has(id)) ? 'file.notYours' : 'file.unknown');
  }
  return distinct.flatMap((id) => given.get(id) ?? []);
}

/**
 * A file on record. One that waits for an owner is shown to its uploader only; who may see one that is attached is for its owner's access to say:
 * the caller asks with `file.owner`.
 * @throws file.unknown
 */
export async function findFile(ctx: FileCtx, id: string): Promise<StoredFile> {
  const file = await fileById(ctx.tx, ctx.tenant, id);
  if (file === undefined || (file.owner === null && file.uploadedBy !== uploaderOf(ctx.actor)))
    throw new HuyingError('file.unknown');
  return file;
}

/** The content of a file, for sending. Files other than pictures have no thumbnail. @throws file.unknown, file.lost */
export function readFile(
  folder: FileFolder,
  tenant: string,
  file: StoredFile,
  size: FileSize = 'full',
): Promise<Readable> {
  if (size === 'thumb' && file.width === null) throw new HuyingError('file.unknown');
  return folder.read(tenant, file.id, size);
}
