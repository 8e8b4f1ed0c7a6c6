import { holidayYears } from '@huying/district/demo/calendar';
import { runOperation } from '@huying/server/ledger';
import { testDatabase } from '@huying/testing/database';
import { workReport } from '@huying/testing/paper';
import { testProgram } from '@huying/testing/surface';
import { beforeAll, describe, expect, it } from 'vitest';

const program = await testProgram(await testDatabase());
let editor: string;
let leader: string;

beforeAll(async () => {
  const { services, operations } = program.program;
  const years = holidayYears.filter(({ year }) => year >= 2025);
  await runOperation(services, operations.setParameter, {
    ...program.district.system,
    input: { name: 'base.calendar', value: { zone: 'Asia/Shanghai', years }, reason: '国务院办公厅通知' },
  });
  const { root } = program.district.units;
  editor = (await program.person('report-editor', { unit: root })).cookie;
  leader = (await program.person('district-leader', { unit: root })).cookie;
});

/** Uploads a file as a browser does. */
function upload(name: string, content: string | Uint8Array, query = '', cookie = editor) {
  const boundary = 'xhuyingx';
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n`;
  const payload = Buffer.concat([Buffer.from(head), Buffer.from(content), Buffer.from(`\r\n--${boundary}--\r\n`)]);
  return program.surface.app.inject({
    method: 'POST',
    url: `/api/reports${query}`,
    headers: { 'x-huying': '1', cookie, 'content-type': `multipart/form-data; boundary=${boundary}` },
    payload,
  });
}

const page = (body: string) =>
  `<!doctype html><html lang="zh"><body>${workReport(body)
    .split('\n')
    .map((line) => `<p>${line}</p>`)
    .join('')}</body></html>`;

describe('a report as a file', () => {
  it('is opened by what it is, and refused with the reader’s own words where it cannot be', async () => {
    const done = await upload('report.html', page('年内完成15公里供水管道改造。'));
    expect(done.json()).toMatchObject({ year: 2026, edition: 1 });
    expect((await upload('empty.txt', ' \n ')).json()).toMatchObject({ code: 'reader.empty' });
    expect((await upload('x.pdf', '%PDF-1.7 broken')).json()).toMatchObject({ code: 'reader.damaged' });
    expect((await upload('other.txt', workReport('新建道路。', { place: '东山区' }))).json()).toMatchObject({
      code: 'report.otherPlace',
      params: { read: '东山区' },
    });
    const meant = await upload(
      'other.txt',
      workReport('新建道路。', { place: '东山区', year: 2024 }),
      '?despite=place',
    );
    expect(meant.statusCode).toBe(200);
    expect((await upload('x.txt', workReport('新建道路。'), '', leader)).json()).toMatchObject({
      code: 'org.roleRequired',
    });
  });
});

describe('the review over the wire', () => {
  it('goes from the text to an issued plan, and tells whoever is late that another was quicker', async () => {
    const { ask, district } = program;
    const text = workReport('年内完成15公里供水管道改造。全年新增养老床位300张以上。', { year: 2027 });
    const { id } = (await upload('2027.txt', text)).json() as { id: string };
    const view = (await ask('GET', `/api/reports/${id}`, { cookie: leader })).json as {
      text: string;
      leaders: { post: string }[];
    };
    expect(view.text).toBe(text);
    const { items } = (await ask('GET', `/api/reports/${id}/items`, { cookie: editor })).json as {
      items: { no: number; version: number }[];
    };
    for (const { no, version } of items) {
      const accept = () =>
        ask('POST', `/api/reports/${id}/items/${no}/accept`, {
          cookie: editor,
          headers: { 'if-match': `"${version}"` },
          body: { assignment: { lead: district.units.department, leader: view.leaders[0]?.post } },
        });
      expect((await accept()).status).toBe(200);
      expect((await accept()).json).toMatchObject({ code: 'report.itemChanged', status: 409 });
    }
    const plan = ((await ask('POST', `/api/reports/${id}/plans`, { cookie: editor })).json as { id: string }).id;
    const step = (name: string, body: unknown) => ask('POST', `/api/plans/${plan}/${name}`, { cookie: editor, body });
    const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
    expect((await step('send', { due: '2026-01-01' })).json).toMatchObject({ code: 'report.planDue' });
    expect((await step('send', { due: today })).json).toMatchObject({ state: 'consulting' });
    const head = await program.person('unit-head');
    expect(
      (await ask('POST', `/api/plans/${plan}/answer`, { cookie: head.cookie, body: { comments: [] } })).status,
    ).toBe(200);
    expect((await step('decide', { meeting: '第1次常务会议', decidedOn: today })).json).toMatchObject({
      state: 'decided',
    });
    const issued = (await step('issue', {})).json;
    expect(issued).toMatchObject({ state: 'issued', digest: expect.stringMatching(/^[0-9a-f]{64}$/) });
    const stale = await ask('POST', `/api/plans/${plan}/issue`, {
      cookie: editor,
      headers: { 'if-match': '"1"' },
      body: {},
    });
    expect(stale.json).toMatchObject({ code: 'report.planStale' });
    const { lines } = (await ask('GET', `/api/plans/${plan}`, { cookie: head.cookie })).json as { lines: unknown[] };
    expect(lines).toHaveLength(items.length);
  });
});
