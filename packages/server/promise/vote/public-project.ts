import { HuyingError } from '@huying/kit/error';
import { currentValue } from '@huying/kit/promise';
import Type, { type Static } from 'typebox';
import { type Ctx, defineOperation } from '../../ledger/index.ts';
import { loadBundle } from '../core/bundle.ts';
import type { PromiseBundle } from '../core/promise-record.ts';
import { kindOf, type PromiseServices } from '../core/promise-services.ts';
import { type PromiseWorld, promiseWorldOf } from '../core/promise-world.ts';
import { objectionsOf } from '../core/record.store.ts';
import { findPromise } from '../core/store.ts';
import { evaluationsOf } from './evaluation.store.ts';
import { evaluationView, evaluationViewOf } from './evaluation.ts';
import { LIVELIHOOD } from './make-official.ts';
import { originTypes, publishedProjects, publishedYears, quotedClauses } from './public.store.ts';
import { siteEvidence, siteStates, sitesOf, sitesOfAll } from './site.store.ts';
import { findVote } from './vote.store.ts';
import { closed, nullable, oneOf, uuid, year } from './vote-schema.ts';

const words = Type.Object({ zh: Type.String(), en: Type.String() });
const text = nullable(Type.String());
const number = nullable(Type.Number());

const summary = {
  id: Type.String(),
  number: Type.String(),
  year: Type.Integer(),
  title: Type.String(),
  state: words,
  official: Type.String(),
  officialWords: words,
  evidence: oneOf(['none', 'part', 'full']),
  schedule: oneOf(['early', 'on-time', 'late', 'late-and-done', 'not-due']),
  /** The unit says it is done and the evidence does not bear it out (yet): told as 待核实. */
  unproven: Type.Boolean(),
  due: text,
  light: text,
  sites: Type.Object({ done: Type.Integer(), verified: Type.Integer(), all: Type.Integer() }),
  lead: nullable(words),
};

/** Where a site lies and how far it has come. Degrees WGS 84. */
const spot = { no: Type.Integer(), name: Type.String(), longitude: number, latitude: number, state: oneOf(siteStates) };

/** What of a livelihood project is for everybody. */
export const publicProject = Type.Object({
  ...summary,
  deliverable: text,
  clauses: Type.Array(Type.Object({ words: Type.String(), page: number, title: Type.String(), year: Type.Integer() })),
  budget: number,
  paid: number,
  paidOn: text,
  next: nullable(Type.Object({ title: Type.String(), due: text })),
  telephone: text,
  origin: Type.Array(Type.Object({ type: Type.String(), name: words, count: Type.Integer() })),
  vote: nullable(
    Type.Object({
      variant: Type.String(),
      on: text,
      approve: number,
      members: Type.Integer(),
      document: text,
      digest: text,
    }),
  ),
  issuedOn: text,
  places: Type.Array(
    Type.Object({
      id: Type.String(),
      ...spot,
      address: text,
      work: text,
      due: text,
      startedOn: text,
      completedOn: text,
      verifiedOn: text,
      photos: Type.Array(Type.String()),
    }),
  ),
  revisions: Type.Array(
    Type.Object({
      what: Type.String(),
      reason: Type.String(),
      authority: text,
      document: text,
      from: text,
      old: Type.Unknown(),
      new: Type.Unknown(),
    }),
  ),
  evaluations: Type.Array(evaluationView),
  verifications: Type.Object({ true: Type.Integer(), all: Type.Integer() }),
  objections: Type.Array(
    Type.Object({ words: Type.String(), raisedAt: Type.String(), due: Type.String(), answer: text, answeredAt: text }),
  ),
  asOf: Type.String(),
});
export type PublicProject = Static<typeof publicProject>;

const publicList = Type.Object({
  year: Type.Integer(),
  years: Type.Array(Type.Integer()),
  items: Type.Array(Type.Object({ ...summary, places: Type.Array(Type.Object(spot)) })),
});
export type PublicList = Static<typeof publicList>;

/** The published projects of a year; without a year those of the latest. */
export function publicListOperation(services: PromiseServices) {
  return defineOperation({
    name: 'livelihood.publicList',
    summary: { zh: '已公布的民生实事', en: 'Published livelihood projects' },
    input: Type.Object({ year: Type.Optional(year) }, closed),
    output: publicList,
    async run(ctx, input) {
      const world = await promiseWorldOf(ctx, services);
      const years = await publishedYears(ctx.tx, ctx.tenant, LIVELIHOOD);
      const of = input.year ?? years[0] ?? Number(world.today.slice(0, 4));
      const ids = await publishedProjects(ctx.tx, ctx.tenant, LIVELIHOOD, of);
      const sites = Map.groupBy(await sitesOfAll(ctx.tx, ctx.tenant, ids), ({ promise }) => promise);
      const items: PublicList['items'] = [];
      for (const id of ids) {
        const places = (sites.get(id) ?? [])
          .filter(({ state }) => state !== 'cancelled')
          .map(({ no, name, longitude, latitude, state }) => ({ no, name, longitude, latitude, state }));
        items.push({ ...summaryOf(services, world, await publishedBundle(ctx, id)), places });
      }
      return { year: of, years, items };
    },
  });
}

/** One published project. @throws vote.notPublished, also where it exists and is not published */
export function publicProjectOperation(services: PromiseServices) {
  return defineOperation({
    name: 'livelihood.publicProject',
    summary: { zh: '民生实事公开页', en: 'A published livelihood project' },
    input: Type.Object({ id: uuid }, closed),
    output: publicProject,
    async run(ctx, { id }) {
      const world = await promiseWorldOf(ctx, services);
      const bundle = await publishedBundle(ctx, id);
      const { tx, tenant } = ctx;
      const { promise } = bundle;
      const sites = await sitesOf(tx, tenant, id);
      const photos = (await siteEvidence(tx, tenant, id)).filter(({ kind }) => kind === 'photo');
      const paid = currentValue(bundle.observations, 'paid', world.today);
      const next = bundle.tasks
        .filter(({ state, due }) => state === 'open' && due !== null)
        .sort((a, b) => ((a.due ?? '') < (b.due ?? '') ? -1 : 1))[0];
      const { data } = promise;
      return {
        ...summaryOf(services, world, bundle),
        deliverable: promise.deliverable,
        clauses: await quotedClauses(tx, tenant, id),
        budget: typeof data.budget === 'number' ? data.budget : null,
        paid: paid?.value ?? null,
        paidOn: paid?.asOf ?? null,
        next: next === undefined ? null : { title: next.title, due: next.due },
        telephone: textOf(data.telephone),
        origin: await originOf(ctx, services, textOf(data.candidate)),
        vote: await voteOf(ctx, textOf(data.vote), textOf(data.candidate)),
        issuedOn: promise.issuedOn,
        places: sites
          .filter(({ state }) => state !== 'cancelled')
          .map((site) => ({
            id: site.id,
            no: site.no,
            name: site.name,
            address: site.address,
            longitude: site.longitude,
            latitude: site.latitude,
            state: site.state,
            work: site.work,
            due: site.due,
            startedOn: site.startedOn,
            completedOn: site.completedOn,
            verifiedOn: site.verifiedOn,
            photos: photos.filter((one) => one.site === site.id).map(({ file }) => file),
          })),
        revisions: bundle.revisions
          .filter(({ state }) => state === 'approved')
          .map(({ what, reason, authority, document, effectiveFrom, old, new: now }) => ({
            ...{ what, reason, authority, document, from: effectiveFrom, old, new: now },
          })),
        evaluations: (await evaluationsOf(tx, tenant, [id]))
          .filter((one) => one.publishedAt !== null)
          .map(evaluationViewOf),
        verifications: {
          true: bundle.verifications.filter(({ result }) => result === 'true').length,
          all: bundle.verifications.length,
        },
        objections: await answeredOf(ctx, id),
        asOf: world.today,
      };
    },
  });
}

async function publishedBundle(ctx: Ctx, id: string): Promise<PromiseBundle> {
  const promise = await findPromise(ctx.tx, ctx.tenant, id);
  if (promise === undefined || promise.kind !== LIVELIHOOD || promise.publishedAt === null) {
    throw new HuyingError('vote.notPublished');
  }
  return loadBundle(ctx, promise);
}

function summaryOf(services: PromiseServices, world: PromiseWorld, bundle: PromiseBundle) {
  const { promise, sites } = bundle;
  const kind = kindOf(services, promise.kind);
  const say = (path: string, zh: string) => services.product.words[`promises/${kind.id}/${path}`] ?? { zh, en: zh };
  const count = (...states: readonly string[]) => sites.filter(({ state }) => states.includes(state)).length;
  const lead = promise.leadUnit === null ? undefined : world.org.unit(promise.leadUnit);
  const { official, evidence } = promise;
  return {
    id: promise.id,
    number: promise.number,
    year: promise.year,
    title: promise.title,
    state: say(`states/${promise.state}`, kind.states[promise.state] ?? promise.state),
    official,
    officialWords: say(`completion/${official}`, kind.completionWords[official]),
    evidence,
    schedule: promise.schedule,
    unproven: (official === 'done' || official === 'basically-done') && evidence !== 'full',
    due: promise.due,
    light: world.setting<string>('promise.lightsPublic', 'no') === 'yes' ? promise.light : null,
    sites: {
      done: count('completed', 'verified'),
      verified: count('verified'),
      all: sites.length - count('cancelled'),
    },
    lead: lead?.name ?? null,
  };
}

async function originOf(ctx: Ctx, { product }: PromiseServices, candidate: string | null) {
  if (candidate === null) return [];
  return (await originTypes(ctx.tx, ctx.tenant, candidate)).map(({ type, count }) => {
    const definition = product.definitions.find(({ id }) => id === type);
    const zh = definition?.type.name ?? type;
    return { type, name: definition?.words[type] ?? { zh, en: type }, count };
  });
}

async function voteOf(ctx: Ctx, id: string | null, candidate: string | null): Promise<PublicProject['vote']> {
  const vote = id === null ? undefined : await findVote(ctx.tx, ctx.tenant, id);
  if (vote?.result === undefined || vote.result === null) return null;
  const total = vote.result.totals.find((one) => one.candidate === candidate);
  return {
    variant: vote.variant,
    on: vote.certifiedAt?.toISOString() ?? null,
    approve: total?.approve ?? null,
    members: vote.members,
    document: vote.document,
    digest: vote.digest,
  };
}

/** Objections and their answers, without who raised them. */
async function answeredOf(ctx: Ctx, id: string): Promise<PublicProject['objections']> {
  const iso = (at: number | null) => (at === null ? null : new Date(at).toISOString());
  return (await objectionsOf(ctx.tx, ctx.tenant, id))
    .filter(({ answer }) => answer !== null)
    .map(({ words: said, raisedAt, due, answer, answeredAt }) => ({
      ...{ words: said, raisedAt: iso(raisedAt) ?? '', due, answer, answeredAt: iso(answeredAt) },
    }));
}

const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
