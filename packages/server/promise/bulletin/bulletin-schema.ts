import { type Static, type TSchema, Type } from 'typebox';
import { choice, closed, daySchema, lineSchema, uuidSchema } from '../core/promise-draft.ts';
import { PAPER_KINDS } from './paper.ts';

const nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
const words = Type.Object({ zh: Type.String(), en: Type.String() });
const when = Type.String({ description: 'ISO 8601, UTC' });

export const kindSchema = choice(...PAPER_KINDS);
export const yearSchema = Type.Integer({ minimum: 2000, maximum: 2100 });
export const versionSchema = Type.Integer({ minimum: 1 });

/** What a person writes into a draft. */
export const paperWordsSchema = Type.Object(
  {
    /** By promise: why it is behind, and what is to be done by when. */
    reasons: Type.Record(
      uuidSchema,
      Type.Object({ reason: Type.Optional(lineSchema(400)), next: Type.Optional(lineSchema(400)) }, closed),
    ),
    paragraphs: Type.Array(lineSchema(2000), { maxItems: 40 }),
  },
  closed,
);

export const draftSchema = Type.Object(
  {
    kind: kindSchema,
    year: yearSchema,
    /** Of what day the figures are; today where it is left out. */
    asOf: Type.Optional(daySchema),
    /** Of a letter, whom it is for. */
    unit: Type.Optional(uuidSchema),
    /** Of a bulletin, whether units are ranked in it; they are unless told. */
    ranking: Type.Optional(Type.Boolean()),
  },
  closed,
);

export const rowSchema = Type.Object({
  id: Type.String(),
  kind: Type.Object({ id: kindSchema, name: words }),
  year: Type.Integer(),
  issue: nullable(Type.Integer()),
  number: nullable(Type.String()),
  title: Type.String(),
  state: choice('draft', 'issued'),
  asOf: daySchema,
  unit: nullable(Type.Object({ id: Type.String(), name: words })),
  signedBy: nullable(Type.String()),
  issuedAt: nullable(when),
  publishedAt: nullable(when),
  version: Type.Integer(),
  createdBy: Type.String(),
  createdAt: when,
});

export const discrepancySchema = Type.Object({
  at: Type.String({ description: 'the place on the paper' }),
  rule: Type.String(),
  /** What is printed less what should be; null where it is no matter of amount. */
  difference: nullable(Type.Number()),
  zh: Type.String(),
  en: Type.String(),
});

export const correctionSchema = Type.Object({
  id: Type.String(),
  place: Type.String(),
  label: Type.String(),
  old: Type.String(),
  new: Type.String(),
  reason: Type.String(),
  foundBy: Type.String(),
  at: when,
  listed: Type.Boolean(),
});

export const viewSchema = Type.Object({
  ...rowSchema.properties,
  publishedBy: nullable(Type.String()),
  publishedBasis: nullable(Type.String()),
  takenAt: when,
  digest: Type.String({ description: 'SHA-256 of the snapshot, hexadecimal' }),
  /** What is kept is what was frozen. */
  whole: Type.Boolean(),
  words: Type.Object({ reasons: Type.Record(Type.String(), Type.Unknown()), paragraphs: Type.Array(Type.String()) }),
  /** An official document as kit/document has it. */
  document: Type.Unknown(),
  discrepancies: Type.Array(discrepancySchema),
  corrections: Type.Array(correctionSchema),
  /** Those a reason may be written for. */
  promises: Type.Array(
    Type.Object({ id: Type.String(), number: Type.String(), title: Type.String(), light: nullable(Type.String()) }),
  ),
  may: Type.Array(Type.String({ description: 'amend, retake, issue, publish, correct' })),
});

export const receiptSchema = Type.Object({
  id: Type.String(),
  version: Type.Integer(),
  state: Type.String(),
  number: nullable(Type.String()),
});

export type BulletinRowView = Static<typeof rowSchema>;
export type BulletinView = Static<typeof viewSchema>;
export type BulletinReceipt = Static<typeof receiptSchema>;
export type DraftRequest = Static<typeof draftSchema>;
