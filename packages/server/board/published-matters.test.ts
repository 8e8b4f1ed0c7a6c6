import { testDatabase } from '@huying/testing/database';
import { type CaseDistrict, courseOf, type PersonName, testDistrict } from '@huying/testing/district';
import { beforeEach, describe, expect, it } from 'vitest';
import { publishPeriods } from '../measure/index.ts';
import { type BoardOperations, boardOperations, type PanelOf } from './index.ts';

const db = await testDatabase();
const JULY = { from: '2026-07-01', to: '2026-07-31' };
let district: CaseDistrict;
let operations: BoardOperations;
let count = 0;

beforeEach(async () => {
  count += 1;
  district = await testDistrict(db, { tenant: `m${count}` });
  operations = boardOperations(district.services, 0);
});

/** How many of a unit's or street's tickets about manhole covers were in time; they are all it has, so that the whole is the same. */
async function onTime(who: PersonName, board: 'department' | 'street', unit: string) {
  const { panels } = await district.run(who, operations.read, { id: board, unit, ...JULY });
  const { rows, measures, whole } = panels.find(({ id }) => id === 'matters') as PanelOf<'table'>;
  const column = measures.indexOf('hotline.onTimeApproved');
  const figure = rows.find(({ value }) => value === '01002')?.cells[column];
  return { ...figure, whole: whole.cells[column]?.published };
}

async function julyIsPublished() {
  const ticket = await courseOf(district).closed();
  await courseOf(district).closed();
  district.at('2026-08-03 06:00');
  await publishPeriods(district.services, district.tenant);
  return ticket;
}

describe('the matters of a month that was published', () => {
  it('say what they were as published once a ticket of it is corrected: of a unit, and of a street', async () => {
    const ticket = await julyIsPublished();
    const { water, west } = district.units;
    const before = await onTime('supervisor', 'department', water);
    expect(before).toMatchObject({ n: 2, d: 2, rate: 100 });
    expect(before.published).toBeUndefined();
    district.clock.set('2026-07-15T09:00:00+08:00');
    await district.act('operator', ticket, 'reopen', { cause: '又坏了' });
    district.at('2026-08-04 06:00');
    await publishPeriods(district.services, district.tenant);
    for (const [who, board, unit] of [
      ['supervisor', 'department', water],
      ['waterHead', 'department', water],
      ['supervisor', 'street', west],
    ] as const) {
      const corrected = await onTime(who, board, unit);
      expect(corrected).toMatchObject({ n: 1, published: { n: 2, d: 2, rate: 100 } });
      expect(corrected.published).toEqual(corrected.whole);
    }
  });

  it('say nothing of a time when matters were not published yet, never that there were none', async () => {
    const ticket = await julyIsPublished();
    await db.pool.query('update measure_snapshot set pairs = null where tenant = $1', [district.tenant]);
    district.clock.set('2026-07-15T09:00:00+08:00');
    await district.act('operator', ticket, 'reopen', { cause: '又坏了' });
    district.at('2026-08-04 06:00');
    const figure = await onTime('supervisor', 'department', district.units.water);
    expect(figure.n).toBe(1);
    expect(figure.published).toBeUndefined();
    expect(figure.whole).toMatchObject({ n: 2 });
  });
});
