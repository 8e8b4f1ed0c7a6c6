import { HuyingError } from '@huying/kit/error';
import Type from 'typebox';
import { accountIn } from '../identity/index.ts';
import { append, defineOperation } from '../ledger/index.ts';
import { changeOrg, orgOf, requireRole, requireUnit, rereadOrg } from './org.ts';
import { areaCode, instant, roleName, uuid } from './org-schema.ts';
import { requireSeparation } from './separation.ts';
import { insertPost } from './store.ts';
import { auditAdmin, inForce, type Post, securityAdmin, systemAdmin, unitHead } from './unit.ts';

/** Gives a person a role in a unit. @param roles the roles that apps declare; those of this folder are always known */
export function createPostOperation(roles: readonly string[]) {
  const known = new Set([...roles, unitHead, systemAdmin, securityAdmin, auditAdmin]);
  return defineOperation({
    name: 'org.createPost',
    summary: { zh: '任命岗位', en: 'Give a post' },
    input: Type.Object(
      {
        account: uuid,
        unit: uuid,
        role: roleName,
        area: Type.Optional(areaCode),
        from: Type.Optional(instant),
        to: Type.Optional(Type.Union([instant, Type.Null()])),
      },
      { additionalProperties: false },
    ),
    output: Type.Object({ id: uuid }),
    async run(ctx, input) {
      await requireRole(ctx, securityAdmin);
      if (!known.has(input.role)) throw new HuyingError('org.roleUnknown', { role: input.role });
      if (input.account === ctx.actor.account) throw new HuyingError('org.ownPost');
      await changeOrg(ctx);
      const account = await accountIn(ctx.tx, ctx.tenant, input.account);
      const unit = await requireUnit(ctx, input.unit);
      const post: Post = {
        id: ctx.id(),
        account: account.id,
        unit: unit.id,
        role: input.role,
        area: input.area ?? null,
        from: input.from ?? ctx.now,
        to: input.to ?? null,
      };
      // A post that begins in the past would make what was refused then look allowed.
      if (post.from < ctx.now || (post.to !== null && post.to <= post.from)) throw new HuyingError('org.datesInvalid');
      if (!inForce(unit, post.from)) throw new HuyingError('org.unitUnknown');
      requireSeparation(await orgOf(ctx), account.id, post.role, post);
      await insertPost(ctx.tx, ctx.tenant, post);
      rereadOrg(ctx);
      append(ctx, { subject: post.id, kind: 'post', what: 'create', visibility: 'internal', body: post });
      return { id: post.id };
    },
  });
}
