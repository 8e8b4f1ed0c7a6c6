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
  /** For COPY only. */
  readonly client: PoolClient;
}

function txOn(client: PoolClient, db: Db): Tx {
  const query = async (sql: string, params: readonly unknown[] | undefined) => {
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
  return {
    client,
    rows: async <R>(sql: string, params?: readonly unknown[]) => (await query(sql, params)).rows as R[],
    one: async <R>(sql: string, params?: readonly unknown[]) => (await query(sql, params)).rows[0] as R | undefined,
    run: async (sql, params) => (await query(sql, params)).rowCount ?? 0,
  };
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
