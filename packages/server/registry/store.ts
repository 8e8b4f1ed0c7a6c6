import type { RecordVersion } from '@huying/kit/registry';
import type { Tx } from '../db/index.ts';
import type { Provenance, RecordHistory, RecordReading, RegistryRecord } from './record.ts';

const ms = (column: string, as: string) => `(extract(epoch from ${column}) * 1000)::float8 as "${as}"`;
const content = `v.version, ${ms('v.effective_from', 'effectiveFrom')}, ${ms('v.valid_to', 'validTo')}, v.parent,
  jsonb_build_object('zh', v.name_zh, 'en', v.name_en) as name, v.data`;

type Identity = Omit<RegistryRecord, 'versions'>;
type VersionRow = RecordVersion & { readonly record: string };

/** Records with all their versions: of one registry, or (null) of all. */
export async function readRecords(tx: Tx, tenant: string, registry: string | null): Promise<RegistryRecord[]> {
  const identities = await tx.rows<Identity>(
    `select id, registry, code, parent, path from record
     where tenant = $1 and ($2::text is null or registry = $2) order by registry, path`,
    [tenant, registry],
  );
  const versions = await tx.rows<VersionRow>(
    `select v.record, ${content} from record_version v join record r on r.tenant = v.tenant and r.id = v.record
     where v.tenant = $1 and ($2::text is null or r.registry = $2) order by v.record, v.version`,
    [tenant, registry],
  );
  return withVersions(identities, versions);
}

/** One record with its ancestors and all below it, enough to put, move or retire it. */
export async function readFamily(
  tx: Tx,
  tenant: string,
  registry: string,
  code: string,
  parent: string | null,
): Promise<RegistryRecord[]> {
  const identities = await tx.rows<Identity>(
    `select r.id, r.registry, r.code, r.parent, r.path from record r
     where r.tenant = $1 and r.registry = $2 and (r.code = $3 or r.code = $4 or exists (
       select from record top where top.tenant = $1 and top.registry = $2 and top.code = $3
         and r.path > top.path || '/' and r.path < top.path || '0'))`,
    [tenant, registry, code, parent],
  );
  const versions = await tx.rows<VersionRow>(
    `select v.record, ${content} from record_version v where v.tenant = $1 and v.record = any($2::uuid[]) order by v.record, v.version`,
    [tenant, identities.map((identity) => identity.id)],
  );
  return withVersions(identities, versions);
}

function withVersions(identities: readonly Identity[], rows: readonly VersionRow[]): RegistryRecord[] {
  const byRecord = Map.groupBy(rows, (row) => row.record);
  return identities.map((identity) => ({
    ...identity,
    versions: (byRecord.get(identity.id) ?? []).map(({ record: _, ...version }) => version),
  }));
}

/** Every version of one record, the latest entry first. */
export async function readHistory(tx: Tx, tenant: string, record: string): Promise<RecordHistory[]> {
  return tx.rows<RecordHistory>(
    `select ${content}, v.source, v.set_by as "setBy", v.account, v.reason, ${ms('v.set_at', 'setAt')}
     from record_version v where v.tenant = $1 and v.record = $2 order by v.version desc`,
    [tenant, record],
  );
}

export interface RecordListing {
  readonly registry: string;
  readonly at: number;
  /** Codes after this one; '' from the start. */
  readonly after: string;
  readonly limit: number;
}

const listed = `select r.id, r.registry, r.code, r.path, ${content} from record r
  join record_version v on v.tenant = r.tenant and v.record = r.id and v.effective_from <= $3 and (v.valid_to is null or v.valid_to > $3)
  where r.tenant = $1 and r.registry = $2 and r.code > $4`;

/** The records right below a parent (null: the top), in the order of their codes. */
export async function listChildren(
  tx: Tx,
  tenant: string,
  parent: string | null,
  { registry, at, after, limit }: RecordListing,
): Promise<RecordReading[]> {
  const below = parent === null ? 'r.parent is null' : 'r.parent = $6';
  const params = [tenant, registry, new Date(at), after, limit];
  const sql = `${listed} and ${below} order by r.code limit $5`;
  return tx.rows<RecordReading>(sql, parent === null ? params : [...params, parent]);
}

/** The records whose code or name begins with the words, in the order of their codes. */
export async function searchRecords(
  tx: Tx,
  tenant: string,
  words: string,
  { registry, at, after, limit }: RecordListing,
): Promise<RecordReading[]> {
  const prefix = `${words.replaceAll(/[\\%_]/g, '\\$&')}%`;
  return tx.rows<RecordReading>(
    `${listed} and (r.code like $6 or v.name_zh like $6 or v.name_en ilike $6) order by r.code limit $5`,
    [tenant, registry, new Date(at), after, limit, prefix],
  );
}

/** Adds records; parents come before their children. */
export async function insertRecords(tx: Tx, tenant: string, records: readonly RegistryRecord[]): Promise<void> {
  const rows = records.map(({ id, registry, code, parent, path }) => ({ id, registry, code, parent, path }));
  await tx.run(
    `insert into record (tenant, registry, id, code, parent, path)
     select $1, registry, id, code, parent, path
     from jsonb_to_recordset($2::jsonb) as r (registry text, id uuid, code text, parent text, path text)`,
    [tenant, JSON.stringify(rows)],
  );
}

export interface NewVersion {
  readonly record: string;
  readonly version: RecordVersion;
}

export async function insertVersions(
  tx: Tx,
  tenant: string,
  added: readonly NewVersion[],
  by: Provenance,
): Promise<void> {
  const rows = added.map(({ record, version: { effectiveFrom, validTo, ...version } }) => ({
    ...version,
    record,
    effective_from: iso(effectiveFrom),
    valid_to: iso(validTo),
    name_zh: version.name.zh,
    name_en: version.name.en,
  }));
  await tx.run(
    `insert into record_version (tenant, record, version, effective_from, valid_to, parent, name_zh, name_en, data, source, set_by, account, reason, set_at)
     select $1, record, version, effective_from, valid_to, parent, name_zh, name_en, data, $3, $4, $5, $6, $7
     from jsonb_to_recordset($2::jsonb) as v (record uuid, version integer, effective_from timestamptz, valid_to timestamptz,
       parent text, name_zh text, name_en text, data jsonb)`,
    [tenant, JSON.stringify(rows), by.source, by.setBy, by.account, by.reason, new Date(by.setAt)],
  );
}

/** Ends versions at their new `validTo`. */
export async function endVersions(tx: Tx, tenant: string, ended: readonly NewVersion[]): Promise<void> {
  const rows = ended.map(({ record, version }) => ({
    record,
    version: version.version,
    valid_to: iso(version.validTo),
  }));
  await tx.run(
    `update record_version v set valid_to = e.valid_to
     from jsonb_to_recordset($2::jsonb) as e (record uuid, version integer, valid_to timestamptz)
     where v.tenant = $1 and v.record = e.record and v.version = e.version`,
    [tenant, JSON.stringify(rows)],
  );
}

/** Hangs a record elsewhere; the paths of all below it follow. */
export async function moveRecord(tx: Tx, tenant: string, record: RegistryRecord, from: string): Promise<void> {
  await tx.run('update record set parent = $3 where tenant = $1 and id = $2', [tenant, record.id, record.parent]);
  await tx.run(
    `update record set path = $4 || substr(path, length($3) + 1)
     where tenant = $1 and registry = $2 and (path = $3 or (path > $3 || '/' and path < $3 || '0'))`,
    [tenant, record.registry, from, record.path],
  );
}

function iso(instant: number | null): string | null {
  return instant === null ? null : new Date(instant).toISOString();
}
