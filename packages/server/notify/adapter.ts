import type { OutboxItem, Outcome } from '../ledger/index.ts';

/**
 * Takes one kind of message out of the process, after the commit. The item's key goes with it: a process killed between
 * sending and settling sends again, and the receiver can drop what it has seen. What it throws counts as a failure.
 */
export interface Adapter {
  /** The outbox's kind it serves. */
  readonly kind: string;
  send(tenant: string, item: OutboxItem): Promise<Outcome>;
}
