import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { App } from '@huying/kit/app';
import { HuyingError } from '@huying/kit/error';
import { boardOperations, mapTiles } from '../board/index.ts';
import { type CaseOperations, caseOperations, caseTimerHandler, renamingKeeper } from '../case/index.ts';
import { timekeeper } from '../clock/index.ts';
import { type Db, type DbOptions, type Log, migrate, openDb, programFolder } from '../db/index.ts';
import { runOperation } from '../ledger/index.ts';
import { type MeasureOperations, measureKeeper, measureOperations } from '../measure/index.ts';
import { unreadNotifications } from '../notify/index.ts';
import {
  bulletinOperations,
  figureKeeper,
  livelihoodOperations,
  projectOperations,
  promiseKeeper,
  promiseOperations,
  promiseTimerHandler,
  reportOperations,
  requirePromiseFiles,
} from '../promise/index.ts';
import { type RegistryOperations, registryOperations } from '../registry/index.ts';
import { searchKeeper } from '../search/index.ts';
import {
  boardRoutes,
  buildSurface,
  bulletinRoutes,
  caseRoutes,
  cityDoor,
  exchangeRoutes,
  fileRoutes,
  livelihoodRoutes,
  measureRoutes,
  noticeRoutes,
  orgRoutes,
  parameterRoutes,
  projectRoutes,
  promiseRoutes,
  publicDistrict,
  registryRoutes,
  reportRoutes,
  type Surface,
  tileRoutes,
} from '../surface/index.ts';
import { housekeeping } from './housekeeping.ts';
import { jobs } from './jobs.ts';
import { noticeBus } from './notice-bus.ts';
import type { ProgramServices, Worker } from './program-services.ts';
import { programSender } from './senders.ts';
import { programServices } from './services.ts';
import { setParameterIn } from './set-parameter.ts';

export interface ProgramOptions {
  readonly apps: readonly App[];
  readonly log: Log;
  readonly database?: DbOptions;
  /** Folder of the built pages; default packages/web/dist. */
  readonly pages?: string;
  /** The district the public's doors mean when none is named. */
  readonly publicDistrict?: string | undefined;
}

/** The whole program over one database, ready to serve, to work, or to be asked by a command. */
export interface Program {
  readonly services: ProgramServices;
  readonly operations: {
    readonly cases: CaseOperations;
    readonly registries: RegistryOperations;
    readonly measures: MeasureOperations;
    readonly setParameter: ReturnType<typeof setParameterIn>;
  };
  /** Opens the doors; answers the address. @throws request.port */
  serve(at: { readonly host: string; readonly port: number }): Promise<string>;
  /** Builds the doors without opening them. */
  surface(): Promise<Surface>;
  /** Starts clocks, senders and housekeeping in this process; any number of processes may. */
  work(): void;
  /** Closes the doors, lets everything under way finish, and lets go of the database. */
  close(): Promise<void>;
}

export const programVersion: string = readVersion();

function readVersion(): string {
  const file: unknown = JSON.parse(readFileSync(path.join(programFolder, 'package.json'), 'utf8'));
  return (file as { readonly version: string }).version;
}

/**
 * Opens the database, brings it up to date, compiles the apps and puts everything together.
 * @throws database.*, identity.masterKey*, UnsafeDeclaration
 */
export async function openProgram(options: ProgramOptions): Promise<Program> {
  const { log } = options;
  const db = await openDb({ log, ...options.database });
  try {
    const applied = await migrate(db);
    if (applied.length > 0) log.info({ applied }, 'The database was brought up to date.');
    return programOver(db, await programServices(db, options.apps, log), options);
  } catch (error) {
    await db.close();
    throw error;
  }
}

function programOver(db: Db, services: ProgramServices, options: ProgramOptions): Program {
  const { log } = services;
  const cases = caseOperations(services);
  const registries = registryOperations(services.product.registries, services.registries);
  const measures = measureOperations(services);
  const boards = boardOperations(services);
  const reports = reportOperations(services);
  const workers: Worker[] = [];
  const setParameter = setParameterIn(services.parameters);
  const notices = noticeBus();
  let surface: Promise<Surface> | undefined;
  let closed: Promise<void> | undefined;

  function built(): Promise<Surface> {
    surface ??= buildSurface(services, {
      version: programVersion,
      pages: options.pages ?? path.join(programFolder, 'packages/web/dist'),
      routes: [
        ...caseRoutes(services, cases, (named) => publicDistrict(services.db, named, options.publicDistrict)),
        ...fileRoutes(services, async (ctx, owner) => {
          if (owner.kind === 'report') {
            await reports.read.run(ctx, { report: owner.id });
            return;
          }
          if (owner.kind === 'promise') return requirePromiseFiles(ctx, services, owner.id);
          if (owner.kind !== 'case') throw new HuyingError('file.unknown');
          await cases.read.run(ctx, { id: owner.id });
        }),
        ...orgRoutes(services),
        ...parameterRoutes(services, setParameter),
        ...registryRoutes(services, registries),
        ...measureRoutes(services, measures),
        ...boardRoutes(services, boards),
        ...promiseRoutes(services, promiseOperations(services), (named) =>
          publicDistrict(services.db, named, options.publicDistrict),
        ),
        ...reportRoutes(services, reports),
        ...bulletinRoutes(services, bulletinOperations(services)),
        ...noticeRoutes(services),
        ...tileRoutes(mapTiles(services)),
        ...livelihoodRoutes(services, livelihoodOperations(services), (named) =>
          publicDistrict(services.db, named, options.publicDistrict),
        ),
        ...projectRoutes(services, projectOperations(services), (named) =>
          publicDistrict(services.db, named, options.publicDistrict),
        ),
        ...exchangeRoutes(services),
      ],
      partners: [cityDoor(services)],
      happenings: {
        onChange: (listener) => services.changes.subscribe(listener),
        onNotice: (listener) => notices.subscribe(listener),
      },
      unread: async (who) => (await runOperation(services, unreadNotifications, { ...who, input: {} })).unread,
      metricsToken: process.env.HUYING_METRICS_TOKEN,
      ...(process.env.HUYING_TRUSTED_PROXIES ? { trustedProxies: process.env.HUYING_TRUSTED_PROXIES } : {}),
    });
    return surface;
  }

  async function close(): Promise<void> {
    if (surface !== undefined) await (await surface).close();
    await Promise.all(workers.map((worker) => worker.stop()));
    await db.close();
  }

  return {
    services,
    operations: { cases, registries, measures, setParameter },
    surface: built,
    serve: async (at) => (await built()).listen(at),
    work() {
      if (workers.length > 0) return;
      const sending = programSender(services, notices.emit, process.env);
      // What a step put into the outbox leaves at once, not at the next look.
      services.changes.subscribe(() => sending.wake());
      workers.push(
        timekeeper(services, { case: caseTimerHandler(services), promise: promiseTimerHandler(services) }),
        sending,
        jobs(services),
        housekeeping(services),
        searchKeeper(services),
        renamingKeeper(services),
        measureKeeper(services),
        figureKeeper(services),
        promiseKeeper(services),
      );
      for (const worker of workers) {
        worker.run().catch((error: unknown) => {
          log.error(
            { reason: error instanceof Error ? error.name : 'unknown' },
            'A worker ended that should not have.',
          );
        });
      }
    },
    close() {
      closed ??= close();
      return closed;
    },
  };
}
