import { HuyingError } from '@huying/kit/error';
import type { Ctx } from '../../ledger/index.ts';
import type { PromiseWorld } from '../core/promise-world.ts';
import { may } from './settings.ts';
import { type BulletinRow, findBulletin, type ListScope, lockBulletin } from './store.ts';

/** Whether the acting post has a hand in papers: it sees drafts. */
export function worksOnPapers(ctx: Pick<Ctx, 'actor'>, world: PromiseWorld): boolean {
  return (
    may(ctx, world, 'bulletin.makers') || may(ctx, world, 'bulletin.signers') || may(ctx, world, 'bulletin.approvers')
  );
}

/** What a list shows: to those who work on them all; to the government's own what was issued, of letters those to their units; to others what is public. */
export function listScope(ctx: Pick<Ctx, 'actor'>, world: PromiseWorld): ListScope | null {
  if (worksOnPapers(ctx, world)) return { drafts: true, letters: 'all', published: false, ranking: true };
  const { promises } = world;
  switch (promises.reach) {
    case 'none':
      return null;
    case 'published':
      return { drafts: false, letters: [], published: true, ranking: false };
    case 'promises':
      return {
        drafts: false,
        letters: promises.units,
        published: false,
        ranking: may(ctx, world, 'performance.readers'),
      };
    default:
      return promises satisfies never;
  }
}

export function sees(ctx: Pick<Ctx, 'actor'>, world: PromiseWorld, row: BulletinRow): boolean {
  const scope = listScope(ctx, world);
  if (scope === null) return false;
  if (row.state === 'draft') return scope.drafts;
  if (scope.published && row.publishedAt === null) return false;
  if (row.kind === 'ranking') return scope.ranking || row.publishedAt !== null;
  return row.kind !== 'letter' || scope.letters === 'all' || (row.unit !== null && scope.letters.includes(row.unit));
}

/** A paper the reader may see. @throws bulletin.unknown, the same for what is not there and what is not theirs */
export async function requireBulletin(ctx: Ctx, world: PromiseWorld, id: string): Promise<BulletinRow> {
  const row = await findBulletin(ctx.tx, ctx.tenant, id);
  if (row === undefined || !sees(ctx, world, row)) throw new HuyingError('bulletin.unknown');
  return row;
}

/** The same, locked, at the version it was read in. @throws bulletin.unknown, bulletin.changed */
export async function lockedBulletin(ctx: Ctx, world: PromiseWorld, id: string, version: number): Promise<BulletinRow> {
  await requireBulletin(ctx, world, id);
  const row = await lockBulletin(ctx.tx, ctx.tenant, id);
  if (row === undefined) throw new HuyingError('bulletin.unknown');
  if (row.version !== version) throw new HuyingError('bulletin.changed');
  return row;
}
