import { Type } from 'typebox';
import { type CaseServices, worldOf } from '../case/index.ts';
import { defineOperation } from '../ledger/index.ts';
import { measureDefinitions } from './definitions.ts';
import { readMeasures } from './reading.ts';
import { definitionSchema, measureRowSchema, readingSchema, rowsRequestSchema, rowsSchema } from './reading-schema.ts';
import { rowsBehind } from './rows-behind.ts';
import { scopeOf } from './scope.ts';

/** What can be asked of numbers; HTTP, boards and tests call these. */
export function measureOperations(services: CaseServices) {
  return {
    definitions: defineOperation({
      name: 'measure.definitions',
      summary: { zh: '统计口径', en: 'Definitions of the measures' },
      input: Type.Object({}, { additionalProperties: false }),
      output: Type.Array(definitionSchema),
      async run(ctx) {
        scopeOf(await worldOf(ctx, services), ctx.actor.kind === 'system');
        return [...measureDefinitions(services.product)];
      },
    }),
    values: defineOperation({
      name: 'measure.values',
      summary: { zh: '统计数字', en: 'Read measures' },
      input: readingSchema,
      output: Type.Array(measureRowSchema),
      run: async (ctx, input) => [...(await readMeasures(ctx, services, input))],
    }),
    rows: defineOperation({
      name: 'measure.rows',
      summary: { zh: '数字背后的工单', en: 'The cases behind a number' },
      input: rowsRequestSchema,
      output: rowsSchema,
      run: (ctx, input) => rowsBehind(ctx, services, input),
    }),
  };
}

export type MeasureOperations = ReturnType<typeof measureOperations>;
