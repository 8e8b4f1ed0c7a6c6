import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { runOperation } from '@huying/server/ledger';
import { v7 } from 'uuid';
import { castOf } from './cast.ts';
import { CONNECTIONS, type DataSet } from './data-set.ts';
import type { Figure } from './figure.ts';
import type { FloorsAnswer, FloorsAsked, FloorsGiven } from './floors-thread.ts';
import { carry, Load, WARM_UP } from './load.ts';
import { nextCall, ticketOf } from './tickets.ts';

/** Turn about, so that what else the machine does falls on both alike. */
const TURNS = 4;

/** The floors, as figures of their own. */
export const BARE = 'floor: case, ledger row and chain head in one statement, one commit each';
const SAME_ROWS = 'floor: all rows of a create in one statement, one commit each';

/** The floors in a thread of their own: in one, what both use of the driver would be compiled for the one and again for the other, turn by turn. */
function floorsBeside(given: FloorsGiven) {
  const thread = new Worker(new URL('./floors-thread.ts', import.meta.url), { workerData: given });
  const ask = (asked: FloorsAsked) => thread.postMessage(asked);
  return {
    async carry(load: Load, floor: 'three' | 'all', seconds: number): Promise<void> {
      ask({ floor, seconds });
      const [answer] = (await once(thread, 'message')) as [FloorsAnswer];
      load.join(answer);
    },
    async end(): Promise<void> {
      ask('end');
      await once(thread, 'exit');
    },
  };
}

/** Creates a second at 32 connections, through the operation with its idempotency key, beside the floor. */
export async function measureCreates({ program }: DataSet, seconds: number): Promise<Figure[]> {
  const { services, operations } = program;
  const operator = (await castOf(services)).as('operator');
  const open = (key = v7()) =>
    runOperation(services, operations.cases.open, { ...operator, input: ticketOf(nextCall()), key });
  const key = v7();
  const { id } = await open(key);
  const floors = floorsBeside({ url: services.db.url, sample: id, key });

  const [creates, floor, same] = [new Load(), new Load(), new Load()];
  const turns = [
    (of: number) => carry(creates, CONNECTIONS, of, () => open()),
    (of: number) => floors.carry(floor, 'three', of),
    (of: number) => floors.carry(same, 'all', of),
  ];
  await carry(new Load(), CONNECTIONS, WARM_UP, () => open());
  for (const bare of ['three', 'all'] as const) await floors.carry(new Load(), bare, 2);
  for (let turn = 0; turn < TURNS; turn += 1) {
    for (const take of turns) await take(seconds / TURNS);
  }
  await floors.end();
  const figure = (what: string, load: Load, under?: Load): Figure => ({
    part: 'creates',
    what,
    value: load.perSecond,
    unit: '/s',
    ...(under === undefined ? {} : { floor: under.perSecond }),
    note: `${load.spread()}; ${load.cores()}`,
  });
  return [
    figure(`operation, ${CONNECTIONS} connections`, creates, floor),
    figure('operation, beside a floor that writes the same rows', creates, same),
    figure(BARE, floor),
    figure(SAME_ROWS, same),
  ];
}
