import { type Static, Type } from 'typebox';

const words = Type.Object({ zh: Type.String(), en: Type.String() });
const nullable = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) => Type.Union([schema, Type.Null()]);
const when = Type.String({ description: 'ISO 8601, UTC' });
const coded = Type.Object({ code: Type.String(), label: words });

/** A clock as a page shows it: its light, its due time, and one sentence that says why. */
export const clockView = Type.Object({
  name: Type.String(),
  label: words,
  light: Type.String({ description: 'green | yellow | red | paused | done | late' }),
  due: nullable(when),
  provisional: Type.Boolean(),
  /** The first promise, where another stands beside it now. */
  promised: nullable(when),
  citizens: Type.Boolean({ description: 'This clock is the promise given to the citizen.' }),
  sentence: words,
});

const fieldView = Type.Object({
  name: Type.String(),
  label: words,
  kind: Type.String(),
  value: Type.Unknown(),
  /** The value as words: the name of a code, a unit, a person. */
  shown: nullable(words),
  masked: Type.Boolean(),
});

/** An action offered: allowed, or barred with the reason the refusal would give. */
export const actionView = Type.Object({
  name: Type.String(),
  label: words,
  allowed: Type.Boolean(),
  reason: nullable(words),
  primary: Type.Boolean(),
  asks: Type.Array(
    Type.Object({ name: Type.String(), label: words, field: Type.Unknown(), options: Type.Array(coded) }),
  ),
  suggested: Type.Record(Type.String(), Type.Unknown()),
  /** Why it is suggested: the rule of the duty list. */
  because: nullable(Type.String()),
});

const timelineView = Type.Object({
  seq: Type.Integer(),
  at: when,
  actor: nullable(Type.String()),
  unit: nullable(words),
  what: Type.String(),
  label: words,
  texts: Type.Array(Type.Object({ label: words, text: words })),
  files: Type.Array(Type.String()),
  visibility: Type.String(),
});

export const caseViewSchema = Type.Object({
  id: Type.String(),
  number: Type.String(),
  type: Type.Object({ id: Type.String(), label: words }),
  definition: Type.String(),
  version: Type.Integer(),
  title: Type.String(),
  state: Type.Object({ id: Type.String(), label: words }),
  result: nullable(Type.Object({ id: Type.String(), label: words })),
  round: Type.Integer(),
  openedAt: when,
  closedAt: nullable(when),
  heldUntil: nullable(when),
  unit: nullable(Type.Object({ id: Type.String(), name: words })),
  handler: nullable(Type.Object({ post: Type.String(), name: Type.String() })),
  owner: nullable(words),
  place: nullable(
    Type.Object({
      address: Type.String(),
      areas: Type.Array(coded),
      longitude: nullable(Type.Number()),
      latitude: nullable(Type.Number()),
      /** Streets within the border distance, where the dispatcher is asked. */
      bordering: Type.Array(coded),
    }),
  ),
  light: Type.String(),
  due: nullable(when),
  fields: Type.Array(fieldView),
  clocks: Type.Array(clockView),
  actions: Type.Array(actionView),
  requests: Type.Array(
    Type.Object({
      name: Type.String(),
      label: words,
      at: when,
      by: nullable(Type.String()),
      texts: Type.Array(Type.Object({ label: words, text: words })),
    }),
  ),
  parts: Type.Array(
    Type.Object({
      id: Type.String(),
      unit: words,
      mandatory: Type.Boolean(),
      question: Type.String(),
      askedAt: when,
      answeredAt: nullable(when),
      answer: nullable(Type.String()),
      waived: Type.Boolean(),
    }),
  ),
  /** What it has to do with: a case, a promise, a candidate; but for those merged into it, which are counted. */
  links: Type.Array(Type.Object({ kind: Type.String(), of: Type.String(), id: Type.String(), to: Type.String() })),
  followers: Type.Integer({ description: 'cases that were merged into it' }),
  timeline: Type.Array(timelineView),
});

export type CaseView = Static<typeof caseViewSchema>;
export type ClockView = Static<typeof clockView>;
export type ActionView = Static<typeof actionView>;
export type TimelineView = Static<typeof timelineView>;

export const caseRowSchema = Type.Object({
  id: Type.String(),
  number: Type.String(),
  type: Type.String(),
  title: Type.String(),
  state: Type.Object({ id: Type.String(), label: words }),
  matter: nullable(words),
  kind: nullable(Type.String()),
  urgency: nullable(Type.String()),
  unit: nullable(words),
  handler: nullable(Type.String()),
  area: nullable(words),
  openedAt: when,
  closedAt: nullable(when),
  due: nullable(when),
  /** Due time of the step it waits for; in "my work", of the reader's own. */
  stepDue: nullable(when),
  light: Type.String(),
  round: Type.Integer(),
  urged: Type.Integer(),
  version: Type.Integer(),
});

export type CaseRow = Static<typeof caseRowSchema>;

/** How the words of a search were understood, how far was looked, and what was found in each case. */
export const searchAnswerSchema = Type.Object({
  looked: Type.Array(Type.String({ description: 'number | phone | words | sound' })),
  /** What was looked at was opened from then on; null: everything was. */
  since: nullable(when),
  /** Why no further: the words are common, or very many cases had to be looked at. */
  because: nullable(Type.Union([Type.Literal('common'), Type.Literal('many')])),
  behind: Type.Boolean({ description: 'Much came in at once: some of it is found a little later.' }),
  hint: nullable(
    Type.Union([Type.Literal('nothing'), Type.Literal('phone')], {
      description:
        'nothing: no letter and no digit to look for; phone: a whole telephone number is not searched, its last four digits are',
    }),
  ),
  /** By case: what was found in it, and the words around it where the title has none of it. */
  hits: Type.Record(Type.String(), Type.Object({ marks: Type.Array(Type.String()), around: nullable(Type.String()) })),
});
export type SearchAnswer = Static<typeof searchAnswerSchema>;
