import { once } from 'node:events';
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { casePlan } from '@huying/district/demo/story';
import { localDateOf } from '@huying/kit/calendar';
import type { PastCase } from '../case/index.ts';
import { writeNumber } from '../ledger/index.ts';
import { replay } from './replay.ts';
import { castFrom, type StageData, worldFrom } from './stage.ts';

/** What the thread is started with. */
export interface ReplayOrder {
  readonly stage: StageData;
  readonly seed: number;
  readonly count: number;
}

/** What the thread says: how much it will send and how many numbers of today it needs, then batch after batch. */
export type ReplayMessage =
  | { readonly kind: 'planned'; readonly total: number; readonly today: number; readonly day: string }
  | { readonly kind: 'batch'; readonly cases: readonly PastCase[] };

/** What it is told: the numbers of today it asked for; then, for each batch written, to send another. */
export type ReplayReply = { readonly kind: 'numbers'; readonly numbers: readonly string[] } | { readonly kind: 'more' };

/** Small enough that the database writes one batch while the next is carried out. */
const BATCH = 250;
/** Batches sent ahead of those written. */
const AHEAD = 3;

/** Where the newest cases rest when the district is first opened, so that every desk has something to do, at any hour. */
const DESKS: readonly (string | null)[] = [
  'received',
  'filed',
  'dispatched',
  'handling',
  'done',
  'verified',
  'callback',
  null,
];
const ON_DESKS = 32;

if (parentPort !== null) await carryOut(parentPort, workerData as ReplayOrder);

async function carryOut(port: MessagePort, { stage, seed, count }: ReplayOrder): Promise<void> {
  const world = worldFrom(stage);
  const cast = castFrom(stage, world);
  const { definition, hash, now } = stage;
  const prefix = definition.type.numberPrefix;
  const plans = casePlan(seed, now, count).filter(({ at }) => at < now);
  const days = plans.map(({ at }) => localDateOf(world.calendar, at));
  const day = localDateOf(world.calendar, now);
  const today = days.filter((one) => one === day).length;
  const say = (message: ReplayMessage) => port.postMessage(message);
  say({ kind: 'planned', total: plans.length, today, day });
  const [told] = (await once(port, 'message')) as [ReplayReply];
  const ofToday = told.kind === 'numbers' ? told.numbers : [];

  let allowed = AHEAD;
  let wake: () => void = () => undefined;
  port.on('message', () => {
    allowed += 1;
    wake();
  });
  const counts = new Map<string, number>();
  for (let from = 0; from < plans.length; from += BATCH) {
    const cases = plans.slice(from, from + BATCH).map((plan, offset): PastCase => {
      const index = from + offset;
      const opened = days[index] ?? day;
      const sequence = (counts.get(opened) ?? 0) + 1;
      counts.set(opened, sequence);
      const number = opened === day ? (ofToday[sequence - 1] ?? '') : writeNumber(prefix, opened, sequence);
      const fromTheEnd = plans.length - 1 - index;
      const rest = fromTheEnd < ON_DESKS ? (DESKS[fromTheEnd % DESKS.length] ?? null) : null;
      return replay(plan, number, hash, definition, world, cast, now, rest);
    });
    while (allowed === 0) await new Promise<void>((resolve) => (wake = resolve));
    allowed -= 1;
    say({ kind: 'batch', cases });
  }
  port.close();
}
