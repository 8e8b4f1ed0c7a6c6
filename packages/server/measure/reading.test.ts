import { testDatabase } from '@huying/testing/database';
import { type CaseDistrict, courseOf, testDistrict } from '@huying/testing/district';
import { beforeAll, describe, expect, it } from 'vitest';
import { measureOperations } from './index.ts';
import type { ReadingRequest } from './reading-schema.ts';

const db = await testDatabase();
let district: CaseDistrict;
beforeAll(async () => {
  district = await testDistrict(db);
});

const read = (request: Omit<ReadingRequest, 'from' | 'to'> & Partial<ReadingRequest>) =>
  district.run('supervisor', measureOperations(district.services).values, {
    from: '2026-07-01',
    to: '2026-07-31',
    ...request,
  });

describe('numbers', () => {
  it('are there as soon as the step is', async () => {
    const { closed, dispatched } = courseOf(district);
    await closed();
    await dispatched();
    const rows = await read({ measures: ['hotline.received', 'hotline.closed', 'hotline.open'], grain: 'all' });
    expect(rows.map(({ measure, n }) => [measure, n])).toEqual([
      ['hotline.received', 2],
      ['hotline.closed', 1],
      ['hotline.open', 1],
    ]);
    const later = await read({ measures: ['hotline.onTimeApproved'], grain: 'all' });
    expect(later[0]).toMatchObject({ n: 0, d: 0, rate: null, few: true, running: true });
    district.at('2026-08-03 09:00');
    const [whole] = await read({ measures: ['hotline.onTimeApproved'], grain: 'all' });
    expect(whole).toMatchObject({ n: 1, d: 2, rate: 50, running: false });
    const signing = await read({ measures: ['hotline.signing'], grain: 'unit' });
    expect(Object.fromEntries(signing.map(({ label, n, d, rate }) => [label.zh, [n, d, rate]]))).toEqual({
      区水务局: [1, 2, 50],
      区公路局: [0, 0, null],
      区指挥中心: [0, 0, null],
      西街街道: [0, 0, null],
      东街街道: [0, 0, null],
    });
  });

  it('of a unit that handed its work on in time count for it, however long others look at it', async () => {
    const rows = await read({
      measures: ['hotline.feedback', 'hotline.response', 'hotline.callBack', 'hotline.solved'],
      grain: 'all',
    });
    // Of two tickets one was handled and called back; nobody contacted the caller of either.
    expect(rows.map(({ measure, n, d }) => [measure, n, d])).toEqual([
      ['hotline.feedback', 1, 2],
      ['hotline.response', 0, 2],
      ['hotline.callBack', 1, 1],
      ['hotline.solved', 1, 1],
    ]);
  });

  it('of units with nobody to be measured are none, and never 100 %', async () => {
    const [none] = await read({ measures: ['hotline.onTimeFirst'], grain: 'unit', values: [district.units.roads] });
    expect(none).toMatchObject({ n: 0, d: 0, rate: null, few: true });
  });

  it('of one period after another add up to those of the whole', async () => {
    for (const by of ['day', 'week', 'month'] as const) {
      const parts = await read({
        measures: ['hotline.received'],
        grain: 'all',
        from: '2026-06-28',
        to: '2026-08-02',
        by,
      });
      expect([by, parts.reduce((sum, { n }) => sum + n, 0)]).toEqual([by, 2]);
    }
    const weeks = await read({
      measures: ['hotline.received'],
      grain: 'all',
      from: '2026-06-30',
      to: '2026-07-06',
      by: 'week',
    });
    expect(weeks.map(({ period }) => [period.label, period.from, period.to])).toEqual([
      ['2026-W27', '2026-06-30', '2026-07-05'],
      ['2026-W28', '2026-07-06', '2026-07-06'],
    ]);
  });
});
