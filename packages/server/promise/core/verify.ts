import { HuyingError } from '@huying/kit/error';
import { Type } from 'typebox';
import { type Ctx, defineOperation } from '../../ledger/index.ts';
import { evidenceRows, requireSubject, type Subject, subjectProperties } from './evidence.ts';
import { keepPromise, receiptOf } from './keep.ts';
import { updateTask } from './part.store.ts';
import { requireVerifier } from './participant.ts';
import { choice, closed, lineSchema, uuidSchema } from './promise-draft.ts';
import type { PromiseBundle, VerificationRecord } from './promise-record.ts';
import type { PromiseServices } from './promise-services.ts';
import { promiseReceiptSchema } from './promise-view.ts';
import { promiseWorldOf } from './promise-world.ts';
import { insertEvidence, insertObservations, insertVerification } from './record.store.ts';
import { lockedBundle, requireRunning } from './requirement.ts';

/**
 * Somebody who did not report looks: at the desk, on site, by calling back, in the data. A task found true is done, found false is open again;
 * a value found beside another's becomes a verified observation of the same day.
 */
export function verifyOperation(services: PromiseServices) {
  return defineOperation({
    name: 'promise.verify',
    summary: { zh: '核查', en: 'Verify' },
    input: Type.Object(
      {
        id: uuidSchema,
        ...subjectProperties,
        method: choice('desk', 'site', 'call-back', 'data'),
        result: choice('true', 'partly', 'false'),
        /** The value found, where an indicator was looked at. */
        value: Type.Optional(Type.Number()),
        words: Type.Optional(lineSchema(2000)),
        files: Type.Optional(Type.Array(uuidSchema, { maxItems: 20, uniqueItems: true })),
        version: Type.Optional(Type.Integer({ minimum: 1 })),
      },
      closed,
    ),
    output: Type.Object({ ...promiseReceiptSchema.properties, verification: Type.String() }),
    touches: ({ id }) => [id],
    async run(ctx, { id, version, files = [], ...said }) {
      const world = await promiseWorldOf(ctx, services);
      const bundle = await lockedBundle(ctx, world, id, version);
      requireRunning(bundle);
      requireVerifier(ctx, world, bundle, said.task);
      requireSubject(bundle, said);
      const row: VerificationRecord = {
        id: ctx.id(),
        promise: id,
        task: said.task ?? null,
        site: said.site ?? null,
        indicator: said.indicator ?? indicatorOf(bundle, said),
        observation: said.observation ?? null,
        method: said.method,
        result: said.result,
        value: said.value ?? null,
        words: said.words ?? null,
        verifiedBy: ctx.actor.name,
        account: ctx.actor.account,
        post: ctx.actor.post,
        at: ctx.now,
      };
      requireReported(bundle, row);
      await insertVerification(ctx.tx, ctx.tenant, row);
      await settleTask(ctx, bundle, row);
      await observeVerified(ctx, bundle, row, world.post?.unit ?? null);
      if (files.length > 0) {
        const taken = { ...said, kind: 'photo' as const, unit: world.post?.unit ?? null, verification: row.id };
        await insertEvidence(ctx.tx, ctx.tenant, await evidenceRows(ctx, bundle, taken, files));
      }
      const kept = await keepPromise(ctx, services, world, bundle.promise, {
        what: 'verified',
        visibility: 'internal',
        body: { verification: row.id, ...said, files },
      });
      return { ...receiptOf(kept), verification: row.id };
    },
  });
}

function indicatorOf({ observations }: PromiseBundle, { observation }: Subject): string | null {
  return observations.find(({ id }) => id === observation)?.indicator ?? null;
}

/** Nothing is verified that nobody said. @throws promise.nothingToVerify, promise.taskState */
function requireReported(bundle: PromiseBundle, row: VerificationRecord): void {
  if (row.task !== null) {
    const task = bundle.tasks.find(({ id }) => id === row.task);
    if (task?.state !== 'reported') throw new HuyingError('promise.taskState', { title: task?.title ?? '' });
    return;
  }
  if (row.indicator !== null) {
    if (!bundle.observations.some(({ indicator }) => indicator === row.indicator)) {
      throw new HuyingError('promise.nothingToVerify');
    }
    return;
  }
  const { tasks, observations, evidence, promise, sites } = bundle;
  const something =
    observations.length > 0 ||
    evidence.length > 0 ||
    sites.some(({ state }) => state === 'completed' || state === 'verified') ||
    tasks.some(({ state }) => state === 'reported' || state === 'done') ||
    promise.official === 'done' ||
    promise.official === 'basically-done';
  if (!something) throw new HuyingError('promise.nothingToVerify');
}

async function settleTask(ctx: Ctx, { tasks }: PromiseBundle, row: VerificationRecord): Promise<void> {
  const task = tasks.find(({ id }) => id === row.task);
  if (task === undefined) return;
  const version = task.version + 1;
  const settled =
    row.result === 'true'
      ? { ...task, state: 'done' as const, version }
      : { ...task, state: 'open' as const, doneOn: null, version };
  await updateTask(ctx.tx, ctx.tenant, settled, null);
}

async function observeVerified(
  ctx: Ctx,
  { observations, promise }: PromiseBundle,
  row: VerificationRecord,
  unit: string | null,
): Promise<void> {
  if (row.value === null || row.indicator === null) return;
  const looked =
    observations.find(({ id }) => id === row.observation) ??
    observations.findLast(({ indicator }) => indicator === row.indicator);
  if (looked === undefined) return;
  const corrected = new Set(observations.map(({ corrects }) => corrects));
  const before = observations.find(
    (one) =>
      one.indicator === row.indicator &&
      one.asOf === looked.asOf &&
      one.source === 'verified' &&
      !corrected.has(one.id),
  );
  await insertObservations(ctx.tx, ctx.tenant, [
    {
      id: ctx.id(),
      promise: promise.id,
      indicator: row.indicator,
      value: row.value,
      growth: null,
      asOf: looked.asOf,
      source: 'verified',
      standing: looked.standing,
      basis: row.words,
      corrects: before?.id ?? null,
      reason: before === undefined ? null : row.words,
      enteredBy: ctx.actor.name,
      account: ctx.actor.account,
      unit,
      at: ctx.now,
    },
  ]);
}
