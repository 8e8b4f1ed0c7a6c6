import { HuyingError } from '@huying/kit/error';
import { Type } from 'typebox';
import { append, type Ctx, defineOperation } from '../../ledger/index.ts';
import { closed, uuidSchema } from '../core/promise-draft.ts';
import type { PromiseServices } from '../core/promise-services.ts';
import { lockPromise, setReportOf } from '../core/store.ts';
import { type Candidate, candidatesNamed, candidatesOf } from '../vote/candidate.store.ts';
import { addPromiseClauses, type ItemRecord } from './report.store.ts';
import { decidedSchema, noSchema } from './report-schema.ts';
import { answerOf, decide, openDesk, openItem } from './review.ts';
import { likest } from './wording.ts';

/** From this likeness on a project is suggested: the report gives its numbers, the ballot its name. */
const SUGGESTED = 0.35;
/** What may stand in a report: taken up, on the ballot, chosen, made. */
const STANDING: readonly Candidate['state'][] = ['candidate', 'submitted', 'chosen', 'official'];

/** The livelihood projects of the year that an item can be, the likest first. */
export function likeProjectsOperation(services: PromiseServices) {
  return defineOperation({
    name: 'report.likeProjects',
    summary: { zh: '可对应的民生实事', en: 'Livelihood projects an item can be' },
    input: Type.Object({ report: uuidSchema, no: noSchema }, closed),
    output: Type.Object({
      items: Type.Array(
        Type.Object({
          id: Type.String(),
          title: Type.String(),
          state: Type.String(),
          /** 0 to 1, of the words alone. */
          likeness: Type.Number(),
          suggested: Type.Boolean(),
        }),
      ),
    }),
    async run(ctx, { report, no }) {
      const desk = await openDesk(ctx, services, report);
      const item = await openItem(ctx, desk, { no }, 'open', 'accepted', 'corrected', 'split', 'merged', 'dismissed');
      const all = await candidatesOf(ctx.tx, ctx.tenant, desk.report.year);
      const items = all
        .filter(({ state }) => STANDING.includes(state))
        .map((one) => ({ id: one.id, title: one.title, state: one.state, likeness: likenessTo(item, one) }))
        .sort((a, b) => b.likeness - a.likeness);
      return { items: items.map((one, at) => ({ ...one, suggested: at === 0 && one.likeness >= SUGGESTED })) };
    },
  });
}

function likenessTo({ proposed }: ItemRecord, { title, content }: Candidate): number {
  const like = (words: string) => likest([{ at: 0, words: proposed.title }], [{ at: 0, words }], 0)[0]?.likeness ?? 0;
  return Math.max(like(title), like(content), like(`${title}，${content}`));
}

/**
 * Says that an item is a livelihood project of the year: no second promise is made of it, and that of the project, made already or once the vote
 * is turned into projects, stands on the item's sentences. Several items may be one project. @throws report.projectUnknown
 */
export function tieItemOperation(services: PromiseServices) {
  return defineOperation({
    name: 'report.tie',
    summary: { zh: '对应民生实事', en: 'Tie an item to a livelihood project' },
    input: Type.Object(
      {
        report: uuidSchema,
        no: noSchema,
        version: Type.Optional(Type.Integer({ minimum: 1 })),
        project: uuidSchema,
      },
      closed,
    ),
    output: decidedSchema,
    async run(ctx, { report, project, ...seen }) {
      const desk = await openDesk(ctx, services, report);
      const item = await openItem(ctx, desk, seen, 'open');
      const [found] = await candidatesNamed(ctx.tx, ctx.tenant, [project]);
      if (found === undefined || found.year !== desk.report.year || !STANDING.includes(found.state)) {
        throw new HuyingError('report.projectUnknown', { year: desk.report.year });
      }
      if (found.promise !== null) await standOn(ctx, found.promise, report, item.clauses);
      const outcome = { decision: 'accepted' as const, promise: found.promise, candidate: found.id };
      await decide(ctx, desk, item, outcome, { project: found.id, title: found.title });
      return answerOf(ctx, desk, item.no);
    },
  });
}

/** A project's promise that was made before its sentence was found. */
async function standOn(ctx: Ctx, promise: string, report: string, clauses: readonly number[]): Promise<void> {
  if ((await lockPromise(ctx.tx, ctx.tenant, promise)) === undefined) return;
  await setReportOf(ctx.tx, ctx.tenant, promise, report, ctx.now);
  const places = clauses.map((clause) => ({ promise, clause }));
  await addPromiseClauses(ctx.tx, ctx.tenant, report, places);
  append(ctx, {
    subject: promise,
    kind: 'promise',
    what: 'sourced',
    visibility: 'internal',
    body: { report, clauses },
  });
}
