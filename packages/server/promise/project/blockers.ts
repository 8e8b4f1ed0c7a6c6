import { HuyingError } from '@huying/kit/error';
import type { Day } from '@huying/kit/promise';
import { Type } from 'typebox';
import { append, type Ctx, defineOperation } from '../../ledger/index.ts';
import { requirePost, requireUnit } from '../../org/index.ts';
import { tellOf } from '../core/notice.ts';
import { closed, daySchema, lineSchema, uuidSchema } from '../core/promise-draft.ts';
import type { PromiseRecord } from '../core/promise-record.ts';
import type { PromiseServices } from '../core/promise-services.ts';
import { type PromiseWorld, promiseWorldOf } from '../core/promise-world.ts';
import { requireDay, requirePromise } from '../core/requirement.ts';
import { lockPromise } from '../core/store.ts';
import { openItem } from '../core/supervision.ts';
import { requirePerson } from './people.ts';
import { type Blocker, insertBlocker, lateBlockers, lockBlocker, updateBlocker } from './project.store.ts';
import { projectHand } from './project-access.ts';
import { PROJECT_KIND } from './project-facts.ts';
import { type BlockerView, blockerSchema } from './project-schema.ts';
import { blockerView } from './project-table.ts';
import { clearersOf, reachedBlocker } from './read-blocker.ts';

const textOf = (max: number) => Type.String({ minLength: 1, maxLength: max, pattern: '\\S' });
const version = Type.Optional(Type.Integer({ minimum: 1 }));

/** The project, if the acting post may read it. @throws promise.unknown, project.kind */
export async function requireProject(ctx: Ctx, services: PromiseServices, id: string): Promise<PromiseRecord> {
  const promise = await requirePromise(ctx, services, id);
  if (promise.kind !== PROJECT_KIND) throw new HuyingError('project.kind', { number: promise.number });
  return promise;
}

/** What stands in the way of a project: whose it is to clear it and by when are never left open. */
export function raiseBlockerOperation(services: PromiseServices) {
  return defineOperation({
    name: 'project.raiseBlocker',
    summary: { zh: '登记堵点', en: 'Tell of a blocker' },
    input: Type.Object(
      {
        id: uuidSchema,
        words: textOf(1000),
        kind: lineSchema(40),
        unit: Type.Optional(uuidSchema),
        owner: Type.Optional(uuidSchema),
        due: daySchema,
      },
      closed,
    ),
    output: blockerSchema,
    async run(ctx, { id, words, kind, unit, owner, due }) {
      const world = await promiseWorldOf(ctx, services);
      const promise = await requireProject(ctx, services, id);
      if (!projectHand(world, ctx.actor.kind).worksOn(promise)) throw new HuyingError('access.denied');
      await requireClearer(ctx, world, unit, owner);
      requireDay(due);
      if (due < world.today) throw new HuyingError('project.blockerDue', { due });
      const blocker: Blocker = {
        id: ctx.id(),
        promise: id,
        words,
        kind,
        unit: unit ?? unitOf(world, owner),
        owner: owner ?? null,
        due,
        raisedAt: ctx.now,
        raisedBy: ctx.actor.name,
        clearedOn: null,
        outcome: null,
        clearedBy: null,
        raisedCase: null,
        version: 1,
      };
      await insertBlocker(ctx.tx, ctx.tenant, blocker);
      await tell(ctx, blocker, 'blocker-raised', { words, kind, unit: blocker.unit, owner: blocker.owner, due });
      await tellClearers(ctx, world, promise, blocker, 'raised');
      return viewOf(world, promise, blocker);
    },
  });
}

/** Who clears it: a unit, a person by post, or both. @throws project.blockerOwner, org.unitUnknown, org.postUnknown */
async function requireClearer(
  ctx: Ctx,
  world: PromiseWorld,
  unit: string | undefined,
  owner: string | undefined,
): Promise<void> {
  if (unit === undefined && owner === undefined) throw new HuyingError('project.blockerOwner');
  if (unit !== undefined) await requireUnit(ctx, unit);
  if (owner === undefined) return;
  await requirePost(ctx, owner);
  requirePerson(ctx, world, owner, unit ?? unitOf(world, owner) ?? '');
}

function unitOf({ org }: PromiseWorld, post: string | undefined): string | null {
  return post === undefined ? null : (org.post(post)?.unit ?? null);
}

/**
 * Tells whoever is to clear it; whoever says so need not be told. It is a notice of the blocker, which they may open, not of the project,
 * in which they may have no part.
 */
async function tellClearers(
  ctx: Ctx,
  world: PromiseWorld,
  promise: PromiseRecord,
  blocker: Blocker,
  what: keyof typeof TOLD,
): Promise<void> {
  await tellOf(
    ctx,
    { id: blocker.id, number: promise.number, title: promise.title },
    clearersOf(ctx, world, blocker).filter(({ account }) => account !== ctx.actor.account),
    {
      what: `blocker-${what}`,
      does: what === 'late' ? 'urge' : 'step',
      label: TOLD[what](blocker),
      key: `blocker:${blocker.id}:${what}:${blocker.version}`,
    },
    'blocker',
  );
}

const TOLD = {
  raised: ({ words, due }: Blocker) => ({
    zh: `请于${due}前解决堵点：${words}`,
    en: `Clear this blocker by ${due}: ${words}`,
  }),
  moved: ({ words, due }: Blocker) => ({
    zh: `堵点责任或时限已调整，请于${due}前解决：${words}`,
    en: `A blocker was given to you or has another day, ${due}: ${words}`,
  }),
  late: ({ words, due }: Blocker) => ({
    zh: `堵点已逾期（时限${due}）：${words}`,
    en: `A blocker is overdue (since ${due}): ${words}`,
  }),
} as const;

export function moveBlockerOperation(services: PromiseServices) {
  return defineOperation({
    name: 'project.moveBlocker',
    summary: { zh: '调整堵点责任与时限', en: 'Give a blocker to another, or until another day' },
    input: Type.Object(
      {
        blocker: uuidSchema,
        unit: Type.Optional(uuidSchema),
        owner: Type.Optional(uuidSchema),
        due: Type.Optional(daySchema),
        reason: textOf(400),
        version,
      },
      closed,
    ),
    output: blockerSchema,
    async run(ctx, input) {
      const { world, promise, blocker, hand } = await openBlocker(ctx, services, input.blocker, input.version);
      // Whoever is to clear it does not put off its own day: that is for those who see to the projects.
      if (!hand.seesTo) throw new HuyingError('access.denied');
      const unit = input.unit ?? blocker.unit ?? undefined;
      const owner = input.owner ?? keptOwner(world, blocker, unit) ?? undefined;
      await requireClearer(ctx, world, unit, owner);
      if (input.due !== undefined) requireDay(input.due);
      const moved = {
        ...blocker,
        unit: unit ?? null,
        owner: owner ?? null,
        due: input.due ?? blocker.due,
        version: blocker.version + 1,
      };
      await updateBlocker(ctx.tx, ctx.tenant, moved);
      await tell(ctx, moved, 'blocker-moved', {
        old: { unit: blocker.unit, owner: blocker.owner, due: blocker.due },
        new: { unit: moved.unit, owner: moved.owner, due: moved.due },
        reason: input.reason,
      });
      await tellClearers(ctx, world, promise, moved, 'moved');
      return viewOf(world, promise, moved);
    },
  });
}

export function clearBlockerOperation(services: PromiseServices) {
  return defineOperation({
    name: 'project.clearBlocker',
    summary: { zh: '销号堵点', en: 'Clear a blocker' },
    input: Type.Object({ blocker: uuidSchema, clearedOn: daySchema, outcome: textOf(1000), version }, closed),
    output: blockerSchema,
    async run(ctx, input) {
      const { world, promise, blocker, clears } = await openBlocker(ctx, services, input.blocker, input.version);
      if (!clears) throw new HuyingError('access.denied');
      requireDay(input.clearedOn, world.today);
      const cleared = {
        ...blocker,
        clearedOn: input.clearedOn,
        outcome: input.outcome,
        clearedBy: ctx.actor.name,
        version: blocker.version + 1,
      };
      await updateBlocker(ctx.tx, ctx.tenant, cleared);
      await tell(ctx, cleared, 'blocker-cleared', {
        words: blocker.words,
        clearedOn: input.clearedOn,
        outcome: input.outcome,
      });
      return viewOf(world, promise, cleared);
    },
  });
}

/** Given to another unit, it is no longer that of a person elsewhere. */
function keptOwner({ org }: PromiseWorld, { owner }: Blocker, unit: string | undefined): string | null {
  const held = owner === null ? undefined : org.post(owner);
  return held !== undefined && (unit === undefined || org.isWithin(held.unit, unit)) ? owner : null;
}

async function openBlocker(ctx: Ctx, services: PromiseServices, id: string, seen: number | undefined) {
  const reached = await reachedBlocker(ctx, services, await lockBlocker(ctx.tx, ctx.tenant, id));
  const { blocker } = reached;
  if (seen !== undefined && seen !== blocker.version) throw new HuyingError('project.blockerStale');
  if (blocker.clearedOn !== null) throw new HuyingError('project.blockerCleared', { day: blocker.clearedOn });
  return reached;
}

function viewOf(world: PromiseWorld, promise: PromiseRecord, blocker: Blocker): BlockerView {
  return blockerView(world, { promise }, blocker, world.today);
}

async function tell(
  ctx: Ctx,
  { id, promise }: Blocker,
  what: string,
  body: Readonly<Record<string, unknown>>,
): Promise<void> {
  append(ctx, {
    subject: promise,
    kind: 'promise',
    what,
    visibility: 'internal',
    body: { blocker: id, ...body },
  });
}

/** How many are raised in one transaction. */
const AT_ONCE = 50;

/**
 * Opens an item of supervision for each blocker that is overdue, once; nothing where the district only wants it marked. Answers how many.
 */
export async function raiseLateBlockers(ctx: Ctx, services: PromiseServices): Promise<number> {
  const world = await promiseWorldOf(ctx, services);
  if (world.setting<unknown>('projects.lateBlockers', 'item') !== 'item') return 0;
  let raised = 0;
  for (const blocker of await lateBlockers(ctx.tx, ctx.tenant, world.today, AT_ONCE)) {
    const promise = await lockPromise(ctx.tx, ctx.tenant, blocker.promise);
    if (promise === undefined || promise.endedAt !== null) continue;
    const item = await openItem(ctx, services, blockedOf(promise, blocker), {
      part: `blocker:${blocker.id}`,
      title: blocker.words,
      due: blocker.due as Day,
      because: { zh: '堵点逾期未解决', en: 'a blocker is overdue' },
    });
    if (item === null) continue;
    await updateBlocker(ctx.tx, ctx.tenant, { ...blocker, raisedCase: item });
    if (blocker.owner !== null) await tellClearers(ctx, world, promise, blocker, 'late');
    raised += 1;
  }
  return raised;
}

/** The item goes to the unit that is to clear it, where one is named. */
function blockedOf(promise: PromiseRecord, { unit }: Blocker): PromiseRecord {
  return unit === null ? promise : { ...promise, leadUnit: unit };
}
