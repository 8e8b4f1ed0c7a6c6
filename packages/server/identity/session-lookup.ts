import type { Db } from '../db/index.ts';
import { withoutTenant } from '../tenant/index.ts';
import { type FoundSession, sessionsByHash } from './store.ts';

/** Lookups under way at a time: while one is answered, the next is on its way. */
const AT_ONCE = 2;
/** Tokens of one lookup at most. */
const MOST = 64;

interface Asking {
  readonly hash: Buffer;
  answer(found: FoundSession | undefined): void;
  fail(error: unknown): void;
}

interface Desk {
  readonly waiting: Asking[];
  underWay: number;
}

const desks = new WeakMap<Db, Desk>();

/**
 * The session of a token's hash, with its account; undefined where there is none. Those who ask at the same moment are answered by one statement,
 * which is sent after every one of them asked, so that a session that was ended before is never found: under load a lookup costs a
 * part of a transaction, and whoever asks alone waits for nobody.
 */
export function lookUpSession(db: Db, hash: Buffer): Promise<FoundSession | undefined> {
  const desk = desks.get(db) ?? { waiting: [], underWay: 0 };
  desks.set(db, desk);
  return new Promise((answer, fail) => {
    desk.waiting.push({ hash, answer, fail });
    // Whoever comes in the same turn of the event loop goes along.
    setImmediate(() => start(db, desk));
  });
}

function start(db: Db, desk: Desk): void {
  while (desk.underWay < AT_ONCE && desk.waiting.length > 0) {
    desk.underWay += 1;
    void answerAll(db, desk.waiting.splice(0, MOST)).finally(() => {
      desk.underWay -= 1;
      start(db, desk);
    });
  }
}

async function answerAll(db: Db, asking: readonly Asking[]): Promise<void> {
  try {
    const hashes = asking.map(({ hash }) => hash);
    const found = await withoutTenant(db, (tx) => sessionsByHash(tx, hashes));
    for (const { hash, answer } of asking) answer(found.get(hash.toString('hex')));
  } catch (error) {
    for (const { fail } of asking) fail(error);
  }
}
