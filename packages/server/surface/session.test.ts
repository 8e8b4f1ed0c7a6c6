import { silentLog } from '@huying/server/db';
import { testDatabase } from '@huying/testing/database';
import { testPassword } from '@huying/testing/org';
import { testProgram } from '@huying/testing/surface';
import { afterAll, describe, expect, it } from 'vitest';
import { buildSurface } from './surface.ts';

const { ask, person, program } = await testProgram(await testDatabase());

describe('signing in', () => {
  it('gives a cookie that scripts cannot read and other sites cannot send', async () => {
    const { actor } = await person('acceptor');
    const { headers, json } = await ask('POST', '/api/sessions', {
      body: { name: actor.name, password: testPassword },
    });
    expect(headers['set-cookie']).toMatch(/^huying_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/);
    expect(json).toMatchObject({
      me: {
        account: { name: actor.name },
        district: { code: '440199' },
        post: actor.post,
        posts: [{ roleName: { zh: '受理员' } }],
      },
    });
  });

  it('gives one that travels over TLS only where the proxy before us has it', async () => {
    const { actor } = await person('acceptor');
    const { headers } = await ask('POST', '/api/sessions', {
      body: { name: actor.name, password: testPassword },
      headers: { 'x-forwarded-proto': 'https' },
    });
    expect(headers['set-cookie']).toContain('; Secure');
    expect(headers['strict-transport-security']).toBeDefined();
  });

  it('with a wrong password tells nothing about the account', async () => {
    const { actor } = await person('acceptor');
    const wrong = await ask('POST', '/api/sessions', { body: { name: actor.name, password: 'no' } });
    const unknown = await ask('POST', '/api/sessions', { body: { name: 'nobody-at-all', password: 'no' } });
    expect(wrong.json).toEqual(unknown.json);
    expect(wrong.status).toBe(401);
    expect(wrong.headers['set-cookie']).toBeUndefined();
  });

  it('ends with signing out: the cookie is worthless from then on', async () => {
    const { cookie } = await person('acceptor');
    expect((await ask('DELETE', '/api/sessions/current', { cookie })).status).toBe(204);
    expect((await ask('GET', '/api/me', { cookie })).status).toBe(401);
  });
});

describe('the sign-in page', () => {
  const asked = async (query = '') => (await ask('GET', `/api/sessions/district${query}`)).json;

  it('names the only district there is, and the one its address chose, before anybody is signed in', async () => {
    const only = { district: { code: '440199', name: { zh: '清江区' } } };
    expect(await asked()).toMatchObject(only);
    expect(await asked('?district=440199')).toMatchObject(only);
    expect(await asked('?district=999999')).toEqual({ district: null });
  });
});

describe('one’s own account', () => {
  it('lists where one is signed in, and ends another session at once', async () => {
    const { cookie, actor } = await person('acceptor');
    const other = await ask('POST', '/api/sessions', { body: { name: actor.name, password: testPassword } });
    const cookieThere = String(other.headers['set-cookie']).split(';')[0];
    const list = (await ask('GET', '/api/me/sessions', { cookie })).json as { id: string; current: boolean }[];
    const there = list.find(({ current }) => !current);
    expect(list).toHaveLength(2);
    expect((await ask('DELETE', `/api/me/sessions/${there?.id}`, { cookie })).json).toEqual({ ended: true });
    expect((await ask('GET', '/api/me', { cookie: cookieThere })).status).toBe(401);
  });

  it('refuses a post that is somebody else’s', async () => {
    const { cookie } = await person('acceptor');
    const other = await person('dispatcher');
    const { json } = await ask('PUT', '/api/me/post', { cookie, body: { post: other.actor.post } });
    expect(json).toMatchObject({ code: 'org.postUnknown' });
  });
});

describe('too many tries', () => {
  const built = buildSurface(
    { ...program.services, log: silentLog },
    {
      version: '0.0.0',
      pages: '/nowhere',
      routes: [],
      allowances: { signIn: { atOnce: 2, every: 60_000 } },
    },
  );
  afterAll(async () => (await built).close());

  it('from one address are told to wait, and how long', async () => {
    const { app } = await built;
    const tried = () =>
      app.inject({
        method: 'POST',
        url: '/api/sessions',
        headers: { 'x-huying': '1' },
        payload: { name: 'nobody', password: 'x' },
      });
    expect((await tried()).statusCode).toBe(401);
    expect((await tried()).statusCode).toBe(401);
    const third = await tried();
    expect(third.json()).toMatchObject({ code: 'access.tooMany', params: { seconds: expect.any(Number) } });
    expect(Number(third.headers['retry-after'])).toBeGreaterThan(0);
  });
});
