import { HuyingError } from '@huying/kit/error';
import Type from 'typebox';
import { append, type Ctx, defineOperation } from '../ledger/index.ts';
import { changeOrg, orgOf, requirePost, requireRole, rereadOrg } from './org.ts';
import { instant, uuid } from './org-schema.ts';
import { requireSeparation } from './separation.ts';
import { insertDeputy } from './store.ts';
import { type Deputy, type Post, securityAdmin } from './unit.ts';

/** An absent person's post is acted in by someone else for a time. The holder names their deputy, or the security administrator does. */
export const setDeputy = defineOperation({
  name: 'org.setDeputy',
  summary: { zh: '指定代理人', en: 'Name a deputy' },
  input: Type.Object(
    { post: uuid, account: uuid, from: Type.Optional(instant), to: instant },
    { additionalProperties: false },
  ),
  output: Type.Object({ id: uuid }),
  async run(ctx, input) {
    const post = await requirePost(ctx, input.post);
    await requireHolderOrAdmin(ctx, post);
    if (input.account === ctx.actor.account) throw new HuyingError('org.ownPost');
    await changeOrg(ctx);
    const deputy: Deputy = {
      id: ctx.id(),
      post: post.id,
      account: input.account,
      from: input.from ?? ctx.now,
      to: input.to,
    };
    if (deputy.from < ctx.now || deputy.to <= deputy.from) throw new HuyingError('org.datesInvalid');
    if (post.to !== null && post.to <= deputy.from) throw new HuyingError('org.postEnded');
    const org = await orgOf(ctx);
    if (deputy.account === post.account || org.postsOf(deputy.account, ctx.now).every((held) => held.as === 'deputy')) {
      throw new HuyingError('org.deputyInvalid');
    }
    requireSeparation(org, deputy.account, post.role, deputy);
    await insertDeputy(ctx.tx, ctx.tenant, deputy);
    rereadOrg(ctx);
    append(ctx, { subject: post.id, kind: 'post', what: 'set-deputy', visibility: 'internal', body: deputy });
    return { id: deputy.id };
  },
});

/** A deputy cannot pass a post on; nor may the administrator make themselves anyone's deputy. */
async function requireHolderOrAdmin(ctx: Ctx, post: Post): Promise<void> {
  const { actor } = ctx;
  if (actor.kind === 'person' && actor.post === post.id && actor.account === post.account) {
    if ((await orgOf(ctx)).heldPost(post.account, post.id, ctx.now)?.as === 'holder') return;
  }
  await requireRole(ctx, securityAdmin);
}
