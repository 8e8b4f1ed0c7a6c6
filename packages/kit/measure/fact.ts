import type { Instant } from '../calendar/index.ts';
import type { Condition } from '../condition/index.ts';

/** What one field of a fact holds. Instants are epoch milliseconds at whole seconds. */
export type FactValue = string | number | boolean | null;

/**
 * What an engine says of one subject at this moment, complete: a new fact of the same kind, subject and number takes the place
 * of the one before. Published in the transaction in which it became true.
 */
export interface Fact {
  /** `ticket`: one for each case; `ticket.stint`: one for each time a unit held it. */
  readonly kind: string;
  /** Id of the case, for opening it. */
  readonly subject: string;
  /** 0 where there is one for each subject; else 1, 2, 3 … in order of time. */
  readonly no: number;
  readonly unit: string | null;
  /** Code of the street, and of the finest area known. */
  readonly street: string | null;
  readonly area: string | null;
  readonly matter: string | null;
  readonly channel: string | null;
  readonly fields: Readonly<Record<string, FactValue>>;
}

export type FactFieldType = 'instant' | 'number' | 'boolean' | 'text';

/** Steps of a case: by action, and where needed by what was asked (`asked.<field>`) or the states `from` and `to`. */
export interface StepsMeant {
  readonly actions: readonly [string, ...string[]];
  readonly when?: Condition;
}

/** A field of a case's fact and where its value comes from. */
export type FactField = { readonly label: string } & (
  | { readonly type: 'instant'; readonly is: 'opened' | 'closed' }
  /** When the first of these steps was taken. */
  | { readonly type: 'instant'; readonly first: StepsMeant }
  /** When the last of them was; with `anewIn` none counts that came before the case last arrived in that state. */
  | { readonly type: 'instant'; readonly last: StepsMeant; readonly anewIn?: string }
  /** When a clock is due, or was when it stopped: as promised first, or as last told (`now`; null while the case is on hold). */
  | { readonly type: 'instant'; readonly due: string; readonly as: 'first' | 'now' }
  | { readonly type: 'number'; readonly count: StepsMeant | 'reopenings' }
  /** Seconds from one instant of this fact to another; null before both are known. */
  | { readonly type: 'number'; readonly seconds: readonly [from: string, to: string] }
  | { readonly type: 'text'; readonly is: 'state' | 'result' }
  /** A field of the case; never one that holds personal information. */
  | { readonly type: 'text' | 'boolean' | 'number'; readonly data: string }
);

/** What is said of the cases of one type: one fact for each case, and one for each time a unit held it. */
export interface FactDeclaration {
  /** Kind of the fact, e.g. `ticket`; `<kind>.stint` is the other. */
  readonly kind: string;
  /** Id of the case type. */
  readonly of: string;
  readonly label: string;
  /** Fields of the case that name its matter, the first that is filled in, and its channel. */
  readonly matter: readonly string[];
  readonly channel?: string;
  readonly fields: Readonly<Record<string, FactField>>;
  readonly stint?: StintDeclaration;
}

/**
 * A unit's time with a case. It begins when the case comes to a state in `holds` with a unit that does not hold it yet, and is
 * over when the case closes, goes to another unit (`moved`) or to a state outside of both lists (`sentBack`). Work that comes
 * back from a state in `handed` goes on in the same stint; a reopened case begins another. Every stint has the fields `from`,
 * `until` (instants), `by` (the action that began it) and `outcome` (null while held, `handed`, `sentBack`, `moved`, `closed`) besides those declared.
 */
export interface StintDeclaration {
  readonly label: string;
  readonly holds: readonly [string, ...string[]];
  readonly handed: readonly string[];
  readonly fields: Readonly<Record<string, FactField>>;
}

/** Kind of the facts about stints. */
export function stintKind({ kind }: Pick<FactDeclaration, 'kind'>): string {
  return `${kind}.stint`;
}

/** Fields that every stint has. */
export const STINT_FIELDS: Readonly<Record<string, FactFieldType>> = {
  from: 'instant',
  by: 'text',
  until: 'instant',
  outcome: 'text',
};

/** The type of every field of a kind of fact; undefined for a kind that the declaration is not about. */
export function fieldTypes(
  declaration: FactDeclaration,
  kind: string,
): Readonly<Record<string, FactFieldType>> | undefined {
  const typesOf = (fields: Readonly<Record<string, FactField>>) =>
    Object.fromEntries(Object.entries(fields).map(([name, field]): [string, FactFieldType] => [name, field.type]));
  if (kind === declaration.kind) return typesOf(declaration.fields);
  if (declaration.stint === undefined || kind !== stintKind(declaration)) return undefined;
  return { ...STINT_FIELDS, ...typesOf(declaration.stint.fields) };
}

/** Declares what is said of the cases of a type; names are checked at boot. */
export function defineFacts(declaration: FactDeclaration): FactDeclaration {
  return declaration;
}

/** An instant as facts keep it: at its whole second, as clocks reckon. */
export function wholeSecond(at: Instant): Instant {
  return Math.floor(at / 1000) * 1000;
}
