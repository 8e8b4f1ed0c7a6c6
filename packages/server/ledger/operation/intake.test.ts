import { HuyingError } from '@huying/kit/error';
import { testDatabase } from '@huying/testing/database';
import { Type } from 'typebox';
import { v7 } from 'uuid';
import { beforeAll, describe, expect, it } from 'vitest';
import { silentLog } from '../../db/index.ts';
import { createTenant, withTenant } from '../../tenant/index.ts';
import { append, timeline } from '../chain/append.ts';
import type { Actor, Services } from './ctx.ts';
import { defineOperation, runOperation } from './operation.ts';

const db = await testDatabase();
const tenant = '440199';
const services: Services = { db, now: () => Date.now(), id: () => v7(), log: silentLog };
const clerk: Actor = { kind: 'person', account: v7(), post: null, name: '王' };

const push = defineOperation({
  name: 'test.push',
  summary: { zh: '记一笔', en: 'Note' },
  input: Type.Object({
    subject: Type.String(),
    fails: Type.Optional(Type.Union([Type.Literal('before'), Type.Literal('after')])),
  }),
  output: Type.Object({ seq: Type.Integer() }),
  touches: ({ subject }) => [subject],
  async run(ctx, { subject, fails }) {
    if (fails === 'before') throw new HuyingError('case.unknown');
    append(ctx, { subject, kind: 'case', what: 'push', visibility: 'internal', body: {} });
    if (fails === 'after') throw new HuyingError('case.unknown');
    const [last] = (await timeline(ctx, subject, { for: 'internal' })).slice(-1);
    return { seq: last?.seq ?? 0 };
  },
});

const run = (input: { subject: string; fails?: 'before' | 'after' }, key = v7()) =>
  runOperation(services, push, { tenant, actor: clerk, input, key });
const codeOf = (error: unknown) => (error as HuyingError).code;

beforeAll(() =>
  createTenant(
    db,
    { code: tenant, name: { zh: '清江区', en: 'Qingjiang District' }, zone: 'Asia/Shanghai' },
    Date.now(),
  ),
);

/** Transactions that wrote to the ledger. */
const commits = () =>
  withTenant(
    db,
    tenant,
    async (tx) => (await tx.one<{ n: number }>('select count(distinct xmin::text) as n from ledger'))?.n ?? 0,
  );

describe('operations under way at the same moment', () => {
  it('share commits, and each is told its own answer', async () => {
    const before = await commits();
    const subjects = Array.from({ length: 40 }, () => v7());
    const answers = await Promise.all(subjects.map((subject) => run({ subject })));
    expect(answers.map(({ seq }) => seq)).toEqual(subjects.map(() => 1));
    expect((await commits()) - before).toBeLessThan(10);
  });

  it('on the same subject follow one another, in the order they came', async () => {
    const subject = v7();
    const answers = await Promise.all(Array.from({ length: 12 }, () => run({ subject })));
    expect(answers.map(({ seq }) => seq)).toEqual(Array.from({ length: 12 }, (_, index) => index + 1));
  });

  it('do not suffer from one that is refused or fails among them', async () => {
    const settled = await Promise.allSettled([
      ...Array.from({ length: 10 }, () => run({ subject: v7() })),
      run({ subject: v7(), fails: 'before' }),
      run({ subject: v7(), fails: 'after' }),
      ...Array.from({ length: 10 }, () => run({ subject: v7() })),
    ]);
    const failed = settled.filter((one) => one.status === 'rejected');
    expect(failed.map(({ reason }) => codeOf(reason))).toEqual(['case.unknown', 'case.unknown']);
    expect(settled.filter((one) => one.status === 'fulfilled').map(({ value }) => value.seq)).toEqual(
      Array(20).fill(1),
    );
  });

  it('with one key are carried out once, whatever else goes on', async () => {
    const subject = v7();
    const answers = await Promise.all([
      ...Array.from({ length: 8 }, () => run({ subject }, 'same')),
      ...Array.from({ length: 8 }, () => run({ subject: v7() })),
    ]);
    expect(new Set(answers.slice(0, 8).map(({ seq }) => seq))).toEqual(new Set([1]));
    expect(await run({ subject })).toEqual({ seq: 2 });
  });

  it('leave nothing of a failed one behind, its key included', async () => {
    const subject = v7();
    await expect(run({ subject, fails: 'after' }, 'again')).rejects.toMatchObject({ code: 'case.unknown' });
    expect(await run({ subject })).toEqual({ seq: 1 });
    await expect(run({ subject, fails: 'before' }, 'again')).rejects.toMatchObject({ code: 'case.unknown' });
  });
});
