import { HuyingError } from '@huying/kit/error';
import { Type } from 'typebox';
import { append, type Ctx, defineOperation } from '../../ledger/index.ts';
import { closed, daySchema, uuidSchema } from '../core/promise-draft.ts';
import type { PromiseServices } from '../core/promise-services.ts';
import { promiseWorldOf } from '../core/promise-world.ts';
import { lockedBulletin } from './bulletin-reach.ts';
import { draftSchema, paperWordsSchema, receiptSchema, versionSchema, yearSchema } from './bulletin-schema.ts';
import { receiptOf } from './bulletin-view.ts';
import { gatherYear } from './gather.ts';
import type { PaperInput, PaperWords } from './paper.ts';
import { requireMay } from './settings.ts';
import { freeze } from './snapshot.ts';
import { type BulletinRow, insertBulletin, selectSnapshot, updateDraft } from './store.ts';
import { inputFrom, isBehind, takeFigures } from './take-figures.ts';

const NO_WORDS: PaperWords = { reasons: {}, paragraphs: [] };

/** Makes a draft: figures are read, frozen and composed. */
export function draftOperation(services: PromiseServices) {
  return defineOperation({
    name: 'bulletin.draft',
    summary: { zh: '起草通报或文件', en: 'Draft a bulletin or paper' },
    input: draftSchema,
    output: receiptSchema,
    async run(ctx, input) {
      const world = await promiseWorldOf(ctx, services);
      requireMay(ctx, world, 'bulletin.makers');
      const { kind, year, asOf = world.today, unit = null, ranking = true } = input;
      const taken = await takeFigures(ctx, services, world, { kind, year, asOf, unit, ranking, words: NO_WORDS });
      return receiptOf(await keepDraft(ctx, taken));
    },
  });
}

/** A letter to every unit that leads something red or yellow: drafts, each to be signed by a person. */
export function draftLettersOperation(services: PromiseServices) {
  return defineOperation({
    name: 'bulletin.draftLetters',
    summary: { zh: '批量起草督办函和提醒函', en: 'Draft letters to units that are behind' },
    input: Type.Object({ year: yearSchema, asOf: Type.Optional(daySchema) }, closed),
    output: Type.Object({ letters: Type.Array(receiptSchema) }),
    async run(ctx, { year, asOf: asked }) {
      const world = await promiseWorldOf(ctx, services);
      requireMay(ctx, world, 'bulletin.makers');
      const asOf = asked ?? world.today;
      if (asOf > world.today) throw new HuyingError('bulletin.future', { asOf });
      const facts = await gatherYear(ctx, services, year, asOf);
      const units = new Set(facts.promises.filter(isBehind).flatMap(({ lead }) => (lead === null ? [] : [lead.id])));
      const letters = [];
      for (const unit of units) {
        const taking = { kind: 'letter', year, asOf, unit, ranking: false, words: NO_WORDS } as const;
        letters.push(receiptOf(await keepDraft(ctx, await inputFrom(ctx, services, world, taking, facts))));
      }
      return { letters };
    },
  });
}

/** Writes reasons, next steps and paragraphs into a draft; its figures stay those that were taken. */
export function amendOperation(services: PromiseServices) {
  return defineOperation({
    name: 'bulletin.amend',
    summary: { zh: '修改草稿文字', en: 'Change the words of a draft' },
    input: Type.Object({ id: uuidSchema, version: versionSchema, words: paperWordsSchema }, closed),
    output: receiptSchema,
    async run(ctx, { id, version, words }) {
      const world = await promiseWorldOf(ctx, services);
      const row = await lockedBulletin(ctx, world, id, version);
      requireMay(ctx, world, 'bulletin.makers');
      const kept = await draftSnapshot(ctx, row);
      return keepAgain(ctx, row, { ...kept, words }, 'amended');
    },
  });
}

/** Takes the figures of a draft again, as of the same day: after a source was mended. */
export function retakeOperation(services: PromiseServices) {
  return defineOperation({
    name: 'bulletin.retake',
    summary: { zh: '重新取数', en: 'Take the figures again' },
    input: Type.Object({ id: uuidSchema, version: versionSchema }, closed),
    output: receiptSchema,
    async run(ctx, { id, version }) {
      const world = await promiseWorldOf(ctx, services);
      const row = await lockedBulletin(ctx, world, id, version);
      requireMay(ctx, world, 'bulletin.makers');
      const kept = await draftSnapshot(ctx, row);
      const { kind, year, asOf, unit, words } = row;
      const taken = await takeFigures(ctx, services, world, {
        kind,
        year,
        asOf,
        unit,
        words,
        ranking: kept.ranking !== null,
      });
      return keepAgain(ctx, row, taken, 'retaken');
    },
  });
}

async function draftSnapshot(ctx: Ctx, row: BulletinRow): Promise<PaperInput> {
  if (row.state !== 'draft') throw new HuyingError('bulletin.issued');
  const snapshot = await selectSnapshot(ctx.tx, ctx.tenant, row.snapshot);
  if (snapshot === undefined) throw new HuyingError('bulletin.unknown');
  return snapshot.content.input;
}

async function keepDraft(ctx: Ctx, input: PaperInput): Promise<BulletinRow> {
  const snapshot = await freeze(ctx, input);
  const row: BulletinRow = {
    id: ctx.id(),
    kind: input.kind,
    year: input.facts.year,
    issue: null,
    document: null,
    title: titleOf(snapshot.content.paper.document.title),
    state: 'draft',
    snapshot: snapshot.id,
    asOf: snapshot.asOf,
    unit: input.unit?.id ?? null,
    words: input.words,
    signedBy: null,
    issuedAt: null,
    publishedAt: null,
    publishedBy: null,
    publishedBasis: null,
    version: 1,
    createdBy: ctx.actor.name,
    account: ctx.actor.account,
    createdAt: ctx.now,
  };
  await insertBulletin(ctx.tx, ctx.tenant, row);
  await happened(ctx, row.id, 'drafted', { kind: row.kind, year: row.year, asOf: row.asOf, digest: snapshot.digest });
  return row;
}

async function keepAgain(ctx: Ctx, row: BulletinRow, input: PaperInput, what: 'amended' | 'retaken') {
  const snapshot = await freeze(ctx, input);
  const changed = {
    ...row,
    snapshot: snapshot.id,
    words: input.words,
    title: titleOf(snapshot.content.paper.document.title),
    version: row.version + 1,
  };
  await updateDraft(ctx.tx, ctx.tenant, changed);
  await happened(ctx, row.id, what, { digest: snapshot.digest });
  return receiptOf(changed);
}

const titleOf = (title: string): string => title.replaceAll('\n', '');

export async function happened(
  ctx: Ctx,
  id: string,
  what: string,
  body: unknown,
  visibility: 'internal' | 'public' = 'internal',
) {
  append(ctx, { subject: id, kind: 'bulletin', what, visibility, body });
}
