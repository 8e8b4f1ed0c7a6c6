import { testDatabase } from '@huying/testing/database';
import { type FigureCourse, figureCourse } from '@huying/testing/figures';
import { beforeAll, describe, expect, it } from 'vitest';
import { setParameterOperation } from '../../parameter/index.ts';
import { readOperation as readPromise } from '../core/read.ts';
import { stepOperation } from '../core/step.ts';
import { figureRound } from './monthly-round.ts';
import { projectColumns } from './project-columns.ts';

const db = await testDatabase();
let course: FigureCourse;
const ids: Record<string, string> = {};
const table = (by: 'class' | 'unit' | 'leader' | 'state' | 'level' = 'class', asOf?: string) =>
  course.district.run('supervisor', course.operations.table, {
    year: 2026,
    by,
    ...(asOf === undefined ? {} : { asOf }),
  });

const invested = (plan: number) => ({
  name: 'invested',
  label: '完成投资',
  unit: '万元',
  aim: { aim: 'up' as const, base: 0, value: plan },
  stage: 'invested' as const,
  every: 'month' as const,
});
const paid = {
  name: 'paid',
  label: '支付资金',
  unit: '万元',
  stage: 'paid' as const,
  every: 'month' as const,
  aim: { aim: 'followed' as const },
};

beforeAll(async () => {
  course = await figureCourse(db);
  const { units, posts } = course.district;
  const duties = (unit: string) => [
    { part: 'lead' as const, unit },
    { part: 'leader' as const, post: posts.leader.id, since: '2026-06-01' },
  ];
  const make = (title: string, kind: string, plan: number, unit: string, data = {}) =>
    course.promise({
      kind: 'project',
      title,
      duties: duties(unit),
      data: { class: kind, ...data },
      indicators: [
        invested(plan),
        paid,
        { name: 'signed', label: '签约户数', unit: '户', aim: { aim: 'up', base: 0, value: 200 }, weight: 0 },
      ],
    });
  ids.road = await make('滨江大道', 'road', 12_000, units.roads, { startedOn: '2026-03-01', startDue: '2026-03-15' });
  ids.park = await make('清江产业园', 'industry', 30_000, units.water);
  ids.pump = await make('城西泵站', 'industry', 6_000, units.water, { addedOn: '2026-05-10' });
  const system = (promise: string | undefined, values: readonly [string, number][]) =>
    course.enter(
      'system',
      '2026-06',
      values.map(([indicator, value]) => ({ promise: promise ?? '', indicator, value })),
    );
  await system(ids.road, [
    ['invested', 6_600],
    ['paid', 3_000],
    ['signed', 50],
  ]);
  await system(ids.park, [['invested', 12_000]]);
});

describe('the table of projects', () => {
  it('compares what was invested with the path, in points', async () => {
    const { projects } = await table();
    const road = projects.find(({ id }) => id === ids.road);
    expect(road).toMatchObject({
      money: { plan: 12_000, invested: 6_600, paid: 3_000, received: null },
      investedRate: 0.55,
      deltaPoints: 5,
    });
    expect(road?.land).toMatchObject([{ name: 'signed', value: 50, whole: 200, rate: 0.25 }]);
    expect(projects.find(({ id }) => id === ids.pump)?.money.invested).toBeNull();
  });

  it('has groups whose sums make the whole, stage by stage, and no sum over stages', async () => {
    for (const by of ['class', 'unit', 'leader', 'state', 'level'] as const) {
      const { groups, whole } = await table(by);
      for (const stage of ['plan', 'invested', 'paid'] as const) {
        const sum = groups.reduce((all, { money }) => all + (money[stage] ?? 0), 0);
        expect([by, stage, sum]).toEqual([by, stage, whole.money[stage]]);
      }
      expect(groups.reduce((all, { count }) => all + count, 0)).toBe(whole.count);
    }
    const { whole } = await table();
    expect(Object.keys(whole.money).sort()).toEqual(['assigned', 'contracted', 'invested', 'paid', 'plan', 'received']);
  });

  it('tells rates with the projects added in the year and without, and who is not known of', async () => {
    const { whole } = await table();
    expect(whole).toMatchObject({ count: 3, added: 1 });
    // The pump's plan counts once something of it is known; until then the coverage tells that it is not.
    expect(whole.all.invested).toMatchObject({ n: 18_600, d: 42_000, coverage: 87.5 });
    expect(whole.withoutAdded.invested).toMatchObject({ n: 18_600, d: 42_000, coverage: 100 });
  });

  it('counts a start that was planned and not one that was not', async () => {
    const plan = (id: string | undefined, planned: string, reason?: string) =>
      course.district.run('supervisor', course.operations.planStage, {
        id: id ?? '',
        stage: 'started',
        planned,
        ...(reason === undefined ? {} : { reason }),
      });
    await plan(ids.road, '2026-03-15');
    await plan(ids.park, '2026-06-15');
    expect((await table()).whole.all.started).toMatchObject({
      n: 1,
      d: 2,
      rate: 50,
      below: expect.arrayContaining([ids.road, ids.park]),
    });
    expect((await table('class', '2026-05-31')).whole.all.started).toMatchObject({ n: 1, d: 1, rate: 100 });
    const silent = { id: ids.park ?? '', stage: 'started' as const, planned: '2026-09-01' };
    expect((await course.refused('supervisor', course.operations.planStage, silent)).code).toBe('project.stageReason');
    await plan(ids.park, '2026-09-01', '用地手续');
    const park = (await table()).projects.find(({ id }) => id === ids.park);
    expect(park?.stages.find(({ stage }) => stage === 'started')).toMatchObject({
      firstPlanned: '2026-06-15',
      planned: '2026-09-01',
      note: '用地手续',
    });
  });

  it('knows when a stage was reached from the step that reached it', async () => {
    const { district } = course;
    const step = stepOperation(district.services);
    await district.run('waterHead', step, { id: ids.park ?? '', step: 'prepare', asked: { earlyOn: '2026-06-20' } });
    const { projects, funnel } = await table();
    expect(projects.find(({ id }) => id === ids.park)).toMatchObject({ state: { id: 'early' } });
    expect(funnel.find(({ stage }) => stage === 'early')).toMatchObject({ count: 1, reached: 1 });
  });
});

describe('what stands in the way', () => {
  it('has somebody who clears it and a day, opens a supervision item once overdue, and is cleared with an outcome', async () => {
    const { district, operations } = course;
    const raise = { id: ids.park ?? '', words: '两户未签约', kind: '征拆', due: '2026-07-10' };
    expect((await course.refused('waterClerk', operations.raiseBlocker, raise)).code).toBe('project.blockerOwner');
    const past = { ...raise, unit: district.units.roads, due: '2026-06-30' };
    expect((await course.refused('waterClerk', operations.raiseBlocker, past)).code).toBe('project.blockerDue');
    const blocker = await district.run('waterClerk', operations.raiseBlocker, { ...raise, unit: district.units.roads });
    expect((await table()).projects.find(({ id }) => id === ids.park)?.blockers).toEqual({ open: 1, overdue: 0 });
    district.at('2026-07-11 09:00');
    expect((await figureRound(district.services, district.tenant)).raised).toBe(1);
    expect((await figureRound(district.services, district.tenant)).raised).toBe(0);
    const shown = await table();
    expect(shown.blockers).toMatchObject([{ id: blocker.id, late: 1, raisedCase: expect.any(String) }]);
    const clear = { blocker: blocker.id, clearedOn: '2026-07-11', outcome: '已签约' };
    expect((await course.refused('westClerk', operations.clearBlocker, clear)).code).toBe('project.blockerUnknown');
    expect((await course.refused('waterClerk', operations.clearBlocker, { ...clear, version: 9 })).code).toBe(
      'project.blockerStale',
    );
    await district.run('waterClerk', operations.clearBlocker, clear);
    expect((await course.refused('waterClerk', operations.clearBlocker, clear)).code).toBe('project.blockerCleared');
    expect((await table()).blockers).toEqual([]);
  });

  it('is somebody’s by name: chosen among the people of the unit, told at once and when it is moved or overdue', async () => {
    const { district, operations } = course;
    const { water, roads } = district.units;
    const people = await district.run('waterClerk', operations.people, { under: water });
    const clerk = people.items.find(({ code }) => code === district.posts.waterClerk.id);
    expect(clerk).toMatchObject({ label: { zh: expect.any(String) }, hint: { zh: expect.any(String) } });
    expect(people.items.some(({ code }) => code === district.posts.roadsClerk.id)).toBe(false);
    const raise = { id: ids.park ?? '', words: '树木迁移', kind: '绿化', unit: water, due: '2026-07-25' };
    const wrong = { ...raise, owner: district.posts.roadsClerk.id };
    expect((await course.refused('waterHead', operations.raiseBlocker, wrong)).code).toBe('project.blockerPerson');
    const blocker = await district.run('waterHead', operations.raiseBlocker, {
      ...raise,
      owner: district.posts.waterClerk.id,
    });
    expect(blocker.owner).toEqual({ post: district.posts.waterClerk.id, name: clerk?.label.zh });
    const told = () =>
      district.inside(async ({ tx }) =>
        (
          await tx.rows<{ body: { what: string; recipients: { post: string }[] } }>(
            "select body from outbox where tenant = $1 and kind = 'notice' and key like $2 order by created_at, id",
            [district.tenant, `%blocker:${blocker.id}:%`],
          )
        ).map(({ body }) => [body.what, body.recipients.map(({ post }) => post)]),
      );
    expect(await told()).toEqual([['blocker-raised', [district.posts.waterClerk.id]]]);
    // Given to another unit, it is no longer hers.
    const move = { blocker: blocker.id, unit: roads, reason: '由道路中心迁移' };
    expect(await district.run('supervisor', operations.moveBlocker, move)).toMatchObject({ owner: null });
    const back = { ...move, unit: water, owner: district.posts.waterClerk.id, due: '2026-07-12' };
    await district.run('supervisor', operations.moveBlocker, back);
    district.at('2026-07-13 09:00');
    expect((await figureRound(district.services, district.tenant)).raised).toBe(1);
    expect((await told()).map(([what]) => what)).toEqual([
      'blocker-raised',
      'blocker-moved',
      'blocker-moved',
      'blocker-late',
    ]);
    const page = await district.run('supervisor', readPromise(district.services), { id: ids.park ?? '' });
    expect(page.blockers.find(({ id }) => id === blocker.id)?.owner).toBe(clerk?.label.zh);
    await district.run('waterClerk', operations.clearBlocker, {
      blocker: blocker.id,
      clearedOn: '2026-07-13',
      outcome: '已迁移',
    });
    district.at('2026-07-11 09:00');
  });

  it('is not put off by those who are to clear it', async () => {
    const { district, operations } = course;
    const { id } = await district.run('waterClerk', operations.raiseBlocker, {
      id: ids.park ?? '',
      words: '管线迁改',
      kind: '管线',
      unit: district.units.water,
      due: '2026-07-20',
    });
    const later = { blocker: id, due: '2026-08-20', reason: '雨季' };
    expect((await course.refused('waterClerk', operations.moveBlocker, later)).code).toBe('access.denied');
    expect(await district.run('supervisor', operations.moveBlocker, later)).toMatchObject({
      due: '2026-08-20',
      version: 2,
    });
  });
});

describe('leaders’ visits', () => {
  it('are due weekly of the leader in charge, and what was not done is told', async () => {
    const { district, operations } = course;
    const due = async () => (await table()).visits.find(({ promise }) => promise?.id === ids.park);
    expect(await due()).toMatchObject({ every: 'week', done: false, missed: expect.any(Number) });
    await district.run('supervisor', operations.addVisit, {
      id: ids.park ?? '',
      leader: district.posts.leader.id,
      visitedOn: '2026-07-10',
      found: '进度正常',
    });
    expect(await due()).toMatchObject({ done: true, missed: expect.any(Number), last: '2026-07-10' });
    const wrong = { id: ids.park ?? '', leader: district.posts.waterHead.id, visitedOn: '2026-07-10', found: '—' };
    expect((await course.refused('supervisor', operations.addVisit, wrong)).code).toBe('project.notLeader');
  });

  it('are due monthly of a main leader, to any project', async () => {
    const { district } = course;
    const set = setParameterOperation(district.services.parameters);
    const value = [district.posts.leader.id];
    await district.run('supervisor', set, { name: 'projects.mainLeaders', value, reason: '区府办通知' });
    const [main] = (await table()).visits.filter((one) => one.main);
    expect(main).toMatchObject({ every: 'month', promise: null, done: true });
  });
});

describe('a list of projects', () => {
  const head = projectColumns.map(({ heading }) => heading);
  const row = (values: Readonly<Record<string, string | number>>) => head.map((heading) => values[heading] ?? null);
  const good = {
    项目名称: '东街改造',
    项目类别: '城市更新',
    项目级别: '区级',
    牵头单位: '东街街道',
    配合单位: '区水务局、区公路局',
    '年度计划投资（万元）': 5_000,
    '3月计划': 2_000,
    '12月计划': 3_000,
    计划开工: '2026年3月',
    应签约户数: 120,
    当前阶段: '前期',
  };

  it('is refused whole, with what is wrong cell by cell', async () => {
    const rows = [
      head,
      row(good),
      row({ ...good, 项目名称: '西街改造', 牵头单位: '不存在的局', '3月计划': 1_000 }),
      row({ ...good, 计划开工: '下半年' }),
    ];
    const { code, problems } = await course.refused('supervisor', course.operations.importProjects, {
      year: 2026,
      rows,
    });
    expect(code).toBe('project.rows');
    expect(problems.map(({ path }) => path)).toEqual(['/X4', '/D3', '/J3', '/A4']);
    expect((await table()).whole.count).toBe(3);
  });

  it('becomes projects with their money, path, land, stages and duties', async () => {
    const { created } = await course.district.run('supervisor', course.operations.importProjects, {
      year: 2026,
      rows: [head, row(good)],
    });
    const project = (await table()).projects.find(({ id }) => id === created[0]?.id);
    expect(project).toMatchObject({
      title: '东街改造',
      class: 'renewal',
      state: { id: 'early' },
      money: { plan: 5_000, invested: null },
      lead: { id: course.district.units.east },
    });
    expect(project?.stages.find(({ stage }) => stage === 'started')?.planned).toBe('2026-03-31');
    expect(project?.land).toMatchObject([{ name: 'signed', whole: 120, value: null }]);
    const again = await course.refused('supervisor', course.operations.importProjects, {
      year: 2026,
      rows: [head, row(good)],
    });
    expect(again.problems.map(({ path }) => path)).toEqual(['/A2']);
  });

  it('without its headings is told what is missing', async () => {
    const { problems } = await course.refused('supervisor', course.operations.importProjects, {
      year: 2026,
      rows: [['名称'], ['甲']],
    });
    expect(problems.map(({ zh }) => zh)).toEqual([
      '缺少“项目名称”列。',
      '缺少“牵头单位”列。',
      '缺少“年度计划投资（万元）”列。',
    ]);
  });
});
