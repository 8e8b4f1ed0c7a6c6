import { holidayYears } from '@huying/district/demo/calendar';
import { testDatabase } from '@huying/testing/database';
import { testProgram } from '@huying/testing/surface';
import ExcelJS from 'exceljs';
import { beforeAll, describe, expect, it } from 'vitest';
import { inTenant, runOperation, theSystem } from '../../ledger/index.ts';
import { createPromise, issuePromises } from '../../promise/index.ts';

const { ask, person, surface, program, district } = await testProgram(await testDatabase());
const now = new Date();
const year = now.getUTCFullYear();
const month = `${year}-${String(now.getUTCMonth() + 1).padStart(2, '0')}`;
let statistician = '';
let supervisor = '';
let promise = '';

beforeAll(async () => {
  const editor = await person('duty-editor');
  const value = { zone: 'Asia/Shanghai', years: holidayYears };
  const set = { name: 'base.calendar', value, reason: '测试' };
  await runOperation(program.services, program.operations.setParameter, {
    tenant: district.tenant,
    actor: editor.actor,
    input: set,
  });
  statistician = (await person('statistician')).cookie;
  supervisor = (await person('supervisor')).cookie;
  promise = await inTenant(program.services, { tenant: district.tenant, actor: theSystem }, async (ctx) => {
    const { id } = await createPromise(ctx, program.services, {
      year,
      kind: 'indicator',
      title: '社会消费品零售总额增长 5%',
      due: `${year}-12-31`,
      data: { code: 'retail' },
      duties: [{ part: 'lead', unit: district.units.root }],
      indicators: [
        {
          name: 'value',
          label: '社会消费品零售总额',
          unit: '亿元',
          decimals: 2,
          aim: { aim: 'growth', points: 5 },
          every: 'month',
        },
      ],
    });
    await issuePromises(ctx, program.services, [id], `${year}-01-01`);
    return id;
  });
});

const workbook = async (path: string, cookie: string) => {
  const { statusCode, headers, rawPayload } = await surface.app.inject({
    method: 'GET',
    url: path,
    headers: { cookie },
  });
  return { statusCode, headers, rawPayload };
};

describe('figures over HTTP', () => {
  it('are read, entered and read again', async () => {
    const sheet = await ask('GET', `/api/figures?month=${month}`, { cookie: statistician });
    expect([sheet.status, sheet.json]).toMatchObject([
      200,
      { month, lines: [{ label: '社会消费品零售总额', may: true }] },
    ]);
    const entries = [{ promise, indicator: 'value', value: '101.5', growth: 4.6 }];
    const saved = await ask('POST', '/api/figures', { cookie: statistician, body: { month, entries } });
    expect([saved.status, saved.json]).toMatchObject([200, { saved: 1 }]);
    const board = await ask('GET', `/api/targets?year=${year}`, { cookie: supervisor });
    expect(board.json).toMatchObject({ targets: [{ value: 101.5, growth: 4.6, target: 5 }] });
  });

  it('refuse cell by cell, in the reader’s language', async () => {
    const entries = [{ promise, indicator: 'value', value: 'a lot' }];
    const refused = await ask('POST', '/api/figures', {
      cookie: statistician,
      body: { month, entries },
      headers: { 'accept-language': 'en' },
    });
    expect([refused.status, refused.json]).toMatchObject([
      422,
      { code: 'figure.sheet', problems: [{ path: '/entries/0/value', detail: 'A number is needed here.' }] },
    ]);
  });

  it('go out as a workbook and come back filled in', async () => {
    const out = await workbook(`/api/figures/template.xlsx?month=${month}`, statistician);
    expect([out.statusCode, out.rawPayload.subarray(0, 2).toString('latin1')]).toEqual([200, 'PK']);
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(out.rawPayload as unknown as ArrayBuffer);
    const tab = book.worksheets[0];
    expect(tab?.getCell('C2').value).toBe('社会消费品零售总额');
    const fill = async (value: string | number) => {
      if (tab === undefined) return undefined;
      tab.getCell('H2').value = value;
      tab.getCell('K2').value = '补报一户';
      const content = Buffer.from(await book.xlsx.writeBuffer()).toString('base64');
      return ask('POST', '/api/figures/import', { cookie: statistician, body: { month, content } });
    };
    expect((await fill('约一百'))?.json).toMatchObject({ code: 'figure.sheet', problems: [{ path: '/H2' }] });
    expect((await fill(102))?.json).toMatchObject({ saved: 1 });
    const broken = await ask('POST', '/api/figures/import', {
      cookie: statistician,
      body: { month, content: 'bm90IGEgYm9vaw==' },
    });
    expect(broken.json).toMatchObject({ code: 'exchange.workbook' });
  });

  it('ask, freeze, release and tell the burden', async () => {
    const put = (path: string, body: unknown, cookie = statistician) => ask('POST', path, { cookie, body });
    expect((await put('/api/figures/ask', { month, figures: [{ promise, indicator: 'value' }] })).json).toMatchObject({
      code: 'figure.held',
    });
    expect(
      (await ask('GET', `/api/figures/burden?from=${month}&to=${month}`, { cookie: supervisor })).json,
    ).toMatchObject({ units: [] });
    const period = { period: 'month', start: `${month}-01` };
    expect((await put('/api/figures/freeze', period, supervisor)).json).toMatchObject({
      code: 'figure.keeperOnly',
      status: 403,
    });
    expect((await put('/api/figures/release', { ...period, releasedOn: `${year + 1}-01-20` })).status).toBe(200);
    expect((await put('/api/figures/freeze', period)).status).toBe(200);
    const periods = await ask('GET', `/api/figures/periods?year=${year}`, { cookie: supervisor });
    expect(periods.json).toMatchObject({ frozen: [period], releases: [{ releasedOn: `${year + 1}-01-20` }] });
  });

  it('tell the public nothing that is not released', async () => {
    expect((await ask('GET', `/public/targets/${year}`)).json).toMatchObject({ targets: [], releasedOnly: true });
  });
});

describe('projects over HTTP', () => {
  it('come in from a workbook and are shown, stepped and blocked', async () => {
    const out = await workbook('/api/projects/template.xlsx', supervisor);
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(out.rawPayload as unknown as ArrayBuffer);
    const tab = book.worksheets[0];
    const heads = ((tab?.getRow(1).values ?? []) as string[]).slice(1);
    const root = await ask('GET', '/api/me', { cookie: supervisor });
    const unit = (root.json as { posts: { unit: { name: { zh: string } } }[] }).posts[0]?.unit.name.zh ?? '';
    const cells: Record<string, string | number> = {
      项目名称: '滨江大道',
      牵头单位: unit,
      '年度计划投资（万元）': 12_000,
    };
    tab?.addRow(heads.map((head) => cells[head] ?? null));
    const content = Buffer.from(await book.xlsx.writeBuffer()).toString('base64');
    const made = await ask('POST', '/api/projects/import', { cookie: supervisor, body: { year, content } });
    expect([made.status, made.json]).toMatchObject([200, { created: [{ title: '滨江大道' }] }]);
    const { id } = (made.json as { created: { id: string }[] }).created[0] ?? { id: '' };
    const table = await ask('GET', `/api/projects?year=${year}&by=unit`, { cookie: supervisor });
    expect(table.json).toMatchObject({ whole: { count: 1, money: { plan: 12_000, invested: null } } });
    const due = `${year + 1}-03-01`;
    const owner = (root.json as { post: string }).post;
    const raised = await ask('POST', `/api/projects/${id}/blockers`, {
      cookie: supervisor,
      body: { words: '两户未签约', kind: '征拆', owner, due },
    });
    expect(raised.json).toMatchObject({ words: '两户未签约', owner: { post: owner } });
    const read = await ask('GET', `/api/projects/${id}`, { cookie: supervisor });
    expect(read.json).toMatchObject({ blockers: [{ due }], may: expect.arrayContaining(['plan', 'blocker', 'visit']) });
    expect((await ask('GET', `/api/projects/points?year=${year}`, { cookie: supervisor })).json).toEqual({
      points: [],
    });
    const planned = await ask('POST', `/api/projects/${id}/stages/started`, {
      cookie: supervisor,
      body: { planned: `${year}-06-30` },
    });
    expect(planned.status).toBe(200);
  });
});
