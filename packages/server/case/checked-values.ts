import type { Value, Values } from '@huying/kit/case';
import { HuyingError, type Problem } from '@huying/kit/error';
import { checkValues, type Field, type Fields, type PlaceValue, storedValues } from '@huying/kit/field';
import type { World } from './world.ts';

/**
 * What came from outside, in its stored form: texts normalised, empty answers dropped, a place's cell found from its
 * point. Codes, units, posts and parents are checked to exist. Throws `case.asked` with every place that is wrong.
 */
export function checkedValues(fields: Fields, raw: unknown, what: string, world: World): Values {
  const stored = storedValues(fields, raw);
  const problems = [...checkValues(fields, stored)];
  if (problems.length === 0) problems.push(...unknownCodes(fields, stored as Values, world));
  if (problems.length > 0) throw new HuyingError('case.asked', { action: what, count: problems.length }, problems);
  return Object.fromEntries(
    Object.entries(stored as Values).map(([name, value]) => [
      name,
      fields[name]?.kind === 'place' ? located(value, world) : value,
    ]),
  );
}

function unknownCodes(fields: Fields, values: Values, world: World): Problem[] {
  return Object.entries(values).flatMap(([name, value]) => {
    const field = fields[name];
    const codes = Array.isArray(value) ? value : [value];
    return field !== undefined && codes.some((code) => !exists(field, String(code), values, world))
      ? [{ path: `/${name}`, zh: `“${field.label}”里没有这个选项`, en: 'There is no such choice' }]
      : [];
  });
}

function exists(field: Field, code: string, values: Values, { registry, org, context }: World): boolean {
  if (field.kind !== 'choice' && field.kind !== 'choices') return true;
  const { source } = field;
  switch (source.from) {
    case 'options':
      return true;
    case 'units':
      return org.unit(code) !== undefined;
    case 'workers':
      return org.post(code) !== undefined;
    case 'tree': {
      const record = registry.get(source.tree, code, context.now);
      if (record === undefined) return false;
      const parent = source.under === '' ? undefined : values[source.under];
      return typeof parent !== 'string' || belongsTo(record, parent);
    }
    default:
      return source satisfies never;
  }
}

/** A record lies under a value when it is below it in its own tree, or names it (a filing condition its matter). */
function belongsTo(
  record: { readonly path: string; readonly data: Readonly<Record<string, unknown>> },
  parent: string,
): boolean {
  return record.path.split('/').includes(parent) || record.data['matter'] === parent;
}

/** Finds the cell of a point; the cell of a place that only names one is kept where it exists. */
function located(value: Value, { registry, context }: World): Value {
  const place = value as unknown as PlaceValue;
  const at =
    place.point === null ? null : registry.areas(context.now).locate(place.point.longitude, place.point.latitude);
  const found = at?.cell ?? at?.community ?? at?.street ?? null;
  return { ...place, cell: found ?? place.cell } as unknown as Value;
}
