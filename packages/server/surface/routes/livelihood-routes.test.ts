import { holidayYears } from '@huying/district/demo/calendar';
import { testDatabase } from '@huying/testing/database';
import { testProgram } from '@huying/testing/surface';
import { beforeAll, describe, expect, it } from 'vitest';
import { inTenant, runOperation } from '../../ledger/index.ts';

const { ask, person, surface, program, district } = await testProgram(await testDatabase());
type Person = Awaited<ReturnType<typeof person>>;
let editor: Person;
let congress: Person;
let clerk: Person;
let unit = '';
let promise = '';
const { tenant } = district;
const system = { tenant, actor: { kind: 'system' as const, account: null, post: null, name: '系统' } };
const path = '/api/livelihood';
type Ref = { readonly id: string; readonly version: number };

async function post<T = Ref>(who: Person, at: string, body: unknown, headers: Record<string, string> = {}): Promise<T> {
  const { status, json, text } = await ask('POST', `${path}${at}`, { body, cookie: who.cookie, headers });
  if (status !== 200) throw new Error(`${at}: ${status} ${text}`);
  return json as T;
}

/** One part, as a browser's form sends it. */
function form(fields: Readonly<Record<string, string>>, file?: { readonly name: string; readonly content: string }) {
  const boundary = 'x-test-boundary';
  const parts = Object.entries(fields).map(
    ([name, value]) => `content-disposition: form-data; name="${name}"\r\n\r\n${value}`,
  );
  if (file)
    parts.push(
      `content-disposition: form-data; name="file"; filename="${file.name}"\r\ncontent-type: text/csv\r\n\r\n${file.content}`,
    );
  return {
    payload: `${parts.map((part) => `--${boundary}\r\n${part}\r\n`).join('')}--${boundary}--\r\n`,
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
  };
}

beforeAll(async () => {
  const value = { zone: 'Asia/Shanghai', years: holidayYears };
  const dutyEditor = await person('duty-editor');
  const set = (name: string, given: unknown) =>
    runOperation(program.services, program.operations.setParameter, {
      ...{ tenant, actor: dutyEditor.actor },
      input: { name, value: given, reason: '测试' },
    });
  await set('base.calendar', value);
  await set('livelihood.ballots', 'electronic');
  editor = await person('report-editor');
  congress = await person('congress-officer');
  clerk = await person('unit-clerk');
  unit = await inTenant(program.services, system, async ({ tx }) => {
    const row = await tx.one<{ unit: string }>('select unit from post where tenant = $1 and id = $2', [
      tenant,
      clerk.actor.post,
    ]);
    return row?.unit ?? '';
  });
});

const year = 2026;
const csv = (rows: readonly (readonly string[])[]) => `\uFEFF${rows.map((cells) => cells.join(',')).join('\n')}\n`;

describe('livelihood projects over HTTP', () => {
  const ids: string[] = [];

  it('are proposed, screened, put to a secret vote, certified and made promises', async () => {
    for (const title of ['加装电梯', '口袋公园', '社区食堂']) {
      const draft = {
        year,
        title,
        domain: '住有所居',
        content: `${title}，年底前完成。`,
        source: 'unit',
        budget: 3200,
        unit,
      };
      const { id, version } = await post(editor, '/candidates', draft);
      await post(editor, `/candidates/${id}/screen`, { version, take: true, reason: '可落实' });
      ids.push(id);
    }
    const deputies = await Promise.all(Array.from({ length: 3 }, () => person('deputy')));
    const rule = { seats: 1, base: 'all', strict: true, ties: 'chair', mostApprovals: 1 };
    const draft = { year, title: '票决', variant: 'electronic', ...rule, candidates: ids, members: 3 };
    const { id, version } = await post(congress, '/votes', draft);
    const opened = await post(congress, `/votes/${id}/open`, { version });
    const choices = Object.fromEntries(ids.map((one, at) => [one, at === 0 ? 'approve' : 'abstain']));
    for (const one of deputies) {
      await post(one, `/votes/${id}/ballot`, { choices }, { 'idempotency-key': `key-${one.actor.account}` });
    }
    // A key sent along by habit is not kept: it would hold a hash of who chose what.
    const kept = await inTenant(program.services, system, ({ tx }) =>
      tx.rows(`select 1 from idempotency_key where operation = 'vote.cast' or key like 'key-%'`),
    );
    expect(kept).toEqual([]);
    const twice = await ask('POST', `${path}/votes/${id}/ballot`, { body: { choices }, cookie: deputies[0]?.cookie });
    expect(twice.json).toMatchObject({ code: 'vote.votedAlready', status: 409 });
    const closed = await post(congress, `/votes/${id}/close`, { version: opened.version, present: 3 });
    const basis = { meeting: '区人代会', document: '清人发〔2026〕2号' };
    const done = await post<Ref & { chosen: string[] }>(congress, `/votes/${id}/certify`, {
      version: closed.version,
      ...basis,
    });
    expect(done.chosen).toEqual([ids[0]]);
    const { json } = await ask('GET', `${path}/candidates/${ids[0]}`, { cookie: editor.cookie });
    const make = { version: (json as Ref).version, unit, sites: 2, telephone: '020-12345678' };
    promise = (await post<{ promise: string }>(editor, `/candidates/${ids[0]}/project`, make)).promise;
  });

  it('get their sites from a csv, whose wrong rows are told', async () => {
    const send = async (content: string) => {
      const { payload, headers } = form({}, { name: 'sites.csv', content });
      const cookie = clerk.cookie;
      const url = `${path}/projects/${promise}/sites/import`;
      return surface.app.inject({ method: 'POST', url, payload, headers: { ...headers, cookie, 'x-huying': '1' } });
    };
    const wrong = await send(
      csv([
        ['点位名称', '经度', '纬度'],
        ['柳园1栋', '113.2', ''],
      ]),
    );
    expect(wrong.json()).toMatchObject({ code: 'vote.rows', status: 422, problems: [{ path: '/2' }] });
    const row = ['柳园1栋', '柳园路1号', '"加装1台，<b>无障碍</b>"'];
    const sent = await send(csv([['点位名称', '地址', '建设内容'], row, ['柳园2栋', '=1+1', '']]));
    expect(sent.json()).toEqual({ added: 2 });
  });
});

describe('the public page', () => {
  const read = (at = '', accept = 'zh-CN') =>
    surface.app.inject({ method: 'GET', url: `/public/livelihood${at}`, headers: { 'accept-language': accept } });

  it('shows nothing of what is not published', async () => {
    expect((await read()).body).toContain('还没有公布');
    for (const at of ['', '/data.csv']) {
      expect((await read(`/${promise}${at}`)).json()).toMatchObject({ code: 'vote.notPublished', status: 404 });
    }
    const { payload, headers } = form({ words: '不实' });
    const url = `/public/livelihood/${promise}/objections`;
    expect((await surface.app.inject({ method: 'POST', url, payload, headers })).statusCode).toBe(404);
  });

  describe('of a published project', () => {
    beforeAll(async () => {
      await inTenant(program.services, system, ({ tx }) =>
        tx.run('update promise set published_at = now(), light = $3 where tenant = $1 and id = $2', [
          tenant,
          promise,
          'red',
        ]),
      );
    });

    it('is plain HTML in both languages: no script, no light, nothing unescaped', async () => {
      const { statusCode, headers, body } = await read(`/${promise}`);
      expect([statusCode, headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
      expect(body).toContain('<html lang="zh-CN">');
      for (const text of [
        '加装电梯',
        '完成 0/2 处',
        '人大代表票决：赞成 3，应到 3',
        '计划投资 3,200 万元',
        'tel:02012345678',
        '柳园路1号',
      ]) {
        expect(body).toContain(text);
      }
      expect(body).toContain('加装1台，&lt;b&gt;无障碍&lt;/b&gt;');
      expect(body).not.toMatch(/<script|<b>|亮灯/);
      expect(body.length).toBeLessThan(20_000);
      const english = await read(`/${promise}?lang=en`);
      expect(english.body).toContain('Chosen by deputies: 3 of 3 approved');
      expect((await read('', 'en')).body).toContain('Livelihood projects of 2026');
    });

    it('gives its data as csv with how it was computed, and no formula of a stranger', async () => {
      const { headers, body } = await read(`/${promise}/data.csv`);
      expect(headers['content-type']).toBe('text/csv; charset=utf-8');
      expect(body).toContain('完成处数 / sites completed,0/2,分子');
      expect(body).toContain(`"'=1+1"`.replaceAll('"', ''));
    });

    it('takes an objection from a form without a script, and answers with a page', async () => {
      const url = `/public/livelihood/${promise}/objections?lang=zh`;
      const { payload, headers } = form({ words: '2栋没有开工', who: '王女士' });
      const sent = await surface.app.inject({ method: 'POST', url, payload, headers });
      expect([sent.statusCode, sent.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
      expect(sent.body).toContain('已收到');
      const empty = await surface.app.inject({ method: 'POST', url, ...form({ words: ' ' }) });
      expect([empty.statusCode, empty.body.includes('没有提交')]).toEqual([400, true]);
      const row = await inTenant(program.services, system, ({ tx }) =>
        tx.one<{ words: string; who: string }>('select words, who::text as who from objection where tenant = $1', [
          tenant,
        ]),
      );
      expect(row?.words).toBe('2栋没有开工');
      expect(row?.who).not.toContain('王女士');
      // What was said stands on the page only with its answer.
      expect((await read(`/${promise}`)).body).not.toContain('2栋没有开工');
    });

    it('hands out photos of its sites and no other file', async () => {
      expect((await read(`/photos/${promise}`)).json()).toMatchObject({ code: 'file.unknown' });
    });
  });
});
