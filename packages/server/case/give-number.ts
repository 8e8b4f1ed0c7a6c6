import { localDateOf } from '@huying/kit/calendar';
import type { CaseType, Decision, Value } from '@huying/kit/case';
import { type Ctx, takeInTurn } from '../ledger/index.ts';
import type { CaseServices } from './case-services.ts';
import type { World } from './world.ts';

/**
 * The decision with the official number that its action gives, in the case and in the row of its ledger. Taken in the transaction of the step: a
 * step that is rolled back gives its number back, so that the series has no gaps.
 */
export async function withNumber(
  ctx: Ctx,
  services: CaseServices,
  world: World,
  type: CaseType,
  decision: Decision,
): Promise<Decision> {
  const { record, step } = decision;
  const numbers = type.actions[step.action]?.numbers;
  if (numbers === undefined) return decision;
  const value = String(record.data[numbers.by] ?? '');
  const usual = services.product.parameters.find(({ name }) => name === numbers.series)?.default as Value | undefined;
  const series = entryOf(world.parameter(numbers.series), value) ?? entryOf(usual, value) ?? value;
  const patterns = world.parameter(numbers.pattern);
  const own = entryOf(patterns, series);
  const pattern = own ?? entryOf(patterns, '*') ?? '〔{year}〕{n}号';
  const year = localDateOf(world.calendar, ctx.now).slice(0, 4);
  // Series that share the pattern of the rest share its numbers: no two documents bear the same.
  const n = await takeInTurn(ctx, `${type.id}/${numbers.field}/${own === null ? '*' : series}`, `${year}-01-01`);
  const given = { [numbers.field]: pattern.replaceAll('{year}', year).replaceAll('{n}', String(n)) };
  return {
    record: { ...record, data: { ...record.data, ...given } },
    step: { ...step, asked: { ...step.asked, ...given } },
  };
}

function entryOf(table: Value | undefined, key: string): string | null {
  if (table === null || typeof table !== 'object' || Array.isArray(table) || !Object.hasOwn(table, key)) return null;
  const text = (table as { readonly [key: string]: Value })[key];
  return typeof text === 'string' && text !== '' ? text : null;
}
