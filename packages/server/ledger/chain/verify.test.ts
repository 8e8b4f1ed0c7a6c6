import { testDatabase, testServices } from '@huying/testing/database';
import { beforeEach, describe, expect, it } from 'vitest';
import { createTenant } from '../../tenant/index.ts';
import { append, appendAll, inTenant, theSystem, timeline, verifyChains } from '../index.ts';

const db = await testDatabase();
const services = testServices(db);
const capacity = { tenant: '440199', actor: theSystem };
for (const code of ['440199', 'boston']) {
  await createTenant(db, { code, name: { zh: code, en: code }, zone: 'UTC' }, services.now());
}

const entry = (subject: string, what: string) =>
  ({ subject, kind: 'toy', what, visibility: 'public', body: { what } }) as const;

/** As the owner of the tables, who can do what the program cannot. */
const tamper = (sql: string, params: unknown[] = []) => db.pool.query(sql, params);

let subject = '';

beforeEach(async () => {
  await tamper('truncate ledger, chain_head');
  subject = services.id();
  for (const what of ['open', 'dispatch', 'close'])
    await inTenant(services, capacity, async (ctx) => append(ctx, entry(subject, what)));
});

describe('chains', () => {
  it('verify as they are written, one by one or many at a time', async () => {
    const other = services.id();
    await inTenant(services, capacity, (ctx) =>
      appendAll(ctx, [entry(subject, 'reopen'), entry(other, 'open'), entry(subject, 'close')]),
    );
    await inTenant(services, capacity, async (ctx) => append(ctx, entry(other, 'close')));
    const seen: number[] = [];
    const verified = await verifyChains(db, '440199', { onProgress: (done, total) => seen.push(done, total) });
    expect(verified).toEqual({ subjects: 2, entries: 7, broken: null });
    expect(seen).toEqual([7, 7]);
    const read = await inTenant(services, capacity, (ctx) => timeline(ctx, subject, { for: 'internal' }));
    expect(read.map((one) => `${one.seq} ${one.what}`)).toEqual([
      '1 open',
      '2 dispatch',
      '3 close',
      '4 reopen',
      '5 close',
    ]);
  });

  it('have no gap and no fork under concurrent writers', async () => {
    await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        inTenant(services, capacity, async (ctx) => {
          if (index % 2 === 0) append(ctx, entry(subject, 'note'));
          else await appendAll(ctx, [entry(subject, 'note'), entry(subject, 'note')]);
        }),
      ),
    );
    expect(await verifyChains(db, '440199', { subject })).toEqual({ subjects: 1, entries: 33, broken: null });
  });

  it("are each district's own", async () => {
    await inTenant(services, { ...capacity, tenant: 'boston' }, async (ctx) => append(ctx, entry(subject, 'open')));
    expect(await verifyChains(db, 'boston')).toEqual({ subjects: 1, entries: 1, broken: null });
    expect(await verifyChains(db, '440199')).toMatchObject({ entries: 3, broken: null });
  });
});

describe('verification finds', () => {
  const broken = async () => (await verifyChains(db, '440199')).broken;

  it('an entry whose content was changed', async () => {
    await tamper(
      `update ledger set bytes = convert_to(replace(convert_from(bytes, 'UTF8'), 'dispatch', 'despatch'), 'UTF8') where seq = 2`,
    );
    expect(await broken()).toMatchObject({ subject, seq: 2, reason: { en: 'its content does not match its hash' } });
  });

  it('an entry rewritten with a hash that fits', async () => {
    await tamper(
      `update ledger set bytes = bytes || ' '::bytea, hash = sha256(prev || bytes || ' '::bytea) where seq = 2`,
    );
    expect(await broken()).toMatchObject({ seq: 2 });
  });

  it('a column that says something else than what was hashed', async () => {
    await tamper(`update ledger set visibility = 'internal' where seq = 3`);
    expect(await broken()).toMatchObject({
      seq: 3,
      reason: { en: 'its columns do not match the content that was hashed' },
    });
  });

  it('an entry taken out of the middle', async () => {
    await tamper('delete from ledger where seq = 2');
    expect(await broken()).toMatchObject({ seq: 3, reason: { en: 'entries are missing before it' } });
  });

  it('an end cut off', async () => {
    await tamper('delete from ledger where seq = 3');
    expect(await broken()).toMatchObject({
      subject,
      seq: 3,
      reason: { en: 'the end of the chain is not where its head says' },
    });
  });

  it('a whole chain taken away, and a head taken away', async () => {
    await tamper('delete from ledger');
    expect(await broken()).toMatchObject({ subject });
    await tamper('truncate ledger, chain_head');
    await inTenant(services, capacity, async (ctx) => append(ctx, entry(subject, 'open')));
    await tamper('delete from chain_head');
    expect(await broken()).toMatchObject({ subject, seq: 1 });
  });

  it('an entry moved to another district', async () => {
    await tamper(`update ledger set tenant = 'boston'`);
    await tamper(`update chain_head set tenant = 'boston'`);
    expect((await verifyChains(db, 'boston')).broken).toMatchObject({ seq: 1 });
  });
});

describe('a timeline', () => {
  it('shows internal entries to staff only', async () => {
    await inTenant(services, capacity, async (ctx) =>
      append(ctx, { ...entry(subject, 'memo'), visibility: 'internal' }),
    );
    const read = (reader: 'public' | 'internal') =>
      inTenant(services, capacity, async (ctx) =>
        (await timeline(ctx, subject, { for: reader })).map((one) => one.what),
      );
    expect(await read('public')).toEqual(['open', 'dispatch', 'close']);
    expect(await read('internal')).toEqual(['open', 'dispatch', 'close', 'memo']);
  });
});
