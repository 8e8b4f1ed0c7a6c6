import { HuyingError } from '@huying/kit/error';
import { type Static, Type } from 'typebox';
import { attachFiles, type StoredFile } from '../../file/index.ts';
import { type Ctx, defineOperation } from '../../ledger/index.ts';
import { keepPromise, receiptOf } from './keep.ts';
import { requireReporter } from './participant.ts';
import { choice, closed, lineSchema, uuidSchema } from './promise-draft.ts';
import type { EvidenceRecord, PromiseBundle } from './promise-record.ts';
import type { PromiseServices } from './promise-services.ts';
import { promiseReceiptSchema } from './promise-view.ts';
import { promiseWorldOf } from './promise-world.ts';
import { insertEvidence } from './record.store.ts';
import { lockedBundle, requireRunning } from './requirement.ts';

/** What something belongs to: a task, a site, an indicator and one of its values; nothing of these: the promise as a whole. */
export const subjectProperties = {
  task: Type.Optional(uuidSchema),
  site: Type.Optional(uuidSchema),
  indicator: Type.Optional(lineSchema(63)),
  observation: Type.Optional(uuidSchema),
};
const subjectSchema = Type.Object(subjectProperties);
export type Subject = Static<typeof subjectSchema>;

export function addEvidenceOperation(services: PromiseServices) {
  return defineOperation({
    name: 'promise.addEvidence',
    summary: { zh: '上传佐证', en: 'Add evidence' },
    input: Type.Object(
      {
        id: uuidSchema,
        ...subjectProperties,
        kind: choice('photo', 'document', 'record', 'case', 'data'),
        /** Uploaded before by the same person; each becomes a piece of evidence with its hash. */
        files: Type.Optional(Type.Array(uuidSchema, { maxItems: 20, uniqueItems: true })),
        words: Type.Optional(lineSchema(2000)),
        longitude: Type.Optional(Type.Number({ minimum: -180, maximum: 180 })),
        latitude: Type.Optional(Type.Number({ minimum: -90, maximum: 90 })),
        /** How much of the value it supports, in the indicator's unit. */
        covers: Type.Optional(Type.Number({ minimum: 0 })),
        version: Type.Optional(Type.Integer({ minimum: 1 })),
      },
      closed,
    ),
    output: Type.Object({ ...promiseReceiptSchema.properties, evidence: Type.Array(Type.String()) }),
    touches: ({ id }) => [id],
    async run(ctx, { id, version, files = [], ...said }) {
      const world = await promiseWorldOf(ctx, services);
      const bundle = await lockedBundle(ctx, world, id, version);
      requireRunning(bundle);
      requireReporter(ctx, services, world, bundle);
      if (files.length === 0 && said.words === undefined) throw new HuyingError('promise.unknownPart');
      requireSubject(bundle, said);
      const rows = await evidenceRows(
        ctx,
        bundle,
        { ...said, unit: world.post?.unit ?? null, verification: null },
        files,
      );
      await insertEvidence(ctx.tx, ctx.tenant, rows);
      const kept = await keepPromise(ctx, services, world, bundle.promise, {
        what: 'evidence',
        visibility: 'internal',
        body: { ...said, evidence: rows.map((row) => ({ id: row.id, file: row.file, hash: row.hash })) },
      });
      return { ...receiptOf(kept), evidence: rows.map((row) => row.id) };
    },
  });
}

/** @throws promise.unknownPart where the promise has no such thing */
export function requireSubject(bundle: PromiseBundle, { task, site, indicator, observation }: Subject): void {
  const known =
    (task === undefined || bundle.tasks.some(({ id }) => id === task)) &&
    (site === undefined || bundle.sites.some(({ id }) => id === site)) &&
    (indicator === undefined || bundle.indicators.some(({ name }) => name === indicator)) &&
    (observation === undefined || bundle.observations.some(({ id }) => id === observation));
  if (!known) throw new HuyingError('promise.unknownPart');
}

/** Evidence as rows, one for each file; the files become the promise's. @throws file.unknown, file.notYours */
export async function evidenceRows(
  ctx: Ctx,
  { promise }: PromiseBundle,
  said: Subject & {
    readonly kind: EvidenceRecord['kind'];
    readonly words?: string | undefined;
    readonly longitude?: number | undefined;
    readonly latitude?: number | undefined;
    readonly covers?: number | undefined;
    readonly unit: string | null;
    readonly verification: string | null;
  },
  files: readonly string[],
): Promise<EvidenceRecord[]> {
  const stored: readonly (StoredFile | null)[] =
    files.length === 0 ? [null] : await attachFiles(ctx, files, { kind: 'promise', id: promise.id });
  return stored.map((file) => ({
    id: ctx.id(),
    promise: promise.id,
    task: said.task ?? null,
    site: said.site ?? null,
    indicator: said.indicator ?? null,
    observation: said.observation ?? null,
    verification: said.verification,
    kind: said.kind,
    file: file?.id ?? null,
    hash: file?.sha256.toString('hex') ?? null,
    words: said.words ?? null,
    longitude: said.longitude ?? file?.lon ?? null,
    latitude: said.latitude ?? file?.lat ?? null,
    takenAt: file?.takenAt ?? null,
    covers: said.covers ?? null,
    enteredBy: ctx.actor.name,
    account: ctx.actor.account,
    unit: said.unit,
    at: ctx.now,
  }));
}
