import { testDatabase } from '@huying/testing/database';
import { describe, expect, it } from 'vitest';
import { openDb } from './db.ts';
import { statementName } from './statement-name.ts';
import { type Tx, transaction } from './tx.ts';

const db = await testDatabase();

describe('a transaction', () => {
  it('reads bigints as numbers, dates as text and times as Date', async () => {
    const row = await transaction(db, { sql: '' }, (tx) =>
      tx.one(
        `select 5::bigint as n, date '2026-02-28' as day, timestamptz '2026-02-28T00:00:00Z' as at, 1.50::numeric as sum`,
      ),
    );
    expect(row).toEqual({ n: 5, day: '2026-02-28', at: new Date('2026-02-28T00:00:00Z'), sum: '1.50' });
  });

  it('does not round a bigint too large for a number', async () => {
    const reading = transaction(db, { sql: '' }, (tx) => tx.one('select 9007199254740993::bigint as n'));
    await expect(reading).rejects.toThrow(RangeError);
  });

  it('prepares a statement once per connection under a name made from its text, or never where naming is off', async () => {
    const sql = 'select $1::int + 40 as n';
    const prepared = (on: typeof db) =>
      transaction(on, { sql: '' }, async (tx) => {
        await tx.one(sql, [2]);
        await tx.one(sql, [3]);
        return tx.rows('select name from pg_prepared_statements where statement = $1', [sql]);
      });
    expect(await prepared(db)).toEqual([{ name: statementName(sql) }]);
    const unnamed = await openDb({ url: db.url, namedStatements: false });
    expect(await prepared(unnamed)).toEqual([]);
    await unnamed.close();
  });

  it('stops a statement that takes too long, and says so', async () => {
    const slow = transaction(db, { sql: '', statementTimeout: 50 }, (tx) => tx.one('select pg_sleep(10)'));
    await expect(slow).rejects.toMatchObject({ code: 'database.slow', status: 503 });
  });

  it('is told as unavailable when its connection breaks, and the pool serves the next', async () => {
    const broken = transaction(db, { sql: '' }, async (tx) => {
      const me = await tx.one<{ pid: number }>('select pg_backend_pid() as pid');
      await db.side.query('select pg_terminate_backend($1)', [me?.pid]);
      await tx.one('select 1');
    });
    await expect(broken).rejects.toMatchObject({ code: 'database.unavailable', status: 503 });
    expect(await transaction(db, { sql: '' }, (tx) => tx.one('select 1 as one'))).toEqual({ one: 1 });
  });

  it.each(['main', 'pipelined'] as const)(
    'that failed lets nothing through that was asked beside it or is asked later (%s)',
    async (from) => {
      await db.pool.query('create table if not exists stray (what text primary key); truncate stray');
      const write = (tx: Tx, what: string) => tx.run('insert into stray values ($1)', [what]);
      const strays: Promise<string>[] = [];
      const leave = (asked: Promise<unknown>) => {
        strays.push(
          asked.then(
            () => 'kept',
            () => 'refused',
          ),
        );
      };
      const ends = async (work: (tx: Tx) => Promise<unknown>) =>
        expect(transaction(db, { sql: '', from }, work)).rejects.toThrow();
      // A statement fails, with others behind it.
      await ends((tx) => Promise.all([write(tx, 'a'), tx.run('select 1 / 0'), write(tx, 'b'), write(tx, 'c')]));
      // The program fails, with statements under way and others to come.
      await ends(async (tx) => {
        leave(write(tx, 'd').then(() => write(tx, 'e')));
        leave(write(tx, 'f'));
        throw new Error('killed');
      });
      await ends(async (tx) => {
        leave(new Promise((go) => setImmediate(go)).then(() => write(tx, 'g')));
        throw new Error('killed');
      });
      expect((await Promise.all(strays)).at(-1)).toBe('refused');
      expect(await transaction(db, { sql: '' }, (tx) => tx.rows('select what from stray'))).toEqual([]);
    },
  );

  it('is told as busy when two wait for each other', async () => {
    await db.pool.query('create table pair (n integer primary key, v integer); insert into pair values (1, 0), (2, 0)');
    let ready = 0;
    let go: () => void = () => undefined;
    const both = new Promise<void>((resolve) => {
      go = resolve;
    });
    const change = (first: number, second: number) =>
      transaction(db, { sql: '' }, async (tx) => {
        await tx.run('update pair set v = v + 1 where n = $1', [first]);
        ready += 1;
        if (ready === 2) go();
        await both;
        await tx.run('update pair set v = v + 1 where n = $1', [second]);
      });
    const ends = await Promise.allSettled([change(1, 2), change(2, 1)]);
    const refused = ends.flatMap((end) => (end.status === 'rejected' ? [end.reason] : []));
    expect(refused).toMatchObject([{ code: 'database.busy' }]);
  });
});
