import { testDatabase } from '@huying/testing/database';
import { type CaseDistrict, courseOf, testDistrict } from '@huying/testing/district';
import { Logger, runTaskListOnce } from 'graphile-worker';
import { beforeEach, describe, expect, it } from 'vitest';
import { followRenamings } from '../case/index.ts';
import { registryOperations } from '../registry/index.ts';
import { buildBlocks } from '../search/index.ts';
import { tasksOf } from './jobs.ts';

const db = await testDatabase();
let district: CaseDistrict;
let count = 0;

beforeEach(async () => {
  await work();
  count += 1;
  district = await testDistrict(db, { tenant: `n${count}` });
});

/** Runs what is due in the queue, once. */
async function work(): Promise<void> {
  if (district === undefined) return;
  const client = await db.pool.connect();
  try {
    await runTaskListOnce({ logger: new Logger(() => () => undefined) }, tasksOf(district.services), client);
  } finally {
    client.release();
  }
}

async function rename(registry: string, code: string, zh: string, from?: number): Promise<void> {
  const { services } = district;
  const { readRecord, putRecord } = registryOperations(services.product.registries, services.registries);
  const { parent, data, name } = (await district.run('system', readRecord, { registry, code })).record;
  await district.run('system', putRecord, {
    registry,
    record: { code, parent, name: { ...name, zh }, data },
    ...(from === undefined ? {} : { from }),
    source: '区委办',
    reason: '更名',
  });
}

const found = async (q: string) =>
  (await district.run('dispatcher', district.operations.list, { q })).items.map(({ id }) => id).sort();

/** Cases that stand in blocks already, as all but the newest do. */
async function oldCases(many: number): Promise<string[]> {
  const ids: string[] = [];
  for (let made = 0; made < many; made += 1)
    ids.push((await courseOf(district).filed({ title: '路面有异响', words: '车辆经过时响。' })).id);
  await buildBlocks(district.services, district.tenant, 1);
  return ids.sort();
}

describe('a matter that was renamed', () => {
  it('is found by its new name in old cases once the job has run, and no more by its old one', async () => {
    const cases = await oldCases(3);
    const before = (await found('污水井盖')).length;
    expect(before).toBe(3);
    await rename('matter', '01002', '雨水篦子');
    expect(await found('雨水篦子')).toEqual([]);
    await work();
    expect(await found('雨水篦子')).toEqual(cases);
    await buildBlocks(district.services, district.tenant, 1);
    expect(await found('雨水篦子')).toEqual(cases);
    expect(await found('污水井盖')).toEqual([]);
  });

  it('leaves the cases of other matters alone', async () => {
    await oldCases(2);
    await rename('matter', '01002', '雨水篦子');
    await work();
    const rows = await progress();
    expect(rows).toMatchObject([{ registry: 'matter', seen: 2, indexed: 2, finished: true }]);
  });

  it('under its new name from a day to come is found by it from then on', async () => {
    const cases = await oldCases(1);
    // The queue goes by the database's clock.
    await rename('matter', '01002', '雨水篦子', Date.now() + 3_600_000);
    await work();
    expect(await progress()).toEqual([]);
    expect(cases).toHaveLength(1);
  });
});

describe('a street that was renamed', () => {
  it('is found by its new name in the cases of its cells', async () => {
    const cases = await oldCases(2);
    const street = (await district.inside((ctx) =>
      ctx.tx.one<{ code: string }>(
        `select code from record where tenant = $1 and registry = 'area' and parent is null and code = left((select area from case_record where tenant = $1 limit 1), length(code))`,
        [district.tenant],
      ),
    )) as { code: string };
    await rename('area', street.code, '临江街道');
    await work();
    expect(await found('临江街道')).toEqual(cases);
  });
});

describe('following a renaming', () => {
  it('that was broken off goes on where it was, by whatever process comes next', async () => {
    const cases = await oldCases(5);
    await rename('matter', '01002', '雨水篦子');
    let batches = 0;
    const { services, tenant } = district;
    // The process is killed after the second batch: its job stays locked, what it wrote stays written.
    await district.inside(({ tx }) =>
      tx.run(
        `insert into search_renaming (tenant, id, registry, codes) values ($1, gen_random_uuid(), 'matter', '{01002}')`,
        [tenant],
      ),
    );
    const killed = () => {
      batches += 1;
      return batches > 2;
    };
    expect(await followRenamings(services, tenant, { batch: 2, stopped: killed })).toBe(4);
    expect(await progress()).toMatchObject([{ seen: 4, indexed: 4, finished: false }]);
    expect(await followRenamings(services, tenant)).toBe(1);
    expect(await progress()).toMatchObject([{ seen: 5, indexed: 5, finished: true }]);
    expect(await found('雨水篦子')).toEqual(cases);
  });
});

function progress() {
  return district.inside(({ tx }) =>
    tx.rows<{ registry: string; seen: number; indexed: number; finished: boolean }>(
      'select registry, seen, indexed, finished_at is not null as finished from search_renaming where tenant = $1',
      [district.tenant],
    ),
  );
}
