import { testDatabase } from '@huying/testing/database';
import {
  areaCodes,
  type CaseDistrict,
  courseOf,
  type PersonName,
  testDistrict,
  type UnitCode,
} from '@huying/testing/district';
import { hourAddress, type StandingCount, standingAddress } from '@huying/web/console/board/list-address.ts';
import { cqlOf, filterOf } from '@huying/web/console/work/case-filter.ts';
import { beforeAll, describe, expect, it } from 'vitest';
import { type BoardOperations, type BoardView, boardOperations } from './index.ts';

const db = await testDatabase();
let district: CaseDistrict;
let boards: BoardOperations;

const COUNTS: readonly StandingCount[] = ['open', 'soon', 'late', 'stepLate'];
const READERS: readonly PersonName[] = ['shiftLeader', 'supervisor', 'auditor', 'leader', 'eastDispatcher'];
const OF_UNITS: readonly PersonName[] = [
  'waterHead',
  'pumpsClerk',
  'roadsHead',
  'roadsClerk',
  'westHead',
  'willowClerk',
];

const placeAt = (cell: string) => ({ place: { cell, point: null, address: '', datum: 'WGS84' } });

/** Tickets of every age with units of every level, and cases of the two other types beside them. */
beforeAll(async () => {
  district = await testDistrict(db, { now: '2026-06-22T09:00:00+08:00' });
  boards = boardOperations(district.services, 0);
  const { units, act } = district;
  const course = courseOf(district);
  const places = [areaCodes.west, areaCodes.east, areaCodes.westCommunity].map(placeAt);
  const to: readonly UnitCode[] = ['water', 'pipes', 'pumps', 'roads', 'paving', 'west', 'willow', 'east'];
  const dispatch = async (unit: UnitCode, place: object) =>
    act('dispatcher', await course.filed({ ...place }), 'dispatch', { unit: units[unit], dispatchReason: '职责' });
  let turn = 0;
  for (const day of ['2026-06-22', '2026-06-24', '2026-06-26', '2026-06-29', '2026-06-30', '2026-07-01']) {
    district.at(`${day} 09:20`);
    for (const unit of to) await dispatch(unit, places[turn++ % places.length] ?? {});
    district.at(`${day} 10:00`);
    await district.open(places[turn % places.length]);
    if (turn % 3 === 0) await course.closed();
    const handed = await course.handling();
    // From the department to a place of another: the department goes on seeing what is no longer its own.
    await act('waterClerk', handed, 'sendBack', { reason: '不属于本单位职责' });
  }
  for (const [unit, clerk] of [
    ['water', 'waterClerk'],
    ['roads', 'roadsClerk'],
  ] as const) {
    const fields = { title: '关于增设停车位的建议', kind: 'suggestion', session: '六次会议', words: '利用边角地。' };
    const proposer = { proposer: '张三', phone: '13812345678', officialNumber: `2026${unit}` };
    const proposal = await district.run('supervisor', district.operations.open, {
      type: 'proposal',
      fields: { ...fields, ...proposer },
    });
    await act('supervisor', proposal, 'assign', { unit: units[unit], dispatchReason: '按分工' });
    await act(clerk, proposal, 'sign');
    const item = await district.run('system', district.operations.open, {
      type: 'supervision-item',
      fields: {
        title: '逾期未完成',
        source: 'promise',
        promise: '01920000-0000-7000-8000-00000000000a',
        promiseNumber: `MS-2026-${unit}`,
        words: '年内完成。',
        page: 12,
        part: '01920000-0000-7000-8000-00000000000b',
        partTitle: '主体完工',
        partDue: '2026-06-30',
        unit: units[unit],
      },
    });
    await act('supervisor', item, 'register', { source: 'promise' });
    await act('supervisor', item, 'assign', { unit: units[unit], dispatchReason: '按分工办理' });
  }
  district.at('2026-07-01 15:00');
});

/** The cases of the list an address leads to, read page by page. */
async function listed(who: PersonName, address: string): Promise<{ id: string; unit: string | null }[]> {
  const { pathname, searchParams } = new URL(address, 'http://huying');
  const narrowed = filterOf(searchParams);
  const filter = cqlOf(narrowed);
  const rows: { id: string; unit: string | null }[] = [];
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const page = await district.run(who, district.operations.list, {
      worklist: pathname.split('/').at(-1) ?? '',
      limit: 4,
      ...(filter === undefined ? {} : { filter }),
      ...(narrowed.unit === '' ? {} : { under: narrowed.unit }),
      ...(cursor === undefined ? {} : { cursor }),
    });
    rows.push(...page.items.map(({ id, unit }) => ({ id, unit: unit?.zh ?? null })));
    cursor = page.next;
  }
  expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
  return rows;
}

/** Every board the reader has, about every unit it may be about. */
async function boardsOf(who: PersonName): Promise<BoardView[]> {
  const views: BoardView[] = [];
  for (const { id } of await district.run(who, boards.list, {})) {
    const first = await district.run(who, boards.read, { id });
    const others = first.choices.filter(({ unit }) => unit !== first.subject?.unit);
    views.push(first);
    for (const { unit, board } of others) views.push(await district.run(who, boards.read, { id: board, unit }));
  }
  return views;
}

describe('a number of work under way', () => {
  it.each([...READERS, ...OF_UNITS])('opens for %s to as many cases as it says, on every board', async (who) => {
    const told: unknown[] = [];
    const found: unknown[] = [];
    for (const view of await boardsOf(who)) {
      for (const panel of view.panels) {
        if (panel.kind === 'intake') {
          for (const [hour, count] of panel.hours.entries()) {
            told.push([view.id, hour, count]);
            found.push([view.id, hour, (await listed(who, hourAddress(view, panel, hour))).length]);
          }
        }
        if (panel.kind !== 'standing') continue;
        for (const count of COUNTS) {
          const at = [view.id, view.subject?.name.zh ?? null, panel.of, count];
          const sum = panel.states.reduce((total, state) => total + state[count], 0);
          told.push([...at, sum]);
          found.push([...at, (await listed(who, standingAddress(view, panel, count))).length]);
          for (const state of panel.states) {
            told.push([...at, state.state, state[count]]);
            found.push([
              ...at,
              state.state,
              (await listed(who, standingAddress(view, panel, count, state.state))).length,
            ]);
          }
        }
      }
    }
    expect(found).toEqual(told);
    expect(told.length).toBeGreaterThan(who === 'willowClerk' ? 0 : 10);
  });

  it('is of each kind more than none, and less than all, somewhere', async () => {
    const { panels } = await district.run('shiftLeader', boards.read, { id: 'shift' });
    const panel = panels.find(({ kind }) => kind === 'standing');
    if (panel?.kind !== 'standing') throw new Error('no standing panel');
    const sums = COUNTS.map((count) => panel.states.reduce((total, state) => total + state[count], 0));
    const [open = 0, ...parts] = sums;
    for (const part of parts) expect([sums, part > 0 && part < open]).toEqual([sums, true]);
    const all = await listed('shiftLeader', '/work/open');
    expect(all.length).toBeGreaterThan(open);
    const hours = panels.find(({ kind }) => kind === 'intake');
    expect(hours).toMatchObject({ hour: 15, edges: expect.toSatisfy(({ length }) => length === 25) });
    expect(hours?.kind === 'intake' && hours.hours.filter((count) => count > 0).length).toBe(2);
  });

  it('of a unit takes in what is below it and nothing beside it', async () => {
    const { units } = district;
    const [water] = (await boardsOf('waterHead')).filter(({ subject }) => subject?.unit === units.water);
    const panel = water?.panels.find(({ kind }) => kind === 'standing');
    if (water === undefined || panel?.kind !== 'standing') throw new Error('no standing panel');
    const rows = await listed('waterHead', standingAddress(water, panel, 'open'));
    expect(new Set(rows.map(({ unit }) => unit))).toEqual(new Set(['区水务局', '管网所', '泵站所']));
  });
});
