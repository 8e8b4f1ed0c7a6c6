import { HuyingError, type Locale } from '@huying/kit/error';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import Type from 'typebox';
import { actorOf, resolveSession, type Session } from '../identity/index.ts';
import { type Capacity, checkInput } from '../ledger/index.ts';
import { type AllowanceRule, type Allowances, senderOf } from './allowance.ts';
import { readTexts } from './input.ts';
import { languageOf } from './language.ts';
import type { Allowance, Route } from './route.ts';
import { tokenOf } from './session-cookie.ts';
import type { SurfaceServices } from './surface-services.ts';

declare module 'fastify' {
  interface FastifyRequest {
    locale: Locale;
  }
}

/**
 * Offices share one address, so these leave room for a morning's sign-ins; single accounts are locked by identity after five wrong
 * tries. The public's doors send messages that cost money.
 */
const defaultRules: Readonly<Record<Allowance, AllowanceRule>> = {
  signIn: { atOnce: 60, every: 1_000 },
  open: { atOnce: 20, every: 5_000 },
  // A page with its photos, for everybody behind one address of a mobile network.
  read: { atOnce: 300, every: 100 },
};

interface Watch {
  readonly buckets: Allowances;
  readonly rules: Partial<Readonly<Record<Allowance, AllowanceRule>>>;
}

const nothing = Type.Object({}, { additionalProperties: false });

/** Puts a route behind its guard: who asks, from where, how often, with what; only then it runs. */
export function addRoute(app: FastifyInstance, services: SurfaceServices, route: Route, watch: Watch): void {
  const sessions = new WeakMap<FastifyRequest, Session>();
  app.route({
    method: route.method === 'GET' && route.endless !== true ? ['GET', 'HEAD'] : route.method,
    url: route.path,
    ...(route.endless === true ? { handlerTimeout: 2_147_483_647 } : {}),
    onRequest: async (request) => {
      if (route.allowance !== undefined) {
        const rule = watch.rules[route.allowance] ?? defaultRules[route.allowance];
        watch.buckets.take(rule, `${route.allowance} ${senderOf(request.ip)}`);
      }
      if (route.access !== 'open') {
        const session = await resolveSession(services, tokenOf(request));
        sessions.set(request, session);
        request.locale = languageOf(request.headers['accept-language'], session.account.locale);
      }
      // Other sites' pages can make a browser send its cookie, but not this header. Only `/api` looks at the cookie.
      if (route.method !== 'GET' && route.path.startsWith('/api/') && request.headers['x-huying'] !== '1') {
        throw new HuyingError('access.header');
      }
      if (route.access === 'district') capacityOf(sessions.get(request), request.locale);
    },
    handler: async (request, reply) => {
      const session = sessions.get(request);
      const params = readTexts(route.params, request.params ?? {});
      const query = readTexts(route.query, request.query ?? {});
      checkInput(route.params ?? nothing, params);
      checkInput(route.query ?? nothing, query);
      if (route.body !== 'multipart') checkBody(route, request.body);
      const answer = await route.run({
        params,
        query,
        body: request.body,
        locale: request.locale,
        address: request.ip,
        session,
        capacity: route.access === 'district' ? capacityOf(session, request.locale) : undefined,
        request,
        reply,
      });
      if (reply.sent || route.endless === true) return reply;
      if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
      if (answer === undefined) return reply.code(204).send();
      return reply.send(answer);
    },
  });
}

function checkBody({ body }: Route, given: unknown): void {
  if (body === undefined || body === 'multipart') {
    if (given !== undefined) checkInput(nothing, given);
    return;
  }
  // A write without a body where all is optional is an empty one.
  checkInput(body, given ?? {});
}

function capacityOf(session: Session | undefined, locale: Locale): Capacity {
  if (session === undefined) throw new HuyingError('identity.sessionEnded');
  return { ...actorOf(session), locale };
}
