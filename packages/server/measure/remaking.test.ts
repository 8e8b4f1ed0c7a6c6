import { apps } from '@huying/apps';
import { compile } from '@huying/kit/compile';
import { gt, property } from '@huying/kit/condition';
import type { Measure } from '@huying/kit/measure';
import { testDatabase } from '@huying/testing/database';
import { type CaseDistrict, courseOf, testDistrict } from '@huying/testing/district';
import { beforeEach, describe, expect, it } from 'vitest';
import { type CaseServices, caseOperations } from '../case/index.ts';
import { withoutTenant } from '../tenant/index.ts';
import { factSink, measureOperations, recount, remake, storeBook } from './index.ts';

const db = await testDatabase();
let district: CaseDistrict;
let count = 0;

beforeEach(async () => {
  count += 1;
  district = await testDistrict(db, { tenant: `m${count}` });
});

const days = { from: '2026-07-01', to: '2026-07-31' };
const read = async (services: CaseServices, measures: readonly string[], grain: 'all' | 'unit' = 'all') =>
  (
    await district.run('supervisor', measureOperations(services).values, { measures: [...measures], grain, ...days })
  ).map(({ measure, n, d, x, recounting }) => [measure, n, d, x, recounting]);

/** A program in which one measure is declared otherwise. */
async function otherProgram(id: string, change: Partial<Measure>): Promise<CaseServices> {
  const changed = apps.map((app) => ({
    ...app,
    measures: app.measures.map((measure) => (measure.id === id ? ({ ...measure, ...change } as Measure) : measure)),
  }));
  const product = compile(changed);
  await withoutTenant(db, (tx) => storeBook(tx, district.clock.now(), product));
  return { ...district.services, product, facts: factSink(product) };
}

describe('a measure that is declared otherwise', () => {
  it('is counted anew, says so until it is done, and is exact for cases that go on meanwhile', async () => {
    const first = await courseOf(district).closed();
    await courseOf(district).closed();
    await remake(district.services, district.tenant);
    expect(await read(district.services, ['hotline.closed'])).toEqual([['hotline.closed', 2, 0, 0, false]]);

    const services = await otherProgram('hotline.closed', { form: { count: gt(property('dispatches'), 0) } });
    expect(await read(services, ['hotline.closed', 'hotline.received'])).toEqual([
      ['hotline.closed', 0, 0, 0, true],
      ['hotline.received', 2, 0, 0, true],
    ]);
    // The new program moves a case, then the old one does, before anything was recounted.
    const { act } = caseOperations(services);
    await district.run('operator', act, { id: first.id, action: 'reopen', asked: { cause: '又坏了' } });
    await district.act('waterClerk', first, 'handled', { handled: '再次处置' });
    await remake(services, district.tenant);
    expect(await read(services, ['hotline.closed'])).toEqual([['hotline.closed', 1, 0, 0, false]]);
    expect((await recount(services, district.tenant)).differences).toEqual([]);
    expect(await read(services, ['hotline.received'])).toEqual([['hotline.received', 2, 0, 0, false]]);
  });

  it('with another name or sentence is not counted anew', async () => {
    await courseOf(district).closed();
    await remake(district.services, district.tenant);
    const services = await otherProgram('hotline.closed', { name: '办结数', meaning: '当期办结的工单。', decimals: 0 });
    expect(await read(services, ['hotline.closed'])).toEqual([['hotline.closed', 1, 0, 0, false]]);
  });
});

describe('facts', () => {
  it('of cases that were there before are made from the ledger, the same as if they had been published', async () => {
    await courseOf(district).closed();
    await courseOf(district).dispatched();
    const facts = () =>
      district.inside(({ tx, tenant }) =>
        tx.rows(
          'select subject, kind, no, unit, street, area, matter, channel, since, till, fields from fact where tenant = $1 order by 1, 2, 3',
          [tenant],
        ),
      );
    const [published, numbers] = [
      await facts(),
      await read(district.services, ['hotline.received', 'hotline.signing']),
    ];
    for (const table of ['fact', 'measure_delta', 'measure_cell']) {
      await district.inside(({ tx, tenant }) => tx.run(`delete from ${table} where tenant = $1`, [tenant]));
    }
    await remake(district.services, district.tenant);
    expect(await facts()).toEqual(published);
    expect(await read(district.services, ['hotline.received', 'hotline.signing'])).toEqual(numbers);
  });
});
