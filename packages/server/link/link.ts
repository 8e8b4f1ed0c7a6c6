import type { Ctx } from '../ledger/index.ts';
import { deleteLinks, insertLink, selectLinks, selectLinksButTo, selectLinksFrom } from './store.ts';

/**
 * `merged`: from was merged into to (并案), one only, and follows it; `related`: they have to do with each other; `joint`: from is a part of to (会办);
 * `origin`: to came of from (a call became a candidate, a candidate a promise); `raised`: from, overdue or contradicted, opened to;
 * `answers`: from, a row published later, answers to.
 */
export type LinkKind = 'merged' | 'related' | 'joint' | 'origin' | 'raised' | 'answers';

/** A case, a record, a promise: its kind as in the ledger, and its id. */
export interface Subject {
  readonly kind: string;
  readonly id: string;
}

export interface Link {
  readonly id: string;
  readonly kind: LinkKind;
  readonly from: Subject;
  readonly to: Subject;
  /** The name of who set it, and the account where it was a person. */
  readonly by: string;
  readonly account: string | null;
  /** Epoch milliseconds. */
  readonly at: number;
}

/**
 * Sets a link, in the transaction of the operation that decided it, which writes the ledger rows of both subjects. Answers false where the same link was there already.
 */
export async function addLink(ctx: Ctx, kind: LinkKind, from: Subject, to: Subject): Promise<boolean> {
  const { name: by, account } = ctx.actor;
  return insertLink(ctx.tx, ctx.tenant, { id: ctx.id(), kind, from, to, by, account, at: ctx.now });
}

/**
 * Takes the links of a kind that lead from a subject away, in the transaction of the operation that decided it, which writes the ledger rows: a
 * link says what is, and what was the ledgers tell. Answers how many there were.
 */
export async function dropLinks(ctx: Pick<Ctx, 'tx' | 'tenant'>, kind: LinkKind, from: string): Promise<number> {
  return deleteLinks(ctx.tx, ctx.tenant, kind, from);
}

/** The links of a subject in both directions, the oldest first. Whoever calls has checked what the reader may see. */
export async function linksOf(ctx: Pick<Ctx, 'tx' | 'tenant'>, subject: string): Promise<Link[]> {
  return selectLinks(ctx.tx, ctx.tenant, subject);
}

/** The links of a kind that lead from a subject, the oldest first. Whoever calls has checked what the reader may see. */
export async function linksFrom(ctx: Pick<Ctx, 'tx' | 'tenant'>, kind: LinkKind, from: string): Promise<Link[]> {
  return selectLinksFrom(ctx.tx, ctx.tenant, kind, from);
}

/**
 * As `linksOf`, but without those of a kind that lead to the subject: thousands may follow one case, and who reads it asks for them by the page.
 */
export async function linksButTo(ctx: Pick<Ctx, 'tx' | 'tenant'>, kind: LinkKind, subject: string): Promise<Link[]> {
  return selectLinksButTo(ctx.tx, ctx.tenant, kind, subject);
}
