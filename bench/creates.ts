import { runOperation } from '@huying/server/ledger';
import { v7 } from 'uuid';
import { castOf } from './cast.ts';
import { CONNECTIONS, type DataSet } from './data-set.ts';
import type { Figure } from './figure.ts';
import { floorsUnder } from './floors.ts';
import { carry, Load, WARM_UP } from './load.ts';
import { nextCall, ticketOf } from './tickets.ts';

/** Turn about, so that what else the machine does falls on both alike. */
const TURNS = 4;

/** The floors, as figures of their own. */
export const BARE = 'floor: case, ledger row and chain head in one statement, one commit each';
const SAME_ROWS = 'floor: all rows of a create in one statement, one commit each';

/** Creates a second at 32 connections, through the operation with its idempotency key, beside the floor. */
export async function measureCreates({ program }: DataSet, seconds: number): Promise<Figure[]> {
  const { services, operations } = program;
  const operator = (await castOf(services)).as('operator');
  const open = (key = v7()) =>
    runOperation(services, operations.cases.open, { ...operator, input: ticketOf(nextCall()), key });
  const key = v7();
  const { id } = await open(key);
  const { three, all } = await floorsUnder(services.db.pool, id, key);

  const [creates, floor, same] = [new Load(), new Load(), new Load()];
  const turns = [
    [creates, () => open()],
    [floor, three],
    [same, all],
  ] as const;
  await carry(new Load(), CONNECTIONS, WARM_UP, () => open());
  for (const bare of [three, all]) await carry(new Load(), CONNECTIONS, 1, bare);
  for (let turn = 0; turn < TURNS; turn += 1) {
    for (const [load, one] of turns) await carry(load, CONNECTIONS, seconds / TURNS, one);
  }
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
