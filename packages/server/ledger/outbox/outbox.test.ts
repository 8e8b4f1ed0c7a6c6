import { testDatabase, testServices } from '@huying/testing/database';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  claimOutbox,
  enqueueOutbox,
  inTenant,
  nextDue,
  type Outcome,
  pauseAfter,
  reviveItem,
  selectItems,
  settleOutbox,
  theSystem,
} from '../index.ts';
import { MOST_ATTEMPTS } from './outbox.ts';

const db = await testDatabase();
const services = testServices(db);
const capacity = { tenant: '440199', actor: theSystem };

const put = (key: string, kind = 'mail') =>
  inTenant(services, capacity, async (ctx) => enqueueOutbox(ctx, { kind, to: 'a@example.org', key, body: { key } }));
const claim = (options?: Parameters<typeof claimOutbox>[1]) =>
  inTenant(services, capacity, (ctx) => claimOutbox(ctx, options));
const settle = (id: string, outcome: Outcome) => inTenant(services, capacity, (ctx) => settleOutbox(ctx, id, outcome));
const rows = () => inTenant(services, capacity, (ctx) => selectItems(ctx.tx, ctx.tenant, 100));

beforeEach(async () => {
  await db.pool.query('truncate outbox');
});

describe('the outbox', () => {
  it('takes a message once, however often it is decided', async () => {
    for (const kind of ['mail', 'mail', 'sms']) await put('one', kind);
    expect((await rows()).map(({ kind, key }) => [kind, key])).toEqual([
      ['sms', 'one'],
      ['mail', 'one'],
    ]);
  });

  it('keeps nothing of a transaction that failed', async () => {
    const failing = inTenant(services, capacity, async (ctx) => {
      enqueueOutbox(ctx, { kind: 'mail', to: 'a', key: 'lost', body: null });
      throw new Error('on purpose');
    });
    await expect(failing).rejects.toThrow();
    expect(await claim()).toEqual([]);
  });

  it('gives each message to one of many senders', async () => {
    for (let index = 0; index < 30; index++) await put(`m${index}`);
    const claimed = await Promise.all(Array.from({ length: 10 }, () => claim({ limit: 5 })));
    const ids = claimed.flat().map((item) => item.id);
    expect(ids.length).toBeGreaterThan(0);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('gives a message again when its sender was killed, after the lease', async () => {
    await put('one');
    const [first] = await claim({ lease: 60_000 });
    expect(await claim()).toEqual([]);
    services.clock.advance(60_000);
    expect(await claim()).toEqual([{ ...first, attempts: 2 }]);
  });

  it('keeps what was sent, and never sends it again', async () => {
    await put('one');
    const [item] = await claim();
    await settle(item?.id ?? '', { sent: true });
    services.clock.advance(365 * 86_400_000);
    expect(await claim()).toEqual([]);
    expect(await rows()).toMatchObject([{ state: 'sent', attempts: 1 }]);
  });

  it('tries a failed message again after a pause that grows, and gives it up in the end', async () => {
    await put('one');
    let attempts = 0;
    for (let [item] = await claim(); item !== undefined; [item] = await claim()) {
      attempts += 1;
      await settle(item.id, { sent: false, error: `no ${attempts}` });
      services.clock.advance(pauseAfter(attempts) - 1);
      expect(await claim()).toEqual([]);
      services.clock.advance(1);
    }
    expect(attempts).toBe(MOST_ATTEMPTS);
    const [row] = await rows();
    expect(row).toMatchObject({ state: 'dead', lastError: `no ${attempts}` });
    expect(await inTenant(services, capacity, (ctx) => reviveItem(ctx.tx, ctx.tenant, row?.id ?? '', ctx.now))).toBe(
      true,
    );
    expect(await claim()).toHaveLength(1);
  });

  it('does not try again what can never succeed', async () => {
    await put('one');
    const [item] = await claim();
    await settle(item?.id ?? '', { sent: false, error: 'no such number', final: true });
    expect(await rows()).toMatchObject([{ state: 'dead' }]);
  });

  it('tells when the next is due, and serves one kind only when asked', async () => {
    await put('one', 'sms');
    expect(await inTenant(services, capacity, (ctx) => nextDue(ctx.tx, ctx.tenant))).toBe(services.now());
    expect(await claim({ kinds: ['mail'] })).toEqual([]);
    expect(await claim({ kinds: ['sms'] })).toHaveLength(1);
  });

  it('pauses never shorter than before and never longer than six hours', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100 }), (attempts) => {
        expect(pauseAfter(attempts)).toBeGreaterThanOrEqual(pauseAfter(attempts - 1));
        expect(pauseAfter(attempts)).toBeLessThanOrEqual(6 * 3_600_000);
      }),
    );
  });
});
