import { type Static, Type } from 'typebox';

const words = Type.Object({ zh: Type.String(), en: Type.String() });
const date = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$', description: 'a day of the district' });
const nullable = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) => Type.Union([schema, Type.Null()]);
const oneOf = <const T extends readonly string[]>(values: T) =>
  Type.Unsafe<T[number]>({ type: 'string', enum: [...values] });
const days = { from: date, to: date };
const period = Type.Object({ ...days, label: Type.String({ description: '2026-07-14, 2026-W29, 2026-07, 2026' }) });

export const grainSchema = oneOf(['all', 'unit', 'street', 'cell', 'matter', 'channel']);
export const trendSchema = oneOf(['days', 'months']);

const counts = {
  n: Type.Number({ description: 'the count above; for a mean the sum' }),
  d: Type.Number({ description: 'the count below; 0 for counts' }),
  x: Type.Number({ description: 'left out of the rate, shown beside it' }),
};
/** Per cent, a count, a mean in its unit; null where nobody was to be measured (无应办), which is never 100 %. */
const rate = nullable(Type.Number());

const comparedSchema = Type.Object({
  n: counts.n,
  d: counts.d,
  rate,
  difference: nullable(Type.Number({ description: 'in percentage points, or in the unit of the number' })),
  noise: oneOf(['within', 'beyond', 'few', 'unknown']),
  /** The unit took over others in between: both numbers take them in, and this is the present one. */
  joined: Type.Optional(Type.Object({ with: Type.Array(words), n: Type.Number(), d: Type.Number(), rate })),
  /** There is nothing to compare it with: a unit was split in between, or it went into another. */
  parted: Type.Optional(Type.Object({ how: oneOf(['split', 'ended']), with: Type.Array(words) })),
});

/** What a figure was in the period before or a year before, and by how much it differs. */
export type Compared = Static<typeof comparedSchema>;

/** How a unit ended whose duties others go on with: into which, and since when. */
const endedSchema = Type.Object({
  on: date,
  how: oneOf(['merged', 'succeeded', 'split']),
  into: Type.Array(words),
});

export type Ended = Static<typeof endedSchema>;

/** Where a line changes, and by which units. */
const turnSchema = Type.Object({
  on: date,
  /**
   * `joined`: it goes on from these, which it took over whole; `parted`: from here it has a part of these, which were split and stand in no
   * earlier point of it; the others: its unit ended here, into these.
   */
  how: oneOf(['joined', 'parted', 'merged', 'succeeded', 'split']),
  with: Type.Array(words),
});

export type Turn = Static<typeof turnSchema>;

const figureSchema = Type.Object({
  ...counts,
  rate,
  /** Fewer than the measure's least number: marked, never ranked. */
  few: Type.Optional(Type.Literal(true)),
  /** Facts are being counted anew. */
  recounting: Type.Optional(Type.Literal(true)),
  /** Where the number was published and has been corrected since: as it was published. */
  published: Type.Optional(Type.Object({ at: Type.String(), ...counts, rate, changes: Type.Integer() })),
  /** A recount found another number: both are shown. */
  alarm: Type.Optional(Type.Object({ at: Type.String(), ...counts, rate })),
  before: Type.Optional(comparedSchema),
  yearBefore: Type.Optional(comparedSchema),
});

/** One number. What it is of stands with the panel and the row: together they open it to its cases. */
export type Figure = Static<typeof figureSchema>;

const head = { id: Type.String(), label: words };

const tilesSchema = Type.Object({
  ...head,
  kind: Type.Literal('tiles'),
  grain: grainSchema,
  value: Type.String(),
  tiles: Type.Array(
    Type.Object({
      measure: Type.String(),
      figure: figureSchema,
      /** Rates of the days or months up to the period's end; null for those not begun. */
      trend: Type.Optional(Type.Array(Type.Object({ ...days, label: Type.String(), rate }))),
      /** Where the line changes; absent where it does not. */
      turns: Type.Optional(Type.Array(turnSchema)),
    }),
  ),
});

/** Of a unit that was renamed: names it bore within the period before, and its name of today where that is another. */
const renamedSchema = Type.Object({ formerly: Type.Optional(Type.Array(words)), present: Type.Optional(words) });

export type Renamed = Static<typeof renamedSchema>;

const tableSchema = Type.Object({
  ...head,
  kind: Type.Literal('table'),
  grain: grainSchema,
  /** By matter or channel, of this unit or street alone. */
  within: Type.Optional(Type.Object({ grain: oneOf(['unit', 'street']), value: Type.String() })),
  measures: Type.Array(Type.String()),
  order: Type.String(),
  rows: Type.Array(
    Type.Object({
      value: Type.String(),
      label: words,
      ...renamedSchema.properties,
      /** Renamed, moved, begun or ended within the period. */
      changed: Type.Optional(Type.Array(Type.Object({ what: Type.String(), on: date }))),
      ended: Type.Optional(endedSchema),
      cells: Type.Array(figureSchema),
    }),
  ),
  /** The same of everything the board is about; a measure that is not broken down so has none. */
  whole: Type.Object({ grain: grainSchema, value: Type.String(), cells: Type.Array(nullable(figureSchema)) }),
  /** How many rows there are besides those shown. */
  more: Type.Integer(),
});

const chartSchema = Type.Object({
  ...head,
  kind: Type.Literal('chart'),
  measure: Type.String(),
  over: trendSchema,
  grain: grainSchema,
  value: Type.String(),
  /** The numbers take in units that became part of this one, whole, within these days: said when one is opened to its cases. */
  along: Type.Optional(Type.Object(days)),
  points: Type.Array(Type.Object({ ...days, label: Type.String(), figure: nullable(figureSchema) })),
  turns: Type.Array(turnSchema),
  /** The same stretch before and a year before, point by point. */
  before: nullable(Type.Object({ ...days, rates: Type.Array(rate) })),
  yearBefore: nullable(Type.Object({ ...days, rates: Type.Array(rate) })),
});

const mapSchema = Type.Object({
  ...head,
  kind: Type.Literal('map'),
  measure: Type.String(),
  grain: grainSchema,
  width: Type.Integer(),
  height: Type.Integer(),
  areas: Type.Array(
    Type.Object({
      value: Type.String(),
      label: words,
      /** An SVG path within width × height; empty where no outline is known. */
      path: Type.String(),
      figure: nullable(figureSchema),
    }),
  ),
});

const rankingSchema = Type.Object({
  ...head,
  kind: Type.Literal('ranking'),
  grain: grainSchema,
  weights: Type.Array(Type.Object({ measure: Type.String(), weight: Type.Integer() })),
  groups: Type.Array(
    Type.Object({
      id: Type.String(),
      label: words,
      /** Measures for which nobody of the group has anything: not ranked by, the others carry their weight in proportion. */
      leftOut: Type.Array(Type.String()),
      ranked: Type.Array(
        Type.Object({
          value: Type.String(),
          label: words,
          ...renamedSchema.properties,
          score: Type.Number(),
          rank: Type.Integer(),
          best: Type.Integer(),
          worst: Type.Integer(),
          /** Its rank in the period before; null where it had none. */
          was: nullable(Type.Integer()),
          ended: Type.Optional(endedSchema),
          cells: Type.Array(figureSchema),
        }),
      ),
      /** Of too few cases to be ranked. */
      apart: Type.Array(
        Type.Object({
          value: Type.String(),
          label: words,
          ...renamedSchema.properties,
          n: Type.Integer(),
          ended: Type.Optional(endedSchema),
          cells: Type.Array(figureSchema),
        }),
      ),
    }),
  ),
});

const standingSchema = Type.Object({
  ...head,
  kind: Type.Literal('standing'),
  of: Type.String(),
  states: Type.Array(
    Type.Object({
      state: Type.String(),
      label: words,
      open: Type.Integer(),
      soon: Type.Integer({ description: 'due within 24 hours' }),
      late: Type.Integer({ description: 'past the time promised' }),
      stepLate: Type.Integer({ description: 'the present step is past its own time' }),
    }),
  ),
});

const intakeSchema = Type.Object({
  ...head,
  kind: Type.Literal('intake'),
  of: Type.String(),
  day: date,
  dayBefore: date,
  /** The hour under way where the day is not over; those after it have not come. */
  hour: nullable(Type.Integer()),
  /** When each hour of the day begins, and when the last ends: between two of them lies what an hour counts. */
  edges: Type.Array(Type.String({ description: 'ISO 8601 instant' })),
  hours: Type.Array(Type.Integer()),
  hoursBefore: Type.Array(Type.Integer()),
  /** How many the day before had by this time of day. */
  byNow: Type.Integer(),
});

export const panelSchema = Type.Union([
  tilesSchema,
  tableSchema,
  chartSchema,
  mapSchema,
  rankingSchema,
  standingSchema,
  intakeSchema,
]);

/** A panel filled in. */
export type PanelView = Static<typeof panelSchema>;
export type PanelOf<K extends PanelView['kind']> = Extract<PanelView, { kind: K }>;

const named = {
  unit: Type.String(),
  name: words,
  ...renamedSchema.properties,
  /** It went into others lately. */
  ended: Type.Optional(Type.Literal(true)),
};

export const boardSchema = Type.Object({
  id: Type.String(),
  name: words,
  meaning: words,
  of: oneOf(['district', 'unit', 'street']),
  reads: oneOf(['day', 'week', 'month', 'year']),
  /** Whom it is about, of a unit's or street's board, and which others may be chosen. */
  subject: nullable(Type.Object(named)),
  choices: Type.Array(
    Type.Object({ ...named, board: Type.String({ description: 'the board that is about units of its kind' }) }),
  ),
  /** False where it counts only what the reader may see of what it is about. */
  whole: Type.Boolean(),
  period,
  /** The period is not over. */
  running: Type.Boolean(),
  /** What it is compared with: of a period under way, as many days. */
  before: nullable(period),
  yearBefore: nullable(period),
  /** False: 运行监测，供参考. */
  verified: Type.Boolean(),
  /** When the numbers were read. */
  at: Type.String({ description: 'ISO 8601 instant' }),
  panels: Type.Array(panelSchema),
});

/** A board as one reader sees it. */
export type BoardView = Static<typeof boardSchema>;

export const boardListSchema = Type.Array(
  Type.Object({ id: Type.String(), name: words, meaning: words, reads: Type.String(), of: Type.String() }),
);

export const boardRequestSchema = Type.Object(
  {
    id: Type.String({ maxLength: 40 }),
    from: Type.Optional(date),
    to: Type.Optional(date),
    unit: Type.Optional(Type.String({ pattern: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' })),
  },
  { additionalProperties: false },
);

export type BoardRequest = Static<typeof boardRequestSchema>;
