import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { openDb } from '../index.ts';
import { isRunning } from './os-process.ts';

const root = process.getuid?.() === 0;
const parent = mkdtempSync(path.join(tmpdir(), 'huying-cluster-'));
chmodSync(parent, 0o755);
const folder = path.join(parent, 'postgres');
const holders: ChildProcess[] = [];

afterEach(async () => {
  for (const holder of holders.splice(0)) await kill(holder);
  // Whatever a test left running is joined and stopped.
  const db = await openDb({ dataDir: folder });
  await db.close();
});

afterAll(() => rmSync(parent, { recursive: true, force: true }));

/** Another process that opens the same folder. */
async function hold(): Promise<{ process: ChildProcess; url: string }> {
  const child = fork(path.join(import.meta.dirname, 'holder.fixture.ts'), [folder], { execArgv: [], silent: true });
  holders.push(child);
  const [message] = (await once(child, 'message')) as [{ url: string }];
  return { process: child, url: message.url };
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}

async function close(child: ChildProcess): Promise<void> {
  const gone = once(child, 'exit');
  child.send('close');
  await gone;
}

async function ask<R>(url: string, sql: string): Promise<R | undefined> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query(sql)).rows[0] as R | undefined;
  } finally {
    await client.end();
  }
}

/** Other processes act in their own time; this waits for what they must bring about. */
async function eventually<T>(look: () => Promise<T>): Promise<T> {
  for (let tries = 0; ; tries++) {
    try {
      return await look();
    } catch (error) {
      if (tries > 200) throw error;
      await wait(50);
    }
  }
}

const postmaster = (): number => Number(readFileSync(path.join(folder, 'data/postmaster.pid'), 'utf8').split('\n')[0]);
const running = (pid: number): boolean => isRunning({ pid, started: null });

describe('the embedded server', () => {
  it('keeps what was committed, knows Han characters, listens to this machine only and wants a password', async () => {
    const { url } = await hold();
    const facts = await ask(
      url,
      `select current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit,
        current_setting('server_encoding') as encoding, current_setting('listen_addresses') as listen, '清' ~ '^\\w$' as han,
        (select datlocprovider::text || ' ' || datlocale from pg_database where datname = current_database()) as locale`,
    );
    expect(facts).toEqual({
      fsync: 'on',
      commit: 'on',
      encoding: 'UTF8',
      listen: '127.0.0.1',
      han: true,
      locale: 'b C.UTF-8',
    });
    const stranger = new URL(url);
    stranger.password = 'wrong';
    await expect(ask(stranger.href, 'select 1')).rejects.toThrow(/password authentication failed/);
  });

  it('is one, however many processes open it at once, and stops when the last closes', async () => {
    const [one, two, three] = await Promise.all([hold(), hold(), hold()]);
    const pid = postmaster();
    expect(new Set([one.url, two.url, three.url]).size).toBe(1);
    await close(one.process);
    await close(two.process);
    expect(await ask(three.url, 'select 1 as one')).toEqual({ one: 1 });
    expect(running(pid)).toBe(true);
    await close(three.process);
    expect(running(pid)).toBe(false);
  });

  it('stops also when its users close at the same moment', async () => {
    const both = await Promise.all([hold(), hold()]);
    const pid = postmaster();
    await Promise.all(both.map((one) => close(one.process)));
    expect(running(pid)).toBe(false);
  });

  it('is started again by its supervisor when it is killed, with everything that was committed', async () => {
    const { url } = await hold();
    await ask(url, 'create table if not exists kept (n integer)');
    await ask(url, 'insert into kept values (1)');
    const pid = postmaster();
    process.kill(pid, 'SIGKILL');
    const count = await eventually(async () => {
      expect(postmaster()).not.toBe(pid);
      return ask(url, 'select count(*)::int as n from kept');
    });
    expect(count).toEqual({ n: 1 });
  });

  it('outlives its killed supervisor, and whoever joined it takes over', async () => {
    const supervisor = await hold();
    const joined = await hold();
    const pid = postmaster();
    await kill(supervisor.process);
    expect(await ask(joined.url, 'select 1 as one')).toEqual({ one: 1 });
    process.kill(pid, 'SIGKILL');
    await eventually(() => ask(joined.url, 'select 1'));
    expect(postmaster()).not.toBe(pid);
  });

  it('is taken over, not started twice, by the next to open it after its only user was killed', async () => {
    const first = await hold();
    const pid = postmaster();
    await kill(first.process);
    expect(running(pid)).toBe(true);
    const second = await hold();
    expect(postmaster()).toBe(pid);
    expect(second.url).toBe(first.url);
  });

  it('starts after supervisor and server were both killed', async () => {
    const first = await hold();
    const pid = postmaster();
    await kill(first.process);
    process.kill(pid, 'SIGKILL');
    await eventually(async () => expect(running(pid)).toBe(false));
    const second = await hold();
    expect(await ask(second.url, 'select count(*)::int as n from kept')).toEqual({ n: 1 });
  });

  it('starts although the number in its pid file now belongs to a stranger', async () => {
    writeFileSync(path.join(folder, 'data/postmaster.pid'), `${process.pid}\n${folder}/data\n`);
    const { url } = await hold();
    expect(await ask(url, 'select 1 as one')).toEqual({ one: 1 });
  });

  it('is not held up by the lock of a process that is gone, or of a stranger with its number', async () => {
    writeFileSync(path.join(folder, 'supervisor.lock'), JSON.stringify({ pid: process.pid, started: '1' }));
    const { url } = await hold();
    expect(await ask(url, 'select 1 as one')).toEqual({ one: 1 });
    expect(readdirSync(path.join(folder, 'attached'))).toHaveLength(1);
  });

  it('refuses data of another major version, naming both', async () => {
    const file = path.join(folder, 'data/PG_VERSION');
    const version = readFileSync(file, 'utf8');
    writeFileSync(file, '15\n');
    const refused = openDb({ dataDir: folder });
    await expect(refused).rejects.toMatchObject({ code: 'database.format', params: { found: '15' } });
    writeFileSync(file, version);
  });

  it.runIf(root)('lives where its user can reach it when the folder is closed, and says so', async () => {
    const closed = mkdtempSync(path.join(tmpdir(), 'huying-closed-'));
    const said: string[] = [];
    const say = (_: object, sentence: string): void => {
      said.push(sentence);
    };
    const db = await openDb({
      dataDir: path.join(closed, 'postgres'),
      log: { debug: say, info: say, warn: say, error: say },
    });
    const id = readFileSync(path.join(closed, 'postgres/id'), 'utf8');
    const place = path.join('/var/lib/huying', id);
    await db.close();
    try {
      expect(said).toEqual([expect.stringContaining(place)]);
      expect(existsSync(path.join(place, 'data/PG_VERSION'))).toBe(true);
    } finally {
      rmSync(place, { recursive: true });
      rmSync(closed, { recursive: true });
    }
  });
});
