export { type Anchor, type AnchorCheck, type AnchorOptions, checkAnchors, writeAnchor } from './anchor/anchor.ts';
export {
  append,
  appendAll,
  beginChains,
  type Entry,
  type Happened,
  happenedTo,
  pastOf,
  type TimelineOptions,
  timeline,
} from './chain/append.ts';
export { canonicalBytes } from './chain/canonical.ts';
export type { EntryContent, NewEntry, Visibility } from './chain/entry.ts';
export { restoreVerified } from './chain/restore.ts';
export {
  type Break,
  demandWholeChains,
  type OnProgress,
  type Verification,
  type VerifyOptions,
  verifyChains,
  verifyChainsIn,
} from './chain/verify.ts';
export { enqueueJob, type JobOptions } from './job/enqueue-job.ts';
export { type Rounds, rounds } from './job/rounds.ts';
export { takeInTurn, takeNumber, takeNumbers, writeNumber } from './number/take-number.ts';
export { type Actor, type Capacity, type Ctx, inTenant, type Services, theSystem } from './operation/ctx.ts';
export { cursorParts, cursorText } from './operation/cursor.ts';
export { checkInput } from './operation/input-check.ts';
export { newId } from './operation/new-id.ts';
export { type Call, defineOperation, type Operation, runOperation } from './operation/operation.ts';
export { randomPiece } from './operation/random-piece.ts';
export { sweepKeys } from './operation/store.ts';
export { togetherInTenant } from './operation/together.ts';
export {
  type ClaimOptions,
  claimOutbox,
  enqueueOutbox,
  type NewItem,
  type Outcome,
  pauseAfter,
  settleOutbox,
} from './outbox/outbox.ts';
export { nextDue, type OutboxItem, type OutboxRow, reviveItem, selectItems } from './outbox/store.ts';
