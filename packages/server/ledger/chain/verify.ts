import { isDeepStrictEqual } from 'node:util';
import { HuyingError, type Words } from '@huying/kit/error';
import type { Db, Tx } from '../../db/index.ts';
import { readingTenant } from '../../tenant/index.ts';
import { bytesOf, type EntryContent, GENESIS, linkHash, readContent } from './entry.ts';
import { countEntries, firstLooseHead, nextRows, rowsOf, type StoredRow } from './store.ts';

/** Where a chain first fails, and why. */
export interface Break {
  readonly subject: string;
  readonly seq: number;
  readonly reason: Words;
}

export interface Verification {
  readonly subjects: number;
  readonly entries: number;
  readonly broken: Break | null;
}

export type OnProgress = (done: number, total: number) => void;

export interface VerifyOptions {
  /** One chain only. */
  readonly subject?: string;
  readonly onProgress?: OnProgress;
}

const PAGE = 2_000;

const REASONS = {
  gap: { zh: '序号不连续', en: 'entries are missing before it' },
  previous: { zh: '没有接在上一条之后', en: 'it does not follow the entry before it' },
  hash: { zh: '内容与散列不符', en: 'its content does not match its hash' },
  columns: { zh: '列与散列过的内容不符', en: 'its columns do not match the content that was hashed' },
  head: { zh: '链尾与链头记录不符（有流水被截去或添加）', en: 'the end of the chain is not where its head says' },
} as const satisfies Record<string, Words>;

/** Verifies one district's chains on one unchanging picture of the database, however large: rows are streamed in pages. */
export async function verifyChains(db: Db, tenant: string, options: VerifyOptions = {}): Promise<Verification> {
  return readingTenant(db, tenant, (tx) => verifyChainsIn(tx, tenant, options));
}

/** The same in a transaction of the caller's. Stops at the first break. */
export async function verifyChainsIn(tx: Tx, tenant: string, options: VerifyOptions = {}): Promise<Verification> {
  const { subject, onProgress } = options;
  const total = onProgress === undefined ? 0 : await countEntries(tx, tenant, subject);
  let before: StoredRow | undefined;
  let subjects = 0;
  let entries = 0;
  for (;;) {
    const page: StoredRow[] =
      subject === undefined
        ? await nextRows(tx, tenant, before, PAGE)
        : await rowsOf(tx, tenant, subject, before?.seq ?? 0, PAGE);
    for (const row of page) {
      const continues = before?.subject === row.subject;
      if (!continues) subjects += 1;
      const reason = breakAt(tenant, row, continues ? before : undefined);
      if (reason !== undefined) return { subjects, entries, broken: { subject: row.subject, seq: row.seq, reason } };
      entries += 1;
      before = row;
    }
    onProgress?.(entries, total);
    if (page.length < PAGE) break;
  }
  const loose = await firstLooseHead(tx, tenant, subject);
  return { subjects, entries, broken: loose === undefined ? null : { ...loose, reason: REASONS.head } };
}

/** Throws ledger.broken at the first break. */
export async function demandWholeChains(tx: Tx, tenant: string, onProgress?: OnProgress): Promise<void> {
  const { broken } = await verifyChainsIn(tx, tenant, onProgress === undefined ? {} : { onProgress });
  if (broken !== null) {
    const { subject, seq, reason } = broken;
    throw new HuyingError('ledger.broken', { subject, seq }, [{ path: `/${subject}/${seq}`, ...reason }]);
  }
}

function breakAt(tenant: string, row: StoredRow, before: StoredRow | undefined): Words | undefined {
  if (row.seq !== (before?.seq ?? 0) + 1) return REASONS.gap;
  if (!row.prev.equals(before?.hash ?? GENESIS)) return REASONS.previous;
  if (!linkHash(row.prev, row.bytes).equals(row.hash)) return REASONS.hash;
  return columnsAgree(tenant, row) ? undefined : REASONS.columns;
}

/** Lists read the columns, the chain protects the bytes: both must say the same. */
function columnsAgree(tenant: string, row: StoredRow): boolean {
  const { actor, body, ...told }: EntryContent = readContent(row.bytes);
  const { subject, kind, what, visibility } = row;
  const at = row.at.toISOString();
  const recorded = row.recorded.toISOString();
  const stored = { tenant, subject, kind, what, visibility, at, recorded };
  return isDeepStrictEqual(stored, told) && bytesOf({ ...told, actor, body }).equals(row.bytes);
}
