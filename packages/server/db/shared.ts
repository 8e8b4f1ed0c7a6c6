import type { Db } from './db.ts';
import { type Gathered, type Opening, READS, type Tx, transaction } from './tx.ts';

/** What became of one work of a shared transaction. */
export type Outcome<T> =
  | { readonly kind: 'done'; readonly answer: T }
  /** It threw before it had written anything; the others were not touched by it. */
  | { readonly kind: 'refused'; readonly error: unknown }
  /** Undone with the others, or its commit was never heard of: to be run again by itself, under its key. */
  | { readonly kind: 'again' };

/** Undoes the transaction; never leaves this file. */
class Spoilt extends Error {}

/**
 * Runs several works in one transaction with one commit. What they gather is asked in one statement as soon as every one of them waits
 * or has ended; everything else is asked one after another on the same connection. A work that throws before it wrote is refused
 * alone; one that throws after it wrote, or a statement that fails, undoes all. The caller sees to it that no two works
 * touch the same rows, and that each may safely be run again.
 */
export async function sharedTransaction<T>(
  db: Db,
  opening: Opening,
  works: readonly ((tx: Tx) => Promise<T>)[],
): Promise<readonly Outcome<T>[]> {
  const again: Outcome<T> = { kind: 'again' };
  const outcomes: Outcome<T>[] = works.map(() => again);
  try {
    await transaction(db, opening, async (tx) => {
      const company = companyOn(tx);
      const members = works.map(() => company.join());
      await Promise.all(
        works.map(async (work, index) => {
          const member = members[index] as Member;
          try {
            outcomes[index] = { kind: 'done', answer: await work(member.tx) };
          } catch (error) {
            if (member.wrote() || company.broken()) company.spoil();
            else outcomes[index] = { kind: 'refused', error };
          } finally {
            member.leave();
          }
        }),
      );
      if (company.broken()) throw new Spoilt();
    });
  } catch {
    return outcomes.map((outcome) => (outcome.kind === 'refused' ? outcome : again));
  }
  return outcomes;
}

/**
 * Runs several works in a transaction that is under way, what they gather asked in one statement for all. Unlike in a shared transaction
 * they stand and fall together: the first error is thrown once all have ended, and the transaction must be undone.
 */
export async function inCompany<T>(tx: Tx, works: readonly ((tx: Tx) => Promise<T>)[]): Promise<T[]> {
  const company = companyOn(tx);
  const members = works.map(() => company.join());
  const ended = await Promise.allSettled(
    works.map(async (work, index) => {
      const member = members[index] as Member;
      try {
        return await work(member.tx);
      } catch (error) {
        company.spoil();
        throw error;
      } finally {
        member.leave();
      }
    }),
  );
  const failures = ended.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []));
  if (failures.length > 0) throw failures.find((one) => !(one instanceof Spoilt)) ?? failures[0];
  return ended.map((one) => (one as PromiseFulfilledResult<T>).value);
}

interface Member {
  readonly tx: Tx;
  wrote(): boolean;
  leave(): void;
}

interface Waiting {
  readonly item: unknown;
  answered(answer: unknown): void;
  failed(error: unknown): void;
}

type AnyGathered = Gathered<unknown, unknown>;

/** Those who work on one transaction at a time; what they gather waits until none of them has anything else to do. */
function companyOn(tx: Tx) {
  const waiting = new Map<AnyGathered, Waiting[]>();
  let busy = 0;
  let broken = false;

  const watched = async <R>(asked: Promise<R>): Promise<R> => {
    try {
      return await asked;
    } catch (error) {
      broken = true;
      throw error;
    }
  };

  const whenAllWait = (): void => {
    if (busy > 0 || waiting.size === 0) return;
    const kinds = [...waiting];
    waiting.clear();
    for (const [gathered, items] of kinds) void ask(gathered, items);
  };

  const ask = async (gathered: AnyGathered, items: readonly Waiting[]): Promise<void> => {
    try {
      if (broken) throw new Spoilt();
      const asked = items.map(({ item }) => item);
      const answers = await watched(gathered.run(tx, asked));
      for (const [index, one] of items.entries()) one.answered(answers[index]);
    } catch (error) {
      for (const one of items) one.failed(error);
    }
  };

  return {
    /** A statement failed, or somebody's writing must be undone: PostgreSQL takes, or shall take, no more of this transaction. */
    broken: () => broken,
    spoil() {
      broken = true;
    },
    join(): Member {
      let wrote = false;
      let pending = 0;
      let here = true;
      busy += 1;
      const direct = <R>(sql: string, asked: () => Promise<R>): Promise<R> => {
        if (!READS.test(sql)) wrote = true;
        return watched(asked());
      };
      const back = () => {
        pending -= 1;
        if (pending === 0 && here) busy += 1;
      };
      return {
        wrote: () => wrote,
        leave() {
          here = false;
          if (pending === 0) busy -= 1;
          whenAllWait();
        },
        tx: {
          client: tx.client,
          rows: (sql, params) => direct(sql, () => tx.rows(sql, params)),
          one: (sql, params) => direct(sql, () => tx.one(sql, params)),
          run: (sql, params) => direct(sql, () => tx.run(sql, params)),
          write(writing, item) {
            wrote = true;
            tx.write(writing, item);
          },
          gather: <I, O>(gathered: Gathered<I, O>, item: I) =>
            new Promise<O>((resolve, reject) => {
              if (gathered.reads !== true) wrote = true;
              const kind = gathered as unknown as AnyGathered;
              const items = waiting.get(kind) ?? [];
              waiting.set(kind, items);
              items.push({
                item,
                answered(answer) {
                  back();
                  resolve(answer as O);
                },
                failed(error) {
                  back();
                  reject(error);
                },
              });
              pending += 1;
              if (pending === 1) busy -= 1;
              // Not at once: whoever asks several things asks them all before it waits.
              queueMicrotask(whenAllWait);
            }),
        },
      };
    },
  };
}
