import { coversArea } from '@huying/kit/access';
import type { Words } from '@huying/kit/error';
import { type Ctx, enqueueOutbox } from '../../ledger/index.ts';
import type { Holder } from '../../org/index.ts';
import type { PromiseRecord } from './promise-record.ts';
import type { PromiseWorld } from './promise-world.ts';

/** The district's supervisors whose area covers the promise. */
export function supervisorsIn(
  ctx: Ctx,
  { org }: PromiseWorld,
  { area }: Pick<PromiseRecord, 'area'>,
): readonly Holder[] {
  const all = org.holdersOf('supervisor', {}, ctx.now);
  const own = all.filter(({ post }) => area === null || coversArea(post.area, area));
  return own.length > 0 ? own : all;
}

/** The people of a unit who do the work of a promise: its desk and its head; where it has neither, the nearest head above. */
export function peopleOf(ctx: Ctx, { org }: PromiseWorld, unit: string | null): readonly Holder[] {
  if (unit === null) return [];
  const own = ['unit-clerk', 'unit-head'].flatMap((role) => org.holdersOf(role, { unit }, ctx.now));
  if (own.length > 0) return own;
  const head = org.headOf(unit, ctx.now);
  return head === undefined ? [] : [head];
}

/** Puts a notice of a promise, a plan or a blocker (by its id, with number and title of its project) into the outbox; nothing where it reaches nobody. */
export async function tellOf(
  ctx: Ctx,
  promise: Pick<PromiseRecord, 'id' | 'number' | 'title'>,
  holders: readonly Holder[],
  told: {
    readonly what: string;
    readonly does: 'step' | 'warn' | 'urge' | 'escalate' | 'circulate';
    readonly label: Words;
    readonly key: string;
    readonly due?: number;
  },
  type: 'promise' | 'plan' | 'blocker' = 'promise',
): Promise<void> {
  if (holders.length === 0) return;
  const recipients = new Map(holders.map(({ account, post }) => [account, { account, post: post.id }]));
  const { key, ...rest } = told;
  const { id, number, title } = promise;
  enqueueOutbox(ctx, {
    kind: 'notice',
    to: '',
    key: `notice:${id}:${key}`,
    body: { case: id, number, title, type, recipients: [...recipients.values()], ...rest },
  });
}
