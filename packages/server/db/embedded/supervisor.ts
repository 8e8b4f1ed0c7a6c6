import { setTimeout as wait } from 'node:timers/promises';
import { HuyingError } from '@huying/kit/error';
import pg from 'pg';
import type { Log } from '../log.ts';
import type { Binaries } from './binaries.ts';
import { isRunning, startOf } from './os-process.ts';
import type { Place } from './place.ts';
import { clearStalePid, foldersOf, freePort, lastWords, launch, OWNER, runningPostmaster } from './postmaster.ts';
import { type ServerState, writeState } from './server-state.ts';

/** Recovery after a crash replays the log before the server answers; on a large database that takes minutes. */
const READY_WITHIN_MS = 600_000;
/** Orphaned children of a killed server hold its memory for moments, and a start in those moments fails. */
const START_ATTEMPTS = 20;
const LOOK_EVERY_MS = 250;

export function urlOf(state: ServerState, database: string): string {
  return `postgres://${OWNER}:${state.password}@127.0.0.1:${state.port}/${database}`;
}

/** Keeps the server of one folder running for as long as it watches. Only the holder of the folder's lock makes one. */
export class Supervisor {
  readonly #place: Place;
  readonly #binaries: Binaries;
  readonly #stateFile: string;
  readonly #log: Log;
  #state: ServerState;
  #pid: number | undefined;
  #looking: NodeJS.Timeout | undefined;
  #restarting = false;

  constructor(place: Place, binaries: Binaries, stateFile: string, state: ServerState, log: Log) {
    this.#place = place;
    this.#binaries = binaries;
    this.#stateFile = stateFile;
    this.#state = state;
    this.#log = log;
  }

  get state(): ServerState {
    return this.#state;
  }

  /** Takes over the server that runs, or starts one; then watches it. */
  async begin(): Promise<void> {
    const running = runningPostmaster(this.#place);
    if (running !== undefined && (await answers(this.#state)) === 'ready') {
      this.#pid = running;
      this.#log.info({ pid: running }, 'Took over the embedded database, which was running.');
    } else if (running !== undefined) {
      this.#pid = running;
      await this.#untilReady(running);
    } else {
      await this.#start();
    }
    this.#looking = setInterval(() => this.#look(), LOOK_EVERY_MS).unref();
  }

  /** Stops watching and leaves the server to whoever takes over. */
  leave(): void {
    clearInterval(this.#looking);
  }

  /** Stops the server: open transactions are rolled back, everything committed is on disk. */
  async stop(): Promise<void> {
    this.leave();
    const pid = this.#pid;
    if (pid === undefined) return;
    const server = { pid, started: startOf(pid) };
    for (let waited = 0; isRunning(server); waited += 20) {
      // SIGINT is PostgreSQL's fast shutdown, SIGQUIT its immediate one, which recovers from the log at the next start.
      if (waited === 0) signal(pid, 'SIGINT');
      if (waited === 60_000) signal(pid, 'SIGQUIT');
      await wait(20);
    }
  }

  /** The same, begun and not waited for: all that an exiting process can do. */
  stopAtExit(): void {
    if (this.#pid !== undefined) signal(this.#pid, 'SIGINT');
  }

  #look(): void {
    if (this.#restarting || (this.#pid !== undefined && isRunning({ pid: this.#pid, started: null }))) return;
    this.#restarting = true;
    this.#log.error(
      { pid: this.#pid ?? 0, said: lastWords(this.#place) },
      'The embedded database is gone; starting it again.',
    );
    this.#start()
      .then(() => this.#log.info({ pid: this.#pid ?? 0 }, 'The embedded database is back.'))
      .catch((error: unknown) =>
        this.#log.error({ reason: String(error) }, 'The embedded database did not start again.'),
      )
      .finally(() => {
        this.#restarting = false;
      });
  }

  async #start(): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      try {
        await this.#startOnce();
        return;
      } catch (error) {
        const held = /shared memory block|lock file/.test(lastWords(this.#place));
        if (attempt === START_ATTEMPTS || !held) throw error;
        await wait(250);
      }
    }
  }

  async #startOnce(): Promise<void> {
    clearStalePid(this.#place);
    const port = await freePort(this.#state.port === 0 ? undefined : this.#state.port);
    this.#state = { ...this.#state, port };
    writeState(this.#stateFile, this.#state);
    const child = launch(this.#place, this.#binaries, port);
    await new Promise<void>((resolve, reject) => {
      child.once('spawn', resolve);
      child.once('error', reject);
    });
    this.#pid = child.pid;
    if (child.pid !== undefined) await this.#untilReady(child.pid);
  }

  async #untilReady(pid: number): Promise<void> {
    for (let waited = 0; waited < READY_WITHIN_MS; waited += 25) {
      const answer = await answers(this.#state);
      if (answer === 'ready') return;
      if (answer === 'refused' || !isRunning({ pid, started: null })) break;
      await wait(25);
    }
    throw new HuyingError('database.start', { reason: lastWords(this.#place), log: foldersOf(this.#place).log });
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // It ended by itself.
  }
}

/** Whether the server takes connections, and has the program's database. */
export async function answers(state: ServerState): Promise<'ready' | 'no' | 'refused'> {
  const client = new pg.Client({ connectionString: urlOf(state, 'postgres'), connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rowCount } = await client.query(`select 1 from pg_database where datname = 'huying'`);
    if (rowCount === 0) await client.query('create database huying');
    return 'ready';
  } catch (error) {
    // Another process made it between our look and our making.
    const made = error instanceof pg.DatabaseError && (error.code === '42P04' || error.code === '23505');
    if (made) return 'ready';
    return error instanceof pg.DatabaseError && error.code === '28P01' ? 'refused' : 'no';
  } finally {
    await client.end().catch(() => undefined);
  }
}
