import { HuyingError } from '@huying/kit/error';
import type { Db } from '../db/index.ts';
import { listTenants, type Tenant } from '../tenant/index.ts';

/** The district of a code. @throws access.district */
export async function requireDistrict(db: Db, code: string): Promise<Tenant> {
  const found = (await listTenants(db)).find((tenant) => tenant.code === code);
  if (found === undefined) throw new HuyingError('access.district');
  return found;
}

/** The district named, or the only one there is. @throws access.district */
export async function districtOrOnly(db: Db, code: string | undefined): Promise<Tenant> {
  if (code !== undefined) return requireDistrict(db, code);
  const all = await listTenants(db);
  const [only] = all;
  if (only === undefined || all.length > 1) throw new HuyingError('access.district');
  return only;
}
