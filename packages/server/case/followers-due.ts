import { type CaseRecord, type CaseType, followersOf } from '@huying/kit/case';
import { type Ctx, enqueueJob } from '../ledger/index.ts';

/**
 * When a case that others follow was closed for the citizen, or reopened, puts off to a job what those others are due. Costs every other
 * step nothing: the case itself knows how many joined it.
 */
export async function whenFollowed(
  ctx: Ctx,
  type: CaseType,
  before: CaseRecord | null,
  after: CaseRecord,
): Promise<void> {
  if (followersOf(type, after) === 0 || before === null) return;
  if ((before.closedAt === null) !== (after.closedAt === null)) await seeToFollowers(ctx, after.id);
}

/** Puts off to a job what the cases that follow a main case are due; one that has not begun is enough. */
export async function seeToFollowers(ctx: Ctx, main: string): Promise<void> {
  await enqueueJob(ctx, 'followers', { main }, { key: `followers ${ctx.tenant} ${main}` });
}
