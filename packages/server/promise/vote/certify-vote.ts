import { createHash } from 'node:crypto';
import { HuyingError } from '@huying/kit/error';
import Type from 'typebox';
import { append, type Ctx, canonicalBytes, defineOperation } from '../../ledger/index.ts';
import type { PromiseServices } from '../core/promise-services.ts';
import { ballotsOf } from './ballot.store.ts';
import { countBox } from './ballot-box.ts';
import { lockCandidates, updateCandidate } from './candidate.store.ts';
import { requireOffice } from './offices.ts';
import { ballotFaults, outcomeOf } from './outcome.ts';
import { lockedVote, requireVariant } from './prepare-vote.ts';
import {
  type BallotCounts,
  type CandidateTotal,
  findVote,
  insertTotals,
  updateVote,
  type Vote,
  type VoteResult,
} from './vote.store.ts';
import { ballots, closed, line, nullable, uuid, version } from './vote-schema.ts';
import { countsSchema, totalSchema } from './vote-view.ts';

const certified = Type.Object({
  id: Type.String(),
  version: Type.Integer(),
  state: Type.String(),
  digest: Type.String(),
  chosen: Type.Array(Type.String()),
  tied: Type.Array(Type.String()),
});

const basis = { meeting: line, document: line };
const tieBreak = Type.Optional(Type.Array(uuid, { maxItems: 100 }));

/**
 * Certifies a vote: the totals are checked three ways, the rule applied, the result kept with its SHA-256 and never changed. Totals that
 * do not add up are refused with each difference. @throws vote.doesNotAdd, vote.tied, vote.notOpen, vote.changed
 */
export function certifyOperation(services: PromiseServices) {
  return defineOperation({
    name: 'vote.certify',
    summary: { zh: '确认票决结果', en: 'Certify the result of a vote' },
    input: Type.Object(
      {
        id: uuid,
        version,
        ...basis,
        /** Of a vote on paper. */
        counts: Type.Optional(countsSchema),
        totals: Type.Optional(Type.Array(totalSchema, { maxItems: 100 })),
        /** Whom the chair names among those tied, where the rule leaves it to the chair. */
        tieBreak,
      },
      closed,
    ),
    output: certified,
    async run(ctx, input) {
      const before = await lockedVote(ctx, input.id, input.version);
      await requireVariant(ctx, services, before.variant);
      const { counts, totals } = await said(ctx, before, input);
      const faults = await ballotFaults(ctx, before, counts, totals);
      if (faults.length > 0) throw new HuyingError('vote.doesNotAdd', { count: faults.length }, faults);
      const settled = before.rule.ties === 'chair' ? [...new Set(input.tieBreak ?? [])] : [];
      const { chosen, tied, left, needed } = outcomeOf(before, counts, totals, settled);
      if (before.rule.ties === 'chair' && tied.length > 0) {
        throw new HuyingError('vote.tied', { seats: left, tied: tied.length });
      }
      return conclude(ctx, before, {
        rule: before.rule,
        members: before.members,
        counts,
        totals,
        needed,
        chosen,
        tied,
        meeting: input.meeting,
        document: input.document,
      });
    },
  });
}

interface Said {
  readonly counts?: BallotCounts;
  readonly totals?: readonly CandidateTotal[];
}

/** The counts and totals to certify: those of the box, or those given of a vote on paper. */
async function said(ctx: Ctx, vote: Vote, given: Said): Promise<Required<Said>> {
  if (vote.variant === 'electronic') {
    if (vote.state !== 'closed') throw new HuyingError('vote.notOpen');
    const box = await ballotsOf(ctx.tx, ctx.tenant, vote.id);
    const { present, issued, returned } = vote;
    const counts = { present: present ?? 0, issued: issued ?? 0, returned: returned ?? 0, valid: box.length, void: 0 };
    return { counts, totals: countBox(vote.rule.candidates, box) };
  }
  if (vote.variant !== 'certified' || vote.state !== 'open') throw new HuyingError('vote.notOpen');
  if (given.counts === undefined || given.totals === undefined) throw new HuyingError('vote.noTotals');
  return { counts: given.counts, totals: given.totals };
}

/** What totals would come to, without keeping anything: for the form, as it is filled in. */
export function checkTotalsOperation(_services: PromiseServices) {
  return defineOperation({
    name: 'vote.check',
    summary: { zh: '试算票数', en: 'Check totals' },
    input: Type.Object({ id: uuid, counts: countsSchema, totals: Type.Array(totalSchema, { maxItems: 100 }) }, closed),
    output: Type.Object({
      faults: Type.Array(Type.Object({ path: Type.String(), zh: Type.String(), en: Type.String() })),
      needed: nullable(Type.Number()),
      chosen: Type.Array(Type.String()),
      tied: Type.Array(Type.String()),
    }),
    async run(ctx, { id, counts, totals }) {
      await requireOffice(ctx, 'congress');
      const vote = await findVote(ctx.tx, ctx.tenant, id);
      if (vote === undefined) throw new HuyingError('vote.unknown');
      const faults = [...(await ballotFaults(ctx, vote, counts, totals))];
      if (faults.length > 0) return { faults, needed: null, chosen: [], tied: [] };
      const { needed, chosen, tied } = outcomeOf(vote, counts, totals);
      return { faults, needed, chosen: [...chosen], tied: [...tied] };
    },
  });
}

/** Enters what a meeting of the government decided: which of the candidates, by which document. @throws vote.notOpen, vote.unknownCandidate */
export function decideOperation(services: PromiseServices) {
  return defineOperation({
    name: 'vote.decide',
    summary: { zh: '录入集体研究决定', en: 'Enter what a meeting decided' },
    input: Type.Object(
      { id: uuid, version, ...basis, chosen: Type.Array(uuid, { minItems: 1, maxItems: 100 }) },
      closed,
    ),
    output: certified,
    async run(ctx, { id, version: seen, chosen, ...documents }) {
      const before = await lockedVote(ctx, id, seen);
      await requireVariant(ctx, services, before.variant);
      if (before.variant !== 'decided' || before.state !== 'open') throw new HuyingError('vote.notOpen');
      const named = [...new Set(chosen)];
      if (named.some((one) => !before.rule.candidates.includes(one))) throw new HuyingError('vote.unknownCandidate');
      const { rule, members } = before;
      return conclude(ctx, before, {
        ...{ rule, members, counts: null, totals: [], needed: null, chosen: named, tied: [] },
        ...documents,
      });
    },
  });
}

/** Certifies what a poll of the public came to; it advises and chooses nothing. @throws vote.notOpen, vote.changed */
export function certifyPollOperation(_services: PromiseServices) {
  return defineOperation({
    name: 'vote.certifyPoll',
    summary: { zh: '确认公众投票统计', en: 'Certify a poll of the public' },
    input: Type.Object(
      {
        id: uuid,
        version,
        document: line,
        name: Type.String({ maxLength: 200 }),
        sha256: Type.String({ pattern: '^[0-9a-f]{64}$' }),
        lines: ballots,
        valid: ballots,
        void: ballots,
        totals: Type.Array(totalSchema, { maxItems: 100 }),
      },
      closed,
    ),
    output: certified,
    async run(ctx, input) {
      await requireOffice(ctx, 'congress');
      const before = await lockedVote(ctx, input.id, input.version);
      if (before.variant !== 'poll' || before.state !== 'open') throw new HuyingError('vote.notOpen');
      const { lines, valid, name, sha256, totals } = input;
      const counts = { present: lines, issued: lines, returned: lines, valid, void: input.void };
      const poll: Vote = { ...before, members: lines };
      const faults = await ballotFaults(ctx, poll, counts, totals);
      if (faults.length > 0) throw new HuyingError('vote.doesNotAdd', { count: faults.length }, faults);
      return conclude(ctx, poll, {
        rule: before.rule,
        members: lines,
        counts,
        totals,
        needed: null,
        chosen: [],
        tied: [],
        meeting: null,
        document: input.document,
        source: { name, sha256, lines, void: input.void },
      });
    },
  });
}

/** Keeps the result for ever, and says to each candidate what became of it. */
async function conclude(ctx: Ctx, before: Vote, result: VoteResult) {
  const digest = digestOf(result);
  const vote: Vote = {
    ...before,
    ...result.counts,
    state: 'certified',
    members: result.members,
    closedAt: before.closedAt ?? new Date(ctx.now),
    certifiedAt: new Date(ctx.now),
    certifiedBy: ctx.actor.name,
    meeting: result.meeting,
    document: result.document,
    result,
    digest,
    version: before.version + 1,
  };
  await updateVote(ctx.tx, ctx.tenant, vote);
  if (result.totals.length > 0) await insertTotals(ctx.tx, ctx.tenant, vote.id, result.totals);
  if (before.variant !== 'poll') await tellCandidates(ctx, vote, result);
  const { rule: _, ...body } = result;
  append(ctx, {
    subject: vote.id,
    kind: 'vote',
    what: 'certified',
    visibility: 'public',
    body: { ...body, digest },
  });
  return {
    id: vote.id,
    version: vote.version,
    state: vote.state,
    digest,
    chosen: [...result.chosen],
    tied: [...result.tied],
  };
}

async function tellCandidates(ctx: Ctx, vote: Vote, result: VoteResult): Promise<void> {
  for (const one of await lockCandidates(ctx.tx, ctx.tenant, vote.rule.candidates)) {
    // Those tied stand again in a second round.
    const state = result.chosen.includes(one.id) ? 'chosen' : result.tied.includes(one.id) ? 'candidate' : 'not-chosen';
    await updateCandidate(ctx.tx, ctx.tenant, { ...one, state, version: one.version + 1 });
    const body = { vote: vote.id, document: result.document };
    append(ctx, { subject: one.id, kind: 'candidate', what: state, visibility: 'internal', body });
  }
}

/** SHA-256 of a result as it is kept, hexadecimal: whoever has the result can check that nothing was changed. */
export function digestOf(result: VoteResult): string {
  return createHash('sha256')
    .update(canonicalBytes(JSON.parse(JSON.stringify(result))))
    .digest('hex');
}
