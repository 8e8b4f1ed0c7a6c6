import { type Static, Type } from 'typebox';

export const closed = { additionalProperties: false } as const;

/** A day of the district's zone, 'YYYY-MM-DD'. */
export const daySchema = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' });
export const uuidSchema = Type.String({ format: 'uuid' });
export const lineSchema = (max: number) => Type.String({ minLength: 1, maxLength: max });
const count = Type.Number({ minimum: 0 });
/** One of some words. */
export const choice = <const T extends string>(...values: readonly T[]) => Type.Unsafe<T>(Type.Enum([...values]));

export const aimSchema = Type.Union([
  Type.Object({ aim: choice('up', 'down'), base: Type.Number(), value: Type.Number() }, closed),
  Type.Object({ aim: Type.Literal('band'), from: Type.Number(), to: Type.Number() }, closed),
  Type.Object({ aim: Type.Literal('cap'), most: Type.Number() }, closed),
  Type.Object({ aim: Type.Literal('growth'), points: Type.Number() }, closed),
  Type.Object({ aim: choice('milestones', 'binary', 'followed') }, closed),
]);

/** Where a value is to be when: along months, days or quarters from `start` to `due` (left out: the promise's own time), or through points. */
export const pathSchema = Type.Union([
  Type.Object({ shape: choice('months', 'days', 'quarters') }, closed),
  Type.Object({ shape: choice('months', 'days', 'quarters'), start: daySchema, due: daySchema }, closed),
  Type.Object(
    {
      shape: Type.Literal('points'),
      points: Type.Array(Type.Object({ on: daySchema, expected: Type.Number() }, closed), {
        minItems: 1,
        maxItems: 400,
      }),
    },
    closed,
  ),
]);

export const moneyStageSchema = choice('plan', 'assigned', 'contracted', 'paid', 'invested', 'received');
export const everySchema = choice('week', 'month', 'quarter', 'year');

/** An indicator as drafted; what is left out is completed as `indicatorOf` of the kit does. `baseDate` says of which day the base is. */
export const indicatorDraftSchema = Type.Object(
  {
    name: Type.String({ pattern: '^[a-z][A-Za-z0-9]{0,62}$' }),
    label: lineSchema(80),
    unit: Type.String({ maxLength: 20 }),
    decimals: Type.Optional(Type.Integer({ minimum: 0, maximum: 6 })),
    aim: Type.Optional(aimSchema),
    mode: Type.Optional(choice('cumulative', 'level')),
    path: Type.Optional(pathSchema),
    weight: Type.Optional(count),
    every: Type.Optional(Type.Union([everySchema, Type.Null()])),
    askedUnit: Type.Optional(uuidSchema),
    measure: Type.Optional(Type.Union([lineSchema(80), Type.Null()])),
    stage: Type.Optional(Type.Union([moneyStageSchema, Type.Null()])),
    baseDate: Type.Optional(daySchema),
  },
  closed,
);

/** A part of the work; those below it share its weight. */
export const taskDraftSchema = Type.Object(
  {
    kind: Type.Optional(choice('task', 'milestone')),
    title: lineSchema(200),
    unit: Type.Optional(uuidSchema),
    weight: Type.Optional(count),
    start: Type.Optional(daySchema),
    due: Type.Optional(daySchema),
  },
  closed,
);

/** `lead`, `assisting`: units under the district's orders; `asked`: those it can only ask (商请); `leader`: the post of the leader in charge. */
export const dutyDraftSchema = Type.Union([
  Type.Object(
    {
      part: choice('lead', 'assisting', 'asked'),
      unit: uuidSchema,
      since: Type.Optional(daySchema),
      reason: Type.Optional(lineSchema(400)),
    },
    closed,
  ),
  Type.Object(
    {
      part: Type.Literal('leader'),
      post: uuidSchema,
      since: Type.Optional(daySchema),
      reason: Type.Optional(lineSchema(400)),
    },
    closed,
  ),
]);

const placeSchema = Type.Object(
  {
    area: Type.Optional(Type.String({ maxLength: 40 })),
    longitude: Type.Optional(Type.Number({ minimum: -180, maximum: 180 })),
    latitude: Type.Optional(Type.Number({ minimum: -90, maximum: 90 })),
  },
  closed,
);

/** What may be said of a promise before it is issued; afterwards each change is a revision. */
const said = {
  title: lineSchema(200),
  deliverable: Type.Optional(lineSchema(2000)),
  measure: Type.Optional(lineSchema(400)),
  due: Type.Optional(daySchema),
  dueWords: Type.Optional(lineSchema(100)),
  firmness: Type.Optional(choice('binding', 'aimed', 'plain')),
  section: Type.Optional(lineSchema(200)),
  domain: Type.Optional(lineSchema(80)),
  weight: Type.Optional(count),
  place: Type.Optional(placeSchema),
  data: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
};

/** A promise to be made. What the report does not say is left out, never invented. */
export const promiseDraftSchema = Type.Object(
  {
    ...said,
    year: Type.Integer({ minimum: 2000, maximum: 2100 }),
    kind: lineSchema(40),
    /** The report its clauses are of. */
    report: Type.Optional(uuidSchema),
    clauses: Type.Optional(Type.Array(Type.Integer({ minimum: 0 }), { maxItems: 200 })),
    indicators: Type.Optional(Type.Array(indicatorDraftSchema, { maxItems: 40 })),
    tasks: Type.Optional(Type.Array(taskDraftSchema, { maxItems: 200 })),
    duties: Type.Optional(Type.Array(dutyDraftSchema, { maxItems: 60 })),
  },
  closed,
);

/** Changes before the issue. null takes away what was said; indicators and tasks come whole. */
export const promisePatchSchema = Type.Object(
  {
    title: Type.Optional(lineSchema(200)),
    deliverable: Type.Optional(Type.Union([lineSchema(2000), Type.Null()])),
    measure: Type.Optional(Type.Union([lineSchema(400), Type.Null()])),
    due: Type.Optional(Type.Union([daySchema, Type.Null()])),
    dueWords: Type.Optional(Type.Union([lineSchema(100), Type.Null()])),
    firmness: Type.Optional(choice('binding', 'aimed', 'plain')),
    section: Type.Optional(Type.Union([lineSchema(200), Type.Null()])),
    domain: Type.Optional(Type.Union([lineSchema(80), Type.Null()])),
    weight: Type.Optional(count),
    place: Type.Optional(placeSchema),
    data: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
    clauses: Type.Optional(Type.Array(Type.Integer({ minimum: 0 }), { maxItems: 200 })),
    indicators: Type.Optional(Type.Array(indicatorDraftSchema, { maxItems: 40 })),
    tasks: Type.Optional(Type.Array(taskDraftSchema, { maxItems: 200 })),
  },
  closed,
);

type Settled<T> = T extends readonly (infer One)[]
  ? readonly Settled<One>[]
  : T extends object
    ? { readonly [Key in keyof T]: Settled<T[Key]> }
    : T;

export type PromiseDraft = Settled<Static<typeof promiseDraftSchema>>;
export type PromisePatch = Settled<Static<typeof promisePatchSchema>>;
export type IndicatorDraft = Settled<Static<typeof indicatorDraftSchema>>;
export type TaskDraft = Settled<Static<typeof taskDraftSchema>>;
export type DutyDraft = Settled<Static<typeof dutyDraftSchema>>;
