import { type Static, type TSchema, Type } from 'typebox';
import { caseRowSchema } from '../case/index.ts';

const words = Type.Object({ zh: Type.String(), en: Type.String() });
const date = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$', description: 'a day of the district' });
const nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);

export const grainSchema = Type.Union([
  Type.Literal('all'),
  Type.Literal('unit'),
  Type.Literal('street'),
  Type.Literal('cell'),
  Type.Literal('matter'),
  Type.Literal('channel'),
]);

const counts = {
  n: Type.Number({ description: 'the count above; for a mean the sum' }),
  d: Type.Number({ description: 'the count below; 0 for counts' }),
  x: Type.Number({ description: 'left out of the rate, shown beside it' }),
};

/** The number itself: per cent, a count, a mean in its unit; null where nobody was to be measured. */
const rate = nullable(Type.Number());

/** What happened to a unit within the days asked for, so that a number is not compared with that of another unit. */
const unitChange = Type.Object({
  unit: Type.String(),
  what: Type.Union([
    Type.Literal('began'),
    Type.Literal('ended'),
    Type.Literal('renamed'),
    Type.Literal('moved'),
    /** It ended and went into another, went over whole to a new one, or was split among several: `after` names them. */
    Type.Literal('merged'),
    Type.Literal('succeeded'),
    Type.Literal('split'),
    /** It goes on with the duties (or a part of them) of the unit that `before` names. */
    Type.Literal('took'),
  ]),
  on: date,
  /** Its name (or, moved, the unit above it) before and after. */
  before: nullable(words),
  after: nullable(words),
});

export const measureRowSchema = Type.Object({
  measure: Type.String(),
  grain: grainSchema,
  value: Type.String({ description: 'unit id, or code of the area, matter or channel; empty for all' }),
  label: words,
  /** Of a unit: names it bore within the period before its label, and its name of today where that is another. */
  formerly: Type.Array(words),
  present: nullable(words),
  period: Type.Object({
    from: date,
    to: date,
    label: Type.String({ description: '2026-07-14, 2026-W29, 2026-07, 2026' }),
  }),
  ...counts,
  rate,
  /** Fewer than the measure's least number: marked, never ranked. */
  few: Type.Boolean(),
  /** The period is not over. */
  running: Type.Boolean(),
  /** The number as it was published when the period ended; null where none was, or only part of it is the reader's. */
  published: nullable(
    Type.Object({
      at: Type.String(),
      ...counts,
      rate,
      same: Type.Boolean(),
      /** How many changes of facts came after. */
      changes: Type.Integer(),
    }),
  ),
  /** A recount found another number: both are shown. */
  alarm: nullable(Type.Object({ at: Type.String(), ...counts, rate })),
  /** The way of counting was changed and the facts are still being counted anew. */
  recounting: Type.Boolean(),
  units: Type.Array(unitChange),
  /** Of a unit that ended, where others go on with its duties: how, when, and their names. */
  ended: nullable(
    Type.Object({
      on: date,
      how: Type.Union([Type.Literal('merged'), Type.Literal('succeeded'), Type.Literal('split')]),
      into: Type.Array(words),
    }),
  ),
  /** Where `along` was asked for: what the number takes in besides the unit's own, or why it is not to be compared. */
  along: nullable(
    Type.Object({
      how: Type.Union([Type.Literal('same'), Type.Literal('joined'), Type.Literal('split'), Type.Literal('ended')]),
      with: Type.Array(Type.Object({ name: words, on: date })),
    }),
  ),
});

/** One number: of a measure, for one value of the breakdown, in one period. */
export type MeasureRow = Static<typeof measureRowSchema>;
export type UnitChange = Static<typeof unitChange>;

export const bySchema = Type.Union([
  Type.Literal('day'),
  Type.Literal('week'),
  Type.Literal('month'),
  Type.Literal('year'),
]);

export const readingSchema = Type.Object(
  {
    measures: Type.Array(Type.String({ maxLength: 60 }), { minItems: 1, maxItems: 60 }),
    grain: grainSchema,
    from: date,
    to: date,
    by: Type.Optional(bySchema),
    /** Values of the breakdown; of units, each with all below it. Absent: all, of units those at the top of what the reader sees. */
    values: Type.Optional(Type.Array(Type.String({ maxLength: 40 }), { maxItems: 500 })),
  },
  { additionalProperties: false },
);

/** What can be asked for over HTTP, and what boards ask for besides. */
export interface ReadingRequest extends Static<typeof readingSchema> {
  /**
   * For a comparison or a line, by unit: from the first day of the earlier period to the last of the later one. A unit's number then takes
   * in those that became part of it, whole, within these days.
   */
  readonly along?: { readonly from: string; readonly to: string };
  /** By matter or channel: of one unit with all below it, or of one street, where the measure is kept so. */
  readonly within?: { readonly grain: 'unit' | 'street'; readonly value: string };
}

/** Counted above, measured, measured but not counted above, left out. */
export const partSchema = Type.Union([
  Type.Literal('of'),
  Type.Literal('among'),
  Type.Literal('others'),
  Type.Literal('except'),
]);

export const rowsRequestSchema = Type.Object(
  {
    id: Type.String({ maxLength: 60, description: 'the measure' }),
    part: partSchema,
    grain: grainSchema,
    value: Type.Optional(Type.String({ maxLength: 40 })),
    /** Of a unit or street only one matter or channel: its code, empty for what has none yet. */
    by: Type.Optional(Type.Union([Type.Literal('matter'), Type.Literal('channel')])),
    code: Type.Optional(Type.String({ maxLength: 40 })),
    /** Of a unit, for a point of a line: with those that became part of it, whole, from the first of these days to the last. */
    alongFrom: Type.Optional(date),
    alongTo: Type.Optional(date),
    from: date,
    to: date,
    cursor: Type.Optional(Type.String({ maxLength: 200 })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
  },
  { additionalProperties: false },
);

export type RowsRequest = Static<typeof rowsRequestSchema>;

export const definitionSchema = Type.Object({
  id: Type.String(),
  name: words,
  meaning: words,
  source: words,
  fact: Type.String(),
  form: Type.Union([Type.Literal('ratio'), Type.Literal('count'), Type.Literal('stock'), Type.Literal('mean')]),
  /** The conditions as OGC CQL2 text over the fields of the fact, whose names `fields` says in words. */
  parts: Type.Record(Type.String(), Type.String()),
  /** The same in words: what counts above (`of`), what is measured (`among`), what is left out (`except`); of a stock until when (`until`). */
  conditions: Type.Record(Type.String(), words),
  on: Type.String(),
  fields: Type.Record(Type.String(), words),
  grain: Type.Array(grainSchema),
  /** Kept by two at once: `unit.matter`, `unit.channel`, `street.matter`. */
  cross: Type.Array(Type.String()),
  clock: nullable(words),
  /** Which time its clock or its mean goes by; null where it goes by none. */
  calendar: nullable(Type.Union([Type.Literal('working'), Type.Literal('natural')])),
  unit: nullable(words),
  decimals: Type.Integer(),
  minimum: Type.Integer(),
  better: Type.Union([Type.Literal('high'), Type.Literal('low'), Type.Literal('neither')]),
  /** Only days that are over count. */
  fullDays: Type.Boolean(),
});

/** A measure as it is read: what is counted, in words of both languages. */
export type MeasureDefinition = Static<typeof definitionSchema>;

export const rowsSchema = Type.Object({
  items: Type.Array(
    Type.Object({
      case: caseRowSchema,
      /** Which of the case's facts it is: 0, or the number of the unit's time with it. */
      no: Type.Integer(),
      unit: nullable(words),
      /** The day on which it counts. */
      day: date,
      ...counts,
      /** The fact itself, so that everybody can see why it counts; instants in epoch milliseconds. */
      fields: Type.Record(Type.String(), Type.Unknown()),
    }),
  ),
  /** How many there are in all, by the number kept. */
  total: Type.Integer(),
  /**
   * How many there are by the facts themselves, said with the first page to whoever may open all of them; another number than `total` means
   * that what is kept is wrong. Null where it was not counted.
   */
  found: nullable(Type.Integer()),
  /** How many of them the reader may not open. */
  hidden: Type.Integer(),
  next: nullable(Type.String()),
});

export type RowsBehind = Static<typeof rowsSchema>;
