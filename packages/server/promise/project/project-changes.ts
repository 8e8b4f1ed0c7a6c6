import { HuyingError } from '@huying/kit/error';
import { Type } from 'typebox';
import { append, defineOperation } from '../../ledger/index.ts';
import { requirePost } from '../../org/index.ts';
import { keepPromise, receiptOf } from '../core/keep.ts';
import { kindData } from '../core/kind-data.ts';
import { choice, closed, daySchema, lineSchema, uuidSchema } from '../core/promise-draft.ts';
import { kindOf, type PromiseServices } from '../core/promise-services.ts';
import { promiseReceiptSchema } from '../core/promise-view.ts';
import { promiseWorldOf } from '../core/promise-world.ts';
import { lockedBundle, requireDay } from '../core/requirement.ts';
import { requireProject } from './blockers.ts';
import { INDICATOR_KIND } from './figure-book.ts';
import { nullable } from './figure-schema.ts';
import { insertVisit, lockSite, type Permit, putStagePlan, setPermits, stagePlansOf } from './project.store.ts';
import { projectHand } from './project-access.ts';
import { PROJECT_KIND } from './project-facts.ts';
import { visitSchema } from './project-schema.ts';

const textOf = (max: number) => Type.String({ minLength: 1, maxLength: max, pattern: '\\S' });
const version = Type.Optional(Type.Integer({ minimum: 1 }));
const plannedStage = choice('early', 'dueToStart', 'started', 'building', 'completed', 'producing', 'statistics');

/** Plans a stage for a day; moving it needs a reason, and the day first planned stays beside it. */
export function planStageOperation(services: PromiseServices) {
  return defineOperation({
    name: 'project.planStage',
    summary: { zh: '确定阶段计划日期', en: 'Plan a stage' },
    input: Type.Object(
      { id: uuidSchema, stage: plannedStage, planned: daySchema, reason: Type.Optional(textOf(400)), version },
      closed,
    ),
    output: promiseReceiptSchema,
    touches: ({ id }) => [id],
    async run(ctx, { id, stage, planned, reason, version: seen }) {
      const world = await promiseWorldOf(ctx, services);
      const { promise } = await lockedBundle(ctx, world, id, seen);
      if (promise.kind !== PROJECT_KIND) throw new HuyingError('project.kind', { number: promise.number });
      if (!projectHand(world, ctx.actor.kind).seesTo) throw new HuyingError('access.denied');
      if (promise.endedAt !== null) throw new HuyingError('promise.ended', { number: promise.number });
      requireDay(planned);
      const before = (await stagePlansOf(ctx.tx, ctx.tenant, [id])).find((one) => one.stage === stage);
      if (before !== undefined && before.planned !== planned && reason === undefined) {
        throw new HuyingError('project.stageReason', { planned: before.planned });
      }
      const { name: by, account } = ctx.actor;
      await putStagePlan(ctx.tx, ctx.tenant, {
        promise: id,
        stage,
        planned,
        reason: reason ?? null,
        by,
        account,
        at: ctx.now,
      });
      // What lights are computed from reads the start in the project's data.
      const changed = stage === 'started' ? { ...promise, data: { ...promise.data, startDue: planned } } : promise;
      const kept = await keepPromise(ctx, services, world, changed, {
        what: 'stage-planned',
        visibility: 'internal',
        body: {
          stage,
          planned,
          was: before?.planned ?? null,
          firstPlanned: before?.firstPlanned ?? planned,
          reason: reason ?? null,
        },
      });
      return receiptOf(kept);
    },
  });
}

/** Says of a project or a target what its kind keeps: class, level, when it was taken into the statistics; code and basis of a figure. */
export function setDataOperation(services: PromiseServices, of: 'project' | 'target') {
  const isProject = of === 'project';
  return defineOperation({
    name: isProject ? 'project.describe' : 'target.describe',
    summary: isProject
      ? { zh: '完善项目信息', en: 'Say what a project is' }
      : { zh: '完善指标口径', en: 'Say what a figure is' },
    input: Type.Object({ id: uuidSchema, data: Type.Record(Type.String(), Type.Unknown()), version }, closed),
    output: promiseReceiptSchema,
    touches: ({ id }) => [id],
    async run(ctx, { id, data, version: seen }) {
      const world = await promiseWorldOf(ctx, services);
      const { promise } = await lockedBundle(ctx, world, id, seen);
      if (promise.kind !== (isProject ? PROJECT_KIND : INDICATOR_KIND))
        throw new HuyingError('project.kind', { number: promise.number });
      const system = ctx.actor.kind === 'system';
      const may = isProject
        ? projectHand(world, ctx.actor.kind).leads(promise)
        : system || world.post?.role === 'statistician';
      if (!may) throw new HuyingError('access.denied');
      if (promise.endedAt !== null) throw new HuyingError('promise.ended', { number: promise.number });
      const stated = kindData(kindOf(services, promise.kind), data, promise.data);
      for (const [name, value] of Object.entries(stated)) {
        // Nothing is reached on a day that has not come.
        if (name.endsWith('On') && typeof value === 'string') requireDay(value, world.today);
      }
      const kept = await keepPromise(
        ctx,
        services,
        world,
        { ...promise, data: stated },
        {
          what: 'described',
          visibility: 'internal',
          body: { data },
        },
      );
      return receiptOf(kept);
    },
  });
}

/** A leader was there: what was found and what was asked for. */
export function addVisitOperation(services: PromiseServices) {
  return defineOperation({
    name: 'project.addVisit',
    summary: { zh: '登记领导到场', en: 'Enter a leader’s visit' },
    input: Type.Object(
      {
        id: uuidSchema,
        leader: uuidSchema,
        visitedOn: daySchema,
        found: textOf(2000),
        asked: Type.Optional(textOf(2000)),
      },
      closed,
    ),
    output: visitSchema,
    async run(ctx, { id, leader, visitedOn, found, asked }) {
      const world = await promiseWorldOf(ctx, services);
      const promise = await requireProject(ctx, services, id);
      const hand = projectHand(world, ctx.actor.kind);
      if (!hand.worksOn(promise) && !hand.may.includes('visit')) throw new HuyingError('access.denied');
      const post = await requirePost(ctx, leader);
      if (post.role !== 'district-leader') throw new HuyingError('project.notLeader');
      requireDay(visitedOn, world.today);
      const visit = {
        id: ctx.id(),
        promise: id,
        leader,
        leaderName: world.org.holderName(leader) ?? '',
        visitedOn,
        found,
        asked: asked ?? null,
        enteredBy: ctx.actor.name,
        at: ctx.now,
      };
      await insertVisit(ctx.tx, ctx.tenant, visit);
      append(ctx, {
        subject: id,
        kind: 'promise',
        what: 'visited',
        visibility: 'internal',
        body: { visit: visit.id, leader, leaderName: visit.leaderName, visitedOn, found, asked: visit.asked },
      });
      return {
        id: visit.id,
        leader: { post: leader, name: visit.leaderName },
        visitedOn,
        found,
        asked: visit.asked,
        enteredBy: visit.enteredBy,
      };
    },
  });
}

const permitSchema = Type.Object({
  kind: Type.String(),
  number: nullable(Type.String()),
  document: nullable(Type.String()),
  issuedOn: nullable(daySchema),
});

/** A permit of one place of a project: of a lift in an old estate, its building permit and its registration as special equipment. */
export function setPermitOperation(services: PromiseServices) {
  return defineOperation({
    name: 'project.setPermit',
    summary: { zh: '登记点位证照', en: 'Enter a permit of a site' },
    input: Type.Object(
      {
        id: uuidSchema,
        site: uuidSchema,
        kind: lineSchema(60),
        number: Type.Optional(lineSchema(80)),
        document: Type.Optional(lineSchema(200)),
        issuedOn: Type.Optional(daySchema),
      },
      closed,
    ),
    output: Type.Object({ site: Type.String(), permits: Type.Array(permitSchema) }),
    async run(ctx, { id, site: siteId, kind, number, document, issuedOn }) {
      const world = await promiseWorldOf(ctx, services);
      const promise = await requireProject(ctx, services, id);
      if (!projectHand(world, ctx.actor.kind).worksOn(promise)) throw new HuyingError('access.denied');
      const site = await lockSite(ctx.tx, ctx.tenant, siteId);
      if (site === undefined || site.promise !== id) throw new HuyingError('project.siteUnknown');
      if (issuedOn !== undefined) requireDay(issuedOn, world.today);
      const permit: Permit = { kind, number: number ?? null, document: document ?? null, issuedOn: issuedOn ?? null };
      const permits = [...site.permits.filter((one) => one.kind !== kind), permit];
      await setPermits(ctx.tx, ctx.tenant, { ...site, permits, version: site.version + 1 });
      append(ctx, {
        subject: id,
        kind: 'promise',
        what: 'permit',
        visibility: 'internal',
        body: { site: siteId, name: site.name, ...permit, was: site.permits.find((one) => one.kind === kind) ?? null },
      });
      return { site: siteId, permits };
    },
  });
}
