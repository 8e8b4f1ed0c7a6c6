import { type Static, type TSchema, Type } from 'typebox';
import { choice, daySchema } from './promise-draft.ts';

export const words = Type.Object({ zh: Type.String(), en: Type.String() });
export const nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
export const text = nullable(Type.String());
export const figure = nullable(Type.Number());
const day = nullable(daySchema);
const when = Type.String({ description: 'ISO 8601, UTC' });
const named = Type.Object({ id: Type.String(), name: words });
const stage = Type.Object({ id: Type.String(), label: words });
const id = nullable(Type.String());

export const officialSchema = choice('not-started', 'under-way', 'basically-done', 'done', 'not-done', 'cancelled');
export const evidenceStateSchema = choice('none', 'part', 'full');
export const scheduleStateSchema = choice('early', 'on-time', 'late', 'late-and-done', 'not-due');
export const sourceSchema = choice('self', 'system', 'verified');
export const standingSchema = choice('provisional', 'final');

const rowProperties = {
  id: Type.String(),
  number: Type.String(),
  year: Type.Integer(),
  kind: stage,
  state: stage,
  title: Type.String(),
  section: text,
  domain: text,
  lead: nullable(named),
  leader: nullable(Type.Object({ post: Type.String(), name: Type.String() })),
  due: day,
  issuedOn: day,
  official: officialSchema,
  /** What the unit says in the words of its kind; 待核实 where it says done and the evidence does not. */
  saying: words,
  evidence: evidenceStateSchema,
  schedule: scheduleStateSchema,
  /** `followed` where nothing is aimed at; null where there is no data, and for readers to whom lights are not shown. */
  light: text,
  rate: figure,
  expected: figure,
  /** Of a growth target, which has no rate: growth less its aim, in points. */
  growthPoints: figure,
  /** Of bounds, which have no rate either: whether they are kept. */
  met: nullable(Type.Boolean()),
  disagrees: Type.Boolean(),
  published: Type.Boolean(),
  /** Share done at the end of each month of the year, up to now; null where nothing is known. */
  sparkline: Type.Array(figure),
  /** Share that was to be done at the end of each month. */
  path: Type.Array(figure),
  area: text,
  longitude: figure,
  latitude: figure,
  weight: Type.Number(),
  version: Type.Integer(),
};

/** One promise among many. */
export const promiseRowSchema = Type.Object(rowProperties);

export const clauseViewSchema = Type.Object({
  report: Type.String(),
  year: Type.Integer(),
  no: Type.Integer(),
  page: nullable(Type.Integer()),
  paragraph: Type.Integer(),
  section: text,
  words: Type.String(),
  /** Of its paragraph: the sentences around it. */
  before: Type.String(),
  after: Type.String(),
  hash: Type.String(),
});

export const dutyViewSchema = Type.Object({
  id: Type.String(),
  part: choice('lead', 'assisting', 'asked', 'leader'),
  unit: nullable(named),
  post: nullable(Type.Object({ id: Type.String(), name: Type.String() })),
  since: daySchema,
  /** The first day it no longer holds. */
  until: day,
  reason: text,
  setBy: Type.String(),
});

export const observationViewSchema = Type.Object({
  id: Type.String(),
  value: Type.Number(),
  growth: figure,
  asOf: daySchema,
  source: sourceSchema,
  standing: standingSchema,
  basis: text,
  corrects: id,
  reason: text,
  enteredBy: Type.String(),
  at: when,
});

export const standingViewSchema = Type.Object({
  value: figure,
  p: figure,
  e: figure,
  deltaPoints: figure,
  ratio: figure,
  met: nullable(Type.Boolean()),
  margin: figure,
  forecast: figure,
  source: nullable(sourceSchema),
});

export const indicatorViewSchema = Type.Object({
  name: Type.String(),
  label: Type.String(),
  unit: Type.String(),
  decimals: Type.Integer(),
  aim: choice('up', 'down', 'band', 'cap', 'growth', 'milestones', 'binary', 'followed'),
  mode: choice('cumulative', 'level'),
  /** In force on the day read; `original` as first set, where a revision changed it. */
  target: figure,
  original: figure,
  upper: figure,
  base: figure,
  weight: Type.Number(),
  every: nullable(choice('week', 'month', 'quarter', 'year')),
  measure: text,
  stage: text,
  askedUnit: nullable(named),
  standing: standingViewSchema,
  /** What was to be reached by when, in the indicator's own unit. */
  path: Type.Array(Type.Object({ on: daySchema, expected: Type.Number() })),
  observations: Type.Array(observationViewSchema),
});

export const taskViewSchema = Type.Object({
  id: Type.String(),
  parent: id,
  kind: choice('task', 'milestone'),
  title: Type.String(),
  unit: nullable(named),
  weight: Type.Number(),
  start: day,
  due: day,
  firstDue: day,
  state: choice('open', 'reported', 'done', 'cancelled'),
  doneOn: day,
  version: Type.Integer(),
});

export const siteViewSchema = Type.Object({
  id: Type.String(),
  no: Type.Integer(),
  name: Type.String(),
  address: text,
  longitude: figure,
  latitude: figure,
  unit: nullable(named),
  state: choice('planned', 'under-way', 'completed', 'verified', 'cancelled'),
  due: day,
  completedOn: day,
  verifiedOn: day,
  work: text,
});

export const evidenceViewSchema = Type.Object({
  id: Type.String(),
  kind: choice('photo', 'document', 'record', 'case', 'data'),
  task: id,
  site: id,
  indicator: text,
  observation: id,
  verification: id,
  file: id,
  hash: text,
  words: text,
  longitude: figure,
  latitude: figure,
  takenAt: nullable(when),
  covers: figure,
  enteredBy: Type.String(),
  at: when,
});

export const verificationViewSchema = Type.Object({
  id: Type.String(),
  task: id,
  site: id,
  indicator: text,
  observation: id,
  method: choice('desk', 'site', 'call-back', 'data'),
  result: choice('true', 'partly', 'false'),
  value: figure,
  words: text,
  verifiedBy: Type.String(),
  at: when,
});

export const revisionViewSchema = Type.Object({
  id: Type.String(),
  what: Type.String(),
  label: words,
  old: Type.Unknown(),
  new: Type.Unknown(),
  reason: Type.String(),
  state: choice('asked', 'approved', 'refused'),
  /** Of a project that the congress chose: its standing committee allows it, or allowed it. */
  congress: Type.Boolean(),
  authority: text,
  meeting: text,
  document: text,
  effectiveFrom: day,
  askedBy: Type.String(),
  askedAt: when,
  decidedBy: text,
  decidedAt: nullable(when),
});

export const objectionViewSchema = Type.Object({
  id: Type.String(),
  /** Who objects, masked; null where nobody gave a name. */
  who: text,
  words: Type.String(),
  raisedAt: when,
  due: daySchema,
  answer: text,
  answeredBy: text,
  answeredAt: nullable(when),
});

export const blockerViewSchema = Type.Object({
  id: Type.String(),
  words: Type.String(),
  kind: Type.String(),
  unit: nullable(named),
  /** The person who clears it. */
  owner: text,
  due: daySchema,
  raisedAt: when,
  clearedOn: day,
  outcome: text,
});

export const visitViewSchema = Type.Object({
  id: Type.String(),
  leaderName: Type.String(),
  visitedOn: daySchema,
  found: Type.String(),
  asked: text,
});

export const evaluationViewSchema = Type.Object({
  id: Type.String(),
  site: id,
  byWhom: choice('deputies', 'users'),
  counts: Type.Record(Type.String(), Type.Number()),
  grade: text,
  heldOn: daySchema,
  document: text,
});

/** A step of the promise's course, offered or barred with the reason the refusal would give. */
export const promiseActionSchema = Type.Object({
  step: Type.String(),
  label: words,
  allowed: Type.Boolean(),
  reason: nullable(words),
  asks: Type.Array(
    Type.Object({ name: Type.String(), label: words, field: Type.Unknown(), options: Type.Array(Type.Unknown()) }),
  ),
});

export const promiseEventSchema = Type.Object({
  seq: Type.Integer(),
  at: when,
  actor: text,
  unit: nullable(words),
  what: Type.String(),
  label: words,
  texts: Type.Array(Type.Object({ label: words, text: words })),
  visibility: Type.String(),
});

export const linkViewSchema = Type.Object({
  kind: Type.String(),
  direction: choice('from', 'to'),
  subject: Type.Object({ kind: Type.String(), id: Type.String() }),
  number: text,
  title: text,
  at: when,
});

/** A contradiction between the statuses, in words. */
export const disagreementSchema = Type.Object({ id: Type.String(), words });

export const promiseViewSchema = Type.Object({
  ...rowProperties,
  asOf: daySchema,
  deliverable: text,
  measure: text,
  dueWords: text,
  /** What was first promised, where a revision changed it. */
  original: Type.Object({ due: day, deliverable: text, measure: text, title: text }),
  firmness: choice('binding', 'aimed', 'plain'),
  missing: Type.Array(Type.String()),
  data: Type.Record(Type.String(), Type.Unknown()),
  /** The fields of `data` as their kind declares them, in words. */
  facts: Type.Array(Type.Object({ name: Type.String(), label: words, value: Type.Unknown(), shown: nullable(words) })),
  clauses: Type.Array(clauseViewSchema),
  duties: Type.Array(dutyViewSchema),
  indicators: Type.Array(indicatorViewSchema),
  tasks: Type.Array(taskViewSchema),
  sites: Type.Array(siteViewSchema),
  evidenceItems: Type.Array(evidenceViewSchema),
  verifications: Type.Array(verificationViewSchema),
  revisions: Type.Array(revisionViewSchema),
  objections: Type.Array(objectionViewSchema),
  blockers: Type.Array(blockerViewSchema),
  visits: Type.Array(visitViewSchema),
  evaluations: Type.Array(evaluationViewSchema),
  coverage: figure,
  lightWords: nullable(words),
  lightRule: text,
  /** The rule set by id and in words, and what the rule was given: why it is this colour. */
  lightSet: text,
  lightSetWords: nullable(words),
  lightInputs: Type.Record(Type.String(), Type.Unknown()),
  disagreements: Type.Array(disagreementSchema),
  actions: Type.Array(promiseActionSchema),
  /** What else the reader may do: 'change', 'duties', 'observe', 'evidence', 'verify', 'revise', 'decide', 'object', 'answer', 'publish' … */
  may: Type.Array(Type.String()),
  timeline: Type.Array(promiseEventSchema),
  links: Type.Array(linkViewSchema),
});

/** What an operation on a promise answers. */
export const promiseReceiptSchema = Type.Object({
  id: Type.String(),
  number: Type.String(),
  version: Type.Integer(),
  state: Type.String(),
});

export type PromiseRow = Static<typeof promiseRowSchema>;
export type PromiseView = Static<typeof promiseViewSchema>;
export type PromiseReceipt = Static<typeof promiseReceiptSchema>;
export type IndicatorView = Static<typeof indicatorViewSchema>;
export type TaskView = Static<typeof taskViewSchema>;
export type RevisionView = Static<typeof revisionViewSchema>;
export type DutyView = Static<typeof dutyViewSchema>;
export type PromiseAction = Static<typeof promiseActionSchema>;
