import { inTenant, theSystem } from '../ledger/index.ts';
import { fixLightsOn, lightsOn, type PromiseServices, yearsUnderWay } from '../promise/index.ts';
import { listTenants } from '../tenant/index.ts';
import { districtOrOnly } from './district-named.ts';

/** What is computed: one district or all, one year or those under way; `fix` writes the lights of a day (true: today) into history. */
export interface LightsAsked {
  readonly district?: string;
  readonly year?: number;
  readonly fix?: string | true;
}

export interface LightsComputed {
  readonly district: string;
  readonly year: number;
  readonly promises: number;
  readonly lights: Readonly<Record<string, number>>;
  readonly fixed: number;
}

/** @throws district.* for one there is not, promise.day for a day to come */
export async function computeLights(
  services: PromiseServices,
  { district, year, fix }: LightsAsked,
): Promise<readonly LightsComputed[]> {
  const { db } = services;
  const meant = district === undefined ? await listTenants(db) : [await districtOrOnly(db, district)];
  const told: LightsComputed[] = [];
  for (const { code } of meant) {
    const lit = await inTenant(services, { tenant: code, actor: theSystem }, async (ctx) => {
      const years = year === undefined ? await yearsUnderWay(ctx) : [year];
      const of: LightsComputed[] = [];
      for (const one of years) {
        const done =
          fix === undefined
            ? await lightsOn(ctx, services, one)
            : await fixLightsOn(ctx, services, one, fix === true ? undefined : fix);
        of.push({ district: code, year: one, ...done });
      }
      return of;
    });
    told.push(...lit);
  }
  return told;
}
