import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { HuyingError } from '@huying/kit/error';

/*
 * A backup is one gzip file: a line that names the format, then records of a letter, a length (four bytes, big end first) and a
 * body. H the head; for each table and district S what comes, D rows as COPY writes them, E how many they were and their hash;
 * J the jobs that wait; T the tail, whose absence shows that the file was cut off.
 */
const FORMAT = 'HUYING BACKUP 1\n';
const LARGEST_RECORD = 64 * 1024 * 1024;

export interface BackupHead {
  /** Version of the program that made it. */
  readonly version: string;
  /** ISO 8601. */
  readonly at: string;
  readonly migrations: readonly { readonly number: number; readonly name: string; readonly hash: string }[];
  /** Codes of the districts in it. */
  readonly tenants: readonly string[];
  /** The one district it was made for; null: all. */
  readonly only: string | null;
}

export interface SectionHead {
  readonly table: string;
  /** null: a table the districts share. */
  readonly tenant: string | null;
  readonly columns: readonly string[];
}

export interface SectionEnd {
  readonly rows: number;
  /** Of the rows as COPY wrote them, hexadecimal. */
  readonly sha256: string;
}

export interface BackupTail {
  readonly sections: number;
  readonly rows: number;
  readonly jobs: number;
}

export type Job = Readonly<Record<string, unknown>>;

export class ArchiveWriter {
  readonly #file: string;
  readonly #gzip = createGzip({ level: 4 });
  readonly #written: Promise<void>;

  constructor(file: string) {
    this.#file = file;
    this.#written = pipeline(this.#gzip, createWriteStream(`${file}.part`, { mode: 0o600 }));
    // Awaited in finish; until then a failure shows as a write that fails.
    this.#written.catch(() => undefined);
  }

  async begin(head: BackupHead): Promise<void> {
    await this.#put(Buffer.from(FORMAT));
    await this.#record('H', head);
  }

  /** Writes one table's rows of one district. Answers how many they were. */
  async section(head: SectionHead, rows: AsyncIterable<Buffer>, onRows: (count: number) => void): Promise<number> {
    await this.#record('S', head);
    const tally = new Tally();
    for await (const chunk of rows) {
      onRows(tally.take(chunk));
      await this.#record('D', chunk);
    }
    await this.#record('E', tally.end());
    return tally.rows;
  }

  async jobs(jobs: readonly Job[]): Promise<void> {
    await this.#record('J', jobs);
  }

  /** Ends the file, waits until it is on the disk, and only then gives it its name. */
  async finish(tail: BackupTail): Promise<void> {
    await this.#record('T', tail);
    this.#gzip.end();
    await this.#written;
    const handle = await open(`${this.#file}.part`, 'r');
    await handle.sync();
    await handle.close();
    await rename(`${this.#file}.part`, this.#file);
  }

  async abandon(): Promise<void> {
    this.#gzip.destroy();
    await this.#written.catch(() => undefined);
    await rm(`${this.#file}.part`, { force: true });
  }

  async #record(letter: string, body: unknown): Promise<void> {
    const bytes = Buffer.isBuffer(body) ? body : Buffer.from(JSON.stringify(body));
    const prefix = Buffer.alloc(5);
    prefix.write(letter, 'latin1');
    prefix.writeUInt32BE(bytes.length, 1);
    await this.#put(prefix);
    await this.#put(bytes);
  }

  async #put(bytes: Buffer): Promise<void> {
    if (!this.#gzip.write(bytes)) await Promise.race([once(this.#gzip, 'drain'), this.#written]);
  }
}

/** Counts rows and hashes them, on the way out and on the way in. */
export class Tally {
  readonly #hash = createHash('sha256');
  rows = 0;

  /** COPY's text form has one line feed at the end of each row and none inside. */
  take(chunk: Buffer): number {
    this.#hash.update(chunk);
    let count = 0;
    for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, at + 1)) count += 1;
    this.rows += count;
    return count;
  }

  end(): SectionEnd {
    return { rows: this.rows, sha256: this.#hash.digest('hex') };
  }
}

export type ArchiveRecord =
  | { readonly letter: 'H'; readonly head: BackupHead }
  | { readonly letter: 'S'; readonly section: SectionHead }
  | { readonly letter: 'D'; readonly rows: Buffer }
  | { readonly letter: 'E'; readonly end: SectionEnd }
  | { readonly letter: 'J'; readonly jobs: readonly Job[] }
  | { readonly letter: 'T'; readonly tail: BackupTail };

/** Reads the records of a file in order. Throws database.archive where it is none, damaged or cut off. */
export async function* readArchive(
  file: string,
  onBytes: (read: number) => void = () => undefined,
): AsyncGenerator<ArchiveRecord> {
  let read = 0;
  const source = createReadStream(file);
  source.on('data', (chunk) => {
    read += chunk.length;
  });
  const unzipped = source.on('error', (error) => unzipped.destroy(error)).pipe(createGunzip());
  const bytes = new ByteQueue(unzipped[Symbol.asyncIterator]() as AsyncIterator<Buffer>);
  try {
    if ((await bytes.take(FORMAT.length)).toString() !== FORMAT) throw damaged('not a backup of this program');
    for (let letter = ''; letter !== 'T'; ) {
      const prefix = await bytes.take(5);
      letter = prefix.toString('latin1', 0, 1);
      const length = prefix.readUInt32BE(1);
      if (length > LARGEST_RECORD) throw damaged('a record too large');
      yield recordOf(letter, await bytes.take(length));
      onBytes(read);
    }
  } catch (error) {
    if (error instanceof HuyingError || !isDamage(error)) throw error;
    throw damaged(error instanceof Error ? error.message : String(error));
  } finally {
    source.destroy();
    unzipped.destroy();
  }
}

export function damaged(reason: string): HuyingError {
  return new HuyingError('database.archive', { reason });
}

/** Errors of reading; those of whoever consumes the records are not ours to explain. */
function isDamage(error: unknown): boolean {
  if (error instanceof SyntaxError) return true;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return code.startsWith('Z_') || ['ENOENT', 'EACCES', 'EISDIR', 'EIO', 'ERR_STREAM_PREMATURE_CLOSE'].includes(code);
}

function recordOf(letter: string, body: Buffer): ArchiveRecord {
  const json = <T>(): T => JSON.parse(body.toString('utf8')) as T;
  switch (letter) {
    case 'H':
      return { letter, head: json<BackupHead>() };
    case 'S':
      return { letter, section: json<SectionHead>() };
    case 'D':
      return { letter, rows: body };
    case 'E':
      return { letter, end: json<SectionEnd>() };
    case 'J':
      return { letter, jobs: json<Job[]>() };
    case 'T':
      return { letter, tail: json<BackupTail>() };
    default:
      throw damaged(`an unknown record ${JSON.stringify(letter)}`);
  }
}

class ByteQueue {
  readonly #source: AsyncIterator<Buffer>;
  #rest: Buffer[] = [];
  #held = 0;

  constructor(source: AsyncIterator<Buffer>) {
    this.#source = source;
  }

  async take(length: number): Promise<Buffer> {
    while (this.#held < length) {
      const next = await this.#source.next();
      if (next.done) throw damaged('the file ends too early');
      this.#rest.push(next.value);
      this.#held += next.value.length;
    }
    const all = this.#rest.length === 1 ? (this.#rest[0] as Buffer) : Buffer.concat(this.#rest);
    this.#rest = [all.subarray(length)];
    this.#held = all.length - length;
    return all.subarray(0, length);
  }
}
