import { coversArea } from '@huying/kit/access';
import type { Words } from '@huying/kit/error';
import { type Ctx, enqueueOutbox } from '../../ledger/index.ts';
import { type Holder, orgOf } from '../../org/index.ts';
import { type CityCase, desksOf } from './store.ts';

/** Tells those who have a case on their desk what the city said of it; nobody's step depends on it, so it is a notice and no action. */
export async function tellDesk(
  ctx: Ctx,
  one: Pick<CityCase, 'id' | 'number' | 'title' | 'type' | 'area'>,
  told: { readonly what: string; readonly label: Words; readonly key: string; readonly due?: number },
): Promise<void> {
  const org = await orgOf(ctx);
  const holders = (await desksOf(ctx.tx, ctx.tenant, one.id)).flatMap(({ role, unit, post }): readonly Holder[] => {
    const assigned = post === null ? undefined : org.post(post);
    if (assigned !== undefined) return [{ account: assigned.account, post: assigned, as: 'holder' }];
    if (unit === null) {
      return org.holdersOf(role, {}, ctx.now).filter((holder) => coversArea(holder.post.area, one.area));
    }
    const people = org.subtree(unit).flatMap(({ id }) => org.holdersOf(role, { unit: id }, ctx.now));
    const head = org.headOf(unit, ctx.now);
    return people.length > 0 || head === undefined ? people : [head];
  });
  const recipients = [
    ...new Map(holders.map(({ account, post }) => [`${account} ${post.id}`, { account, post: post.id }])).values(),
  ];
  if (recipients.length === 0) return;
  const { key, ...rest } = told;
  enqueueOutbox(ctx, {
    kind: 'notice',
    to: '',
    key: `notice:${one.id}:${key}`,
    body: { case: one.id, number: one.number, title: one.title, type: one.type, does: 'step', recipients, ...rest },
  });
}
