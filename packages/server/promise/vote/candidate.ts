import { HuyingError } from '@huying/kit/error';
import Type from 'typebox';
import { reachSql } from '../../access/index.ts';
import { worldOf } from '../../case/index.ts';
import { append, appendAll, type Ctx, defineOperation } from '../../ledger/index.ts';
import { addLink } from '../../link/index.ts';
import { postHeld, requireUnit } from '../../org/index.ts';
import type { PromiseServices } from '../core/promise-services.ts';
import { promiseWorldOf } from '../core/promise-world.ts';
import {
  type Candidate,
  candidateSources,
  candidatesNamed,
  candidatesOf,
  insertCandidate,
  lockCandidates,
  lockYear,
  nextCandidateNumber,
  updateCandidate,
} from './candidate.store.ts';
import {
  candidateRow,
  candidateRows,
  candidateView,
  candidateViewOf,
  mayEdit,
  seesCandidate,
} from './candidate-view.ts';
import { seenCases } from './cluster.store.ts';
import { candidateReach, offices, requireOffice } from './offices.ts';
import { closed, line, nullable, oneOf, receipt, uuid, version, words, year } from './vote-schema.ts';

const MOST_CASES = 500;

const content = {
  title: line,
  /** 民生领域. */
  domain: line,
  content: words,
  budget: Type.Optional(nullable(Type.Number({ minimum: 0, maximum: 1e12 }))),
  unit: Type.Optional(nullable(uuid)),
};

/** Proposes something for the year's list, from opinions, calls, deputies, units or the government; the cases it comes from are linked. */
export function proposeOperation(services: PromiseServices) {
  return defineOperation({
    name: 'livelihood.propose',
    summary: { zh: '提出民生实事候选建议', en: 'Propose a livelihood candidate' },
    input: Type.Object(
      {
        year,
        ...content,
        source: oneOf(candidateSources),
        cases: Type.Optional(Type.Array(uuid, { maxItems: MOST_CASES })),
      },
      closed,
    ),
    output: receipt,
    async run(ctx, input) {
      await requireOffice(ctx, 'propose');
      if (input.unit) await requireUnit(ctx, input.unit);
      const one: Candidate = {
        id: ctx.id(),
        year: input.year,
        no: null,
        title: input.title,
        domain: input.domain,
        content: input.content,
        budget: input.budget ?? null,
        unit: input.unit ?? null,
        source: input.source,
        state: 'proposed',
        reason: null,
        screenedBy: null,
        screenedAt: null,
        promise: null,
        version: 1,
        createdBy: ctx.actor.name,
        account: ctx.actor.account,
        createdAt: new Date(ctx.now),
      };
      await insertCandidate(ctx.tx, ctx.tenant, one);
      const { cases = [], ...said } = input;
      append(ctx, { subject: one.id, kind: 'candidate', what: 'proposed', visibility: 'internal', body: said });
      await linkCases(ctx, services, one, cases);
      return { id: one.id, version: one.version, state: one.state };
    },
  });
}

/** Links cases as what a candidate came from; both ledgers say so. @throws case.unknown for one the person may not see */
async function linkCases(ctx: Ctx, services: PromiseServices, one: Candidate, given: readonly string[]): Promise<void> {
  const ids = [...new Set(given)];
  if (ids.length === 0) return;
  const { reach } = await worldOf(ctx, services);
  const all = ctx.actor.kind === 'system' ? { sql: 'true', params: [] } : reachSql(reach, 3);
  const seen = await seenCases(ctx.tx, ctx.tenant, ids, all);
  if (seen.length < ids.length) throw new HuyingError('case.unknown');
  for (const id of ids) await addLink(ctx, 'origin', { kind: 'case', id }, { kind: 'candidate', id: one.id });
  const label = { zh: `列入民生实事候选建议：${one.title}`, en: `Became a livelihood candidate: ${one.title}` };
  const told = [...ids].sort().map((subject) => {
    return {
      subject,
      kind: 'case',
      what: 'origin',
      visibility: 'internal' as const,
      body: { candidate: one.id, label },
    };
  });
  await appendAll(ctx, [
    ...told,
    { subject: one.id, kind: 'candidate', what: 'origin', visibility: 'internal', body: { cases: ids } },
  ]);
}

/** Adds cases to what a candidate comes from. */
export function addOriginOperation(services: PromiseServices) {
  return defineOperation({
    name: 'livelihood.addOrigin',
    summary: { zh: '关联候选来源', en: 'Link what a candidate comes from' },
    input: Type.Object({ id: uuid, cases: Type.Array(uuid, { minItems: 1, maxItems: MOST_CASES }) }, closed),
    output: receipt,
    async run(ctx, { id, cases }) {
      await requireOffice(ctx, 'screen', 'propose');
      const one = await lockCandidate(ctx, services, id);
      requireStill(one, 'proposed', 'candidate');
      await linkCases(ctx, services, one, cases);
      return { id, version: one.version, state: one.state };
    },
  });
}

/** Changes a candidate's words while it is not submitted. @throws vote.changed, vote.notNow, vote.notYours */
export function editCandidateOperation(services: PromiseServices) {
  return defineOperation({
    name: 'livelihood.edit',
    summary: { zh: '修改候选项目', en: 'Edit a candidate' },
    input: Type.Object({ id: uuid, ...content, version }, closed),
    output: receipt,
    async run(ctx, { id, version: seen, ...said }) {
      await requireOffice(ctx, 'screen', 'propose');
      const before = await lockCandidate(ctx, services, id);
      if (before.version !== seen) throw new HuyingError('vote.changed');
      requireStill(before, 'proposed', 'candidate');
      const post = await postHeld(ctx);
      if (ctx.actor.kind !== 'system' && !mayEdit(ctx, before, post?.role ?? ''))
        throw new HuyingError('vote.notYours');
      if (said.unit) await requireUnit(ctx, said.unit);
      const { title, domain, budget, unit } = before;
      const old = { title, domain, content: before.content, budget, unit };
      const one = { ...before, ...said, budget: said.budget ?? null, unit: said.unit ?? null, version: seen + 1 };
      await updateCandidate(ctx.tx, ctx.tenant, one);
      const body = { old, new: said };
      append(ctx, { subject: id, kind: 'candidate', what: 'edited', visibility: 'internal', body });
      return { id, version: one.version, state: one.state };
    },
  });
}

/** Takes a proposal onto the list or leaves it out, with the reason that whoever proposed it is told. @throws vote.changed, vote.notNow */
export function screenOperation(services: PromiseServices) {
  return defineOperation({
    name: 'livelihood.screen',
    summary: { zh: '筛选候选建议', en: 'Screen a proposal' },
    input: Type.Object({ id: uuid, take: Type.Boolean(), reason: words, version }, closed),
    output: receipt,
    async run(ctx, { id, take, reason, version: seen }) {
      await requireOffice(ctx, 'screen');
      const before = await lockCandidate(ctx, services, id);
      if (before.version !== seen) throw new HuyingError('vote.changed');
      requireStill(before, 'proposed', 'screened-out', 'candidate');
      let no = before.no;
      if (take && no === null) {
        await lockYear(ctx.tx, ctx.tenant, before.year);
        no = await nextCandidateNumber(ctx.tx, ctx.tenant, before.year);
      }
      const one: Candidate = {
        ...before,
        no,
        state: take ? 'candidate' : 'screened-out',
        reason,
        screenedBy: ctx.actor.name,
        screenedAt: new Date(ctx.now),
        version: seen + 1,
      };
      await updateCandidate(ctx.tx, ctx.tenant, one);
      const what = take ? 'taken-up' : 'left-out';
      append(ctx, { subject: id, kind: 'candidate', what, visibility: 'internal', body: { reason, no } });
      return { id, version: one.version, state: one.state };
    },
  });
}

/** The candidates of a year that the reader sees. */
export function listCandidatesOperation(services: PromiseServices) {
  return defineOperation({
    name: 'livelihood.candidates',
    summary: { zh: '候选项目列表', en: 'List candidates' },
    input: Type.Object({ year }, closed),
    output: Type.Object({
      items: Type.Array(candidateRow),
      may: Type.Object({
        propose: Type.Boolean(),
        screen: Type.Boolean(),
        clusters: Type.Boolean(),
        congress: Type.Boolean(),
        decide: Type.Boolean(),
      }),
      /** How the district usually chooses: what a vote is prepared with. */
      usual: Type.Object({
        variant: oneOf(['decided', 'certified', 'electronic']),
        seats: Type.Integer(),
        base: oneOf(['all', 'present', 'valid']),
        ties: oneOf(['second-round', 'chair']),
      }),
    }),
    async run(ctx, { year: of }) {
      const reach = await candidateReach(ctx, services);
      const role = (await postHeld(ctx))?.role ?? '';
      const all = await candidatesOf(ctx.tx, ctx.tenant, of);
      const has = (roles: readonly string[]) => roles.includes(role);
      const { reach: cases } = await worldOf(ctx, services);
      return {
        items: await candidateRows(
          ctx,
          all.filter((one) => seesCandidate(reach, one)),
          role,
        ),
        may: {
          propose: has(offices.propose),
          screen: has(offices.screen),
          clusters: cases.reach !== 'none' && has(offices.propose),
          congress: has(offices.congress),
          decide: has(offices.decide),
        },
        usual: await usualRule(ctx, services),
      };
    },
  });
}

/** The district's own parameters of a vote. */
async function usualRule(ctx: Ctx, services: PromiseServices) {
  const { setting } = await promiseWorldOf(ctx, services);
  const ballotsAre = setting<'certified' | 'electronic'>('livelihood.ballots', 'certified');
  return {
    variant: setting<string>('livelihood.variant', 'voted') === 'decided' ? ('decided' as const) : ballotsAre,
    seats: setting<number>('livelihood.seats', 10),
    base: setting<'all' | 'present' | 'valid'>('livelihood.majorityOf', 'all'),
    ties: setting<'second-round' | 'chair'>('livelihood.tie', 'second-round'),
  };
}

/** A candidate with the cases it comes from. @throws vote.unknownCandidate */
export function readCandidateOperation(services: PromiseServices) {
  return defineOperation({
    name: 'livelihood.candidate',
    summary: { zh: '查看候选项目', en: 'Read a candidate' },
    input: Type.Object({ id: uuid }, closed),
    output: candidateView,
    async run(ctx, { id }) {
      const reach = await candidateReach(ctx, services);
      const [one] = await candidatesNamed(ctx.tx, ctx.tenant, [id]);
      if (one === undefined || !seesCandidate(reach, one)) throw new HuyingError('vote.unknownCandidate');
      return candidateViewOf(ctx, services, one, (await postHeld(ctx))?.role ?? '');
    },
  });
}

async function lockCandidate(ctx: Ctx, services: PromiseServices, id: string): Promise<Candidate> {
  const reach = await candidateReach(ctx, services);
  const [one] = await lockCandidates(ctx.tx, ctx.tenant, [id]);
  if (one === undefined || !seesCandidate(reach, one)) throw new HuyingError('vote.unknownCandidate');
  return one;
}

function requireStill(one: Candidate, ...states: readonly Candidate['state'][]): void {
  if (!states.includes(one.state)) throw new HuyingError('vote.submitted', { title: one.title });
}
