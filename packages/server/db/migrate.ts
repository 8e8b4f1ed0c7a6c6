import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { HuyingError } from '@huying/kit/error';
import { Logger, runMigrations } from 'graphile-worker';
import type { PoolClient } from 'pg';
import type { Db } from './db.ts';
import { databaseFailure, isConnectionLoss } from './failure.ts';

/** One step of the schema's history: a file `NNNN-name.sql`, never changed after release. */
export interface Migration {
  readonly number: number;
  readonly name: string;
  readonly sql: string;
  /** SHA-256 of the text, in hexadecimal, line ends evened out. */
  readonly hash: string;
}

const FOLDER = path.join(import.meta.dirname, 'migrations');

/** Any number will do, as long as nothing else in the database uses it. */
const MIGRATING = 4_849_557_904;

/** The migrations this program knows, by number. */
export function knownMigrations(folder: string = FOLDER): Migration[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.sql'))
    .map((file) => {
      const [, number, name] = /^(\d{4})-([a-z0-9-]+)\.sql$/.exec(file) ?? [];
      if (number === undefined || name === undefined) throw new Error(`${file} is not named NNNN-name.sql`);
      const sql = readFileSync(path.join(folder, file), 'utf8').replaceAll('\r\n', '\n');
      return { number: Number(number), name, sql, hash: createHash('sha256').update(sql).digest('hex') };
    })
    .sort((one, other) => one.number - other.number);
}

/** What was applied to a database, by number; empty before the first migration. */
export async function appliedMigrations(db: Db): Promise<Omit<Migration, 'sql'>[]> {
  return withClient(db, applied);
}

export interface MigrateOptions {
  readonly folder?: string;
  /** These numbers and no others; for restoring a backup as it was made. */
  readonly only?: readonly number[];
}

/**
 * Brings the schema up to what this program knows: the job queue's own schema, the role huying_app, then each missing migration
 * in a transaction of its own. Programs starting at once wait for each other. Answers the numbers applied now.
 * Throws database.newer, .edited, .migration.
 */
export async function migrate(db: Db, options: MigrateOptions = {}): Promise<number[]> {
  const known = knownMigrations(options.folder);
  return withClient(db, async (guard) => {
    // A lock of a transaction, not of a session: behind pgbouncer a session is not ours to keep.
    await guard.query('begin');
    await guard.query('set local statement_timeout = 0');
    await guard.query('set local idle_in_transaction_session_timeout = 0');
    await guard.query('select pg_advisory_xact_lock($1)', [MIGRATING]);
    try {
      return await withClient(db, (client) => apply(db, client, known, options.only));
    } finally {
      await guard.query('commit');
    }
  });
}

async function apply(db: Db, client: PoolClient, known: Migration[], only?: readonly number[]): Promise<number[]> {
  const done = new Map((await applied(client)).map((one) => [one.number, one]));
  const knownNumbers = new Set(known.map((one) => one.number));
  const strange = [...done.keys()].filter((number) => !knownNumbers.has(number));
  if (strange.length > 0) {
    throw new HuyingError('database.newer', { found: Math.max(...strange), known: known.at(-1)?.number ?? 0 });
  }
  const edited = known.find((one) => done.has(one.number) && done.get(one.number)?.hash !== one.hash);
  if (edited !== undefined) throw new HuyingError('database.edited', { number: edited.number, name: edited.name });
  const missing = known.filter((one) => !done.has(one.number) && (only?.includes(one.number) ?? true));
  if (missing.length === 0) return [];
  await runMigrations({ pgPool: db.pool, logger: new Logger(() => () => undefined) });
  await ensureRole(client);
  await client.query(
    'create table if not exists migration (number integer primary key, name text not null, hash text not null, at timestamptz not null default now())',
  );
  for (const one of missing) await applyOne(client, one);
  return missing.map((one) => one.number);
}

async function applyOne(client: PoolClient, { number, name, sql, hash }: Migration): Promise<void> {
  try {
    await client.query('begin');
    await client.query('set local statement_timeout = 0');
    await client.query(sql);
    await client.query('insert into migration (number, name, hash) values ($1, $2, $3)', [number, name, hash]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    if (isConnectionLoss(error)) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw Object.assign(new HuyingError('database.migration', { number, name, reason }), { cause: error });
  }
}

/** The role every statement of the program runs as. It owns nothing, cannot sign in, and row-level security holds for it. */
async function ensureRole(client: PoolClient): Promise<void> {
  // Looked for first: on a server of one's own the administrator may have made it for a user who may not make roles.
  await client.query(`do $$ begin
    if not exists (select from pg_roles where rolname = 'huying_app') then create role huying_app nologin; end if;
  exception when duplicate_object or unique_violation then null; end $$`);
  // Roles belong to the server, not the database: two databases being made at once may both grant.
  await client.query(`do $$ begin
    if not pg_has_role(current_user, 'huying_app', 'MEMBER') then execute format('grant huying_app to %I', current_user); end if;
  end $$`);
  await client.query('grant usage on schema public to huying_app');
}

async function applied(client: PoolClient): Promise<Omit<Migration, 'sql'>[]> {
  const { rows } = await client.query<{ exists: boolean }>(
    `select to_regclass('public.migration') is not null as exists`,
  );
  if (!rows[0]?.exists) return [];
  const { rows: done } = await client.query<Omit<Migration, 'sql'>>(
    'select number, name, hash from migration order by number',
  );
  return done;
}

async function withClient<T>(db: Db, work: (client: PoolClient) => Promise<T>): Promise<T> {
  let client: PoolClient | undefined;
  let failed = true;
  try {
    client = await db.pool.connect();
    const result = await work(client);
    failed = false;
    return result;
  } catch (error) {
    throw databaseFailure(error, 0);
  } finally {
    client?.release(failed);
  }
}
