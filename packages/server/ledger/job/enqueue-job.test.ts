import { testDatabase, testServices } from '@huying/testing/database';
import { Logger, runTaskListOnce } from 'graphile-worker';
import { describe, expect, it } from 'vitest';
import { enqueueJob, inTenant, theSystem } from '../index.ts';

const db = await testDatabase();
const services = testServices(db);
const capacity = { tenant: '440199', actor: theSystem };

async function runAll(): Promise<unknown[]> {
  const seen: unknown[] = [];
  const client = await db.pool.connect();
  try {
    const task = (payload: unknown): void => {
      seen.push(payload);
    };
    await runTaskListOnce({ logger: new Logger(() => () => undefined) }, { toy: task }, client);
  } finally {
    client.release();
  }
  return seen;
}

describe('a job', () => {
  it('is queued with its transaction, and carries its tenant', async () => {
    await inTenant(services, capacity, (ctx) => enqueueJob(ctx, 'toy', { n: 1 }));
    const failing = inTenant(services, capacity, async (ctx) => {
      await enqueueJob(ctx, 'toy', { n: 2 });
      throw new Error('on purpose');
    });
    await expect(failing).rejects.toThrow();
    expect(await runAll()).toEqual([{ n: 1, tenant: '440199' }]);
  });

  it('waits for its time, and is replaced by another with its key', async () => {
    const runAt = Date.UTC(2999, 0, 1);
    await inTenant(services, capacity, (ctx) => enqueueJob(ctx, 'toy', { n: 1 }, { runAt, key: 'k' }));
    expect(await runAll()).toEqual([]);
    await inTenant(services, capacity, (ctx) => enqueueJob(ctx, 'toy', { n: 2 }, { runAt: 0, key: 'k' }));
    expect(await runAll()).toEqual([{ n: 2, tenant: '440199' }]);
  });

  it('is all the program may do to the queue', async () => {
    const peek = inTenant(services, capacity, (ctx) => ctx.tx.rows('select * from graphile_worker.jobs'));
    await expect(peek).rejects.toThrow(/permission denied/);
  });
});
