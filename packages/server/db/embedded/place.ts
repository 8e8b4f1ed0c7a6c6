import { execFileSync, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { HuyingError } from '@huying/kit/error';
import type { Log } from '../log.ts';

/** The user the server runs as. PostgreSQL refuses to run as root. */
export interface OsUser {
  readonly name: string;
  /** Given only where it is another than ours. */
  readonly ids: { readonly uid: number; readonly gid: number } | undefined;
}

/** Folder of one embedded server and the user who owns its data. */
export interface Place {
  readonly folder: string;
  readonly user: OsUser;
}

/** Where root keeps what the user `postgres` must reach, when the program's own folder is closed to it (a clone under /root). */
const SHARED = '/var/lib/huying';

/** As root: the user `postgres`, made if missing. As anyone else: that one. */
export function osUser(log: Log): OsUser {
  if (process.getuid?.() !== 0) return { name: process.env.USER ?? String(process.getuid?.() ?? 'me'), ids: undefined };
  const known = idsOf('postgres');
  if (known !== undefined) return { name: 'postgres', ids: known };
  execFileSync('useradd', [
    '--system',
    '--user-group',
    '--no-create-home',
    '--home-dir',
    SHARED,
    '--shell',
    '/bin/sh',
    'postgres',
  ]);
  log.info({}, 'Made the operating system user postgres: the embedded database does not run as root.');
  return { name: 'postgres', ids: idsOf('postgres') };
}

function idsOf(name: string): { uid: number; gid: number } | undefined {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(':') ?? [];
  return uid === undefined || gid === undefined ? undefined : { uid: Number(uid), gid: Number(gid) };
}

/** Whether `user` can enter and read `folder`, asked by trying as that user: mode bits alone do not know of access lists and mounts. */
export function canReach(user: OsUser, folder: string): boolean {
  const tried = spawnSync('/bin/sh', ['-c', 'test -r "$1" && test -x "$1"', 'sh', folder], { ...user.ids, cwd: '/' });
  return tried.status === 0;
}

/**
 * The folder the server lives in: `wanted` where the database's user can reach it, else one under /var/lib/huying.
 * That one is named by an id kept in `wanted`, not by its path: a new clone at an old path must not find the old clone's data.
 */
export function placeFor(wanted: string, log: Log): Place {
  const user = osUser(log);
  makeFolder(wanted, user);
  if (user.ids === undefined || canReach(user, wanted)) return { folder: wanted, user };
  const folder = path.join(SHARED, idOf(wanted));
  makeFolder(SHARED, user);
  makeFolder(folder, user);
  if (!canReach(user, folder)) throw new HuyingError('database.place', { user: user.name, folder });
  log.info({ folder }, `The user ${user.name} cannot reach ${wanted}: the embedded database lives in ${folder}.`);
  return { folder, user };
}

function makeFolder(folder: string, user: OsUser): void {
  try {
    if (existsSync(folder)) return;
    mkdirSync(folder, { recursive: true });
    // Others may pass through but not look around; what is secret inside has its own mode.
    if (user.ids !== undefined) chmodSync(folder, 0o755);
  } catch {
    throw new HuyingError('database.place', { user: user.name, folder });
  }
}

function idOf(folder: string): string {
  const file = path.join(folder, 'id');
  if (!existsSync(file)) writeFileSync(file, randomBytes(8).toString('hex'), { flag: 'wx' });
  return readFileSync(file, 'utf8').trim();
}
