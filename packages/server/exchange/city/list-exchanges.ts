import { Type } from 'typebox';
import type { CaseServices } from '../../case/index.ts';
import { defineOperation } from '../../ledger/index.ts';
import { type Exchange, selectExchanges } from './store.ts';
import { requireWholeDistrict } from './whole-district.ts';

const nullable = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) => Type.Union([schema, Type.Null()]);

const exchangeRow = Type.Object({
  id: Type.String(),
  direction: Type.String(),
  kind: Type.String(),
  cityNumber: nullable(Type.String()),
  case: nullable(Type.String()),
  status: Type.String(),
  attempts: Type.Integer(),
  error: nullable(Type.String()),
  at: Type.String({ description: 'ISO 8601, UTC' }),
  settledAt: nullable(Type.String()),
});

/** Every exchange with the city, newest first, of one number if asked. What was said stands on the case; here is what became of the message. */
export function listExchangesOperation(services: CaseServices) {
  return defineOperation({
    name: 'exchange.list',
    summary: { zh: '与市平台的往来记录', en: 'Exchanges with the city’s platform' },
    input: Type.Object(
      {
        number: Type.Optional(Type.String({ minLength: 1, maxLength: 40 })),
        limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
        before: Type.Optional(
          Type.Object({ at: Type.String({ format: 'date-time' }), id: Type.String({ format: 'uuid' }) }),
        ),
      },
      { additionalProperties: false },
    ),
    output: Type.Object({ items: Type.Array(exchangeRow) }),
    async run(ctx, { number, limit = 50, before }) {
      await requireWholeDistrict(ctx, services);
      const rows = await selectExchanges(ctx.tx, ctx.tenant, limit, {
        number,
        before: before && { at: new Date(before.at), id: before.id },
      });
      return { items: rows.map(rowOf) };
    },
  });
}

function rowOf(one: Exchange) {
  return {
    id: one.id,
    direction: one.direction,
    kind: one.kind,
    cityNumber: one.cityNumber,
    case: one.caseId,
    status: one.status,
    attempts: one.attempts,
    error: one.lastError,
    at: one.at.toISOString(),
    settledAt: one.settledAt?.toISOString() ?? null,
  };
}
