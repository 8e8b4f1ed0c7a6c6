import { existsSync } from 'node:fs';
import cookie from '@fastify/cookie';
import multipart from '@fastify/multipart';
import { HuyingError } from '@huying/kit/error';
import Fastify, { type FastifyInstance } from 'fastify';
import { type Allowances, allowances } from './allowance.ts';
import { eventRoute } from './event-stream.ts';
import { foreseen, handlerSeconds, largestJson } from './failure.ts';
import { setHeaders } from './headers.ts';
import { type Health, healthRoutes } from './health.ts';
import { parseJson } from './input.ts';
import { languageOf } from './language.ts';
import { metricsOf } from './metrics.ts';
import { documentRoutes } from './openapi/document-routes.ts';
import { servePages, startPage } from './pages.ts';
import { rawProblem, sendProblem } from './problem-reply.ts';
import type { Route } from './route.ts';
import { addRoute } from './route-guard.ts';
import { sessionRoutes } from './routes/session-routes.ts';
import type { SurfaceOptions, SurfaceServices } from './surface-services.ts';

export interface Surface {
  readonly app: FastifyInstance;
  /** Every route of ours, partners' aside. */
  readonly routes: readonly Route[];
  /** Every address that answers: partners' and the pages' too. */
  readonly addresses: readonly { readonly method: string; readonly path: string }[];
  /** Listens; answers the address. @throws request.port */
  listen(at: { readonly host: string; readonly port: number }): Promise<string>;
  /** Takes no more requests, lets those under way finish, ends the streams. */
  close(): Promise<void>;
}

const uploadLimit = 50 * 1024 * 1024;

/** The program's doors over HTTP: built from routes as data, so that what is documented is what is there. */
export async function buildSurface(services: SurfaceServices, options: SurfaceOptions): Promise<Surface> {
  const { log } = services;
  let closing = false;
  const app = Fastify({
    logger: false,
    bodyLimit: largestJson,
    requestTimeout: 120_000,
    handlerTimeout: handlerSeconds * 1000,
    return503OnClosing: false,
    requestIdHeader: false,
    genReqId: () => services.id(),
    exposeHeadRoutes: false,
    trustProxy: options.trustedProxies ?? 'loopback',
    routerOptions: { maxParamLength: 200 },
    ajv: { customOptions: { coerceTypes: false, removeAdditional: false } },
    clientErrorHandler: (error, socket) => {
      const late = error.code === 'ERR_HTTP_REQUEST_TIMEOUT';
      const told = new HuyingError(late ? 'request.timeout' : 'request.malformed');
      if (socket.writable && error.code !== 'ECONNRESET') socket.end(rawProblem(told, 'zh'));
      else socket.destroy();
    },
    frameworkErrors: (_error, request, reply) => {
      setHeaders(request, reply);
      return sendProblem(reply, new HuyingError('request.malformed'), languageOf(request.headers['accept-language']));
    },
  });
  const addresses: { method: string; path: string }[] = [];
  app.addHook('onRoute', ({ method, url }) => {
    for (const one of [method].flat()) addresses.push({ method: one, path: url });
  });
  app.decorateRequest('locale', 'zh');
  const metrics = metricsOf(services);
  const buckets: Allowances = allowances(services.now);

  app.addHook('onRequest', async (request, reply) => {
    request.locale = languageOf(request.headers['accept-language']);
    setHeaders(request, reply);
    if (closing) throw new HuyingError('request.closing');
    if (/%00/.test(request.url)) throw new HuyingError('request.characters');
  });
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'unknown';
    const milliseconds = Math.round(reply.elapsedTime * 10) / 10;
    metrics.observe(request.method, route, reply.statusCode, reply.elapsedTime / 1000);
    // The pattern of the address, never the address: that one may hold a person's number.
    const fields = { request: request.id, method: request.method, route, status: reply.statusCode, milliseconds };
    log.info(fields, 'Answered.');
  });
  app.setErrorHandler((error, request, reply) => {
    const told = foreseen(error, request.id, log);
    if (reply.raw.headersSent) return reply.raw.destroy();
    return sendProblem(reply, told, request.locale);
  });

  readJsonOnly(app);
  await app.register(cookie);
  await app.register(multipart, {
    limits: { fileSize: uploadLimit, files: 1, fields: 10, parts: 12, headerPairs: 50 },
  });

  const health: Health = { services, version: options.version };
  const events = eventRoute(services, options);
  const own: Route[] = [...sessionRoutes(services, options), ...options.routes, events.route, ...healthRoutes(health)];
  own.push(...metrics.routes(options.metricsToken));
  own.push(
    ...documentRoutes(options.version, () => [...own, ...(options.partners ?? []).flatMap((door) => door.faces)]),
  );
  for (const route of own) addRoute(app, services, route, { buckets, rules: options.allowances ?? {} });
  for (const partner of options.partners ?? []) partner.register(app);

  const built = existsSync(`${options.pages}/index.html`);
  if (built) await servePages(app, options.pages);
  app.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?')[0] ?? '';
    const allowed = methodsAt(own, path);
    if (allowed.length > 0 && !allowed.includes(request.method)) {
      throw new HuyingError('request.method', { method: request.method, allowed: allowed.join(', ') });
    }
    const page = startPage(request, built, options.pages);
    if (page === undefined) throw new HuyingError('request.notFound');
    return reply.code(page.status).headers(page.headers).send(page.html);
  });

  return {
    app,
    routes: own,
    addresses,
    async listen({ host, port }) {
      try {
        return await app.listen({ host, port });
      } catch (error) {
        const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
        throw Object.assign(new HuyingError('request.port', { host, port, reason }), { cause: error });
      }
    },
    async close() {
      closing = true;
      events.close();
      await app.close();
      metrics.close();
    },
  };
}

function readJsonOnly(app: FastifyInstance): void {
  const secure = app.getDefaultJsonParser('error', 'error');
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(
    'application/json',
    { parseAs: 'string' },
    async (request: unknown, text: string | Buffer) => {
      const body = String(text);
      if (body === '') return undefined;
      return parseJson(body, (one) => {
        let parsed: unknown;
        secure(request as never, one, (error, value) => {
          if (error !== null) throw error;
          parsed = value;
        });
        return parsed;
      });
    },
  );
}

function methodsAt(routes: readonly Route[], path: string): string[] {
  const found = routes.filter((route) => patternOf(route.path).test(path)).flatMap(({ method }) => verbsOf(method));
  return [...new Set(found)];
}

const verbsOf = (method: Route['method']) => (method === 'GET' ? ['GET', 'HEAD'] : [method]);

const patterns = new Map<string, RegExp>();

function patternOf(path: string): RegExp {
  let pattern = patterns.get(path);
  if (pattern === undefined) {
    pattern = new RegExp(`^${path.replaceAll('.', '\\.').replaceAll(/:\w+/g, '[^/]+')}$`);
    patterns.set(path, pattern);
  }
  return pattern;
}
