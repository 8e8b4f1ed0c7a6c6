export type { BulletinReceipt, BulletinRowView, BulletinView, DraftRequest } from './bulletin-schema.ts';
export { type BulletinOperations, bulletinOperations } from './operations.ts';
export type { PaperKind } from './paper.ts';
