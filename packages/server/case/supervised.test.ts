import { testDatabase } from '@huying/testing/database';
import { type CaseDistrict, testDistrict } from '@huying/testing/district';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Receipt } from './index.ts';

const db = await testDatabase();
let district: CaseDistrict;
let item: Receipt;

beforeAll(async () => {
  district = await testDistrict(db);
  // As a promise does whose part is overdue.
  item = await district.run('system', district.operations.open, {
    type: 'supervision-item',
    fields: {
      title: '“西街老旧管网改造”逾期未完成',
      source: 'promise',
      promise: '01920000-0000-7000-8000-00000000000a',
      promiseNumber: 'MS-2026-003',
      words: '年内完成西街老旧管网改造。',
      page: 12,
      part: '01920000-0000-7000-8000-00000000000b',
      partTitle: '主体完工',
      partDue: '2026-06-30',
      unit: district.units.water,
    },
  });
});

const worklist = async (who: 'supervisor' | 'waterClerk' | 'roadsClerk', id: string) =>
  (await district.run(who, district.operations.list, { worklist: id })).items.map((row) => row.id);

describe('a supervision item opened by the program', () => {
  it('stands with the office that decides on it, its unit proposed, and no unit sees it yet', async () => {
    const view = await district.view('supervisor', item);
    expect(view.state).toMatchObject({ id: 'proposed' });
    expect(view.fields.find(({ name }) => name === 'promiseNumber')).toMatchObject({ value: 'MS-2026-003' });
    expect(await worklist('supervisor', 'supervision-proposed')).toEqual([item.id]);
    await expect(district.view('waterClerk', item)).rejects.toMatchObject({ code: 'case.unknown' });
    expect((await district.sent('notice')).map(({ to }) => to)).toContainEqual(['supervisor']);
  });

  it('is assigned to the unit proposed, whose clock starts; it stands in their lists and not in others’', async () => {
    await district.act('supervisor', item, 'register', { source: 'promise' });
    const view = await district.view('supervisor', item);
    expect(view.actions.find(({ name }) => name === 'assign')?.suggested).toMatchObject({ unit: district.units.water });
    await district.act('supervisor', item, 'assign', { unit: district.units.water, dispatchReason: '按分工办理' });
    expect(await worklist('waterClerk', 'supervision-open')).toEqual([item.id]);
    expect(await worklist('roadsClerk', 'supervision-open')).toEqual([]);
    const { due } = await district.view('waterClerk', item);
    expect(due).toBe(new Date('2026-07-31T18:00:00+08:00').toISOString());
  });

  it('with a notice drafted tells the unit nothing until somebody signs it', async () => {
    const before = (await district.sent('notice')).length;
    await district.act('supervisor', item, 'draftNotice', { noticeLevel: 'near', noticeWords: '请抓紧。' });
    expect((await district.sent('notice')).slice(before).map(({ to }) => to)).toEqual([['supervisor']]);
    await district.act('leader', item, 'signNotice');
    const { fields } = await district.view('waterHead', item);
    expect(fields.find(({ name }) => name === 'noticeNumber')?.value).toBe('督查蓝色提醒〔2026〕1号');
    const signed = (await district.sent('notice')).at(-1);
    expect([...(signed?.to ?? [])].sort()).toEqual(['waterClerk', 'waterHead']);
    await district.act('waterHead', item, 'answerNotice', { noticeReply: '已增派力量' });
  });

  it('is verified and written off by others, and then is late nowhere', async () => {
    await district.act('waterClerk', item, 'sign');
    await district.act('waterClerk', item, 'begin', { plan: '分段施工' });
    await district.act('waterClerk', item, 'report', { progress: '已完工', finished: true });
    await district.act('supervisor', item, 'toChecking');
    const off = { method: 'site', verified: '属实', result: 'done', conclusion: '同意销号' };
    await expect(district.act('waterVerifier', item, 'writeOff', off)).rejects.toMatchObject({ code: 'case.notYours' });
    await district.act('verifier', item, 'writeOff', off);
    district.at('2026-09-01 09:00');
    expect(await worklist('supervisor', 'supervision-late')).toEqual([]);
    expect(await worklist('supervisor', 'supervision-written-off')).toEqual([item.id]);
  });
});

describe('a proposal that was replied to in time', () => {
  it('is due no more while it is tracked, and late in no list', async () => {
    district.at('2026-09-01 09:00');
    const { units } = district;
    const { id } = await district.run('supervisor', district.operations.open, {
      type: 'proposal',
      fields: {
        title: '关于增设停车位的建议',
        kind: 'suggestion',
        session: '六次会议',
        officialNumber: '20260012',
        words: '建议利用边角地。',
        proposer: '张三',
        phone: '13812345678',
      },
    });
    const proposal = { id };
    await district.act('supervisor', proposal, 'assign', { unit: units.roads, dispatchReason: '按分工' });
    await district.act('roadsClerk', proposal, 'sign');
    expect((await district.view('roadsClerk', proposal)).due).not.toBeNull();
    await district.act('roadsClerk', proposal, 'contact', { contactKind: 'meeting', contactNote: '当面听取' });
    const reply = { result: 'b', answer: '正在办理。', answerNumber: '3 号', signedBy: '李四' };
    await district.act('roadsClerk', proposal, 'reply', reply);
    expect((await district.sent('sms')).map(({ body }) => body.template)).toEqual([
      'proposalAssigned',
      'proposalReplied',
    ]);
    await district.act('supervisor', proposal, 'opinion', { attitude: 'satisfied', outcome: 'basically' });
    district.at('2026-12-15 09:00');
    const rows = async (id: string) =>
      (await district.run('supervisor', district.operations.list, { worklist: id })).items;
    expect((await rows('proposals-tracking')).map((row) => [row.id, row.due])).toEqual([[id, null]]);
    expect(await rows('late')).toEqual([]);
    expect(await rows('proposals-late')).toEqual([]);
  });

  it('is seen by the congress’s officer, who enters the form and sees no other type of case', async () => {
    const listed = async (worklist?: string) =>
      (
        await district.run('congressOfficer', district.operations.list, {
          order: 'newest',
          ...(worklist === undefined ? {} : { worklist }),
        })
      ).items.map(({ type }) => type);
    await district.open();
    expect(await listed()).toEqual(['proposal']);
    expect(await listed('proposals-tracking')).toEqual(['proposal']);
    expect((await district.run('congressOfficer', district.operations.list, { q: '停车位' })).items).toHaveLength(1);
    expect((await district.run('congressOfficer', district.operations.list, { q: '井盖' })).items).toEqual([]);
    await expect(district.view('congressOfficer', item)).rejects.toMatchObject({ code: 'case.unknown' });
    expect((await district.run('deputy', district.operations.list, {})).items).toEqual([]);
    const { id } = await district.run('congressOfficer', district.operations.open, {
      type: 'proposal',
      fields: {
        title: '关于修缮球场的提案',
        kind: 'proposal',
        session: '五次会议',
        officialNumber: '33',
        words: '建议修缮。',
        proposer: '王五',
      },
    });
    expect((await district.view('congressOfficer', { id })).actions.map(({ name }) => name)).toEqual(['note']);
  });

  it('shows who proposes to nobody whole, and in the ledger sealed', async () => {
    const [row] = (await district.run('roadsClerk', district.operations.list, { worklist: 'proposals-tracking' }))
      .items;
    const id = row?.id ?? '';
    const view = await district.view('roadsClerk', { id });
    expect(view.fields.find(({ name }) => name === 'proposer')).toMatchObject({ masked: true, value: '张*' });
    expect(JSON.stringify(await district.ledger(id))).not.toContain('张三');
  });
});
