import { testDatabase } from '@huying/testing/database';
import { testProgram } from '@huying/testing/surface';
import { beforeAll, describe, expect, it } from 'vitest';
import { traceOf } from './failure.ts';

const { ask, person } = await testProgram(await testDatabase());
let cookie = '';
beforeAll(async () => {
  cookie = (await person('acceptor')).cookie;
});

const emoji = '😀'.repeat(262_145);

describe('what is wrong with a request is told as a problem, never as a page', () => {
  it.each([
    ['an address that is not there', 'GET', '/api/nothing', {}, 404, 'request.notFound'],
    [
      'a page for an API client',
      'GET',
      '/somewhere',
      { headers: { accept: 'application/json' } },
      404,
      'request.notFound',
    ],
    ['a method the address does not take', 'PUT', '/api/cases', { body: {} }, 405, 'request.method'],
    ['broken JSON', 'POST', '/api/cases', { body: '{"type": ' }, 400, 'request.json'],
    ['a poisoned prototype', 'POST', '/api/cases', { body: '{"__proto__": {"a": 1}}' }, 400, 'request.json'],
    ['a megabyte of emoji', 'POST', '/api/cases', { body: { type: emoji } }, 413, 'request.tooLarge'],
    ['JSON of a thousand levels', 'POST', '/api/cases', { body: '['.repeat(1000) }, 400, 'request.depth'],
    ['a character that cannot be kept', 'POST', '/api/cases', { body: { type: 'a\0b' } }, 400, 'request.characters'],
    ['the same in an address', 'GET', '/api/cases?q=a%00b', {}, 400, 'request.characters'],
    [
      'another media type',
      'POST',
      '/api/cases',
      { body: 'a=b', headers: { 'content-type': 'text/plain' } },
      415,
      'request.mediaType',
    ],
    ['an upload that is none', 'POST', '/api/files', { body: {} }, 415, 'request.mediaType'],
    [
      'a field that is not known',
      'POST',
      '/api/cases',
      { body: { type: 'ticket', fields: {}, x: 1 } },
      400,
      'request.invalid',
    ],
    ['a query that is not known', 'GET', '/api/cases?surprise=1', {}, 400, 'request.invalid'],
    ['a number that is none', 'GET', '/api/cases?limit=many', {}, 400, 'request.invalid'],
    ['an id that is none', 'GET', "/api/cases/1'%20or%201=1", {}, 400, 'request.invalid'],
    ['a broken address', 'GET', '/api/cases/%zz', {}, 400, 'request.malformed'],
    [
      'a key that is none',
      'POST',
      '/api/cases',
      { body: { type: 'ticket', fields: {} }, headers: { 'idempotency-key': 'a b' } },
      400,
      'ledger.keyInvalid',
    ],
  ] as const)('%s', async (_what, method, url, asking, status, code) => {
    const answer = await ask(method, url, { cookie, ...asking });
    expect([answer.status, answer.json]).toMatchObject([status, { code, status }]);
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
  });

  it('a version that is none', async () => {
    const url = '/api/cases/019a0000-0000-7000-8000-000000000000/actions/sign';
    const { json } = await ask('POST', url, { cookie, body: {}, headers: { 'if-match': 'latest' } });
    expect(json).toMatchObject({ code: 'request.version' });
  });

  it('names the methods an address does take', async () => {
    const { headers } = await ask('DELETE', '/api/cases', { cookie });
    expect(headers.allow).toBe('GET, HEAD, POST');
  });
});

describe('a problem is told in the language asked for', () => {
  it.each([
    ['zh-CN,zh;q=0.9,en;q=0.8', '没有这个地址。'],
    ['en-GB,en;q=0.9', 'There is nothing at this address.'],
    ['fr', '没有这个地址。'],
  ])('%s', async (language, detail) => {
    const { json, headers } = await ask('GET', '/api/nothing', { headers: { 'accept-language': language } });
    expect(json).toMatchObject({ detail });
    expect(headers['content-language']).toBe(language.startsWith('en') ? 'en' : 'zh');
  });

  it('which is the account’s own where the request names none', async () => {
    const english = (await person('acceptor', { locale: 'en' })).cookie;
    const { json } = await ask('GET', '/api/users', { cookie: english });
    expect(json).toMatchObject({ detail: expect.stringMatching(/^The post you act in/) });
  });
});

it('what is logged of a failure holds nothing anyone typed', () => {
  const error = new Error('invalid input syntax for type uuid: "13800138000"');
  const { failure, trace } = traceOf(error);
  expect(failure).toBe('Error: invalid input syntax for type uuid: "…"');
  expect(trace.join()).not.toContain('13800138000');
});
