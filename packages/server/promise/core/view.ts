import { maskValue, personName } from '@huying/kit/field';
import type { Day } from '@huying/kit/promise';
import { admits } from '../../access/index.ts';
import { findCase } from '../../case/index.ts';
import { type Ctx, timeline } from '../../ledger/index.ts';
import { linksOf } from '../../link/index.ts';
import { releasedAmong } from '../project/frozen-period.ts';
import { loadBundle } from './bundle.ts';
import { chosenByCongress } from './congress.ts';
import { courseOfYear, figuresOf } from './figures.ts';
import { lightPastOf } from './light.store.ts';
import { doingsOf, stepActions } from './offered.ts';
import { blockersOf, clausesOf, evaluationsOf, sitesOf, visitsOf } from './page.store.ts';
import { dutyView, evidenceView, indicatorViews, revisionView, taskView, verificationView } from './part-view.ts';
import { promiseNames } from './promise-names.ts';
import type { ObjectionRecord, PromiseBundle, PromiseRecord } from './promise-record.ts';
import { ECONOMIC, rowOf, showsLights } from './promise-row.ts';
import { kindOf, type PromiseServices } from './promise-services.ts';
import { eventView, fieldText } from './promise-timeline.ts';
import type { PromiseView } from './promise-view.ts';
import type { PromiseWorld } from './promise-world.ts';
import { objectionsOf } from './record.store.ts';
import { involvedIn } from './responsibility.ts';
import { ruleSetFor } from './rule-set.ts';
import { FOLLOWED, FOLLOWED_WORDS } from './shown-light.ts';

const iso = (at: number | null) => (at === null ? null : new Date(at).toISOString());

/** The page of a promise as of a day, as far as the reader may see: those who see only what is published see no unfinished figures. */
export async function viewOf(
  ctx: Ctx,
  services: PromiseServices,
  world: PromiseWorld,
  promise: PromiseRecord,
  asOf: Day,
): Promise<PromiseView> {
  const { tx, tenant } = ctx;
  const inside = world.promises.reach === 'promises';
  const whole = await loadBundle(ctx, promise);
  const bundle = inside ? whole : await shownOf(ctx, whole, world.today);
  const set = ruleSetFor(services, world, promise.kind);
  const past = (await lightPastOf(tx, tenant, [promise.id])).get(promise.id) ?? [];
  const figures = figuresOf(bundle, set, asOf, past);
  const { inForce, standing, light, inputs } = figures;
  const shows = showsLights(world);
  const record: PromiseRecord = {
    ...inForce.promise,
    ...involvedIn(bundle.duties, bundle.tasks, asOf),
    official: figures.official,
    evidence: inside ? figures.evidence : promise.evidence,
    schedule: figures.schedule,
    light: light?.light ?? null,
    lightInputs: figures.followed ? { [FOLLOWED]: true } : null,
    rate: standing.p,
    expected: standing.e,
    ...courseOfYear(bundle, asOf),
    disagreements: figures.disagreements.map(({ id }) => id),
  };
  const [clauses, sites, blockers, visits, evaluations, objections, entries] = await Promise.all([
    clausesOf(tx, tenant, promise.id),
    sitesOf(tx, tenant, promise.id),
    inside ? blockersOf(tx, tenant, promise.id) : [],
    inside ? visitsOf(tx, tenant, promise.id) : [],
    evaluationsOf(tx, tenant, promise.id),
    objectionsOf(tx, tenant, promise.id),
    timeline(ctx, promise.id, { for: inside ? 'internal' : 'public' }),
  ]);
  const names = promiseNames(world);
  const congress = bundle.revisions.length > 0 && (await chosenByCongress(ctx, promise));
  const { words } = services.product;
  const kind = kindOf(services, promise.kind);
  const firstly = (what: string, now: string | null) => {
    const original = inForce.revised.get(what)?.original;
    return original === undefined ? now : (original as string | null);
  };
  return {
    ...rowOf(services, world, names, record),
    asOf,
    deliverable: record.deliverable,
    measure: record.measure,
    dueWords: record.dueWords,
    original: {
      due: firstly('due', record.due),
      deliverable: firstly('deliverable', record.deliverable),
      measure: firstly('measure', record.measure),
      title: firstly('title', record.title),
    },
    firmness: record.firmness,
    missing: missingOf(bundle, record),
    data: { ...record.data },
    facts: Object.entries(kind.data ?? {}).flatMap(([name, field]) => {
      const value = record.data[name];
      if (value === undefined || value === null) return [];
      const path = `promises/${kind.id}/data/${name}`;
      const shown = fieldText(path, field, value, words, world.calendar.zone);
      return [{ name, label: words[path] ?? { zh: field.label, en: field.label }, value, shown }];
    }),
    clauses: clauses.map(({ before, after, ...clause }) => ({ ...clause, before: before ?? '', after: after ?? '' })),
    duties: bundle.duties.map((duty) => dutyView(names, duty)),
    indicators: indicatorViews(names, bundle, figures, bundle.observations),
    tasks: inForce.tasks.map((task) => taskView(names, task)),
    sites: sites.map((site) => ({ ...site, unit: names.unit(site.unit) })),
    evidenceItems: inside ? bundle.evidence.map(evidenceView) : [],
    verifications: inside ? bundle.verifications.map(verificationView) : [],
    revisions: bundle.revisions.map((one) => revisionView(bundle, one, congress)),
    objections: await objectionViews(ctx, services, inside, objections),
    blockers: blockers.map((one) => ({
      ...one,
      unit: names.unit(one.unit),
      owner: names.person(one.owner),
      raisedAt: one.raisedAt.toISOString(),
    })),
    visits: visits.map((one) => ({ ...one })),
    evaluations: evaluations
      .filter(({ published }) => inside || published)
      .map(({ published: _, counts, ...one }) => ({ ...one, counts: { ...counts } })),
    coverage: shows ? standing.coverage : null,
    lightWords:
      shows && light !== null
        ? (words[`lights/${set?.id}/rules/${light.rule}`] ?? { zh: light.words, en: light.words })
        : shows && figures.followed
          ? FOLLOWED_WORDS
          : null,
    lightRule: shows ? (light?.rule ?? null) : null,
    lightSet: shows ? (set?.id ?? null) : null,
    lightSetWords: shows && set !== undefined ? (words[`lights/${set.id}`] ?? { zh: set.label, en: set.label }) : null,
    lightInputs: shows ? { ...inputs } : {},
    disagreements: inside ? figures.disagreements.map(({ id, zh, en }) => ({ id, words: { zh, en } })) : [],
    actions: inside ? stepActions(ctx, services, world, bundle) : [],
    may: doingsOf(ctx, services, world, bundle),
    timeline: entries.map((entry) => eventView(kind, words, names, bundle, world.calendar.zone, entry)),
    links: await linkViews(ctx, world, promise.id, inside),
  };
}

/** What those see who see only what is published: final values, of economic targets from their release on, and decided revisions. */
async function shownOf(ctx: Ctx, bundle: PromiseBundle, today: Day): Promise<PromiseBundle> {
  const final = bundle.observations.filter(({ standing }) => standing === 'final');
  const released = bundle.promise.kind === ECONOMIC ? await releasedAmong(ctx, final, today) : final;
  return {
    ...bundle,
    observations: released,
    revisions: bundle.revisions.filter(({ state }) => state === 'approved'),
  };
}

/** What the words of the report do not say. */
function missingOf({ indicators, duties }: PromiseBundle, { due, measure }: PromiseRecord): string[] {
  const missing: string[] = [];
  if (measure === null && indicators.length === 0) missing.push('measure');
  if (due === null) missing.push('due');
  if (!duties.some(({ part }) => part === 'lead')) missing.push('owner');
  if (indicators.length > 0 && indicators.every(({ aim }) => aim === 'followed')) missing.push('value');
  return missing;
}

const NAME = personName('异议人');

async function objectionViews(
  ctx: Ctx,
  services: PromiseServices,
  inside: boolean,
  rows: readonly ObjectionRecord[],
): Promise<PromiseView['objections']> {
  const shown = rows.filter(({ answeredAt }) => inside || answeredAt !== null);
  const sealed = inside ? shown.filter(({ who }) => who !== null) : [];
  const items = sealed.map(({ id, who }) => ({ subject: id, sealed: Buffer.from(who?.sealed ?? '', 'base64') }));
  const plain = items.length === 0 ? [] : await services.keyring.decryptMany(ctx, items);
  const opened = new Map(sealed.map(({ id }, index) => [id, plain[index]]));
  return shown.map((one) => ({
    id: one.id,
    // Masked like every caller's name: who objected is nobody's business here.
    who: opened.get(one.id) === undefined ? null : String(maskValue(NAME, opened.get(one.id) as never)),
    words: one.words,
    raisedAt: new Date(one.raisedAt).toISOString(),
    due: one.due,
    answer: one.answer,
    answeredBy: one.answeredBy,
    answeredAt: iso(one.answeredAt),
  }));
}

async function linkViews(ctx: Ctx, world: PromiseWorld, id: string, inside: boolean): Promise<PromiseView['links']> {
  if (!inside) return [];
  const links = await linksOf(ctx, id);
  return Promise.all(
    links.map(async ({ kind, from, to, at }) => {
      const subject = from.id === id ? to : from;
      const record = subject.kind === 'case' ? await findCase(ctx.tx, ctx.tenant, subject.id) : undefined;
      const seen = record !== undefined && admits(world.reach, record) ? record : undefined;
      return {
        kind,
        direction: from.id === id ? ('to' as const) : ('from' as const),
        subject: { ...subject },
        number: seen?.number ?? null,
        title: typeof seen?.data.title === 'string' ? seen.data.title : null,
        at: new Date(at).toISOString(),
      };
    }),
  );
}
