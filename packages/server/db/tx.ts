import type { PoolClient } from 'pg';
import type { Db } from './db.ts';
import { databaseFailure } from './failure.ts';
import { statementName } from './statement-name.ts';

/**
 * One open transaction. Values come back as `pg` reads them, except: bigint as number, date as 'YYYY-MM-DD'
 * (timestamptz is a Date, numeric a string). Throws database.unavailable, .slow, .busy or .full; errors of a
 * statement itself come through as `pg.DatabaseError`.
 */
export interface Tx {
  rows<R>(sql: string, params?: readonly unknown[]): Promise<R[]>;
  /** The first row, if there is one. */
  one<R>(sql: string, params?: readonly unknown[]): Promise<R | undefined>;
  /** How many rows were affected. */
  run(sql: string, params?: readonly unknown[]): Promise<number>;
  /** Asks what can be asked for many at once: alone here, together with its neighbours in a shared transaction. */
  gather<I, O>(gathered: Gathered<I, O>, item: I): Promise<O>;
  /** For COPY only. */
  readonly client: PoolClient;
}

/** Reading or writing that one statement does for many: several operations in one transaction make one call of it. */
export interface Gathered<I, O> {
  /** It changes nothing, so a work that throws after it has written nothing. */
  readonly reads?: true;
  /** Answers in the order of the items; one answer for each. */
  run(tx: Tx, items: readonly I[]): Promise<readonly O[]>;
}

/** Asks a gathered statement for one item only. */
export async function alone<I, O>(tx: Tx, gathered: Gathered<I, O>, item: I): Promise<O> {
  const answers = await gathered.run(tx, [item]);
  return answers[0] as O;
}

export function txOn(client: PoolClient, db: Db): Tx {
  // One connection answers one question at a time; those asked together are put one after another, whatever became of the one before.
  let last: Promise<unknown> = Promise.resolve();
  const query = (sql: string, params: readonly unknown[] | undefined) => {
    const asked = last.then(() => ask(sql, params));
    last = asked.catch(() => undefined);
    return asked;
  };
  const ask = async (sql: string, params: readonly unknown[] | undefined) => {
    const name = db.namedStatements ? statementName(sql) : undefined;
    try {
      return await client.query({
        text: sql,
        values: params === undefined ? [] : [...params],
        ...(name === undefined ? {} : { name }),
      });
    } catch (error) {
      throw databaseFailure(error, db.statementTimeout);
    }
  };
  const tx: Tx = {
    client,
    gather: (gathered, item) => alone(tx, gathered, item),
    rows: async <R>(sql: string, params?: readonly unknown[]) => (await query(sql, params)).rows as R[],
    one: async <R>(sql: string, params?: readonly unknown[]) => (await query(sql, params)).rows[0] as R | undefined,
    run: async (sql, params) => (await query(sql, params)).rowCount ?? 0,
  };
  return tx;
}

/** How a transaction starts: SQL sent together with BEGIN in one message, and the pool it is taken from. */
export interface Opening {
  /** Statements after BEGIN, without parameters: role, tenant, isolation. Must hold nothing that came from outside unchecked. */
  readonly sql: string;
  /** `side` is a small pool for work that must not wait for, or be rolled back with, the transaction that needs it. */
  readonly from?: 'main' | 'side';
  /** Milliseconds a statement may take; 0 is without end (backup, restore). Default: the database's. */
  readonly statementTimeout?: number;
}

/** Runs `work` in one transaction: committed when it returns, rolled back when it throws. */
export async function transaction<T>(db: Db, opening: Opening, work: (tx: Tx) => Promise<T>): Promise<T> {
  const pool = opening.from === 'side' ? db.side : db.pool;
  const timeout = opening.statementTimeout ?? db.statementTimeout;
  let client: PoolClient;
  try {
    client = await pool.connect();
  } catch (error) {
    throw databaseFailure(error, timeout);
  }
  let healthy = false;
  try {
    try {
      await client.query(`BEGIN;SET LOCAL statement_timeout=${timeout};${opening.sql}`);
      const result = await work(txOn(client, db));
      const end = await client.query('COMMIT');
      // PostgreSQL answers COMMIT of a failed transaction with ROLLBACK and no error: a swallowed error must not look like success.
      if (end.command !== 'COMMIT')
        throw new Error('The transaction had failed before its commit; nothing was changed.');
      healthy = true;
      return result;
    } catch (error) {
      healthy = await rollback(client);
      throw databaseFailure(error, timeout);
    }
  } finally {
    client.release(!healthy);
  }
}

async function rollback(client: PoolClient): Promise<boolean> {
  try {
    await client.query('ROLLBACK');
    return true;
  } catch {
    return false;
  }
}
