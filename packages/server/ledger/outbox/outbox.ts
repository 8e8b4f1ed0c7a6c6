import { HOUR_MS } from '@huying/kit/calendar';
import type { Ctx } from '../operation/ctx.ts';
import { attemptsOf, claimItems, insertItem, markFailed, markSent, type OutboxItem } from './store.ts';

/** After so many attempts an item is dead: 10 s, 20 s … then every six hours makes about three days. */
export const MOST_ATTEMPTS = 22;
const FIRST_PAUSE_MS = 10_000;
const LONGEST_PAUSE_MS = 6 * HOUR_MS;

export interface NewItem {
  /** Which adapter sends it: mail, sms, city … */
  readonly kind: string;
  /** Address in the adapter's terms. */
  readonly to: string;
  readonly body: unknown;
  /** Unique within the kind: the same message is put in once, however often it is decided. */
  readonly key: string;
  /** Epoch milliseconds; by default at once. */
  readonly at?: number;
}

/** Puts something to be sent into the outbox, in the transaction of the context; nothing where it is there already. */
export function enqueueOutbox(ctx: Pick<Ctx, 'tx' | 'tenant' | 'now' | 'id'>, item: NewItem): void {
  const { kind, to, body, key, at = ctx.now } = item;
  const { tenant, now: created } = ctx;
  ctx.tx.write(insertItem, { tenant, id: ctx.id(), kind, to, body, key, created, due: at });
}

export interface ClaimOptions {
  readonly limit?: number;
  /** Only these kinds. */
  readonly kinds?: readonly string[];
  /** Milliseconds until another may claim what this process did not settle (it was killed); default two minutes. */
  readonly lease?: number;
}

/**
 * Claims items that are due. Commit, send, then settle each in another transaction. Two processes never get the same item; one
 * that was killed between sending and settling sends again, so receivers are told the key.
 */
export async function claimOutbox(
  ctx: Pick<Ctx, 'tx' | 'tenant' | 'now'>,
  options: ClaimOptions = {},
): Promise<OutboxItem[]> {
  const { limit = 50, kinds, lease = 120_000 } = options;
  return claimItems(ctx.tx, ctx.tenant, ctx.now, ctx.now + lease, limit, kinds ?? null);
}

/** What became of an attempt. `final` failures (no such number) are not tried again. */
export type Outcome =
  | { readonly sent: true }
  | { readonly sent: false; readonly error: string; readonly final?: boolean };

/** Records what became of an attempt; a failed one is due again after a pause that doubles. */
export async function settleOutbox(
  ctx: Pick<Ctx, 'tx' | 'tenant' | 'now'>,
  id: string,
  outcome: Outcome,
): Promise<void> {
  const { tx, tenant, now } = ctx;
  if (outcome.sent) return markSent(tx, tenant, id, now);
  const attempts = (await attemptsOf(tx, tenant, id)) ?? 0;
  const over = outcome.final === true || attempts >= MOST_ATTEMPTS;
  await markFailed(tx, tenant, id, now, over ? null : now + pauseAfter(attempts), outcome.error.slice(0, 1_000));
}

/** Milliseconds before the next attempt: doubling from ten seconds to six hours. */
export function pauseAfter(attempts: number): number {
  return Math.min(FIRST_PAUSE_MS * 2 ** Math.max(0, attempts - 1), LONGEST_PAUSE_MS);
}
