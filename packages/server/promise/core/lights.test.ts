import { runOperation } from '@huying/server/ledger';
import { setParameterOperation } from '@huying/server/parameter';
import { testDatabase } from '@huying/testing/database';
import { type PromiseDistrict, promiseDistrict } from '@huying/testing/promise';
import { beforeAll, describe, expect, it } from 'vitest';
import { fixLightsOn, lightsOn, promiseKeeper } from '../index.ts';

const db = await testDatabase();
let at: PromiseDistrict;
beforeAll(async () => {
  at = await promiseDistrict(db, { now: '2026-07-01T09:00:00+08:00' });
});

const enter = (id: string, value: number, asOf: string) =>
  at.district.run('waterClerk', at.operations.observe, { id, indicator: 'length', value, asOf });
const read = (id: string) => at.district.run('supervisor', at.operations.read, { id });

describe('lights', () => {
  it('turn with the calendar: the keeper computes them once a day, and lists, page and glance agree', async () => {
    const { id, number } = await at.promise();
    await enter(id, 7, '2026-06-30');
    const listed = async () => (await at.district.run('supervisor', at.operations.list, { q: number })).items[0];
    expect((await listed())?.light).toBe('green');
    at.district.at('2026-09-01 00:10');
    const keeper = promiseKeeper(at.services);
    expect(await keeper.round()).toBeGreaterThan(0);
    expect(await keeper.round()).toBe(0);
    const [row, page] = [await listed(), await read(id)];
    const glance = await at.district.run('supervisor', at.operations.glance, { year: 2026 });
    const small = glance.promises.find((one) => one.id === id);
    expect(row?.light).toBe('red');
    for (const one of [page, small]) {
      expect(one).toMatchObject({
        light: row?.light,
        rate: row?.rate,
        expected: row?.expected,
        sparkline: row?.sparkline,
      });
    }
    at.district.at('2026-07-01 10:00');
  });

  it('of what is only followed is no light and no want of data, wherever it is told or counted', async () => {
    const watched = { name: 'length', label: '客流', unit: '万人次', every: 'month' as const };
    const { id, number } = await at.promise({ year: 2025, indicators: [watched] });
    const { id: silent } = await at.promise({ year: 2025 });
    await at.district.run('statistician', at.operations.observe, {
      id,
      indicator: 'length',
      value: 7,
      asOf: '2026-06-30',
    });
    const view = await read(id);
    expect(view).toMatchObject({
      light: 'followed',
      rate: null,
      lightWords: { zh: '只作跟踪，没有设定目标值，不判灯。' },
    });
    const list = (light: string) => at.district.run('supervisor', at.operations.list, { year: 2025, light });
    expect((await list('followed')).items.map((one) => [one.number, one.light])).toEqual([[number, 'followed']]);
    expect((await list('none')).items.map((one) => one.id)).toEqual([silent]);
    const glance = await at.district.run('supervisor', at.operations.glance, { year: 2025 });
    expect(glance.lights).toEqual({ followed: 1, none: 1 });
    expect(glance.coverage).toBe(0);
    const { lights } = await at.district.inside((ctx) => lightsOn(ctx, at.services, 2025));
    expect(lights).toEqual({ followed: 1, none: 1 });
  });

  it('fixed for a day never change, and count as in a row', async () => {
    const { id } = await at.promise();
    await enter(id, 1, '2026-06-30');
    const fix = () => at.district.inside((ctx) => fixLightsOn(ctx, at.services, 2026, '2026-06-30'));
    const { fixed } = await fix();
    expect(fixed).toBeGreaterThan(0);
    await at.district.run('statistician', at.operations.observe, {
      id,
      indicator: 'length',
      value: 9,
      asOf: '2026-06-30',
    });
    expect((await fix()).fixed).toBe(0);
    const [row] = await at.district.inside(({ tx }) =>
      tx.rows<{ light: string; rate: number }>('select light, rate from light_history where promise = $1', [id]),
    );
    expect(row).toEqual({ light: 'red', rate: 0.1 });
    expect((await read(id)).lightInputs.redsInARow).toBe(1);
  });

  it('follow the rules that the district chose for the kind', async () => {
    const { id } = await at.promise();
    await enter(id, 6, '2026-06-30');
    expect(await read(id)).toMatchObject({
      lightRule: 'behind',
      lightWords: { zh: '低于序时进度不超过15点', en: 'Up to 15 points below the schedule path' },
      lightSet: 'livelihood-default',
      lightSetWords: { zh: '民生实事亮灯规则（默认）', en: 'Lights of livelihood projects (default)' },
    });
    const input = { name: 'promise.lights.errand', value: 'task-default', reason: '改用任务规则' };
    const setting = setParameterOperation(at.services.parameters);
    await runOperation(at.services, setting, { ...at.district.as('system'), input });
    expect(await read(id)).toMatchObject({ lightRule: 'part-late', lightSet: 'task-default' });
  });

  it('of a whole year are computed at once, and computed again are the same', async () => {
    const year = 2031;
    await seedYear(year, 200);
    const lit = () => at.district.inside((ctx) => lightsOn(ctx, at.services, year));
    const [first, again] = [await lit(), await lit()];
    expect(first.promises).toBe(200);
    expect(again).toEqual(first);
  });
});

describe('lights that the district shows to everybody', () => {
  it('are neither shown, counted nor found of economic targets, whose figures are not released', async () => {
    const setting = setParameterOperation(at.services.parameters);
    const input = { name: 'promise.lightsPublic', value: 'yes', reason: '区政府同意公开' };
    at.district.at('2026-07-01 10:00');
    await runOperation(at.services, setting, { ...at.district.as('system'), input });
    const [work, target] = [
      await at.promise({ year: 2024, title: '修路' }),
      await at.promise({ year: 2024, title: '增加值', kind: 'indicator' }),
    ];
    for (const { id } of [work, target]) {
      const value = { id, indicator: 'length', value: 1, asOf: '2026-06-30' };
      await at.district.run('statistician', at.operations.observe, value);
      await at.district.run('supervisor', at.operations.publish, { id, published: true });
    }
    const glanceOf = (who: 'deputy' | 'supervisor') => at.district.run(who, at.operations.glance, { year: 2024 });
    const [inside, outside] = [await glanceOf('supervisor'), await glanceOf('deputy')];
    expect([inside.lights, outside.lights]).toEqual([{ red: 2 }, { red: 1 }]);
    expect(outside.promises).toHaveLength(2);
    expect(outside.groups.find(({ by, id }) => by === 'kind' && id === 'indicator')?.lights).toEqual({});
    const found = async (who: 'deputy' | 'supervisor', light: string) =>
      (await at.district.run(who, at.operations.list, { year: 2024, light })).items.map(({ id }) => id).toSorted();
    expect(await found('supervisor', 'red')).toEqual([work.id, target.id].toSorted());
    expect(await found('deputy', 'red')).toEqual([work.id]);
    expect(await found('deputy', 'none')).toEqual([]);
  });
});

/** A year of promises in July, each with an indicator observed six times and two tasks. */
async function seedYear(year: number, count: number): Promise<void> {
  const { tenant, units } = at.district;
  await at.district.inside(async ({ tx }) => {
    await tx.run(
      `insert into promise (tenant, id, number, year, kind, state, issued_on, title, due, firmness, official, evidence, schedule, lead_unit, involved,
         data, version, created_at, changed_at)
       select $1, gen_random_uuid(), 'CS-${year}-' || n, $2, 'errand', 'going', '${year}-01-05', '第' || n || '项', '${year}-12-31', 'plain', 'under-way',
         'none', 'not-due', $3, array[$3]::uuid[], '{}', 1, now(), now() from generate_series(1, $4::integer) as n`,
      [tenant, year, units.water, count],
    );
    await tx.run(
      `insert into indicator (tenant, promise, name, label, unit, decimals, aim, mode, value, base, shape, weight, every, position)
       select $1, id, 'length', '长度', '公里', 1, 'up', 'cumulative', 100, 0, 'months', 1, 'month', 0 from promise where tenant = $1 and year = $2`,
      [tenant, year],
    );
    await tx.run(
      `insert into observation (tenant, id, promise, indicator, value, as_of, source, standing, entered_by, at)
       select $1, gen_random_uuid(), p.id, 'length', m * 6 + (hashtext(p.id::text) % 5), make_date($2::integer, m, 28), 'self', 'final', '甲', now()
       from promise p, generate_series(1, 6) as m where p.tenant = $1 and p.year = $2`,
      [tenant, year],
    );
    await tx.run(
      `insert into task (tenant, id, promise, kind, title, weight, due, first_due, state, position, version)
       select $1, gen_random_uuid(), p.id, 'task', '任务' || n, n, make_date($2::integer, n * 4, 30), make_date($2::integer, n * 4, 30), 'open', n, 1
       from promise p, generate_series(1, 2) as n where p.tenant = $1 and p.year = $2`,
      [tenant, year],
    );
  });
  at.district.at(`${year}-07-02 09:00`);
}
