import { testDatabase } from '@huying/testing/database';
import { type CaseDistrict, refusalOf, testDistrict } from '@huying/testing/district';
import { workReport } from '@huying/testing/paper';
import { beforeAll, describe, expect, it } from 'vitest';
import { reportOperations } from './operations.ts';
import type { ItemView } from './report-schema.ts';

const db = testDatabase();
const plan = [
  '由区水务局牵头，年内完成15公里老旧供水管道改造。',
  '加快智慧停车平台建设。',
  '全年新增养老床位300张以上。',
  '力争完成污水井盖更换2000个。',
].join('');

let here: CaseDistrict;
let reports: ReturnType<typeof reportOperations>;
let report: string;
const tried = (attempt: Promise<unknown>) => refusalOf(attempt);
const upload = (text: string, more: object = {}) => here.run('reportEditor', reports.upload, { text, ...more });
const items = async (id = report) => (await here.run('reportEditor', reports.items, { report: id })).items;
const itemOf = async (words: string, id = report): Promise<ItemView> => {
  const found = (await items(id)).find(
    ({ proposed, decision }) => proposed.title.includes(words) && decision !== 'merged',
  );
  if (found === undefined) throw new Error(words);
  return found;
};
const seen = ({ no, version }: ItemView) => ({ report, no, version });

beforeAll(async () => {
  here = await testDistrict(await db);
  reports = reportOperations(here.services);
  report = (await upload(workReport(plan))).id;
});

describe('what is uploaded', () => {
  it('is refused where it is of another year, of another place, or no report, unless that is said to be meant', async () => {
    const other = workReport('新建2所幼儿园。', { year: 2025 });
    expect(await tried(upload(other, { year: 2026 }))).toBe('report.otherYear');
    const elsewhere = workReport('新建3所幼儿园。', { place: '东山区' });
    expect(await tried(upload(elsewhere))).toBe('report.otherPlace');
    expect(await tried(upload('今天天气很好，适合散步。'))).toBe('report.notReport');
    const { year } = await upload(other, { year: 2024, despite: ['year'] });
    expect(year).toBe(2024);
  });

  it('is refused where the same text is there already', async () => {
    expect(await tried(upload(workReport(plan)))).toBe('report.sameText');
  });
});

describe('who answers', () => {
  it('is suggested from the words, else from the duty list, and never assigned by itself', async () => {
    expect((await itemOf('供水管道')).proposed.suggested).toMatchObject({ unit: here.units.water, because: 'words' });
    expect((await itemOf('供水管道')).missing).not.toContain('owner');
    expect((await itemOf('井盖')).proposed.suggested).toMatchObject({ unit: here.units.water, because: 'duty' });
    expect((await itemOf('养老床位')).proposed.suggested).toBeNull();
    const { item } = await here.run('reportEditor', reports.accept, seen(await itemOf('井盖')));
    expect(item.promise).toMatchObject({ lead: null, assisting: [], leader: null });
  });

  it('can be said later, a leader only by the post of one', async () => {
    const accepted = await itemOf('井盖');
    const { water, roads } = here.units;
    const wrong = { lead: water, leader: here.posts.waterHead.id };
    const assign = (assignment: object) => here.run('reportEditor', reports.assign, { ...seen(accepted), assignment });
    expect(await tried(assign(wrong))).toBe('report.notLeader');
    const { item } = await assign({ lead: water, assisting: [roads], leader: here.posts.leader.id });
    expect(item.promise).toMatchObject({ lead: { id: water }, assisting: [{ id: roads }], leader: { name: 'leader' } });
  });
});

describe('two who decide at once', () => {
  it('make one decision; the other is told by whom, and nothing is lost', async () => {
    const item = await itemOf('养老床位');
    const both = await Promise.all([
      tried(here.run('reportEditor', reports.accept, seen(item))),
      tried(here.run('reportEditor', reports.dismiss, { ...seen(item), reason: '另有安排' })),
    ]);
    expect(both.toSorted()).toEqual(['done', 'report.itemChanged']);
    const after = await itemOf('养老床位');
    expect(after.version).toBe(item.version + 1);
    if (after.decision === 'dismissed') {
      const { item: open } = await here.run('reportEditor', reports.reopen, seen(after));
      await here.run('reportEditor', reports.accept, seen(open));
    }
    expect((await itemOf('养老床位')).promise).not.toBeNull();
  });
});

describe('a plan', () => {
  it('is not drafted while something is open', async () => {
    expect(await tried(here.run('reportEditor', reports.draftPlan, { report }))).toBe('report.itemsOpen');
  });
});

describe('a second edition of a year', () => {
  it('keeps what was decided on the same words, and opens what was reworded', async () => {
    const before = await items();
    const bed = before.find(({ proposed }) => proposed.title.includes('养老床位'));
    const cover = before.find(({ proposed }) => proposed.title.includes('井盖'));
    const second = await upload(workReport(plan.replace('300张', '350张')));
    expect(second).toMatchObject({ year: 2026, edition: 2, kept: 1, changed: [bed?.promise?.id] });
    const now = await items(second.id);
    const again = (words: string) => now.find(({ proposed }) => proposed.title.includes(words));
    expect(again('井盖')).toMatchObject({ decision: 'accepted', promise: { id: cover?.promise?.id } });
    expect(again('养老床位')).toMatchObject({ decision: 'open', promise: null });
    expect(await tried(here.run('reportEditor', reports.accept, seen(await itemOf('停车'))))).toBe('report.replaced');
    const { kind, counts, rows } = await here.run('reportEditor', reports.compare, { report: second.id });
    expect([kind, counts.changed, counts.gone, counts.new]).toEqual(['editions', 1, 0, 0]);
    const row = rows.find(({ change }) => change === 'changed');
    expect(row?.pieces.filter(({ kind: how }) => how !== 'same').map(({ words }) => words)).toEqual(['300', '350']);
    expect(row?.promise?.id).toBe(bed?.promise?.id);
  });

  it('is held against the year before: what returned, what did not, what is new', async () => {
    const next = await upload(workReport('全年新增养老床位400张以上。建设口袋公园6个。', { year: 2027 }));
    const { kind, rows } = await here.run('reportEditor', reports.compare, { report: next.id });
    expect(kind).toBe('years');
    const of = (words: string) => rows.find(({ before, after }) => (before ?? after)?.words.includes(words))?.change;
    expect([of('养老床位'), of('停车'), of('口袋公园')]).toEqual(['changed', 'gone', 'new']);
  });
});

describe('a plan that is under way when the report comes anew', () => {
  it('goes no further: the new edition has a plan of its own', async () => {
    const words = (metres: number) => workReport(`由区水务局牵头，年内建成${metres}公里碧道。`, { year: 2029 });
    const first = await upload(words(5));
    const decided = async (id: string) => {
      for (const { no, decision } of await items(id)) {
        if (decision === 'open') await here.run('reportEditor', reports.accept, { report: id, no });
      }
      return here.run('reportEditor', reports.draftPlan, { report: id });
    };
    const old = await decided(first.id);
    const second = await upload(words(6));
    const plan = await decided(second.id);
    expect(plan).toMatchObject({ edition: 2, state: 'drafting' });
    const { editions } = await here.run('supervisor', reports.readPlan, { plan: old.id });
    expect(editions.map(({ edition, state }) => [edition, state])).toEqual([
      [2, 'drafting'],
      [1, 'replaced'],
    ]);
  });
});
