import type { Tx } from '../../db/index.ts';
import type { JobOptions } from './enqueue-job.ts';

export async function addJob(tx: Tx, task: string, payload: string, options: JobOptions): Promise<void> {
  await tx.run('select enqueue_job($1, $2::json, $3, $4, $5, $6)', [
    task,
    payload,
    options.runAt === undefined ? null : new Date(options.runAt),
    options.key ?? null,
    options.maxAttempts ?? null,
    options.queue ?? null,
  ]);
}
