/*
 * Conditions are CQL2 (OGC 21-065r2) in its JSON encoding, the part of it this product gives a meaning to: comparisons, lists, ranges, patterns, tests for null,
 * before and after, lists that contain, points in a box. No arithmetic and no functions: what a tree cannot say is a named function.
 */

/** A moment, RFC 3339 in UTC: `{ timestamp: '2026-07-01T00:00:00Z' }`, milliseconds at the finest. */
export interface Timestamp {
  readonly timestamp: string;
}

/** A calendar day: `{ date: '2026-07-01' }`. */
export interface Day {
  readonly date: string;
}

/** West, south, east, north in degrees, WGS 84. */
export interface Box {
  readonly bbox: readonly [number, number, number, number];
}

export interface Property<Name extends string = string> {
  readonly property: Name;
}

export type Literal = string | number | boolean | Timestamp | Day;

/** Text compared without regard to the case of the letters A to Z. */
export interface CaseInsensitive<Name extends string = string> {
  readonly op: 'casei';
  readonly args: readonly [Property<Name> | string];
}

export type Operand<Name extends string = string> = Property<Name> | Literal | CaseInsensitive<Name>;

export type ComparisonOperator = '=' | '<>' | '<' | '<=' | '>' | '>=' | 't_after' | 't_before';

export interface Comparison<Name extends string = string> {
  readonly op: ComparisonOperator;
  readonly args: readonly [Operand<Name>, Operand<Name>];
}

/** `%` stands for any characters, `_` for one, `\` takes the next character as it is. */
export interface Like<Name extends string = string> {
  readonly op: 'like';
  readonly args: readonly [Property<Name> | CaseInsensitive<Name>, string | CaseInsensitive<never>];
}

export interface Between<Name extends string = string> {
  readonly op: 'between';
  readonly args: readonly [Operand<Name>, Operand<Name>, Operand<Name>];
}

export interface In<Name extends string = string> {
  readonly op: 'in';
  readonly args: readonly [Operand<Name>, readonly Literal[]];
}

export interface IsNull<Name extends string = string> {
  readonly op: 'isNull';
  readonly args: readonly [Property<Name>];
}

/** Of a property that is a list of texts: it has all of these, or any of these. */
export interface ListComparison<Name extends string = string> {
  readonly op: 'a_contains' | 'a_overlaps';
  readonly args: readonly [Property<Name>, readonly string[]];
}

/** Of a property that is a point: it lies in the box, its edges included. */
export interface Intersects<Name extends string = string> {
  readonly op: 's_intersects';
  readonly args: readonly [Property<Name>, Box];
}

export interface Junction<Name extends string = string> {
  readonly op: 'and' | 'or';
  readonly args: readonly Condition<Name>[];
}

export interface Not<Name extends string = string> {
  readonly op: 'not';
  readonly args: readonly [Condition<Name>];
}

/** A condition over the properties named `Name`. It is true, false or, where something compared is not known, null: the three values of SQL. */
export type Condition<Name extends string = string> =
  | boolean
  | Junction<Name>
  | Not<Name>
  | Comparison<Name>
  | Like<Name>
  | Between<Name>
  | In<Name>
  | IsNull<Name>
  | ListComparison<Name>
  | Intersects<Name>;

/** How deep a tree may be nested, how many operators and operands it may have in all, how many values one list. */
export const CONDITION_LIMITS = { depth: 40, nodes: 500, list: 5000, characters: 100_000 } as const;
