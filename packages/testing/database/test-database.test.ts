import { randomBytes } from 'node:crypto';
import { appliedMigrations, type Db, knownMigrations, openDb } from '@huying/server/db';
import pg from 'pg';
import { describe, expect, inject, it } from 'vitest';
import { addressOf, makeTemplate, onServer } from './template.ts';
import { closeTestDatabase, testDatabase } from './test-database.ts';

const server = inject('testServer');
const db = await testDatabase();

async function clone(): Promise<{ db: Db; name: string }> {
  const name = `huying_test_${process.pid}_${randomBytes(5).toString('hex')}`;
  await onServer(server, (client) => client.query(`create database ${name}`));
  return { db: await openDb({ url: addressOf(server, name) }), name };
}

const exists = (name: string): Promise<number | null> =>
  onServer(
    server,
    async (client) => (await client.query('select 1 from pg_database where datname = $1', [name])).rowCount,
  );

describe('the database of a test file', () => {
  it('is migrated, and another than that of the next', async () => {
    expect((await appliedMigrations(db)).length).toBe(knownMigrations().length);
    const other = new URL(db.url).pathname;
    expect(other).toMatch(/^\/huying_test_/);
  });

  it('is gone after the file', async () => {
    const one = await clone();
    await one.db.pool.query('select 1');
    await closeTestDatabase(one.db, server, one.name);
    expect(await exists(one.name)).toBe(0);
  });

  it('fails the file, and is gone all the same, when a transaction was left open', async () => {
    const one = await clone();
    const client = await one.db.pool.connect();
    await expect(closeTestDatabase(one.db, server, one.name)).rejects.toThrow(
      /1 connection\(s\) were never given back/,
    );
    expect(await exists(one.name)).toBe(0);
    client.release(true);
    await one.db.close();
  });

  it('fails the file when a connection beside the pool was left open', async () => {
    const one = await clone();
    const stray = new pg.Client({ connectionString: one.db.url });
    stray.on('error', () => undefined);
    await stray.connect();
    await expect(closeTestDatabase(one.db, server, one.name)).rejects.toThrow(/1 connection\(s\) to the test database/);
    await stray.end();
  });

  it('comes from one template for each state of the migrations', async () => {
    expect(await makeTemplate(server)).toBe(await makeTemplate(server));
  });
});
