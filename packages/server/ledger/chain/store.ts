import type { Gathered, Tx } from '../../db/index.ts';
import { type EntryContent, GENESIS, type Visibility } from './entry.ts';

export interface Link {
  readonly seq: number;
  /** Hexadecimal. */
  readonly hash: string;
}

/**
 * One statement, one round trip: the head's row is the lock, and PostgreSQL computes the hash there, because the previous one is
 * known only once the row is locked. Verification computes it again by other means (node:crypto). Heads are locked in the order of
 * their subjects, so that two who lock the same never wait for each other in a circle.
 */
const APPEND = `
with given as (
  select * from unnest($2::uuid[], $3::bytea[], $4::text[], $5::text[], $6::text[], $7::timestamptz[], $8::timestamptz[])
    as g (subject, bytes, kind, what, visibility, at, recorded)
), head as (
  insert into chain_head as h (tenant, subject, seq, prev, hash)
  select $1, g.subject, 1, $9::bytea, sha256($9::bytea || g.bytes) from given g order by g.subject
  on conflict (tenant, subject) do update set seq = h.seq + 1, prev = h.hash,
    hash = sha256(h.hash || (select g.bytes from given g where g.subject = h.subject))
  returning subject, seq, prev, hash
)
insert into ledger (tenant, subject, seq, kind, what, visibility, at, recorded_at, bytes, prev, hash)
select $1, h.subject, h.seq, g.kind, g.what, g.visibility, g.at, g.recorded, g.bytes, h.prev, h.hash
from head h join given g on g.subject = h.subject
returning subject, seq, encode(hash, 'hex') as hash`;

export interface Sealed {
  readonly content: EntryContent;
  readonly bytes: Buffer;
}

/** Entries at the ends of their subjects' chains; a subject that comes several times gets them in the order given. */
export const appendLink: Gathered<Sealed, Link> = {
  async run(tx, items) {
    const links = new Map<Sealed, Link>();
    for (let left = items; left.length > 0; ) {
      const first = new Map<string, Sealed>();
      for (const item of left) if (!first.has(item.content.subject)) first.set(item.content.subject, item);
      const wave = [...first.values()];
      const rows = await tx.rows<Link & { subject: string }>(APPEND, [
        wave[0]?.content.tenant,
        wave.map(({ content }) => content.subject),
        wave.map(({ bytes }) => bytes),
        wave.map(({ content }) => content.kind),
        wave.map(({ content }) => content.what),
        wave.map(({ content }) => content.visibility),
        wave.map(({ content }) => content.at),
        wave.map(({ content }) => content.recorded),
        GENESIS,
      ]);
      for (const { subject, ...link } of rows) {
        const item = first.get(subject);
        if (item !== undefined) links.set(item, link);
      }
      left = left.filter((item) => !wave.includes(item));
    }
    return items.map((item) => {
      const link = links.get(item);
      if (link === undefined) throw new Error('the ledger took no entry');
      return link;
    });
  },
};

export interface Head {
  readonly subject: string;
  readonly seq: number;
  readonly hash: Buffer;
}

/** Locks the chains of many subjects, in their order, so that two who lock the same never wait for each other in a circle. */
export async function lockHeads(tx: Tx, tenant: string, subjects: readonly string[]): Promise<Head[]> {
  const sorted = [...new Set(subjects)].sort();
  await tx.run(
    `insert into chain_head (tenant, subject, seq, prev, hash)
     select $1, s, 0, $3, $3 from unnest($2::uuid[]) s order by s on conflict do nothing`,
    [tenant, sorted, GENESIS],
  );
  return tx.rows<Head>(
    'select subject, seq, hash from chain_head where tenant = $1 and subject = any($2::uuid[]) order by subject for update',
    [tenant, sorted],
  );
}

export interface LedgerRow {
  readonly content: EntryContent;
  readonly seq: number;
  readonly bytes: Buffer;
  readonly prev: Buffer;
  readonly hash: Buffer;
}

/** Writes entries of locked chains and moves their heads. */
export async function insertLinks(tx: Tx, tenant: string, rows: readonly LedgerRow[]): Promise<void> {
  const column = <T>(read: (row: LedgerRow) => T): T[] => rows.map(read);
  await tx.run(
    `insert into ledger (tenant, subject, seq, kind, what, visibility, at, recorded_at, bytes, prev, hash)
     select $1, * from unnest($2::uuid[], $3::int[], $4::text[], $5::text[], $6::text[], $7::timestamptz[], $8::timestamptz[],
       $9::bytea[], $10::bytea[], $11::bytea[])`,
    [
      tenant,
      column((row) => row.content.subject),
      column((row) => row.seq),
      column((row) => row.content.kind),
      column((row) => row.content.what),
      column((row) => row.content.visibility),
      column((row) => row.content.at),
      column((row) => row.content.recorded),
      column((row) => row.bytes),
      column((row) => row.prev),
      column((row) => row.hash),
    ],
  );
  const last = new Map(rows.map((row) => [row.content.subject, row]));
  const heads = [...last.values()];
  await tx.run(
    `update chain_head h set seq = n.seq, prev = n.prev, hash = n.hash
     from unnest($2::uuid[], $3::int[], $4::bytea[], $5::bytea[]) as n (subject, seq, prev, hash)
     where h.tenant = $1 and h.subject = n.subject`,
    [
      tenant,
      heads.map((row) => row.content.subject),
      heads.map((row) => row.seq),
      heads.map((row) => row.prev),
      heads.map((row) => row.hash),
    ],
  );
}

/** Bytes of a subject's entries after `after`, oldest first. */
export async function selectEntries(
  tx: Tx,
  tenant: string,
  subject: string,
  options: { readonly visible: readonly Visibility[]; readonly after: number; readonly limit: number },
): Promise<{ seq: number; bytes: Buffer }[]> {
  return tx.rows(
    `select seq, bytes from ledger where tenant = $1 and subject = $2 and seq > $3 and visibility = any($4)
     order by seq limit $5`,
    [tenant, subject, options.after, options.visible, options.limit],
  );
}

export interface StoredRow {
  readonly subject: string;
  readonly seq: number;
  readonly kind: string;
  readonly what: string;
  readonly visibility: string;
  readonly at: Date;
  readonly recorded: Date;
  readonly bytes: Buffer;
  readonly prev: Buffer;
  readonly hash: Buffer;
}

const STORED = 'subject, seq, kind, what, visibility, at, recorded_at as recorded, bytes, prev, hash';
const NIL = '00000000-0000-0000-0000-000000000000';

/** The next rows in the order of verification: by subject, then by place in the chain. */
export async function nextRows(
  tx: Tx,
  tenant: string,
  after: Pick<Head, 'subject' | 'seq'> | undefined,
  limit: number,
): Promise<StoredRow[]> {
  return tx.rows(
    `select ${STORED} from ledger where tenant = $1 and (subject, seq) > ($2::uuid, $3::int) order by subject, seq limit $4`,
    [tenant, after?.subject ?? NIL, after?.seq ?? 0, limit],
  );
}

export async function rowsOf(
  tx: Tx,
  tenant: string,
  subject: string,
  after: number,
  limit: number,
): Promise<StoredRow[]> {
  return tx.rows(`select ${STORED} from ledger where tenant = $1 and subject = $2 and seq > $3 order by seq limit $4`, [
    tenant,
    subject,
    after,
    limit,
  ]);
}

export async function countEntries(tx: Tx, tenant: string, subject?: string): Promise<number> {
  const counted = await tx.one<{ count: number }>(
    'select count(*) as count from ledger where tenant = $1 and ($2::uuid is null or subject = $2)',
    [tenant, subject ?? null],
  );
  return counted?.count ?? 0;
}

/** The first chain whose head is not its last entry: entries were cut off, or added past it, or the head is gone. */
export async function firstLooseHead(
  tx: Tx,
  tenant: string,
  subject?: string,
): Promise<{ subject: string; seq: number } | undefined> {
  return tx.one(
    `select coalesce(h.subject, l.subject) as subject, coalesce(h.seq, l.seq) as seq
     from (select * from chain_head where tenant = $1 and ($2::uuid is null or subject = $2)) h
     full join (select distinct on (subject) subject, seq, hash from ledger
                where tenant = $1 and ($2::uuid is null or subject = $2) order by subject, seq desc) l
       on l.subject = h.subject
     where h.seq is distinct from l.seq or h.hash is distinct from l.hash
     order by 1 limit 1`,
    [tenant, subject ?? null],
  );
}
