import { testDatabase } from '@huying/testing/database';
import { type CaseDistrict, courseOf, type PersonName, testDistrict } from '@huying/testing/district';
import { beforeAll, describe, expect, it } from 'vitest';
import { setParameterOperation } from '../parameter/index.ts';
import { type BoardOperations, type BoardRequest, boardOperations, type PanelOf, type PanelView } from './index.ts';

const db = await testDatabase();
let district: CaseDistrict;
let operations: BoardOperations;
const JULY = { from: '2026-07-01', to: '2026-07-31' };
const AUGUST = { from: '2026-08-01', to: '2026-08-31' };

const read = (who: PersonName, request: BoardRequest) => district.run(who, operations.read, request);

function panelOf<K extends PanelView['kind']>(panels: readonly PanelView[], kind: K, id: string): PanelOf<K> {
  const found = panels.find((panel) => panel.kind === kind && panel.id === id);
  if (found === undefined) throw new Error(`no ${kind} panel ${id}`);
  return found as PanelOf<K>;
}

function tileOf(panels: readonly PanelView[], id: string, measure: string) {
  const tile = panelOf(panels, 'tiles', id).tiles.find((one) => one.measure === measure);
  if (tile === undefined) throw new Error(`no tile ${measure}`);
  return tile;
}

beforeAll(async () => {
  district = await testDistrict(db, { now: '2026-06-29T10:00:00+08:00' });
  operations = boardOperations(district.services, 0);
  const { closed, dispatched } = courseOf(district);
  await dispatched();
  district.at('2026-07-01 09:30');
  await closed();
  await dispatched();
  await district.open();
  district.at('2026-07-02 11:00');
});

describe('the board of the shift', () => {
  it('says what is under way and where it waits, now', async () => {
    const { panels } = await read('shiftLeader', { id: 'shift' });
    const { states } = panelOf(panels, 'standing', 'standing');
    const named = states.map(({ state, open }) => [state, open]);
    expect(named).toEqual([
      ['received', 1],
      ['dispatched', 2],
    ]);
    const late = states.find(({ state }) => state === 'received');
    expect(late).toMatchObject({ late: 0, stepLate: 1 });
  });

  it('holds the day against the day before by this time of day', async () => {
    const own = await read('shiftLeader', { id: 'shift' });
    expect(panelOf(own.panels, 'intake', 'hours')).toMatchObject({ day: '2026-07-02', hour: 11, byNow: 3 });
    const before = await read('shiftLeader', { id: 'shift', from: '2026-07-01' });
    const hours = panelOf(before.panels, 'intake', 'hours');
    expect(hours).toMatchObject({ day: '2026-07-01', dayBefore: '2026-06-30', hour: null, byNow: 0 });
    expect(hours.hours[9]).toBe(3);
  });

  it('takes no difference between a day that is not over and a whole one', async () => {
    const { panels, running } = await read('shiftLeader', { id: 'shift' });
    expect(running).toBe(true);
    const { figure } = tileOf(panels, 'today', 'hotline.received');
    expect(figure).toMatchObject({ rate: 0, before: { rate: 3, difference: null, noise: 'unknown' } });
  });

  it('draws no day that has not come', async () => {
    const { panels } = await read('shiftLeader', { id: 'shift', ...JULY });
    const { points } = panelOf(panels, 'chart', 'days');
    expect(points).toHaveLength(31);
    expect(points.slice(0, 3).map(({ figure }) => figure?.rate ?? null)).toEqual([3, 0, null]);
  });
});

describe('the board of the centre’s month', () => {
  it('compares a month under way with as many days of the month before', async () => {
    district.at('2026-08-03 09:00');
    const { before, running, period } = await read('supervisor', { id: 'centre-month', ...AUGUST });
    expect([period.label, running]).toEqual(['2026-08', true]);
    expect(before).toMatchObject({ from: '2026-07-01', to: '2026-07-03' });
  });

  it.each([
    ['June', 1, { from: '2026-06-01', to: '2026-06-30' }],
    ['July, when June had two days of it', 3, JULY],
  ])('compares with nothing of which the first fact leaves a part out: %s', async (_, received, days) => {
    const { panels, before, yearBefore } = await read('supervisor', { id: 'centre-month', ...days });
    expect([before, yearBefore]).toEqual([null, null]);
    const { figure } = tileOf(panels, 'volume', 'hotline.received');
    expect(figure.rate).toBe(received);
    expect(figure).not.toHaveProperty('before');
    expect(figure).not.toHaveProperty('yearBefore');
    const { rows, whole } = panelOf(panels, 'table', 'units');
    expect([...whole.cells, ...rows.flatMap(({ cells }) => cells)].filter((cell) => cell?.before)).toEqual([]);
    expect(panelOf(panels, 'chart', 'intake')).toMatchObject({ before: null, yearBefore: null });
  });

  it('compares a month that is over with the month before, what is open at its end too', async () => {
    district.at('2026-09-01 09:00');
    const { panels, before, yearBefore, running } = await read('supervisor', { id: 'centre-month' });
    expect([running, before?.label, yearBefore?.label]).toEqual([false, '2026-07', undefined]);
    const { figure, trend } = tileOf(panels, 'volume', 'hotline.received');
    expect(figure).toMatchObject({ rate: 0, before: { rate: 3, difference: -3, noise: 'within' } });
    const late = tileOf(panels, 'volume', 'hotline.openLate').figure;
    expect(late).toMatchObject({ rate: 3, before: { rate: 3, difference: 0, noise: 'unknown' } });
    district.at('2026-08-03 09:00');
    expect(trend?.map(({ rate }) => rate).slice(-3)).toEqual([1, 3, 0]);
  });

  it('says that nobody was to be measured, and never 100 %', async () => {
    const { panels } = await read('supervisor', { id: 'centre-month', from: '2026-05-01', to: '2026-05-31' });
    expect(tileOf(panels, 'rates', 'hotline.onTimeApproved').figure).toMatchObject({ n: 0, d: 0, rate: null });
    expect(panelOf(panels, 'table', 'units').rows).toEqual([]);
  });

  it('prints what was left out of a rate beside it', async () => {
    const { panels } = await read('supervisor', { id: 'centre-month' });
    const { figure } = tileOf(panels, 'rates', 'hotline.satisfied');
    expect(figure).toMatchObject({ n: 1, d: 1, x: 0, rate: 100, few: true });
  });

  it('has a row for each unit right below the district with what is below it, and one for all', async () => {
    const { panels } = await read('supervisor', { id: 'centre-month' });
    const { rows, whole, measures } = panelOf(panels, 'table', 'units');
    const received = measures.indexOf('hotline.received');
    expect(rows.map(({ label }) => label.zh)).toEqual(['区水务局']);
    // One waits for a unit, and so is nobody’s but the district’s.
    expect([rows[0]?.cells[received]?.rate, whole.cells[received]?.rate]).toEqual([2, 3]);
  });

  it('ranks nobody of fewer than twenty cases, and lists them apart', async () => {
    const { panels } = await read('supervisor', { id: 'centre-month' });
    const { groups, weights } = panelOf(panels, 'ranking', 'ranking');
    expect(weights.map(({ weight }) => weight)).toEqual([40, 20, 20, 20]);
    const departments = groups.find(({ id }) => id === 'department');
    expect(departments?.ranked).toEqual([]);
    expect(departments?.apart.map(({ label }) => label.zh)).toEqual(['区水务局']);
  });

  it('weighs as the district has set', async () => {
    const set = {
      name: 'hotline.rankingWeights',
      value: { 'hotline.satisfied': 0, 'hotline.solved': 50 },
      reason: '会议决定',
    };
    await district.run('supervisor', setParameterOperation(district.services.parameters), set);
    const { panels } = await read('supervisor', { id: 'centre-month' });
    expect(panelOf(panels, 'ranking', 'ranking').weights.map(({ measure, weight }) => [measure, weight])).toEqual([
      ['hotline.onTimeApproved', 40],
      ['hotline.feedback', 20],
      ['hotline.solved', 50],
    ]);
  });

  it('is for reference until the district has verified its figures', async () => {
    expect((await read('supervisor', { id: 'centre-month' })).verified).toBe(false);
    const set = { name: 'hotline.figuresVerified', value: true, reason: '已核定' };
    await district.run('supervisor', setParameterOperation(district.services.parameters), set);
    expect((await read('supervisor', { id: 'centre-month' })).verified).toBe(true);
  });
});

describe('the board of a unit', () => {
  it('is of the reader’s own with what is below it', async () => {
    const { subject, choices, panels } = await read('waterHead', { id: 'department', ...JULY });
    expect(subject?.name.zh).toBe('区水务局');
    expect(choices.map(({ name }) => name.zh)).toEqual(['区水务局', '管网所', '泵站所']);
    expect(tileOf(panels, 'work', 'hotline.received').figure.rate).toBe(2);
  });

  it('is of any unit for whoever sees the district', async () => {
    const unit = district.units.roads;
    const { subject, panels } = await read('supervisor', { id: 'department', unit, ...JULY });
    expect(subject?.unit).toBe(unit);
    expect(tileOf(panels, 'work', 'hotline.received').figure.rate).toBe(0);
  });

  it('offers streets under their own board, and other units there under this one', async () => {
    const offered = async (who: PersonName, id: string, unit?: string) => {
      const { choices } = await read(who, { id, ...JULY, ...(unit === undefined ? {} : { unit }) });
      return choices.map(({ name, board }) => [name.zh, board]);
    };
    const all = [
      ['区水务局', 'department'],
      ['区公路局', 'department'],
      ['西街街道', 'street'],
      ['东街街道', 'street'],
    ];
    const inOrder = (found: readonly (readonly string[])[]) => [...found].sort();
    expect(inOrder(await offered('supervisor', 'department'))).toEqual(inOrder(all));
    expect(await offered('supervisor', 'street')).toEqual(await offered('supervisor', 'department'));
    expect(await offered('westHead', 'street')).toEqual([
      ['西街街道', 'street'],
      ['柳园社区', 'department'],
    ]);
    // Supervision knows no board of streets: each unit is looked up under the one there is.
    expect(new Set((await offered('supervisor', 'supervision-unit')).map(([, board]) => board))).toEqual(
      new Set(['supervision-unit']),
    );
  });

  it('opens with the reader’s own unit, else with one of the kind it is for', async () => {
    const opened = async (who: PersonName, id: string) => (await read(who, { id, ...JULY })).subject?.name.zh;
    expect(await opened('westHead', 'department')).toBe('西街街道');
    const { choices } = await read('supervisor', { id: 'department', ...JULY });
    expect(await opened('supervisor', 'department')).toBe(choices.find(({ board }) => board === 'department')?.name.zh);
    expect(await opened('supervisor', 'street')).toBe(choices.find(({ board }) => board === 'street')?.name.zh);
  });

  it('of a street tells what happened there from what its own units handle', async () => {
    const { panels, subject } = await read('supervisor', { id: 'street', unit: district.units.west, ...JULY });
    expect(subject?.name.zh).toBe('西街街道');
    expect(tileOf(panels, 'here', 'hotline.received').figure.rate).toBe(3);
    expect(tileOf(panels, 'own', 'hotline.received').figure.rate).toBe(0);
  });

  it('opens with the days it was asked for, and refuses days that are none', async () => {
    await expect(read('waterHead', { id: 'department', from: '2026-07-31', to: '2026-07-01' })).rejects.toMatchObject({
      code: 'measure.period',
    });
    const { period } = await read('waterHead', { id: 'department', from: '2026-07-15' });
    expect(period.label).toBe('2026-07');
  });
});
