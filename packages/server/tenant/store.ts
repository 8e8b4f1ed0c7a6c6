import { HuyingError, type Words } from '@huying/kit/error';
import { type Db, isUniqueViolation, type Tx } from '../db/index.ts';
import { checkTenant, withoutTenant } from './with-tenant.ts';

/** A district. Its code is the tenant of everything it owns. */
export interface Tenant {
  readonly code: string;
  readonly name: Words;
  /** IANA name, such as Asia/Shanghai. */
  readonly zone: string;
}

const COLUMNS = `code, jsonb_build_object('zh', name_zh, 'en', name_en) as name, zone`;

/** Registers a district. Throws database.tenant, .zone, .tenantExists. */
export async function createTenant(db: Db, tenant: Tenant, now: number): Promise<void> {
  await withoutTenant(db, (tx) => registerTenant(tx, tenant, now));
}

/** Registers a district in a transaction that fills it as well. Throws as `createTenant` does. */
export async function registerTenant(tx: Tx, { code, name, zone }: Tenant, now: number): Promise<void> {
  checkTenant(code);
  if (!isZone(zone)) throw new HuyingError('database.zone', { zone });
  try {
    await tx.run('insert into tenant (code, name_zh, name_en, zone, created_at) values ($1, $2, $3, $4, $5)', [
      code,
      name.zh,
      name.en,
      zone,
      new Date(now),
    ]);
  } catch (error) {
    if (isUniqueViolation(error)) throw new HuyingError('database.tenantExists', { tenant: code });
    throw error;
  }
}

/** Every district, by code. */
export async function listTenants(db: Db): Promise<Tenant[]> {
  return withoutTenant(db, (tx) => tx.rows<Tenant>(`select ${COLUMNS} from tenant order by code`));
}

/** One district, in a transaction of the caller's. */
export async function findTenant(tx: Tx, code: string): Promise<Tenant | undefined> {
  return tx.one<Tenant>(`select ${COLUMNS} from tenant where code = $1`, [code]);
}

/** Whether the name is a zone of the IANA data base that this program knows. */
export function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}
