import { caseTimerHandler } from '@huying/server/case';
import { type Timekeeper, timekeeper } from '@huying/server/clock';
import { runOperation } from '@huying/server/ledger';
import { v7 } from 'uuid';
import { castOf } from './cast.ts';
import { CONNECTIONS, type DataSet, tenant } from './data-set.ts';
import type { Figure } from './figure.ts';
import { carry, Load } from './load.ts';
import { nextCall, ticketOf } from './tickets.ts';

const KEEPERS = 2;
const BURST_CASES = 2_500;
const CALM_CASES = 250;
/** Milliseconds between two timers of the calm load. */
const CALM_EVERY = 20;
const GIVE_UP_MS = 120_000;

/** Rungs fired a second by two timekeepers when all are due at once, and how late they fire when fifty a second come due. */
export async function measureTimers({ program }: DataSet): Promise<Figure[]> {
  const { services } = program;
  const burst = await ticketsWithClocks(program, BURST_CASES);
  const due = Date.now() + 500;
  const waiting = await setDue(program, burst, due, 0);
  const keepers = Array.from({ length: KEEPERS }, () => timekeeper(services, { case: caseTimerHandler(services) }));
  for (const keeper of keepers) void keeper.run();
  const fired = await firedAll(program, burst);
  const seconds = Math.max(...fired.map(({ at }) => at - due)) / 1000;

  const calm = await ticketsWithClocks(program, CALM_CASES);
  await setDue(program, calm, Date.now() + 500, CALM_EVERY);
  const late = new Load();
  for (const { at, due: wanted } of await firedAll(program, calm)) late.add(at - wanted);
  await Promise.all(keepers.map((keeper: Timekeeper) => keeper.stop()));
  return [
    {
      part: 'timers',
      what: `fired by ${KEEPERS} timekeepers, all due at once`,
      value: fired.length / seconds,
      unit: '/s',
      note: `${fired.length} of ${waiting} rungs of ${burst.length} cases; the rest went with the step a rung took`,
    },
    {
      part: 'timers',
      what: `lateness at ${1000 / CALM_EVERY} a second, p95`,
      value: late.percentile(0.95),
      unit: 'ms',
      note: `${late.spread()}, most ${late.percentile(1).toFixed(0)} ms`,
    },
  ];
}

type Program = DataSet['program'];

async function ticketsWithClocks({ services, operations }: Program, count: number): Promise<string[]> {
  const operator = (await castOf(services)).as('operator');
  const made: string[] = [];
  const open = async () => {
    const input = ticketOf(nextCall());
    made.push((await runOperation(services, operations.cases.open, { ...operator, input, key: v7() })).id);
  };
  while (made.length < count) await carry(new Load(), Math.min(CONNECTIONS, count - made.length), 0.001, open);
  return made;
}

/** Makes waiting rungs of the cases due: all of them at once, or one of each case every so many milliseconds. Answers how many. */
async function setDue({ services }: Program, cases: readonly string[], from: number, every: number): Promise<number> {
  const { pool } = services.db;
  const subjects = every === 0 ? 't.subject' : 'distinct on (t.subject) t.subject';
  const { rowCount } = await pool.query(
    `update timer set at = to_timestamp($3::double precision / 1000) + chosen.place * $4 * interval '1 millisecond'
     from (
       select *, row_number() over () - 1 as place from (
         select ${subjects}, t.clock, t.round, t.rung from timer t
         where t.tenant = $1 and t.subject = any($2::uuid[]) and t.fired_at is null order by t.subject, t.at
       ) as waiting
     ) as chosen
     where timer.tenant = $1 and timer.subject = chosen.subject and timer.clock = chosen.clock
       and timer.round = chosen.round and timer.rung = chosen.rung`,
    [tenant, cases, from, every],
  );
  return rowCount ?? 0;
}

/** Waits until nothing of the cases is due any more; answers what fired, epoch milliseconds. */
async function firedAll({ services }: Program, cases: readonly string[]): Promise<{ at: number; due: number }[]> {
  const { pool } = services.db;
  const giveUp = Date.now() + GIVE_UP_MS;
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, 250));
    const { rows } = await pool.query<{ n: number }>(
      `select count(*) as n from timer where tenant = $1 and subject = any($2::uuid[]) and fired_at is null
         and at < now() + interval '1 minute'`,
      [tenant, cases],
    );
    if (rows[0]?.n === 0) break;
    if (Date.now() > giveUp) throw new Error(`${rows[0]?.n} timers did not fire in ${GIVE_UP_MS / 1000} seconds`);
  }
  const { rows } = await pool.query<{ at: Date; due: Date }>(
    'select fired_at as at, at as due from timer where tenant = $1 and subject = any($2::uuid[]) and fired_at is not null',
    [tenant, cases],
  );
  return rows.map((row) => ({ at: row.at.getTime(), due: row.due.getTime() }));
}
