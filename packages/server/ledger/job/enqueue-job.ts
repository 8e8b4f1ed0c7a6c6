import type { Ctx } from '../operation/ctx.ts';
import { addJob } from './store.ts';

export interface JobOptions {
  /** Epoch milliseconds; by default at once. */
  readonly runAt?: number;
  /** A job with the same key that has not started is replaced. */
  readonly key?: string;
  /** Default 25, which with the queue's growing pauses is about three days. */
  readonly maxAttempts?: number;
  /** Jobs of one queue run one after another. */
  readonly queue?: string;
}

/** Adds a job for `work`, in the transaction of the context. Its payload also carries the tenant. */
export async function enqueueJob(
  ctx: Pick<Ctx, 'tx' | 'tenant'>,
  task: string,
  payload: Readonly<Record<string, unknown>>,
  options: JobOptions = {},
): Promise<void> {
  await addJob(ctx.tx, task, JSON.stringify({ ...payload, tenant: ctx.tenant }), options);
}
