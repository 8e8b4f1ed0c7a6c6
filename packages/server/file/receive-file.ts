import { rm, stat } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { type Capacity, inTenant, type Services } from '../ledger/index.ts';
import { isArchive, requireSoundArchive } from './archive.ts';
import { digestOf, type FileFolder } from './file-folder.ts';
import { cleanName } from './file-name.ts';
import type { FileSettings } from './file-settings.ts';
import { type AcceptedType, typeOf } from './file-type.ts';
import { remakePicture } from './picture.ts';
import { requireUploader, uploaderOf } from './reading.ts';
import { insertFile, type StoredFile } from './store.ts';
import { readTaken } from './taken.ts';

/** What receiving needs besides the database; put together in compose. */
export interface FileServices extends Services {
  readonly files: FileFolder;
  readonly fileSettings: FileSettings;
}

export interface Upload extends Capacity {
  /** as the sender calls it */
  readonly name: string;
  readonly stream: Readable;
  /** IANA name of the district's zone, for cameras that do not say theirs */
  readonly zone: string;
}

/**
 * Receives a file: streamed to disk, judged by its content, a picture made anew without its metadata, flushed, named, and only then put on record. A crash at any
 * moment leaves either the whole file or something that the sweep removes. It waits for an owner: see `attachFiles`.
 * @throws file.tooLarge, file.empty, file.typeRefused, file.heic, file.mismatch, file.bomb, file.damaged, file.pictureTooLarge, org.postRequired
 */
export async function receiveFile(services: FileServices, upload: Upload): Promise<StoredFile> {
  const { files, fileSettings: settings } = services;
  const { tenant } = upload;
  // Before a byte is read: a stranger does not fill the disk.
  await inTenant(services, upload, requireUploader);
  const received = await files.receive(tenant, upload.stream, settings.maxBytes);
  const drafts = [received];
  try {
    if (await isArchive(received)) await requireSoundArchive(received, settings);
    const type = await typeOf(received, cleanName(upload.name, ''));
    const made = type.picture ? await pictureOf(services, upload, received, type, drafts) : plain(received);
    const file: StoredFile = {
      id: services.id(),
      owner: null,
      name: cleanName(upload.name, type.endings[0]),
      type: type.mime,
      size: (await stat(made.full)).size,
      width: made.width,
      height: made.height,
      takenAt: made.takenAt,
      lon: made.lon,
      lat: made.lat,
      sha256: await digestOf(made.full),
      uploadedBy: uploaderOf(upload.actor),
      uploadedAt: services.now(),
    };
    await files.keep(tenant, file.id, { full: made.full, thumb: made.thumb });
    await inTenant(services, upload, async (ctx) => {
      await requireUploader(ctx);
      await insertFile(ctx.tx, tenant, file);
    });
    return file;
  } finally {
    for (const draft of drafts) await rm(draft, { force: true });
  }
}

interface Made extends Pick<StoredFile, 'width' | 'height' | 'takenAt' | 'lon' | 'lat'> {
  readonly full: string;
  readonly thumb?: string;
}

function plain(full: string): Made {
  return { full, width: null, height: null, takenAt: null, lon: null, lat: null };
}

async function pictureOf(
  services: FileServices,
  upload: Upload,
  received: string,
  type: AcceptedType,
  drafts: string[],
): Promise<Made> {
  const { files, fileSettings: settings } = services;
  const taken = await readTaken(received, upload.zone);
  const full = await files.draft(upload.tenant);
  const thumb = await files.draft(upload.tenant);
  drafts.push(full, thumb);
  const { width, height } = await remakePicture(received, full, thumb, type.mime, settings);
  return { full, thumb, width, height, takenAt: taken.at, lon: taken.lon, lat: taken.lat };
}
