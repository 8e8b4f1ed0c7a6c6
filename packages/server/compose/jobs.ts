import { Logger, type Runner, run, type TaskList } from 'graphile-worker';
import { type CaseServices, followRenaming, type Renamed, reprojectCases, seeToFollowersOf } from '../case/index.ts';
import { theSystem } from '../ledger/index.ts';
import type { ProgramServices, Worker } from './program-services.ts';

/** What the queue's payloads carry besides what each task asks: `enqueueJob` adds the tenant. */
interface Payload {
  readonly tenant: string;
}

/** What is done for each task of the queue. */
export function tasksOf(services: CaseServices): TaskList {
  return {
    /** A calendar was set: due times of open cases are reckoned anew. Run again it finds nothing left to move. */
    async reproject(payload) {
      const { tenant, reason } = payload as Payload & { readonly reason: string };
      const sum = await reprojectCases(services, { tenant, actor: theSystem }, reason);
      services.log.info({ tenant, ...sum }, 'Due times were reckoned anew.');
    },
    /** Entries of a registry were renamed: cases are indexed by the new names. Broken off, `renamingKeeper` goes on where it was. */
    async renamed(payload) {
      const { tenant, ...renamed } = payload as Payload & Renamed;
      await followRenaming(services, tenant, renamed);
    },
    /** A case that others follow was closed or reopened: they are answered with it. Broken off, it goes on with those that are left. */
    async followers(payload) {
      const { tenant, main } = payload as Payload & { readonly main: string };
      const seenTo = await seeToFollowersOf(services, tenant, main);
      services.log.info({ tenant, main, ...seenTo }, 'The cases that follow a main case were seen to.');
    },
  };
}

/** Work that is put off and must not be lost: done from the queue in the database, tried again until it succeeds. */
export function jobs(services: ProgramServices): Worker {
  let runner: Promise<Runner> | undefined;
  const tasks = tasksOf(services);
  return {
    async run() {
      runner = run({
        pgPool: services.db.pool,
        taskList: tasks,
        concurrency: 2,
        noHandleSignals: true,
        logger: new Logger(() => (level, message) => {
          if (level === 'error') services.log.error({ reason: message }, 'A job failed; it is tried again.');
        }),
      });
      await (await runner).promise;
    },
    async stop() {
      await (await runner)?.stop();
    },
  };
}
