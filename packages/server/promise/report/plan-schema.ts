import { type Static, type TSchema, Type } from 'typebox';
import { choice, daySchema } from '../core/promise-draft.ts';
import { namedSchema } from './report-schema.ts';

const nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
const text = nullable(Type.String());
const day = nullable(daySchema);

export const planStateSchema = choice('drafting', 'consulting', 'decided', 'issued', 'replaced');

export const planLineSchema = Type.Object({
  no: Type.Integer(),
  promise: Type.String(),
  number: Type.String(),
  task: Type.String(),
  target: Type.String(),
  lead: nullable(namedSchema),
  assisting: Type.Array(namedSchema),
  /** Ids of the units that are asked, not ordered. */
  asked: Type.Array(Type.String()),
  leader: nullable(Type.Object({ post: Type.String(), name: Type.String() })),
  due: day,
  dueText: Type.String(),
  sources: Type.Array(
    Type.Object({
      page: nullable(Type.Integer()),
      paragraph: Type.Integer(),
      no: Type.Integer(),
      words: Type.String(),
    }),
  ),
  comments: Type.Integer(),
});

export const sheetSchema = Type.Object({
  unit: namedSchema,
  manner: choice('order', 'ask'),
  lines: Type.Integer(),
  sentAt: Type.String(),
  due: daySchema,
  answer: nullable(choice('agreed', 'comments', 'silent')),
  answeredBy: text,
  answeredAt: text,
});

export const commentSchema = Type.Object({
  id: Type.String(),
  unit: namedSchema,
  promise: text,
  words: Type.String(),
  outcome: nullable(choice('taken', 'partly', 'declined')),
  reply: text,
  by: Type.String(),
  at: Type.String(),
  repliedBy: text,
});

const head = {
  id: Type.String(),
  report: Type.String(),
  year: Type.Integer(),
  edition: Type.Integer(),
  title: Type.String(),
  state: planStateSchema,
  commentsDue: day,
  meeting: text,
  decidedOn: day,
  document: text,
  issuedOn: day,
  digest: text,
  version: Type.Integer(),
};

export const planRowSchema = Type.Object({
  ...head,
  /** The sheet of the reader's unit waits for its answer. */
  awaits: Type.Boolean(),
});

export const planViewSchema = Type.Object({
  ...head,
  count: Type.Integer(),
  /** Lines the reader may not see. */
  hidden: Type.Integer(),
  lines: Type.Array(planLineSchema),
  sheets: Type.Array(sheetSchema),
  comments: Type.Array(commentSchema),
  editions: Type.Array(
    Type.Object({ id: Type.String(), edition: Type.Integer(), state: planStateSchema, document: text, issuedOn: day }),
  ),
  leaders: Type.Array(Type.Object({ post: Type.String(), name: Type.String() })),
  /** Steps open to the reader now. */
  may: Type.Array(choice('change', 'send', 'answer', 'settle', 'decide', 'issue', 'revise')),
  /** Unit of the reader whose sheet it is. */
  mine: text,
  /** Silence counts as consent. */
  silenceConsents: Type.Boolean(),
  /** A number the system would give. */
  pattern: Type.String(),
});

export const planReceiptSchema = Type.Object({
  id: Type.String(),
  edition: Type.Integer(),
  state: planStateSchema,
  document: text,
  digest: text,
  version: Type.Integer(),
});

export type PlanView = Static<typeof planViewSchema>;
export type PlanRow = Static<typeof planRowSchema>;
export type PlanReceipt = Static<typeof planReceiptSchema>;
