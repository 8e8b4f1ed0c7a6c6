import { readFileSync } from 'node:fs';
import path from 'node:path';
import { HuyingError } from '@huying/kit/error';
import { to as copyTo } from 'pg-copy-streams';
import { type Db, programFolder } from '../db.ts';
import { appliedMigrations } from '../migrate.ts';
import { type Tx, transaction } from '../tx.ts';
import { ArchiveWriter, type BackupHead, type Job } from './archive.ts';
import { list, quoted, type Table, tablesInOrder } from './tables.ts';
import { rowsFor } from './tenant-rows.ts';

/** How far a long work is, in its own units, and what it is at. */
export type OnProgress = (done: number, total: number, what: string) => void;

export interface BackupOptions {
  /** One district only, with what it needs of the shared tables. */
  readonly tenant?: string;
  /** Epoch milliseconds, for the head. */
  readonly now: number;
  /** Rows written, of about so many. */
  readonly onProgress?: OnProgress;
}

export interface BackupSummary {
  readonly head: BackupHead;
  readonly rows: number;
  readonly sections: number;
  readonly jobs: number;
}

/** Version of the program, from its package.json. */
export function programVersion(): string {
  const { version } = JSON.parse(readFileSync(path.join(programFolder, 'package.json'), 'utf8')) as { version: string };
  return version;
}

/**
 * Writes a backup of one consistent picture of the database while others go on working. The file appears under its name when it is
 * complete and on the disk. Districts are copied one after another, so a user who is subject to row-level security can do it too.
 * Throws database.tenantUnknown.
 */
export async function backup(db: Db, file: string, options: BackupOptions): Promise<BackupSummary> {
  const writer = new ArchiveWriter(file);
  try {
    const migrations = await appliedMigrations(db);
    const opening = { sql: 'SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY', statementTimeout: 0 };
    return await transaction(db, opening, (tx) => write(tx, writer, migrations, options));
  } catch (error) {
    await writer.abandon();
    throw error;
  }
}

async function write(
  tx: Tx,
  writer: ArchiveWriter,
  migrations: BackupHead['migrations'],
  options: BackupOptions,
): Promise<BackupSummary> {
  const { tenant: only, onProgress } = options;
  const codes = await tx.rows<{ code: string }>(
    'select code from tenant where $1::text is null or code = $1 order by code',
    [only ?? null],
  );
  const tenants = codes.map((row) => row.code);
  if (only !== undefined && tenants.length === 0) throw new HuyingError('database.tenantUnknown', { tenant: only });
  const head: BackupHead = {
    version: programVersion(),
    at: new Date(options.now).toISOString(),
    migrations: migrations.map(({ number, name, hash }) => ({ number, name, hash })),
    tenants,
    only: only ?? null,
  };
  await writer.begin(head);
  const { tables, references } = await tablesInOrder(tx);
  const about = tables.reduce((sum, table) => sum + table.estimate, 0);
  let rows = 0;
  let sections = 0;
  let done = 0;
  const copy = async (table: Table, tenant: string | null, where: string | undefined): Promise<void> => {
    if (where === undefined) return;
    const select = `select ${list(table.columns)} from ${quoted(table.name)} where ${where}`;
    const source = tx.client.query(copyTo(`copy (${select}) to stdout`));
    rows += await writer.section({ table: table.name, tenant, columns: table.columns }, source, (count) => {
      done += count;
      onProgress?.(done, Math.max(about, done), table.name);
    });
    sections += 1;
  };
  for (const table of tables.filter((one) => !one.tenanted)) {
    await enter(tx, only ?? '');
    await copy(table, null, rowsFor(table, only ?? '', only !== undefined, tables, references));
  }
  for (const tenant of tenants) {
    await enter(tx, tenant);
    for (const table of tables.filter((one) => one.tenanted)) {
      await copy(table, tenant, rowsFor(table, tenant, true, tables, references));
    }
  }
  const jobs = await waitingJobs(tx, only);
  await writer.jobs(jobs);
  await writer.finish({ sections, rows, jobs: jobs.length });
  return { head, rows, sections, jobs: jobs.length };
}

async function enter(tx: Tx, tenant: string): Promise<void> {
  await tx.run(`select set_config('huying.tenant', $1, true)`, [tenant]);
}

/** Jobs in the queue: not its rows, whose form is the queue's own, but what it takes to add them again. */
async function waitingJobs(tx: Tx, only: string | undefined): Promise<Job[]> {
  return tx.rows<Job>(
    `select t.identifier as task, j.payload, q.queue_name as queue, j.run_at as "runAt", j.max_attempts as "maxAttempts", j.key
     from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
     left join graphile_worker._private_job_queues q on q.id = j.job_queue_id
     where j.attempts < j.max_attempts and ($1::text is null or j.payload ->> 'tenant' = $1) order by j.id`,
    [only ?? null],
  );
}
