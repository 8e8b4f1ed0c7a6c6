import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { holderOf } from './lock.ts';
import { isRunning, thisProcess } from './os-process.ts';

/** Who uses a server just now: one file per opening in `attached/`, so that the last one out stops it. */
export interface Attendance {
  /** Whether anyone else uses the server. Files of killed processes are removed on the way. */
  others(): boolean;
  leave(): void;
}

let openings = 0;

export function attend(folder: string): Attendance {
  mkdirSync(folder, { recursive: true });
  openings += 1;
  const own = path.join(folder, `${process.pid}-${openings}.json`);
  writeFileSync(own, JSON.stringify(thisProcess()));
  return {
    others: () => (existsSync(folder) ? readdirSync(folder) : []).some((name) => inUse(path.join(folder, name), own)),
    leave: () => rmSync(own, { force: true }),
  };
}

function inUse(file: string, own: string): boolean {
  if (file === own || !file.endsWith('.json')) return false;
  const user = holderOf(file);
  if (user !== undefined && isRunning(user)) return true;
  rmSync(file, { force: true });
  return false;
}
