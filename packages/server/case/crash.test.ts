import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type Db, migrate, openDb } from '@huying/server/db';
import { verifyChains } from '@huying/server/ledger';
import { type CaseDistrict, type Program, startProgram, testDistrict } from '@huying/testing/district';
import { afterAll, beforeAll, expect, it } from 'vitest';

const CASES = 10_000;
const AT_ONCE = 32;
/** Twenty minutes: the fifteen of accepting are over for every case the moment it is opened, the thirty are not. */
const AHEAD_MS = 20 * 60_000;

const folder = mkdtempSync(path.join(tmpdir(), 'huying-crash-'));
const masterKey = randomBytes(32);
const programs = new Set<Program>();
let db: Db;
let district: CaseDistrict;

beforeAll(async () => {
  chmodSync(folder, 0o755);
  // A server of its own: it is going to be killed.
  db = await openDb({ dataDir: path.join(folder, 'postgres') });
  await migrate(db);
  district = await testDistrict(db, { masterKey, now: new Date(Date.now() - 60_000).toISOString() });
  district.clock.set(Date.now());
});

afterAll(async () => {
  for (const program of programs) await program.kill();
  await db.close();
  rmSync(folder, { recursive: true, force: true });
});

async function start(does: 'open cases' | 'fire clocks'): Promise<Program> {
  const ahead = does === 'fire clocks' ? AHEAD_MS : 0;
  const program = await startProgram({ does, url: db.url, masterKey: masterKey.toString('hex'), ahead });
  programs.add(program);
  return program;
}

const postmaster = () => Number(readFileSync(path.join(folder, 'postgres/data/postmaster.pid'), 'utf8').split('\n')[0]);

async function one<R>(sql: string): Promise<R> {
  const row = await district.inside(({ tx, tenant }) => tx.one<R>(sql, [tenant]));
  if (row === undefined) throw new Error('no row');
  return row;
}

it('server, worker and PostgreSQL are killed amid ten thousand cases: each acknowledged exists once, chains verify, each rung fired once', {
  timeout: 300_000,
}, async () => {
  const began = performance.now();
  let server = await start('open cases');
  const workers = [await start('fire clocks'), await start('fire clocks')];
  const operator = district.as('operator');
  const acknowledged = new Map<string, string>();
  let retries = 0;
  let next = 0;
  const kills: string[] = [];

  /** A client that asks with the same key until it is answered. */
  async function client(): Promise<void> {
    for (let number = next++; number < CASES; number = next++) {
      const key = `call-${number}`;
      for (;;) {
        const asked = server;
        try {
          acknowledged.set(key, (await asked.open(operator, key, key)).id);
          break;
        } catch {
          retries += 1;
          await wait(50);
        }
      }
    }
  }

  async function untilAcknowledged(count: number): Promise<void> {
    while (acknowledged.size < count) await wait(5);
  }

  async function havoc(): Promise<void> {
    await untilAcknowledged(2_000);
    await server.kill();
    kills.push(`server at ${acknowledged.size}`);
    server = await start('open cases');
    await untilAcknowledged(4_000);
    await workers[0]?.kill();
    kills.push(`worker at ${acknowledged.size}`);
    workers[0] = await start('fire clocks');
    await untilAcknowledged(6_000);
    const pid = postmaster();
    process.kill(pid, 'SIGKILL');
    kills.push(`PostgreSQL at ${acknowledged.size}`);
    await untilAcknowledged(8_000);
    expect(postmaster()).not.toBe(pid);
    await server.kill();
    await workers[1]?.kill();
    kills.push(`server and worker at ${acknowledged.size}`);
    server = await start('open cases');
  }

  await Promise.all([havoc(), ...Array.from({ length: AT_ONCE }, client)]);
  const opened = performance.now();
  for (let left = 1; left > 0; await wait(100)) {
    left = (
      await one<{ left: number }>(
        `select count(*) as left from timer where tenant = $1 and rung = 'late' and clock = 'accept' and fired_at is null`,
      )
    ).left;
  }
  const fired = performance.now();

  expect(new Set(acknowledged.values()).size).toBe(CASES);
  const cases = await one<{ count: number; titles: number; ids: string[] }>(
    `select count(*) as count, count(distinct title) as titles, array_agg(id::text) as ids from case_record where tenant = $1`,
  );
  expect(cases).toMatchObject({ count: CASES, titles: CASES });
  expect(new Set(cases.ids)).toEqual(new Set(acknowledged.values()));

  const ledger = await one(`select count(*) filter (where what = 'open') as opened,
      count(distinct subject) filter (where what = 'open') as subjects,
      count(*) filter (where what = 'rung') as rungs,
      count(distinct subject) filter (where what = 'rung') as fired
      from ledger where tenant = $1 and kind = 'case'`);
  expect(ledger).toEqual({ opened: CASES, subjects: CASES, rungs: CASES, fired: CASES });
  const notices = await one(`select count(*) as count, count(distinct body ->> 'case') as cases from outbox
      where tenant = $1 and kind = 'notice' and body ->> 'does' = 'urge'`);
  expect(notices).toEqual({ count: CASES, cases: CASES });
  expect(await verifyChains(db, district.tenant)).toMatchObject({ broken: null });

  const seconds = (from: number, to: number) => ((to - from) / 1000).toFixed(1);
  console.log(
    `${CASES} cases by ${AT_ONCE} clients in ${seconds(began, opened)} s, ${retries} retries; last rung ${seconds(opened, fired)} s later; ` +
      `checked in ${seconds(fired, performance.now())} s. Killed: ${kills.join(', ')}.`,
  );
});
