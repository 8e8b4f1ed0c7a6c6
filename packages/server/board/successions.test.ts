import { testDatabase } from '@huying/testing/database';
import { type CaseDistrict, courseOf, type PersonName, testDistrict } from '@huying/testing/district';
import { refusedWith } from '@huying/testing/org';
import { beforeEach, describe, expect, it } from 'vitest';
import { openWorkOf } from '../case/index.ts';
import { measureOperations, readMeasures, recount } from '../measure/index.ts';
import {
  createPostOperation,
  createUnit,
  endPost,
  endUnitOperation,
  moveUnit,
  succeedUnitOperation,
} from '../org/index.ts';
import { type BoardOperations, boardOperations, type PanelOf } from './index.ts';

const db = await testDatabase();
const succeed = succeedUnitOperation(openWorkOf);
const AUGUST = { from: '2026-08-01', to: '2026-08-31' };
const JULY = { from: '2026-07-01', to: '2026-07-31' };
const WATER = { zh: '区水务局', en: 'water' };
const ROADS = { zh: '区公路局', en: 'roads' };
let district: CaseDistrict;
let operations: BoardOperations;
let count = 0;

/** In July the water department closed three tickets and the roads department was given one. */
beforeEach(async () => {
  count += 1;
  district = await testDistrict(db, { tenant: `s${count}` });
  operations = boardOperations(district.services, 0);
  district.at('2026-07-01 09:30');
  for (let ticket = 0; ticket < 3; ticket += 1) await courseOf(district).closed();
  await toRoads();
});

async function toRoads(): Promise<void> {
  const ticket = await courseOf(district).filed();
  await district.act('dispatcher', ticket, 'dispatch', { unit: district.units.roads, dispatchReason: '职责' });
}

/** Nobody and nothing is left below the water department. */
async function vacate(): Promise<void> {
  const { posts, units } = district;
  for (const post of [posts.waterHead.id, posts.waterClerk.id])
    await district.run('system', endPost, { post, reason: '机构改革' });
  for (const unit of [units.pipes, units.pumps]) await district.run('system', moveUnit, { unit, parent: units.roads });
  district.clock.advance(1_000);
}

async function waterGoesTo(successors: readonly string[], on: string): Promise<void> {
  await vacate();
  const from = Date.parse(`${on}T00:00:00+08:00`);
  await district.run('system', succeed, {
    unit: district.units.water,
    successors: [...successors],
    from,
    reason: '区委办〔2026〕12号',
  });
}

async function rowOf(days: typeof JULY, unit: string, measure: string, who: PersonName = 'supervisor') {
  const { panels } = await district.run(who, operations.read, { id: 'centre-month', ...days });
  const table = panels.find(({ id }) => id === 'units') as PanelOf<'table'>;
  const row = table.rows.find(({ value }) => value === unit);
  return { row, figure: row?.cells[table.measures.indexOf(measure)] };
}

const newUnit = async (code: string, zh: string) =>
  district.run('system', createUnit, {
    parent: district.units.district,
    code,
    kind: 'department' as const,
    name: { zh, en: code },
  });

describe('a unit merged into another', () => {
  it('keeps its row under its own name, which says into which it went and when', async () => {
    district.at('2026-08-05 10:00');
    await waterGoesTo([district.units.roads], '2026-08-01');
    const { row, figure } = await rowOf(JULY, district.units.water, 'hotline.received');
    expect(row).toMatchObject({ label: WATER, ended: { on: '2026-08-01', how: 'merged', into: [ROADS] } });
    expect(figure?.n).toBe(3);
  });

  it('is counted in what the other’s number is compared with, and the comparison says so', async () => {
    district.at('2026-08-05 10:00');
    await waterGoesTo([district.units.roads], '2026-08-01');
    await toRoads();
    await toRoads();
    district.at('2026-09-20 10:00');
    const { figure } = await rowOf(AUGUST, district.units.roads, 'hotline.received');
    expect(figure).toMatchObject({ n: 2, before: { n: 4, difference: -2, joined: { with: [WATER], n: 2 } } });
    expect((await rowOf(AUGUST, district.units.water, 'hotline.received')).row).toBeUndefined();
  });

  it('in the middle of a month: both are compared together, each is shown alone, and the one that ended stands apart', async () => {
    district.at('2026-08-03 09:00');
    await courseOf(district).closed();
    district.at('2026-08-15 10:00');
    await waterGoesTo([district.units.roads], '2026-08-15');
    await toRoads();
    district.at('2026-09-20 10:00');
    const { water, roads } = district.units;
    const after = await rowOf(AUGUST, roads, 'hotline.received');
    expect(after.figure).toMatchObject({ n: 1, before: { n: 4, difference: -2, joined: { with: [WATER], n: 2 } } });
    const before = await rowOf(AUGUST, water, 'hotline.received');
    expect(before.figure).toMatchObject({
      n: 1,
      before: { difference: null, parted: { how: 'ended', with: [ROADS] } },
    });
    expect(before.row?.changed).toEqual([{ what: 'merged', on: '2026-08-15' }]);
    const { panels } = await district.run('supervisor', operations.read, { id: 'centre-month', ...AUGUST });
    const [group] = (panels.find(({ id }) => id === 'ranking') as PanelOf<'ranking'>).groups;
    expect(group?.ranked).toEqual([]);
    expect(group?.apart.find(({ value }) => value === water)).toMatchObject({ ended: { how: 'merged' } });
  });

  it('tells the head of the other its number to compare with, and its cases to nobody new', async () => {
    district.at('2026-08-05 10:00');
    await waterGoesTo([district.units.roads], '2026-08-01');
    await toRoads();
    district.at('2026-09-20 10:00');
    const received = async (who: PersonName) => {
      const { panels } = await district.run(who, operations.read, { id: 'department', ...AUGUST });
      const { tiles } = panels.find(({ id }) => id === 'work') as PanelOf<'tiles'>;
      return tiles.find(({ measure }) => measure === 'hotline.received')?.figure;
    };
    expect(await received('roadsHead')).toMatchObject({ n: 1, before: { n: 4, joined: { with: [WATER] } } });
    expect((await received('westHead'))?.before).toMatchObject({ n: 0 });
    expect((await received('westHead'))?.before?.joined).toBeUndefined();
    const { values, rows } = measureOperations(district.services);
    const asked = { grain: 'unit' as const, ...JULY };
    const alone = { measures: ['hotline.received'], ...asked, values: [district.units.water] };
    expect(await district.run('roadsHead', values, alone)).toEqual([]);
    const behind = { id: 'hotline.received', part: 'of' as const, ...asked, value: district.units.water };
    expect(await district.run('roadsHead', rows, behind)).toMatchObject({ items: [], total: 0 });
  });

  it('is corrected afterwards like any other, what comes back goes to the other, and a recount finds the same', async () => {
    district.at('2026-07-31 10:00');
    const late = await courseOf(district).closed();
    district.at('2026-08-05 10:00');
    await waterGoesTo([district.units.roads], '2026-08-01');
    district.at('2026-08-06 10:00');
    const closed = async () => {
      const asked = { measures: ['hotline.closed'], grain: 'unit' as const, ...JULY };
      const found = await district.run('supervisor', measureOperations(district.services).values, asked);
      return found.find(({ value }) => value === district.units.water)?.n;
    };
    expect(await closed()).toBe(4);
    await district.act('acceptor', late, 'reopen', { cause: '又漏了' });
    expect(await closed()).toBe(3);
    const { figure } = await rowOf(AUGUST, district.units.roads, 'hotline.closed');
    expect(figure).toMatchObject({ n: 0, before: { n: 3 } });
    expect((await district.view('dispatcher', late)).unit?.id).toBe(district.units.roads);
    await district.act('roadsClerk', late, 'handled', { handled: '已更换' });
    const counted = await recount(district.services, district.tenant, { facts: true });
    expect([counted.differences, counted.strays]).toEqual([[], []]);
  });

  it('may itself have taken over another, and all are followed', async () => {
    district.at('2026-07-20 10:00');
    const fresh = await newUnit('drainage', '区排水中心');
    await waterGoesTo([fresh.id], '2026-07-20');
    district.at('2026-08-05 10:00');
    await district.run('system', succeed, { unit: fresh.id, successors: [district.units.roads], reason: '再次调整' });
    district.at('2026-09-20 10:00');
    const { figure } = await rowOf(AUGUST, district.units.roads, 'hotline.received');
    expect(figure).toMatchObject({ n: 0, before: { n: 4, joined: { n: 0 } } });
    const asked = { measures: ['hotline.received'], grain: 'unit' as const, ...JULY };
    const along = { from: JULY.from, to: AUGUST.to };
    const rows = await district.inside((ctx) => readMeasures(ctx, district.services, { ...asked, along }));
    const roads = rows.find(({ value }) => value === district.units.roads);
    expect(roads).toMatchObject({ n: 4, along: { how: 'joined' } });
    expect(rows.find(({ value }) => value === district.units.water)?.ended).toMatchObject({ how: 'succeeded' });
  });
});

describe('a unit that was split', () => {
  it('says among which, and neither it nor they are compared with what it was', async () => {
    const { roads, water } = district.units;
    district.at('2026-08-05 10:00');
    const fresh = await newUnit('drainage', '区排水中心');
    await waterGoesTo([fresh.id, roads], '2026-08-01');
    await toRoads();
    district.at('2026-09-20 10:00');
    const { figure } = await rowOf(AUGUST, roads, 'hotline.received');
    expect(figure).toMatchObject({ n: 1, before: { difference: null, parted: { how: 'split', with: [WATER] } } });
    const { row } = await rowOf(JULY, water, 'hotline.received');
    expect(row?.ended).toMatchObject({ how: 'split', into: [{ zh: '区排水中心' }, ROADS] });
    const counted = await recount(district.services, district.tenant, { facts: true });
    expect(counted.differences).toEqual([]);
  });
});

async function chartOf(unit: string, days: typeof JULY, who: PersonName = 'supervisor') {
  const { panels } = await district.run(who, operations.read, { id: 'department', unit, ...days });
  const chart = panels.find(({ id }) => id === 'intake') as PanelOf<'chart'>;
  const points = new Map(chart.points.map(({ label, figure }) => [label, figure?.rate ?? null]));
  return { chart, points: ['2026-07', '2026-08', '2026-09'].map((label) => points.get(label)) };
}

const SEPTEMBER = { from: '2026-09-01', to: '2026-09-30' };

describe('the line of a unit', () => {
  it('goes on through those that became part of it, with the day, and opens to their cases as far as the reader may', async () => {
    const { roads, water } = district.units;
    district.at('2026-08-05 10:00');
    await waterGoesTo([roads], '2026-08-01');
    await toRoads();
    district.at('2026-09-20 10:00');
    const { chart, points } = await chartOf(roads, SEPTEMBER);
    expect(points).toEqual([4, 1, 0]);
    expect(chart.turns).toEqual([{ on: '2026-08-01', how: 'joined', with: [WATER] }]);
    const { rows } = measureOperations(district.services);
    const { along } = chart;
    const point = { id: 'hotline.received', part: 'of' as const, grain: 'unit' as const, ...JULY };
    const behind = (who: PersonName, value: string) =>
      district.run(who, rows, {
        ...point,
        value,
        ...(along === undefined ? {} : { alongFrom: along.from, alongTo: along.to }),
      });
    expect(await behind('supervisor', roads)).toMatchObject({ total: 4, hidden: 0, items: { length: 4 } });
    expect(await behind('roadsHead', roads)).toMatchObject({ total: 4, hidden: 3, items: { length: 1 } });
    expect(await behind('roadsHead', water)).toMatchObject({ items: [], total: 0 });
    expect((await chartOf(roads, SEPTEMBER, 'roadsHead')).points).toEqual([4, 1, 0]);
  });

  it('ends with the unit, and says into which it went', async () => {
    const { roads, water } = district.units;
    district.at('2026-08-05 10:00');
    await waterGoesTo([roads], '2026-08-01');
    district.at('2026-09-20 10:00');
    const { chart, points } = await chartOf(water, SEPTEMBER);
    expect(points).toEqual([3, null, null]);
    expect(chart.turns).toEqual([{ on: '2026-08-01', how: 'merged', with: [ROADS] }]);
    const { choices } = await district.run('supervisor', operations.read, { id: 'department', ...SEPTEMBER });
    expect(choices.at(-1)).toMatchObject({ unit: water, ended: true });
    expect(choices[0]).not.toHaveProperty('ended');
    district.at('2027-09-20 10:00');
    await expect(chartOf(water, SEPTEMBER)).rejects.toThrowError(refusedWith('board.unit'));
  });

  it('of a unit that was split ends, and those that have parts of it begin with what is their own', async () => {
    const { roads, water } = district.units;
    district.at('2026-08-05 10:00');
    const fresh = await newUnit('drainage', '区排水中心');
    await waterGoesTo([fresh.id, roads], '2026-08-01');
    await toRoads();
    district.at('2026-09-20 10:00');
    const split = await chartOf(water, SEPTEMBER);
    expect([split.points, split.chart.turns]).toEqual([
      [3, null, null],
      [{ on: '2026-08-01', how: 'split', with: [expect.objectContaining({ zh: '区排水中心' }), ROADS] }],
    ]);
    const part = await chartOf(roads, SEPTEMBER);
    expect(part.points).toEqual([1, 1, 0]);
    expect(part.chart).toMatchObject({
      turns: [{ on: '2026-08-01', how: 'parted', with: [WATER] }],
      yearBefore: null,
    });
  });

  it('beside a big number changes in the same places', async () => {
    const { roads } = district.units;
    district.at('2026-08-05 10:00');
    await waterGoesTo([roads], '2026-08-01');
    district.at('2026-09-20 10:00');
    const { panels } = await district.run('roadsHead', operations.read, {
      id: 'department',
      unit: roads,
      ...SEPTEMBER,
    });
    const { tiles } = panels.find(({ id }) => id === 'work') as PanelOf<'tiles'>;
    const received = tiles.find(({ measure }) => measure === 'hotline.received');
    expect(
      received?.trend?.filter(({ rate }) => rate !== null && rate > 0).map(({ label, rate }) => [label, rate]),
    ).toEqual([['2026-07', 4]]);
    expect(received?.turns).toEqual([{ on: '2026-08-01', how: 'joined', with: [WATER] }]);
  });

  it('of a unit that nothing became part of stays as it is', async () => {
    district.at('2026-08-20 10:00');
    const { chart, points } = await chartOf(district.units.roads, AUGUST);
    expect([points.slice(0, 2), chart.turns, chart.along]).toEqual([[1, 0], [], undefined]);
  });
});

describe('a reform decided in December from the first of January on', () => {
  const JANUARY = Date.parse('2027-01-01T00:00:00+08:00');

  it('is refused ahead with what can be prepared, and what the refusal names leads there', async () => {
    const { water } = district.units;
    district.at('2026-12-15 10:00');
    const successor = await district.run('system', createUnit, {
      parent: district.units.district,
      code: 'drainage',
      kind: 'department' as const,
      name: { zh: '区排水中心', en: 'drainage' },
      from: JANUARY,
    });
    const go = () =>
      district.run('system', succeed, {
        unit: water,
        successors: [successor.id],
        from: JANUARY,
        reason: '区委办〔2026〕12号',
      });
    await expect(go()).rejects.toThrowError(refusedWith('org.successionAhead'));
    const { account } = district.posts.waterClerk;
    const post = { account, unit: successor.id, role: 'unit-clerk', from: JANUARY };
    await district.run('system', createPostOperation(['unit-clerk']), post);
    district.at('2027-01-04 09:00');
    await vacate();
    await go();
    const december = { from: '2026-12-01', to: '2026-12-31' };
    const asked = { measures: ['hotline.received'], grain: 'unit' as const, ...december };
    const rows = await district.inside((ctx) => readMeasures(ctx, district.services, asked));
    expect(rows.find(({ value }) => value === water)?.ended).toMatchObject({
      on: '2027-01-01',
      how: 'succeeded',
      into: [{ zh: '区排水中心' }],
    });
  });
});

describe('a unit with work under way', () => {
  it('does not end before it is done or sent back', async () => {
    const open = await courseOf(district).handling();
    await vacate();
    const { water, roads } = district.units;
    const go = () => district.run('system', succeed, { unit: water, successors: [roads], reason: '机构改革' });
    await expect(go()).rejects.toThrowError(refusedWith('org.unitBusy'));
    await expect(district.run('system', endUnitOperation(openWorkOf), { unit: water })).rejects.toThrowError(
      refusedWith('org.unitBusy'),
    );
    expect(await district.inside((ctx) => openWorkOf(ctx, water))).toBe(1);
    expect(open.id).toBeDefined();
  });

  it('is succeeded once, not by itself, not before it was, and by nobody who has ended', async () => {
    await vacate();
    const { water, roads, east } = district.units;
    const go = (successors: string[], from?: number) =>
      district.run('system', succeed, {
        unit: water,
        successors,
        reason: '机构改革',
        ...(from === undefined ? {} : { from }),
      });
    await expect(go([water])).rejects.toThrowError(refusedWith('org.successorInvalid'));
    await expect(go([roads], 0)).rejects.toThrowError(refusedWith('org.successionDate'));
    await go([roads]);
    await expect(go([east])).rejects.toThrowError(refusedWith('org.unitSucceeded'));
  });
});
