import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, rename } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { finished } from 'node:stream/promises';
import { HOUR_MS } from '@huying/kit/calendar';
import { type Db, huyingHome } from '../../db/index.ts';
import { readingTenant, withTenant } from '../../tenant/index.ts';
import { GENESIS } from '../chain/entry.ts';
import {
  type AnchorRow,
  anchorOf,
  anchorsOf,
  type Head,
  headsSince,
  insertAnchor,
  lastAnchor,
  linkAt,
} from './store.ts';

/** An anchor written outside the database: one file a day, chained to the one before. */
export interface Anchor {
  /** YYYY-MM-DD, UTC. */
  readonly day: string;
  readonly file: string;
  /** How many chains it holds. */
  readonly heads: number;
  /** SHA-256 of the file, hexadecimal: worth sending to someone else to keep. */
  readonly hash: string;
}

export interface AnchorOptions {
  /** Epoch milliseconds. */
  readonly now: number;
  /** By default `.huying/anchors`. Best on another disk, or a mounted write-once store. */
  readonly folder?: string;
}

/** Clocks of several machines, and transactions still open at the last anchor: this much of the time before it is written again. */
const OVERLAP_MS = HOUR_MS;

/**
 * Writes the heads of all chains that grew since the last anchor to `FOLDER/TENANT/DAY.jsonl`, with the hash of the file before.
 * Once a day: a second call answers the day's anchor. Whoever rewrites the database must rewrite these files too, and all later ones.
 */
export async function writeAnchor(db: Db, tenant: string, options: AnchorOptions): Promise<Anchor> {
  const day = new Date(options.now).toISOString().slice(0, 10);
  const folder = path.join(options.folder ?? path.join(huyingHome(), 'anchors'), tenant);
  const made = await readingTenant(db, tenant, async (tx) => {
    const today = await anchorOf(tx, tenant, day);
    if (today !== undefined) return { ...shown(today), row: undefined };
    const last = await lastAnchor(tx, tenant);
    await mkdir(folder, { recursive: true });
    const file = path.join(folder, `${day}.jsonl`);
    const previous = (last?.hash ?? GENESIS).toString('hex');
    const since = last === undefined ? 0 : last.at.getTime() - OVERLAP_MS;
    const written = await writeFileOf(file, { tenant, day, previous }, headsSince(tx, tenant, since));
    const row: AnchorRow = { day, at: new Date(options.now), file, ...written };
    return { ...shown(row), row };
  });
  const { row, ...anchor } = made;
  if (row !== undefined) await withTenant(db, tenant, (tx) => insertAnchor(tx, tenant, row));
  return anchor;
}

function shown(row: AnchorRow): Anchor {
  return { day: row.day, file: row.file, heads: row.heads, hash: row.hash.toString('hex') };
}

async function writeFileOf(
  file: string,
  header: Readonly<Record<string, string>>,
  pages: AsyncIterable<Head[]>,
): Promise<{ heads: number; hash: Buffer }> {
  const half = `${file}.${process.pid}`;
  const out = createWriteStream(half, { mode: 0o600 });
  const hash = createHash('sha256');
  const write = (value: unknown): void => {
    const line = `${JSON.stringify(value)}\n`;
    hash.update(line);
    out.write(line);
  };
  write(header);
  let heads = 0;
  for await (const page of pages) {
    for (const { subject, seq, hash: link } of page) write({ subject, seq, hash: link.toString('hex') });
    heads += page.length;
  }
  out.end();
  await finished(out);
  const handle = await open(half, 'r');
  await handle.sync();
  await handle.close();
  await rename(half, file);
  return { heads, hash: hash.digest() };
}

export type AnchorCheck =
  | { readonly whole: true; readonly files: number; readonly heads: number }
  | {
      readonly whole: false;
      readonly file: string;
      readonly reason: 'missing' | 'changed' | 'unchained' | 'ledger';
      readonly subject?: string;
    };

/** Compares the ledger with every anchor file: each file as it was written, each following the one before, each head still in its chain. */
export async function checkAnchors(db: Db, tenant: string): Promise<AnchorCheck> {
  return readingTenant(db, tenant, async (tx) => {
    let previous = GENESIS.toString('hex');
    let heads = 0;
    const anchors = await anchorsOf(tx, tenant);
    for (const anchor of anchors) {
      const { file } = anchor;
      const hash = createHash('sha256');
      let first = true;
      try {
        for await (const line of createInterface({
          input: createReadStream(file),
          crlfDelay: Number.POSITIVE_INFINITY,
        })) {
          hash.update(`${line}\n`);
          if (first) {
            const header = JSON.parse(line) as { previous: string };
            if (header.previous !== previous) return { whole: false, file, reason: 'unchained' };
            first = false;
            continue;
          }
          const { subject, seq, hash: link } = JSON.parse(line) as { subject: string; seq: number; hash: string };
          const stored = await linkAt(tx, tenant, subject, seq);
          if (stored !== link) return { whole: false, file, reason: 'ledger', subject };
          heads += 1;
        }
      } catch (error) {
        return { whole: false, file, reason: error instanceof SyntaxError ? 'changed' : 'missing' };
      }
      const found = hash.digest();
      if (!found.equals(anchor.hash)) return { whole: false, file, reason: 'changed' };
      previous = found.toString('hex');
    }
    return { whole: true, files: anchors.length, heads };
  });
}
