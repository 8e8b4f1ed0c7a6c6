import { HuyingError } from '@huying/kit/error';
import Type from 'typebox';
import { append, defineOperation } from '../ledger/index.ts';
import { requireRole } from '../org/index.ts';
import { declarationOf, type ParameterCatalogue } from './parameter-catalogue.ts';
import { changeParameters, parametersOf } from './parameters.ts';
import { insertValue } from './store.ts';
import { subjectOf } from './subject.ts';
import { valueFault } from './value-fault.ts';

/**
 * Sets a parameter from an instant on, now at the earliest: what was done under the old value stands. Setting one again for the same instant corrects it;
 * both stay in the history.
 */
export function setParameterOperation(catalogue: ParameterCatalogue) {
  return defineOperation({
    name: 'parameter.set',
    summary: { zh: '设置参数', en: 'Set a parameter' },
    input: Type.Object(
      {
        name: Type.String({ minLength: 1, maxLength: 80 }),
        value: Type.Unknown(),
        effectiveFrom: Type.Optional(Type.Integer({ minimum: 0, maximum: 253_402_300_799_999 })),
        reason: Type.String({ minLength: 2, maxLength: 500, pattern: '^[^\\u0000]*[^\\s\\u0000][^\\u0000]*$' }),
      },
      { additionalProperties: false },
    ),
    output: Type.Object({ name: Type.String(), effectiveFrom: Type.Integer() }),
    async run(ctx, input) {
      const declaration = declarationOf(catalogue, input.name);
      await requireRole(ctx, declaration.editableBy);
      const fault = valueFault(declaration, input.value);
      if (fault !== undefined) throw new HuyingError('parameter.invalid', { name: declaration.name, ...fault });
      const effectiveFrom = input.effectiveFrom ?? ctx.now;
      if (effectiveFrom < ctx.now)
        throw new HuyingError('parameter.past', { date: new Date(effectiveFrom).toISOString() });
      await changeParameters(ctx);
      const view = await parametersOf(ctx, catalogue);
      const before = view.at(declaration.name, effectiveFrom);
      await insertValue(ctx.tx, ctx.tenant, {
        name: declaration.name,
        seq: view.history(declaration.name).length + 1,
        effectiveFrom,
        value: input.value,
        setBy: ctx.actor.name,
        account: ctx.actor.account,
        reason: input.reason,
        setAt: ctx.now,
      });
      const body = { name: declaration.name, before, after: input.value, effectiveFrom, reason: input.reason };
      append(ctx, {
        subject: subjectOf(declaration.name),
        kind: 'parameter',
        what: 'set',
        visibility: 'internal',
        body,
      });
      return { name: declaration.name, effectiveFrom };
    },
  });
}
