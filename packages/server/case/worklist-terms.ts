import { DAY_MS } from '@huying/kit/calendar';
import { type Condition, timestamp } from '@huying/kit/condition';
import type { World } from './world.ts';

/** Puts the reader and the moment in the place of the names a list calls them by: `my.post`, `my.unit`, `now`, and `inOneDay`, 24 hours after it. */
export function bound(condition: Condition, { post, context }: Pick<World, 'post' | 'context'>): Condition {
  // Nobody's post matches no row; a null would need another tree.
  const nobody = '00000000-0000-0000-0000-000000000000';
  const terms: Readonly<Record<string, unknown>> = {
    now: timestamp(context.now),
    inOneDay: timestamp(context.now + DAY_MS),
    'my.post': post?.id ?? nobody,
    'my.unit': post?.unit ?? nobody,
  };
  const put = (node: unknown): unknown => {
    if (node === null || typeof node !== 'object') return node;
    if (Array.isArray(node)) return node.map(put);
    if ('property' in node && typeof node.property === 'string' && Object.hasOwn(terms, node.property)) {
      return terms[node.property];
    }
    return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, put(value)]));
  };
  return put(condition) as Condition;
}
