import { HuyingError, isHuyingError } from '@huying/kit/error';
import Type, { type Static } from 'typebox';
import { attachFiles } from '../../file/index.ts';
import { type Ctx, defineOperation } from '../../ledger/index.ts';
import { requireUnit } from '../../org/index.ts';
import { isOfLead } from '../core/participant.ts';
import type { PromiseServices } from '../core/promise-services.ts';
import { insertEvidence, insertVerification } from '../core/record.store.ts';
import { offices, requireOffice } from './offices.ts';
import {
  insertSites,
  lockSite,
  promiseOfSite,
  type Site,
  siteEvidence,
  siteStates,
  sitesOf,
  updateSite,
} from './site.store.ts';
import { heldPromise, keepSites, type Reached, reachedPromise, requireWorker, worksOn } from './site-work.ts';
import { closed, day, line, nullable, oneOf, receipt, uuid, version, words } from './vote-schema.ts';

const MOST_PHOTOS = 20;
const permit = Type.Object(
  { kind: line, number: line, date: nullable(day), file: Type.Optional(nullable(uuid)) },
  closed,
);

export const siteFields = {
  name: line,
  address: Type.Optional(nullable(line)),
  longitude: Type.Optional(nullable(Type.Number({ minimum: -180, maximum: 180 }))),
  latitude: Type.Optional(nullable(Type.Number({ minimum: -90, maximum: 90 }))),
  unit: Type.Optional(nullable(uuid)),
  due: Type.Optional(nullable(day)),
  work: Type.Optional(nullable(words)),
  permits: Type.Optional(Type.Array(permit, { maxItems: 20 })),
};
const siteDraft = Type.Object(siteFields, closed);
export type SiteDraft = Static<typeof siteDraft>;

export const siteView = Type.Object({
  id: Type.String(),
  no: Type.Integer(),
  name: Type.String(),
  address: nullable(Type.String()),
  area: nullable(Type.Object({ code: Type.String(), name: Type.Object({ zh: Type.String(), en: Type.String() }) })),
  longitude: nullable(Type.Number()),
  latitude: nullable(Type.Number()),
  unit: nullable(Type.String()),
  state: oneOf(siteStates),
  due: nullable(Type.String()),
  startedOn: nullable(Type.String()),
  completedOn: nullable(Type.String()),
  verifiedOn: nullable(Type.String()),
  work: nullable(Type.String()),
  permits: Type.Array(
    Type.Object({
      kind: Type.String(),
      number: Type.String(),
      date: nullable(Type.String()),
      file: nullable(Type.String()),
    }),
  ),
  /** Ids of files, the newest first. */
  photos: Type.Array(Type.String()),
  may: Type.Array(oneOf(['change', 'report', 'verify', 'cancel'])),
  version: Type.Integer(),
});
export type SiteView = Static<typeof siteView>;

/** The sites of a promise. @throws promise.unknown */
export function listSitesOperation(services: PromiseServices) {
  return defineOperation({
    name: 'site.list',
    summary: { zh: '点位列表', en: 'List sites' },
    input: Type.Object({ promise: uuid }, closed),
    output: Type.Object({ items: Type.Array(siteView), may: Type.Object({ add: Type.Boolean() }) }),
    async run(ctx, { promise: id }) {
      const reached = await reachedPromise(ctx, services, id);
      const sites = await sitesOf(ctx.tx, ctx.tenant, id);
      const files = await siteEvidence(ctx.tx, ctx.tenant, id);
      const works = worksOn(ctx, reached);
      const { world } = reached;
      return {
        items: sites.map(({ reporters, permits, area, promise: _, ...site }) => ({
          ...site,
          area:
            area === null
              ? null
              : { code: area, name: world.registry.last('area', area, ctx.now)?.name ?? { zh: area, en: area } },
          permits: permits.map((one) => ({ ...one, file: one.file ?? null })),
          photos: files.filter((one) => one.site === site.id && one.kind === 'photo').map(({ file }) => file),
          may: allowed(ctx, reached, { ...site, reporters }, works),
        })),
        may: { add: works },
      };
    },
  });
}

function allowed(
  ctx: Ctx,
  { world, promise }: Reached,
  site: Pick<Site, 'state' | 'reporters'>,
  works: boolean,
): SiteView['may'] {
  const role = world.post?.role ?? '';
  const has = (roles: readonly string[]) => roles.includes(role);
  const open = site.state !== 'cancelled' && site.state !== 'verified';
  const { account } = ctx.actor;
  const other = account === null || !(site.reporters.includes(account) || isOfLead(ctx, world, promise));
  return [
    ...(works && open ? (['change'] as const) : []),
    ...(works && has(offices.work) && (site.state === 'planned' || site.state === 'under-way')
      ? (['report'] as const)
      : []),
    ...(has(offices.verify) && site.state === 'completed' && other ? (['verify'] as const) : []),
    ...(has(offices.publish) && open ? (['cancel'] as const) : []),
  ];
}

/** Adds a site, or changes what is said of one; its state is changed by reports only. @throws promise.unknown, vote.notYours, vote.changed */
export function putSiteOperation(services: PromiseServices) {
  return defineOperation({
    name: 'site.put',
    summary: { zh: '登记或修改点位', en: 'Enter or change a site' },
    input: Type.Object(
      { promise: uuid, id: Type.Optional(uuid), version: Type.Optional(version), ...siteFields },
      closed,
    ),
    output: receipt,
    async run(ctx, { promise: of, id, version: seen, ...draft }) {
      const reached = await heldPromise(ctx, services, of);
      requireWorker(ctx, reached);
      if (draft.unit) await requireUnit(ctx, draft.unit);
      if (id === undefined) {
        const [site] = await addSites(ctx, services, reached, [draft]);
        return { id: site?.id ?? '', version: 1, state: 'planned' };
      }
      const before = await lockSite(ctx.tx, ctx.tenant, id);
      if (before === undefined || before.promise !== of) throw new HuyingError('vote.unknownSite');
      if (before.version !== seen) throw new HuyingError('vote.changed');
      if (before.state === 'cancelled' || before.state === 'verified') throw new HuyingError('vote.siteState');
      const said = saidOf(reached, draft);
      const site = { ...before, ...said, version: before.version + 1 };
      await updateSite(ctx.tx, ctx.tenant, site);
      const { name, address, longitude, latitude, unit, due, work, permits } = before;
      const old = { name, address, longitude, latitude, unit, due, work, permits };
      await keepSites(ctx, services, reached, {
        what: 'site-changed',
        visibility: 'internal',
        body: { site: id, old, new: said },
      });
      return { id, version: site.version, state: site.state };
    },
  });
}

/** Adds sites at the end of a promise's list. */
export async function addSites(
  ctx: Ctx,
  services: PromiseServices,
  reached: Reached,
  drafts: readonly SiteDraft[],
): Promise<readonly Site[]> {
  const { promise } = reached;
  const before = await sitesOf(ctx.tx, ctx.tenant, promise.id);
  const last = Math.max(0, ...before.map(({ no }) => no));
  const sites = drafts.map(
    (draft, at): Site => ({
      ...saidOf(reached, draft),
      id: ctx.id(),
      promise: promise.id,
      no: last + at + 1,
      state: 'planned',
      startedOn: null,
      completedOn: null,
      verifiedOn: null,
      reporters: [],
      version: 1,
    }),
  );
  await insertSites(ctx.tx, ctx.tenant, sites);
  await keepSites(ctx, services, reached, {
    what: 'sites-added',
    visibility: 'internal',
    body: { sites: sites.map(({ id, no, name }) => ({ id, no, name })) },
  });
  return sites;
}

function saidOf({ world, promise }: Reached, draft: SiteDraft) {
  const [longitude, latitude] = [draft.longitude ?? null, draft.latitude ?? null];
  const at =
    longitude === null || latitude === null
      ? null
      : world.registry.areas(world.context.now).locate(longitude, latitude);
  return {
    name: draft.name,
    address: draft.address ?? null,
    longitude,
    latitude,
    area: at?.cell ?? at?.community ?? at?.street ?? null,
    unit: draft.unit ?? promise.leadUnit,
    due: draft.due ?? promise.due,
    work: draft.work ?? null,
    permits: (draft.permits ?? []).map((one) => ({ ...one, file: one.file ?? null })),
  };
}

/**
 * Reports that work at a site began or is completed, with photos; completion needs one. @throws vote.siteState, vote.evidence,
 * vote.notYours, vote.changed, file.unknown, file.notYours
 */
export function reportSiteOperation(services: PromiseServices) {
  return defineOperation({
    name: 'site.report',
    summary: { zh: '报告点位进展', en: 'Report progress at a site' },
    input: Type.Object(
      {
        id: uuid,
        version,
        state: oneOf(['under-way', 'completed']),
        on: day,
        words: Type.Optional(words),
        photos: Type.Optional(Type.Array(uuid, { maxItems: MOST_PHOTOS })),
      },
      closed,
    ),
    output: receipt,
    async run(ctx, { id, version: seen, state, on, photos = [], words: told }) {
      await requireOffice(ctx, 'work');
      const { before, reached } = await lockedSite(ctx, services, id, seen);
      requireWorker(ctx, reached);
      const goesOn = before.state === 'planned' || before.state === 'under-way';
      if (!goesOn || on > reached.world.today) throw new HuyingError('vote.siteState');
      if (state === 'completed' && photos.length === 0) throw new HuyingError('vote.evidence');
      await keepPhotos(ctx, reached, before, photos, told ?? null, null);
      const { account } = ctx.actor;
      const site: Site = {
        ...before,
        state,
        startedOn: before.startedOn ?? on,
        completedOn: state === 'completed' ? on : null,
        reporters: account === null ? before.reporters : [...new Set([...before.reporters, account])],
        version: seen + 1,
      };
      await updateSite(ctx.tx, ctx.tenant, site);
      await keepSites(ctx, services, reached, {
        what: state === 'completed' ? 'site-completed' : 'site-under-way',
        visibility: 'public',
        body: { site: id, name: before.name, on, words: told ?? null, photos },
      });
      return { id, version: site.version, state };
    },
  });
}

/**
 * Looks at a completed site; whoever reported there or has a post in the lead unit may not. What is found wanting goes back to work.
 * @throws vote.samePerson, promise.insider, vote.siteState
 */
export function verifySiteOperation(services: PromiseServices) {
  return defineOperation({
    name: 'site.verify',
    summary: { zh: '核验点位', en: 'Verify a site' },
    input: Type.Object(
      {
        id: uuid,
        version,
        method: oneOf(['desk', 'site', 'call-back', 'data']),
        result: oneOf(['true', 'partly', 'false']),
        words,
        photos: Type.Optional(Type.Array(uuid, { maxItems: MOST_PHOTOS })),
      },
      closed,
    ),
    output: receipt,
    async run(ctx, { id, version: seen, method, result, photos = [], words: told }) {
      const post = await requireOffice(ctx, 'verify');
      const { before, reached } = await lockedSite(ctx, services, id, seen);
      const { account } = ctx.actor;
      if (account !== null && before.reporters.includes(account)) throw new HuyingError('vote.samePerson');
      if (isOfLead(ctx, reached.world, reached.promise)) throw new HuyingError('promise.insider');
      if (before.state !== 'completed') throw new HuyingError('vote.siteState');
      const verification = ctx.id();
      await insertVerification(ctx.tx, ctx.tenant, {
        id: verification,
        promise: before.promise,
        task: null,
        site: id,
        indicator: null,
        observation: null,
        method,
        result,
        value: null,
        words: told,
        verifiedBy: ctx.actor.name,
        account,
        post: post?.id ?? null,
        at: ctx.now,
      });
      await keepPhotos(ctx, reached, before, photos, told, verification);
      const passed = result === 'true';
      const site: Site = {
        ...before,
        state: passed ? 'verified' : 'under-way',
        completedOn: passed ? before.completedOn : null,
        verifiedOn: passed ? reached.world.today : null,
        version: seen + 1,
      };
      await updateSite(ctx.tx, ctx.tenant, site);
      await keepSites(ctx, services, reached, {
        what: passed ? 'site-verified' : 'site-sent-back',
        visibility: passed ? 'public' : 'internal',
        body: { site: id, name: before.name, method, result, words: told },
      });
      return { id, version: site.version, state: site.state };
    },
  });
}

/** Takes a site off the list; only by the document that allowed it (经人大常委会审议调整). @throws vote.siteState, vote.notYours */
export function cancelSiteOperation(services: PromiseServices) {
  return defineOperation({
    name: 'site.cancel',
    summary: { zh: '核减点位（经人大常委会审议调整）', en: 'Take a site off the list' },
    input: Type.Object({ id: uuid, version, authority: line, document: line, reason: words }, closed),
    output: receipt,
    async run(ctx, { id, version: seen, ...by }) {
      await requireOffice(ctx, 'publish');
      const { before, reached } = await lockedSite(ctx, services, id, seen);
      if (before.state === 'verified' || before.state === 'cancelled') throw new HuyingError('vote.siteState');
      const site: Site = { ...before, state: 'cancelled', version: seen + 1 };
      await updateSite(ctx.tx, ctx.tenant, site);
      const body = { site: id, name: before.name, ...by };
      await keepSites(ctx, services, reached, {
        what: 'site-cancelled',
        visibility: 'public',
        body,
      });
      return { id, version: site.version, state: site.state };
    },
  });
}

async function lockedSite(ctx: Ctx, services: PromiseServices, id: string, seen: number) {
  const of = await promiseOfSite(ctx.tx, ctx.tenant, id);
  if (of === undefined) throw new HuyingError('vote.unknownSite');
  // Whoever may not read the promise is not told that the site is there. The promise is locked first, as everywhere.
  const reached = await heldPromise(ctx, services, of).catch((error: unknown) => {
    throw isHuyingError(error) ? new HuyingError('vote.unknownSite') : error;
  });
  const before = await lockSite(ctx.tx, ctx.tenant, id);
  if (before === undefined || before.version !== seen) throw new HuyingError('vote.changed');
  return { before, reached };
}

async function keepPhotos(
  ctx: Ctx,
  { world }: Reached,
  site: Site,
  photos: readonly string[],
  told: string | null,
  verification: string | null,
): Promise<void> {
  const files = await attachFiles(ctx, photos, { kind: 'promise', id: site.promise });
  await insertEvidence(
    ctx.tx,
    ctx.tenant,
    files.map((file) => ({
      id: ctx.id(),
      promise: site.promise,
      task: null,
      site: site.id,
      indicator: null,
      observation: null,
      verification,
      kind: file.type.startsWith('image/') ? ('photo' as const) : ('document' as const),
      file: file.id,
      hash: file.sha256.toString('hex'),
      words: told,
      longitude: file.lon ?? site.longitude,
      latitude: file.lat ?? site.latitude,
      takenAt: file.takenAt,
      covers: null,
      enteredBy: ctx.actor.name,
      account: ctx.actor.account,
      unit: world.post?.unit ?? null,
      at: ctx.now,
    })),
  );
}
