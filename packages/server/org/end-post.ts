import { HuyingError } from '@huying/kit/error';
import Type from 'typebox';
import { append, defineOperation } from '../ledger/index.ts';
import { changeOrg, requirePost, requireRole, rereadOrg } from './org.ts';
import { line, nothing, uuid } from './org-schema.ts';
import { endPostAt } from './store.ts';
import { securityAdmin } from './unit.ts';

/** Ends a post now; its holder and deputies can act in it no more from the next request on. */
export const endPost = defineOperation({
  name: 'org.endPost',
  summary: { zh: '免去岗位', en: 'End a post' },
  input: Type.Object({ post: uuid, reason: line(200) }, { additionalProperties: false }),
  output: nothing,
  async run(ctx, input) {
    await requireRole(ctx, securityAdmin);
    await changeOrg(ctx);
    const post = await requirePost(ctx, input.post);
    if (post.account === ctx.actor.account) throw new HuyingError('org.ownPost');
    if (post.to !== null && post.to <= ctx.now) throw new HuyingError('org.postEnded');
    await endPostAt(ctx.tx, ctx.tenant, post.id, Math.max(ctx.now, post.from));
    rereadOrg(ctx);
    append(ctx, {
      subject: post.id,
      kind: 'post',
      what: 'end',
      visibility: 'internal',
      body: { reason: input.reason },
    });
    return {};
  },
});
