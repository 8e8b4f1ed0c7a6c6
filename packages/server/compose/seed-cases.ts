import { on } from 'node:events';
import { Worker } from 'node:worker_threads';
import { people } from '@huying/district/demo/org';
import type { Value } from '@huying/kit/case';
import { type CaseServices, currentDefinition, type World, worldOf, writePastCases } from '../case/index.ts';
import { type Ctx, takeNumbers } from '../ledger/index.ts';
import type { ReplayMessage, ReplayOrder, ReplayReply } from './replay-thread.ts';
import type { StageData } from './stage.ts';

export interface Seeding {
  /** How many cases are planned: about 60,000 a year. */
  readonly count: number;
  readonly seed: number;
  progress(done: number, of: number): void;
}

/**
 * Gives the demo district its year of cases: planned by a fixed seed, anchored on the week of the first start, carried out
 * by the engine's own rules until now in a thread of its own, and written in bulk by this one. What is due after now stays
 * open, as it would have.
 */
export async function seedCases(ctx: Ctx, services: CaseServices, seeding: Seeding): Promise<number> {
  const world = await worldOf(ctx, services);
  const { definition } = currentDefinition(services, 'ticket');
  const stage = stageOf(ctx, services, world);
  const order: ReplayOrder = { stage, seed: seeding.seed, count: seeding.count };
  const thread = new Worker(new URL('./replay-thread.ts', import.meta.url), { workerData: order });
  const reply = (message: ReplayReply) => thread.postMessage(message);
  const failed = new Promise<never>((_, reject) => thread.once('error', reject));
  let total = 0;
  let done = 0;
  const written = (async () => {
    // Under --watch Node tells of the thread's imports through the same port: what is neither of these is not for us.
    for await (const [message] of on(thread, 'message', { close: ['exit'] }) as AsyncIterable<[ReplayMessage]>) {
      if (message.kind === 'planned') {
        total = message.total;
        const { numberPrefix } = definition.type;
        reply({
          kind: 'numbers',
          numbers: await takeNumbers(services.db, ctx.tenant, numberPrefix, message.day, Math.max(1, message.today)),
        });
      } else if (message.kind === 'batch') {
        reply({ kind: 'more' });
        await writePastCases(ctx, services, world, definition, message.cases);
        done += message.cases.length;
        seeding.progress(done, total);
      }
    }
  })();
  try {
    await Promise.race([written, failed]);
  } finally {
    // Where writing failed the thread still waits to be told to go on; nobody will.
    await thread.terminate();
  }
  if (done !== total) throw new Error(`The replay ended after ${done} of ${total} cases.`);
  return total;
}

/** The district as plain data. */
function stageOf(ctx: Ctx, services: CaseServices, world: World): StageData {
  const { org, registry } = world;
  const posts = org.units.flatMap((unit) => org.postsIn(unit.id));
  const names = new Map(posts.map(({ account }) => [account, org.nameOf(account) ?? '']));
  const parameters = services.product.parameters.map(({ name }): [string, Value] => [name, world.parameter(name)]);
  return {
    org: { stamp: org.stamp, units: org.units, posts, deputies: [], successions: [], names },
    records: [...registry.all('duty', ctx.now), ...registry.all('condition', ctx.now)],
    parameters: Object.fromEntries(parameters),
    ...currentDefinition(services, 'ticket'),
    now: ctx.now,
  };
}

/** The sign-ins that `npm start` prints: one readable account for each role. */
export const DEMO_ACCOUNTS: readonly string[] = [
  'operator',
  'acceptor',
  'dispatcher',
  'leader',
  'callback',
  'verifier',
  'supervisor',
  'duties',
  'auditor',
  'admin',
  'security',
  'csj',
  'csj-head',
  'csj-1',
  'yundu',
  'mayor',
  'editor',
  'stats',
  'congress',
  'deputy-1',
].filter((name) => people.some((person) => person.name === name));
