import { testDatabase } from '@huying/testing/database';
import { promiseDistrict } from '@huying/testing/promise';
import { expect, it } from 'vitest';
import { projectOperations } from './operations.ts';

const db = await testDatabase();

it('lets those outside read an economic figure from the day of its release on', async () => {
  const at = await promiseDistrict(db, { now: '2026-07-01T09:00:00+08:00' });
  const { district, operations } = at;
  const { id } = await at.promise({
    kind: 'indicator',
    title: '规模以上工业增加值',
    due: '2026-12-31',
    indicators: [
      { name: 'amount', label: '增加值', unit: '亿元', decimals: 1, aim: { aim: 'up', base: 0, value: 100 } },
    ],
  });
  const value = { id, indicator: 'amount', value: 48, asOf: '2026-06-30', standing: 'final' as const };
  await district.run('statistician', operations.observe, value);
  await district.run('supervisor', operations.publish, { id, published: true });
  const valuesFor = async (who: 'deputy' | 'supervisor') =>
    (await district.run(who, operations.read, { id })).indicators[0]?.observations.map((one) => one.value);
  const period = { period: 'month', start: '2026-06-01', releasedOn: '2026-07-18' } as const;
  expect(await valuesFor('supervisor')).toEqual([48]);
  expect(await valuesFor('deputy')).toEqual([]);
  await district.run('statistician', projectOperations(at.services).release, period);
  expect(await valuesFor('deputy')).toEqual([]);
  district.at('2026-07-18 09:00');
  expect(await valuesFor('deputy')).toEqual([48]);
});
