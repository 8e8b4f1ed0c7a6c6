import { statfs } from 'node:fs/promises';
import Type from 'typebox';
import { appliedMigrations, huyingHome, knownMigrations } from '../db/index.ts';
import { nextDue } from '../ledger/index.ts';
import { listTenants, withTenant } from '../tenant/index.ts';
import { openRoute, type Route } from './route.ts';
import type { SurfaceServices } from './surface-services.ts';

export interface Health {
  readonly services: SurfaceServices;
  readonly version: string;
}

const check = (more: Record<string, ReturnType<typeof Type.Number>>) => Type.Object({ ok: Type.Boolean(), ...more });

const answer = Type.Object({
  status: Type.Union([Type.Literal('ok'), Type.Literal('failing')]),
  version: Type.String(),
  checks: Type.Object({
    database: check({ milliseconds: Type.Number() }),
    migrations: check({ applied: Type.Number(), known: Type.Number() }),
    disk: check({ freeMegabytes: Type.Number() }),
    outbox: check({ lateSeconds: Type.Number() }),
  }),
});

/** Below this the database may soon be unable to write. */
const leastFree = 200;
/** A message that should have left so long ago says that nobody is sending. */
const latestSending = 600;

/** Whether the program can do its work: 200 or 503, for load balancers and watch programs. */
export function healthRoutes({ services, version }: Health): Route[] {
  return [
    openRoute(
      {
        method: 'GET',
        path: '/health',
        name: 'operation.health',
        group: 'operation',
        summary: { zh: '运行状况', en: 'Whether all is well' },
        answer,
      },
      async ({ reply }) => {
        const checks = await checksOf(services);
        const well = Object.values(checks).every(({ ok }) => ok);
        reply.code(well ? 200 : 503);
        return { status: well ? 'ok' : 'failing', version, checks };
      },
    ),
  ];
}

async function checksOf(services: SurfaceServices) {
  const started = performance.now();
  const applied = await appliedMigrations(services.db).catch(() => undefined);
  const milliseconds = Math.round(performance.now() - started);
  const known = knownMigrations().length;
  const disk = await statfs(huyingHome()).catch(() => undefined);
  const freeMegabytes = disk === undefined ? 0 : Math.floor((disk.bavail * disk.bsize) / 1_048_576);
  const late = applied === undefined ? 0 : await outboxLateness(services).catch(() => 0);
  return {
    database: { ok: applied !== undefined, milliseconds },
    migrations: { ok: applied?.length === known, applied: applied?.length ?? 0, known },
    disk: { ok: disk === undefined || freeMegabytes >= leastFree, freeMegabytes },
    outbox: { ok: late < latestSending, lateSeconds: late },
  };
}

/** Seconds since the message waiting longest was due; 0 with none. */
export async function outboxLateness({ db, now }: SurfaceServices): Promise<number> {
  let late = 0;
  for (const { code } of await listTenants(db)) {
    const due = await withTenant(db, code, (tx) => nextDue(tx, code));
    if (due !== undefined) late = Math.max(late, (now() - due) / 1000);
  }
  return Math.max(0, Math.round(late));
}
