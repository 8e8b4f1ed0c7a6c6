import { isHuyingError } from '@huying/kit/error';
import Type from 'typebox';
import { openWorkOf } from '../../case/index.ts';
import { listAccounts } from '../../identity/index.ts';
import type { Ctx } from '../../ledger/index.ts';
import { inTenant } from '../../ledger/index.ts';
import {
  admitAccount,
  auditAdmin,
  createAccount,
  createPostOperation,
  createUnit,
  disableAccount,
  enableAccount,
  endPost,
  endUnitOperation,
  moveUnit,
  orgOf,
  renameUnit,
  requireRole,
  requireSecondFactor,
  resetPassword,
  resetSecondFactor,
  securityAdmin,
  setDeputy,
  succeedUnitOperation,
  systemAdmin,
} from '../../org/index.ts';
import { roleNameOf } from '../me.ts';
import { type OperationDoor, operationRoute } from '../operation-route.ts';
import { districtRoute, type Route } from '../route.ts';
import type { SurfaceServices } from '../surface-services.ts';

const closed = { additionalProperties: false } as const;
const group = 'org' as const;
const administration = [systemAdmin, securityAdmin, auditAdmin] as const;

/** Units, accounts, posts and deputies: what the three administrators look after. */
export function orgRoutes(services: SurfaceServices): Route[] {
  const doors: OperationDoor[] = [
    { method: 'POST', path: '/api/units', operation: createUnit, group },
    { method: 'PUT', path: '/api/units/:unit/name', operation: renameUnit, group },
    { method: 'PUT', path: '/api/units/:unit/parent', operation: moveUnit, group },
    { method: 'DELETE', path: '/api/units/:unit', operation: endUnitOperation(openWorkOf), group },
    { method: 'POST', path: '/api/units/:unit/successors', operation: succeedUnitOperation(openWorkOf), group },
    { method: 'POST', path: '/api/users', operation: createAccount, group },
    { method: 'POST', path: '/api/users/admit', operation: admitAccount, group },
    { method: 'POST', path: '/api/users/:account/disable', operation: disableAccount, group },
    { method: 'POST', path: '/api/users/:account/enable', operation: enableAccount, group },
    { method: 'POST', path: '/api/users/:account/password', operation: resetPassword, group },
    { method: 'POST', path: '/api/users/:account/second-factor/reset', operation: resetSecondFactor, group },
    { method: 'PUT', path: '/api/users/:account/second-factor', operation: requireSecondFactor, group },
    { method: 'POST', path: '/api/posts', operation: createPostOperation(Object.keys(services.product.roles)), group },
    { method: 'POST', path: '/api/posts/:post/end', operation: endPost, group },
    { method: 'POST', path: '/api/posts/:post/deputies', operation: setDeputy, group },
  ];
  return [...doors.map((door) => operationRoute(services, door)), ...listings(services)];
}

function listings(services: SurfaceServices): Route[] {
  return [
    districtRoute(
      {
        method: 'GET',
        path: '/api/units',
        name: 'org.listUnits',
        group,
        summary: { zh: '单位列表', en: 'List units' },
        answer: Type.Array(Type.Unknown()),
      },
      ({ capacity }) => inTenant(services, capacity, async (ctx) => await listedUnits(ctx)),
    ),
    districtRoute(
      {
        method: 'GET',
        path: '/api/roles',
        name: 'org.listRoles',
        group,
        summary: { zh: '角色列表', en: 'List roles' },
        answer: Type.Array(Type.Unknown()),
      },
      async () => Object.keys(services.product.roles).map((id) => ({ id, name: roleNameOf(services, id) })),
    ),
    districtRoute(
      {
        method: 'GET',
        path: '/api/users',
        name: 'org.listUsers',
        group,
        summary: { zh: '账号列表', en: 'List accounts' },
        query: Type.Object(
          {
            after: Type.Optional(Type.String({ maxLength: 80 })),
            limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
          },
          closed,
        ),
        answer: Type.Object({ items: Type.Array(Type.Unknown()), next: Type.Optional(Type.String()) }),
      },
      ({ capacity, query }) =>
        inTenant(services, capacity, async (ctx) => {
          await requireAdministrator(ctx);
          const org = await orgOf(ctx);
          const page = await listAccounts(ctx.tx, ctx.tenant, { after: query.after, limit: query.limit ?? 50 });
          const items = page.items.map((account) => {
            const posts = org.postsOf(account.id, ctx.now).map(({ id, unit, role, area, as }) => {
              return {
                id,
                unit: { id: unit, name: org.unit(unit)?.name },
                role,
                roleName: roleNameOf(services, role),
                area,
                as,
              };
            });
            return { ...account, posts };
          });
          return { ...page, items };
        }),
    ),
  ];
}

/** Every unit, with those that go on with its duties where it has ended. */
async function listedUnits(ctx: Ctx) {
  const org = await orgOf(ctx);
  return org.units.map((unit) => {
    const successors = org.successorsOf(unit.id).map(({ id }) => id);
    return successors.length === 0 ? unit : { ...unit, successors };
  });
}

/** Any of the three administrators; the refusal names the first. */
async function requireAdministrator(ctx: Ctx): Promise<void> {
  for (const role of administration.slice(1)) {
    try {
      await requireRole(ctx, role);
      return;
    } catch (error) {
      if (!isHuyingError(error) || error.code !== 'org.roleRequired') throw error;
    }
  }
  await requireRole(ctx, systemAdmin);
}
