import Type from 'typebox';
import {
  changePassword,
  confirmCode,
  endSession,
  enrolCode,
  listSessions,
  revokeSession,
  signIn,
} from '../../identity/index.ts';
import { chooseActingPost } from '../../org/index.ts';
import { districtAnswer, meAnswer, meOf } from '../me.ts';
import { askedDistrict } from '../public-district.ts';
import { openRoute, type Route, sessionRoute } from '../route.ts';
import { giveToken, takeToken } from '../session-cookie.ts';
import type { SurfaceOptions, SurfaceServices } from '../surface-services.ts';

const closed = { additionalProperties: false } as const;
const secret = Type.String({ maxLength: 512 });
const code = Type.String({ maxLength: 12 });
const district = Type.String({ maxLength: 16 });
const uuid = Type.String({ format: 'uuid', pattern: '^[0-9a-f-]{36}$' });

/** Signing in and out, who one is, and what one does to one's own account. */
export function sessionRoutes(services: SurfaceServices, { unread }: Pick<SurfaceOptions, 'unread'>): Route[] {
  const me = (session: Parameters<typeof meOf>[1]) => meOf(services, session, unread);
  return [
    openRoute(
      {
        method: 'POST',
        path: '/api/sessions',
        name: 'session.signIn',
        group: 'session',
        summary: { zh: '登录', en: 'Sign in' },
        allowance: 'signIn',
        body: Type.Object(
          {
            name: Type.String({ maxLength: 200 }),
            password: secret,
            code: Type.Optional(code),
            district: Type.Optional(district),
          },
          closed,
        ),
        answer: Type.Object({ me: meAnswer }),
      },
      async ({ body, address, request, reply }) => {
        const { token, session } = await signIn(services, { ...body, address });
        const acting =
          session.district === null ? session : await chooseActingPost(services, session, session.district);
        giveToken(request, reply, token);
        return { me: await me(acting) };
      },
    ),
    openRoute(
      {
        method: 'GET',
        path: '/api/sessions/district',
        name: 'session.district',
        group: 'session',
        summary: { zh: '要登录的是哪个区县', en: 'Which district one is about to sign in to' },
        allowance: 'read',
        query: Type.Object({ district: Type.Optional(district) }, closed),
        answer: Type.Object({ district: Type.Union([districtAnswer, Type.Null()]) }),
      },
      async ({ query }) => ({ district: await askedDistrict(services.db, query.district) }),
    ),
    sessionRoute(
      {
        method: 'DELETE',
        path: '/api/sessions/current',
        name: 'session.signOut',
        group: 'session',
        summary: { zh: '退出登录', en: 'Sign out' },
      },
      async ({ session, request, reply }) => {
        await endSession(services, session);
        takeToken(request, reply);
        return undefined;
      },
    ),
    sessionRoute(
      {
        method: 'GET',
        path: '/api/me',
        name: 'session.me',
        group: 'session',
        summary: { zh: '我是谁、在哪个区、有哪些岗位', en: 'Who I am, in which district, with which posts' },
        answer: meAnswer,
      },
      ({ session }) => me(session),
    ),
    sessionRoute(
      {
        method: 'PUT',
        path: '/api/me/post',
        name: 'session.choosePost',
        group: 'session',
        summary: { zh: '选择区县和岗位', en: 'Choose the district and post to act in' },
        body: Type.Object({ district: Type.Optional(district), post: Type.Optional(uuid) }, closed),
        answer: meAnswer,
      },
      async ({ session, body }) => {
        const to = body.district ?? session.district ?? '';
        return me(await chooseActingPost(services, session, to, body.post));
      },
    ),
    sessionRoute(
      {
        method: 'POST',
        path: '/api/me/password',
        name: 'session.changePassword',
        group: 'session',
        summary: { zh: '修改密码', en: 'Change the password' },
        body: Type.Object({ current: secret, next: secret }, closed),
        answer: meAnswer,
      },
      async ({ session, body }) => me(await changePassword(services, session, body)),
    ),
    sessionRoute(
      {
        method: 'POST',
        path: '/api/me/totp',
        name: 'session.enrolCode',
        group: 'session',
        summary: { zh: '开始绑定动态验证码', en: 'Begin to set up one-time codes' },
        answer: Type.Object({ address: Type.String() }),
      },
      ({ session }) => enrolCode(services, session, '呼应 Huying'),
    ),
    sessionRoute(
      {
        method: 'PUT',
        path: '/api/me/totp',
        name: 'session.confirmCode',
        group: 'session',
        summary: { zh: '确认动态验证码', en: 'Confirm one-time codes' },
        body: Type.Object({ code }, closed),
        answer: meAnswer,
      },
      async ({ session, body }) => me(await confirmCode(services, session, body.code)),
    ),
    sessionRoute(
      {
        method: 'GET',
        path: '/api/me/sessions',
        name: 'session.list',
        group: 'session',
        summary: { zh: '我的登录', en: 'Where I am signed in' },
        answer: Type.Array(
          Type.Object({
            id: uuid,
            current: Type.Boolean(),
            createdAt: Type.Integer(),
            lastSeenAt: Type.Integer(),
            endsAt: Type.Integer(),
          }),
        ),
      },
      async ({ session }) => {
        const living = await listSessions(services, session.account.id);
        return living.map(({ id, createdAt, lastSeenAt, endsAt }) => {
          return { id, current: id === session.id, createdAt, lastSeenAt, endsAt };
        });
      },
    ),
    sessionRoute(
      {
        method: 'DELETE',
        path: '/api/me/sessions/:id',
        name: 'session.revoke',
        group: 'session',
        summary: { zh: '结束我的一次登录', en: 'End one of my sessions' },
        params: Type.Object({ id: uuid }, closed),
        answer: Type.Object({ ended: Type.Boolean() }),
      },
      async ({ session, params }) => ({ ended: await revokeSession(services, session.account.id, params.id) }),
    ),
  ];
}
