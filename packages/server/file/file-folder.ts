import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { HuyingError } from '@huying/kit/error';
import { checkTenant } from '../tenant/index.ts';

export type FileSize = 'full' | 'thumb';

/**
 * The folder that holds the files of all districts: `<root>/<district>/<aa>/<id>`, thumbnails beside them as `<id>.thumb`, and what is still being received in
 * `<root>/<district>/incoming/`. Nothing in it bears a name that came from outside.
 */
export interface FileFolder {
  /** Where a file or its thumbnail lies, or will. */
  path(tenant: string, id: string, size: FileSize): string;
  /** Writes a stream into a new file of `incoming/`. @throws file.tooLarge, file.empty */
  receive(tenant: string, stream: Readable, maxBytes: number): Promise<string>;
  /** A fresh path in `incoming/` for something made from it. */
  draft(tenant: string): Promise<string>;
  /** Puts drafts in their place for good: each is flushed to the disk before it gets its name, and the name after. */
  keep(
    tenant: string,
    id: string,
    drafts: { readonly full: string; readonly thumb?: string | undefined },
  ): Promise<void>;
  /** @throws file.lost */
  read(tenant: string, id: string, size: FileSize): Promise<Readable>;
  remove(tenant: string, id: string): Promise<void>;
  /** Ids of files older than an instant, in parts of up to a thousand. */
  idsBefore(tenant: string, instant: number): AsyncIterable<readonly string[]>;
  /** Removes what has lain in `incoming/` since before an instant: uploads that a crash cut off. @returns how many */
  sweepIncoming(tenant: string, instant: number): Promise<number>;
}

const idShape = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export function openFileFolder(root: string): FileFolder {
  const home = (tenant: string) => join(root, checkTenant(tenant));
  const incoming = (tenant: string) => join(home(tenant), 'incoming');
  const folder: FileFolder = {
    path(tenant, id, size) {
      if (!idShape.test(id)) throw new HuyingError('file.unknown');
      // The end of a uuid v7 is random, its beginning is the time.
      return join(home(tenant), id.slice(-2), size === 'full' ? id : `${id}.thumb`);
    },
    async draft(tenant) {
      await mkdir(incoming(tenant), { recursive: true, mode: 0o700 });
      return join(incoming(tenant), randomUUID());
    },
    async receive(tenant, stream, maxBytes) {
      const path = await folder.draft(tenant);
      let size = 0;
      const counter = new Transform({
        transform(chunk: Buffer, _, done) {
          size += chunk.length;
          if (size > maxBytes) done(new HuyingError('file.tooLarge', { limit: Math.floor(maxBytes / 1024 / 1024) }));
          else done(null, chunk);
        },
      });
      try {
        await pipeline(stream, counter, createWriteStream(path, { flags: 'wx', mode: 0o600 }));
        if (size === 0) throw new HuyingError('file.empty');
        return path;
      } catch (error) {
        await rm(path, { force: true });
        throw error;
      }
    },
    async keep(tenant, id, drafts) {
      const full = folder.path(tenant, id, 'full');
      await mkdir(dirname(full), { recursive: true, mode: 0o700 });
      if (drafts.thumb !== undefined) await settle(drafts.thumb, folder.path(tenant, id, 'thumb'));
      await settle(drafts.full, full);
      await flush(dirname(full));
    },
    async read(tenant, id, size) {
      const handle = await open(folder.path(tenant, id, size)).catch((error: unknown) => {
        throw isMissing(error) ? new HuyingError('file.lost') : error;
      });
      return handle.createReadStream();
    },
    async remove(tenant, id) {
      await rm(folder.path(tenant, id, 'full'), { force: true });
      await rm(folder.path(tenant, id, 'thumb'), { force: true });
    },
    async *idsBefore(tenant, instant) {
      for (const part of await entries(home(tenant))) {
        if (!/^[0-9a-f]{2}$/.test(part)) continue;
        const old: string[] = [];
        for (const name of await entries(join(home(tenant), part))) {
          const id = name.replace(/\.thumb$/, '');
          if (idShape.test(id) && (await isOlder(join(home(tenant), part, name), instant))) old.push(id);
        }
        const ids = [...new Set(old)];
        for (let at = 0; at < ids.length; at += 1000) yield ids.slice(at, at + 1000);
      }
    },
    async sweepIncoming(tenant, instant) {
      let swept = 0;
      for (const name of await entries(incoming(tenant))) {
        const path = join(incoming(tenant), name);
        if (!(await isOlder(path, instant))) continue;
        await rm(path, { force: true });
        swept += 1;
      }
      return swept;
    },
  };
  return folder;
}

/** SHA-256 of a file's content. */
export async function digestOf(path: string): Promise<Buffer> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest();
}

async function settle(draft: string, place: string): Promise<void> {
  await flush(draft);
  await rename(draft, place);
}

async function flush(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function entries(path: string): Promise<string[]> {
  try {
    return await readdir(path);
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

async function isOlder(path: string, instant: number): Promise<boolean> {
  try {
    return (await stat(path)).mtimeMs < instant;
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
