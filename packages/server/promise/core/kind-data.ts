import { HuyingError } from '@huying/kit/error';
import { checkValues, type Fields, storedValues } from '@huying/kit/field';
import type { PromiseKind } from '@huying/kit/promise';

/**
 * What a kind keeps of a promise beyond the usual, checked against its declared fields; what it declares no field for is refused.
 * Before the issue something may still be missing. @throws promise.data with every place that is wrong
 */
export function kindData(
  kind: Pick<PromiseKind, 'name' | 'data'>,
  given: Readonly<Record<string, unknown>>,
  before: Readonly<Record<string, unknown>> = {},
): Readonly<Record<string, unknown>> {
  const fields = kind.data ?? {};
  return { ...before, ...checkedAs(optional(fields), given, kind.name) };
}

/** Answers given with a step, in stored form. @throws promise.data */
export function checkedAs(fields: Fields, given: unknown, what: string): Readonly<Record<string, unknown>> {
  const stored = storedValues(fields, given);
  const problems = checkValues(fields, stored);
  if (problems.length > 0) throw new HuyingError('promise.data', { what, count: problems.length }, problems);
  return stored as Readonly<Record<string, unknown>>;
}

function optional(fields: Fields): Fields {
  return Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [name, { ...field, presence: 'optional' as const }]),
  );
}
