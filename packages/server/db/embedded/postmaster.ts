import { type ChildProcess, spawn } from 'node:child_process';
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { HuyingError } from '@huying/kit/error';
import type { Binaries } from './binaries.ts';
import { isRunning, processesIn, startOf } from './os-process.ts';
import type { Place } from './place.ts';

/** The superuser of the embedded server. It owns the tables; every statement of the program runs as huying_app. */
export const OWNER = 'huying';

export interface Folders {
  readonly data: string;
  readonly socket: string;
  readonly log: string;
}

export function foldersOf(place: Place): Folders {
  return {
    data: path.join(place.folder, 'data'),
    socket: path.join(place.folder, 'socket'),
    log: path.join(place.folder, 'server.log'),
  };
}

/** Makes the data folder: UTF-8 by PostgreSQL's own C.UTF-8, the same on every machine, and passwords always. */
export async function initialise(place: Place, binaries: Binaries, password: string): Promise<void> {
  const { data, log } = foldersOf(place);
  const half = `${data}.new`;
  rmSync(half, { recursive: true, force: true });
  mkdirSync(half, { mode: 0o700 });
  const passwordFile = `${half}.password`;
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  give(place, half, passwordFile);
  const common = [
    '--pgdata',
    half,
    '--username',
    OWNER,
    '--pwfile',
    passwordFile,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
  ];
  const locale = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  try {
    // The system's C.UTF-8 serves what PostgreSQL still asks of the C library; where there is none, C does.
    const said = await output(place, binaries, 'initdb', [...common, ...locale, '--locale=C.UTF-8']);
    if (said !== undefined) {
      rmSync(half, { recursive: true, force: true });
      mkdirSync(half, { mode: 0o700 });
      give(place, half);
      const again = await output(place, binaries, 'initdb', [...common, ...locale, '--locale=C']);
      if (again !== undefined) throw new HuyingError('database.start', { reason: again, log });
    }
    renameSync(half, data);
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

function give(place: Place, ...files: string[]): void {
  const ids = place.user.ids;
  if (ids === undefined) return;
  for (const file of files) chownSync(file, ids.uid, ids.gid);
}

/** Runs a program to its end; undefined when it went well, else what it said last. */
function output(place: Place, binaries: Binaries, program: string, args: string[]): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    const child = spawn(path.join(binaries.folder, 'bin', program), args, {
      ...place.user.ids,
      cwd: '/',
      env: environment(),
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let said = '';
    child.stderr?.on('data', (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-2_000);
    });
    child.on('error', reject);
    child.on('close', (code) => resolve(code === 0 ? undefined : said.trim()));
  });
}

/** PG* variables of the caller must not lead our server or its tools elsewhere. */
function environment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !name.startsWith('PG') && !name.startsWith('LC_'));
  return { ...Object.fromEntries(kept), LANG: 'C', TZ: 'UTC' };
}

/** Refuses a data folder of another major version: PostgreSQL would, too, in words nobody can act on. */
export function checkFormat(place: Place, binaries: Binaries): void {
  const found = readFileSync(path.join(foldersOf(place).data, 'PG_VERSION'), 'utf8').trim();
  if (found !== binaries.major) throw new HuyingError('database.format', { found, binary: binaries.major });
}

/** Megabytes of pages the server keeps for itself: an eighth of the memory there is, for the program and the system's own cache want theirs. */
export function sharedBuffers(memory = memoryHere()): number {
  return Math.min(2048, Math.max(256, Math.floor(memory / 2 ** 23)));
}

/** Bytes; what a container allows, where that is less than the machine has. */
function memoryHere(): number {
  const allowed = process.constrainedMemory();
  return allowed > 0 ? Math.min(allowed, os.totalmem()) : os.totalmem();
}

/** Settings the program relies on; given at each start, so that a hand-edited file cannot take durability away unseen. */
function settings(place: Place, port: number): string[] {
  const { socket } = foldersOf(place);
  const values: Record<string, string> = {
    port: String(port),
    listen_addresses: '127.0.0.1',
    // A socket's path may be at most 107 bytes long; without one, TCP alone serves.
    unix_socket_directories: Buffer.byteLength(socket) < 90 ? socket : '',
    unix_socket_permissions: '0700',
    fsync: 'on',
    synchronous_commit: 'on',
    full_page_writes: 'on',
    max_connections: '200',
    shared_buffers: `${sharedBuffers()}MB`,
    effective_cache_size: '1GB',
    max_wal_size: '2GB',
    checkpoint_timeout: '15min',
    random_page_cost: '1.1',
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_checkpoints: 'off',
    // Statements may carry personal data: they stay out of the log.
    log_min_error_statement: 'panic',
    log_parameter_max_length: '0',
    log_parameter_max_length_on_error: '0',
  };
  return Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

/** Starts the server, detached: neither Ctrl-C in the terminal nor the death of its starter stops it in the middle of something. */
export function launch(place: Place, binaries: Binaries, port: number): ChildProcess {
  const { data, socket, log } = foldersOf(place);
  if (!existsSync(socket)) {
    mkdirSync(socket, { mode: 0o700 });
    give(place, socket);
  }
  if (existsSync(log) && statSync(log).size > 10_000_000) renameSync(log, `${log}.1`);
  const out = openSync(log, 'a', 0o600);
  try {
    const child = spawn(path.join(binaries.folder, 'bin', 'postgres'), ['-D', data, ...settings(place, port)], {
      ...place.user.ids,
      cwd: '/',
      env: environment(),
      detached: true,
      stdio: ['ignore', out, out],
    });
    child.unref();
    return child;
  } finally {
    closeSync(out);
  }
}

/** What the server said last, for an error's sentence. */
export function lastWords(place: Place): string {
  const { log } = foldersOf(place);
  try {
    const { size } = statSync(log);
    const file = openSync(log, 'r');
    const tail = Buffer.alloc(Math.min(size, 2_000));
    readSync(file, tail, 0, tail.length, size - tail.length);
    closeSync(file);
    const lines = tail.toString().trim().split('\n');
    return (lines.findLast((line) => /FATAL|PANIC|error/.test(line)) ?? lines.at(-1) ?? '').trim();
  } catch {
    return '';
  }
}

/** The server that runs on this data folder, if one does. */
export function runningPostmaster(place: Place): number | undefined {
  const { data } = foldersOf(place);
  const pid = Number(readOrEmpty(path.join(data, 'postmaster.pid')).split('\n')[0]);
  if (!Number.isInteger(pid) || pid <= 0 || !isRunning({ pid, started: startOf(pid) })) return undefined;
  const inside = processesIn(data);
  return inside === undefined || inside.includes(pid) ? pid : undefined;
}

/**
 * Removes postmaster.pid where its number now belongs to a stranger, which makes PostgreSQL refuse to start. With a dead number
 * PostgreSQL removes it itself and checks for orphaned children first; so the file is left alone then, and while any process is inside.
 */
export function clearStalePid(place: Place): void {
  const { data } = foldersOf(place);
  const file = path.join(data, 'postmaster.pid');
  const pid = Number(readOrEmpty(file).split('\n')[0]);
  if (pid > 0 && isRunning({ pid, started: startOf(pid) }) && processesIn(data)?.length === 0)
    rmSync(file, { force: true });
}

function readOrEmpty(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

/** The stored port if it is free, else another. */
export async function freePort(wanted: number | undefined): Promise<number> {
  return (wanted !== undefined ? await tryPort(wanted) : undefined) ?? (await tryPort(0)) ?? 0;
}

function tryPort(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const probe = net.createServer();
    probe.once('error', () => resolve(undefined));
    probe.listen(port, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : undefined));
    });
  });
}
