import { HuyingError } from '@huying/kit/error';
import { testDatabase, testServices } from '@huying/testing/database';
import { Type } from 'typebox';
import { beforeEach, describe, expect, it } from 'vitest';
import { createTenant, withTenant } from '../../tenant/index.ts';
import { append, defineOperation, inTenant, runOperation, sweepKeys, theSystem, timeline } from '../index.ts';
import type { Actor } from './ctx.ts';

const db = await testDatabase();
const services = testServices(db);
const tenant = '440199';
await createTenant(
  db,
  { code: tenant, name: { zh: '清江区', en: 'Qingjiang District' }, zone: 'Asia/Shanghai' },
  services.now(),
);

const clerk: Actor = { kind: 'person', account: services.id(), post: null, name: '受理员' };
let runs = 0;

beforeEach(() => {
  runs = 0;
});

const open = defineOperation({
  name: 'toy.open',
  summary: { zh: '开', en: 'Open' },
  input: Type.Object(
    { title: Type.String({ minLength: 1, maxLength: 20 }), fail: Type.Optional(Type.Boolean()) },
    { additionalProperties: false },
  ),
  output: Type.Object({ id: Type.String(), seq: Type.Integer() }),
  run: async (ctx, input) => {
    runs += 1;
    const id = ctx.id();
    append(ctx, { subject: id, kind: 'toy', what: 'open', visibility: 'public', body: input });
    if (input.fail) throw new HuyingError('request.invalid', { count: 1 });
    return { id, seq: 1 };
  },
});

const countEntries = async (): Promise<number> =>
  (await withTenant(db, tenant, (tx) => tx.one<{ n: number }>('select count(*) as n from ledger')))?.n ?? 0;

describe('an idempotency key', () => {
  it('is carried out once by twenty concurrent requests, which all get the same answer', async () => {
    const before = await countEntries();
    const call = { tenant, actor: clerk, input: { title: '路灯不亮' }, key: 'twenty' };
    const answers = await Promise.all(Array.from({ length: 20 }, () => runOperation(services, open, call)));
    expect(new Set(answers.map((answer) => answer.id)).size).toBe(1);
    expect(await countEntries()).toBe(before + 1);
  });

  it('gives the kept answer later, without running again', async () => {
    const call = { tenant, actor: clerk, input: { title: '井盖缺失' }, key: 'later' };
    const first = await runOperation(services, open, call);
    expect(await runOperation(services, open, call)).toEqual(first);
    expect(runs).toBe(1);
  });

  it('is refused for another input, another operation and another person', async () => {
    const key = 'mine';
    await runOperation(services, open, { tenant, actor: clerk, input: { title: '一' }, key });
    const refused = { code: 'ledger.keyReused', status: 409 };
    await expect(
      runOperation(services, open, { tenant, actor: clerk, input: { title: '二' }, key }),
    ).rejects.toMatchObject(refused);
    const other = { ...clerk, account: services.id() };
    await expect(
      runOperation(services, open, { tenant, actor: other, input: { title: '一' }, key }),
    ).rejects.toMatchObject(refused);
    const close = { ...open, name: 'toy.close' };
    await expect(
      runOperation(services, close, { tenant, actor: clerk, input: { title: '一' }, key }),
    ).rejects.toMatchObject(refused);
  });

  it('stays free when the operation fails, and nothing of it remains', async () => {
    const before = await countEntries();
    const key = 'again';
    await expect(
      runOperation(services, open, { tenant, actor: clerk, input: { title: '一', fail: true }, key }),
    ).rejects.toThrow();
    expect(await countEntries()).toBe(before);
    await runOperation(services, open, { tenant, actor: clerk, input: { title: '二' }, key });
    expect(await countEntries()).toBe(before + 1);
  });

  it('is forgotten when swept, and only when old enough', async () => {
    const call = { tenant, actor: clerk, input: { title: '旧' }, key: 'old' };
    await runOperation(services, open, call);
    expect(await sweepKeys(db, tenant, services.now())).toBe(0);
    services.clock.advance(30 * 86_400_000);
    expect(await sweepKeys(db, tenant, services.now())).toBeGreaterThan(0);
    await runOperation(services, open, call);
    expect(runs).toBe(2);
  });

  it.each(['', 'a b', '键', 'x'.repeat(201)])('cannot be %j', async (key) => {
    await expect(
      runOperation(services, open, { tenant, actor: clerk, input: { title: '一' }, key }),
    ).rejects.toMatchObject({
      code: 'ledger.keyInvalid',
    });
  });
});

describe('an operation', () => {
  it('is not begun with an input its schema refuses', async () => {
    const input = { title: '' };
    await expect(runOperation(services, open, { tenant, actor: clerk, input })).rejects.toMatchObject({
      code: 'request.invalid',
    });
    expect(runs).toBe(0);
  });

  it('writes its entry in the name of its actor, at the moment of its context', async () => {
    const { id } = await runOperation(services, open, { tenant, actor: clerk, input: { title: '噪声' } });
    const [entry] = await inTenant(services, { tenant, actor: theSystem }, (ctx) =>
      timeline(ctx, id, { for: 'public' }),
    );
    expect(entry).toMatchObject({ seq: 1, actor: clerk, at: services.now(), what: 'open', body: { title: '噪声' } });
  });

  it('does what comes after the commit after the commit, and not after a rollback', async () => {
    const done: string[] = [];
    await inTenant(services, { tenant, actor: theSystem }, async (ctx) => {
      ctx.afterCommit(() => done.push('after'));
      done.push('within');
    });
    const failing = inTenant(services, { tenant, actor: theSystem }, async (ctx) => {
      ctx.afterCommit(() => done.push('never'));
      throw new Error('on purpose');
    });
    await expect(failing).rejects.toThrow('on purpose');
    expect(done).toEqual(['within', 'after']);
  });
});
