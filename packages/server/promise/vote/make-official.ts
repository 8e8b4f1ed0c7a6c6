import { HuyingError } from '@huying/kit/error';
import Type from 'typebox';
import { append, type Ctx, defineOperation } from '../../ledger/index.ts';
import { addLink } from '../../link/index.ts';
import { createPromise } from '../core/create.ts';
import { issuePromises } from '../core/issue.ts';
import { daySchema, lineSchema } from '../core/promise-draft.ts';
import type { PromiseServices } from '../core/promise-services.ts';
import { promiseWorldOf } from '../core/promise-world.ts';
import { itemsOfCandidate, setPromiseOfCandidate } from '../report/report.store.ts';
import { type Candidate, lockCandidates, updateCandidate } from './candidate.store.ts';
import { requireOffice } from './offices.ts';
import { SITES_INDICATOR } from './site-work.ts';
import { voteThatChose } from './vote.store.ts';
import { closed, uuid, version } from './vote-schema.ts';

/** The kind of promise that chosen candidates become. */
export const LIVELIHOOD = 'livelihood';

/**
 * Makes a chosen candidate one of the year's livelihood projects: a promise with its leading unit, its sites to count and the money
 * planned, issued at once, linked to what it came from. Afterwards it changes only as the standing committee of the congress allowed.
 * @throws vote.submitted where it was not chosen, vote.changed, promise.*
 */
export function makeOfficialOperation(services: PromiseServices) {
  return defineOperation({
    name: 'livelihood.make',
    summary: { zh: '列为年度民生实事', en: 'Make a chosen candidate a livelihood project' },
    input: Type.Object(
      {
        id: uuid,
        version,
        unit: uuid,
        assisting: Type.Optional(Type.Array(uuid, { maxItems: 20 })),
        leader: Type.Optional(uuid),
        due: Type.Optional(daySchema),
        deliverable: Type.Optional(lineSchema(2000)),
        /** How many sites are promised. */
        sites: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })),
        telephone: Type.Optional(lineSchema(40)),
        issuedOn: Type.Optional(daySchema),
      },
      closed,
    ),
    output: Type.Object({ id: Type.String(), promise: Type.String(), number: Type.String() }),
    async run(ctx, input) {
      await requireOffice(ctx, 'screen');
      const [before] = await lockCandidates(ctx.tx, ctx.tenant, [input.id]);
      if (before === undefined) throw new HuyingError('vote.unknownCandidate');
      if (before.version !== input.version) throw new HuyingError('vote.changed');
      if (before.state !== 'chosen') throw new HuyingError('vote.submitted', { title: before.title });
      const { today } = await promiseWorldOf(ctx, services);
      const due = input.due ?? `${before.year}-12-31`;
      const vote = await voteThatChose(ctx.tx, ctx.tenant, before.year, before.id);
      const sources = await itemsOfCandidate(ctx.tx, ctx.tenant, before.id);
      const [source] = sources;
      const made = await createPromise(ctx, services, {
        kind: LIVELIHOOD,
        // The sentences of the report that the review tied to it.
        ...(source === undefined
          ? {}
          : { report: source.report, clauses: [...new Set(sources.flatMap(({ clauses }) => clauses))] }),
        year: before.year,
        title: before.title,
        deliverable: input.deliverable ?? before.content.slice(0, 2000),
        domain: before.domain,
        due,
        firmness: 'binding',
        duties: [
          { part: 'lead', unit: input.unit },
          ...(input.assisting ?? []).map((unit) => ({ part: 'assisting' as const, unit })),
          ...(input.leader === undefined ? [] : [{ part: 'leader' as const, post: input.leader }]),
        ],
        indicators: indicatorsOf(before, input.sites),
        data: {
          candidate: before.id,
          ...(before.budget === null ? {} : { budget: before.budget }),
          ...(vote === undefined
            ? {}
            : { vote: vote.id, basis: [vote.meeting, vote.document].filter(Boolean).join('，') }),
          ...(input.telephone === undefined ? {} : { telephone: input.telephone }),
        },
      });
      await issuePromises(ctx, services, [made.id], input.issuedOn ?? today);
      await setPromiseOfCandidate(ctx.tx, ctx.tenant, before.id, made.id);
      await tell(ctx, before, made.id);
      return { id: before.id, promise: made.id, number: made.number };
    },
  });
}

/** Sites to count, where they are promised, and money by its stages: planned as the candidate said, paid as it is reported. */
function indicatorsOf({ budget }: Candidate, sites: number | undefined) {
  const money = { label: '支付资金', unit: '万元', decimals: 2, weight: 0, every: 'month' } as const;
  return [
    ...(sites === undefined
      ? []
      : [{ name: SITES_INDICATOR, label: '完成点位', unit: '处', aim: { aim: 'up' as const, base: 0, value: sites } }]),
    ...(budget === null ? [] : [{ name: 'paid', stage: 'paid' as const, aim: { aim: 'followed' as const }, ...money }]),
  ];
}

async function tell(ctx: Ctx, before: Candidate, promise: string): Promise<void> {
  await updateCandidate(ctx.tx, ctx.tenant, { ...before, state: 'official', promise, version: before.version + 1 });
  await addLink(ctx, 'origin', { kind: 'candidate', id: before.id }, { kind: 'promise', id: promise });
  append(ctx, {
    subject: before.id,
    kind: 'candidate',
    what: 'official',
    visibility: 'public',
    body: { promise },
  });
}
