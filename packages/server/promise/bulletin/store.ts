import type { Tx } from '../../db/index.ts';
import type { Paper, PaperInput, PaperKind, PaperWords } from './paper.ts';

const ms = (column: string, as: string) => `(extract(epoch from ${column}) * 1000)::float8 as "${as}"`;

/** What is frozen: what the paper was made of, and the paper as it was made. */
export interface Frozen {
  readonly input: PaperInput;
  readonly paper: Paper;
}

export interface SnapshotRow {
  readonly id: string;
  readonly asOf: string;
  readonly takenAt: number;
  readonly content: Frozen;
  /** Hexadecimal. */
  readonly digest: string;
}

export interface BulletinRow {
  readonly id: string;
  readonly kind: PaperKind;
  readonly year: number;
  readonly issue: number | null;
  readonly document: string | null;
  readonly title: string;
  readonly state: 'draft' | 'issued';
  readonly snapshot: string;
  readonly asOf: string;
  readonly unit: string | null;
  readonly words: PaperWords;
  readonly signedBy: string | null;
  readonly issuedAt: number | null;
  readonly publishedAt: number | null;
  readonly publishedBy: string | null;
  readonly publishedBasis: string | null;
  readonly version: number;
  readonly createdBy: string;
  readonly account: string | null;
  readonly createdAt: number;
}

const COLUMNS = `b.id, b.kind, b.year, b.issue, b.document, b.title, b.state, b.snapshot, s.as_of as "asOf", b.unit, b.words,
  b.signed_by as "signedBy", ${ms('b.issued_at', 'issuedAt')}, ${ms('b.published_at', 'publishedAt')}, b.published_by as "publishedBy",
  b.published_basis as "publishedBasis", b.version, b.created_by as "createdBy", b.account, ${ms('b.created_at', 'createdAt')}`;
const FROM = 'from bulletin b join snapshot s on s.tenant = b.tenant and s.id = b.snapshot';

export async function insertSnapshot(
  tx: Tx,
  tenant: string,
  snapshot: { id: string; kind: string; year: number; asOf: string; takenAt: number; content: string; digest: string },
): Promise<void> {
  await tx.run(
    `insert into snapshot (tenant, id, kind, year, as_of, taken_at, content, digest)
     values ($1, $2, $3, $4, $5, $6, $7, decode($8, 'hex'))`,
    [
      tenant,
      snapshot.id,
      snapshot.kind,
      snapshot.year,
      snapshot.asOf,
      new Date(snapshot.takenAt),
      snapshot.content,
      snapshot.digest,
    ],
  );
}

export async function selectSnapshot(tx: Tx, tenant: string, id: string): Promise<SnapshotRow | undefined> {
  return tx.one<SnapshotRow>(
    `select id, as_of as "asOf", ${ms('taken_at', 'takenAt')}, content, encode(digest, 'hex') as digest
     from snapshot where tenant = $1 and id = $2`,
    [tenant, id],
  );
}

export async function insertBulletin(tx: Tx, tenant: string, row: BulletinRow): Promise<void> {
  await tx.run(
    `insert into bulletin (tenant, id, kind, year, title, state, snapshot, unit, words, version, created_by, account, created_at)
     values ($1, $2, $3, $4, $5, 'draft', $6, $7, $8, 1, $9, $10, $11)`,
    [
      tenant,
      row.id,
      row.kind,
      row.year,
      row.title,
      row.snapshot,
      row.unit,
      JSON.stringify(row.words),
      row.createdBy,
      row.account,
      new Date(row.createdAt),
    ],
  );
}

export async function findBulletin(tx: Tx, tenant: string, id: string): Promise<BulletinRow | undefined> {
  return tx.one<BulletinRow>(`select ${COLUMNS} ${FROM} where b.tenant = $1 and b.id = $2`, [tenant, id]);
}

export async function lockBulletin(tx: Tx, tenant: string, id: string): Promise<BulletinRow | undefined> {
  return tx.one<BulletinRow>(`select ${COLUMNS} ${FROM} where b.tenant = $1 and b.id = $2 for update of b`, [
    tenant,
    id,
  ]);
}

export interface ListScope {
  readonly drafts: boolean;
  /** Whose letters: everybody's, or those to these units. */
  readonly letters: 'all' | readonly string[];
  /** Only what is public. */
  readonly published: boolean;
  readonly ranking: boolean;
}

/** The newest first; `before` is the moment and id of the last one shown. */
export async function selectBulletins(
  tx: Tx,
  tenant: string,
  asked: {
    readonly year: number | null;
    readonly kind: string | null;
    readonly before: readonly [number, string] | null;
    readonly limit: number;
  },
  scope: ListScope,
): Promise<BulletinRow[]> {
  return tx.rows<BulletinRow>(
    `select ${COLUMNS} ${FROM}
     where b.tenant = $1 and ($2::integer is null or b.year = $2) and ($3::text is null or b.kind = $3)
       and ($4 or b.state = 'issued') and (not $5 or b.published_at is not null)
       and (b.kind <> 'letter' or $6::uuid[] is null or b.unit = any($6::uuid[]))
       and ($7 or b.kind <> 'ranking' or b.published_at is not null)
       and ($8::timestamptz is null or (b.created_at, b.id) < ($8, $9::uuid))
     order by b.created_at desc, b.id desc limit $10`,
    [
      tenant,
      asked.year,
      asked.kind,
      scope.drafts,
      scope.published,
      scope.letters === 'all' ? null : scope.letters,
      scope.ranking,
      asked.before === null ? null : new Date(asked.before[0]),
      asked.before === null ? null : asked.before[1],
      asked.limit,
    ],
  );
}

export async function updateDraft(
  tx: Tx,
  tenant: string,
  row: Pick<BulletinRow, 'id' | 'snapshot' | 'words' | 'title'>,
): Promise<void> {
  await tx.run(
    `update bulletin set snapshot = $3, words = $4, title = $5, version = version + 1 where tenant = $1 and id = $2 and state = 'draft'`,
    [tenant, row.id, row.snapshot, JSON.stringify(row.words), row.title],
  );
}

export async function numberTaken(tx: Tx, tenant: string, document: string): Promise<boolean> {
  const row = await tx.one('select 1 from bulletin where tenant = $1 and document = $2', [tenant, document]);
  return row !== undefined;
}

export async function issueDraft(
  tx: Tx,
  tenant: string,
  row: { id: string; issue: number; document: string; by: string; account: string | null; at: number },
): Promise<void> {
  await tx.run(
    `update bulletin set state = 'issued', issue = $3, document = $4, signed_by = $5, signed_account = $6, issued_at = $7, version = version + 1
     where tenant = $1 and id = $2 and state = 'draft'`,
    [tenant, row.id, row.issue, row.document, row.by, row.account, new Date(row.at)],
  );
}

export async function publishIssued(
  tx: Tx,
  tenant: string,
  row: { id: string; by: string; basis: string; at: number },
): Promise<void> {
  await tx.run(
    `update bulletin set published_at = $3, published_by = $4, published_basis = $5, version = version + 1
     where tenant = $1 and id = $2 and state = 'issued' and published_at is null`,
    [tenant, row.id, new Date(row.at), row.by, row.basis],
  );
}

/** Issued papers of a kind and year as of an earlier day, the latest first: with what they were made of. */
export async function issuedBefore(
  tx: Tx,
  tenant: string,
  kind: string,
  year: number,
  asOf: string,
  limit: number,
): Promise<{ readonly id: string; readonly document: string; readonly asOf: string; readonly input: PaperInput }[]> {
  return tx.rows(
    `select b.id, b.document, s.as_of as "asOf", s.content -> 'input' as input ${FROM}
     where b.tenant = $1 and b.kind = $2 and b.year = $3 and b.state = 'issued' and s.as_of < $4
     order by b.issue desc limit $5`,
    [tenant, kind, year, asOf, limit],
  );
}

export interface CorrectionRow {
  readonly id: string;
  readonly bulletin: string;
  readonly document: string;
  readonly place: string;
  readonly label: string;
  readonly old: string;
  readonly new: string;
  readonly reason: string;
  readonly foundBy: string;
  readonly at: number;
  readonly listedIn: string | null;
}

const CORRECTION = `c.id, c.bulletin, coalesce(b.document, b.title) as document, c.place, c.label, c.old, c.new, c.reason, c.found_by as "foundBy",
  ${ms('c.at', 'at')}, c.listed_in as "listedIn"`;

export async function correctionsOf(tx: Tx, tenant: string, bulletin: string): Promise<CorrectionRow[]> {
  return tx.rows<CorrectionRow>(
    `select ${CORRECTION} from bulletin_correction c join bulletin b on b.tenant = c.tenant and b.id = c.bulletin
     where c.tenant = $1 and c.bulletin = $2 order by c.at, c.id`,
    [tenant, bulletin],
  );
}

/** Corrections of a year's papers that no issue has listed yet. */
export async function openCorrections(tx: Tx, tenant: string, year: number): Promise<CorrectionRow[]> {
  return tx.rows<CorrectionRow>(
    `select ${CORRECTION} from bulletin_correction c join bulletin b on b.tenant = c.tenant and b.id = c.bulletin
     where c.tenant = $1 and c.listed_in is null and b.year <= $2 order by c.at, c.id`,
    [tenant, year],
  );
}

export async function insertCorrection(
  tx: Tx,
  tenant: string,
  row: Omit<CorrectionRow, 'document' | 'listedIn'> & { readonly account: string | null },
): Promise<void> {
  await tx.run(
    `insert into bulletin_correction (tenant, id, bulletin, place, label, old, new, reason, found_by, account, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      tenant,
      row.id,
      row.bulletin,
      row.place,
      row.label,
      row.old,
      row.new,
      row.reason,
      row.foundBy,
      row.account,
      new Date(row.at),
    ],
  );
}

export async function listCorrections(tx: Tx, tenant: string, ids: readonly string[], bulletin: string): Promise<void> {
  if (ids.length === 0) return;
  await tx.run(
    'update bulletin_correction set listed_in = $3 where tenant = $1 and id = any($2::uuid[]) and listed_in is null',
    [tenant, ids, bulletin],
  );
}
