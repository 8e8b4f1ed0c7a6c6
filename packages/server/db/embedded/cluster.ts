import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { HuyingError } from '@huying/kit/error';
import type { Log } from '../log.ts';
import { atExit } from './at-exit.ts';
import { type Attendance, attend } from './attendance.ts';
import { type Binaries, binariesFor } from './binaries.ts';
import { holderOf, releaseLock, takeLock } from './lock.ts';
import { isRunning } from './os-process.ts';
import { type Place, placeFor } from './place.ts';
import { checkFormat, foldersOf, initialise } from './postmaster.ts';
import { readState, writeState } from './server-state.ts';
import { answers, Supervisor, urlOf } from './supervisor.ts';

/** One process's hold on the embedded server of a folder. */
export interface Cluster {
  readonly url: string;
  close(): Promise<void>;
}

const WATCH_EVERY_MS = 500;

/**
 * Starts the embedded server of a folder, or joins it where another process supervises it. Whoever holds the lock supervises;
 * when its holder leaves or is killed, one of those who joined takes over, adopting the server if it still runs. The last to
 * close stops it.
 */
export async function openCluster(dataDir: string, log: Log): Promise<Cluster> {
  const place = placeFor(dataDir, log);
  const membership = new Membership(place, binariesFor(place.user, place.folder, log), log);
  await membership.join();
  return { url: membership.url, close: () => membership.leave() };
}

class Membership {
  readonly #place: Place;
  readonly #binaries: Binaries;
  readonly #log: Log;
  readonly #lock: string;
  readonly #stateFile: string;
  readonly #attendance: Attendance;
  readonly #unhook: () => void;
  #supervisor: Supervisor | undefined;
  #watching: NodeJS.Timeout | undefined;
  #takingOver: Promise<void> | undefined;

  constructor(place: Place, binaries: Binaries, log: Log) {
    this.#place = place;
    this.#binaries = binaries;
    this.#log = log;
    this.#lock = path.join(place.folder, 'supervisor.lock');
    this.#stateFile = path.join(place.folder, 'server.json');
    try {
      this.#attendance = attend(path.join(place.folder, 'attached'));
    } catch {
      throw new HuyingError('database.place', { user: place.user.name, folder: place.folder });
    }
    this.#unhook = atExit(() => {
      if (!this.#attendance.others()) this.#supervisor?.stopAtExit();
    });
  }

  get url(): string {
    const state = this.#supervisor?.state ?? readState(this.#stateFile);
    if (state === undefined)
      throw new HuyingError('database.place', { user: this.#place.user.name, folder: this.#place.folder });
    return urlOf(state, 'huying');
  }

  async join(): Promise<void> {
    try {
      while (!takeLock(this.#lock)) {
        if (await this.#joined()) {
          this.#watching = setInterval(() => this.#watch(), WATCH_EVERY_MS).unref();
          return;
        }
        await wait(50);
      }
      await this.#supervise();
    } catch (error) {
      this.#unhook();
      this.#attendance.leave();
      throw error;
    }
  }

  /** Whether the server that another supervises takes connections. */
  async #joined(): Promise<boolean> {
    const state = readState(this.#stateFile);
    if (state === undefined && existsSync(this.#stateFile)) {
      throw new HuyingError('database.place', { user: this.#place.user.name, folder: this.#place.folder });
    }
    return state !== undefined && state.port !== 0 && (await answers(state)) === 'ready';
  }

  async #supervise(): Promise<void> {
    try {
      const { data } = foldersOf(this.#place);
      // The password is on disk before the data that needs it.
      const state = readState(this.#stateFile) ?? { port: 0, password: randomBytes(24).toString('hex') };
      writeState(this.#stateFile, state);
      if (!existsSync(data)) await initialise(this.#place, this.#binaries, state.password);
      checkFormat(this.#place, this.#binaries);
      const supervisor = new Supervisor(this.#place, this.#binaries, this.#stateFile, state, this.#log);
      await supervisor.begin();
      this.#supervisor = supervisor;
    } catch (error) {
      releaseLock(this.#lock);
      throw error;
    }
  }

  #watch(): void {
    if (this.#takingOver !== undefined || this.#supervisor !== undefined) return;
    const holder = holderOf(this.#lock);
    if ((holder !== undefined && isRunning(holder)) || !takeLock(this.#lock)) return;
    this.#takingOver = this.#supervise()
      .catch((error: unknown) =>
        this.#log.error({ reason: String(error) }, 'The embedded database could not be taken over.'),
      )
      .finally(() => {
        this.#takingOver = undefined;
      });
  }

  async leave(): Promise<void> {
    clearInterval(this.#watching);
    await this.#takingOver;
    this.#unhook();
    this.#attendance.leave();
    const supervisor = this.#supervisor;
    if (supervisor === undefined) {
      // The supervisor may have left at the same moment, counting on us.
      if (!this.#attendance.others() && takeLock(this.#lock)) await this.#stopAbandoned();
      return;
    }
    if (!this.#attendance.others()) {
      await supervisor.stop();
      releaseLock(this.#lock);
      return;
    }
    supervisor.leave();
    releaseLock(this.#lock);
    if (!this.#attendance.others() && takeLock(this.#lock)) {
      await supervisor.stop();
      releaseLock(this.#lock);
    }
  }

  async #stopAbandoned(): Promise<void> {
    try {
      const state = readState(this.#stateFile);
      if (state === undefined || (await answers(state)) === 'no') return;
      const supervisor = new Supervisor(this.#place, this.#binaries, this.#stateFile, state, this.#log);
      await supervisor.begin();
      await supervisor.stop();
    } finally {
      releaseLock(this.#lock);
    }
  }
}
