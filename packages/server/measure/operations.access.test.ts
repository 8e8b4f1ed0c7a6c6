import { testDatabase } from '@huying/testing/database';
import { courseOf, type PersonName, type Strangers, strangersOf } from '@huying/testing/district';
import { beforeAll, describe, expect, it } from 'vitest';
import { type MeasureOperations, measureOperations } from './index.ts';

const db = await testDatabase();
let strangers: Strangers;
let operations: MeasureOperations;
beforeAll(async () => {
  strangers = await strangersOf(db);
  const { here } = strangers;
  operations = measureOperations(here.services);
  await courseOf(here).closed();
  await courseOf(here).handling();
  const ticket = await courseOf(here).filed();
  await here.act('dispatcher', ticket, 'dispatch', { unit: here.units.roads, dispatchReason: '道路' });
});

const days = { from: '2026-07-01', to: '2026-07-31' };
const values = { measures: ['hotline.received', 'hotline.sendBack'], ...days };
const rows = { id: 'hotline.received', part: 'of', grain: 'all', ...days } as const;
const centre = ['supervisor', 'shiftLeader', 'dispatcher', 'auditor'] as const;
const without = ['systemAdmin', 'securityAdmin', 'dutyEditor'] as const;

async function read(who: PersonName, grain: 'all' | 'unit' | 'street' | 'matter' | 'channel') {
  const { here } = strangers;
  const measures = grain === 'matter' || grain === 'channel' ? ['hotline.received'] : values.measures;
  const found = await here.run(who, operations.values, { ...values, measures, grain });
  return Object.fromEntries(found.map(({ measure, label, n, d }) => [`${measure} ${label.zh}`, [n, d]]));
}

describe('numbers', () => {
  it('are the district’s for whoever reaches all cases', async () => {
    for (const who of centre)
      expect([who, await read(who, 'all')]).toMatchObject([who, { 'hotline.received 全部': [3, 0] }]);
  });

  it('are its own units’ for a department, by whatever they are broken down', async () => {
    for (const who of ['waterHead', 'waterClerk'] as const) {
      expect([who, await read(who, 'all')]).toEqual([
        who,
        { 'hotline.received 全部': [2, 0], 'hotline.sendBack 全部': [0, 2] },
      ]);
    }
    expect(await read('waterHead', 'unit')).toEqual({
      'hotline.received 区水务局': [2, 0],
      'hotline.received 管网所': [0, 0],
      'hotline.received 泵站所': [0, 0],
      'hotline.sendBack 区水务局': [0, 2],
      'hotline.sendBack 管网所': [0, 0],
      'hotline.sendBack 泵站所': [0, 0],
    });
    expect(await read('roadsClerk', 'street')).toEqual({
      'hotline.received 西街街道': [1, 0],
      'hotline.sendBack 西街街道': [0, 1],
    });
    expect(await read('roadsClerk', 'matter')).toEqual({ 'hotline.received 污水井盖': [1, 0] });
    expect(await read('roadsClerk', 'channel')).toEqual({ 'hotline.received 12345 来电': [1, 0] });
    expect(await read('pumpsClerk', 'all')).toEqual({
      'hotline.received 全部': [0, 0],
      'hotline.sendBack 全部': [0, 0],
    });
  });

  it('of another unit are not there for a department that asks for them', async () => {
    const { here } = strangers;
    const { roads, district } = here.units;
    expect(
      await here.run('waterHead', operations.values, { ...values, grain: 'unit', values: [roads, district] }),
    ).toEqual([]);
  });

  it('are those of its area for a post that is for an area', async () => {
    expect(await read('westVerifier', 'all')).toMatchObject({ 'hotline.received 全部': [3, 0] });
    expect(await read('eastDispatcher', 'all')).toMatchObject({ 'hotline.received 全部': [0, 0] });
    expect(await read('eastDispatcher', 'street')).toEqual({});
  });

  it('and their definitions are refused to whoever reaches no case', async () => {
    const { tries } = strangers;
    for (const who of without) {
      expect([who, await tries(who, operations.values, { ...values, grain: 'all' })]).toEqual([
        who,
        'measure.notYours',
      ]);
      expect([who, await tries(who, operations.rows, rows)]).toEqual([who, 'measure.notYours']);
      expect([who, await tries(who, operations.definitions, {})]).toEqual([who, 'measure.notYours']);
    }
  });

  it('are refused to whoever has no post here', async () => {
    const { outsiders, there } = strangers;
    const refused = [
      ...(await outsiders('supervisor', operations.values, { ...values, grain: 'all' })),
      ...(await outsiders('supervisor', operations.rows, rows)),
      ...(await outsiders('supervisor', operations.definitions, {})),
    ];
    expect(new Set(refused)).toEqual(new Set(['measure.notYours']));
    const [row] = await there.run('supervisor', operations.values, { ...values, grain: 'all' });
    expect(row?.n).toBe(0);
  });
});

describe('the cases behind a number', () => {
  it('are only those the reader may open, and as many as the number says', async () => {
    const { here } = strangers;
    for (const who of ['supervisor', 'waterHead', 'roadsClerk', 'westVerifier', 'eastDispatcher'] as const) {
      const { items, total, hidden } = await here.run(who, operations.rows, rows);
      const listed = await here.run(who, here.operations.list, { limit: 200 });
      const mayOpen = new Set(listed.items.map(({ id }) => id));
      expect(items.filter((item) => !mayOpen.has(item.case.id))).toEqual([]);
      expect([who, items.length + hidden]).toEqual([who, total]);
    }
  });

  it('that do not meet it are no others, and as many as are left of the number', async () => {
    const { here } = strangers;
    const onTime = { ...rows, id: 'hotline.onTimeApproved' } as const;
    for (const who of ['supervisor', 'waterHead', 'roadsClerk', 'westVerifier', 'eastDispatcher'] as const) {
      const [among, of, others] = await Promise.all(
        (['among', 'of', 'others'] as const).map((part) => here.run(who, operations.rows, { ...onTime, part })),
      );
      const mayOpen = new Set(among?.items.map((item) => item.case.id));
      expect(others?.items.filter((item) => !mayOpen.has(item.case.id))).toEqual([]);
      expect([who, (others?.items.length ?? 0) + (others?.hidden ?? 0)]).toEqual([who, others?.total]);
      expect([who, others?.total]).toEqual([who, (among?.total ?? 0) - (of?.total ?? 0)]);
    }
  });

  it('are counted beside the number only for whoever may open all of them', async () => {
    const { here } = strangers;
    expect((await here.run('supervisor', operations.rows, rows)).found).toBe(3);
    for (const who of ['waterHead', 'roadsClerk', 'westVerifier', 'eastDispatcher'] as const)
      expect([who, (await here.run(who, operations.rows, rows)).found]).toEqual([who, null]);
  });
});
