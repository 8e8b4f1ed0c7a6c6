import { HuyingError } from '@huying/kit/error';
import Type from 'typebox';
import { append, type Ctx, defineOperation } from '../../ledger/index.ts';
import { orgOf } from '../../org/index.ts';
import type { PromiseServices } from '../core/promise-services.ts';
import { promiseWorldOf } from '../core/promise-world.ts';
import { openRoll } from './ballot.store.ts';
import { lockCandidates, updateCandidate } from './candidate.store.ts';
import { candidateReach, offices, requireOffice } from './offices.ts';
import {
  findVote,
  insertVote,
  lockVote,
  updateVote,
  type Vote,
  type VoteVariant,
  votesOf,
  voteVariants,
} from './vote.store.ts';
import { closed, line, oneOf, receipt, uuid, version, year } from './vote-schema.ts';
import { ruleFields, voteRow, voteRowOf, voteView, voteViewOf } from './vote-view.ts';

/** Prepares a session that chooses, or changes one that is not open yet. @throws vote.variant, vote.tooFew, vote.submitted, vote.frozen */
export function prepareVoteOperation(services: PromiseServices) {
  return defineOperation({
    name: 'vote.prepare',
    summary: { zh: '准备票决（或集体研究）', en: 'Prepare a vote or a decision' },
    input: Type.Object(
      {
        id: Type.Optional(uuid),
        version: Type.Optional(version),
        year,
        title: line,
        variant: oneOf(voteVariants),
        ...ruleFields,
        candidates: Type.Array(uuid, { minItems: 1, maxItems: 100 }),
        members: Type.Integer({ minimum: 1, maximum: 10_000_000 }),
      },
      closed,
    ),
    output: receipt,
    async run(ctx, input) {
      await requireVariant(ctx, services, input.variant);
      const { id: given, version: seen, year: of, title, variant, members, ...rule } = input;
      const candidates = [...new Set(rule.candidates)];
      const found = await lockCandidates(ctx.tx, ctx.tenant, candidates);
      if (found.length < candidates.length || found.some((one) => one.year !== of)) {
        throw new HuyingError('vote.unknownCandidate');
      }
      for (const one of found)
        if (one.state !== 'candidate') throw new HuyingError('vote.submitted', { title: one.title });
      // A ballot with as many seats as candidates chooses nothing.
      if (variant !== 'decided' && candidates.length <= rule.seats) {
        throw new HuyingError('vote.tooFew', { seats: rule.seats, candidates: candidates.length });
      }
      const body = { title, variant, members, rule: { ...rule, candidates } };
      const fresh = { year: of, ...body };
      if (given === undefined) {
        const vote: Vote = {
          ...blank,
          ...fresh,
          id: ctx.id(),
          state: 'prepared',
          version: 1,
          createdAt: new Date(ctx.now),
        };
        await insertVote(ctx.tx, ctx.tenant, vote);
        append(ctx, { subject: vote.id, kind: 'vote', what: 'prepared', visibility: 'internal', body });
        return { id: vote.id, version: 1, state: vote.state };
      }
      const before = await lockedVote(ctx, given, seen);
      if (before.state !== 'prepared' || before.variant !== variant) throw new HuyingError('vote.frozen');
      await updateVote(ctx.tx, ctx.tenant, { ...before, ...fresh, version: before.version + 1 });
      append(ctx, { subject: given, kind: 'vote', what: 'changed', visibility: 'internal', body });
      return { id: given, version: before.version + 1, state: before.state };
    },
  });
}

const blank = {
  present: null,
  issued: null,
  returned: null,
  valid: null,
  void: null,
  openedAt: null,
  closedAt: null,
  certifiedAt: null,
  certifiedBy: null,
  meeting: null,
  document: null,
  result: null,
  digest: null,
};

/** Opens a vote: from now on its rule and its list stand. Of an electronic one every deputy of this moment is on the roll. @throws vote.frozen */
export function openVoteOperation(services: PromiseServices) {
  return defineOperation({
    name: 'vote.open',
    summary: { zh: '开启票决（规则自此固定）', en: 'Open a vote; its rule stands from now on' },
    input: Type.Object({ id: uuid, version }, closed),
    output: receipt,
    async run(ctx, { id, version: seen }) {
      const before = await lockedVote(ctx, id, seen);
      await requireVariant(ctx, services, before.variant);
      if (before.state !== 'prepared') throw new HuyingError('vote.frozen');
      const listed = await lockCandidates(ctx.tx, ctx.tenant, before.rule.candidates);
      for (const one of listed) {
        if (one.state !== 'candidate') throw new HuyingError('vote.submitted', { title: one.title });
        const version = one.version + 1;
        if (before.variant !== 'poll')
          await updateCandidate(ctx.tx, ctx.tenant, { ...one, state: 'submitted', version });
      }
      let { members } = before;
      if (before.variant === 'electronic') {
        const accounts = await deputies(ctx);
        if (accounts.length === 0) throw new HuyingError('vote.nobody');
        members = accounts.length;
        await openRoll(ctx.tx, ctx.tenant, id, accounts);
      }
      const vote: Vote = { ...before, members, state: 'open', openedAt: new Date(ctx.now), version: seen + 1 };
      await updateVote(ctx.tx, ctx.tenant, vote);
      const body = { rule: vote.rule, members };
      append(ctx, { subject: id, kind: 'vote', what: 'opened', visibility: 'internal', body });
      return { id, version: vote.version, state: vote.state };
    },
  });
}

/** Accounts of those who hold a deputy's post; nobody votes in another's name. */
async function deputies(ctx: Ctx): Promise<string[]> {
  const held = (await orgOf(ctx)).holdersOf(offices.vote[0], {}, ctx.now).filter((one) => one.as === 'holder');
  return [...new Set(held.map(({ account }) => account))].sort();
}

/** The sessions of a year. */
export function listVotesOperation(services: PromiseServices) {
  return defineOperation({
    name: 'vote.list',
    summary: { zh: '票决列表', en: 'List votes' },
    input: Type.Object({ year }, closed),
    output: Type.Object({ items: Type.Array(voteRow) }),
    async run(ctx, { year: of }) {
      await candidateReach(ctx, services);
      return { items: (await votesOf(ctx.tx, ctx.tenant, of)).map(voteRowOf) };
    },
  });
}

/** One session with its list and, once certified, its result. @throws vote.unknown */
export function readVoteOperation(services: PromiseServices) {
  return defineOperation({
    name: 'vote.read',
    summary: { zh: '查看票决', en: 'Read a vote' },
    input: Type.Object({ id: uuid }, closed),
    output: voteView,
    async run(ctx, { id }) {
      await candidateReach(ctx, services);
      const vote = await findVote(ctx.tx, ctx.tenant, id);
      if (vote === undefined) throw new HuyingError('vote.unknown');
      return voteViewOf(ctx, vote);
    },
  });
}

/** A vote, held until the transaction ends. @throws vote.unknown, vote.changed */
export async function lockedVote(ctx: Ctx, id: string, seen: number | undefined): Promise<Vote> {
  const vote = await lockVote(ctx.tx, ctx.tenant, id);
  if (vote === undefined) throw new HuyingError('vote.unknown');
  if (vote.version !== seen) throw new HuyingError('vote.changed');
  return vote;
}

/** Whoever works with a variant is of its office, and the district uses that variant. @throws vote.notYours, vote.variant */
export async function requireVariant(ctx: Ctx, services: PromiseServices, variant: VoteVariant): Promise<void> {
  await requireOffice(ctx, variant === 'decided' ? 'decide' : 'congress');
  const { setting } = await promiseWorldOf(ctx, services);
  const chosenBy = setting<string>('livelihood.variant', 'voted');
  const ballotsAre = setting<string>('livelihood.ballots', 'certified');
  const used = {
    decided: chosenBy === 'decided',
    certified: chosenBy === 'voted',
    electronic: chosenBy === 'voted' && ballotsAre === 'electronic',
    poll: true,
  }[variant];
  if (!used) throw new HuyingError('vote.variant', { variant });
}
