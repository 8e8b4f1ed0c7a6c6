import { testDatabase } from '@huying/testing/database';
import { testProgram } from '@huying/testing/surface';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Route } from './route.ts';

const { surface, ask, person, newcomer } = await testProgram(await testDatabase());
const { routes } = surface;
const guarded = routes.filter(({ access }) => access !== 'open');
const writes = routes.filter(({ method, path }) => method !== 'GET' && path.startsWith('/api/'));

/** An address the route answers to. */
const addressOf = ({ path }: Route) => path.replaceAll(/:\w+/g, '019a0000-0000-7000-8000-000000000000');
const named = (list: readonly Route[]) =>
  list.map((route): [string, Route] => [`${route.method} ${route.path}`, route]);
const bodyOf = ({ method }: Route) => (method === 'GET' ? {} : { body: {} });

describe('the doors', () => {
  it('that are open to everybody are these and no others', () => {
    const open = routes.filter(({ access }) => access === 'open').map(({ method, path }) => `${method} ${path}`);
    expect(open.sort()).toEqual([
      'GET /api/docs',
      'GET /api/openapi.json',
      'GET /api/sessions/district',
      'GET /health',
      'GET /metrics',
      'GET /public/livelihood',
      'GET /public/livelihood/:id',
      'GET /public/livelihood/:id/data.csv',
      'GET /public/livelihood/photos/:id',
      'GET /public/targets/:year',
      'POST /api/sessions',
      'POST /public/follow',
      'POST /public/follow/codes',
      'POST /public/livelihood/:id/objections',
      'POST /public/promises/:id/objections',
    ]);
  });

  it.each(named(guarded))('%s is closed to who has not signed in', async (_name, route) => {
    const { status, headers, json } = await ask(route.method, addressOf(route), bodyOf(route));
    expect(status).toBe(401);
    expect(headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(json).toMatchObject({ code: 'identity.sessionEnded', status: 401 });
  });

  describe('to someone signed in', () => {
    let cookie = '';
    beforeAll(async () => {
      cookie = (await person('dispatcher')).cookie;
    });

    it.each(named(writes))('%s refuses a request that lacks the header of our pages', async (_name, route) => {
      const { status, json } = await ask(route.method, addressOf(route), { ...bodyOf(route), cookie, bare: true });
      expect([status, json]).toMatchObject([403, { code: 'access.header' }]);
    });
  });

  describe('to someone whose first password was not changed', () => {
    let cookie = '';
    beforeAll(async () => {
      cookie = await newcomer();
    });

    it.each(named(routes.filter(({ access }) => access === 'district')))('%s is closed', async (_name, route) => {
      const { status, json } = await ask(route.method, addressOf(route), { ...bodyOf(route), cookie });
      expect([status, json]).toMatchObject([403, { code: 'identity.mustChangePassword' }]);
    });

    it('who they are is told, so that the page can ask for a new one', async () => {
      const { status, json } = await ask('GET', '/api/me', { cookie });
      expect([status, json]).toMatchObject([200, { account: { mustChangePassword: true } }]);
    });
  });
});
