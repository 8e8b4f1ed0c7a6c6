import { randomBytes } from 'node:crypto';
import { type Db, type DbOptions, openDb } from '@huying/server/db';
import type { Client } from 'pg';
import { afterAll, inject } from 'vitest';
import { addressOf, makeTemplate, onServer } from './template.ts';

/**
 * A migrated, empty database for this test file, dropped at the file's end. Call it at the top of the file or of a describe,
 * not in a test. The end fails the file when a test left a connection open.
 */
export async function testDatabase(options: Omit<DbOptions, 'url' | 'dataDir'> = {}): Promise<Db> {
  return cloneOf(await makeTemplate(inject('testServer')), options);
}

/** The same without any table, for tests of migrations and of restoring. */
export async function bareDatabase(options: Omit<DbOptions, 'url' | 'dataDir'> = {}): Promise<Db> {
  return cloneOf('template0', options);
}

async function cloneOf(template: string, options: Omit<DbOptions, 'url' | 'dataDir'>): Promise<Db> {
  const url = inject('testServer');
  const name = `huying_test_${process.pid}_${randomBytes(5).toString('hex')}`;
  await onServer(url, (client) => client.query(`create database ${name} template ${template}`));
  const db = await openDb({ poolSize: 25, ...options, url: addressOf(url, name) });
  afterAll(() => closeTestDatabase(db, url, name));
  return db;
}

/** Drops the database of a test file. Throws when a test kept a connection: a transaction without end, or a pool not closed. */
export async function closeTestDatabase(db: Db, server: string, name: string): Promise<void> {
  const borrowed = db.pool.totalCount - db.pool.idleCount + db.side.totalCount - db.side.idleCount;
  // Closing waits for borrowed connections for ever.
  if (borrowed === 0) await db.close();
  const open = await onServer(server, async (client) => {
    const left = borrowed === 0 ? await connectionsTo(client, name) : 0;
    await client.query(`drop database if exists ${name} with (force)`);
    return left;
  });
  if (borrowed > 0) throw new Error(`${borrowed} connection(s) were never given back: a transaction is left open`);
  if (open > 0) throw new Error(`${open} connection(s) to the test database were left open`);
}

/** A server process ends a moment after its client has gone. */
async function connectionsTo(client: Client, name: string): Promise<number> {
  for (let look = 0; ; look++) {
    const { rows } = await client.query<{ count: string }>(
      'select count(*) from pg_stat_activity where datname = $1 and pid <> pg_backend_pid()',
      [name],
    );
    const count = Number(rows[0]?.count ?? 0);
    if (count === 0 || look === 40) return count;
    await client.query('select pg_sleep(0.025)');
  }
}
