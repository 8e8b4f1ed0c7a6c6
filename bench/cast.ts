import { type CaseServices, worldOf } from '@huying/server/case';
import { type Actor, type Capacity, inTenant, theSystem } from '@huying/server/ledger';
import { tenant as measured } from './data-set.ts';

/** The district's people as the loads need them. */
export interface Cast {
  /** Somebody with the role, limited to no area. */
  as(role: string): Capacity;
  /** Units that take cases, each with its desk. */
  readonly desks: readonly Desk[];
}

export interface Desk {
  readonly unit: string;
  readonly clerk: Capacity;
}

/** The people of a district: of the measured one, unless another is named. */
export async function castOf(services: CaseServices, tenant: string = measured): Promise<Cast> {
  const { org } = await inTenant(services, { tenant, actor: theSystem }, (ctx) => worldOf(ctx, services));
  const posts = org.units.flatMap((unit) => org.postsIn(unit.id));
  const capacity = (role: string, account: string, post: string): Capacity => {
    const actor: Actor = { kind: 'person', account, post, name: role };
    return { tenant, actor };
  };
  return {
    as(role) {
      const post = posts.find((one) => one.role === role && one.area === null);
      if (post === undefined) throw new Error(`nobody in the data set is ${role}`);
      return capacity(role, post.account, post.id);
    },
    desks: posts
      .filter(({ role }) => role === 'unit-clerk')
      .map(({ unit, account, id }) => ({ unit, clerk: capacity('unit-clerk', account, id) })),
  };
}
