import { randomUUID } from 'node:crypto';
import type { Locale } from '@huying/kit/error';
import { type Db, silentLog } from '@huying/server/db';
import { openReadyAccount } from '@huying/server/identity';
import { type Actor, type Capacity, runOperation, type Services, theSystem } from '@huying/server/ledger';
import { createPostOperation, createUnit } from '@huying/server/org';
import { withTenant } from '@huying/server/tenant';
import { type FakeClock, fakeClock } from '@huying/testing/database';
import { testPasswordHash } from './test-identity.ts';

/** Someone who acts in a test: what `runOperation` needs to know, and the ids behind it. */
export interface Person extends Capacity {
  readonly actor: Actor & { readonly account: string; readonly post: string };
}

/** A district in an empty database: a root unit with one department and one street, and people as they are asked for. */
export interface TestDistrict {
  readonly tenant: string;
  readonly services: Services;
  readonly clock: FakeClock;
  readonly units: { readonly root: string; readonly department: string; readonly street: string };
  /** The program itself, acting in this district. */
  readonly system: Capacity;
  /** A new person with one post; in the department unless said otherwise. */
  person(
    role: string,
    where?: { readonly unit?: string; readonly area?: string; readonly name?: string; readonly locale?: Locale },
  ): Promise<Person>;
}

/** Two districts in one database share services by giving the first one's clock to the second. */
export async function testDistrict(
  db: Db,
  tenant: string,
  clock: FakeClock = fakeClock('2026-07-01T09:00:00+08:00'),
): Promise<TestDistrict> {
  const services: Services = { db, now: clock.now, id: () => randomUUID(), log: silentLog };
  const system: Capacity = { tenant, actor: theSystem };
  const unit = async (code: string, kind: 'district' | 'department' | 'street', parent: string | null) =>
    (
      await runOperation(services, createUnit, {
        ...system,
        input: { parent, code, kind, name: { zh: code, en: code } },
      })
    ).id;
  const root = await unit('district', 'district', null);
  const units = {
    root,
    department: await unit('water', 'department', root),
    street: await unit('street-1', 'street', root),
  };
  return {
    tenant,
    services,
    clock,
    units,
    system,
    async person(role, where = {}) {
      const passwordHash = await testPasswordHash();
      const account = randomUUID();
      const name = where.name ?? `p${account.slice(-8)}`;
      await withTenant(db, tenant, (tx) =>
        openReadyAccount(tx, clock.now(), {
          id: account,
          name,
          displayName: name,
          locale: where.locale ?? 'zh',
          passwordHash,
          home: tenant,
        }),
      );
      const input = { account, unit: where.unit ?? units.department, role, area: where.area ?? null };
      const post = await runOperation(services, createPostOperation([role]), { ...system, input });
      return { tenant, actor: { kind: 'person', account, post: post.id, name } };
    },
  };
}
