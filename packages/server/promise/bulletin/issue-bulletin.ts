import type { OfficialDocument } from '@huying/kit/document';
import { HuyingError } from '@huying/kit/error';
import { reconcile } from '@huying/kit/promise';
import { Type } from 'typebox';
import { type Ctx, defineOperation, takeInTurn } from '../../ledger/index.ts';
import { fixLights } from '../core/light.store.ts';
import { closed, lineSchema, uuidSchema } from '../core/promise-draft.ts';
import type { PromiseServices } from '../core/promise-services.ts';
import { promiseWorldOf } from '../core/promise-world.ts';
import { lockedBulletin, requireBulletin } from './bulletin-reach.ts';
import { receiptSchema, versionSchema } from './bulletin-schema.ts';
import { receiptOf } from './bulletin-view.ts';
import { happened } from './make-bulletin.ts';
import type { PaperInput } from './paper.ts';
import { documentNumber, requireMay } from './settings.ts';
import { isWhole } from './snapshot.ts';
import { insertCorrection, issueDraft, listCorrections, numberTaken, publishIssued, selectSnapshot } from './store.ts';
import { requireNoVerifier } from './take-figures.ts';
import { requireReleased } from './unreleased.ts';

/** Signs a draft: what does not reconcile is refused with the difference; the number is given, corrections are listed, the day's lights are fixed. */
export function issueOperation(services: PromiseServices) {
  return defineOperation({
    name: 'bulletin.issue',
    summary: { zh: '签发', en: 'Sign and issue' },
    input: Type.Object({ id: uuidSchema, version: versionSchema }, closed),
    output: receiptSchema,
    async run(ctx, { id, version }) {
      const world = await promiseWorldOf(ctx, services);
      const row = await lockedBulletin(ctx, world, id, version);
      requireMay(ctx, world, 'bulletin.signers');
      if (row.state !== 'draft') throw new HuyingError('bulletin.issued');
      const snapshot = await selectSnapshot(ctx.tx, ctx.tenant, row.snapshot);
      if (snapshot === undefined || !isWhole(snapshot)) throw new HuyingError('bulletin.unknown');
      const { input, paper } = snapshot.content;
      const faults = reconcile(paper.claims);
      const [first] = faults;
      if (first !== undefined) {
        throw new HuyingError('bulletin.unreconciled', {
          first: `${first.at}：${first[ctx.locale]}`,
          count: faults.length,
        });
      }
      if (input.ranking !== null) await requireNoVerifier(ctx, row.year);
      const issue = await takeInTurn(ctx, `paper-${row.kind}`, `${row.year}-01-01`);
      const document = documentNumber(world, row.kind, row.year, issue);
      if (await numberTaken(ctx.tx, ctx.tenant, document))
        throw new HuyingError('bulletin.number', { number: document });
      const { account, name: by } = ctx.actor;
      await issueDraft(ctx.tx, ctx.tenant, { id, issue, document, by, account, at: ctx.now });
      await listCorrections(
        ctx.tx,
        ctx.tenant,
        input.corrections.map((one) => one.id),
        id,
      );
      if (row.kind === 'bulletin') await fixDay(ctx, input);
      await happened(ctx, id, 'issued', { number: document, digest: snapshot.digest });
      return receiptOf({ id, version: version + 1, state: 'issued', document });
    },
  });
}

/** The colours as printed: what later issues call 连续三期. */
async function fixDay(ctx: Ctx, { facts }: PaperInput): Promise<void> {
  await fixLights(
    ctx.tx,
    ctx.tenant,
    facts.asOf,
    facts.promises.map((one) => ({
      promise: one.id,
      light: one.light,
      ruleSet: one.lightSet ?? '',
      rule: one.lightRule,
      rate: one.p,
      expected: one.e,
      inputs: one.lightInputs,
    })),
  );
}

/** Approves that an issued paper is public, with what the approval rests on. Letters never are, economic figures not before their release. */
export function publishOperation(services: PromiseServices) {
  return defineOperation({
    name: 'bulletin.publish',
    summary: { zh: '批准公开', en: 'Approve publication' },
    input: Type.Object({ id: uuidSchema, version: versionSchema, basis: lineSchema(200) }, closed),
    output: receiptSchema,
    async run(ctx, { id, version, basis }) {
      const world = await promiseWorldOf(ctx, services);
      const row = await lockedBulletin(ctx, world, id, version);
      requireMay(ctx, world, 'bulletin.approvers');
      if (row.kind === 'letter') throw new HuyingError('bulletin.kind', { kind: row.kind });
      if (row.state !== 'issued') throw new HuyingError('bulletin.notIssued');
      if (row.publishedAt !== null) throw new HuyingError('bulletin.published');
      const snapshot = await selectSnapshot(ctx.tx, ctx.tenant, row.snapshot);
      if (snapshot === undefined) throw new HuyingError('bulletin.unknown');
      await requireReleased(ctx, world.today, snapshot.content);
      await publishIssued(ctx.tx, ctx.tenant, { id, by: ctx.actor.name, basis, at: ctx.now });
      await happened(ctx, id, 'published', { basis, number: row.document }, 'public');
      return receiptOf({ ...row, version: version + 1 });
    },
  });
}

/** Enters that a cell of an issued paper is wrong. The paper stays as it was issued; the next bulletin lists the correction. */
export function correctOperation(services: PromiseServices) {
  return defineOperation({
    name: 'bulletin.correct',
    summary: { zh: '登记更正', en: 'Enter a correction' },
    input: Type.Object(
      {
        id: uuidSchema,
        table: lineSchema(80),
        row: lineSchema(120),
        column: lineSchema(80),
        new: lineSchema(400),
        reason: lineSchema(400),
      },
      closed,
    ),
    output: Type.Object({ id: Type.String() }),
    async run(ctx, input) {
      const world = await promiseWorldOf(ctx, services);
      const row = await requireBulletin(ctx, world, input.id);
      requireMay(ctx, world, 'bulletin.makers');
      if (row.state !== 'issued') throw new HuyingError('bulletin.notIssued');
      const snapshot = await selectSnapshot(ctx.tx, ctx.tenant, row.snapshot);
      const place = `${input.table}/${input.row}/${input.column}`;
      const cell = snapshot === undefined ? undefined : cellAt(snapshot.content.paper.document, input);
      if (cell === undefined) throw new HuyingError('bulletin.place', { place: place.slice(0, 120) });
      const id = ctx.id();
      const { name: foundBy, account } = ctx.actor;
      const correction = {
        id,
        bulletin: row.id,
        place,
        label: cell.label,
        old: cell.words,
        new: input.new,
        reason: input.reason,
      };
      await insertCorrection(ctx.tx, ctx.tenant, { ...correction, foundBy, account, at: ctx.now });
      await happened(ctx, row.id, 'corrected', {
        place: cell.label,
        old: cell.words,
        new: input.new,
        reason: input.reason,
      });
      return { id };
    },
  });
}

/** A cell of a paper, and what its place is called: 全部事项一览第3行“完成率”. */
function cellAt(
  document: OfficialDocument,
  at: { readonly table: string; readonly row: string; readonly column: string },
) {
  const parts = [{ title: '', body: document.body }, ...document.annexes];
  for (const { title, body } of parts) {
    for (const block of body) {
      if (block.block !== 'table' || block.table.id !== at.table) continue;
      const { columns, rows, caption } = block.table;
      const column = columns.findIndex(({ id }) => id === at.column);
      const row = rows.findIndex(({ id }) => id === at.row);
      const cell = rows[row]?.cells[column];
      if (cell === undefined) return undefined;
      const name = caption ?? (title === '' ? '正文表' : title.replaceAll('\n', ''));
      return { words: cell.words, label: `${name}第${row + 1}行“${columns[column]?.label ?? ''}”` };
    }
  }
  return undefined;
}
