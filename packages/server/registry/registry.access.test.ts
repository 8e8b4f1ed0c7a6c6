import { createTenant, withTenant } from '@huying/server/tenant';
import { fakeClock, testDatabase } from '@huying/testing/database';
import { v7 } from 'uuid';
import { beforeAll, describe, expect, it } from 'vitest';
import { silentLog } from '../db/index.ts';
import { type Actor, runOperation, theSystem } from '../ledger/index.ts';
import { registryOperations, registryViews } from './index.ts';
import { because, ware, wares } from './toy-registries.ts';

const db = await testDatabase();
const clock = fakeClock('2026-07-01T08:00:00+08:00');
const services = { db, now: clock.now, id: () => v7(), log: silentLog };
const { putRecord, retireRecord, importRecords, readRecord, listRecords } = registryOperations(
  [wares],
  registryViews(),
);
const [here, there] = ['qingjiang', 'elsewhere'];
const posts = new Map<string, Actor>();

beforeAll(async () => {
  const at = new Date(clock.now() - 1000);
  for (const tenant of [here, there]) {
    await createTenant(db, { code: tenant, name: { zh: '某区', en: 'District' }, zone: 'Asia/Shanghai' }, clock.now());
    await withTenant(db, tenant, async (tx) => {
      const unit = v7();
      await tx.run(
        `insert into unit (tenant, id, path, code, kind, name_zh, name_en, valid_from) values ($1, $2, '/q', 'q', 'district', '区', 'D', $3)`,
        [tenant, unit, at],
      );
      for (const role of ['system-admin', 'duty-editor', 'dispatcher', 'security-admin']) {
        const [account, post, name] = [v7(), v7(), `${tenant}-${role}`];
        await tx.run(
          `insert into account (id, name, name_key, display_name, locale, password_hash, password_changed_at, must_change_password, created_at)
           values ($1, $2, $2, $2, 'zh', '', $3, false, $3)`,
          [account, name, at],
        );
        await tx.run('insert into post (tenant, id, account, unit, role, valid_from) values ($1, $2, $3, $4, $5, $6)', [
          tenant,
          post,
          account,
          unit,
          role,
          at,
        ]);
        posts.set(name, { kind: 'person', account, post, name });
      }
      await tx.run("insert into stamp (tenant, part, stamp) values ($1, 'org', $2)", [tenant, v7()]);
    });
  }
  await runOperation(services, putRecord, call(theSystem, { registry: 'ware', record: ware('a', 1), ...because }));
});

const call = <I>(actor: Actor, input: I) => ({ tenant: here, actor, input });
const person = (name: string) => posts.get(name) as Actor;

const writes = {
  putRecord: (actor: Actor) =>
    runOperation(services, putRecord, call(actor, { registry: 'ware', record: ware('a', 1), ...because })),
  importRecords: (actor: Actor) =>
    runOperation(services, importRecords, call(actor, { registry: 'ware', records: [ware('a', 1)], ...because })),
  retireRecord: async (actor: Actor) => {
    const code = v7();
    await runOperation(services, putRecord, call(theSystem, { registry: 'ware', record: ware(code, 1), ...because }));
    return runOperation(services, retireRecord, call(actor, { registry: 'ware', code, ...because }));
  },
};
const reads = {
  readRecord: (actor: Actor) => runOperation(services, readRecord, call(actor, { registry: 'ware', code: 'a' })),
  listRecords: (actor: Actor) => runOperation(services, listRecords, call(actor, { registry: 'ware' })),
};
const outsiders: readonly [string, () => Actor][] = [
  ['the public', () => ({ kind: 'public', account: null, post: null, name: '' })],
  ['a partner', () => ({ kind: 'partner', account: null, post: null, name: 'city' })],
  ['an administrator of another district', () => person(`${there}-system-admin`)],
  [
    "someone who names another person's post",
    () => ({ ...person(`${here}-dispatcher`), post: person(`${here}-system-admin`).post }),
  ],
];

describe.each(Object.entries(writes))('%s', (_, run) => {
  it.each(['system-admin', 'duty-editor'])('is open to a %s of the district', async (role) => {
    await run(person(`${here}-${role}`));
  });

  it.each(['dispatcher', 'security-admin'])('is closed to a %s', async (role) => {
    await expect(run(person(`${here}-${role}`))).rejects.toMatchObject({ code: 'org.roleRequired' });
  });

  it.each(outsiders)('is closed to %s', async (_name, actor) => {
    await expect(run(actor())).rejects.toMatchObject({ code: 'org.roleRequired' });
  });
});

describe.each(Object.entries(reads))('%s', (_, run) => {
  it.each(['system-admin', 'dispatcher'])('is open to a %s of the district', async (role) => {
    await run(person(`${here}-${role}`));
  });

  it.each(outsiders)('is closed to %s', async (_name, actor) => {
    await expect(run(actor())).rejects.toMatchObject({ code: 'org.roleRequired' });
  });
});

it("one district's records are not there for another", async () => {
  const asked = { ...call(person(`${there}-system-admin`), { registry: 'ware', code: 'a' }), tenant: there };
  await expect(runOperation(services, readRecord, asked)).rejects.toMatchObject({ code: 'registry.recordUnknown' });
});
