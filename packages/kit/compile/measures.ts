import type { App } from '../app/index.ts';
import type { CaseType } from '../case/index.ts';
import { type Condition, checkCondition, type PropertyType, propertyNames } from '../condition/index.ts';
import { isHuyingError } from '../error/index.ts';
import { isPersonal } from '../field/index.ts';
import {
  CROSSES,
  conditionsOf,
  endOfStock,
  type FactDeclaration,
  type FactField,
  type FactFieldType,
  fieldTypes,
  GRAINS,
  type Measure,
  type StepsMeant,
  stintKind,
} from '../measure/index.ts';
import type { Note, Shortcoming } from './shortcoming.ts';

/** What is wrong with facts and measures: names that are not there, conditions that cannot be compared, figures that make no sense. */
export function misdeclaredMeasures(apps: readonly App[]): readonly Shortcoming[] {
  const found: Shortcoming[] = [];
  const note: Note = (path, rule, what, remedy) => found.push({ path, rule, what, remedy });
  const types = apps.flatMap((app) => app.cases);
  const facts = apps.flatMap((app) => app.facts);
  for (const declaration of facts) checkFacts(declaration, types, note);
  for (const measure of apps.flatMap((app) => app.measures)) checkMeasure(measure, facts, types, note);
  return found;
}

function checkFacts(declaration: FactDeclaration, types: readonly CaseType[], note: Note): void {
  const { kind, of, matter, channel, fields, stint } = declaration;
  const path = `facts/${kind}`;
  const type = types.find(({ id }) => id === of);
  if (type === undefined) {
    note(
      path,
      'unknown-name',
      `There is no case type “${of}”.`,
      'Name the case type whose cases these facts are about.',
    );
    return;
  }
  for (const name of [...matter, ...(channel === undefined ? [] : [channel])]) checkData(type, path, name, note);
  checkFields(type, path, fields, Object.keys(fields), note);
  if (stint === undefined) return;
  const below = `facts/${stintKind(declaration)}`;
  for (const state of [...stint.holds, ...stint.handed]) checkState(type, below, state, note);
  checkFields(type, below, stint.fields, [...Object.keys(stint.fields), 'from', 'until'], note);
}

function checkFields(
  type: CaseType,
  path: string,
  fields: Readonly<Record<string, FactField>>,
  known: readonly string[],
  note: Note,
): void {
  for (const [name, field] of Object.entries(fields)) {
    const place = `${path}/${name}`;
    if ('first' in field) checkSteps(type, place, field.first, note);
    if ('last' in field) {
      checkSteps(type, place, field.last, note);
      if (field.anewIn !== undefined) checkState(type, place, field.anewIn, note);
    }
    if ('count' in field && field.count !== 'reopenings') checkSteps(type, place, field.count, note);
    if ('due' in field && type.clocks[field.due] === undefined) {
      note(place, 'unknown-name', `There is no clock “${field.due}”.`, 'Name a clock of the case type.');
    }
    if ('data' in field) checkData(type, place, field.data, note);
    for (const instant of 'seconds' in field ? field.seconds : []) {
      if (known.includes(instant)) continue;
      note(place, 'unknown-field', `There is no instant “${instant}” in the fact.`, 'Name a field of the same fact.');
    }
  }
}

function checkSteps(type: CaseType, path: string, { actions, when }: StepsMeant, note: Note): void {
  for (const action of actions) {
    if (type.actions[action] !== undefined || action === 'open') continue;
    note(path, 'unknown-name', `There is no action “${action}”.`, 'Name an action of the case type.');
  }
  for (const name of propertyNames(when)) {
    if (name === 'from' || name === 'to') continue;
    const asked = name.startsWith('asked.') ? name.slice('asked.'.length) : '';
    if (actions.some((action) => type.actions[action]?.ask?.[asked] !== undefined)) continue;
    note(
      path,
      'unknown-fact',
      `No step meant asks “${name}”.`,
      'Name asked.<field> of one of the actions, from or to.',
    );
  }
}

function checkState(type: CaseType, path: string, state: string, note: Note): void {
  if (type.states[state] !== undefined) return;
  note(path, 'unknown-name', `There is no state “${state}”.`, 'Name a state of the case type.');
}

function checkData(type: CaseType, path: string, name: string, note: Note): void {
  const field = type.fields[name];
  if (field === undefined) note(path, 'unknown-name', `There is no field “${name}”.`, 'Name a field of the case type.');
  else if (isPersonal(field)) {
    const what = `“${field.label}” holds personal information, which facts never do.`;
    note(path, 'personal-fact', what, 'Leave it out: numbers are about cases, not about persons.');
  }
}

const PROPERTY_TYPES: Readonly<Record<FactFieldType, PropertyType>> = {
  instant: 'instant',
  number: 'number',
  boolean: 'boolean',
  text: 'text',
};

function checkMeasure(
  measure: Measure,
  facts: readonly FactDeclaration[],
  cases: readonly CaseType[],
  note: Note,
): void {
  const path = `measures/${measure.id}`;
  const declaration = facts.find((one) => fieldTypes(one, measure.fact) !== undefined);
  const fields = declaration === undefined ? undefined : fieldTypes(declaration, measure.fact);
  if (declaration === undefined || fields === undefined) {
    note(
      path,
      'unknown-name',
      `No facts of kind “${measure.fact}” are declared.`,
      'Declare them, or name another kind.',
    );
    return;
  }
  const types = Object.fromEntries(
    Object.entries(fields).map(([name, type]): [string, PropertyType] => [name, PROPERTY_TYPES[type]]),
  );
  const needs = (place: string, name: string, type: FactFieldType) => {
    if (fields[name] === type) return;
    const what =
      fields[name] === undefined ? `“${measure.fact}” has no field “${name}”.` : `“${name}” is no ${type} field.`;
    note(`${path}/${place}`, 'unknown-field', what, `Name a field of type ${type}.`);
  };
  needs('on', measure.on, 'instant');
  const until = endOfStock(measure);
  if (until !== undefined) needs('until', until, 'instant');
  if ('mean' in measure.form) {
    needs('mean', measure.form.mean, 'number');
    if (!(measure.form.unit.is > 0)) {
      note(`${path}/unit`, 'wrong-figure', 'The unit of the mean is no positive number.', 'Say how many make one.');
    }
  }
  for (const [part, condition] of conditionsOf(measure)) checkPart(`${path}/${part}`, condition, types, note);
  checkGrain(measure, declaration, path, note);
  checkCross(measure, path, note);
  const clock = cases.find(({ id }) => id === declaration.of)?.clocks[measure.clock ?? ''];
  if (measure.clock !== undefined && clock === undefined) {
    note(`${path}/clock`, 'unknown-name', `There is no clock “${measure.clock}”.`, 'Name a clock of the case type.');
  }
  checkFigures(measure, path, note);
}

function checkPart(
  path: string,
  condition: Condition,
  types: Readonly<Record<string, PropertyType>>,
  note: Note,
): void {
  const strange = propertyNames(condition).find((name) => types[name] === undefined);
  if (strange !== undefined) {
    note(path, 'unknown-field', `The fact has no field “${strange}”.`, 'Correct the name, or declare the field.');
    return;
  }
  try {
    checkCondition(condition, types);
  } catch (error) {
    if (!isHuyingError(error)) throw error;
    note(path, 'wrong-condition', error.message, 'Compare fields with what they can hold.');
  }
}

function checkGrain(measure: Measure, declaration: FactDeclaration, path: string, note: Note): void {
  if (new Set(measure.grain).size !== measure.grain.length || measure.grain.length === 0) {
    note(`${path}/grain`, 'wrong-grain', 'The breakdowns are none, or one comes twice.', 'Name each of them once.');
  }
  for (const grain of measure.grain) {
    const lacks =
      (grain === 'channel' && declaration.channel === undefined) ||
      (grain === 'matter' && declaration.matter.length === 0) ||
      !GRAINS.includes(grain);
    if (!lacks) continue;
    const what = `The facts “${measure.fact}” do not say the ${grain}.`;
    note(`${path}/grain`, 'wrong-grain', what, `Declare ${grain} in the facts, or leave the breakdown out.`);
  }
}

/** What is kept by two at once is kept by each alone too: the one adds up to the other, and opens from it. */
function checkCross({ grain, cross = [] }: Measure, path: string, note: Note): void {
  if (new Set(cross).size !== cross.length) {
    note(`${path}/cross`, 'wrong-grain', 'One comes twice.', 'Name each of them once.');
  }
  for (const pair of cross) {
    const [first, second] = pair.split('.') as [Measure['grain'][number], Measure['grain'][number]];
    if (CROSSES.includes(pair) && grain.includes(first) && grain.includes(second)) continue;
    note(`${path}/cross`, 'wrong-grain', `It is not broken down by both of ${pair}.`, 'Add both to its breakdowns.');
  }
}

function checkFigures({ id, decimals, minimum }: Measure, path: string, note: Note): void {
  if (!/^[a-z][A-Za-z]*\.[a-z][A-Za-z]*$/.test(id)) {
    note(path, 'wrong-figure', `“${id}” is no name of a measure.`, 'Write area.name, each in camelCase.');
  }
  if (!Number.isInteger(decimals) || decimals < 0 || decimals > 4) {
    note(`${path}/decimals`, 'wrong-figure', `${decimals} decimal places cannot be shown.`, 'Say 0 to 4.');
  }
  if (!Number.isInteger(minimum) || minimum < 0) {
    note(`${path}/minimum`, 'wrong-figure', `${minimum} is no least number.`, 'Say a whole number, 0 or more.');
  }
}
