import { testDatabase } from '@huying/testing/database';
import { beforeEach, describe, expect, it } from 'vitest';
import { sharedTransaction } from './shared.ts';
import type { Gathered, Tx } from './tx.ts';

const db = await testDatabase();
const opening = { sql: 'SET LOCAL statement_timeout=10000' };
const asked: number[] = [];

/** Writes rows, and notes how many at a time. */
const note: Gathered<string, number> = {
  async run(tx, items) {
    asked.push(items.length);
    await tx.run('insert into noted (what) select unnest($1::text[])', [items]);
    return items.map((item) => item.length);
  },
};
const look: Gathered<string, number> = {
  reads: true,
  async run(tx, items) {
    asked.push(items.length);
    const row = await tx.one<{ count: number }>('select count(*) as count from noted');
    return items.map(() => row?.count ?? 0);
  },
};

const noted = async () =>
  (await db.pool.query<{ what: string }>('select what from noted order by what')).rows.map((row) => row.what);
const together = <T>(...works: ((tx: Tx) => Promise<T>)[]) => sharedTransaction(db, opening, works);

beforeEach(async () => {
  asked.length = 0;
  await db.pool.query('create table if not exists noted (what text primary key)');
  await db.pool.query('truncate noted');
});

describe('works that share a transaction', () => {
  it('ask together what they gather, and each gets its own answer', async () => {
    const outcomes = await together(
      (tx) => tx.gather(note, 'a'),
      (tx) => tx.gather(note, 'bb'),
      (tx) => tx.gather(note, 'ccc'),
    );
    expect(outcomes).toEqual([1, 2, 3].map((answer) => ({ kind: 'done', answer })));
    expect(asked).toEqual([3]);
    expect(await noted()).toEqual(['a', 'bb', 'ccc']);
  });

  it('ask several things at once, and go on at different paces', async () => {
    const outcomes = await together(
      async (tx) => (await Promise.all([tx.gather(note, 'a'), tx.gather(look, '')])).length,
      async (tx) => {
        await tx.one('select 1');
        await tx.gather(look, '');
        return tx.gather(note, 'b');
      },
      async () => 7,
    );
    expect(outcomes.map((outcome) => outcome.kind)).toEqual(['done', 'done', 'done']);
    expect(asked.reduce((sum, count) => sum + count, 0)).toBe(4);
    expect(await noted()).toEqual(['a', 'b']);
  });

  it('are refused alone as long as they wrote nothing', async () => {
    const refusal = new Error('not allowed');
    const outcomes = await together<number>(
      (tx) => tx.gather(note, 'a'),
      async (tx) => {
        await tx.gather(look, '');
        throw refusal;
      },
    );
    expect(outcomes).toEqual([
      { kind: 'done', answer: 1 },
      { kind: 'refused', error: refusal },
    ]);
    expect(await noted()).toEqual(['a']);
  });

  it('are all undone when one throws after it wrote', async () => {
    const outcomes = await together<number>(
      (tx) => tx.gather(note, 'a'),
      async (tx) => {
        await tx.gather(note, 'b');
        throw new Error('too late');
      },
    );
    expect(outcomes).toEqual([{ kind: 'again' }, { kind: 'again' }]);
    expect(await noted()).toEqual([]);
  });

  it('are all undone when a statement fails, also where somebody swallowed it', async () => {
    const outcomes = await together<number>(
      (tx) => tx.gather(note, 'a'),
      async (tx) => {
        await tx.run('select 1 / 0').catch(() => undefined);
        return 1;
      },
      async (tx) => {
        await tx.gather(look, '');
        throw new Error('refused, but on what ground?');
      },
    );
    expect(outcomes.map((outcome) => outcome.kind)).toEqual(['again', 'again', 'again']);
    expect(await noted()).toEqual([]);
  });

  it('never wait for one that left without asking', async () => {
    const outcomes = await together<number>(
      (tx) => tx.gather(note, 'a'),
      async (tx) => {
        void tx.gather(note, 'b').catch(() => undefined);
        return 0;
      },
    );
    expect(outcomes.map((outcome) => outcome.kind)).toEqual(['done', 'done']);
    expect(await noted()).toEqual(['a', 'b']);
  });
});
