import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { bareDatabase } from '@huying/testing/database';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { appliedMigrations, knownMigrations, migrate } from './migrate.ts';

const db = await bareDatabase();
const folder = mkdtempSync(path.join(tmpdir(), 'huying-migrations-'));
const file = (name: string): string => path.join(folder, name);
afterAll(() => rmSync(folder, { recursive: true }));

beforeEach(async () => {
  await db.pool.query('drop schema public cascade; create schema public');
  for (const name of readdirSync(folder)) rmSync(file(name));
  writeFileSync(file('0001-one.sql'), 'create table one (n integer)');
  writeFileSync(file('0003-three.sql'), 'create table three (n integer)');
});

const numbers = async (): Promise<number[]> => (await appliedMigrations(db)).map((one) => one.number);

describe('migrations', () => {
  it('are applied in order of number, once, also by programs that start together', async () => {
    const applied = await Promise.all(Array.from({ length: 5 }, () => migrate(db, { folder })));
    expect(applied.filter((list) => list.length > 0)).toEqual([[1, 3]]);
    expect(await numbers()).toEqual([1, 3]);
  });

  it('take up a lower number that came later, and leave out what is not asked for', async () => {
    expect(await migrate(db, { folder, only: [1] })).toEqual([1]);
    await migrate(db, { folder });
    writeFileSync(file('0002-two.sql'), 'create table two (n integer)');
    expect(await migrate(db, { folder })).toEqual([2]);
  });

  it('leave the database at the one before when one fails, and say which and why', async () => {
    writeFileSync(file('0004-four.sql'), 'create table four (n integer); select 1 / 0');
    await expect(migrate(db, { folder })).rejects.toMatchObject({
      code: 'database.migration',
      params: { number: 4, name: 'four', reason: 'division by zero' },
    });
    expect(await numbers()).toEqual([1, 3]);
    const { rows } = await db.pool.query(`select to_regclass('four') as four`);
    expect(rows).toEqual([{ four: null }]);
  });

  it('refuse a database that a newer program has migrated', async () => {
    await migrate(db, { folder });
    rmSync(file('0003-three.sql'));
    await expect(migrate(db, { folder })).rejects.toMatchObject({
      code: 'database.newer',
      params: { found: 3, known: 1 },
    });
  });

  it('refuse when one already applied was changed, but not for its line ends', async () => {
    await migrate(db, { folder });
    writeFileSync(file('0001-one.sql'), 'create table one (n bigint)');
    await expect(migrate(db, { folder })).rejects.toMatchObject({
      code: 'database.edited',
      params: { number: 1, name: 'one' },
    });
    const [one] = knownMigrations(folder);
    writeFileSync(file('0001-one.sql'), 'create table\r\none (n bigint)');
    const crlf = knownMigrations(folder)[0]?.hash;
    writeFileSync(file('0001-one.sql'), 'create table\none (n bigint)');
    expect(knownMigrations(folder)[0]?.hash).toBe(crlf);
    expect(one?.hash).not.toBe(crlf);
  });

  it('make a role that owns nothing, cannot sign in and cannot bypass row-level security', async () => {
    await migrate(db, { folder });
    const { rows } = await db.pool.query(
      `select rolsuper, rolbypassrls, rolcanlogin, rolcreaterole, rolcreatedb from pg_roles where rolname = 'huying_app'`,
    );
    expect(rows).toEqual([
      { rolsuper: false, rolbypassrls: false, rolcanlogin: false, rolcreaterole: false, rolcreatedb: false },
    ]);
  });

  it('of the product are numbered without repeats, and apply to an empty database', async () => {
    const known = knownMigrations();
    expect(new Set(known.map((one) => one.number)).size).toBe(known.length);
    cpSync(path.join(import.meta.dirname, 'migrations'), folder, { recursive: true });
    for (const name of ['0001-one.sql', '0003-three.sql']) rmSync(file(name));
    expect(await migrate(db, { folder })).toEqual(known.map((one) => one.number));
  });
});
