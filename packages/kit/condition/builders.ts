import type {
  Box,
  CaseInsensitive,
  Comparison,
  Condition,
  Day,
  Literal,
  Operand,
  Property,
  Timestamp,
} from './condition.ts';

/** The names of the properties that conditions are about; keeps a misspelt field from compiling. */
type NamesOf<C> = C extends boolean ? never : C extends Condition<infer Name> ? Name : never;

export function property<const Name extends string>(name: Name): Property<Name> {
  return { property: name };
}

/** A moment from epoch milliseconds. */
export function timestamp(at: number): Timestamp {
  return { timestamp: new Date(at).toISOString() };
}

/** A calendar day, `YYYY-MM-DD`. */
export function day(date: string): Day {
  return { date };
}

export function casei<const Name extends string = never>(operand: Property<Name> | string): CaseInsensitive<Name> {
  return { op: 'casei', args: [operand] };
}

export function eq<Name extends string>(left: Operand<Name>, right: Operand<Name>): Comparison<Name> {
  return { op: '=', args: [left, right] };
}

export function ne<Name extends string>(left: Operand<Name>, right: Operand<Name>): Comparison<Name> {
  return { op: '<>', args: [left, right] };
}

export function lt<Name extends string>(left: Operand<Name>, right: Operand<Name>): Comparison<Name> {
  return { op: '<', args: [left, right] };
}

export function lte<Name extends string>(left: Operand<Name>, right: Operand<Name>): Comparison<Name> {
  return { op: '<=', args: [left, right] };
}

export function gt<Name extends string>(left: Operand<Name>, right: Operand<Name>): Comparison<Name> {
  return { op: '>', args: [left, right] };
}

export function gte<Name extends string>(left: Operand<Name>, right: Operand<Name>): Comparison<Name> {
  return { op: '>=', args: [left, right] };
}

export function after<Name extends string>(left: Operand<Name>, right: Operand<Name>): Comparison<Name> {
  return { op: 't_after', args: [left, right] };
}

export function before<Name extends string>(left: Operand<Name>, right: Operand<Name>): Comparison<Name> {
  return { op: 't_before', args: [left, right] };
}

export function like<Name extends string>(
  text: Property<Name> | CaseInsensitive<Name>,
  pattern: string | CaseInsensitive<never>,
): Condition<Name> {
  return { op: 'like', args: [text, pattern] };
}

/** The pattern that finds these very characters, whatever they are, anywhere in a text. */
export function containing(words: string): string {
  return `%${words.replaceAll(/[\\%_]/g, '\\$&')}%`;
}

export function between<Name extends string>(
  value: Operand<Name>,
  low: Operand<Name>,
  high: Operand<Name>,
): Condition<Name> {
  return { op: 'between', args: [value, low, high] };
}

/** One of these values; of none, it is false. */
export function isIn<Name extends string>(value: Operand<Name>, values: readonly Literal[]): Condition<Name> {
  return values.length === 0 ? false : { op: 'in', args: [value, values] };
}

export function isNull<Name extends string>(value: Property<Name>): Condition<Name> {
  return { op: 'isNull', args: [value] };
}

/** The list has all of these. */
export function contains<Name extends string>(
  list: Property<Name>,
  values: readonly [string, ...string[]],
): Condition<Name> {
  return { op: 'a_contains', args: [list, values] };
}

/** The list has any of these; of none, it is false. */
export function overlaps<Name extends string>(list: Property<Name>, values: readonly string[]): Condition<Name> {
  return values.length === 0 ? false : { op: 'a_overlaps', args: [list, values] };
}

/** The point lies in the box: west, south, east, north in degrees, WGS 84. */
export function within<Name extends string>(point: Property<Name>, bbox: Box['bbox']): Condition<Name> {
  return { op: 's_intersects', args: [point, { bbox }] };
}

/** All of them; of none, it is true. */
export function and<const C extends readonly Condition[]>(...conditions: C): Condition<NamesOf<C[number]>> {
  return junction('and', conditions, true) as Condition<NamesOf<C[number]>>;
}

/** Any of them; of none, it is false. */
export function or<const C extends readonly Condition[]>(...conditions: C): Condition<NamesOf<C[number]>> {
  return junction('or', conditions, false) as Condition<NamesOf<C[number]>>;
}

export function not<Name extends string>(condition: Condition<Name>): Condition<Name> {
  return { op: 'not', args: [condition] };
}

function junction(op: 'and' | 'or', args: readonly Condition[], ofNone: boolean): Condition {
  const [first, ...rest] = args;
  if (first === undefined) return ofNone;
  return rest.length === 0 ? first : { op, args };
}
