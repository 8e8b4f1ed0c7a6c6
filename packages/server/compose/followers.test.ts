import { testDatabase } from '@huying/testing/database';
import { courseOf, testDistrict } from '@huying/testing/district';
import { Logger, runTaskListOnce } from 'graphile-worker';
import { expect, it } from 'vitest';
import { tasksOf } from './jobs.ts';

const db = await testDatabase();

it('a case that follows another is answered by the queue once that one is closed, and nothing stays in the queue', async () => {
  const district = await testDistrict(db);
  const main = await courseOf(district).verified();
  const one = await district.open();
  await district.act('operator', one, 'markDuplicate', { earlier: main.number });
  await district.act('acceptor', main, 'close', { result: 'explained', answer: '属正常检修。' });
  expect((await district.view('auditor', one)).state.id).toBe('merged');
  const client = await db.pool.connect();
  try {
    await runTaskListOnce({ logger: new Logger(() => () => undefined) }, tasksOf(district.services), client);
    const { rows } = await client.query('select 1 from graphile_worker.jobs');
    expect(rows).toEqual([]);
  } finally {
    client.release();
  }
  expect(await district.view('auditor', one)).toMatchObject({ state: { id: 'callback' }, result: { id: 'explained' } });
});
