import type { CaseRecord, Value, Values } from '@huying/kit/case';
import { HuyingError, type Problem } from '@huying/kit/error';
import { checkValues, type Field, type Fields, type PlaceValue, storedValues } from '@huying/kit/field';
import { isAnswering, workersOf } from './workers.ts';
import type { World } from './world.ts';

/**
 * What came from outside, in its stored form: texts normalised, empty answers dropped, a place's cell found from its
 * point. Codes, units, posts and parents are checked to exist now, workers to be the handling unit's. `record` is the case
 * a step is taken of. Throws `case.asked` with every place that is wrong.
 */
export function checkedValues(
  fields: Fields,
  raw: unknown,
  what: string,
  world: World,
  record: CaseRecord | null = null,
): Values {
  const stored = storedValues(fields, raw);
  const problems = [...checkValues(fields, stored)];
  if (problems.length === 0) problems.push(...unknownCodes(fields, stored as Values, world, record));
  if (problems.length > 0) throw new HuyingError('case.asked', { action: what, count: problems.length }, problems);
  return Object.fromEntries(
    Object.entries(stored as Values).map(([name, value]) => [
      name,
      fields[name]?.kind === 'place' ? located(value, world) : value,
    ]),
  );
}

function unknownCodes(fields: Fields, values: Values, world: World, record: CaseRecord | null): Problem[] {
  // A filing condition may be chosen for the matter that the case has had since an earlier step.
  const known = { ...record?.data, ...values };
  return Object.entries(values).flatMap(([name, value]) => {
    const field = fields[name];
    const codes: readonly unknown[] = codesOf(field, value, world);
    return field !== undefined && codes.some((code) => !exists(field, String(code), known, world, record))
      ? [{ path: `/${name}`, zh: `“${field.label}”里没有这个选项`, en: 'There is no such choice' }]
      : [];
  });
}

function codesOf(field: Field | undefined, value: Value, world: World): readonly unknown[] {
  if (field?.kind === 'place') return cellNamed(value, world);
  return Array.isArray(value) ? value : [value];
}

/** The cell that a place names and no point tells better. */
function cellNamed(value: Value, world: World): readonly string[] {
  const place = value as unknown as PlaceValue;
  return place.cell === null || areaAt(place, world) !== null ? [] : [place.cell];
}

function exists(field: Field, code: string, values: Values, world: World, record: CaseRecord | null): boolean {
  const { registry, org, context } = world;
  if (field.kind === 'place') return registry.get('area', code, context.now) !== undefined;
  if (field.kind !== 'choice' && field.kind !== 'choices') return true;
  const { source } = field;
  switch (source.from) {
    case 'options':
      return true;
    case 'units':
      return isAnswering(org.unit(code), context.now);
    case 'workers': {
      const unit = record?.unit ?? null;
      return unit !== null && workersOf(org, unit, context.now).some(({ post }) => post.id === code);
    }
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
  return record.path.split('/').includes(parent) || record.data.matter === parent;
}

/** A place with the cell of its point; one that only names a cell keeps it. */
function located(value: Value, world: World): Value {
  const place = value as unknown as PlaceValue;
  return { ...place, cell: areaAt(place, world) ?? place.cell } as unknown as Value;
}

/** The finest area at the point of a place; null without one, and outside all areas. */
function areaAt({ point }: PlaceValue, { registry, context }: World): string | null {
  const at = point === null ? null : registry.areas(context.now).locate(point.longitude, point.latitude);
  return at?.cell ?? at?.community ?? at?.street ?? null;
}
