import { describe, expect, it } from 'vitest';
import { createClient, isRefusal, isUncertain, placesByField, Refusal, Unreachable } from './index.ts';

interface Asked {
  readonly path: string;
  readonly init: RequestInit;
}

function clientThat(answer: () => Response | Promise<Response>) {
  const asked: Asked[] = [];
  let signedOut = 0;
  const client = createClient({
    fetch: async (path, init) => {
      asked.push({ path, init });
      return answer();
    },
    locale: () => 'zh',
    onSignedOut: () => {
      signedOut += 1;
    },
  });
  return { client, asked, signedOut: () => signedOut };
}

const problem = (status: number, body: object) =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/problem+json' } });

async function errorOf(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => undefined,
    (error: unknown) => error,
  );
}

describe('the client', () => {
  it('sends a write with its key, the version looked at and the mark that no foreign page can set', async () => {
    const { client, asked } = clientThat(() => Response.json({ id: '1' }));
    expect(await client.write('POST', '/api/cases/1/actions/sign', {}, { key: 'k', version: 7 })).toEqual({ id: '1' });
    expect(asked[0]?.init.headers).toEqual({
      accept: 'application/json',
      'accept-language': 'zh',
      'content-type': 'application/json',
      'x-huying': '1',
      'idempotency-key': 'k',
      'if-match': '"7"',
    });
    expect(asked[0]?.init.body).toBe('{}');
  });

  it('sends a file as a form does, with the mark that no foreign page can set', async () => {
    const { client, asked } = clientThat(() => Response.json({ added: 3 }));
    expect(await client.sendFile('/api/sheet', new File(['a'], '点位.csv'))).toEqual({ added: 3 });
    expect(asked[0]?.init.headers).toEqual({ accept: 'application/json', 'accept-language': 'zh', 'x-huying': '1' });
    const sent = asked[0]?.init.body;
    expect(sent instanceof FormData && (sent.get('file') as File).name).toBe('点位.csv');
  });

  it('tells the name that the server gives a file', async () => {
    const disposition = "attachment; filename*=UTF-8''%E6%9C%88%E6%8A%A5.xlsx";
    const named = clientThat(() => new Response('a', { headers: { 'content-disposition': disposition } }));
    const { name, content } = await named.client.file('/api/book');
    expect([name, await content.text()]).toEqual(['月报.xlsx', 'a']);
    const nameless = clientThat(() => new Response('a'));
    expect((await nameless.client.file('/api/book')).name).toBeUndefined();
  });

  it('leaves what is not asked for out of the query', async () => {
    const { client, asked } = clientThat(() => Response.json([]));
    await client.read('/api/cases', { worklist: 'mine', q: '井盖 &', cursor: undefined, filter: '', limit: 50 });
    expect(asked[0]?.path).toBe('/api/cases?worklist=mine&q=%E4%BA%95%E7%9B%96+%26&limit=50');
  });

  it('tells a refusal by its code, its sentence, what to do and each place', async () => {
    const { client } = clientThat(() =>
      problem(422, {
        code: 'case.asked',
        detail: '派单的表单有 1 处不符合要求。',
        remedy: '请改正。',
        params: { count: 1, odd: { no: 'object' } },
        problems: [{ path: '/asked/unit', detail: '请填写主办单位。' }],
      }),
    );
    const error = await errorOf(client.write('POST', '/api/x', {}));
    expect(isRefusal(error, 'case.asked')).toBe(true);
    expect(error).toMatchObject({
      status: 422,
      detail: '派单的表单有 1 处不符合要求。',
      remedy: '请改正。',
      params: { count: 1 },
      places: [{ path: '/asked/unit', detail: '请填写主办单位。' }],
    });
  });

  it('calls a page of HTML from a proxy a refusal without a code', async () => {
    const { client } = clientThat(() => new Response('<html>502</html>', { status: 502 }));
    const error = await errorOf(client.read('/api/me'));
    expect(error).toMatchObject({ status: 502, code: '', detail: '' });
    expect(isUncertain(error)).toBe(true);
  });

  it('says when the session has ended, and only then', async () => {
    const ended = clientThat(() => problem(401, { code: 'identity.sessionEnded' }));
    await errorOf(ended.client.read('/api/me'));
    expect(ended.signedOut()).toBe(1);
    const refused = clientThat(() => problem(401, { code: 'identity.signInRefused' }));
    await errorOf(refused.client.write('POST', '/api/sessions', {}));
    expect(refused.signedOut()).toBe(0);
  });

  it('tells a dead line from a refusal: only then it is uncertain whether the request took effect', async () => {
    const { client } = clientThat(() => Promise.reject(new TypeError('Failed to fetch')));
    const error = await errorOf(client.write('POST', '/api/cases', {}));
    expect(error).toBeInstanceOf(Unreachable);
    expect(isUncertain(error)).toBe(true);
    expect(isUncertain(new Refusal(409, {}))).toBe(false);
  });
});

describe('refused places', () => {
  it('stand beside the field they name, the first one of each', () => {
    expect(
      placesByField([
        { path: '/asked/unit', detail: 'a' },
        { path: '/unit', detail: 'b' },
        { path: '/fields/before/2', detail: 'c' },
        { path: '/a~1b~0c', detail: 'd' },
        { path: '', detail: 'e' },
      ]),
    ).toEqual({ unit: 'a', before: 'c', 'a/b~c': 'd' });
  });
});
