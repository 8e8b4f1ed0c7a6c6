import { testDatabase } from '@huying/testing/database';
import { type FigureCourse, figureCourse } from '@huying/testing/figures';
import { beforeAll, describe, expect, it } from 'vitest';
import { runOperation } from '../../ledger/index.ts';
import { figureRound } from './monthly-round.ts';
import { targetBoard } from './target-board.ts';

const db = await testDatabase();
let course: FigureCourse;
const ids: Record<string, string> = {};
const rank = { name: 'rank', label: '全市排名', unit: '位', aim: { aim: 'followed' as const }, mode: 'level' as const };
const board = (year = 2026) => course.district.run('leader', course.operations.targets, { year });
const targetOf = async (code: string) => (await board()).targets.find((one) => one.code === code);
const enter = (code: string, month: string, value: number, more = {}, indicator = 'value') =>
  course.enter('system', month, [{ promise: ids[code] ?? '', indicator, value, ...more }]);

beforeAll(async () => {
  course = await figureCourse(db);
  for (const code of ['gdp-primary', 'gdp-secondary', 'gdp-tertiary']) ids[code] = await course.target(code);
  ids.gdp = await course.target('gdp', { aim: { aim: 'growth', points: 5 } }, 2026, [rank]);
  ids['gdp-2025'] = await course.target('gdp', {}, 2025, [rank]);
  ids.jobs = await course.target('jobs', { unit: '人', decimals: 0, aim: { aim: 'up', base: 0, value: 12000 } });
  ids.air = await course.target('pm25', { unit: '微克/立方米', mode: 'level', aim: { aim: 'cap', most: 22 } });
  ids.closed = await course.target('on-time', {
    unit: '%',
    mode: 'level',
    measure: 'hotline.received',
    every: 'month',
  });
});

describe('the board of targets', () => {
  it('tells a growth target in points, with last year’s value beside it', async () => {
    await enter('gdp-2025', '2025-05', 400);
    await enter('gdp', '2026-05', 418, { growth: 4.6 });
    expect(await targetOf('gdp')).toMatchObject({
      value: 418,
      growth: 4.6,
      reckoned: false,
      lastYear: 400,
      aim: 'growth',
      target: 5,
      deltaPoints: -0.4,
      met: false,
      standing: 'provisional',
      month: '2026-05',
      p: null,
    });
  });

  it('reckons the growth over last year’s value where none was published', async () => {
    await enter('gdp-2025', '2025-06', 500);
    await enter('gdp', '2026-06', 530);
    expect(await targetOf('gdp')).toMatchObject({ value: 530, growth: 6, deltaPoints: 1, met: true });
  });

  it('tells a count against its path, and a cap as met or not', async () => {
    await enter('jobs', '2026-06', 6600);
    await enter('air', '2026-06', 24);
    expect(await targetOf('jobs')).toMatchObject({
      p: 0.55,
      e: 0.5,
      deltaPoints: 5,
      met: false,
      forecast: expect.any(Number),
    });
    expect(await targetOf('pm25')).toMatchObject({ p: null, met: false, value: 24 });
    const jobs = await targetOf('jobs');
    expect(jobs?.series.map(({ expected }) => expected).slice(0, 3)).toEqual([1000, 2000, 3000]);
  });

  it('tells the rank, for how long it is held across the turn of the year, and what was gained', async () => {
    const held: readonly [string, string, number][] = [
      ['gdp-2025', '2025-11', 3],
      ['gdp-2025', '2025-12', 2],
      ['gdp', '2026-01', 2],
      ['gdp', '2026-02', 2],
    ];
    for (const [code, month, value] of held) await enter(code, month, value, {}, 'rank');
    expect((await targetOf('gdp'))?.rank).toMatchObject({ rank: 2, periods: 3, month: '2026-02', gained: 0 });
  });

  it('shows structure: shares that make a hundred, of the latest month of which all parts are known', async () => {
    await course.enter('system', '2026-06', [
      { promise: ids['gdp-primary'] ?? '', indicator: 'value', value: 10.6 },
      { promise: ids['gdp-secondary'] ?? '', indicator: 'value', value: 159 },
      { promise: ids['gdp-tertiary'] ?? '', indicator: 'value', value: 360.4 },
    ]);
    const [structure] = (await board()).structures;
    expect(structure?.parts.map(({ share }) => share)).toEqual([2, 30, 68]);
    expect(structure?.total).toMatchObject({ value: 530, month: '2026-06' });
  });
});

describe('outside', () => {
  const outside = () =>
    runOperation(course.district.services, course.operations.publicTargets, {
      tenant: course.district.tenant,
      actor: { kind: 'public', account: null, post: null, name: '市民' },
      input: { year: 2026 },
    });

  it('nothing is known that was not published, and no figure that the statistics office did not release', async () => {
    expect((await outside()).targets).toEqual([]);
    await db.pool.query("update promise set published_at = now(), light = 'red' where id = $1", [ids.gdp]);
    expect((await outside()).targets).toMatchObject([{ code: 'gdp', value: null, light: null, doubts: 0 }]);
    const release = { period: 'month' as const, start: '2026-05-01', releasedOn: '2026-06-20' };
    await course.district.run('statistician', course.operations.release, release);
    expect((await outside()).targets).toMatchObject([
      { code: 'gdp', value: 418, month: '2026-05', releasedOn: '2026-06-20', light: null },
    ]);
    // Released tomorrow is not released.
    await course.district.run('statistician', course.operations.release, {
      period: 'month',
      start: '2026-06-01',
      releasedOn: '2026-07-20',
    });
    expect((await outside()).targets).toMatchObject([{ value: 418 }]);
    course.district.at('2026-07-20 08:00');
    expect((await outside()).targets).toMatchObject([{ value: 530, month: '2026-06' }]);
  });

  it('a deputy sees no more than that', async () => {
    const seen = await course.district.run('deputy', course.operations.targets, { year: 2026 });
    expect([seen.releasedOnly, seen.targets.map(({ code }) => code)]).toEqual([true, ['gdp']]);
  });

  it('a period is released after it began, and by its keeper', async () => {
    const input = { period: 'month' as const, start: '2026-06-01', releasedOn: '2026-05-30' };
    expect((await course.refused('statistician', course.operations.release, input)).code).toBe('figure.releaseEarly');
  });
});

describe('an indicator fed by a measure', () => {
  it('gets last month’s value from the system, once, and nobody is asked for it', async () => {
    const { district } = course;
    district.at('2026-07-21 10:00');
    await district.open();
    district.at('2026-08-02 09:00');
    await figureRound(district.services, district.tenant);
    const fed = await db.pool.query(
      'select value::float8 as value, source, standing, basis, to_char(as_of, $2) as day from observation where promise = $1',
      [ids.closed, 'YYYY-MM-DD'],
    );
    expect(fed.rows).toEqual([
      { value: 1, source: 'system', standing: 'final', basis: 'hotline.received', day: '2026-07-31' },
    ]);
    expect((await figureRound(district.services, district.tenant)).fed).toBe(0);
    const figures = [{ promise: ids.closed ?? '', indicator: 'value' }];
    expect(
      (await course.refused('statistician', course.operations.ask, { month: '2026-07', figures })).problems[0]?.zh,
    ).toContain('自动取数');
    const by = { month: '2026-07', entries: [{ promise: ids.closed ?? '', indicator: 'value', value: 99 }] };
    expect((await course.refused('waterClerk', course.operations.save, by)).problems[0]?.zh).toContain('自动取数');
  });
});

it('the board as of an earlier day knows nothing that came later', async () => {
  const then = await course.district.inside((ctx) =>
    targetBoard(ctx, course.district.services, { year: 2026, asOf: '2026-05-31' }),
  );
  expect(then.targets.find(({ code }) => code === 'gdp')).toMatchObject({ value: 418, month: '2026-05' });
});
