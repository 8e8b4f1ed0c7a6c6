import { testDatabase } from '@huying/testing/database';
import { type Strangers, strangersOf } from '@huying/testing/district';
import { type FigureCourse, figureCourse } from '@huying/testing/figures';
import { beforeAll, describe, expect, it } from 'vitest';
import { projectColumns } from './project-columns.ts';

const db = await testDatabase();
let strangers: Strangers;
let course: FigureCourse;
let project = '';

beforeAll(async () => {
  strangers = await strangersOf(db);
  course = await figureCourse(db, strangers.here);
  project = await course.promise({ kind: 'project', title: '城西泵站', data: { class: 'key' } });
});

const blocker = () => ({
  id: project,
  words: '管线迁改',
  kind: '管线',
  unit: strangers.here.units.roads,
  due: '2026-08-01',
});

describe('projects', () => {
  it('are read by whoever reads promises, units their own', async () => {
    const { here } = strangers;
    for (const who of ['supervisor', 'leader', 'auditor', 'statistician', 'waterClerk', 'pumpsClerk'] as const) {
      const { projects } = await here.run(who, course.operations.table, { year: 2026 });
      expect([who, projects.length]).toEqual([who, 1]);
      expect([who, await strangers.tries(who, course.operations.read, { id: project })]).toEqual([who, 'done']);
    }
    expect((await here.run('roadsClerk', course.operations.table, { year: 2026 })).projects).toEqual([]);
    expect(await strangers.tries('roadsClerk', course.operations.read, { id: project })).toBe('promise.unknown');
    const { table, points } = course.operations;
    expect(await strangers.tries('deputy', table, { year: 2026 })).toBe('project.notYours');
    expect(await strangers.tries('deputy', points, { year: 2026 })).toBe('project.notYours');
    expect(await strangers.outsiders('supervisor', table, { year: 2026 })).not.toContain('done');
    expect(await strangers.outsiders('supervisor', points, { year: 2026 })).not.toContain('done');
    expect(await strangers.outsiders('supervisor', course.operations.read, { id: project })).not.toContain('done');
  });

  it('of another kind are none', async () => {
    const target = await course.target('retail');
    expect(await strangers.tries('supervisor', course.operations.read, { id: target })).toBe('project.kind');
    expect(await strangers.tries('supervisor', course.operations.raiseBlocker, { ...blocker(), id: target })).toBe(
      'project.kind',
    );
  });

  it('are described by those who lead them or see to them', async () => {
    const input = { id: project, data: { builder: '区城投公司' } };
    expect(await strangers.tries('waterClerk', course.operations.describe, input)).toBe('done');
    expect(await strangers.tries('supervisor', course.operations.describe, input)).toBe('done');
    for (const who of ['leader', 'auditor', 'statistician'] as const) {
      expect([who, await strangers.tries(who, course.operations.describe, input)]).toEqual([who, 'access.denied']);
    }
    expect(await strangers.tries('roadsClerk', course.operations.describe, input)).toBe('promise.unknown');
    expect(await strangers.outsiders('supervisor', course.operations.describe, input)).not.toContain('done');
  });

  it('get the dates of their stages from those who see to them, not from those who build', async () => {
    const input = { id: project, stage: 'started' as const, planned: '2026-09-01' };
    for (const who of ['waterHead', 'leader', 'auditor'] as const) {
      expect([who, await strangers.tries(who, course.operations.planStage, input)]).toEqual([who, 'access.denied']);
    }
    expect(await strangers.tries('reportEditor', course.operations.planStage, input)).toBe('done');
    expect(await strangers.outsiders('supervisor', course.operations.planStage, input)).not.toContain('done');
  });
});

describe('blockers', () => {
  it('are given to people whom those who may see promises choose among, of this district alone', async () => {
    const { here, there, tries, outsiders } = strangers;
    const ofWater = { under: here.units.water };
    for (const who of ['waterClerk', 'supervisor', 'auditor'] as const) {
      expect([who, await tries(who, course.operations.people, ofWater)]).toEqual([who, 'done']);
    }
    expect(await tries('deputy', course.operations.people, ofWater)).toBe('project.notYours');
    expect(await outsiders('waterClerk', course.operations.people, ofWater)).not.toContain('done');
    const { items } = await here.run('supervisor', course.operations.people, { under: there.units.water });
    expect(items).toEqual([]);
  });

  it('are told of by the project’s units, cleared by them or by whoever is to clear them, moved by supervisors', async () => {
    const { here, tries, outsiders } = strangers;
    for (const who of ['leader', 'auditor', 'statistician'] as const) {
      expect([who, await tries(who, course.operations.raiseBlocker, blocker())]).toEqual([who, 'access.denied']);
    }
    expect(await tries('roadsClerk', course.operations.raiseBlocker, blocker())).toBe('promise.unknown');
    expect(await outsiders('waterClerk', course.operations.raiseBlocker, blocker())).not.toContain('done');
    const { id } = await here.run('waterClerk', course.operations.raiseBlocker, blocker());
    const move = { blocker: id, due: '2026-09-01', reason: '汛期' };
    const clear = { blocker: id, clearedOn: '2026-07-01', outcome: '已迁改' };
    expect(await tries('waterHead', course.operations.moveBlocker, move)).toBe('access.denied');
    expect(await tries('leader', course.operations.clearBlocker, clear)).toBe('access.denied');
    expect(await outsiders('supervisor', course.operations.moveBlocker, move)).not.toContain('done');
    expect(await outsiders('waterClerk', course.operations.clearBlocker, clear)).not.toContain('done');
    expect(await tries('supervisor', course.operations.moveBlocker, move)).toBe('done');
    expect(await tries('waterHead', course.operations.clearBlocker, clear)).toBe('done');
  });

  it('are opened and cleared by whoever is told of them, with the name of a project they may have no part in', async () => {
    const { here, tries, outsiders } = strangers;
    const told = async (id: string) => {
      const sent = await here.sent('notice');
      return sent.flatMap(({ to, body }) => (body.case === id && body.type === 'blocker' ? [to] : [])).flat();
    };
    const { id } = await here.run('waterClerk', course.operations.raiseBlocker, blocker());
    expect(await told(id)).toContain('roadsClerk');
    const seen = await here.run('roadsClerk', course.operations.blocker, { blocker: id });
    expect(seen).toMatchObject({ blocker: { title: '城西泵站', words: '管线迁改' }, opens: false, may: ['clear'] });
    expect(await tries('roadsClerk', course.operations.read, { id: project })).toBe('promise.unknown');
    for (const [who, opens, may] of [
      ['waterClerk', true, ['clear']],
      ['supervisor', true, ['clear']],
      ['auditor', true, []],
    ] as const) {
      expect(await here.run(who, course.operations.blocker, { blocker: id })).toMatchObject({ opens, may });
    }
    const { id: waters } = await here.run('waterClerk', course.operations.raiseBlocker, {
      ...blocker(),
      unit: here.units.water,
    });
    for (const who of ['roadsClerk', 'deputy'] as const) {
      expect(await tries(who, course.operations.blocker, { blocker: waters })).toBe('project.blockerUnknown');
    }
    const clear = { blocker: waters, clearedOn: '2026-07-01', outcome: '已迁改' };
    expect(await tries('roadsClerk', course.operations.clearBlocker, clear)).toBe('project.blockerUnknown');
    expect(await outsiders('supervisor', course.operations.blocker, { blocker: id })).not.toContain('done');
    expect(await tries('roadsClerk', course.operations.clearBlocker, { ...clear, blocker: id })).toBe('done');
    expect(await here.run('roadsClerk', course.operations.blocker, { blocker: id })).toMatchObject({
      blocker: { outcome: '已迁改' },
      may: [],
    });
    // Given to others, it is no longer theirs to see.
    await here.run('supervisor', course.operations.moveBlocker, {
      blocker: waters,
      unit: here.units.roads,
      reason: '道路中心承担',
    });
    expect(await tries('roadsClerk', course.operations.blocker, { blocker: waters })).toBe('done');
    await here.run('supervisor', course.operations.moveBlocker, {
      blocker: waters,
      unit: here.units.water,
      reason: '收回',
    });
    expect(await tries('roadsClerk', course.operations.blocker, { blocker: waters })).toBe('project.blockerUnknown');
  });
});

describe('visits, permits and lists', () => {
  it('a visit is entered by the project’s units, supervisors and the leaders themselves', async () => {
    const { here, tries, outsiders } = strangers;
    const input = { id: project, leader: here.posts.leader.id, visitedOn: '2026-07-01', found: '正常' };
    for (const who of ['waterClerk', 'supervisor', 'leader'] as const) {
      expect([who, await tries(who, course.operations.addVisit, input)]).toEqual([who, 'done']);
    }
    for (const who of ['auditor', 'statistician'] as const) {
      expect([who, await tries(who, course.operations.addVisit, input)]).toEqual([who, 'access.denied']);
    }
    expect(await outsiders('supervisor', course.operations.addVisit, input)).not.toContain('done');
  });

  it('a permit is entered by the project’s units, at a place of its own', async () => {
    const { here, tries, outsiders } = strangers;
    const site = here.services.id();
    await db.pool.query(
      `insert into site (tenant, id, promise, no, name, state, permits, version) values ($1, $2, $3, 1, '一号楼', 'planned', '[]', 1)`,
      [here.tenant, site, project],
    );
    const input = { id: project, site, kind: '建设工程规划许可证', number: '规建字1号', issuedOn: '2026-06-01' };
    expect(await here.run('waterClerk', course.operations.setPermit, input)).toMatchObject({
      permits: [{ number: '规建字1号' }],
    });
    expect(await here.run('waterClerk', course.operations.setPermit, { ...input, number: '规建字2号' })).toMatchObject({
      permits: [{ number: '规建字2号' }],
    });
    expect(await tries('waterClerk', course.operations.setPermit, { ...input, site: here.services.id() })).toBe(
      'project.siteUnknown',
    );
    expect(await tries('auditor', course.operations.setPermit, input)).toBe('access.denied');
    expect(await outsiders('waterClerk', course.operations.setPermit, input)).not.toContain('done');
  });

  it('a list is taken in by those who see to projects', async () => {
    const rows = [projectColumns.map(({ heading }) => heading), ['x']];
    for (const who of ['waterHead', 'leader', 'auditor', 'statistician'] as const) {
      expect([who, await strangers.tries(who, course.operations.importProjects, { year: 2026, rows })]).toEqual([
        who,
        'access.denied',
      ]);
      expect([who, await strangers.tries(who, course.operations.projectTemplate, {})]).toEqual([who, 'access.denied']);
    }
    expect(await strangers.tries('supervisor', course.operations.importProjects, { year: 2026, rows })).toBe(
      'project.rows',
    );
    expect(
      await strangers.outsiders('supervisor', course.operations.importProjects, { year: 2026, rows }),
    ).not.toContain('done');
    expect(await strangers.outsiders('supervisor', course.operations.projectTemplate, {})).not.toContain('done');
  });
});
