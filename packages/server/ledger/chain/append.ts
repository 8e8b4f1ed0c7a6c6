import { type Gathered, runAll } from '../../db/index.ts';
import type { Ctx } from '../operation/ctx.ts';
import {
  bytesOf,
  contentOf,
  type EntryContent,
  GENESIS,
  linkHash,
  type NewEntry,
  readContent,
  type Visibility,
} from './entry.ts';
import {
  appendEntry,
  type Head,
  type LedgerRow,
  linksWritten,
  lockHeads,
  selectEntries,
  selectHappenings,
} from './store.ts';

/** Writes one entry at the end of its subject's chain, in the transaction of the context. */
export function append(ctx: Ctx, entry: NewEntry): void {
  const content = contentOf(ctx.tenant, entry, ctx.now, ctx.actor);
  ctx.tx.write(appendEntry, { content, bytes: bytesOf(content), isNew: entry.isNew === true });
}

/** Writes many entries, of any subjects, in the order given; four statements in all. A subject may come several times. */
export async function appendAll(ctx: Ctx, entries: readonly NewEntry[]): Promise<void> {
  if (entries.length === 0) return;
  const locked = await lockHeads(
    ctx.tx,
    ctx.tenant,
    entries.map((entry) => entry.subject),
  );
  await link(ctx, new Map(locked.map((head) => [head.subject, head])), entries, 'locked');
}

/** Writes the first entries of subjects that were just made, in the order given; two statements in all. A subject may come several times. */
export async function beginChains(ctx: Ctx, entries: readonly NewEntry[]): Promise<void> {
  if (entries.length === 0) return;
  const heads = new Map(entries.map(({ subject }) => [subject, { subject, seq: 0, hash: GENESIS }]));
  await link(ctx, heads, entries, 'new');
}

async function link(
  ctx: Ctx,
  heads: Map<string, Head>,
  entries: readonly NewEntry[],
  chainsAre: 'locked' | 'new',
): Promise<void> {
  const rows = entries.map((entry): LedgerRow => {
    const content = contentOf(ctx.tenant, entry, ctx.now, ctx.actor);
    const head = heads.get(entry.subject);
    if (head === undefined) throw new Error(`${entry.subject} is not a uuid in lower case`);
    const bytes = bytesOf(content);
    const row = { content, seq: head.seq + 1, bytes, prev: head.hash, hash: linkHash(head.hash, bytes) };
    heads.set(entry.subject, { subject: entry.subject, seq: row.seq, hash: row.hash });
    return row;
  });
  await runAll(ctx.tx, linksWritten(ctx.tenant, rows, chainsAre));
}

/** An entry as read: what was written, and its place in the chain. */
export interface Entry extends Omit<EntryContent, 'tenant' | 'at' | 'recorded'> {
  readonly seq: number;
  /** When it happened, epoch milliseconds. */
  readonly at: number;
  /** When it was written down, epoch milliseconds. */
  readonly recorded: number;
}

export interface TimelineOptions {
  /** 'public' shows public entries only; 'internal' shows all. */
  readonly for: Visibility;
  /** Entries after this place only. */
  readonly after?: number;
  /** Default 1,000. */
  readonly limit?: number;
}

/** What happened to a subject, in order. Whoever calls has checked that the reader may see the subject. */
export async function timeline(
  ctx: Pick<Ctx, 'tx' | 'tenant'>,
  subject: string,
  options: TimelineOptions,
): Promise<Entry[]> {
  const rows = await selectEntries(ctx.tx, ctx.tenant, subject, {
    visible: options.for === 'public' ? ['public'] : ['public', 'internal'],
    after: options.after ?? 0,
    limit: options.limit ?? 1_000,
  });
  return rows.map(({ seq, bytes }) => {
    const { tenant: _, at, recorded, ...content } = readContent(bytes);
    return { ...content, seq, at: Date.parse(at), recorded: Date.parse(recorded) };
  });
}

/** Everything that ever happened to a subject, in order, for decisions that rest on it. */
export const pastOf: Gathered<{ readonly tenant: string; readonly subject: string }, readonly EntryContent[]> = {
  reads: true,
  async run(tx, items) {
    const subjects = items.map(({ subject }) => subject);
    const rows = await selectHappenings(tx, items[0]?.tenant ?? '', subjects, null);
    const bySubject = Map.groupBy(rows, ({ subject }) => subject);
    return subjects.map((subject) => (bySubject.get(subject) ?? []).map(({ bytes }) => readContent(bytes)));
  },
};

/** Something that happened to one of several subjects. */
export interface Happened {
  readonly subject: string;
  readonly what: string;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly body: unknown;
}

/** What happened to many subjects, of some kinds only, subject by subject and each in order: how a tree of units came to be as it is. */
export async function happenedTo(
  ctx: Pick<Ctx, 'tx' | 'tenant'>,
  subjects: readonly string[],
  whats: readonly string[] | null,
): Promise<Happened[]> {
  const rows = await selectHappenings(ctx.tx, ctx.tenant, subjects, whats);
  return rows.map(({ subject, bytes }) => {
    const { what, at, body } = readContent(bytes);
    return { subject, what, at: Date.parse(at), body };
  });
}
