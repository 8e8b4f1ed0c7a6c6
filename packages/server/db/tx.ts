import type { PoolClient, QueryResult } from 'pg';
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
  /**
   * Writes without waiting: what is written together goes to the database together, ahead of whatever is asked next, and with the commit at the latest.
   * Where it fails, the transaction is undone and throws it.
   */
  write<I>(writing: Writing<I>, item: I): void;
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

/** Writing that one statement does for many, and whose answer nobody needs. */
export interface Writing<I> {
  /** The row an item is about: two of one row are written one after the other. Null where any number may stand in one statement. */
  readonly row: (item: I) => string | null;
  /** What is sent for many items, in this order. What has to be read for it was read before: the commit may be the next thing sent. */
  readonly statements: (items: readonly I[]) => readonly Statement[];
}

export interface Statement {
  readonly sql: string;
  readonly params: readonly unknown[];
}

/** Carries statements out one after another. */
export async function runAll(tx: Tx, statements: readonly Statement[]): Promise<void> {
  for (const { sql, params } of statements) await tx.run(sql, params);
}

/** Writes many items at once. */
export function writeAll<I>(tx: Tx, writing: Writing<I>, items: readonly I[]): void {
  for (const item of items) tx.write(writing, item);
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
  /** Sends what was written and then COMMIT; resolves when all of it was answered, throws the first thing that failed. */
  commit(): Promise<void>;
  /**
   * From now on nothing more is asked in it: what was asked beside a statement that failed would otherwise come after the ROLLBACK and be kept,
   * outside every transaction and under no district. Resolves when the statement under way has been answered.
   */
  end(): Promise<void>;
  /** What failed first of that which nobody waited for, whatever failed behind it; undefined while nothing did. */
  failure(): unknown;
}

/**
 * @param begun  the answer to BEGIN. On a pipelined connection it may still be on its way: statements that only read are then sent behind it
 *   and answered when it is; nothing is written before.
 */
function txOn(client: PoolClient, db: Db, from: Opening['from'], begun: Promise<unknown>): UnderWay {
  let over = false;
  let failure: unknown;
  const noted = <T>(answer: Promise<T>): Promise<T> => {
    answer.catch((error: unknown) => {
      failure ??= error;
    });
    return answer;
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
  const line = from === 'pipelined' ? openLine(noted(begun), ask) : oneByOne(ask);

  const unsent = new Map<Writing<unknown>, { readonly items: unknown[]; readonly rows: Set<string> }>();
  const written: Promise<unknown>[] = [];
  const send = () => {
    const writings = [...unsent];
    unsent.clear();
    for (const [writing, { items }] of writings) {
      for (const { sql, params } of writing.statements(items)) written.push(noted(line.query(sql, params)));
    }
  };
  const write = (writing: Writing<unknown>, item: unknown) => {
    if (over) throw new Error('The transaction is over; nothing more is written in it.');
    const row = writing.row(item);
    if (row !== null && unsent.get(writing)?.rows.has(row)) send();
    let batch = unsent.get(writing);
    if (batch === undefined) {
      batch = { items: [], rows: new Set() };
      unsent.set(writing, batch);
    }
    batch.items.push(item);
    if (row !== null) batch.rows.add(row);
  };
  const query = (sql: string, params: readonly unknown[] | undefined) => {
    send();
    return line.query(sql, params);
  };

  const waiting: WaitingItems = new Map();
  const tx: Tx = {
    client,
    gather: (gathered, item) => gatheredOn(tx, waiting, gathered, item),
    write: (writing, item) => write(writing as Writing<unknown>, item),
    rows: async <R>(sql: string, params?: readonly unknown[]) => (await query(sql, params)).rows as R[],
    one: async <R>(sql: string, params?: readonly unknown[]) => (await query(sql, params)).rows[0] as R | undefined,
    run: async (sql, params) => (await query(sql, params)).rowCount ?? 0,
  };
  return {
    tx,
    async commit() {
      send();
      await line.open();
      if (failure !== undefined) throw failure;
      over = true;
      const [end] = await Promise.all([client.query('COMMIT'), ...written]);
      // PostgreSQL answers COMMIT of a failed transaction with ROLLBACK and no error: a swallowed error must not look like success.
      if (end.command !== 'COMMIT')
        throw new Error('The transaction had failed before its commit; nothing was changed.');
    },
    async end() {
      over = true;
      await line.idle();
    },
    failure: () => failure,
  };
}

type Ask = (sql: string, params: readonly unknown[] | undefined) => Promise<QueryResult>;

/** In which order statements go over a connection. */
interface Line {
  query: Ask;
  /** When whatever was asked so far has been sent, and COMMIT may follow. */
  open(): Promise<unknown>;
  /** When nothing is under way. */
  idle(): Promise<unknown>;
}

/** One connection answers one question at a time; those asked together are put one after another, whatever became of the one before. */
function oneByOne(ask: Ask): Line {
  let last: Promise<unknown> = Promise.resolve();
  return {
    query(sql, params) {
      const asked = last.then(() => ask(sql, params));
      last = asked.catch(() => undefined);
      return asked;
    },
    open: () => last,
    idle: () => last,
  };
}

/** Statements that only read. */
export const READS = /^\s*select\b/i;

/** A pipelined connection keeps the order itself; what BEGIN was not answered for may only be read. */
function openLine(begun: Promise<unknown>, ask: Ask): Line {
  let closed: Promise<unknown> | undefined = begun;
  let held = false;
  begun.then(
    () => {
      closed = undefined;
    },
    () => undefined,
  );
  return {
    query(sql, params) {
      if (closed === undefined) return ask(sql, params);
      const gate = closed;
      if (held || !READS.test(sql)) {
        held = true;
        return gate.then(() => ask(sql, params));
      }
      const asked = ask(sql, params);
      asked.catch(() => undefined);
      return gate.then(() => asked);
    },
    open: () => begun,
    idle: () => Promise.resolve(),
  };
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
  const begin = client.query(`BEGIN;SET LOCAL statement_timeout=${timeout};${opening.sql}`);
  const underWay = txOn(client, db, opening.from, begin);
  try {
    if (opening.from !== 'pipelined') await begin;
    const result = await work(underWay.tx);
    await underWay.commit();
    healthy = true;
    return result;
  } catch (error) {
    await underWay.end();
    healthy = await rollback(client);
    throw databaseFailure(underWay.failure() ?? error, timeout);
  } finally {
    void underWay.end();
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
