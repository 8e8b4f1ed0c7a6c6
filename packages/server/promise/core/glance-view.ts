import { type Static, Type } from 'typebox';
import { choice, daySchema } from './promise-draft.ts';
import { figure, promiseRowSchema, words } from './promise-view.ts';

const tallySchema = Type.Record(Type.String(), Type.Integer());

/** The year at a glance: every promise, and how many of each group stand at which light; `none` counts those without data. */
export const glanceSchema = Type.Object({
  year: Type.Integer(),
  asOf: daySchema,
  total: Type.Integer(),
  /** Weighted progress of all live promises with data, each counted at most as done, and how much of the weight has data. */
  rate: figure,
  expected: figure,
  coverage: figure,
  lights: tallySchema,
  disagreeing: Type.Integer(),
  groups: Type.Array(
    Type.Object({
      by: choice('kind', 'section', 'unit', 'leader', 'schedule', 'official'),
      id: Type.String(),
      name: words,
      total: Type.Integer(),
      lights: tallySchema,
      rate: figure,
      coverage: figure,
    }),
  ),
  promises: Type.Array(promiseRowSchema),
});

export type PromiseGlance = Static<typeof glanceSchema>;
