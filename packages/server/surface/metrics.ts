import { timingSafeEqual } from 'node:crypto';
import { HuyingError } from '@huying/kit/error';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { nextTimer } from '../clock/index.ts';
import { listTenants, withTenant } from '../tenant/index.ts';
import { outboxLateness } from './health.ts';
import { openRoute, type Route } from './route.ts';
import { outboxWaiting } from './store.ts';
import type { SurfaceServices } from './surface-services.ts';

export interface Metrics {
  observe(method: string, route: string, status: number, seconds: number): void;
  routes(token: string | undefined): Route[];
  close(): void;
}

/** Figures of operation in Prometheus' format, each read when it is asked for. */
export function metricsOf(services: SurfaceServices): Metrics {
  const { db, now } = services;
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry, prefix: 'huying_' });
  const durations = new Histogram({
    name: 'huying_http_request_seconds',
    help: 'Time until the answer was sent, by route.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers,
  });
  const requests = new Counter({
    name: 'huying_http_requests_total',
    help: 'Requests answered, by class of status.',
    labelNames: ['class'],
    registers,
  });
  const gauge = (name: string, help: string, read: () => Promise<number> | number) =>
    new Gauge({
      name,
      help,
      registers,
      async collect() {
        // What cannot be read now has no figure, not yesterday's.
        this.set(await Promise.resolve(read()).catch(() => Number.NaN));
      },
    });
  gauge('huying_database_connections', 'Connections open to the database.', () => db.pool.totalCount);
  gauge('huying_database_connections_idle', 'Connections open and unused.', () => db.pool.idleCount);
  gauge('huying_database_connections_waiting', 'Requests waiting for a connection.', () => db.pool.waitingCount);
  gauge('huying_outbox_waiting', 'Messages waiting to be sent, all districts.', () => overDistricts(outboxWaiting));
  gauge('huying_outbox_late_seconds', 'How long the message waiting longest is overdue.', () =>
    outboxLateness(services),
  );
  gauge('huying_timers_late_seconds', 'How long the clock waiting longest is overdue.', timerLateness);

  async function overDistricts(count: typeof outboxWaiting): Promise<number> {
    let sum = 0;
    for (const { code } of await listTenants(db)) sum += await withTenant(db, code, (tx) => count(tx, code));
    return sum;
  }

  async function timerLateness(): Promise<number> {
    let late = 0;
    for (const { code } of await listTenants(db)) {
      const at = await withTenant(db, code, (tx) => nextTimer(tx, code));
      if (at !== null) late = Math.max(late, (now() - at) / 1000);
    }
    return late;
  }

  return {
    observe(method, route, status, seconds) {
      durations.observe({ method, route, status }, seconds);
      requests.inc({ class: `${Math.floor(status / 100)}xx` });
    },
    routes: (token) => [
      openRoute(
        {
          method: 'GET',
          path: '/metrics',
          name: 'operation.metrics',
          group: 'operation',
          summary: { zh: '运行数据', en: 'Figures of operation' },
          answer: 'text/plain',
        },
        async ({ address, request, reply }) => {
          if (!isHere(address) && !holds(request.headers.authorization, token)) throw new HuyingError('access.metrics');
          reply.type(registry.contentType);
          return registry.metrics();
        },
      ),
    ],
    close: () => registry.clear(),
  };
}

function isHere(address: string): boolean {
  return /^(127\.|::1$|::ffff:127\.)/.test(address);
}

function holds(header: string | undefined, token: string | undefined): boolean {
  if (token === undefined || token === '' || header === undefined) return false;
  const [given, wanted] = [Buffer.from(header), Buffer.from(`Bearer ${token}`)];
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}
