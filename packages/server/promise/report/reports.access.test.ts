import { testDatabase } from '@huying/testing/database';
import { type PersonName, type Strangers, strangersOf } from '@huying/testing/district';
import { workReport } from '@huying/testing/paper';
import { beforeAll, describe, expect, it } from 'vitest';
import { reportOperations } from './operations.ts';

const db = testDatabase();
let strangers: Strangers;
let reports: ReturnType<typeof reportOperations>;
let report: string;
const text = workReport('由区水务局牵头，年内完成15公里供水管道改造。由区公路局牵头，全年修复道路20条。加快碧道建设。');

beforeAll(async () => {
  strangers = await strangersOf(await db);
  const { here } = strangers;
  reports = reportOperations(here.services);
  report = (await here.run('reportEditor', reports.upload, { text })).id;
});

/** Everybody but the report's editor, of the sorts there are. */
const others = [
  'leader',
  'supervisor',
  'auditor',
  'statistician',
  'congressOfficer',
  'deputy',
  'waterHead',
  'waterClerk',
  'pipesHandler',
  'westHead',
  'verifier',
  'systemAdmin',
] as const;
const told = async (attempt: (who: PersonName) => Promise<string>, who: readonly PersonName[] = others) =>
  Object.fromEntries(await Promise.all(who.map(async (one) => [one, await attempt(one)] as const)));
const all = (answer: string, who: readonly PersonName[] = others) =>
  Object.fromEntries(who.map((one) => [one, answer]));

describe('a report and its review', () => {
  it('are read by those who see all promises, and are not there for others', async () => {
    const { tries } = strangers;
    const readers = ['leader', 'supervisor', 'auditor', 'statistician', 'congressOfficer', 'verifier'] as const;
    const barred = others.filter((one) => !readers.some((reader) => reader === one));
    expect(await told((who) => tries(who, reports.read, { report }), readers)).toEqual(all('done', readers));
    expect(await told((who) => tries(who, reports.read, { report }), barred)).toEqual(all('report.unknown', barred));
    expect(await told((who) => tries(who, reports.items, { report }), readers)).toEqual(all('done', readers));
    expect(await told((who) => tries(who, reports.items, { report }), barred)).toEqual(all('report.unknown', barred));
    expect(await tries('waterHead', reports.compare, { report })).toBe('report.unknown');
    expect((await strangers.here.run('waterHead', reports.list, {})).items).toEqual([]);
    expect((await strangers.here.run('supervisor', reports.list, {})).edits).toBe(false);
  });

  it('are changed by the editor alone', async () => {
    const { here, tries } = strangers;
    const { items } = await here.run('reportEditor', reports.items, { report });
    const [one, two] = items;
    if (one === undefined || two === undefined) throw new Error('too few items');
    const seen = { report, no: one.no };
    const parts = [{ corrections: { title: '一' } }, { corrections: { title: '二' } }];
    const barred = all('org.roleRequired');
    expect(await told((who) => tries(who, reports.upload, { text: workReport('新建道路。') }))).toEqual(barred);
    expect(await told((who) => tries(who, reports.accept, seen))).toEqual(barred);
    expect(await told((who) => tries(who, reports.dismiss, { ...seen, reason: '不是任务' }))).toEqual(barred);
    expect(await told((who) => tries(who, reports.reopen, seen))).toEqual(barred);
    expect(await told((who) => tries(who, reports.assign, { ...seen, assignment: {} }))).toEqual(barred);
    expect(await told((who) => tries(who, reports.split, { ...seen, parts }))).toEqual(barred);
    const project = '01970000-0000-7000-8000-000000000000';
    expect(await told((who) => tries(who, reports.tie, { ...seen, project }))).toEqual(barred);
    expect(await told((who) => tries(who, reports.likeProjects, seen))).toEqual(barred);
    expect(await tries('reportEditor', reports.likeProjects, seen)).toBe('done');
    const merging = { report, items: [{ no: one.no }, { no: two.no }] };
    expect(await told((who) => tries(who, reports.merge, merging))).toEqual(barred);
    expect(await told((who) => tries(who, reports.draftPlan, { report }))).toEqual(barred);
  });

  it('are not there for whoever has no post here', async () => {
    const { outsiders } = strangers;
    expect(new Set(await outsiders('reportEditor', reports.read, { report }))).toEqual(new Set(['report.unknown']));
    expect(new Set(await outsiders('reportEditor', reports.items, { report }))).toEqual(new Set(['report.unknown']));
    expect(new Set(await outsiders('reportEditor', reports.accept, { report, no: 1 }))).toEqual(
      new Set(['org.roleRequired']),
    );
    for (const tie of [
      await outsiders('reportEditor', reports.likeProjects, { report, no: 1 }),
      await outsiders('reportEditor', reports.tie, { report, no: 1, project: report }),
    ]) {
      expect(new Set(tie)).toEqual(new Set(['org.roleRequired']));
    }
  });
});

describe('a plan', () => {
  let plan: string;

  beforeAll(async () => {
    const { here } = strangers;
    const { water, roads } = here.units;
    for (const item of (await here.run('reportEditor', reports.items, { report })).items) {
      const lead = item.proposed.title.includes('供水') ? water : roads;
      const { no } = item;
      await here.run('reportEditor', reports.accept, {
        report,
        no,
        assignment: { lead, leader: here.posts.leader.id },
      });
    }
    plan = (await here.run('reportEditor', reports.draftPlan, { report })).id;
  });

  it('is not there for units before they are asked, and shows each its own lines until it is issued', async () => {
    const { here, tries } = strangers;
    expect(await tries('waterHead', reports.readPlan, { plan })).toBe('report.planUnknown');
    expect(await tries('supervisor', reports.readPlan, { plan })).toBe('done');
    expect(await tries('deputy', reports.readPlan, { plan })).toBe('report.planUnknown');
    expect((await here.run('waterHead', reports.plans, {})).items).toEqual([]);
    await here.run('reportEditor', reports.sendPlan, { plan, due: '2026-07-05' });
    const told = (await here.sent('notice')).filter(({ body }) => body.case === plan);
    expect(told.every(({ body }) => body.type === 'plan' && body.what === 'planSent')).toBe(true);
    expect(told.flatMap(({ to }) => to)).toContain('waterHead');
    expect(told.flatMap(({ to }) => to)).not.toContain('westHead');
    const view = await here.run('waterHead', reports.readPlan, { plan });
    expect([view.lines.length, view.hidden, view.may, view.sheets.length]).toEqual([1, view.count - 1, ['answer'], 1]);
    expect(await tries('westHead', reports.readPlan, { plan })).toBe('report.planUnknown');
    expect((await here.run('waterClerk', reports.plans, {})).items).toMatchObject([{ awaits: true }]);
  });

  it('is answered by the head or clerk of a unit that was asked, for its own lines alone', async () => {
    const { here, tries } = strangers;
    const answer = (promise: string | null) => ({ plan, comments: [{ promise, words: '建议调整。' }] });
    const { lines } = await here.run('supervisor', reports.readPlan, { plan });
    const roads = lines.find(({ lead }) => lead?.id === here.units.roads)?.promise ?? null;
    expect(await tries('waterHead', reports.answerPlan, answer(roads))).toBe('report.notYourLine');
    for (const who of ['westHead', 'pipesHandler', 'supervisor', 'leader', 'deputy'] as const) {
      expect([who, await tries(who, reports.answerPlan, answer(null))]).toEqual([who, 'report.notYourSheet']);
    }
    expect(await tries('waterClerk', reports.answerPlan, answer(null))).toBe('done');
    here.at('2026-07-06 09:00');
    expect(await tries('roadsClerk', reports.answerPlan, answer(null))).toBe('report.planLate');
  });

  it('is taken on by the editor alone, step by step', async () => {
    const { here, tries, outsiders } = strangers;
    const { lines, comments } = await here.run('reportEditor', reports.readPlan, { plan });
    const promise = lines[0]?.promise ?? '';
    const comment = comments[0]?.id ?? '';
    const barred = all('org.roleRequired');
    const decision = { plan, meeting: '第3次常务会议', decidedOn: '2026-07-06' };
    expect(await told((who) => tries(who, reports.sendPlan, { plan, due: '2026-07-09' }))).toEqual(barred);
    expect(await told((who) => tries(who, reports.changeLine, { plan, promise, title: '新名称' }))).toEqual(barred);
    const settling = { plan, comment, outcome: 'taken' as const, reply: '照办。' };
    expect(await told((who) => tries(who, reports.settleComment, settling))).toEqual(barred);
    expect(await told((who) => tries(who, reports.decidePlan, decision))).toEqual(barred);
    expect(await told((who) => tries(who, reports.issuePlan, { plan }))).toEqual(barred);
    expect(await tries('reportEditor', reports.issuePlan, { plan })).toBe('report.planState');
    expect(await tries('reportEditor', reports.decidePlan, decision)).toBe('report.commentsOpen');
    expect(await tries('reportEditor', reports.settleComment, settling)).toBe('done');
    expect(await tries('reportEditor', reports.decidePlan, { ...decision, decidedOn: '2026-07-09' })).toBe(
      'report.meetingFuture',
    );
    expect(await tries('reportEditor', reports.decidePlan, decision)).toBe('done');
    expect(await tries('reportEditor', reports.issuePlan, { plan, issuedOn: '2026-07-01' })).toBe(
      'report.issueBeforeMeeting',
    );
    expect(await tries('reportEditor', reports.issuePlan, { plan, document: '清江府办〔2026〕9号' })).toBe('done');
    expect(new Set(await outsiders('reportEditor', reports.readPlan, { plan }))).toEqual(
      new Set(['report.planUnknown']),
    );
    const view = await here.run('westHead', reports.readPlan, { plan });
    expect([view.hidden, view.lines.length, view.document]).toEqual([0, view.count, '清江府办〔2026〕9号']);
  });

  it('is replaced by its next edition when that is issued, and its document stays as it was', async () => {
    const { here } = strangers;
    const { id: next, edition } = await here.run('reportEditor', reports.draftPlan, { report });
    expect(edition).toBe(2);
    await here.run('reportEditor', reports.sendPlan, { plan: next, due: '2026-07-08' });
    await here.run('waterHead', reports.answerPlan, { plan: next, comments: [] });
    here.at('2026-07-09 09:00');
    const decision = { plan: next, meeting: '第4次常务会议', decidedOn: '2026-07-09' };
    await here.run('reportEditor', reports.decidePlan, decision);
    expect(
      await strangers.tries('reportEditor', reports.issuePlan, { plan: next, document: '清江府办〔2026〕9号' }),
    ).toBe('report.documentTaken');
    await here.run('reportEditor', reports.issuePlan, { plan: next });
    const before = await here.run('supervisor', reports.readPlan, { plan });
    expect([before.state, before.document]).toEqual(['replaced', '清江府办〔2026〕9号']);
  });
});
