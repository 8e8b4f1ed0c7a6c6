import type { Statement, Tx, Writing } from '../../db/index.ts';
import { type EntryContent, GENESIS, type Visibility } from './entry.ts';

const GIVEN = `given as (
  select * from unnest($2::uuid[], $3::bytea[], $4::text[], $5::text[], $6::text[], $7::timestamptz[], $8::timestamptz[])
    as g (subject, bytes, kind, what, visibility, at, recorded)
)`;
const FIRST_HEAD = `insert into chain_head as h (tenant, subject, seq, prev, hash)
  select $1, g.subject, 1, $9::bytea, sha256($9::bytea || g.bytes) from given g order by g.subject`;
const ENTRIES = `insert into ledger (tenant, subject, seq, kind, what, visibility, at, recorded_at, bytes, prev, hash)
select $1, h.subject, h.seq, g.kind, g.what, g.visibility, g.at, g.recorded, g.bytes, h.prev, h.hash
from head h join given g on g.subject = h.subject`;

/**
 * One statement, one round trip: the head's row is the lock, and PostgreSQL computes the hash there, because the previous one is
 * known only once the row is locked. Verification computes it again by other means (node:crypto). Heads are locked in the order of
 * their subjects, so that two who lock the same never wait for each other in a circle.
 */
const APPEND = `with ${GIVEN}, head as (
  ${FIRST_HEAD}
  on conflict (tenant, subject) do update set seq = h.seq + 1, prev = h.hash,
    hash = sha256(h.hash || (select g.bytes from given g where g.subject = h.subject))
  returning subject, seq, prev, hash
)
${ENTRIES}`;
/** Where every subject is new, nothing has to be looked for or locked. */
const BEGIN = `with ${GIVEN}, head as (
  ${FIRST_HEAD}
  returning subject, seq, prev, hash
)
${ENTRIES}`;

export interface Sealed {
  readonly content: EntryContent;
  readonly bytes: Buffer;
  /** The subject was just made: this is the first of its chain. */
  readonly isNew: boolean;
}

/** Entries at the ends of their subjects' chains. */
export const appendEntry: Writing<Sealed> = {
  row: ({ content }) => content.subject,
  statements: (items) => [
    {
      sql: items.every(({ isNew }) => isNew) ? BEGIN : APPEND,
      params: [
        items[0]?.content.tenant,
        items.map(({ content }) => content.subject),
        items.map(({ bytes }) => bytes),
        items.map(({ content }) => content.kind),
        items.map(({ content }) => content.what),
        items.map(({ content }) => content.visibility),
        items.map(({ content }) => content.at),
        items.map(({ content }) => content.recorded),
        GENESIS,
      ],
    },
  ],
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

const ROWS = `insert into ledger (tenant, subject, seq, kind, what, visibility, at, recorded_at, bytes, prev, hash)
  select $1, r.subject, r.seq, r.kind, r.what, r.visibility, r.at, r.recorded,
    substring($10::bytea from r.first for r.length), substring($11::bytea from r.place::int * 32 - 31 for 32), substring($12::bytea from r.place::int * 32 - 31 for 32)
  from unnest($2::uuid[], $3::int[], $4::text[], $5::text[], $6::text[], $7::timestamptz[], $8::timestamptz[], $9::int[], $13::int[])
    with ordinality as r (subject, seq, kind, what, visibility, at, recorded, first, length, place)`;
const NEW_HEADS = `insert into chain_head (tenant, subject, seq, prev, hash)
  select $1, * from unnest($2::uuid[], $3::int[], $4::bytea[], $5::bytea[])`;
const MOVED_HEADS = `update chain_head h set seq = n.seq, prev = n.prev, hash = n.hash
  from unnest($2::uuid[], $3::int[], $4::bytea[], $5::bytea[]) as n (subject, seq, prev, hash)
  where h.tenant = $1 and h.subject = n.subject`;

/** Rows at the ends of chains that are locked, or new and empty, with their heads. What is in bytes goes over in one piece: an array of it would be written out in digits. */
export function linksWritten(tenant: string, rows: readonly LedgerRow[], chainsAre: 'locked' | 'new'): Statement[] {
  const column = <T>(read: (row: LedgerRow) => T): T[] => rows.map(read);
  let end = 1;
  const firsts = rows.map(({ bytes }) => {
    const first = end;
    end += bytes.length;
    return first;
  });
  const heads = [...new Map(rows.map((row) => [row.content.subject, row])).values()];
  const entries = {
    sql: ROWS,
    params: [
      tenant,
      column((row) => row.content.subject),
      column((row) => row.seq),
      column((row) => row.content.kind),
      column((row) => row.content.what),
      column((row) => row.content.visibility),
      column((row) => row.content.at),
      column((row) => row.content.recorded),
      firsts,
      Buffer.concat(column((row) => row.bytes)),
      Buffer.concat(column((row) => row.prev)),
      Buffer.concat(column((row) => row.hash)),
      column((row) => row.bytes.length),
    ],
  };
  const ends = {
    sql: chainsAre === 'new' ? NEW_HEADS : MOVED_HEADS,
    params: [
      tenant,
      heads.map((row) => row.content.subject),
      heads.map((row) => row.seq),
      heads.map((row) => row.prev),
      heads.map((row) => row.hash),
    ],
  };
  return [entries, ends];
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

/** Bytes of the entries of many subjects, of some kinds (null: all), in order. */
export async function selectHappenings(
  tx: Tx,
  tenant: string,
  subjects: readonly string[],
  whats: readonly string[] | null,
): Promise<{ subject: string; bytes: Buffer }[]> {
  return tx.rows(
    `select subject, bytes from ledger where tenant = $1 and subject = any($2::uuid[])
       and ($3::text[] is null or what = any($3::text[])) order by subject, seq`,
    [tenant, subjects, whats],
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
