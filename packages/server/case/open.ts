import { localDateOf } from '@huying/kit/calendar';
import { intakeFields, openCase } from '@huying/kit/case';
import { Type } from 'typebox';
import { defineOperation } from '../ledger/index.ts';
import { type CaseServices, currentDefinition } from './case-services.ts';
import { checkedValues } from './checked-values.ts';
import { keep } from './keep.ts';
import { type Receipt, receiptOf, receiptSchema } from './receipt.ts';
import { requireOpener } from './require-opener.ts';
import { caseByExternal, findCase, lockExternal } from './store.ts';
import { worldOf } from './world.ts';

/** No control characters: another platform's number is kept as it came. */
const PRINTED = '^[^\\u0000-\\u001f]*$';

/** Opens a case of a type. With `external` a number of another platform opens one case only, however often it comes. */
export function openOperation(services: CaseServices) {
  return defineOperation({
    name: 'case.open',
    summary: { zh: '登记工单', en: 'Open a case' },
    input: Type.Object(
      {
        type: Type.String({ minLength: 1, maxLength: 40 }),
        fields: Type.Record(Type.String(), Type.Unknown()),
        external: Type.Optional(
          Type.Object({
            source: Type.String({ minLength: 1, maxLength: 40, pattern: PRINTED }),
            number: Type.String({ minLength: 1, maxLength: 80, pattern: PRINTED }),
          }),
        ),
      },
      { additionalProperties: false },
    ),
    output: receiptSchema,
    touches: ({ external }) => (external === undefined ? [] : [JSON.stringify([external.source, external.number])]),
    async run(ctx, input): Promise<Receipt> {
      const world = await worldOf(ctx, services);
      const { definition, hash } = currentDefinition(services, input.type);
      requireOpener(ctx, world, definition.type);
      if (input.external !== undefined) {
        const { source, number } = input.external;
        await lockExternal(ctx.tx, ctx.tenant, source, number);
        const known = await caseByExternal(ctx.tx, ctx.tenant, source, number);
        const before = known === undefined ? undefined : await findCase(ctx.tx, ctx.tenant, known);
        if (before !== undefined) return receiptOf(before);
      }
      const given = checkedValues(intakeFields(definition.type), input.fields, definition.type.name, world);
      const number = await ctx.number(definition.type.numberPrefix, localDateOf(world.calendar, ctx.now));
      const decision = openCase(definition.type, { number, definition: hash }, given, world.context);
      return receiptOf(await keep(ctx, services, world, definition, null, decision, input.external ?? null));
    },
  });
}
