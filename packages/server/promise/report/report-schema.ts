import { type Static, type TSchema, Type } from 'typebox';
import { choice, closed, daySchema, lineSchema, uuidSchema } from '../core/promise-draft.ts';

const nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
const text = nullable(Type.String());
const day = nullable(daySchema);
const count = Type.Integer({ minimum: 0 });
const words = Type.Object({ zh: Type.String(), en: Type.String() });
export const namedSchema = Type.Object({ id: Type.String(), name: words });
export const noSchema = Type.Integer({ minimum: 1, maximum: 100_000 });
export const reasonSchema = Type.String({ minLength: 2, maxLength: 400, pattern: '\\S' });

export const reportStateSchema = choice('reading', 'reviewing', 'reviewed', 'replaced');
export const decisionSchema = choice('open', 'accepted', 'corrected', 'split', 'merged', 'dismissed');
export const firmnessSchema = choice('binding', 'aimed', 'plain');

/** A number as the words give it; what it becomes of it as an indicator's aim, see `aimOf`. */
export const indicatorSchema = Type.Object(
  {
    label: lineSchema(80),
    value: Type.Number(),
    upper: nullable(Type.Number()),
    stretch: nullable(Type.Number()),
    unit: Type.String({ maxLength: 20 }),
    comparator: choice('=', '>=', '<=', '~', 'range'),
    kind: choice('growth', 'share', 'cumulative', 'new', 'level'),
    direction: nullable(Type.Union([Type.Literal(1), Type.Literal(-1)])),
    quote: Type.String({ maxLength: 2000 }),
  },
  closed,
);

export const taskPartSchema = Type.Object({ title: lineSchema(200), due: day }, closed);

/** What a reviewer may say of an item otherwise than the reader. Left out: as proposed. */
export const correctionSchema = Type.Object(
  {
    kind: Type.Optional(lineSchema(40)),
    title: Type.Optional(lineSchema(200)),
    deliverable: Type.Optional(nullable(lineSchema(2000))),
    measure: Type.Optional(nullable(lineSchema(400))),
    due: Type.Optional(day),
    dueWords: Type.Optional(nullable(lineSchema(100))),
    firmness: Type.Optional(firmnessSchema),
    section: Type.Optional(nullable(lineSchema(200))),
    domain: Type.Optional(nullable(lineSchema(80))),
    indicators: Type.Optional(Type.Array(indicatorSchema, { maxItems: 40 })),
    tasks: Type.Optional(Type.Array(taskPartSchema, { maxItems: 100 })),
  },
  closed,
);

/** Who answers: lead, assisting, leader in charge. Units outside the district's orders are asked, by its parameter. */
export const assignmentSchema = Type.Object(
  {
    lead: Type.Optional(nullable(uuidSchema)),
    assisting: Type.Optional(Type.Array(uuidSchema, { maxItems: 30 })),
    leader: Type.Optional(nullable(uuidSchema)),
  },
  closed,
);

const suggestionSchema = Type.Object({
  unit: Type.String(),
  name: words,
  because: choice('words', 'duty'),
  /** The words of the report, or the basis in the duty list. */
  basis: Type.String(),
});

export const proposedSchema = Type.Object({
  kind: Type.String(),
  title: Type.String(),
  deliverable: text,
  measure: text,
  due: day,
  dueWords: text,
  firmness: firmnessSchema,
  section: text,
  domain: text,
  indicators: Type.Array(indicatorSchema),
  tasks: Type.Array(taskPartSchema),
  responsible: text,
  suggested: nullable(suggestionSchema),
  alsoSuggested: Type.Array(suggestionSchema),
});

export const itemSchema = Type.Object({
  no: noSchema,
  clauses: Type.Array(Type.Integer()),
  kind: Type.String(),
  proposed: proposedSchema,
  missing: Type.Array(choice('measure', 'value', 'due', 'owner')),
  doubt: text,
  origins: Type.Array(Type.Integer()),
  decision: decisionSchema,
  reason: text,
  promise: nullable(
    Type.Object({
      id: Type.String(),
      number: Type.String(),
      title: Type.String(),
      due: day,
      issued: Type.Boolean(),
      lead: nullable(namedSchema),
      assisting: Type.Array(namedSchema),
      leader: nullable(Type.Object({ post: Type.String(), name: Type.String() })),
    }),
  ),
  /** The livelihood project it is, where it was tied to one. */
  project: nullable(Type.Object({ id: Type.String(), title: Type.String(), state: Type.String() })),
  version: Type.Integer(),
  decidedBy: text,
  decidedAt: text,
});

export const progressSchema = Type.Object({
  total: count,
  open: count,
  accepted: count,
  corrected: count,
  split: count,
  merged: count,
  dismissed: count,
});

const rowProperties = {
  id: Type.String(),
  year: Type.Integer(),
  edition: Type.Integer(),
  title: Type.String(),
  place: text,
  state: reportStateSchema,
  replaces: text,
  clauses: count,
  progress: progressSchema,
  plan: nullable(Type.Object({ id: Type.String(), edition: Type.Integer(), state: Type.String(), document: text })),
  uploadedBy: Type.String(),
  uploadedAt: Type.String(),
  version: Type.Integer(),
};

export const reportRowSchema = Type.Object(rowProperties);

export const reportListSchema = Type.Object({
  items: Type.Array(reportRowSchema),
  /** Whether the reader may upload and review. */
  edits: Type.Boolean(),
});

export const clauseSchema = Type.Object({
  no: Type.Integer(),
  page: nullable(Type.Integer()),
  paragraph: Type.Integer(),
  section: text,
  start: Type.Integer(),
  stop: Type.Integer(),
  words: Type.String(),
  hash: Type.String(),
});

export const reportViewSchema = Type.Object({
  ...rowProperties,
  hash: Type.String(),
  reader: Type.String(),
  file: text,
  /** The report as given; clauses point into it by code points. */
  text: Type.String(),
  sentences: Type.Array(clauseSchema),
  headings: Type.Array(
    Type.Object({
      title: Type.String(),
      level: Type.Integer(),
      role: Type.String(),
      start: Type.Integer(),
      end: Type.Integer(),
    }),
  ),
  findings: Type.Array(
    Type.Object({
      code: Type.String(),
      start: Type.Integer(),
      end: Type.Integer(),
      params: Type.Record(Type.String(), Type.Unknown()),
    }),
  ),
  kinds: Type.Array(Type.Object({ id: Type.String(), name: words })),
  leaders: Type.Array(Type.Object({ post: Type.String(), name: Type.String() })),
  edits: Type.Boolean(),
});

export const itemListSchema = Type.Object({
  items: Type.Array(itemSchema),
  progress: progressSchema,
  state: reportStateSchema,
});

/** What a decision answers: the item as it is now, what came of it, and how far the review is. */
export const decidedSchema = Type.Object({
  item: itemSchema,
  made: Type.Array(itemSchema),
  progress: progressSchema,
  state: reportStateSchema,
});

export type Correction = Static<typeof correctionSchema>;
export type Assignment = Static<typeof assignmentSchema>;
export type ProposedView = Static<typeof proposedSchema>;
export type ItemView = Static<typeof itemSchema>;
export type Suggestion = Static<typeof suggestionSchema>;
export type Progress = Static<typeof progressSchema>;
export type ReportRow = Static<typeof reportRowSchema>;
export type ReportView = Static<typeof reportViewSchema>;
export type Decided = Static<typeof decidedSchema>;
