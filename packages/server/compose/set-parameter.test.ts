import { testDatabase } from '@huying/testing/database';
import { testDistrict } from '@huying/testing/district';
import { describe, expect, it } from 'vitest';
import { runOperation, theSystem } from '../ledger/index.ts';
import { setParameterIn } from './set-parameter.ts';

const db = await testDatabase();

describe('setting a parameter', () => {
  it('a changed calendar has due times reckoned anew from when it is in force, in the same transaction', async () => {
    const district = await testDistrict(db);
    const { services } = district;
    const set = setParameterIn(services.parameters);
    const { tenant } = district;
    const waiting = async () =>
      (
        await db.pool.query(
          "select count(*)::int as jobs from graphile_worker.jobs where task_identifier = 'reproject'",
        )
      ).rows[0].jobs as number;
    const before = await waiting();
    const value = { zone: 'Asia/Shanghai', years: [] };
    await runOperation(services, set, {
      tenant,
      actor: theSystem,
      input: { name: 'base.calendar', value, reason: '调整' },
    });
    expect(await waiting()).toBe(before + 1);
    const other = { name: 'base.borderMetres', value: 40, reason: '试行' };
    await runOperation(services, set, { tenant, actor: theSystem, input: other });
    expect(await waiting()).toBe(before + 1);
  });
});
