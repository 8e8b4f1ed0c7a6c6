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

type WaitingItems = Map<unknown, { readonly items: unknown[]; readonly answers: Promise<readonly unknown[]> }>;

/** What one work asks of a gathered statement in one turn is one call of it. */
async function gatheredOn<I, O>(tx: Tx, waiting: WaitingItems, gathered: Gathered<I, O>, item: I): Promise<O> {
  let call = waiting.get(gathered);
  if (call === undefined) {
    const items: I[] = [];
    const asked = Promise.resolve().then(() => {
      waiting.delete(gathered);
      return gathered.run(tx, items);
    });
    call = { items, answers: asked };
    waiting.set(gathered, call);
  }
  const place = call.items.push(item) - 1;
  return (await call.answers)[place] as O;
}

/** A transaction that is under way, and what ends it. */
interface UnderWay {
  readonly tx: Tx;
  /**
   * From now on nothing more is asked in it: what was asked beside a statement that failed would otherwise come after the ROLLBACK and be kept,
   * outside every transaction and under no district. Resolves when the statement under way has been answered.
   */
  end(): Promise<void>;
}

function txOn(client: PoolClient, db: Db, from: Opening['from'] = 'main'): UnderWay {
  let over = false;
  // One connection answers one question at a time; those asked together are put one after another, whatever became of the one before.
  // A pipelined connection keeps that order itself.
  let last: Promise<unknown> = Promise.resolve();
  const query = (sql: string, params: readonly unknown[] | undefined) => {
    if (from === 'pipelined') return ask(sql, params);
    const asked = last.then(() => ask(sql, params));
    last = asked.catch(() => undefined);
    return asked;
  };
  const ask = async (sql: string, params: readonly unknown[] | undefined) => {
    if (over) throw new Error('The transaction is over; nothing more is asked in it.');
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
  const waiting: WaitingItems = new Map();
  const tx: Tx = {
    client,
    gather: (gathered, item) => gatheredOn(tx, waiting, gathered, item),
    rows: async <R>(sql: string, params?: readonly unknown[]) => (await query(sql, params)).rows as R[],
    one: async <R>(sql: string, params?: readonly unknown[]) => (await query(sql, params)).rows[0] as R | undefined,
    run: async (sql, params) => (await query(sql, params)).rowCount ?? 0,
  };
  const end = async () => {
    over = true;
    await last;
  };
  return { tx, end };
}

/** How a transaction starts: SQL sent together with BEGIN in one message, and the pool it is taken from. */
export interface Opening {
  /** Statements after BEGIN, without parameters: role, tenant, isolation. Must hold nothing that came from outside unchecked. */
  readonly sql: string;
  /**
   * `side` is a small pool for work that must not wait for, or be rolled back with, the transaction that needs it; on `pipelined`
   * statements asked together are sent together.
   */
  readonly from?: 'main' | 'side' | 'pipelined';
  /** Milliseconds a statement may take; 0 is without end (backup, restore). Default: the database's. */
  readonly statementTimeout?: number;
}

/** Runs `work` in one transaction: committed when it returns, rolled back when it throws. */
export async function transaction<T>(db: Db, opening: Opening, work: (tx: Tx) => Promise<T>): Promise<T> {
  const pool = { main: db.pool, side: db.side, pipelined: db.pipelined }[opening.from ?? 'main'];
  const timeout = opening.statementTimeout ?? db.statementTimeout;
  let client: PoolClient;
  try {
    client = await pool.connect();
  } catch (error) {
    throw databaseFailure(error, timeout);
  }
  let healthy = false;
  const { tx, end: endAsking } = txOn(client, db, opening.from);
  try {
    try {
      await client.query(`BEGIN;SET LOCAL statement_timeout=${timeout};${opening.sql}`);
      const result = await work(tx);
      const end = await client.query('COMMIT');
      // PostgreSQL answers COMMIT of a failed transaction with ROLLBACK and no error: a swallowed error must not look like success.
      if (end.command !== 'COMMIT')
        throw new Error('The transaction had failed before its commit; nothing was changed.');
      healthy = true;
      return result;
    } catch (error) {
      await endAsking();
      healthy = await rollback(client);
      throw databaseFailure(error, timeout);
    }
  } finally {
    void endAsking();
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
