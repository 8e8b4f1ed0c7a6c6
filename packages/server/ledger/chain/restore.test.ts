import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { bareDatabase, testDatabase, testServices } from '@huying/testing/database';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import {
  appliedMigrations,
  backup,
  checkBackup,
  type Db,
  knownMigrations,
  migrate,
  openDb,
  restore,
} from '../../db/index.ts';
import { createTenant, listTenants } from '../../tenant/index.ts';
import { append, enqueueJob, enqueueOutbox, inTenant, restoreVerified, theSystem, verifyChains } from '../index.ts';

const db = await testDatabase();
const target = await bareDatabase();
const services = testServices(db);
const folder = mkdtempSync(path.join(tmpdir(), 'huying-backup-'));
const file = path.join(folder, 'all.huying');
const now = services.now();
afterAll(() => rmSync(folder, { recursive: true }));

/** What COPY must carry unharmed: separators, quotes, backslashes, line ends, astral characters, emptiness and null. */
const AWKWARD = 'tab\t line\n return\r back\\slash \\N "quote" \'apostrophe\' 清江区 😀 ';

async function fill(tenant: string): Promise<void> {
  await inTenant(services, { tenant, actor: theSystem }, async (ctx) => {
    for (let index = 0; index < 40; index++) {
      const subject = ctx.id();
      for (const what of ['open', 'close']) {
        append(ctx, {
          subject,
          kind: 'toy',
          what,
          visibility: 'public',
          body: { words: AWKWARD, empty: '', nothing: null },
        });
      }
      enqueueOutbox(ctx, { kind: 'mail', to: AWKWARD, key: `${index}`, body: { words: AWKWARD } });
    }
    await enqueueJob(ctx, 'toy', { words: AWKWARD }, { runAt: Date.UTC(2999, 0, 1), key: tenant });
  });
}

/** Every row of every table, as text, whatever its order. */
async function contentsOf(of: Db): Promise<Record<string, string>> {
  const { rows } = await of.pool.query<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and relname <> 'migration' order by 1`,
  );
  const contents: Record<string, string> = {};
  for (const { name } of rows) {
    const {
      rows: [sum],
    } = await of.pool.query(
      `select count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as sum from ${name} t`,
    );
    contents[name] = sum.sum;
  }
  return contents;
}

async function jobsOf(of: Db): Promise<unknown[]> {
  const { rows } = await of.pool.query(
    'select task_identifier, run_at, key, max_attempts from graphile_worker.jobs order by key',
  );
  return rows;
}

beforeAll(async () => {
  for (const code of ['440199', 'boston']) {
    await createTenant(db, { code, name: { zh: AWKWARD, en: code }, zone: 'UTC' }, now);
    await fill(code);
  }
  await backup(db, file, { now });
});

beforeEach(async () => {
  await target.pool.query(
    'drop schema public cascade; drop schema if exists graphile_worker cascade; create schema public',
  );
});

describe('a backup', () => {
  it('restores to the same rows, jobs and whole chains, also into a database without tables', async () => {
    const summary = await restoreVerified(target, file);
    // Two districts, 160 entries of 80 chains, 80 messages.
    expect(summary.rows).toBe(2 + 160 + 80 + 80);
    expect(await contentsOf(target)).toEqual(await contentsOf(db));
    expect(await jobsOf(target)).toEqual(await jobsOf(db));
    expect((await appliedMigrations(target)).map((one) => one.number)).toEqual(
      knownMigrations().map((one) => one.number),
    );
    expect(await verifyChains(target, 'boston')).toEqual({ subjects: 40, entries: 80, broken: null });
    const forced = await target.pool.query(
      `select 1 from pg_class where relnamespace = 'public'::regnamespace and relrowsecurity and not relforcerowsecurity`,
    );
    expect(forced.rowCount).toBe(0);
  });

  it('tells how far it is, and what is in it', async () => {
    const writing: number[] = [];
    const made = await backup(db, path.join(folder, 'again.huying'), { now, onProgress: (done) => writing.push(done) });
    expect(writing.at(-1)).toBe(made.rows);
    const reading: string[] = [];
    const checked = await checkBackup(file, (_, __, what) => reading.push(what));
    expect(checked).toEqual(made);
    expect(checked.head.tenants).toEqual(['440199', 'boston']);
    expect(reading).toContain('ledger');
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it('of one district holds nothing of another', async () => {
    const one = path.join(folder, 'one.huying');
    await backup(db, one, { now, tenant: 'boston' });
    await restoreVerified(target, one);
    expect((await listTenants(target)).map((tenant) => tenant.code)).toEqual(['boston']);
    const { rows } = await target.pool.query(
      'select distinct tenant from ledger union select distinct tenant from outbox',
    );
    expect(rows).toEqual([{ tenant: 'boston' }]);
    expect(await jobsOf(target)).toHaveLength(1);
  });

  it('is refused for a district that is none, whatever its code says', async () => {
    const none = path.join(folder, 'none.huying');
    for (const tenant of ['nowhere', "x' or 'x' = 'x"]) {
      await expect(backup(db, none, { now, tenant })).rejects.toMatchObject({ code: 'database.tenantUnknown' });
    }
    expect(readdirSync(folder).filter((name) => name.startsWith('none'))).toEqual([]);
  });

  it('is one picture, whatever is written meanwhile', async () => {
    const before = await contentsOf(db);
    const moving = path.join(folder, 'moving.huying');
    let written: Promise<unknown> | undefined;
    await backup(db, moving, {
      now,
      onProgress: () => {
        written ??= createTenant(db, { code: 'late', name: { zh: '', en: '' }, zone: 'UTC' }, now);
      },
    });
    await written;
    await restoreVerified(target, moving);
    expect(await contentsOf(target)).toEqual(before);
    await db.pool.query(`delete from tenant where code = 'late'`);
  });
});

describe('an owner who is no superuser', () => {
  const id = randomBytes(4).toString('hex');
  const owner = `huying_owner_${id}`;
  const names = [`huying_test_${process.pid}_a${id}`, `huying_test_${process.pid}_b${id}`] as const;
  const admin = new pg.Client({ connectionString: inject('testServer') });

  beforeAll(async () => {
    await admin.connect();
    await admin.query(`create role ${owner} login password 'secret'; grant huying_app to ${owner}`);
    for (const name of names) await admin.query(`create database ${name} owner ${owner} template template0`);
  });

  afterAll(async () => {
    for (const name of names) await admin.query(`drop database ${name} with (force)`);
    await admin.query(`drop role ${owner}`);
    await admin.end();
  });

  const opened = (name: string): Promise<Db> => {
    const url = new URL(inject('testServer'));
    Object.assign(url, { username: owner, password: 'secret', pathname: `/${name}` });
    return openDb({ url: url.href });
  };

  it('backs up and restores all districts, although row-level security holds for him too', async () => {
    const [from, to] = await Promise.all([opened(names[0]), opened(names[1])]);
    try {
      await restoreVerified(from, file);
      const own = path.join(folder, 'own.huying');
      expect((await backup(from, own, { now })).rows).toBe(322);
      await restoreVerified(to, own);
      expect(await verifyChains(to, '440199')).toEqual({ subjects: 40, entries: 80, broken: null });
      expect(await to.pool.query('select 1 from ledger')).toMatchObject({ rowCount: 0 });
    } finally {
      await Promise.all([from.close(), to.close()]);
    }
  });
});

describe('restoring', () => {
  const refused = async (name: string): Promise<void> => {
    await expect(restoreVerified(target, path.join(folder, name))).rejects.toMatchObject({ code: 'database.archive' });
    await expect(checkBackup(path.join(folder, name))).rejects.toMatchObject({ code: 'database.archive' });
  };

  it('refuses a file cut off, damaged or of another kind, and leaves nothing behind', async () => {
    const bytes = readFileSync(file);
    writeFileSync(path.join(folder, 'cut'), bytes.subarray(0, bytes.length - 50));
    const hurt = Buffer.from(bytes);
    hurt[bytes.length >> 1] = (hurt[bytes.length >> 1] ?? 0) ^ 0xff;
    writeFileSync(path.join(folder, 'hurt'), hurt);
    writeFileSync(path.join(folder, 'other'), 'hello');
    // The name of a column is hurt: PostgreSQL stumbles over it before the checksum, which stands at the end, is read.
    const plain = gunzipSync(bytes);
    const place = plain.indexOf('recorded_at');
    expect(place).toBeGreaterThan(0);
    plain.write('recorded_by', place);
    writeFileSync(path.join(folder, 'renamed'), Buffer.concat([gzipSync(plain).subarray(0, -8), bytes.subarray(-8)]));
    for (const name of ['cut', 'hurt', 'renamed', 'other', 'missing']) await refused(name);
    await migrate(target);
    expect(await listTenants(target)).toEqual([]);
    const { rows } = await target.pool.query('select 1 from ledger');
    expect(rows).toEqual([]);
  });

  it('refuses a database that holds something', async () => {
    await migrate(target);
    await createTenant(target, { code: 'here', name: { zh: '', en: '' }, zone: 'UTC' }, now);
    await expect(restore(target, file)).rejects.toMatchObject({
      code: 'database.notEmpty',
      params: { table: 'tenant' },
    });
  });

  it('refuses a backup of fewer migrations into a database already migrated, and upgrades it in an empty one', async () => {
    const old = await bareOld();
    await migrate(target);
    await expect(restore(target, old)).rejects.toMatchObject({ code: 'database.archiveOlder' });
    await target.pool.query('drop schema public cascade; drop schema graphile_worker cascade; create schema public');
    await restore(target, old);
    expect((await appliedMigrations(target)).length).toBe(knownMigrations().length);
    expect((await listTenants(target)).map((tenant) => tenant.code)).toEqual(['old']);
  });

  it('refuses chains that do not verify', async () => {
    const other = await openDb({ url: target.url });
    await restoreVerified(other, file);
    await other.pool.query(`update ledger set what = 'else' where seq = 2`);
    const bad = path.join(folder, 'bad.huying');
    await backup(other, bad, { now });
    await other.pool.query('drop schema public cascade; drop schema graphile_worker cascade; create schema public');
    await other.close();
    await expect(restoreVerified(target, bad)).rejects.toMatchObject({ code: 'ledger.broken', params: { seq: 2 } });
    expect(await listTenants(target)).toEqual([]);
  });

  /** A backup made when the schema had its first migrations only. */
  async function bareOld(): Promise<string> {
    const old = path.join(folder, 'old.huying');
    await migrate(target, { only: [1, 2, 3, 4, 5] });
    await createTenant(target, { code: 'old', name: { zh: '旧', en: 'Old' }, zone: 'UTC' }, now);
    await backup(target, old, { now });
    await target.pool.query('drop schema public cascade; drop schema graphile_worker cascade; create schema public');
    return old;
  }
});
