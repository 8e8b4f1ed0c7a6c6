import { answerOf, type CaseRecord, isClosed } from '@huying/kit/case';
import { append, type Ctx, inTenant, pastOf, theSystem } from '../ledger/index.ts';
import { linksFrom, linksOf } from '../link/index.ts';
import { takeStep } from './act.ts';
import { type CaseServices, pinnedDefinition } from './case-services.ts';
import { lockBoth } from './merging.ts';
import { worldOf } from './world.ts';

/** What became of the cases that follow a main case. */
export interface FollowersSeenTo {
  /** Answered as the main case was, their callers now to be called back. */
  readonly answered: number;
  /** Handled by themselves again, because the main case was closed without an answer for them. */
  readonly released: number;
  /** Told that the main case was reopened after they were answered. */
  readonly told: number;
}

/**
 * Sees to the cases that follow a main case as it stands now: each in a transaction of its own, so that one in somebody's hands keeps none of the
 * others. Done again, or broken off and done again, it finds what is left and nothing else. Throws the first failure once all were tried.
 */
export async function seeToFollowersOf(services: CaseServices, tenant: string, main: string): Promise<FollowersSeenTo> {
  const capacity = { tenant, actor: theSystem };
  const links = await inTenant(services, capacity, (ctx) => linksOf(ctx, main));
  const sum = { answered: 0, released: 0, told: 0 };
  const failures: unknown[] = [];
  for (const { kind, from, to } of links) {
    if (kind !== 'merged' || to.id !== main) continue;
    try {
      const done = await inTenant(services, capacity, (ctx) => seeTo(ctx, services, main, from.id));
      if (done !== null) sum[done] += 1;
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw failures[0];
  return sum;
}

async function seeTo(
  ctx: Ctx,
  services: CaseServices,
  mainId: string,
  id: string,
): Promise<keyof FollowersSeenTo | null> {
  const { record, main } = await lockBoth(ctx, id, mainId);
  if (record === undefined || main === undefined || !(await isMainOf(ctx, main, record))) return null;
  const definition = await pinnedDefinition(ctx.tx, record.definition);
  const { type } = definition;
  const { merging } = type;
  if (merging === undefined) return null;
  const isDone = isClosed(type, main.state);
  if (record.state !== merging.follows) {
    const isHeard = type.ends.includes(record.state) || !isClosed(type, record.state);
    return isDone || isHeard ? null : tellReopened(ctx, record, main);
  }
  if (!isDone) return null;
  const world = await worldOf(ctx, services);
  const answer = answerOf(type, main);
  if (answer === null) {
    await takeStep(ctx, services, world, definition, record, merging.unanswered, {}, main);
    return 'released';
  }
  // A unit that has ended since cannot be given anything; who goes on with its duties can.
  const heir = main.unit === null ? null : world.org.heirOf(main.unit, ctx.now);
  const asked = heir !== null && 'unit' in answer ? { ...answer, unit: heir } : answer;
  await takeStep(ctx, services, world, definition, record, merging.answered, asked, main);
  return 'answered';
}

/** It may have been taken apart while this waited for the lock. */
async function isMainOf(ctx: Ctx, main: CaseRecord, record: CaseRecord): Promise<boolean> {
  const links = await linksFrom(ctx, 'merged', record.id);
  return links.some(({ to }) => to.id === main.id);
}

/** Whoever is about to call back reads in the ledger that the answer no longer stands; told once for each time. */
async function tellReopened(ctx: Ctx, record: CaseRecord, main: CaseRecord): Promise<'told' | null> {
  const past = await ctx.tx.gather(pastOf, { tenant: ctx.tenant, subject: record.id });
  const body = { main: main.number, round: main.round };
  const isTold = past.some(
    ({ what, body: said }) => what === MAIN_REOPENED && (said as { readonly round?: number }).round === main.round,
  );
  if (isTold) return null;
  append(ctx, { subject: record.id, kind: 'case', what: MAIN_REOPENED, visibility: 'internal', body });
  return 'told';
}

/** A row of a follower's ledger that is no step of it. */
const MAIN_REOPENED = 'mainReopened';
