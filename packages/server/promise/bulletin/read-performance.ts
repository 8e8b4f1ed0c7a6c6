import { HuyingError } from '@huying/kit/error';
import { Type } from 'typebox';
import { type Ctx, defineOperation } from '../../ledger/index.ts';
import { choice, closed, daySchema } from '../core/promise-draft.ts';
import type { PromiseServices } from '../core/promise-services.ts';
import { promiseWorldOf } from '../core/promise-world.ts';
import { yearSchema } from './bulletin-schema.ts';
import type { RankingFacts } from './ranking-facts.ts';
import { may } from './settings.ts';
import { selectBulletins, selectSnapshot } from './store.ts';
import { rankingNow } from './take-figures.ts';

const words = Type.Object({ zh: Type.String(), en: Type.String() });
const figure = Type.Union([Type.Number(), Type.Null()]);
const cell = Type.Object({ value: figure, n: Type.Number(), d: Type.Number() });

export const performanceSchema = Type.Object({
  year: Type.Integer(),
  from: daySchema,
  asOf: daySchema,
  /** `live`: as it stands, internal; `published`: as approved for publication. */
  as: choice('live', 'published'),
  number: Type.Union([Type.String(), Type.Null()]),
  groups: Type.Array(
    Type.Object({
      id: Type.String(),
      name: words,
      criteria: Type.Array(
        Type.Object({
          id: Type.String(),
          name: words,
          weight: Type.Number(),
          better: choice('high', 'low'),
          minimum: Type.Number(),
        }),
      ),
      ranked: Type.Array(
        Type.Object({
          unit: Type.String(),
          name: words,
          rank: Type.Integer(),
          was: Type.Union([Type.Integer(), Type.Null()]),
          score: Type.Number(),
          best: Type.Integer(),
          worst: Type.Integer(),
          red: Type.Integer(),
          done: Type.Integer(),
          board: Type.Union([choice('red', 'black'), Type.Null()]),
          exempt: Type.Union([Type.String(), Type.Null()]),
          cells: Type.Array(cell),
        }),
      ),
      apart: Type.Array(Type.Object({ unit: Type.String(), name: words, n: Type.Number(), cells: Type.Array(cell) })),
    }),
  ),
});

/** Units among their peers: as it stands for those who may see that, as last published for all others of the district. */
export function readPerformanceOperation(services: PromiseServices) {
  return defineOperation({
    name: 'performance.read',
    summary: { zh: '单位排名', en: 'Ranking of units' },
    input: Type.Object({ year: yearSchema, asOf: Type.Optional(daySchema) }, closed),
    output: performanceSchema,
    async run(ctx, { year, asOf }) {
      const world = await promiseWorldOf(ctx, services);
      if (may(ctx, world, 'performance.readers')) {
        const day = asOf ?? (world.today < `${year}-12-31` ? world.today : `${year}-12-31`);
        return shown(await rankingNow(ctx, services, world, year, day), year, 'live', null);
      }
      const published = world.promises.reach === 'none' ? undefined : await lastPublished(ctx, year);
      if (published === undefined)
        throw new HuyingError('bulletin.notYours', {
          what: ctx.locale === 'zh' ? '查看未公开的单位排名' : 'see a ranking that is not public',
        });
      return shown(published.ranking, year, 'published', published.number);
    },
  });
}

async function lastPublished(
  ctx: Ctx,
  year: number,
): Promise<{ ranking: RankingFacts; number: string | null } | undefined> {
  const asked = { year, kind: 'ranking', before: null, limit: 1 };
  const [row] = await selectBulletins(ctx.tx, ctx.tenant, asked, {
    drafts: false,
    letters: [],
    published: true,
    ranking: false,
  });
  const snapshot = row === undefined ? undefined : await selectSnapshot(ctx.tx, ctx.tenant, row.snapshot);
  const ranking = snapshot?.content.input.ranking;
  return row === undefined || ranking === null || ranking === undefined ? undefined : { ranking, number: row.document };
}

function shown(ranking: RankingFacts, year: number, as: 'live' | 'published', number: string | null) {
  const named = ({ unit, name, english }: { unit: string; name: string; english: string }) => ({
    unit,
    name: { zh: name, en: english },
  });
  return {
    year,
    from: ranking.from,
    asOf: ranking.asOf,
    as,
    number,
    groups: ranking.groups.map(({ id, name, english: group, criteria, ranked, apart }) => ({
      id,
      name: { zh: name, en: group },
      criteria: criteria.map(({ name: zh, english, ...rest }) => ({ ...rest, name: { zh, en: english } })),
      ranked: ranked.map((one) => {
        const { rank, was, score, best, worst, red, done, board, exempt, cells } = one;
        return { ...named(one), rank, was, score, best, worst, red, done, board, exempt, cells: [...cells] };
      }),
      apart: apart.map((one) => ({ ...named(one), n: one.n, cells: [...one.cells] })),
    })),
  };
}
