import { readFile } from 'node:fs/promises';
import { openBytes } from '@huying/reader/formats';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { shotPath, startBrowser } from './desk.ts';
import { type RunningProgram, startProgram } from './program.ts';
import { confirm, type PromiseDesk, press, sendBy, sitDownTo } from './promise-desk.ts';
import { notice, shortReport } from './work-report.ts';

const password = 'Huying-2026';
const today = dayOf(Date.now());
const year = Number(today.slice(0, 4));
const homes = '改造老旧小区40个，年底前全部完工';
const toilets = '新建改建公共厕所16座';
const canteens = '新建长者饭堂8家';
const meeting = '第3次常务会议';
const document = `府办〔${year}〕7号`;

interface Item {
  readonly no: number;
  readonly version: number;
  readonly decision: string;
  readonly reason: string | null;
  readonly proposed: { readonly title: string };
  readonly promise: {
    readonly id: string;
    readonly title: string;
    readonly lead: { readonly id: string } | null;
  } | null;
}
interface PromiseList {
  readonly promises: readonly { readonly id: string; readonly title: string }[];
}

let program: RunningProgram;
let browser: Browser;
let report = '';
let plan = '';
let bulletin = '';
let homesId = '';
let canteensId = '';

beforeAll(async () => {
  [program, browser] = await Promise.all([startProgram({ cases: 100, promises: false }), startBrowser()]);
});

afterAll(async () => {
  await browser?.close();
  await program?.stop();
});

const at = (name: string) => sitDownTo(browser, program.address, name, password);
const text = (name: string, words: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(words) });
const itemsOf = async (desk: PromiseDesk) =>
  (await desk.read<{ readonly items: readonly Item[] }>(`/api/reports/${report}/items`)).items;
const glanceOf = async (desk: PromiseDesk) =>
  (await desk.read<PromiseList>(`/api/promises/glance?year=${year}`)).promises;

describe('a work report, from its text to what became of its sentences', () => {
  it('is taken in only where it is one, and of the year that is meant', async () => {
    const { page, go, refusal, leave, shot } = await at('editor');
    await go('/reports');
    const picker = page.locator('.upload input[type=file]');
    await picker.setInputFiles(text('通知.txt', notice));
    await press(page, '读取报告');
    await refusal('这份文件不像政府工作报告');
    await picker.setInputFiles(text('工作报告.txt', shortReport(year)));
    await page.locator('#upload-year').fill(String(year - 1));
    await press(page, '读取报告');
    await refusal(`报告部署的是 ${year} 年的工作，不是 ${year - 1} 年`);
    await page.locator('.drop').filter({ hasText: '工作报告.txt' }).waitFor();
    await shot('promise-1-upload-refused');
    await page.locator('#upload-year').fill(String(year));
    await sendBy(page, '读取报告', '/api/reports');
    await page.getByText('进入审核台').click();
    await page.waitForURL(/\/reports\/[^/]+\/review/);
    report = /reports\/([^/]+)/.exec(page.url())?.[1] ?? '';
    await page.locator('.desk-item h2').waitFor();
    await leave();
  });

  it('is reviewed by keyboard; of two windows on one item the later is told, and keeps what it typed', async () => {
    const [first, second] = await Promise.all([at('editor'), at('editor')]);
    for (const { page, go } of [first, second]) {
      await go(`/reports/${report}/review`);
      await page.locator('.desk-item h2').filter({ hasText: '提升城市品质' }).waitFor();
      await page.keyboard.press('x');
      await page.locator('.desk-item input').waitFor();
    }
    await second.page.keyboard.type('第二个窗口的理由');
    await first.page.keyboard.type('只是小标题');
    await first.page.keyboard.press('Enter');
    await first.page.locator('.desk-item h2').filter({ hasText: homes }).waitFor();
    await second.page.keyboard.press('Enter');
    await second.page.locator('.desk-item [role=alert]').waitFor();
    await second.shot('promise-2-two-windows');
    expect(await second.page.locator('.desk-item input').inputValue()).toBe('第二个窗口的理由');
    await second.leave();

    const { page } = first;
    await first.choose('review-lead', '区住房和城乡建设局');
    await page.locator('#review-leader').press('ArrowDown');
    await page.locator('#review-leader').press('Enter');
    await page.locator('.desk-item h2').click();
    await first.shot('promise-3-desk');
    await page.keyboard.press('a');
    await page.locator('.desk-item h2').filter({ hasText: '排水管网' }).waitFor();
    for (const next of ['停车泊位', '内涝点', '公共厕所']) {
      await page.keyboard.press('j');
      await page.locator('.desk-item h2').filter({ hasText: next }).waitFor();
    }
    await page.keyboard.press('u');
    await page.keyboard.press('e');
    await page.locator('.item-form textarea').first().fill(toilets);
    await page.keyboard.press('Control+Enter');
    await page.locator('.desk-item h2').filter({ hasText: '绿道' }).waitFor();
    await acceptRest(first);
    const items = await itemsOf(first);
    expect(items.map(({ decision }) => decision)).toEqual([
      'dismissed',
      ...Array.from({ length: 4 }, () => 'accepted'),
      'corrected',
      ...Array.from({ length: 4 }, () => 'accepted'),
    ]);
    expect(items[0]?.reason).toBe('只是小标题');
    await first.leave();
  });

  it('becomes a plan that goes to the units, is decided and issued under its number', async () => {
    const editor = await at('editor');
    await editor.go(`/reports/${report}/review`);
    await press(editor.page, '起草分解方案');
    await editor.page.waitForURL(/\/plans\//);
    plan = editor.page.url().split('/').at(-1) ?? '';
    await editor.page.locator('#send-due').fill(dayOf(Date.now() + 7 * 86_400_000));
    await sendBy(editor.page, '发给 2 个单位', `/api/plans/${plan}/send`);

    const head = await at('zjj-head');
    await head.go(`/plans/${plan}`);
    await press(head.page, '添加意见');
    await head.page.locator('.answer-comment textarea').first().fill('建议将验收时限明确到11月。');
    await sendBy(head.page, '提交 1 条意见', `/api/plans/${plan}/answer`);
    await head.leave();
    const other = await at('csj-head');
    await other.go(`/plans/${plan}`);
    await sendBy(other.page, '同意', `/api/plans/${plan}/answer`);
    await other.leave();

    const { page } = editor;
    await page.reload();
    await page.locator('.comments textarea').fill('部分采纳：竣工后一个月内验收。');
    await editor.shot('promise-4-plan');
    await sendBy(page, '部分采纳', '/comments/');
    await page.locator('#decide-meeting').fill(meeting);
    await page.locator('#decide-on').fill(today);
    await sendBy(page, '登记审定', `/api/plans/${plan}/decide`);
    await page.locator('#issue-document').fill(document);
    await press(page, '印发方案');
    await confirm(page, `/api/plans/${plan}/issue`);
    await page.locator('.plan-head').getByText(document).waitFor();
    await editor.shot('promise-5-issued');
    const promises = await glanceOf(editor);
    expect(promises).toHaveLength(9);
    homesId = promises.find(({ title }) => title === homes)?.id ?? '';
    canteensId = promises.find(({ title }) => title.startsWith(canteens))?.id ?? '';
    await editor.leave();
  });

  it('is kept by the unit with values and photos, and verified by another person', async () => {
    const clerk = await at('zjj');
    await clerk.openPromise(homesId, homes);
    await clerk.tell('填报指标值', { 指标值: '12' });
    const photo = await clerk.page.screenshot({ type: 'jpeg', clip: { x: 0, y: 0, width: 640, height: 420 } });
    await clerk.tell('补充佐证', { 说明: '首批12个小区施工现场。' }, photo);
    await clerk.page.getByText('首批12个小区施工现场。').first().waitFor();
    expect(await clerk.page.getByRole('button', { name: '核查', exact: true }).count()).toBe(0);
    await clerk.shot('promise-6-clerk');
    await clerk.leave();
    const supervisor = await at('supervisor');
    await supervisor.openPromise(homesId, homes);
    await supervisor.tell('核查', { 核查方式: '实地核查', 核查结论: '属实', 核查情况: '抽查4个小区，均已进场施工。' });
    await supervisor.page.getByText('抽查4个小区，均已进场施工。').first().waitFor();
    await supervisor.leave();
  });

  it('survives a kill -9: everything said is still there', async () => {
    await program.kill();
    await program.start();
    const { page, openPromise, go, leave } = await at('editor');
    await openPromise(homesId, homes);
    await page.getByText('首批12个小区施工现场。').first().waitFor();
    await page.getByText('抽查4个小区，均已进场施工。').first().waitFor();
    await go(`/plans/${plan}`);
    await page.locator('.plan-head').getByText(document).waitFor();
    await page.getByText('建议将验收时限明确到11月。').first().waitFor();
    await leave();
  });

  it('is seen by the leader at a glance and in its whole story, and changed only by a decision', async () => {
    const head = await at('zjj-head');
    await head.openPromise(homesId, homes);
    await head.tell('申请调整', { 调整内容: '目标值：老旧小区', 新的目标值: '38', 理由: '两个小区并入城中村改造。' });
    await head.leave();
    const mayor = await at('mayor');
    const { page } = mayor;
    await mayor.go(`/promises?year=${year}`);
    await page.locator('.promise-card').filter({ hasText: homes }).waitFor();
    expect(await page.locator('.promise-card').count()).toBe(9);
    await mayor.shot('promise-7-glance');
    await page.locator('.promise-card a').filter({ hasText: homes }).click();
    await page.locator('.peek').getByText('打开详情').click();
    await page.waitForURL(new RegExp(`/promises/${homesId}`));
    await page.locator('blockquote').filter({ hasText: homes }).waitFor();
    await page.locator('.why-light').filter({ hasText: '完成 30.0%' }).waitFor();
    const decided = { 审批意见: '已批准', 批准机关: '区政府', 批准会议: meeting, 生效日期: today };
    await mayor.tell('审批调整', decided);
    await page.locator('#revisions ~ ul .mark').filter({ hasText: '已批准' }).waitFor();
    for (const kind of ['clause', 'promise', 'duty', 'evidence', 'verification', 'revision']) {
      await page.locator(`.story [data-kind="${kind}"]`).first().waitFor();
    }
    await mayor.shot('promise-8-page');
    await mayor.leave();
  });

  it('is told in a bulletin that reconciles, signed by the leader and taken along as PDF and docx', async () => {
    const { page, ...supervisor } = await at('supervisor');
    await supervisor.go('/bulletins');
    await press(page, '起草');
    await page.locator('#draft-year').fill(String(year));
    await page.locator('#draft-year').blur();
    await page.locator('.ant-drawer-footer button').click();
    // Who verified may not rank.
    await supervisor.refusal('您核查过参加排名的事项');
    await page.getByText('附单位排名').click();
    await page.locator('.ant-drawer-footer button').click();
    await page.waitForURL(/\/bulletins\/[^/]+/);
    bulletin = page.url().split('/').at(-1) ?? '';
    await page.locator('.reconciled').filter({ hasText: '数据核对无误' }).waitFor();
    await supervisor.shot('promise-9-bulletin');
    await supervisor.leave();
    const mayor = await at('mayor');
    await mayor.go(`/bulletins/${bulletin}`);
    await press(mayor.page, '签发');
    await confirm(mayor.page, `/api/bulletins/${bulletin}/issue`);
    await mayor.page.locator('.promises-head').getByText('已签发').waitFor();
    const pdf = await downloaded(mayor, 'PDF');
    expect(pdf.subarray(0, 4).toString('latin1')).toBe('%PDF');
    const docx = await openBytes(await downloaded(mayor, 'DOCX'));
    expect(docx).toMatchObject({ format: 'docx', text: expect.stringContaining('老旧小区') });
    await mayor.shot('promise-10-signed');
    await mayor.leave();
  });

  it('is seen by deputies and by anybody as far as it is published, and no further', async () => {
    const editor = await at('editor');
    await editor.openPromise(canteensId, canteens);
    const deputy = await at('deputy-1');
    expect(await glanceOf(deputy)).toEqual([]);
    await editor.tell('向社会公开', {});
    await editor.leave();
    await deputy.go(`/promises?year=${year}`);
    await deputy.page.locator('.promise-card').filter({ hasText: canteens }).waitFor();
    expect((await glanceOf(deputy)).map(({ id }) => id)).toEqual([canteensId]);
    await deputy.shot('promise-11-deputy');
    await deputy.go(`/promises/${homesId}`);
    await deputy.page.locator('main [role=alert]').waitFor();
    await deputy.leave();

    const anybody = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' });
    const page = await anybody.newPage();
    await page.goto(`${program.address}/public/livelihood?year=${year}`);
    expect(await page.locator('main li h2').allTextContents()).toEqual([expect.stringContaining(canteens)]);
    await page.getByText(canteens).click();
    await page.locator('h1').filter({ hasText: canteens }).waitFor();
    await page.screenshot({ path: shotPath('promise-12-public'), fullPage: true });
    await anybody.close();
    expect(await program.command('verify-ledger', '--district', '440199', '--json')).toContain('"whole":true');
  });
});

/** Accepts what is still open, all of it led by the unit that leads the first. */
async function acceptRest(desk: PromiseDesk): Promise<void> {
  const items = await itemsOf(desk);
  const lead = items.find(({ promise }) => promise?.title === homes)?.promise?.lead?.id ?? null;
  for (const { no, version } of items.filter(({ decision }) => decision === 'open')) {
    const assignment = { lead, assisting: [], leader: null };
    await desk.write(`/api/reports/${report}/items/${no}/accept`, { assignment }, version);
  }
}

async function downloaded({ page }: PromiseDesk, format: string): Promise<Buffer> {
  const saved = page.waitForEvent('download');
  await press(page, `下载 ${format}`);
  return readFile(await (await saved).path());
}

/** The day in the district. */
function dayOf(instant: number): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(instant);
}
