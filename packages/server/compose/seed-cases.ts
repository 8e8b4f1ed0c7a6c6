import { people } from '@huying/district/demo/org';
import { casePlan, type PlannedCase } from '@huying/district/demo/story';
import { coversArea } from '@huying/kit/access';
import { type Calendar, localDateOf } from '@huying/kit/calendar';
import { type CaseServices, currentDefinition, type World, worldOf, writePastCases } from '../case/index.ts';
import { displayNames } from '../identity/index.ts';
import { type Ctx, takeNumbers, writeNumber } from '../ledger/index.ts';
import type { Post } from '../org/index.ts';
import { type Cast, replay } from './replay.ts';

/** Small enough that the database writes one batch while the next is carried out. */
const BATCH = 250;

export interface Seeding {
  /** How many cases are planned: about 60,000 a year. */
  readonly count: number;
  readonly seed: number;
  progress(done: number, of: number): void;
}

/**
 * Gives the demo district its year of cases: planned by a fixed seed, anchored on the week of the first start, carried out
 * by the engine's own rules until now, and written in bulk. What is due after now stays open, as it would have.
 */
export async function seedCases(ctx: Ctx, services: CaseServices, seeding: Seeding): Promise<number> {
  const { now } = ctx;
  const world = await worldOf(ctx, services);
  const plans = casePlan(seeding.seed, now, seeding.count).filter(({ at }) => at < now);
  const { definition, hash } = currentDefinition(services, 'ticket');
  const numbers = await numberPlans(ctx, services, plans, world.calendar, definition.type.numberPrefix);
  const cast = await castOf(ctx, world);
  let writing: Promise<void> = Promise.resolve();
  for (let from = 0; from < plans.length; from += BATCH) {
    const batch = plans.slice(from, from + BATCH);
    const cases = batch.map((plan, index) => {
      const desk = restOf(plans.length - 1 - (from + index));
      return replay(plan, numbers.get(plan.index) ?? '', hash, definition, world, cast, now, desk);
    });
    await writing;
    writing = writePastCases(ctx, services, world, definition, cases);
    seeding.progress(Math.min(from + BATCH, plans.length), plans.length);
  }
  await writing;
  return plans.length;
}

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
const ON_DESKS = 64;

function restOf(fromTheEnd: number): string | null {
  return fromTheEnd < ON_DESKS ? (DESKS[fromTheEnd % DESKS.length] ?? null) : null;
}

/** Numbers of the day each case arrived; today's are taken from the sequence that goes on after them. */
async function numberPlans(
  ctx: Ctx,
  services: CaseServices,
  plans: readonly PlannedCase[],
  calendar: Calendar,
  prefix: string,
): Promise<ReadonlyMap<number, string>> {
  const today = localDateOf(calendar, ctx.now);
  const counts = new Map<string, number>();
  const numbers = new Map<number, string>();
  const ofToday = plans.filter(({ at }) => localDateOf(calendar, at) === today);
  const taken = ofToday.length === 0 ? [] : await takeNumbers(services.db, ctx.tenant, prefix, today, ofToday.length);
  for (const { index, at } of plans) {
    const day = localDateOf(calendar, at);
    const count = (counts.get(day) ?? 0) + 1;
    counts.set(day, count);
    numbers.set(index, day === today ? (taken[count - 1] ?? '') : writeNumber(prefix, day, count));
  }
  return numbers;
}

/** The people of the district as the replay needs them; each call of `post` is answered from memory. */
async function castOf(ctx: Ctx, world: World): Promise<Cast> {
  const { org } = world;
  const posts = org.units.flatMap((unit) => org.postsIn(unit.id));
  const names = await displayNames(ctx.tx, [...new Set(posts.map(({ account }) => account))]);
  const byRole = new Map<string, Post[]>();
  for (const post of posts) byRole.set(post.role, [...(byRole.get(post.role) ?? []), post]);
  const inUnits = new Map<string, readonly Post[]>();
  const within = (role: string, unit: string) => {
    const key = `${role} ${unit}`;
    const known = inUnits.get(key);
    if (known !== undefined) return known;
    const found = (byRole.get(role) ?? []).filter((post) => org.isWithin(post.unit, unit));
    inUnits.set(key, found);
    return found;
  };
  return {
    post(role, unit, turn, area) {
      const held = unit === null ? (byRole.get(role) ?? []) : within(role, unit);
      const here = area === undefined || area === null ? held : held.filter((post) => coversArea(post.area, area));
      return here[turn % Math.max(1, here.length)];
    },
    actor: (post) => ({
      kind: 'person',
      account: post.account,
      post: post.id,
      name: names.get(post.account) ?? '',
    }),
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
].filter((name) => people.some((person) => person.name === name));
