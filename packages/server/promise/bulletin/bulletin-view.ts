import { localDateOf } from '@huying/kit/calendar';
import type { OfficialDocument } from '@huying/kit/document';
import { reconcile } from '@huying/kit/promise';
import type { Ctx } from '../../ledger/index.ts';
import type { PromiseWorld } from '../core/promise-world.ts';
import type { BulletinReceipt, BulletinRowView, BulletinView } from './bulletin-schema.ts';
import { PAPER_NAMES } from './papers.ts';
import { may } from './settings.ts';
import { isWhole } from './snapshot.ts';
import type { BulletinRow, CorrectionRow, SnapshotRow } from './store.ts';

const iso = (at: number): string => new Date(at).toISOString();
const isoOrNull = (at: number | null): string | null => (at === null ? null : iso(at));

export function rowView(world: Pick<PromiseWorld, 'org'>, row: BulletinRow): BulletinRowView {
  const unit = row.unit === null ? undefined : world.org.unit(row.unit);
  return {
    id: row.id,
    kind: { id: row.kind, name: PAPER_NAMES[row.kind] },
    year: row.year,
    issue: row.issue,
    number: row.document,
    title: row.title,
    state: row.state,
    asOf: row.asOf,
    unit: unit === undefined ? null : { id: unit.id, name: unit.name },
    signedBy: row.signedBy,
    issuedAt: isoOrNull(row.issuedAt),
    publishedAt: isoOrNull(row.publishedAt),
    version: row.version,
    createdBy: row.createdBy,
    createdAt: iso(row.createdAt),
  };
}

export function receiptOf({
  id,
  version,
  state,
  document,
}: Pick<BulletinRow, 'id' | 'version' | 'state' | 'document'>): BulletinReceipt {
  return { id, version, state, number: document };
}

export function bulletinView(
  ctx: Ctx,
  world: PromiseWorld,
  row: BulletinRow,
  snapshot: SnapshotRow,
  corrections: readonly CorrectionRow[],
): BulletinView {
  const { input, paper } = snapshot.content;
  return {
    ...rowView(world, row),
    publishedBy: row.publishedBy,
    publishedBasis: row.publishedBasis,
    takenAt: iso(snapshot.takenAt),
    digest: snapshot.digest,
    whole: isWhole(snapshot),
    words: { reasons: { ...row.words.reasons }, paragraphs: [...row.words.paragraphs] },
    document: finished(world, row, snapshot),
    discrepancies: reconcile(paper.claims).map(({ at, rule, difference, zh, en }) => ({
      at,
      rule,
      difference,
      zh,
      en,
    })),
    corrections: corrections.map((one) => ({
      id: one.id,
      place: one.place,
      label: one.label,
      old: one.old,
      new: one.new,
      reason: one.reason,
      foundBy: one.foundBy,
      at: iso(one.at),
      listed: one.listedIn !== null,
    })),
    promises: input.facts.promises.map(({ id, number, title, light }) => ({ id, number, title, light })),
    may: mayDo(ctx, world, row),
  };
}

function mayDo(ctx: Ctx, world: PromiseWorld, row: BulletinRow): string[] {
  const makes = may(ctx, world, 'bulletin.makers');
  if (row.state === 'draft') {
    return [...(makes ? ['amend', 'retake'] : []), ...(may(ctx, world, 'bulletin.signers') ? ['issue'] : [])];
  }
  const publishes = row.publishedAt === null && row.kind !== 'letter' && may(ctx, world, 'bulletin.approvers');
  return [...(makes ? ['correct'] : []), ...(publishes ? ['publish'] : [])];
}

/** The frozen document with what signing adds: its number and its day. Nothing else differs from the draft that was looked at. */
export function finished(
  world: Pick<PromiseWorld, 'calendar'>,
  row: BulletinRow,
  snapshot: SnapshotRow,
): OfficialDocument {
  const { document } = snapshot.content.paper;
  const mark = `快照${snapshot.digest.slice(0, 8)}`;
  const under = document.under === null ? null : `${document.under}　${mark}`;
  if (row.issuedAt === null) return { ...document, under };
  const day = localDateOf(world.calendar, row.issuedAt);
  const { head, signature, imprint } = document;
  return {
    ...document,
    under,
    number: row.document,
    head: head === null || head.office === null ? head : { ...head, day },
    signature: signature === null ? null : { ...signature, day },
    imprint: imprint === null ? null : { ...imprint, day },
    draft: false,
  };
}
