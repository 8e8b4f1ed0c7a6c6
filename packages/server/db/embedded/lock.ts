import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { isRunning, type OsProcess, thisProcess } from './os-process.ts';

/** Reads who holds a lock; undefined when nobody does or the file is being written. */
export function holderOf(file: string): OsProcess | undefined {
  try {
    const value: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (typeof value !== 'object' || value === null || !('pid' in value) || typeof value.pid !== 'number')
      return undefined;
    const started = 'started' in value && typeof value.started === 'string' ? value.started : null;
    return { pid: value.pid, started };
  } catch {
    return undefined;
  }
}

/**
 * Takes the lock unless a running process holds it. The file appears whole (written aside, then linked), so a reader never
 * sees half of it; a lock left by a killed process is moved away, by one taker only, before another try.
 */
export function takeLock(file: string): boolean {
  const own = `${file}.${process.pid}`;
  writeFileSync(own, JSON.stringify(thisProcess()));
  try {
    for (let attempt = 0; attempt < 3; attempt++) {
      if (linked(own, file)) return true;
      const holder = holderOf(file);
      if (holder !== undefined && isRunning(holder)) return false;
      moveAway(file);
    }
    return false;
  } finally {
    rmSync(own, { force: true });
  }
}

/** Gives the lock back if this process holds it. */
export function releaseLock(file: string): void {
  if (holderOf(file)?.pid === process.pid) rmSync(file, { force: true });
}

function linked(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

function moveAway(file: string): void {
  const aside = `${file}.stale.${process.pid}`;
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  // Between our look and our move another may have replaced the stale lock with its own: then it is put back.
  const holder = holderOf(aside);
  if (holder !== undefined && isRunning(holder)) linked(aside, file);
  rmSync(aside, { force: true });
}
