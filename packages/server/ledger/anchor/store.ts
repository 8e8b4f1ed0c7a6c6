import type { Tx } from '../../db/index.ts';
import type { Head } from '../chain/store.ts';

export type { Head };

export interface AnchorRow {
  readonly day: string;
  readonly at: Date;
  readonly file: string;
  readonly heads: number;
  readonly hash: Buffer;
}

const COLUMNS = 'day, at, file, heads, hash';
const PAGE = 5_000;
const NIL = '00000000-0000-0000-0000-000000000000';

export async function anchorOf(tx: Tx, tenant: string, day: string): Promise<AnchorRow | undefined> {
  return tx.one<AnchorRow>(`select ${COLUMNS} from anchor where tenant = $1 and day = $2`, [tenant, day]);
}

export async function lastAnchor(tx: Tx, tenant: string): Promise<AnchorRow | undefined> {
  return tx.one<AnchorRow>(`select ${COLUMNS} from anchor where tenant = $1 order by day desc limit 1`, [tenant]);
}

export async function anchorsOf(tx: Tx, tenant: string): Promise<AnchorRow[]> {
  return tx.rows<AnchorRow>(`select ${COLUMNS} from anchor where tenant = $1 order by day`, [tenant]);
}

/** Two processes may anchor at once: the file of the later one is the one on disk, and so is its hash. */
export async function insertAnchor(tx: Tx, tenant: string, row: AnchorRow): Promise<void> {
  await tx.run(
    `insert into anchor (tenant, day, at, file, heads, hash) values ($1, $2, $3, $4, $5, $6)
     on conflict (tenant, day) do update set at = excluded.at, file = excluded.file, heads = excluded.heads, hash = excluded.hash`,
    [tenant, row.day, row.at, row.file, row.heads, row.hash],
  );
}

/** Heads of the chains that grew since an instant, by subject, in pages. */
export async function* headsSince(tx: Tx, tenant: string, since: number): AsyncGenerator<Head[]> {
  for (let after = NIL; ; ) {
    const page: Head[] = await tx.rows<Head>(
      `select h.subject, h.seq, h.hash from chain_head h
       where h.tenant = $1 and h.subject > $2
         and exists (select 1 from ledger l where l.tenant = h.tenant and l.subject = h.subject and l.seq = h.seq and l.recorded_at >= $3)
       order by h.subject limit ${PAGE}`,
      [tenant, after, new Date(since)],
    );
    const last = page.at(-1);
    if (last === undefined) return;
    yield page;
    after = last.subject;
  }
}

/** The hash of one entry, hexadecimal. */
export async function linkAt(tx: Tx, tenant: string, subject: string, seq: number): Promise<string | undefined> {
  const row = await tx.one<{ hash: string }>(
    `select encode(hash, 'hex') as hash from ledger where tenant = $1 and subject = $2 and seq = $3`,
    [tenant, subject, seq],
  );
  return row?.hash;
}
