import { type CaseRecord, type CaseType, followersOf } from '@huying/kit/case';
import { HuyingError } from '@huying/kit/error';
import { Type } from 'typebox';
import { admits, reachSql } from '../access/index.ts';
import { type Ctx, defineOperation } from '../ledger/index.ts';
import { linksFrom } from '../link/index.ts';
import { type CaseServices, pinnedDefinition } from './case-services.ts';
import { rowViews } from './list.ts';
import { countFollowers, type FollowerCount, followersPage } from './merged.store.ts';
import { caseRows } from './named-rows.ts';
import { findCase } from './store.ts';
import { caseRowSchema } from './view-schema.ts';
import { type World, worldOf } from './world.ts';

/** Followers on a page. A power cut has thousands; nobody reads them all at once. */
const PAGE = 50;

/** What a case was merged into, and what was merged into it: as far as the reader may see, the others counted. */
export function mergedOperation(services: CaseServices) {
  return defineOperation({
    name: 'case.merged',
    summary: { zh: '并案：主件与随办的工单', en: 'The main case of a case, and the cases that follow it' },
    input: Type.Object(
      {
        id: Type.String({ format: 'uuid' }),
        after: Type.Optional(Type.String({ format: 'uuid', description: '`next` of the page before' })),
      },
      { additionalProperties: false },
    ),
    output: Type.Object({
      /** Null where it follows none, and where its main case is not one the reader may see. */
      into: Type.Union([caseRowSchema, Type.Null()]),
      intoUnseen: Type.Boolean({ description: 'It follows a case that the reader may not see.' }),
      intoReopened: Type.Boolean({ description: 'It was answered with its main case, which was reopened since.' }),
      /** In the order in which they joined, fifty a page. */
      followers: Type.Array(caseRowSchema),
      next: Type.Union([Type.String(), Type.Null()], { description: 'where the next page goes on; null at the end' }),
      unseen: Type.Integer({ description: 'followers that the reader may not see' }),
      count: Type.Integer({ description: 'all that were merged into it' }),
      waiting: Type.Integer({ description: 'those of them that wait for its answer' }),
      answered: Type.Integer({ description: 'those of them that were answered with it and are closed' }),
      reopened: Type.Boolean({ description: 'It was reopened after those were answered.' }),
    }),
    async run(ctx, { id, after }) {
      const world = await worldOf(ctx, services);
      const record = await findCase(ctx.tx, ctx.tenant, id);
      if (record === undefined || !admits(world.reach, record)) throw new HuyingError('case.unknown');
      const { type } = await pinnedDefinition(ctx.tx, record.definition);
      const followed = await countOf(ctx, world, type, record);
      const within = reachSql(world.reach, 5);
      const found =
        followed.count === 0
          ? []
          : await followersPage(ctx.tx, ctx.tenant, { main: id, within, after: after ?? null, limit: PAGE + 1 });
      const page = found.slice(0, PAGE);
      return {
        ...(await mainOf(ctx, services, world, type, record)),
        followers: rowViews(services, world, page),
        next: found.length > PAGE ? (page.at(-1)?.link ?? null) : null,
        unseen: followed.count - followed.seen,
        count: followed.count,
        waiting: followed.waiting,
        answered: followed.answered,
        reopened: followed.answered > 0 && isReopened(record),
      };
    },
  });
}

const NONE: FollowerCount = { count: 0, seen: 0, waiting: 0, answered: 0 };

/** A case that nobody joined is not asked who follows it. */
async function countOf(ctx: Ctx, world: World, type: CaseType, record: CaseRecord): Promise<FollowerCount> {
  const { merging } = type;
  if (merging === undefined || followersOf(type, record) === 0) return NONE;
  const { follows, answered } = merging;
  return countFollowers(ctx.tx, ctx.tenant, { main: record.id, follows, answered, within: reachSql(world.reach, 5) });
}

async function mainOf(ctx: Ctx, services: CaseServices, world: World, type: CaseType, record: CaseRecord) {
  const [link] = await linksFrom(ctx, 'merged', record.id);
  const main = link === undefined ? undefined : await findCase(ctx.tx, ctx.tenant, link.to.id);
  if (main === undefined) return { into: null, intoUnseen: link !== undefined, intoReopened: false };
  const isSeen = admits(world.reach, main);
  const rows = await caseRows(ctx, services, world, isSeen ? [main.id] : []);
  const wasAnswered = record.closedAt !== null && (record.counts[type.merging?.answered ?? ''] ?? 0) > 0;
  // That the answer stands no longer is of this case; nothing else of one that the reader may not see is told.
  return { into: rows.get(main.id) ?? null, intoUnseen: !isSeen, intoReopened: wasAnswered && isReopened(main) };
}

/** Open again after it was closed for the citizen. */
function isReopened({ closedAt, round }: CaseRecord): boolean {
  return closedAt === null && round > 1;
}
