import { HuyingError } from '@huying/kit/error';
import type { Db } from '../db/index.ts';
import { listTenants, type Tenant } from '../tenant/index.ts';

/** The district a public door means: the one named, the one the deployment says, or the only one there is. @throws access.district */
export async function publicDistrict(db: Db, named: string | undefined, usual: string | undefined): Promise<string> {
  const codes = (await listTenants(db)).map(({ code }) => code);
  const meant = named ?? usual ?? (codes.length === 1 ? codes[0] : undefined);
  if (meant === undefined || !codes.includes(meant)) throw new HuyingError('access.district');
  return meant;
}

/** The district the sign-in page names: the one in its address, or the only one there is; null where it is not known before signing in. */
export async function askedDistrict(db: Db, named: string | undefined): Promise<Tenant | null> {
  const districts = await listTenants(db);
  if (named !== undefined) return districts.find(({ code }) => code === named) ?? null;
  return (districts.length === 1 ? districts[0] : undefined) ?? null;
}
