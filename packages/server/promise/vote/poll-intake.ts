import type { Readable } from 'node:stream';
import { HuyingError } from '@huying/kit/error';
import { type Capacity, inTenant, runOperation } from '../../ledger/index.ts';
import type { PromiseServices } from '../core/promise-services.ts';
import { candidatesNamed } from './candidate.store.ts';
import { certifyPollOperation } from './certify-vote.ts';
import { requireOffice } from './offices.ts';
import { countPoll } from './poll-count.ts';
import { findVote } from './vote.store.ts';

/** A poll as it is handed in: the file of its lines, and the document that certifies them. */
export interface PollFile {
  readonly id: string;
  readonly version: number;
  readonly document: string;
  readonly name: string;
  readonly stream: Readable;
}

/**
 * Counts a poll of the public from its file and certifies the count. The file is read outside any transaction, and only when whoever
 * sends it may. @throws vote.notYours, vote.unknown, vote.notOpen, vote.poll*, vote.changed
 */
export async function intakePoll(services: PromiseServices, capacity: Capacity, poll: PollFile) {
  const { id, version, document, name, stream } = poll;
  const rule = await inTenant(services, capacity, async (ctx) => {
    await requireOffice(ctx, 'congress');
    const vote = await findVote(ctx.tx, ctx.tenant, id);
    if (vote === undefined) throw new HuyingError('vote.unknown');
    if (vote.variant !== 'poll' || vote.state !== 'open') throw new HuyingError('vote.notOpen');
    const listed = await candidatesNamed(ctx.tx, ctx.tenant, vote.rule.candidates);
    const numbers = new Map(listed.map((one) => [String(one.no), one.id]));
    return { numbers, mostApprovals: vote.rule.mostApprovals };
  });
  const count = await countPoll(name, stream, rule);
  const input = { id, version, document, ...count, totals: [...count.totals] };
  return runOperation(services, certifyPollOperation(services), { ...capacity, input });
}
