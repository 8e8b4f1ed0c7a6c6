import { testDatabase } from '@huying/testing/database';
import { refusalOf } from '@huying/testing/district';
import { type VoteCourse, voteCourse } from '@huying/testing/livelihood';
import { workReport } from '@huying/testing/paper';
import { beforeAll, describe, expect, it } from 'vitest';
import { promiseOperations } from '../core/operations.ts';
import { reportOperations } from './operations.ts';
import type { ItemView } from './report-schema.ts';

const db = await testDatabase();
let course: VoteCourse;
let reports: ReturnType<typeof reportOperations>;
let report = '';
const projects: string[] = [];
const text = workReport(
  '今年要办好以下实事：改造老旧小区36个，加装电梯220台。新建公园15个，改造绿道26公里。新增长者食堂12家。加快智慧停车平台建设。',
);
const itemOf = async (words: string): Promise<ItemView> => {
  const { items } = await course.district.run('reportEditor', reports.items, { report });
  const found = items.find(({ proposed }) => proposed.title.includes(words));
  if (found === undefined) throw new Error(words);
  return found;
};
const tie = async (words: string, project: string) => {
  const { no, version } = await itemOf(words);
  return course.district.run('reportEditor', reports.tie, { report, no, version, project });
};
const make = async (id: string) => {
  const { version } = await course.district.run('reportEditor', course.operations.candidate, { id });
  const unit = course.district.units.water;
  return course.district.run('reportEditor', course.operations.make, { id, version, unit });
};

beforeAll(async () => {
  course = await voteCourse(db);
  const { district, operations } = course;
  reports = reportOperations(district.services);
  report = (await district.run('reportEditor', reports.upload, { text })).id;
  projects.push(...(await course.candidates(['老旧小区改造和加装电梯', '建设公园和绿道', '开设长者食堂'], 2026)));
  const vote = await course.opened(projects, { year: 2026, members: 201 });
  const counts = { present: 200, issued: 200, returned: 200, valid: 200, void: 0 };
  await district.run('congressOfficer', operations.certify, {
    ...vote,
    meeting: '区人代会',
    document: '清人发〔2026〕2号',
    counts,
    totals: projects.map((candidate, at) => {
      const approve = 184 - at * 40;
      return { candidate, approve, oppose: 0, abstain: 200 - approve };
    }),
  });
});

describe('an item of the report that the congress chose', () => {
  it('is told which project it is like, the likest first', async () => {
    const { no } = await itemOf('加装电梯');
    const { items } = await course.district.run('reportEditor', reports.likeProjects, { report, no });
    // The third was not chosen: it stands in no report.
    expect(items.map(({ id, suggested }) => [id, suggested])).toEqual([
      [projects[0], true],
      [projects[1], false],
    ]);
    const far = await itemOf('智慧停车');
    const other = await course.district.run('reportEditor', reports.likeProjects, { report, no: far.no });
    expect(other.items.some(({ suggested }) => suggested)).toBe(false);
  });

  it('tied before the project is made gives it its sentence then, and makes no second promise', async () => {
    const { item } = await tie('加装电梯', projects[0] ?? '');
    expect(item).toMatchObject({ decision: 'accepted', promise: null, project: { id: projects[0], state: 'chosen' } });
    const made = await make(projects[0] ?? '');
    expect((await itemOf('加装电梯')).promise).toMatchObject({ id: made.promise, number: made.number });
    const view = await course.district.run('supervisor', promiseOperations(course.district.services).read, {
      id: made.promise,
    });
    expect(view.clauses.map(({ words }) => words).join('')).toContain('加装电梯220台');
    const story = await course.district.run('supervisor', promiseOperations(course.district.services).story, {
      id: made.promise,
    });
    const told = story.steps.map(({ kind }) => kind);
    const order = (['candidate', 'vote', 'clause', 'promise'] as const).map((kind) => told.indexOf(kind));
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(order).not.toContain(-1);
  });

  it('tied after the project was made gives it its sentence at once', async () => {
    const made = await make(projects[1] ?? '');
    const { item } = await tie('公园', projects[1] ?? '');
    expect(item.promise?.id).toBe(made.promise);
    const view = await course.district.run('supervisor', promiseOperations(course.district.services).read, {
      id: made.promise,
    });
    expect(view.clauses.map(({ words }) => words).join('')).toContain('绿道26公里');
    expect(view.timeline.some(({ label }) => label.zh === '对应报告原文')).toBe(true);
  });

  it('is tied to a chosen project of its year alone, and once', async () => {
    expect(await refusalOf(tie('长者食堂', projects[2] ?? ''))).toBe('report.projectUnknown');
    const [later = ''] = await course.candidates(['长者食堂'], 2027);
    expect(await refusalOf(tie('长者食堂', later))).toBe('report.projectUnknown');
    expect(await refusalOf(tie('公园', projects[0] ?? ''))).toBe('report.itemDecided');
  });

  it('can be taken up again as long as the project is not made', async () => {
    const [meant = ''] = await course.candidates(['长者食堂'], 2026);
    await tie('长者食堂', meant);
    const again = await itemOf('长者食堂');
    const reopen = { report, no: again.no, version: again.version };
    const { item } = await course.district.run('reportEditor', reports.reopen, reopen);
    expect(item).toMatchObject({ decision: 'open', project: null });
    const made = await itemOf('公园');
    expect(await refusalOf(course.district.run('reportEditor', reports.reopen, { report, no: made.no }))).toBe(
      'report.itemDecided',
    );
  });

  it('stands in the plan once', async () => {
    const { items } = await course.district.run('reportEditor', reports.items, { report });
    for (const { no, decision } of items)
      if (decision === 'open')
        await course.district.run('reportEditor', reports.dismiss, { report, no, reason: '另列' });
    const { id } = await course.district.run('reportEditor', reports.draftPlan, { report });
    const plan = await course.district.run('reportEditor', reports.readPlan, { plan: id });
    const promises = plan.lines.map(({ promise }) => promise);
    expect(new Set(promises).size).toBe(promises.length);
    expect(promises).toHaveLength(2);
  });
});
