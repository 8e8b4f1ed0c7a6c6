import type { Ctx } from '../../ledger/index.ts';
import type { PromiseWorld } from '../core/promise-world.ts';
import { candidatesNamed } from '../vote/candidate.store.ts';
import { type ItemRecord, type MadePromise, madePromises } from './report.store.ts';
import type { ItemView } from './report-schema.ts';

type ViewWorld = Pick<PromiseWorld, 'org' | 'today'>;

/** Items as the desk shows them, with what they became. */
export async function itemViews(ctx: Ctx, world: ViewWorld, items: readonly ItemRecord[]): Promise<ItemView[]> {
  const ids = items.flatMap(({ promise }) => (promise === null ? [] : [promise]));
  const made = await madePromises(ctx.tx, ctx.tenant, ids, world.today);
  const tied = items.flatMap(({ candidate }) => (candidate === null ? [] : [candidate]));
  const projects = tied.length === 0 ? [] : await candidatesNamed(ctx.tx, ctx.tenant, tied);
  const byId = new Map(made.map((promise) => [promise.id, promise]));
  return items.map((item): ItemView => {
    const { account: _, decidedAt, promise, candidate, ...rest } = item;
    const project = projects.find(({ id }) => id === candidate);
    const found = promise === null ? undefined : byId.get(promise);
    return {
      ...rest,
      clauses: [...item.clauses],
      origins: [...item.origins],
      missing: [...item.missing] as ItemView['missing'],
      promise: found === undefined ? null : promiseOf(found, world),
      project: project === undefined ? null : { id: project.id, title: project.title, state: project.state },
      decidedAt: decidedAt === null ? null : new Date(decidedAt).toISOString(),
    };
  });
}

function promiseOf({ duties, ...promise }: MadePromise, { org }: ViewWorld): NonNullable<ItemView['promise']> {
  const named = (part: string[]) =>
    duties.flatMap((duty) => {
      const unit = part.includes(duty.part) && duty.unit !== null ? org.unit(duty.unit) : undefined;
      return unit === undefined ? [] : [{ id: unit.id, name: unit.name }];
    });
  const leader = duties.findLast(({ part }) => part === 'leader')?.post ?? null;
  return {
    ...promise,
    lead: named(['lead']).at(-1) ?? null,
    assisting: named(['assisting', 'asked']),
    leader: leader === null ? null : { post: leader, name: org.holderName(leader) ?? '' },
  };
}
