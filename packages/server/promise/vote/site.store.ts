import type { Tx } from '../../db/index.ts';

export const siteStates = ['planned', 'under-way', 'completed', 'verified', 'cancelled'] as const;
export type SiteState = (typeof siteStates)[number];

/** Leave of an authority, e.g. of a lift: 建设工程规划许可证, 特种设备使用登记证. */
export interface Permit {
  readonly kind: string;
  readonly number: string;
  readonly date: string | null;
  /** File of the document. */
  readonly file: string | null;
}

/** A place where a livelihood project or a key project is carried out; days of the district, WGS 84 degrees. */
export interface Site {
  readonly id: string;
  readonly promise: string;
  readonly no: number;
  readonly name: string;
  readonly address: string | null;
  readonly area: string | null;
  readonly longitude: number | null;
  readonly latitude: number | null;
  readonly unit: string | null;
  readonly state: SiteState;
  readonly due: string | null;
  readonly startedOn: string | null;
  readonly completedOn: string | null;
  readonly verifiedOn: string | null;
  readonly work: string | null;
  readonly permits: readonly Permit[];
  /** Accounts that reported progress here. */
  readonly reporters: readonly string[];
  readonly version: number;
}

const columns = `id, promise, no, name, address, area, longitude, latitude, unit, state, due::text as due, started_on::text as "startedOn",
  completed_on::text as "completedOn", verified_on::text as "verifiedOn", work, permits, reporters, version`;

export async function sitesOf(tx: Tx, tenant: string, promise: string): Promise<Site[]> {
  return tx.rows<Site>(`select ${columns} from site where tenant = $1 and promise = $2 order by no`, [tenant, promise]);
}

/** The sites of many promises at once. */
export async function sitesOfAll(tx: Tx, tenant: string, promises: readonly string[]): Promise<Site[]> {
  return tx.rows<Site>(
    `select ${columns} from site where tenant = $1 and promise = any($2::uuid[]) order by promise, no`,
    [tenant, promises],
  );
}

export async function promiseOfSite(tx: Tx, tenant: string, id: string): Promise<string | undefined> {
  const row = await tx.one<{ promise: string }>('select promise from site where tenant = $1 and id = $2', [tenant, id]);
  return row?.promise;
}

export async function lockSite(tx: Tx, tenant: string, id: string): Promise<Site | undefined> {
  return tx.one<Site>(`select ${columns} from site where tenant = $1 and id = $2 for update`, [tenant, id]);
}

export async function insertSites(tx: Tx, tenant: string, sites: readonly Site[]): Promise<void> {
  await tx.run(
    `insert into site (tenant, id, promise, no, name, address, area, longitude, latitude, unit, state, due, started_on, completed_on,
       verified_on, work, permits, reporters, version)
     select $1, s.id, s.promise, s.no, s.name, s.address, s.area, s.longitude, s.latitude, s.unit, s.state, s.due, s."startedOn",
       s."completedOn", s."verifiedOn", s.work, s.permits, array(select jsonb_array_elements_text(s.reporters)::uuid), s.version
     from jsonb_to_recordset($2::jsonb) as s(id uuid, promise uuid, no integer, name text, address text, area text,
       longitude double precision, latitude double precision, unit uuid, state text, due date, "startedOn" date, "completedOn" date,
       "verifiedOn" date, work text, permits jsonb, reporters jsonb, version integer)`,
    [tenant, JSON.stringify(sites)],
  );
}

export async function updateSite(tx: Tx, tenant: string, site: Site): Promise<void> {
  await tx.run(
    `update site set name = $3, address = $4, area = $5, longitude = $6, latitude = $7, unit = $8, state = $9, due = $10,
       started_on = $11, completed_on = $12, verified_on = $13, work = $14, permits = $15, reporters = $16, version = $17
     where tenant = $1 and id = $2`,
    [
      tenant,
      site.id,
      site.name,
      site.address,
      site.area,
      site.longitude,
      site.latitude,
      site.unit,
      site.state,
      site.due,
      site.startedOn,
      site.completedOn,
      site.verifiedOn,
      site.work,
      JSON.stringify(site.permits),
      site.reporters,
      site.version,
    ],
  );
}

/** Photos and papers of a promise's sites, the newest first. */
export async function siteEvidence(
  tx: Tx,
  tenant: string,
  promise: string,
): Promise<{ site: string; file: string; kind: string; verification: boolean }[]> {
  return tx.rows(
    `select site, file, kind, verification is not null as verification from evidence
     where tenant = $1 and promise = $2 and site is not null and file is not null order by at desc, id desc`,
    [tenant, promise],
  );
}
