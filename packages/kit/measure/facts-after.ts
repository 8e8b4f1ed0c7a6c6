import type { Instant } from '../calendar/index.ts';
import type { CaseRecord, Value, Values } from '../case/index.ts';
import type { ClockState } from '../clock/index.ts';
import { evaluate } from '../condition/index.ts';
import {
  type Fact,
  type FactDeclaration,
  type FactField,
  type FactValue,
  type StepsMeant,
  type StintDeclaration,
  stintKind,
  wholeSecond,
} from './fact.ts';

/** A case as facts see it: live from the engine, or replayed from its ledger. */
export type Standing = Pick<
  CaseRecord,
  'id' | 'state' | 'result' | 'unit' | 'area' | 'openedAt' | 'closedAt' | 'data' | 'clocks'
>;

/** Something that happened to a case, and the case after it. `action` is null where only its due times moved. */
export interface Moment {
  readonly at: Instant;
  readonly action: string | null;
  readonly from: string | null;
  readonly asked: Values;
  /** A closed case went back to work. */
  readonly reopened: boolean;
  readonly after: Standing;
}

/** What facts need of the district. */
export interface FactWorld {
  /** The street that an area lies in. */
  streetOf(area: string): string | null;
}

/**
 * All facts of a case after something happened to it, given those before. One that did not change is the very object it was.
 * Pure: the same moments always lead to the same facts, whether taken live or from the ledger.
 */
export function factsAfter(
  declaration: FactDeclaration,
  previous: readonly Fact[],
  moment: Moment,
  world: FactWorld,
): readonly Fact[] {
  const before = previous.find(({ kind }) => kind === declaration.kind);
  const own = kept(before, {
    ...headOf(declaration, moment.after, world),
    kind: declaration.kind,
    no: 0,
    fields: fieldsAfter(declaration.fields, before?.fields ?? {}, moment, { since: null }),
  });
  if (declaration.stint === undefined) return [own];
  const kind = stintKind(declaration);
  const stints = previous.filter((fact) => fact.kind === kind).sort((a, b) => a.no - b.no);
  return [own, ...stintsAfter(declaration, declaration.stint, stints, moment, world)];
}

function stintsAfter(
  declaration: FactDeclaration,
  stint: StintDeclaration,
  stints: readonly Fact[],
  moment: Moment,
  world: FactWorld,
): readonly Fact[] {
  const { after, at } = moment;
  const last = stints.at(-1);
  const current = last !== undefined && isOpen(last) ? last : undefined;
  const holds = stint.holds.includes(after.state) && after.unit !== null;
  const stays = current !== undefined && (!holds || current.unit === after.unit);
  const rest = current === undefined ? stints : stints.slice(0, -1);
  const head = headOf(declaration, after, world);
  const result = [...rest];
  if (current !== undefined) {
    const outcome = stays ? outcomeIn(stint, after) : 'moved';
    const until = outcome === null ? null : (current.fields.until ?? wholeSecond(at));
    // What a step that takes the case away did to clocks is the next unit's.
    const fields = fieldsAfter(
      stint.fields,
      current.fields,
      moment,
      stays ? { since: current.fields.from ?? null } : null,
    );
    result.push(
      kept(current, {
        ...current,
        ...(stays ? head : {}),
        unit: current.unit,
        fields: { ...fields, from: current.fields.from ?? null, by: current.fields.by ?? null, until, outcome },
      }),
    );
  }
  if (holds && !stays) {
    const begun = { ...moment, action: null };
    const from = wholeSecond(at);
    const fields = fieldsAfter(stint.fields, {}, begun, { since: from });
    result.push({
      ...head,
      kind: stintKind(declaration),
      no: (last?.no ?? 0) + 1,
      fields: { ...fields, from, by: moment.action, until: null, outcome: null },
    });
  }
  return result;
}

/** A stint goes on until it was sent back, moved or the case was closed. */
function isOpen({ fields }: Fact): boolean {
  const { outcome = null } = fields;
  return outcome === null || outcome === 'handed';
}

function outcomeIn(stint: StintDeclaration, after: Standing): FactValue {
  if (after.closedAt !== null) return 'closed';
  if (stint.holds.includes(after.state)) return null;
  if (stint.handed.includes(after.state)) return 'handed';
  return 'sentBack';
}

function headOf(
  declaration: FactDeclaration,
  { id, unit, area, data }: Standing,
  world: FactWorld,
): Omit<Fact, 'kind' | 'no' | 'fields'> {
  const text = (name: string | undefined) => (name === undefined ? null : textOf(data[name]));
  return {
    subject: id,
    unit,
    area,
    street: area === null ? null : world.streetOf(area),
    matter: declaration.matter.map(text).find((code) => code !== null) ?? null,
    channel: text(declaration.channel),
  };
}

/** Which clocks are this fact's: those that have not stopped before an instant. */
interface ClocksTaken {
  readonly since: FactValue;
}

function fieldsAfter(
  fields: Readonly<Record<string, FactField>>,
  before: Fact['fields'],
  moment: Moment,
  clocks: ClocksTaken | null,
): Record<string, FactValue> {
  const after: Record<string, FactValue> = {};
  for (const name in fields) {
    const field = fields[name] as FactField;
    const was = before[name] ?? null;
    if (!('due' in field)) after[name] = valueAfter(field, was, moment);
    else after[name] = clocks === null ? was : dueIn(field, moment.after.clocks[field.due], clocks);
  }
  // Those that span two others come last.
  for (const [name, field] of Object.entries(fields)) {
    if (!('seconds' in field)) continue;
    const [from, to] = field.seconds.map((instant) => (instant in after ? after[instant] : before[instant]));
    after[name] = typeof from === 'number' && typeof to === 'number' ? (to - from) / 1000 : null;
  }
  return after;
}

function valueAfter(field: Exclude<FactField, { readonly due: string }>, before: FactValue, moment: Moment): FactValue {
  const { after, at } = moment;
  if ('is' in field) {
    switch (field.is) {
      case 'opened':
        return wholeSecond(after.openedAt);
      case 'closed':
        return after.closedAt === null ? null : wholeSecond(after.closedAt);
      case 'state':
        return after.state;
      case 'result':
        return after.result;
      default:
        return field satisfies never;
    }
  }
  if ('first' in field) return before ?? (isMeant(field.first, moment) ? wholeSecond(at) : null);
  if ('last' in field) {
    if (isMeant(field.last, moment)) return wholeSecond(at);
    const arrived = field.anewIn !== undefined && moment.from !== field.anewIn && after.state === field.anewIn;
    return arrived ? null : before;
  }
  if ('count' in field) {
    const happened = field.count === 'reopenings' ? moment.reopened : isMeant(field.count, moment);
    return (typeof before === 'number' ? before : 0) + (happened ? 1 : 0);
  }
  if ('data' in field) {
    const value = after.data[field.data];
    const expected = field.type === 'text' ? 'string' : field.type;
    return typeof value === expected ? (value as FactValue) : null;
  }
  return null;
}

/** What a clock told, which the ledger keeps: no later calendar changes it unless the clock tells anew. */
function dueIn(
  { as }: Extract<FactField, { readonly due: string }>,
  clock: ClockState | undefined,
  { since }: ClocksTaken,
): FactValue {
  if (clock === undefined) return null;
  const { phase, promise, firstPromise } = clock;
  if (phase.kind === 'stopped' && typeof since === 'number' && phase.at < since) return null;
  if (as === 'first') return firstPromise.at;
  switch (phase.kind) {
    case 'running':
      return promise.at;
    case 'paused':
      // On hold until a date it is due at no time; where it rests for another's step it stays due when it was.
      return phase.until === undefined ? promise.at : null;
    case 'stopped':
      return phase.due?.at ?? promise.at;
    default:
      return phase satisfies never;
  }
}

function isMeant({ actions, when }: StepsMeant, { action, asked, from, after }: Moment): boolean {
  if (action === null || !actions.includes(action)) return false;
  if (when === undefined) return true;
  const facts: Record<string, Value> = { from, to: after.state };
  for (const [name, value] of Object.entries(asked)) facts[`asked.${name}`] = value;
  return evaluate(when, facts) === true;
}

function textOf(value: Value | undefined): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

/** The fact before where nothing of it changed. */
function kept(before: Fact | undefined, after: Fact): Fact {
  return before !== undefined && sameFact(before, after) ? before : after;
}

/** Whether two facts say the same. */
export function sameFact(a: Fact, b: Fact): boolean {
  if (a === b) return true;
  if (a.kind !== b.kind || a.subject !== b.subject || a.no !== b.no || !sameHead(a, b)) return false;
  return changedFields(a, b).length === 0;
}

/** Whether two facts stand in the same place: unit, areas, matter and channel. */
export function sameHead(a: Fact, b: Fact): boolean {
  return (
    a.unit === b.unit && a.street === b.street && a.area === b.area && a.matter === b.matter && a.channel === b.channel
  );
}

/** Names of the fields in which two facts differ. */
export function changedFields(a: Fact, b: Fact): readonly string[] {
  const names = new Set([...Object.keys(a.fields), ...Object.keys(b.fields)]);
  return [...names].filter((name) => (a.fields[name] ?? null) !== (b.fields[name] ?? null));
}
