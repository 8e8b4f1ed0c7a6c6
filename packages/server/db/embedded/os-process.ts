import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

/** A process of this machine. The start tells it from a later process that was given the same number. */
export interface OsProcess {
  readonly pid: number;
  /** In clock ticks after boot, as /proc tells it; null where there is no /proc. */
  readonly started: string | null;
}

export function thisProcess(): OsProcess {
  return { pid: process.pid, started: startOf(process.pid) };
}

/** The start of a running process; null where it cannot be told. A zombie is not running. */
export function startOf(pid: number): string | null {
  const fields = statOf(pid);
  return fields === undefined || fields[0] === 'Z' ? null : (fields[19] ?? null);
}

/** Fields of /proc/PID/stat from the third (state) on; the second holds the command and may contain anything. */
function statOf(pid: number): string[] | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined;
  }
}

export function isRunning(one: OsProcess): boolean {
  try {
    process.kill(one.pid, 0);
  } catch (error) {
    // EPERM: it runs, under another user.
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) return false;
  }
  // Where nothing reaps (PID 1 of many containers), a killed process stays in the table as a zombie.
  if (statOf(one.pid)?.[0] === 'Z') return false;
  return one.started === null || startOf(one.pid) === one.started;
}

/** Processes whose working directory is `folder`: PostgreSQL's processes work in their data folder. undefined where it cannot be told. */
export function processesIn(folder: string): number[] | undefined {
  let names: string[];
  try {
    names = readdirSync('/proc');
  } catch {
    return undefined;
  }
  return names
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        return readlinkSync(`/proc/${pid}/cwd`) === folder;
      } catch {
        return false;
      }
    });
}
