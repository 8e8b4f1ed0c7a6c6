import { HuyingError } from '@huying/kit/error';
import Type from 'typebox';
import { append, defineOperation } from '../../ledger/index.ts';
import type { PromiseServices } from '../core/promise-services.ts';
import { ballotsOf, dropBallot, strikeVoter } from './ballot.store.ts';
import { countBox, sealedBallot } from './ballot-box.ts';
import { requireOffice } from './offices.ts';
import { lockedVote } from './prepare-vote.ts';
import { type CandidateTotal, findVote, lockVoteShared, updateVote, type Vote } from './vote.store.ts';
import { ballots, closed, oneOf, receipt, uuid, version } from './vote-schema.ts';
import { totalSchema } from './vote-view.ts';

/**
 * Casts a deputy's ballot: the voter is struck off the roll, the ballot goes into the box, and nothing says whose it is. It writes no
 * ledger row and takes no idempotency key, for either would keep what was chosen beside who chose; a second ballot is refused by the roll.
 * @throws vote.notYours, vote.notOpen, vote.votedAlready, vote.ballot, vote.tooMany
 */
export function castOperation(_services: PromiseServices) {
  return defineOperation({
    name: 'vote.cast',
    summary: { zh: '投票（无记名）', en: 'Cast a secret ballot' },
    input: Type.Object(
      { id: uuid, choices: Type.Record(Type.String(), oneOf(['approve', 'oppose', 'abstain'])) },
      closed,
    ),
    output: Type.Object({ voted: Type.Literal(true) }),
    async run(ctx, { id, choices }) {
      await requireOffice(ctx, 'vote');
      const { tx, tenant, actor } = ctx;
      // Held against closing, not against other voters.
      const vote = await lockVoteShared(tx, tenant, id);
      if (vote === undefined) throw new HuyingError('vote.unknown');
      if (vote.variant !== 'electronic' || vote.state !== 'open' || actor.account === null) {
        throw new HuyingError('vote.notOpen');
      }
      const paper = paperOf(vote, choices);
      const struck = await strikeVoter(tx, tenant, id, actor.account);
      if (struck === undefined) throw new HuyingError('vote.notYours');
      if (!struck) throw new HuyingError('vote.votedAlready');
      await dropBallot(tx, tenant, id, paper);
      return { voted: true as const };
    },
  });
}

/** A ballot as a word of one letter for each candidate. @throws vote.ballot, vote.tooMany */
function paperOf({ rule }: Vote, choices: Readonly<Record<string, 'approve' | 'oppose' | 'abstain'>>): string {
  const known = new Set(rule.candidates);
  const given = Object.keys(choices);
  if (given.length !== known.size || given.some((id) => !known.has(id))) throw new HuyingError('vote.ballot');
  const approved = Object.values(choices).filter((one) => one === 'approve').length;
  if (rule.mostApprovals !== null && approved > rule.mostApprovals) {
    throw new HuyingError('vote.tooMany', { most: rule.mostApprovals, approved });
  }
  return sealedBallot(rule.candidates, choices);
}

/** Closes an electronic vote: the box is shut and counted. @throws vote.notOpen, vote.changed */
export function closeVoteOperation(_services: PromiseServices) {
  return defineOperation({
    name: 'vote.close',
    summary: { zh: '结束投票', en: 'Close an electronic vote' },
    input: Type.Object({ id: uuid, version, present: ballots }, closed),
    output: receipt,
    async run(ctx, { id, version: seen, present }) {
      await requireOffice(ctx, 'congress');
      const before = await lockedVote(ctx, id, seen);
      if (before.variant !== 'electronic' || before.state !== 'open') throw new HuyingError('vote.notOpen');
      const box = await ballotsOf(ctx.tx, ctx.tenant, id);
      if (present < box.length || present > before.members) {
        throw new HuyingError('vote.present', { present, voted: box.length, members: before.members });
      }
      const vote: Vote = {
        ...before,
        state: 'closed',
        present,
        issued: present,
        returned: box.length,
        valid: box.length,
        void: 0,
        closedAt: new Date(ctx.now),
        version: seen + 1,
      };
      await updateVote(ctx.tx, ctx.tenant, vote);
      const body = { present, ballots: box.length };
      append(ctx, { subject: id, kind: 'vote', what: 'closed', visibility: 'internal', body });
      return { id, version: vote.version, state: vote.state };
    },
  });
}

/** Counts the box again, from the ballots themselves. @throws vote.notOpen before it is closed */
export function recountOperation(_services: PromiseServices) {
  return defineOperation({
    name: 'vote.recount',
    summary: { zh: '重新计票', en: 'Recount the ballots' },
    input: Type.Object({ id: uuid }, closed),
    output: Type.Object({
      ballots: Type.Integer(),
      totals: Type.Array(totalSchema),
      /** Whether it is what was certified; null before that. */
      same: Type.Union([Type.Boolean(), Type.Null()]),
    }),
    async run(ctx, { id }) {
      await requireOffice(ctx, 'congress');
      const vote = await findVote(ctx.tx, ctx.tenant, id);
      if (vote === undefined) throw new HuyingError('vote.unknown');
      if (vote.variant !== 'electronic' || (vote.state !== 'closed' && vote.state !== 'certified')) {
        throw new HuyingError('vote.notOpen');
      }
      const box = await ballotsOf(ctx.tx, ctx.tenant, id);
      const totals = countBox(vote.rule.candidates, box);
      const same =
        vote.result === null ? null : JSON.stringify(sorted(vote.result.totals)) === JSON.stringify(sorted(totals));
      return { ballots: box.length, totals: [...totals], same };
    },
  });
}

function sorted(totals: readonly CandidateTotal[]) {
  return [...totals]
    .map(({ candidate, approve, oppose, abstain }) => [candidate, approve, oppose, abstain])
    .sort((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1));
}
