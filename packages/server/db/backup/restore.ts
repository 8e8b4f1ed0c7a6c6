import { once } from 'node:events';
import { statSync } from 'node:fs';
import { HuyingError } from '@huying/kit/error';
import { DatabaseError } from 'pg';
import { type CopyStreamQuery, from as copyFrom } from 'pg-copy-streams';
import type { Db } from '../db.ts';
import { appliedMigrations, knownMigrations, migrate } from '../migrate.ts';
import { type Tx, transaction } from '../tx.ts';
import {
  type ArchiveRecord,
  type BackupHead,
  type BackupTail,
  damaged,
  type Job,
  readArchive,
  type SectionEnd,
  type SectionHead,
  Tally,
} from './archive.ts';
import type { BackupSummary, OnProgress } from './backup.ts';
import { list, quoted, type Table, tablesInOrder } from './tables.ts';

export interface RestoreOptions {
  /** Bytes read, of so many. */
  readonly onProgress?: OnProgress;
  /** A last look before the commit, as the owner of the tables; what it throws undoes the restore. */
  readonly beforeCommit?: (tx: Tx, head: BackupHead) => Promise<void>;
}

/** Reads a backup from end to end without a database: every count and hash, and that it is complete. Throws database.archive. */
export async function checkBackup(file: string, onProgress?: OnProgress): Promise<BackupSummary> {
  return walk(file, onProgress, {
    section: async () => ({ rows: async () => undefined, end: async () => undefined, abort: () => undefined }),
    jobs: async () => undefined,
  });
}

/**
 * Restores a backup into an empty database, in one transaction: all of it, or nothing. A database without any table is first built
 * as far as the backup's, and upgraded afterwards; so an older backup, or one of an older PostgreSQL, comes up to date.
 * Throws database.archive, .archiveNewer, .archiveOlder, .notEmpty.
 */
export async function restore(db: Db, file: string, options: RestoreOptions = {}): Promise<BackupSummary> {
  const head = await headOf(file);
  await prepare(db, head);
  const restoring = transaction(db, { sql: '', statementTimeout: 0 }, async (tx) => {
    const { tables } = await tablesInOrder(tx);
    await unforce(tx, tables);
    await demandEmpty(tx, tables);
    const done = await walk(file, options.onProgress, {
      section: (section) => copyIn(tx, section),
      jobs: (jobs) => addJobs(tx, jobs),
    });
    await options.beforeCommit?.(tx, head);
    await force(tx, tables);
    return done;
  });
  const summary = await restoring.catch(async (error: unknown) => {
    // PostgreSQL may stumble over a damaged name or row before its checksum was read: then the file is at fault, and says so.
    if (error instanceof DatabaseError) await checkBackup(file);
    throw error;
  });
  await db.pool.query('analyze');
  await migrate(db);
  return summary;
}

async function headOf(file: string): Promise<BackupHead> {
  for await (const record of readArchive(file)) {
    if (record.letter === 'H') return record.head;
    break;
  }
  throw damaged('it has no head');
}

/** Brings an untouched database to the backup's migrations; one already migrated must stand exactly there. */
async function prepare(db: Db, head: BackupHead): Promise<void> {
  const known = knownMigrations();
  const newest = head.migrations.at(-1)?.number ?? 0;
  const last = known.at(-1)?.number ?? 0;
  for (const { number, hash } of head.migrations) {
    const ours = known.find((one) => one.number === number);
    if (ours === undefined)
      throw new HuyingError('database.archiveNewer', { found: newest, known: last, version: head.version });
    if (ours.hash !== hash) throw new HuyingError('database.edited', { number, name: ours.name });
  }
  const numbers = head.migrations.map((one) => one.number);
  let applied = (await appliedMigrations(db)).map((one) => one.number);
  if (applied.length === 0) {
    await migrate(db, { only: numbers });
    applied = numbers;
  }
  if (applied.join() !== numbers.join()) {
    throw new HuyingError('database.archiveOlder', { found: newest, known: applied.at(-1) ?? 0 });
  }
}

/** COPY may not write under row-level security, which FORCE puts the owner under; the transaction lifts it and puts it back. */
async function unforce(tx: Tx, tables: readonly Table[]): Promise<void> {
  for (const { name, tenanted } of tables) {
    if (tenanted) await tx.client.query(`alter table ${quoted(name)} no force row level security`);
  }
}

async function force(tx: Tx, tables: readonly Table[]): Promise<void> {
  for (const { name, tenanted } of tables) {
    if (tenanted) await tx.client.query(`alter table ${quoted(name)} force row level security`);
  }
}

async function demandEmpty(tx: Tx, tables: readonly Table[]): Promise<void> {
  for (const { name } of tables) {
    const { rowCount } = await tx.client.query(`select from ${quoted(name)} limit 1`);
    if (rowCount !== 0) throw new HuyingError('database.notEmpty', { table: name });
  }
}

/** Where the rows of one section go. */
interface SectionSink {
  rows(bytes: Buffer): Promise<void>;
  end(): Promise<void>;
  /** The section will not be finished. */
  abort(): void;
}

interface Sink {
  section(head: SectionHead): Promise<SectionSink>;
  jobs(jobs: readonly Job[]): Promise<void>;
}

/** Walks through a backup, checking each section's rows against their count and hash, and the whole against its tail. */
async function walk(file: string, onProgress: OnProgress | undefined, sink: Sink): Promise<BackupSummary> {
  const size = sizeOf(file);
  let what = '';
  let head: BackupHead | undefined;
  let open: { head: SectionHead; tally: Tally; sink: SectionSink } | undefined;
  const sum = { sections: 0, rows: 0, jobs: 0 };
  try {
    for await (const record of readArchive(file, (read) => onProgress?.(read, size, what))) {
      switch (record.letter) {
        case 'H':
          head = record.head;
          break;
        case 'S':
          what = record.section.table;
          open = { head: record.section, tally: new Tally(), sink: await sink.section(record.section) };
          break;
        case 'D':
          if (open === undefined) throw damaged('rows without a table');
          open.tally.take(record.rows);
          await open.sink.rows(record.rows);
          break;
        case 'E':
          if (open === undefined) throw damaged('an end without a beginning');
          compare(open.head, open.tally.end(), record.end);
          await open.sink.end();
          sum.sections += 1;
          sum.rows += record.end.rows;
          open = undefined;
          break;
        case 'J':
          await sink.jobs(record.jobs);
          sum.jobs += record.jobs.length;
          break;
        case 'T':
          demandWhole(record, sum);
          break;
      }
    }
  } catch (error) {
    open?.sink.abort();
    throw error;
  }
  if (head === undefined) throw damaged('it has no head');
  return { head, ...sum };
}

function compare({ table }: SectionHead, found: SectionEnd, told: SectionEnd): void {
  if (found.rows !== told.rows || found.sha256 !== told.sha256)
    throw damaged(`the rows of ${table} are not those that were written`);
}

function demandWhole(record: Extract<ArchiveRecord, { letter: 'T' }>, sum: BackupTail): void {
  const { sections, rows, jobs } = record.tail;
  if (sections !== sum.sections || rows !== sum.rows || jobs !== sum.jobs) throw damaged('it is not complete');
}

function sizeOf(file: string): number {
  try {
    return statSync(file).size;
  } catch {
    throw damaged('there is no such file');
  }
}

async function copyIn(tx: Tx, { table, columns }: SectionHead): Promise<SectionSink> {
  const stream: CopyStreamQuery = tx.client.query(copyFrom(`copy ${quoted(table)} (${list(columns)}) from stdin`));
  let failure: Error | undefined;
  stream.on('error', (error) => {
    failure = error;
  });
  return {
    rows: async (bytes) => {
      if (failure !== undefined) throw failure;
      if (!stream.write(bytes)) await once(stream, 'drain');
    },
    end: async () => {
      const done = once(stream, 'finish');
      stream.end();
      await done;
    },
    // Tells the server that the copy fails; without it the connection would wait for rows for ever.
    abort: () => stream.destroy(),
  };
}

async function addJobs(tx: Tx, jobs: readonly Job[]): Promise<void> {
  for (const { task, payload, queue, runAt, maxAttempts, key } of jobs) {
    await tx.run('select enqueue_job($1, $2::json, $3, $4, $5, $6)', [
      task,
      JSON.stringify(payload),
      runAt,
      key,
      maxAttempts,
      queue,
    ]);
  }
}
