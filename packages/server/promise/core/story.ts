import type { Words } from '@huying/kit/error';
import { Type } from 'typebox';
import { admits } from '../../access/index.ts';
import { findCase } from '../../case/index.ts';
import { type Ctx, defineOperation } from '../../ledger/index.ts';
import { type Link, linksOf } from '../../link/index.ts';
import { loadBundle } from './bundle.ts';
import { candidatesById, clausesOf, evaluationsOf, papersNaming, sitesOf, votesOnCandidates } from './page.store.ts';
import { revisedWords } from './part-view.ts';
import { closed, uuidSchema } from './promise-draft.ts';
import { promiseNames } from './promise-names.ts';
import type { PromiseBundle, PromiseRecord } from './promise-record.ts';
import type { PromiseServices } from './promise-services.ts';
import { type PromiseWorld, promiseWorldOf } from './promise-world.ts';
import { requirePromise } from './requirement.ts';
import { type PromiseStory, type StoryStep, storySchema } from './story-view.ts';

/** Links are followed so far from the promise: call → candidate → promise is two. */
const FAR = 3;
/** A cluster may hold thousands of calls; the story shows the first, and says how many more. */
const MOST_CALLS = 30;

/** From the citizen's call to the row of the next report, as far as the reader may see: what is hidden is counted. */
export function storyOperation(services: PromiseServices) {
  return defineOperation({
    name: 'promise.story',
    summary: { zh: '目标任务的来龙去脉', en: 'The story of a promise' },
    input: Type.Object({ id: uuidSchema }, closed),
    output: storySchema,
    async run(ctx, { id }): Promise<PromiseStory> {
      const promise = await requirePromise(ctx, services, id);
      const world = await promiseWorldOf(ctx, services);
      const bundle = await loadBundle(ctx, promise);
      const linked = await linkedTo(ctx, id);
      const told = await Promise.all([
        beforeIt(ctx, world, linked),
        itself(ctx, world, bundle),
        afterIt(ctx, world, linked, promise),
      ]);
      return {
        id,
        number: promise.number,
        steps: told.flatMap(({ steps }) => steps),
        hidden: told.reduce((sum, { hidden }) => sum + hidden, 0),
      };
    },
  });
}

interface Told {
  readonly steps: StoryStep[];
  readonly hidden: number;
}

/** Everything joined to the promise by links, with the link that led there. */
async function linkedTo(ctx: Ctx, id: string): Promise<readonly Link[]> {
  const links = new Map<string, Link>();
  const seen = new Set([id]);
  let front: readonly string[] = [id];
  for (let far = 0; far < FAR && front.length > 0; far += 1) {
    const next: string[] = [];
    for (const subject of front.slice(0, 200)) {
      for (const link of await linksOf(ctx, subject)) {
        links.set(link.id, link);
        for (const end of [link.from, link.to]) {
          // A case has stories of its own; only what stands between it and the promise is followed.
          if (!seen.has(end.id) && end.kind !== 'case') next.push(end.id);
          seen.add(end.id);
        }
      }
    }
    front = next;
  }
  return [...links.values()];
}

async function beforeIt(ctx: Ctx, world: PromiseWorld, links: readonly Link[]): Promise<Told> {
  const origins = links.filter(({ kind }) => kind === 'origin');
  const ends = origins.flatMap(({ from, to }) => [from, to]);
  const ids = (kind: string) => [...new Set(ends.filter((end) => end.kind === kind).map((end) => end.id))];
  const cases = await casesTold(ctx, world, ids('case'), (type) => (type === 'opinion' ? 'opinion' : 'call'));
  const inside = world.promises.reach === 'promises';
  const candidates = await candidatesById(ctx.tx, ctx.tenant, ids('candidate'));
  const votes = await votesOnCandidates(ctx.tx, ctx.tenant, ids('candidate'));
  return {
    steps: [
      ...cases.steps,
      ...candidates.map((one) => ({
        kind: 'candidate' as const,
        id: one.id,
        on: one.createdAt.toISOString(),
        words: said(`列为民生实事候选项目：${one.title}`, `Livelihood candidate: ${one.title}`),
        to: inside ? `/livelihood/candidates/${one.id}` : null,
      })),
      ...votes.map((one) => ({
        kind: 'vote' as const,
        id: one.id,
        on: one.certifiedAt?.toISOString() ?? null,
        words: said(
          `${one.title}：赞成 ${one.approve} 票，反对 ${one.oppose} 票，弃权 ${one.abstain} 票`,
          `${one.title}: ${one.approve} for, ${one.oppose} against, ${one.abstain} abstaining`,
        ),
        to: inside ? `/livelihood/votes/${one.id}` : null,
      })),
    ],
    hidden: cases.hidden,
  };
}

async function casesTold(
  ctx: Ctx,
  world: PromiseWorld,
  ids: readonly string[],
  kindOf: (type: string) => StoryStep['kind'],
): Promise<Told> {
  const steps: StoryStep[] = [];
  let hidden = Math.max(0, ids.length - MOST_CALLS);
  for (const id of ids.slice(0, MOST_CALLS)) {
    const record = await findCase(ctx.tx, ctx.tenant, id);
    if (record === undefined || !admits(world.reach, record)) {
      hidden += 1;
      continue;
    }
    const title = typeof record.data.title === 'string' ? record.data.title : '';
    steps.push({
      kind: kindOf(record.type),
      id,
      on: new Date(record.openedAt).toISOString(),
      words: said(`${record.number} ${title}`, `${record.number} ${title}`),
      to: `/cases/${id}`,
    });
  }
  return { steps, hidden };
}

/** Its sentences, its making, who answers for it, what changed, what was done, what supports it and who looked. */
async function itself(ctx: Ctx, world: PromiseWorld, bundle: PromiseBundle): Promise<Told> {
  const { promise } = bundle;
  const { tx, tenant } = ctx;
  const inside = world.promises.reach === 'promises';
  const names = promiseNames(world);
  const at = (instant: number) => new Date(instant).toISOString();
  const steps: StoryStep[] = (await clausesOf(tx, tenant, promise.id)).map((clause) => ({
    kind: 'clause',
    id: `${clause.report}:${clause.no}`,
    on: String(clause.year),
    words: said(
      `${clause.year}年政府工作报告${clause.page === null ? '' : `第${clause.page}页`}：${clause.words}`,
      `Work report of ${clause.year}${clause.page === null ? '' : `, page ${clause.page}`}: ${clause.words}`,
    ),
    to: inside ? `/reports/${clause.report}#${clause.no}` : null,
  }));
  steps.push({
    kind: 'promise',
    id: promise.id,
    on: promise.issuedOn,
    words: said(`${promise.number} ${promise.title}`, `${promise.number} ${promise.title}`),
    to: `/promises/${promise.id}`,
  });
  for (const { id, part, unit, post, since } of bundle.duties) {
    const who = names.unit(unit)?.name ?? { zh: names.person(post) ?? '', en: names.person(post) ?? '' };
    const [zh, en] = PARTS[part];
    steps.push({ kind: 'duty', id, on: since, words: said(`${zh}：${who.zh}`, `${en}: ${who.en}`), to: null });
  }
  for (const one of bundle.revisions.filter(({ state }) => state === 'approved')) {
    const what = revisedWords(bundle, one.what);
    const by = (between: string) => [one.authority, one.meeting, one.document].filter(Boolean).join(between);
    steps.push({
      kind: 'revision',
      id: one.id,
      on: one.effectiveFrom,
      words: said(`${by('，')}批准调整${what.zh}：${one.reason}`, `Revised by ${by(', ')}; ${what.en}: ${one.reason}`),
      to: null,
    });
  }
  for (const site of await sitesOf(tx, tenant, promise.id)) {
    steps.push({
      kind: 'site',
      id: site.id,
      on: site.completedOn ?? site.due,
      words: said(site.name, site.name),
      to: null,
    });
  }
  // Which evidence there is, and what a look at it found, is internal until it is published in a paper.
  const internal = inside ? 0 : bundle.evidence.length + bundle.verifications.length;
  if (inside) {
    for (const one of bundle.evidence) {
      const words = one.words ?? '';
      steps.push({
        kind: 'evidence',
        id: one.id,
        on: at(one.at),
        words: said(
          `佐证${words === '' ? '' : `：${words}`}（${one.enteredBy}）`,
          `Evidence${words === '' ? '' : `: ${words}`} (${one.enteredBy})`,
        ),
        to: one.file === null ? null : `/api/files/${one.file}`,
      });
    }
    for (const one of bundle.verifications) {
      const [zh, en] = RESULTS[one.result];
      steps.push({
        kind: 'verification',
        id: one.id,
        on: at(one.at),
        words: said(`核查${zh}（${one.verifiedBy}）`, `Verified: ${en} (${one.verifiedBy})`),
        to: null,
      });
    }
  }
  for (const one of await evaluationsOf(tx, tenant, promise.id)) {
    if (!inside && !one.published) continue;
    const by =
      one.byWhom === 'deputies' ? said('代表测评', 'Judged by deputies') : said('使用者评价', 'Judged by users');
    const grade = one.grade === null ? '' : `：${one.grade}`;
    steps.push({
      kind: 'evaluation',
      id: one.id,
      on: one.heldOn,
      words: said(`${by.zh}${grade}`, `${by.en}${grade}`),
      to: null,
    });
  }
  return { steps, hidden: internal };
}

async function afterIt(ctx: Ctx, world: PromiseWorld, links: readonly Link[], promise: PromiseRecord): Promise<Told> {
  const raised = links.filter(({ kind, from }) => kind === 'raised' && from.id === promise.id).map(({ to }) => to.id);
  const items = await casesTold(ctx, world, raised, () => 'item');
  const inside = world.promises.reach === 'promises';
  const papers = await papersNaming(ctx.tx, ctx.tenant, promise.id, promise.year);
  const shown = papers.filter(({ published }) => inside || published);
  return {
    steps: [
      ...items.steps,
      ...shown.map((paper) => ({
        kind: paper.kind === 'appendix' ? ('appendix' as const) : ('bulletin' as const),
        id: paper.id,
        on: paper.issuedAt?.toISOString() ?? null,
        words: said(`${paper.title}${paper.document ?? ''}`, `${paper.title} ${paper.document ?? ''}`.trim()),
        to: inside ? `/bulletins/${paper.id}` : null,
      })),
    ],
    hidden: items.hidden + papers.length - shown.length,
  };
}

const said = (zh: string, en: string): Words => ({ zh, en });
const PARTS = {
  lead: ['牵头单位', 'Lead'],
  assisting: ['配合单位', 'Assisting'],
  asked: ['商请单位', 'Asked to help'],
  leader: ['分管区领导', 'Leader in charge'],
} as const;
const RESULTS = { true: ['属实', 'true'], partly: ['部分属实', 'partly true'], false: ['不属实', 'not true'] } as const;
