import { DAY_MS } from '@huying/kit/calendar';
import type { Words } from '@huying/kit/error';
import type { Day } from '@huying/kit/promise';
import { claimTimer, type Handler, type Timer } from '../../clock/index.ts';
import { append, type Ctx } from '../../ledger/index.ts';
import { appliedTo } from './apply-revision.ts';
import { loadBundle } from './bundle.ts';
import { inForceOn } from './in-force.ts';
import { keepPromise, refigured } from './keep.ts';
import { peopleOf, supervisorsIn, tellOf } from './notice.ts';
import type { PromiseBundle } from './promise-record.ts';
import type { PromiseServices } from './promise-services.ts';
import { type PromiseWorld, promiseWorldOf } from './promise-world.ts';
import { lockPromiseIfFree } from './store.ts';
import { openItem } from './supervision.ts';

/**
 * What a rung of a promise's clock does when its time comes; registered with the timekeeper under the kind `promise`. The timer's row is the
 * claim: a reminder, a late part and a revision's first day each happen once.
 */
export function promiseTimerHandler(services: PromiseServices): Handler {
  return async (ctx, timer) => {
    const { tx, tenant, now } = ctx;
    // Somebody at work on the promise has its lock; the timer is found again in a moment.
    const promise = await lockPromiseIfFree(tx, tenant, timer.subject);
    if (promise === undefined || !(await tx.gather(claimTimer, { tenant, timer, now }))) return false;
    const world = await promiseWorldOf(ctx, services);
    const bundle = await loadBundle(ctx, promise);
    if (timer.rung === 'effect') return takeEffect(ctx, services, world, bundle, timer);
    const part = partOf(bundle, world, timer);
    if (part === undefined) return false;
    await (timer.rung === 'warn'
      ? warn(ctx, world, bundle, timer, part)
      : late(ctx, services, world, bundle, timer, part));
    return true;
  };
}

interface DuePart {
  /** `due` or `task:<id>`. */
  readonly part: string;
  readonly title: string | undefined;
  readonly unit: string | null;
  readonly due: Day;
}

function partOf(bundle: PromiseBundle, world: PromiseWorld, { clock }: Timer): DuePart | undefined {
  const { promise, tasks } = inForceOn(bundle, world.today);
  if (clock === 'due') {
    return promise.due === null
      ? undefined
      : { part: 'due', title: undefined, unit: promise.leadUnit, due: promise.due };
  }
  const task = tasks.find(({ id }) => clock === `task:${id}`);
  if (task === undefined || task.due === null) return undefined;
  return { part: clock, title: task.title, unit: task.unit ?? promise.leadUnit, due: task.due };
}

async function warn(
  ctx: Ctx,
  world: PromiseWorld,
  { promise }: PromiseBundle,
  timer: Timer,
  part: DuePart,
): Promise<void> {
  append(ctx, {
    subject: promise.id,
    kind: 'promise',
    what: 'warned',
    visibility: 'internal',
    body: { part: part.part, title: part.title ?? null, due: part.due },
  });
  await tellOf(ctx, promise, peopleOf(ctx, world, part.unit), {
    what: 'warned',
    does: 'warn',
    label: worded(part, { zh: `将于${part.due}到期`, en: `due on ${part.due}` }),
    key: `${timer.clock}:${timer.round}:warn`,
    due: dueAt(world, timer),
  });
}

async function late(
  ctx: Ctx,
  services: PromiseServices,
  world: PromiseWorld,
  bundle: PromiseBundle,
  timer: Timer,
  part: DuePart,
): Promise<void> {
  const { promise } = bundle;
  const because = worded(part, { zh: `应于${part.due}完成，已逾期`, en: `was due on ${part.due} and is overdue` });
  append(ctx, {
    subject: promise.id,
    kind: 'promise',
    what: 'late',
    visibility: 'internal',
    body: { part: part.part, title: part.title ?? null, due: part.due },
  });
  if (world.setting<string>('promise.lateRaises', 'item') === 'item') {
    await openItem(
      ctx,
      services,
      promise,
      { part: part.part, due: part.due, because, ...(part.title === undefined ? {} : { title: part.title }) },
      timer.round,
    );
  }
  await tellOf(ctx, promise, [...peopleOf(ctx, world, part.unit), ...supervisorsIn(ctx, world, promise)], {
    what: 'late',
    does: 'escalate',
    label: because,
    key: `${timer.clock}:${timer.round}:late`,
    due: timer.at,
  });
  // What the calendar says has changed, and with it perhaps the light.
  await refigured(ctx, services, world, await loadBundle(ctx, promise));
}

async function takeEffect(
  ctx: Ctx,
  services: PromiseServices,
  world: PromiseWorld,
  bundle: PromiseBundle,
  { clock }: Timer,
): Promise<boolean> {
  const revision = bundle.revisions.find(({ id }) => clock === `revision:${id}`);
  if (revision === undefined) return false;
  const promise = await appliedTo(ctx, services, world, bundle, revision);
  await keepPromise(ctx, services, world, promise, {
    what: 'revisionEffective',
    visibility: 'public',
    body: { revision: revision.id, revised: revision.what, old: revision.old, new: revision.new },
  });
  return true;
}

function worded({ title }: DuePart, words: Words): Words {
  return title === undefined ? words : { zh: `${title}：${words.zh}`, en: `${title}: ${words.en}` };
}

function dueAt(world: PromiseWorld, timer: Timer): number {
  return timer.at + Number(world.setting('promise.warnDays', 7)) * DAY_MS;
}
