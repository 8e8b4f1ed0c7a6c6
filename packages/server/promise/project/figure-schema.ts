import { type Static, type TSchema, Type } from 'typebox';
import {
  choice,
  closed,
  daySchema,
  everySchema,
  lineSchema,
  moneyStageSchema,
  uuidSchema,
} from '../core/promise-draft.ts';

const words = Type.Object({ zh: Type.String(), en: Type.String() });
export const nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
export const namedSchema = Type.Object({ id: Type.String(), name: words });
export const monthSchema = Type.String({ pattern: '^\\d{4}-\\d{2}$', description: 'YYYY-MM' });
export const periodSchema = choice('month', 'quarter', 'year');
const amount = nullable(Type.Number());

/** A value that stands in the sheet, with where it came from. */
const kept = nullable(
  Type.Object({
    value: Type.Number(),
    growth: amount,
    asOf: daySchema,
    source: choice('self', 'system', 'verified'),
    standing: choice('provisional', 'final'),
    by: Type.String(),
    at: Type.String(),
  }),
);

export const doubtSchema = Type.Object({
  id: Type.String(),
  promise: Type.String(),
  indicator: Type.String(),
  label: Type.String(),
  title: Type.String(),
  month: Type.String(),
  kind: choice('jump', 'shrink', 'growth', 'final'),
  /** What is doubtful about it, in words with its numbers. */
  says: words,
  raisedAt: Type.String(),
  explanation: nullable(Type.String()),
  explainedBy: nullable(Type.String()),
});

export const sheetLineSchema = Type.Object({
  promise: Type.String(),
  number: Type.String(),
  title: Type.String(),
  kind: Type.String(),
  indicator: Type.String(),
  label: Type.String(),
  unit: Type.String(),
  decimals: Type.Integer(),
  mode: choice('cumulative', 'level'),
  every: nullable(everySchema),
  stage: nullable(moneyStageSchema),
  askedUnit: nullable(namedSchema),
  /** What the year is to bring, in the figure's unit; points for growth. */
  target: nullable(Type.Object({ aim: Type.String(), value: amount, upper: amount })),
  now: kept,
  lastMonth: kept,
  lastYear: kept,
  /** When it was asked for this month; null where nobody asked. */
  askedAt: nullable(Type.String()),
  answered: Type.Boolean(),
  /** The system counts it itself; nobody is asked. */
  measure: nullable(Type.String()),
  /** Whether the reader may enter it, and why not. */
  may: Type.Boolean(),
  barred: nullable(words),
  sparkline: Type.Array(amount),
});

export const sheetSchema = Type.Object({
  month: Type.String(),
  /** The day the figures are taken at. */
  asOf: daySchema,
  frozen: nullable(Type.Object({ by: Type.String(), at: Type.String(), reason: nullable(Type.String()) })),
  released: nullable(daySchema),
  /** What the reader may do besides filling in. */
  mayFreeze: Type.Boolean(),
  mayAsk: Type.Boolean(),
  lines: Type.Array(sheetLineSchema),
  sums: Type.Array(
    Type.Object({
      total: Type.Object({ promise: Type.String(), indicator: Type.String(), label: Type.String() }),
      parts: Type.Array(Type.Object({ promise: Type.String(), indicator: Type.String(), label: Type.String() })),
      tolerance: Type.Number(),
    }),
  ),
  doubts: Type.Array(doubtSchema),
  asked: Type.Integer(),
  open: Type.Integer(),
});

/** A figure as entered: a number, or what was typed or pasted. */
export const entrySchema = Type.Object(
  {
    promise: uuidSchema,
    indicator: lineSchema(63),
    value: Type.Union([Type.Number(), Type.String({ maxLength: 60 }), Type.Null()]),
    growth: Type.Optional(Type.Union([Type.Number(), Type.String({ maxLength: 60 }), Type.Null()])),
    standing: Type.Optional(choice('provisional', 'final')),
    basis: Type.Optional(lineSchema(400)),
    /** Why it differs from what was entered before. */
    reason: Type.Optional(lineSchema(400)),
    /** What explains a figure that will be doubted. */
    explanation: Type.Optional(lineSchema(1000)),
  },
  closed,
);

export const savedSchema = Type.Object({
  month: Type.String(),
  saved: Type.Integer(),
  unchanged: Type.Integer(),
  /** Sums that could not be checked yet, with what is missing. */
  openSums: Type.Array(Type.Object({ total: Type.String(), missing: Type.Array(Type.String()) })),
  doubts: Type.Array(doubtSchema),
});

export type Sheet = Static<typeof sheetSchema>;
export type SheetLine = Static<typeof sheetLineSchema>;
export type Entry = Static<typeof entrySchema>;
export type Saved = Static<typeof savedSchema>;
export type DoubtView = Static<typeof doubtSchema>;
