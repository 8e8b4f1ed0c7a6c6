import { testDatabase } from '@huying/testing/database';
import { courseOf, testDistrict } from '@huying/testing/district';
import { expect, it } from 'vitest';
import { createTenant } from '../tenant/index.ts';
import { measureKeeper, measureOperations } from './index.ts';

const db = await testDatabase();

it('folds what changed, publishes the day that is over, looks at the numbers at night, and lets no district hold up another', async () => {
  // The first in the row has no calendar, without which it has no days.
  await createTenant(db, { code: '110000', name: { zh: '无历区', en: 'No calendar' }, zone: 'Asia/Shanghai' }, 0);
  const district = await testDistrict(db);
  const count = (table: string) =>
    district.inside(async ({ tx, tenant }) => {
      const row = await tx.one<{ n: number }>(`select count(*)::integer as n from ${table} where tenant = $1`, [
        tenant,
      ]);
      return row?.n;
    });
  const keeper = measureKeeper(district.services);
  await courseOf(district).closed();
  expect(await keeper.round()).toBeLessThanOrEqual(1_000);
  expect(await count('measure_delta')).toBe(0);
  expect(await count('measure_snapshot')).toBe(0);
  await district.inside(({ tx, tenant }) => tx.run('update measure_cell set n = n + 1 where tenant = $1', [tenant]));
  district.at('2026-07-02 00:05');
  await keeper.round();
  expect(await count('measure_snapshot')).toBeGreaterThan(0);
  expect(await count('measure_alarm')).toBeGreaterThan(0);
  const [row] = await district.run('supervisor', measureOperations(district.services).values, {
    measures: ['hotline.received'],
    grain: 'all',
    from: '2026-07-01',
    to: '2026-07-01',
  });
  expect(row).toMatchObject({ n: 2, published: { n: 2 }, alarm: { n: 1 } });
});
