import { type CaseRecord, decide, followersOf, isClosed, mergingBar } from '@huying/kit/case';
import { minuteOf } from '@huying/kit/clock';
import type { Product } from '@huying/kit/compile';
import { HuyingError } from '@huying/kit/error';
import { admits } from '../access/index.ts';
import type { Ctx } from '../ledger/index.ts';
import { addLink, dropLinks, linksFrom } from '../link/index.ts';
import { type CaseServices, pinnedDefinition } from './case-services.ts';
import { seeToFollowers } from './followers-due.ts';
import { keep, type Typed } from './keep.ts';
import { caseByNumber, findCase, lockCase } from './store.ts';
import type { World } from './world.ts';

/** Actions that concern a second case, of every type; the question that names it by number, null where the link does. */
type MergingActions = ReadonlyMap<string, string | null>;

const known = new WeakMap<Product, MergingActions>();

function mergingActions({ product }: Pick<CaseServices, 'product'>): MergingActions {
  let actions = known.get(product);
  if (actions === undefined) {
    actions = new Map(
      product.definitions.flatMap(({ type: { merging } }): [string, string | null][] =>
        merging === undefined
          ? []
          : [
              [merging.action, merging.into],
              [merging.separate, null],
            ],
      ),
    );
    known.set(product, actions);
  }
  return actions;
}

/** True for steps that write to another case besides their own. */
export function concernsAnother(services: Pick<CaseServices, 'product'>, action: string): boolean {
  return mergingActions(services).has(action);
}

/** What a step is taken of, locked: the case, and the main case it is merged into or taken apart from. */
interface Locked {
  readonly record: CaseRecord | undefined;
  /** Undefined for every other step, and where there is none of that number. Whether the actor may see it is not asked here. */
  readonly main: CaseRecord | undefined;
}

/**
 * Locks what a step is taken of. Two cases are locked in the order of their ids, whichever of them follows the other: two such steps
 * at the same moment come one after the other, and neither waits for ever.
 */
export async function lockForStep(
  ctx: Ctx,
  services: CaseServices,
  {
    id,
    action,
    asked,
  }: { readonly id: string; readonly action: string; readonly asked: Readonly<Record<string, unknown>> },
): Promise<Locked> {
  const question = mergingActions(services).get(action);
  if (question === undefined) return { record: await lock(ctx, id), main: undefined };
  if (question !== null) return lockBoth(ctx, id, await numbered(ctx, asked[question]));
  const main = await mainOf(ctx, id);
  const locked = await lockBoth(ctx, id, main);
  // While this waited for the locks another may have taken it apart and merged it elsewhere.
  if ((await mainOf(ctx, id)) !== main) throw new HuyingError('database.busy');
  return locked;
}

/** Locks a case and the one it follows. */
export async function lockBoth(ctx: Ctx, id: string, mainId: string | undefined): Promise<Locked> {
  const [record, main] = await Promise.all([lock(ctx, id), mainId === undefined ? undefined : lock(ctx, mainId)]);
  return { record, main };
}

const lock = ({ tx, tenant }: Ctx, id: string) => tx.gather(lockCase, { tenant, id });

/** The case that a case was merged into. */
async function mainOf(ctx: Ctx, id: string): Promise<string | undefined> {
  return (await linksFrom(ctx, 'merged', id))[0]?.to.id;
}

async function numbered({ tx, tenant }: Ctx, number: unknown): Promise<string | undefined> {
  return typeof number === 'string' ? caseByNumber(tx, tenant, plainNumber(number)) : undefined;
}

/** A number as it was written down: in full-width letters, in small ones, with a blank at its end. */
function plainNumber(number: string): string {
  return number.normalize('NFKC').trim().toUpperCase();
}

/**
 * Refuses a main case that this one cannot follow. Throws `case.mainUnknown` alike for numbers that do not exist and for cases that the actor
 * may not see, `case.mainItself`, `case.mainFollows`, `case.mainFollowsUnseen`, `case.mainUnanswered`,
 * `case.mainClosedBefore` and `case.mainOldRules`.
 */
export async function requireMain(
  ctx: Ctx,
  world: World,
  { type, words }: Typed,
  record: CaseRecord,
  main: CaseRecord | undefined,
  asked: unknown,
): Promise<void> {
  if (main === undefined || main.type !== record.type || !admits(world.reach, main)) {
    throw new HuyingError('case.mainUnknown', { number: plainNumber(String(asked)) });
  }
  const { number } = main;
  const bar = mergingBar(type, record, main);
  switch (bar) {
    case 'itself':
      throw new HuyingError('case.mainItself', { number });
    case 'follows':
      throw await followsAnother(ctx, world, main);
    case 'unanswered': {
      const result = words[`${type.id}/results/${main.result}`]?.[ctx.locale] ?? '';
      throw new HuyingError('case.mainUnanswered', { number, result });
    }
    case 'closedBefore':
      throw new HuyingError('case.mainClosedBefore', { number, at: minuteOf(world.calendar, main.closedAt ?? 0) });
    case null:
      break;
    default:
      bar satisfies never;
  }
  const definition = await pinnedDefinition(ctx.tx, main.definition);
  if (definition.type.merging === undefined) throw new HuyingError('case.mainOldRules', { number });
}

async function followsAnother(ctx: Ctx, world: World, main: CaseRecord): Promise<HuyingError> {
  const id = await mainOf(ctx, main.id);
  const other = id === undefined ? undefined : await findCase(ctx.tx, ctx.tenant, id);
  const { number } = main;
  return other !== undefined && admits(world.reach, other)
    ? new HuyingError('case.mainFollows', { number, into: other.number })
    : new HuyingError('case.mainFollowsUnseen', { number });
}

/** Keeps what a step of merging says of the other case: the link between the two, and a row in the ledger of the main case. */
export async function tellMain(
  ctx: Ctx,
  services: CaseServices,
  world: World,
  { type }: Typed,
  action: string,
  { id }: CaseRecord,
  main: CaseRecord | undefined,
): Promise<void> {
  const { merging } = type;
  if (merging === undefined || main === undefined) return;
  if (action === merging.action) {
    // What answered it an earlier time has nothing to do with it any more.
    await dropLinks(ctx, 'merged', id);
    await addLink(ctx, 'merged', { kind: 'case', id }, { kind: 'case', id: main.id });
    await stepOfMain(ctx, services, world, main, 'joined');
    if (isClosed(type, main.state)) await seeToFollowers(ctx, main.id);
  } else if (action === merging.separate || action === merging.unanswered) {
    await dropLinks(ctx, 'merged', id);
    await stepOfMain(ctx, services, world, main, 'left');
  }
}

/** A step of the main case, under the definition it has: the program's, in the name of who acted on the other. */
async function stepOfMain(
  ctx: Ctx,
  services: CaseServices,
  world: World,
  main: CaseRecord,
  what: 'joined' | 'left',
): Promise<void> {
  const definition = await pinnedDefinition(ctx.tx, main.definition);
  const { type } = definition;
  if (type.merging === undefined) return;
  const waiting = followersOf(type, main) + (what === 'joined' ? 1 : -1);
  const context = { ...world.context, acting: { kind: 'system' } as const };
  const decision = decide(type, main, type.merging[what], { waiting: Math.max(0, waiting) }, context);
  await keep(ctx, services, world, definition, main, decision);
}
