import { HuyingError } from '@huying/kit/error';
import type { Tx } from '../db/index.ts';
import type { Ctx } from '../ledger/index.ts';
import { readStamp, writeStamp } from '../tenant/index.ts';
import { type OrgView, orgView } from './org-view.ts';
import { readOrg } from './store.ts';
import type { HeldPost, Post, Unit } from './unit.ts';

/** The part of an operation's context that reading the organisation needs. */
export type OrgCtx = Pick<Ctx, 'tx' | 'tenant'>;

/** The last view read of each district. A stamp is a fresh uuid at each change, so an equal stamp means an equal organisation, in whatever database. */
const views = new Map<string, OrgView>();

/** What a transaction has seen, so that it asks for the stamp once. */
const seen = new WeakMap<Tx, OrgView>();

/** Transactions that change the organisation: what they read under their new stamp may be half of the change and is theirs alone. */
const changing = new WeakSet<Tx>();

/** The district's organisation as of this transaction: one small query, and all of it again only after a change. */
export async function orgOf(ctx: OrgCtx): Promise<OrgView> {
  const before = seen.get(ctx.tx);
  if (before !== undefined) return before;
  const stamp = await ctx.tx.gather(readStamp, { tenant: ctx.tenant, part: 'org' });
  let view = changing.has(ctx.tx) ? undefined : views.get(ctx.tenant);
  // A district whose organisation was never written has no stamp to go by.
  if (view === undefined || view.stamp !== stamp || stamp === 'none') {
    view = orgView(await readOrg(ctx.tx, ctx.tenant, stamp));
    if (!changing.has(ctx.tx)) views.set(ctx.tenant, view);
  }
  seen.set(ctx.tx, view);
  return view;
}

/**
 * To be called before an operation reads what it will change: changes of one district's organisation happen one after another,
 * and every process reads it again afterwards. Also to be called by bulk writing.
 */
export async function changeOrg(ctx: OrgCtx & Pick<Ctx, 'id'>): Promise<void> {
  changing.add(ctx.tx);
  seen.delete(ctx.tx);
  await writeStamp(ctx.tx, ctx.tenant, 'org', ctx.id());
}

/** Forgets what this transaction saw, after it wrote. */
export function rereadOrg(ctx: OrgCtx): void {
  seen.delete(ctx.tx);
}

/** The part of an operation's context that says who acts. */
export type ActingCtx = Pick<Ctx, 'tx' | 'tenant' | 'now' | 'actor'>;

/** The post in which a person acts, if it is theirs (or they are its deputy) in this district at this instant. */
export async function postHeld(ctx: ActingCtx): Promise<HeldPost | undefined> {
  const { actor } = ctx;
  if (actor.kind !== 'person' || actor.account === null || actor.post === null) return undefined;
  return (await orgOf(ctx)).heldPost(actor.account, actor.post, ctx.now);
}

/** The same, where there must be one. @throws org.postRequired */
export async function requirePostHeld(ctx: ActingCtx): Promise<HeldPost> {
  const held = await postHeld(ctx);
  if (held === undefined) throw new HuyingError('org.postRequired');
  return held;
}

/**
 * The post in which the person acts, if it holds one of the roles; null for the program itself, which may do everything.
 * @throws org.roleRequired naming the first
 */
export async function requireRole(ctx: ActingCtx, ...roles: readonly [string, ...string[]]): Promise<HeldPost | null> {
  if (ctx.actor.kind === 'system') return null;
  const held = await postHeld(ctx);
  if (held !== undefined && roles.includes(held.role)) return held;
  throw new HuyingError('org.roleRequired', { role: roles[0] });
}

/** @throws org.unitUnknown */
export async function requireUnit(ctx: OrgCtx, id: string): Promise<Unit> {
  const unit = (await orgOf(ctx)).unit(id);
  if (unit === undefined) throw new HuyingError('org.unitUnknown');
  return unit;
}

/** @throws org.postUnknown */
export async function requirePost(ctx: OrgCtx, id: string): Promise<Post> {
  const post = (await orgOf(ctx)).post(id);
  if (post === undefined) throw new HuyingError('org.postUnknown');
  return post;
}
