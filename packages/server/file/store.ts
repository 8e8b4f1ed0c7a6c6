import type { Tx } from '../db/index.ts';

/** A file on record; instants in epoch milliseconds, places in WGS 84 degrees. */
export interface StoredFile {
  readonly id: string;
  /** what it belongs to; null while it waits to be used */
  readonly owner: { readonly kind: string; readonly id: string } | null;
  readonly name: string;
  /** media type by content */
  readonly type: string;
  /** bytes as kept */
  readonly size: number;
  readonly width: number | null;
  readonly height: number | null;
  readonly takenAt: number | null;
  readonly lon: number | null;
  readonly lat: number | null;
  readonly sha256: Buffer;
  readonly uploadedBy: string;
  readonly uploadedAt: number;
}

type Row = Omit<StoredFile, 'owner'> & { readonly ownerKind: string | null; readonly ownerId: string | null };

const columns = `id, owner_kind as "ownerKind", owner_id as "ownerId", name, type, size, width, height,
  (extract(epoch from taken_at) * 1000)::float8 as "takenAt", lon, lat, sha256, uploaded_by as "uploadedBy",
  (extract(epoch from uploaded_at) * 1000)::float8 as "uploadedAt"`;

export async function insertFile(tx: Tx, tenant: string, file: StoredFile): Promise<void> {
  await tx.run(
    `insert into file (tenant, id, name, type, size, width, height, taken_at, lon, lat, sha256, uploaded_by, uploaded_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      tenant,
      file.id,
      file.name,
      file.type,
      file.size,
      file.width,
      file.height,
      file.takenAt === null ? null : new Date(file.takenAt),
      file.lon,
      file.lat,
      file.sha256,
      file.uploadedBy,
      new Date(file.uploadedAt),
    ],
  );
}

export async function fileById(tx: Tx, tenant: string, id: string): Promise<StoredFile | undefined> {
  const row = await tx.one<Row>(`select ${columns} from file where tenant = $1 and id = $2`, [tenant, id]);
  return row === undefined ? undefined : fileOf(row);
}

export async function filesOf(tx: Tx, tenant: string, kind: string, ids: readonly string[]): Promise<StoredFile[]> {
  const rows = await tx.rows<Row>(
    `select ${columns} from file where tenant = $1 and owner_kind = $2 and owner_id = any($3::uuid[]) order by owner_id, uploaded_at, id`,
    [tenant, kind, ids],
  );
  return rows.map(fileOf);
}

/** Gives waiting files of one uploader to an owner; answers those that were given. */
export async function giveFiles(
  tx: Tx,
  tenant: string,
  ids: readonly string[],
  owner: { readonly kind: string; readonly id: string },
  uploadedBy: string,
): Promise<StoredFile[]> {
  const rows = await tx.rows<Row>(
    `update file set owner_kind = $3, owner_id = $4
     where tenant = $1 and id = any($2::uuid[]) and owner_id is null and uploaded_by = $5 returning ${columns}`,
    [tenant, ids, owner.kind, owner.id, uploadedBy],
  );
  return rows.map(fileOf);
}

export async function knownFiles(tx: Tx, tenant: string, ids: readonly string[]): Promise<Set<string>> {
  const rows = await tx.rows<{ id: string }>('select id from file where tenant = $1 and id = any($2::uuid[])', [
    tenant,
    ids,
  ]);
  return new Set(rows.map((row) => row.id));
}

/** Deletes rows of files that nobody used; answers their ids. At most a thousand at a time. */
export async function deleteWaiting(tx: Tx, tenant: string, before: number): Promise<string[]> {
  const rows = await tx.rows<{ id: string }>(
    `delete from file where tenant = $1 and owner_id is null and id in
       (select id from file where tenant = $1 and owner_id is null and uploaded_at < $2 order by uploaded_at limit 1000)
     returning id`,
    [tenant, new Date(before)],
  );
  return rows.map((row) => row.id);
}

function fileOf({ ownerKind, ownerId, ...row }: Row): StoredFile {
  return { ...row, owner: ownerKind === null || ownerId === null ? null : { kind: ownerKind, id: ownerId } };
}
