import type { Words } from '@huying/kit/error';
import Type, { type Static } from 'typebox';
import { districtsOf, type Session } from '../identity/index.ts';
import { type HeldPost, orgOf } from '../org/index.ts';
import { listTenants, withTenant } from '../tenant/index.ts';
import type { SurfaceServices, Unread } from './surface-services.ts';

const words = Type.Object({ zh: Type.String(), en: Type.String() });
export const districtAnswer = Type.Object({ code: Type.String(), name: words, zone: Type.String() });

/** Who is signed in, where, and through which posts. */
export const meAnswer = Type.Object({
  account: Type.Object({
    id: Type.String(),
    name: Type.String(),
    displayName: Type.String(),
    locale: Type.Union([Type.Literal('zh'), Type.Literal('en')]),
    mustChangePassword: Type.Boolean(),
    mustEnrolCode: Type.Boolean(),
    totp: Type.Boolean(),
  }),
  district: Type.Union([districtAnswer, Type.Null()]),
  districts: Type.Array(districtAnswer),
  post: Type.Union([Type.String(), Type.Null()]),
  posts: Type.Array(
    Type.Object({
      id: Type.String(),
      unit: Type.Object({ id: Type.String(), name: words }),
      role: Type.String(),
      roleName: words,
      area: Type.Union([Type.String(), Type.Null()]),
      as: Type.Union([Type.Literal('holder'), Type.Literal('deputy')]),
    }),
  ),
  unread: Type.Integer(),
});

type Me = Static<typeof meAnswer>;

export async function meOf(services: SurfaceServices, session: Session, unread: Unread | undefined): Promise<Me> {
  const { account } = session;
  const admitted = await districtsOf(services, account.id);
  const tenants = await listTenants(services.db);
  const districts = admitted.flatMap(({ district }) => tenants.filter(({ code }) => code === district));
  const district = districts.find(({ code }) => code === session.district) ?? null;
  const actor = { kind: 'person', account: account.id, post: session.post, name: account.displayName } as const;
  const count = district === null ? 0 : ((await unread?.({ tenant: district.code, actor })) ?? 0);
  return {
    account: { ...account },
    district,
    districts,
    post: session.post,
    posts: district === null ? [] : await postsOf(services, district.code, account.id),
    unread: count,
  };
}

function postsOf(services: SurfaceServices, tenant: string, account: string): Promise<Me['posts']> {
  return withTenant(services.db, tenant, async (tx) => {
    const org = await orgOf({ tx, tenant });
    return org.postsOf(account, services.now()).map((post) => {
      const name: Words = org.unit(post.unit)?.name ?? { zh: post.unit, en: post.unit };
      return { ...shown(post), unit: { id: post.unit, name }, roleName: roleNameOf(services, post.role) };
    });
  });
}

const shown = ({ id, role, area, as }: HeldPost) => ({ id, role, area, as });

/** What people call a role; its id where no app names it. */
export function roleNameOf({ product }: Pick<SurfaceServices, 'product'>, role: string): Words {
  return product.words[`roles/${role}`] ?? { zh: role, en: role };
}
