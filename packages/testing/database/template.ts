import { createHash } from 'node:crypto';
import { DAY_MS } from '@huying/kit/calendar';
import { type Db, knownMigrations, migrate, openDb } from '@huying/server/db';
import pg from 'pg';

/** Databases of tests whose runner was killed; and templates nobody has used for a day. */
const TEST = /^huying_test_(\d+)_/;

/** The same address with another database. */
export function addressOf(server: string, database: string): string {
  const url = new URL(server);
  url.pathname = `/${database}`;
  return url.href;
}

/** Runs one statement after another on a connection of its own, outside any transaction. */
export async function onServer<T>(server: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** A migrated database to clone from, made once for each state of the migrations. Answers its name. */
export async function makeTemplate(server: string): Promise<string> {
  const hash = createHash('sha256').update(JSON.stringify(knownMigrations())).digest('hex').slice(0, 12);
  const name = `huying_template_${hash}`;
  await onServer(server, async (client) => {
    // Several runs may start at once on one server.
    await client.query('select pg_advisory_lock(48495579)');
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (rowCount === 0) await build(client, server, name);
    await client.query(`comment on database ${name} is '${new Date().toISOString()}'`);
  });
  return name;
}

async function build(client: pg.Client, server: string, name: string): Promise<void> {
  const half = `${name}_new`;
  await client.query(`drop database if exists ${half} with (force)`);
  await client.query(`create database ${half}`);
  let db: Db | undefined;
  try {
    db = await openDb({ url: addressOf(server, half) });
    await migrate(db);
  } finally {
    await db?.close();
  }
  await client.query(`alter database ${half} rename to ${name}`);
}

/** Drops what killed runs left behind, and templates of migrations long changed. */
export async function sweep(server: string): Promise<void> {
  await onServer(server, async (client) => {
    await client.query('select pg_advisory_lock(48495579)');
    await dropLeftOvers(client);
  });
}

async function dropLeftOvers(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string; used: string | null }>(
    `select datname as name, shobj_description(oid, 'pg_database') as used from pg_database where datname like 'huying\\_t%'`,
  );
  for (const { name, used } of rows) {
    const runner = TEST.exec(name)?.[1];
    const leftOver = runner !== undefined && !isAlive(Number(runner));
    const old = name.startsWith('huying_template_') && used !== null && Date.parse(used) < Date.now() - DAY_MS;
    if (leftOver || old) await client.query(`drop database if exists ${name} with (force)`);
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
