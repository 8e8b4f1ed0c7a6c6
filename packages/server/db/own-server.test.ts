import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openDb } from './db.ts';
import { migrate } from './migrate.ts';
import { checkOwnServer } from './own-server.ts';

const server = inject('testServer');
const id = randomBytes(4).toString('hex');
const owner = `huying_owner_${id}`;
const poor = `huying_poor_${id}`;
const good = `huying_test_${process.pid}_good_${id}`;
const latin = `huying_test_${process.pid}_latin_${id}`;
const ascii = `huying_test_${process.pid}_ascii_${id}`;

const admin = new pg.Client({ connectionString: server });

function address(database: string, user?: string): string {
  const url = new URL(server);
  url.pathname = `/${database}`;
  if (user !== undefined) {
    url.username = user;
    url.password = 'secret';
  }
  return url.href;
}

beforeAll(async () => {
  await admin.connect();
  await admin.query(`create role ${owner} login password 'secret' createrole`);
  await admin.query(`create role ${poor} login password 'secret'`);
  await admin.query(`create database ${good} owner ${owner} template template0`);
  const libc = 'template template0 locale_provider libc';
  await admin.query(`create database ${latin} ${libc} encoding 'SQL_ASCII' lc_collate 'C' lc_ctype 'C'`);
  await admin.query(`create database ${ascii} ${libc} encoding 'UTF8' lc_collate 'C' lc_ctype 'C'`);
});

afterAll(async () => {
  for (const database of [good, latin, ascii]) await admin.query(`drop database if exists ${database} with (force)`);
  await admin.query(`drop role ${owner}; drop role ${poor}`);
  await admin.end();
});

describe('a server of one’s own', () => {
  it.each(['nonsense', 'http://127.0.0.1/x', 'postgres://'])('is refused at the address %j', async (url) => {
    await expect(checkOwnServer(url)).rejects.toMatchObject({ code: 'database.address' });
  });

  it('is refused with the reason when it cannot be reached, without its password', async () => {
    const refused = checkOwnServer('postgres://u:secret-word@127.0.0.1:1/x');
    await expect(refused).rejects.toMatchObject({ code: 'database.connect', params: { reason: 'ECONNREFUSED' } });
    await expect(refused).rejects.not.toThrow(/secret-word/);
    await expect(checkOwnServer(address('no_such_database'))).rejects.toMatchObject({
      code: 'database.connect',
      params: { reason: 'database "no_such_database" does not exist' },
    });
  });

  it('is refused when it is not UTF-8, or knows ASCII letters only', async () => {
    await expect(checkOwnServer(address(latin))).rejects.toMatchObject({
      code: 'database.encoding',
      params: { found: 'SQL_ASCII' },
    });
    await expect(checkOwnServer(address(ascii))).rejects.toMatchObject({
      code: 'database.ctype',
      params: { found: 'C' },
    });
  });

  it('is refused to a user who may not use the role, or may not make tables', async () => {
    await admin.query(`do $$ begin create role huying_app nologin; exception when duplicate_object then null; end $$`);
    await expect(checkOwnServer(address(good, poor))).rejects.toMatchObject({
      code: 'database.role',
      params: { user: poor },
    });
    await admin.query(`grant huying_app to ${poor}`);
    await expect(checkOwnServer(address(good, poor))).rejects.toMatchObject({
      code: 'database.privilege',
      params: { user: poor, database: good },
    });
  });

  it('serves an owner who is no superuser', async () => {
    await admin.query(`grant huying_app to ${owner}`);
    const db = await openDb({ url: address(good, owner) });
    try {
      expect(db.kind).toBe('own');
      expect((await migrate(db)).length).toBeGreaterThan(0);
      expect(await migrate(db)).toEqual([]);
    } finally {
      await db.close();
    }
  });
});
