import { testDatabase } from '@huying/testing/database';
import { type CaseDistrict, courseOf, testDistrict } from '@huying/testing/district';
import { beforeEach, describe, expect, it } from 'vitest';
import { createUnit, moveUnit, renameUnit } from '../org/index.ts';
import { measureOperations } from './index.ts';

const db = await testDatabase();
let district: CaseDistrict;
let count = 0;

beforeEach(async () => {
  count += 1;
  district = await testDistrict(db, { tenant: `u${count}` });
});

const sendBacks = async (days: { from: string; to: string }) =>
  Object.fromEntries(
    (
      await district.run('supervisor', measureOperations(district.services).values, {
        measures: ['hotline.sendBack'],
        grain: 'unit',
        ...days,
      })
    ).map((row) => [row.value, row]),
  );

describe('a unit that changed in the middle of the year', () => {
  it('counts under the unit above it at the time, and its number says that it moved', async () => {
    const { water, roads, pipes } = district.units;
    const toPipes = async () => {
      const ticket = await courseOf(district).filed();
      await district.act('dispatcher', ticket, 'dispatch', { unit: pipes, dispatchReason: '管网所职责' });
    };
    await toPipes();
    district.at('2026-07-15 09:00');
    await district.run('system', moveUnit, { unit: pipes, parent: roads });
    district.at('2026-07-20 09:00');
    await toPipes();
    await toPipes();
    const july = await sendBacks({ from: '2026-07-01', to: '2026-07-31' });
    expect([july[water]?.d, july[roads]?.d]).toEqual([1, 2]);
    expect(july[roads]?.units).toEqual([
      {
        unit: pipes,
        what: 'moved',
        on: '2026-07-15',
        before: { zh: '区水务局', en: 'water' },
        after: { zh: '区公路局', en: 'roads' },
      },
    ]);
    const early = await sendBacks({ from: '2026-07-01', to: '2026-07-14' });
    expect([early[water]?.d, early[roads]?.d, early[water]?.units]).toEqual([1, 0, []]);
  });

  it('says its name before and after, and that another began beside it', async () => {
    const { water, district: root } = district.units;
    await courseOf(district).dispatched();
    district.at('2026-07-10 09:00');
    await district.run('system', renameUnit, { unit: water, name: { zh: '区水利局', en: 'Water Conservancy' } });
    const made = await district.run('system', createUnit, {
      parent: root,
      code: 'drainage',
      kind: 'department',
      name: { zh: '区排水事务中心', en: 'Drainage' },
    });
    const july = await sendBacks({ from: '2026-07-01', to: '2026-07-31' });
    expect(july[water]?.label).toEqual({ zh: '区水利局', en: 'Water Conservancy' });
    expect(july[water]?.units).toMatchObject([{ what: 'renamed', on: '2026-07-10', before: { zh: '区水务局' } }]);
    expect(july[(made as { unit?: string; id?: string }).id ?? '']?.units).toMatchObject([
      { what: 'began', on: '2026-07-10' },
    ]);
  });
});
