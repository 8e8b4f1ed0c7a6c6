import { HuyingError } from '@huying/kit/error';
import { evaluationGrade, meanStars } from '@huying/kit/promise';
import Type, { type Static } from 'typebox';
import { defineOperation } from '../../ledger/index.ts';
import { loadBundle } from '../core/bundle.ts';
import { verifiersOf } from '../core/figures.ts';
import { keepPromise } from '../core/keep.ts';
import type { PromiseServices } from '../core/promise-services.ts';
import {
  type DeputyCounts,
  type EvaluationRow,
  evaluationsOf,
  insertEvaluation,
  publishEvaluationsOf,
} from './evaluation.store.ts';
import { requireOffice } from './offices.ts';
import { heldPromise, reachedPromise } from './site-work.ts';
import { ballots, closed, day, line, nullable, oneOf, uuid } from './vote-schema.ts';

export const evaluationView = Type.Object({
  id: Type.String(),
  by: oneOf(['deputies', 'users']),
  heldOn: Type.String(),
  document: nullable(Type.String()),
  /** Of deputies: members, satisfied, basically, not. Of users: how many gave 1 to 5. */
  counts: Type.Record(Type.String(), Type.Integer()),
  grade: nullable(oneOf(['satisfied', 'basically', 'not'])),
  mean: nullable(Type.Number()),
  n: Type.Integer(),
  published: Type.Boolean(),
});
export type EvaluationView = Static<typeof evaluationView>;

/** @throws promise.unknown, vote.notYours, vote.counts, vote.samePerson */
export function enterEvaluationOperation(services: PromiseServices) {
  return defineOperation({
    name: 'evaluation.enter',
    summary: { zh: '录入测评', en: 'Enter an evaluation' },
    input: Type.Object(
      {
        promise: uuid,
        heldOn: day,
        document: Type.Optional(line),
        judged: Type.Union([
          Type.Object(
            { by: Type.Literal('deputies'), members: ballots, satisfied: ballots, basically: ballots, not: ballots },
            closed,
          ),
          Type.Object(
            { by: Type.Literal('users'), '1': ballots, '2': ballots, '3': ballots, '4': ballots, '5': ballots },
            closed,
          ),
        ]),
      },
      closed,
    ),
    output: evaluationView,
    async run(ctx, { promise: of, heldOn, document, judged }) {
      const { by, ...counts } = judged;
      await requireOffice(ctx, ...(by === 'deputies' ? (['congress'] as const) : (['publish', 'congress'] as const)));
      const { world, promise } = await heldPromise(ctx, services, of);
      const { account } = ctx.actor;
      // Whoever verified a thing does not score it.
      if (account !== null && verifiersOf(await loadBundle(ctx, promise)).has(account)) {
        throw new HuyingError('vote.samePerson');
      }
      const grade = by === 'deputies' ? gradeOf(counts as DeputyCounts) : null;
      if (by === 'users' && meanStars(counts as Record<string, number>).n === 0) {
        throw new HuyingError('vote.counts', { members: 0, sum: 0 });
      }
      const row: EvaluationRow = {
        id: ctx.id(),
        promise: of,
        site: null,
        byWhom: by,
        counts,
        grade,
        heldOn,
        document: document ?? null,
        enteredBy: ctx.actor.name,
        account,
        at: new Date(ctx.now),
        publishedAt: null,
      };
      await insertEvaluation(ctx.tx, ctx.tenant, row);
      await keepPromise(ctx, services, world, promise, {
        what: 'evaluated',
        visibility: 'internal',
        body: { by, counts, grade, heldOn, document: row.document },
      });
      return evaluationViewOf(row);
    },
  });
}

/** Base all members (测评等次). @throws vote.counts where more voted than there are, or nobody did */
function gradeOf(counts: DeputyCounts) {
  const sum = counts.satisfied + counts.basically + counts.not;
  const grade = sum === 0 ? null : evaluationGrade(counts);
  if (grade === null) throw new HuyingError('vote.counts', { members: counts.members, sum });
  return grade;
}

export function listEvaluationsOperation(services: PromiseServices) {
  return defineOperation({
    name: 'evaluation.list',
    summary: { zh: '测评列表', en: 'List evaluations' },
    input: Type.Object({ promise: uuid }, closed),
    output: Type.Object({ items: Type.Array(evaluationView) }),
    async run(ctx, { promise: of }) {
      const { world } = await reachedPromise(ctx, services, of);
      const rows = await evaluationsOf(ctx.tx, ctx.tenant, [of]);
      const shown = world.promises.reach === 'published' ? rows.filter((one) => one.publishedAt !== null) : rows;
      return { items: shown.map(evaluationViewOf) };
    },
  });
}

/** Shows the evaluations of a promise to the public. */
export function publishEvaluationsOperation(services: PromiseServices) {
  return defineOperation({
    name: 'evaluation.publish',
    summary: { zh: '公布测评', en: 'Publish evaluations' },
    input: Type.Object({ promise: uuid }, closed),
    output: Type.Object({ published: Type.Integer() }),
    async run(ctx, { promise: of }) {
      await requireOffice(ctx, 'publish', 'congress');
      const { world, promise } = await heldPromise(ctx, services, of);
      const published = await publishEvaluationsOf(ctx.tx, ctx.tenant, of, new Date(ctx.now));
      if (published > 0) {
        const happened = { what: 'evaluations-published', visibility: 'public', body: { published } } as const;
        await keepPromise(ctx, services, world, promise, happened);
      }
      return { published };
    },
  });
}

export function evaluationViewOf(row: EvaluationRow): EvaluationView {
  const { mean, n } =
    row.byWhom === 'users'
      ? meanStars(row.counts as Record<string, number>)
      : { mean: null, n: sumOf(row.counts as DeputyCounts) };
  return {
    id: row.id,
    by: row.byWhom,
    heldOn: row.heldOn,
    document: row.document,
    counts: { ...(row.counts as Record<string, number>) },
    grade: row.grade as EvaluationView['grade'],
    mean,
    n,
    published: row.publishedAt !== null,
  };
}

const sumOf = ({ satisfied, basically, not }: DeputyCounts) => satisfied + basically + not;
