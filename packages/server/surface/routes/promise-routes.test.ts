import { runOperation } from '@huying/server/ledger';
import { setParameterOperation } from '@huying/server/parameter';
import { testDatabase } from '@huying/testing/database';
import { testProgram } from '@huying/testing/surface';
import { beforeAll, describe, expect, it } from 'vitest';

const { ask, person, district, program, surface } = await testProgram(await testDatabase());
const year = new Date().getFullYear();
let editor = '';
let clerk = '';
let verifier = '';
const unit = district.units.department;
const [kind] = program.services.product.promises.filter(({ id }) => id === 'livelihood');

beforeAll(async () => {
  const day = { name: '元旦', date: `${year}-01-01`, isOffDay: true };
  const value = { zone: 'Asia/Shanghai', years: [{ year, days: [day], complete: true }] };
  const setParameter = setParameterOperation(program.services.parameters);
  const input = { name: 'base.calendar', value, reason: '测试' };
  await runOperation(program.services, setParameter, { ...district.system, input });
  editor = (await person('report-editor', { unit: district.units.root })).cookie;
  clerk = (await person('unit-clerk')).cookie;
  verifier = (await person('verifier', { unit: district.units.root })).cookie;
});

interface Page {
  readonly id: string;
  readonly version: number;
  readonly rate: number | null;
  readonly indicators: readonly { readonly name: string }[];
}

async function issued(): Promise<Page> {
  const draft = {
    year,
    kind: kind?.id,
    title: '新增公办学位',
    due: `${year}-12-31`,
    duties: [{ part: 'lead', unit }],
    indicators: [{ name: 'seats', label: '新增学位', unit: '个', aim: { aim: 'up', base: 0, value: 1000 } }],
  };
  const made = await ask('POST', '/api/promises', { cookie: editor, body: draft });
  expect([made.status, made.text]).toMatchObject([200, expect.stringContaining('number')]);
  const { id } = made.json as Page;
  const sent = await ask('POST', '/api/promises/issue', {
    cookie: editor,
    body: { ids: [id], issuedOn: `${year}-01-01` },
  });
  expect([sent.status, sent.text]).toMatchObject([200, expect.any(String)]);
  return (await ask('GET', `/api/promises/${id}`, { cookie: editor })).json as Page;
}

describe('a promise over HTTP', () => {
  it('is drafted, issued, observed, read, listed and seen at a glance', async () => {
    const { id } = await issued();
    const body = { indicator: 'seats', value: 500, asOf: `${year}-01-31` };
    const observed = await ask('POST', `/api/promises/${id}/observations`, { cookie: clerk, body });
    expect([observed.status, observed.text]).toMatchObject([200, expect.any(String)]);
    const page = (await ask('GET', `/api/promises/${id}`, { cookie: clerk })).json as Page;
    expect(page.rate).toBe(0.5);
    const list = (
      await ask('GET', `/api/promises?year=${year}&q=${encodeURIComponent('学位')}&unit=${unit}`, { cookie: clerk })
    ).json;
    expect((list as { items: Page[] }).items.map((row) => [row.id, row.rate])).toContainEqual([id, 0.5]);
    const glance = (await ask('GET', `/api/promises/glance?year=${year}`, { cookie: editor })).json as {
      promises: Page[];
    };
    expect(glance.promises.find((row) => row.id === id)?.rate).toBe(0.5);
    const story = await ask('GET', `/api/promises/${id}/story`, { cookie: editor });
    expect(story.status).toBe(200);
  });

  it('is refused in the reader’s language, as a problem, when somebody changed it since', async () => {
    const { id, version } = await issued();
    const send = (asOf: string) =>
      ask('POST', `/api/promises/${id}/observations`, {
        cookie: clerk,
        headers: { 'if-match': `"${version}"`, 'accept-language': 'en' },
        body: { indicator: 'seats', value: 1, asOf },
      });
    expect((await send(`${year}-01-31`)).status).toBe(200);
    const { status, json } = await send(`${year}-02-28`);
    expect([status, json]).toMatchObject([409, { code: 'promise.stale' }]);
  });

  it('is sent once under one key', async () => {
    const { id } = await issued();
    const body = { kind: 'record', words: '验收记录' };
    const headers = { 'idempotency-key': 'evidence-1' };
    const send = () => ask('POST', `/api/promises/${id}/evidence`, { cookie: clerk, body, headers });
    expect((await send()).json).toEqual((await send()).json);
    const page = (await ask('GET', `/api/promises/${id}`, { cookie: editor })).json as { evidenceItems: unknown[] };
    expect(page.evidenceItems).toHaveLength(1);
    const look = { method: 'desk', result: 'true' };
    expect((await ask('POST', `/api/promises/${id}/verifications`, { cookie: verifier, body: look })).status).toBe(200);
  });

  it('keeps evidence with the file and its hash, for those who see the promise and nobody else', async () => {
    const { id } = await issued();
    const form = new FormData();
    const pdf = ['%PDF-1.4', '1 0 obj', '<< /Type /Catalog >>', 'endobj', 'trailer', '<< /Root 1 0 R >>', '%%EOF', ''];
    form.append('file', new Blob([pdf.join('\n')]), '验收单.pdf');
    const request = new Request('http://here/', { method: 'POST', body: form });
    const sent = await surface.app.inject({
      method: 'POST',
      url: '/api/files',
      headers: { cookie: clerk, 'x-huying': '1', 'content-type': request.headers.get('content-type') ?? '' },
      payload: Buffer.from(await request.arrayBuffer()),
    });
    const file = (sent.json() as { id: string }).id;
    const body = { kind: 'document', words: '验收单', files: [file] };
    const added = await ask('POST', `/api/promises/${id}/evidence`, { cookie: clerk, body });
    expect([added.status, added.text]).toMatchObject([200, expect.any(String)]);
    const page = (await ask('GET', `/api/promises/${id}`, { cookie: editor })).json;
    expect(page).toMatchObject({ evidenceItems: [{ file, hash: expect.stringMatching(/^[0-9a-f]{64}$/) }] });
    expect((await ask('GET', `/api/files/${file}`, { cookie: editor })).status).toBe(200);
    const elsewhere = (await person('unit-clerk', { unit: district.units.street })).cookie;
    expect((await ask('GET', `/api/files/${file}`, { cookie: elsewhere })).status).toBe(404);
    const again = await ask('POST', `/api/promises/${id}/evidence`, { cookie: clerk, body });
    expect([again.status, again.json]).toMatchObject([403, { code: 'file.notYours' }]);
  });

  it('is objected to from outside, once it is published', async () => {
    const { id } = await issued();
    const path = `/public/promises/${id}/objections?district=${district.tenant}`;
    expect((await ask('POST', path, { body: { words: '没有建' } })).status).toBe(404);
    expect(
      (await ask('POST', `/api/promises/${id}/publish`, { cookie: editor, body: { published: true } })).status,
    ).toBe(200);
    expect(await ask('POST', path, { body: { words: '没有建' } })).toMatchObject({ status: 200 });
  });
});
