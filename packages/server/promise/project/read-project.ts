import { HuyingError } from '@huying/kit/error';
import { Type } from 'typebox';
import { defineOperation } from '../../ledger/index.ts';
import { closed, daySchema, uuidSchema } from '../core/promise-draft.ts';
import type { PromiseServices } from '../core/promise-services.ts';
import { promiseWorldOf } from '../core/promise-world.ts';
import { shownLight } from '../core/shown-light.ts';
import { requireProject } from './blockers.ts';
import { nullable } from './figure-schema.ts';
import { sitesOf } from './project.store.ts';
import { projectHand } from './project-access.ts';
import { projectFacts } from './project-facts.ts';
import { blockerSchema, projectRowSchema, visitDueSchema, visitSchema } from './project-schema.ts';
import { blockerView, projectRow } from './project-table.ts';
import { visitsDue } from './visits.ts';

const permit = Type.Object({
  kind: Type.String(),
  number: nullable(Type.String()),
  document: nullable(Type.String()),
  issuedOn: nullable(daySchema),
});

const site = Type.Object({
  id: Type.String(),
  no: Type.Integer(),
  name: Type.String(),
  address: nullable(Type.String()),
  longitude: nullable(Type.Number()),
  latitude: nullable(Type.Number()),
  state: Type.String(),
  permits: Type.Array(permit),
});

/** What a promise's page tells of a project beyond the promise: money, dates of stages, land, blockers, visits, permits. */
export function readProjectOperation(services: PromiseServices) {
  return defineOperation({
    name: 'project.read',
    summary: { zh: '重点项目详情', en: 'Read a project' },
    input: Type.Object({ id: uuidSchema }, closed),
    output: Type.Object({
      project: projectRowSchema,
      blockers: Type.Array(blockerSchema),
      visits: Type.Array(visitSchema),
      visitsDue: Type.Array(visitDueSchema),
      sites: Type.Array(site),
      may: Type.Array(Type.String()),
    }),
    async run(ctx, { id }) {
      const world = await promiseWorldOf(ctx, services);
      const promise = await requireProject(ctx, services, id);
      if (world.promises.reach !== 'promises') throw new HuyingError('project.notYours');
      const asOf = world.today;
      const [facts] = await projectFacts(ctx, { year: promise.year, asOf, reach: world.promises, id });
      if (facts === undefined) throw new HuyingError('promise.unknown');
      const sites = await sitesOf(ctx.tx, ctx.tenant, [id]);
      const hand = projectHand(world, ctx.actor.kind);
      return {
        project: projectRow(services, world, facts, asOf),
        blockers: facts.blockers.map((one) => blockerView(world, facts, one, asOf)),
        visits: facts.visits.map(({ id: visit, leader, leaderName, visitedOn, found, asked, enteredBy }) => {
          return { id: visit, leader: { post: leader, name: leaderName }, visitedOn, found, asked, enteredBy };
        }),
        visitsDue: visitsDue(world, [facts], asOf).filter(({ main }) => !main),
        sites: sites.map(({ permits, ...one }) => ({
          id: one.id,
          no: one.no,
          name: one.name,
          address: one.address,
          longitude: one.longitude,
          latitude: one.latitude,
          state: one.state,
          permits: [...permits],
        })),
        may: [
          ...hand.may,
          ...(hand.worksOn(promise) ? ['blocker', 'permit'] : []),
          ...(hand.leads(promise) ? ['describe'] : []),
          ...(hand.seesTo ? ['plan'] : []),
        ],
      };
    },
  });
}

/** Points of projects and of their sites, for the map: shape by class, colour by light, hollow without evidence. */
export function projectPointsOperation(services: PromiseServices) {
  return defineOperation({
    name: 'project.points',
    summary: { zh: '项目点位', en: 'Points of projects' },
    input: Type.Object({ year: Type.Integer({ minimum: 2000, maximum: 2100 }) }, closed),
    output: Type.Object({
      points: Type.Array(
        Type.Object({
          promise: Type.String(),
          number: Type.String(),
          title: Type.String(),
          site: nullable(Type.String()),
          name: nullable(Type.String()),
          longitude: Type.Number(),
          latitude: Type.Number(),
          class: nullable(Type.String()),
          state: Type.String(),
          light: nullable(Type.String()),
          evidence: Type.String(),
        }),
      ),
    }),
    async run(ctx, { year }) {
      const world = await promiseWorldOf(ctx, services);
      if (world.promises.reach !== 'promises') throw new HuyingError('project.notYours');
      const facts = (await projectFacts(ctx, { year, asOf: world.today, reach: world.promises })).filter(
        ({ cancelled }) => !cancelled,
      );
      const sites = await sitesOf(
        ctx.tx,
        ctx.tenant,
        facts.map(({ promise }) => promise.id),
      );
      return {
        points: facts.flatMap(({ promise }) => {
          const { id, number, title, evidence, data } = promise;
          const common = {
            promise: id,
            number,
            title,
            class: typeof data.class === 'string' ? data.class : null,
            light: shownLight(promise),
            evidence,
          };
          const own = sites
            .filter((one) => one.promise === id)
            .map((one) => ({ ...common, site: one.id, name: one.name, state: one.state, at: one }));
          return [{ ...common, site: null, name: null, state: promise.state, at: promise }, ...own].flatMap(
            ({ at, ...rest }) =>
              at.longitude === null || at.latitude === null
                ? []
                : [{ ...rest, longitude: at.longitude, latitude: at.latitude }],
          );
        }),
      };
    },
  });
}
