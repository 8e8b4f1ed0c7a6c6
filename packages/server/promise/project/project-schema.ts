import { type Static, Type } from 'typebox';
import { choice, daySchema } from '../core/promise-draft.ts';
import { namedSchema, nullable } from './figure-schema.ts';
import { DATED_STAGES } from './project-facts.ts';

const words = Type.Object({ zh: Type.String(), en: Type.String() });
const amount = nullable(Type.Number());
const day = nullable(daySchema);

/** 万元 at each stage. There is no total over stages: they tell of the same money. */
export const moneySchema = Type.Object({
  plan: amount,
  assigned: amount,
  contracted: amount,
  paid: amount,
  invested: amount,
  received: amount,
});

const countedSchema = Type.Object({
  n: Type.Integer(),
  d: Type.Integer(),
  rate: amount,
  above: Type.Array(Type.String()),
  below: Type.Array(Type.String()),
});
const summedSchema = Type.Object({
  n: Type.Number(),
  d: Type.Number(),
  rate: amount,
  /** Share of what was planned of which the upper amount is known. */
  coverage: amount,
  of: Type.Array(Type.String()),
});

/** Rates in percent, each with the sets or sums it is made of. */
export const ratesSchema = Type.Object({
  invested: summedSchema,
  paid: summedSchema,
  started: countedSchema,
  inStatistics: countedSchema,
});

export const stageSchema = choice(...DATED_STAGES);

export const projectRowSchema = Type.Object({
  id: Type.String(),
  number: Type.String(),
  title: Type.String(),
  class: nullable(Type.String()),
  level: nullable(Type.String()),
  builder: nullable(Type.String()),
  content: nullable(Type.String()),
  totalInvestment: amount,
  state: Type.Object({ id: Type.String(), label: words }),
  lead: nullable(namedSchema),
  leader: nullable(Type.Object({ post: Type.String(), name: Type.String() })),
  due: day,
  light: nullable(Type.String()),
  official: Type.String(),
  evidence: Type.String(),
  schedule: Type.String(),
  disagrees: Type.Boolean(),
  added: Type.Boolean(),
  cancelled: Type.Boolean(),
  money: moneySchema,
  /** Of the year's plan, 0 to 1; the difference in points. */
  investedRate: amount,
  expectedRate: amount,
  deltaPoints: amount,
  investedAsOf: day,
  stages: Type.Array(
    Type.Object({
      stage: stageSchema,
      firstPlanned: day,
      planned: day,
      actual: day,
      late: Type.Boolean(),
      note: nullable(Type.String()),
    }),
  ),
  land: Type.Array(
    Type.Object({
      name: Type.String(),
      label: Type.String(),
      unit: Type.String(),
      decimals: Type.Integer(),
      value: amount,
      /** The declared whole it is a part of. */
      whole: amount,
      rate: amount,
      asOf: day,
    }),
  ),
  blockers: Type.Object({ open: Type.Integer(), overdue: Type.Integer() }),
  lastVisit: day,
  area: nullable(Type.String()),
  longitude: amount,
  latitude: amount,
  sparkline: Type.Array(amount),
  path: Type.Array(amount),
  version: Type.Integer(),
});

export const blockerSchema = Type.Object({
  id: Type.String(),
  promise: Type.String(),
  number: Type.String(),
  title: Type.String(),
  words: Type.String(),
  kind: Type.String(),
  unit: nullable(namedSchema),
  owner: nullable(Type.Object({ post: Type.String(), name: Type.String() })),
  due: daySchema,
  /** Days past due; negative before. Null once cleared. */
  late: nullable(Type.Integer()),
  raisedAt: Type.String(),
  raisedBy: Type.String(),
  clearedOn: day,
  outcome: nullable(Type.String()),
  /** The supervision item it opened. */
  raisedCase: nullable(Type.String()),
  version: Type.Integer(),
});

export const visitSchema = Type.Object({
  id: Type.String(),
  leader: Type.Object({ post: Type.String(), name: Type.String() }),
  visitedOn: daySchema,
  found: Type.String(),
  asked: nullable(Type.String()),
  enteredBy: Type.String(),
});

export const visitDueSchema = Type.Object({
  leader: Type.Object({ post: Type.String(), name: Type.String() }),
  main: Type.Boolean(),
  /** Null for a main leader, who goes and sees any of them. */
  promise: nullable(Type.Object({ id: Type.String(), number: Type.String(), title: Type.String() })),
  every: choice('week', 'month', 'quarter'),
  from: daySchema,
  until: daySchema,
  last: day,
  done: Type.Boolean(),
  missed: Type.Integer(),
});

export const groupSchema = Type.Object({
  key: Type.String(),
  label: words,
  count: Type.Integer(),
  money: moneySchema,
  rates: ratesSchema,
  started: Type.Integer(),
  completed: Type.Integer(),
  lights: Type.Record(Type.String(), Type.Integer()),
  blockers: Type.Integer(),
  projects: Type.Array(Type.String()),
});

export const projectTableSchema = Type.Object({
  year: Type.Integer(),
  asOf: daySchema,
  by: choice('class', 'level', 'leader', 'unit', 'state'),
  /** What payment is measured by. */
  projects: Type.Array(projectRowSchema),
  groups: Type.Array(groupSchema),
  whole: Type.Object({
    count: Type.Integer(),
    added: Type.Integer(),
    cancelled: Type.Integer(),
    money: moneySchema,
    all: ratesSchema,
    withoutAdded: ratesSchema,
    /** The share of the year's plan to be invested by now, by the projects' own paths. */
    expectedRate: amount,
  }),
  funnel: Type.Array(
    Type.Object({
      stage: Type.String(),
      label: words,
      count: Type.Integer(),
      planned: Type.Integer(),
      reached: Type.Integer(),
    }),
  ),
  blockers: Type.Array(blockerSchema),
  visits: Type.Array(visitDueSchema),
  /** What the reader may do. */
  may: Type.Array(Type.String()),
});

export type ProjectTable = Static<typeof projectTableSchema>;
export type ProjectRow = Static<typeof projectRowSchema>;
export type BlockerView = Static<typeof blockerSchema>;
export type VisitDueView = Static<typeof visitDueSchema>;
export type ProjectGroup = Static<typeof groupSchema>;
export type RatesView = Static<typeof ratesSchema>;
