import { testDatabase, testServices } from '@huying/testing/database';
import { beforeEach, describe, expect, it } from 'vitest';
import { enqueueOutbox, inTenant, type Outcome, pauseAfter, selectItems, theSystem } from '../ledger/index.ts';
import { createTenant } from '../tenant/index.ts';
import type { Adapter } from './adapter.ts';
import { sender } from './sender.ts';

const db = await testDatabase();
const services = testServices(db);
const districts = ['440199', '440198'];
for (const code of districts) {
  await createTenant(db, { code, name: { zh: '某区', en: 'District' }, zone: 'Asia/Shanghai' }, services.now());
}

beforeEach(async () => {
  await db.pool.query('truncate outbox');
});

const put = (key: string, kind = 'toy', tenant = '440199') =>
  inTenant(services, { tenant, actor: theSystem }, async (ctx) =>
    enqueueOutbox(ctx, { kind, to: 'a', key, body: { key } }),
  );
const rows = (tenant = '440199') =>
  inTenant(services, { tenant, actor: theSystem }, (ctx) => selectItems(ctx.tx, tenant, 100));

/** An adapter that keeps what it was given, and answers as it is told. */
function toyAdapter(answer: (key: string) => Outcome | Promise<Outcome> = () => ({ sent: true }), kind = 'toy') {
  const sent: string[] = [];
  const adapter: Adapter = {
    kind,
    send: async (tenant, item) => {
      sent.push(`${tenant} ${item.key}`);
      return answer(item.key);
    },
  };
  return { adapter, sent };
}

describe('the sender', () => {
  it('sends what is due in every district, once, with any number of workers', async () => {
    for (let index = 0; index < 40; index++) await put(`m${index}`, 'toy', districts[index % 2]);
    const { adapter, sent } = toyAdapter();
    const workers = Array.from({ length: 4 }, () => sender(services, [adapter]));
    await Promise.all(workers.map((worker) => worker.sendDue()));
    expect(sent.length).toBe(40);
    expect(new Set(sent).size).toBe(40);
    expect((await rows()).every(({ state }) => state === 'sent')).toBe(true);
  });

  it('leaves kinds without an adapter alone', async () => {
    await put('other', 'unknown');
    const { adapter, sent } = toyAdapter();
    expect(await sender(services, [adapter]).sendDue()).toBe(0);
    expect(sent).toEqual([]);
    expect(await rows()).toMatchObject([{ state: 'pending', attempts: 0 }]);
  });

  it('tries again after pauses that grow, also when the adapter throws', async () => {
    await put('one');
    const { adapter, sent } = toyAdapter(() => {
      if (sent.length < 3) throw new Error('no line');
      return { sent: true };
    });
    const worker = sender(services, [adapter]);
    for (let attempt = 1; attempt <= 3; attempt++) {
      expect(await worker.sendDue()).toBe(1);
      expect(await worker.sendDue()).toBe(0);
      services.clock.advance(pauseAfter(attempt));
    }
    expect(sent).toHaveLength(3);
    expect(await rows()).toMatchObject([{ state: 'sent', attempts: 3, lastError: null }]);
  });

  it('gives up at once what can never arrive', async () => {
    await put('one');
    const { adapter } = toyAdapter(() => ({ sent: false, error: 'no such number', final: true }));
    await sender(services, [adapter]).sendDue();
    expect(await rows()).toMatchObject([{ state: 'dead', lastError: 'no such number' }]);
  });

  it('keeps nobody waiting for a kind that does not answer', async () => {
    await put('stuck', 'slow');
    await put('quick', 'toy');
    const signal = () => {
      let give: () => void = () => {};
      const given = new Promise<void>((resolve) => {
        give = resolve;
      });
      return { give: () => give(), given };
    };
    const [begun, release, arrived] = [signal(), signal(), signal()];
    const slow = toyAdapter(async () => {
      begun.give();
      await release.given;
      return { sent: true };
    }, 'slow');
    const quick = toyAdapter(() => {
      arrived.give();
      return { sent: true };
    });
    const worker = sender(services, [slow.adapter, quick.adapter]);
    const sending = worker.sendDue();
    await Promise.all([begun.given, arrived.given]);
    expect(quick.sent).toEqual(['440199 quick']);
    release.give();
    expect(await sending).toBe(2);
  });

  it('that runs sends within a second what is put in, at once when woken, and stops only after what it is sending', async () => {
    let arrived: (() => void) | undefined;
    const { adapter, sent } = toyAdapter(() => {
      arrived?.();
      return { sent: true };
    });
    const worker = sender(services, [adapter]);
    const running = worker.run();
    const arrival = new Promise<void>((resolve) => {
      arrived = resolve;
    });
    const began = performance.now();
    await put('one');
    await arrival;
    expect(performance.now() - began).toBeLessThan(2_000);
    const second = new Promise<void>((resolve) => {
      arrived = resolve;
    });
    await put('two');
    worker.wake();
    await second;
    await worker.stop();
    await running;
    expect(sent).toEqual(['440199 one', '440199 two']);
    expect((await rows()).every(({ state }) => state === 'sent')).toBe(true);
  });
});
