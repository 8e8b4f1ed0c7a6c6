import { roleOf } from '../access/index.ts';
import type { App } from '../app/index.ts';
import { checkFields, type Fields } from '../field/index.ts';
import {
  checkIndicator,
  checkLights,
  type Indicator,
  indicatorOf,
  isFinal,
  LIGHT_INPUTS,
  type LightFault,
  type LightRuleSet,
  lightFaultWords,
  type Official,
  type PromiseKind,
  type PromiseStep,
  partiesOf,
  unknownInputs,
} from '../promise/index.ts';
import type { Note, Rule, Shortcoming } from './shortcoming.ts';

/** What is wrong with kinds of promises and rule sets of lights: ways that lead nowhere, names that are not there, rules with holes. */
export function misdeclaredPromises(apps: readonly App[]): readonly Shortcoming[] {
  const found: Shortcoming[] = [];
  const note: Note = (path, rule, what, remedy) => found.push({ path, rule, what, remedy });
  const lights = apps.flatMap((app) => app.lights);
  const known: Known = {
    roles: new Set(apps.flatMap((app) => Object.keys(app.roles))),
    measures: new Set(apps.flatMap((app) => app.measures).map(({ id }) => id)),
    lights: new Map(lights.map((set) => [set.id, set])),
  };
  for (const set of lights) checkRuleSet(set, known, note);
  const kinds = apps.flatMap((app) => app.promises);
  for (const kind of kinds) checkKind(kind, known, note);
  const prefixes = new Map<string, string>();
  for (const { id, numberPrefix } of kinds) {
    const other = prefixes.get(numberPrefix);
    prefixes.set(numberPrefix, id);
    if (other === undefined) continue;
    const what = `“${other}” has the prefix ${numberPrefix} too.`;
    note(`promises/${id}/numberPrefix`, 'twice', what, 'Give each kind a prefix of its own.');
  }
  return found;
}

interface Known {
  readonly roles: ReadonlySet<string>;
  readonly measures: ReadonlySet<string>;
  readonly lights: ReadonlyMap<string, LightRuleSet>;
}

const RULES: Readonly<Record<LightFault['fault'], readonly [Rule, string]>> = {
  hole: ['light-hole', 'Say what light that case has.'],
  overlap: ['light-overlap', 'Narrow one of the two rules.'],
  input: ['unknown-name', 'Declare the input, or correct the rule.'],
  never: ['light-never', 'Correct the rule, or leave it out.'],
  twice: ['twice', 'Give each rule an id of its own.'],
  domain: ['light-never', 'Widen what the input may be.'],
};

function checkRuleSet(set: LightRuleSet, known: Known, note: Note): void {
  const path = `lights/${set.id}`;
  checkId(path, set.id, note);
  for (const fault of checkLights(set)) {
    const [rule, remedy] = RULES[fault.fault];
    note('rule' in fault ? `${path}/rules/${fault.rule}` : path, rule, lightFaultWords(set, fault).en, remedy);
  }
  if (set.mends !== undefined && known.lights.get(set.mends)?.faulty === undefined && known.lights.has(set.mends)) {
    note(path, 'unknown-name', `“${set.mends}” needs no mending.`, 'Leave `mends` out, or name the set it mends.');
  }
}

function checkId(path: string, id: string, note: Note): void {
  if (/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id)) return;
  note(path, 'wrong-figure', `“${id}” is no name.`, 'Write it in kebab-case.');
}

function checkKind(kind: PromiseKind, known: Known, note: Note): void {
  const path = `promises/${kind.id}`;
  checkId(path, kind.id, note);
  if (!/^[A-Z]{1,6}$/.test(kind.numberPrefix)) {
    note(`${path}/numberPrefix`, 'wrong-figure', `“${kind.numberPrefix}” is no prefix.`, 'Write one to six capitals.');
  }
  const strange = strangeStates(kind, path, note);
  for (const [name, step] of Object.entries(kind.steps)) checkStep(step, `${path}/steps/${name}`, known, note);
  checkDeclaredFields(kind.data ?? {}, `${path}/data`, note);
  checkIndicators(kind, path, known, note);
  checkChosenLights(kind, path, known, note);
  // Where names are wrong the ways cannot be walked.
  if (!strange) checkWays(kind, path, note);
}

function strangeStates(kind: PromiseKind, path: string, note: Note): boolean {
  const named: readonly (readonly [string, string])[] = [
    ['opens', kind.opens],
    ...kind.ends.map((state) => ['ends', state] as const),
    ...(kind.cancelled === undefined ? [] : [['cancelled', kind.cancelled] as const]),
    ...Object.entries(kind.steps).flatMap(([name, { from, to }]) =>
      [...from, to].map((state) => [`steps/${name}`, state] as const),
    ),
  ];
  const strange = named.filter(([, state]) => kind.states[state] === undefined);
  for (const [place, state] of strange) {
    note(`${path}/${place}`, 'unknown-name', `There is no state “${state}”.`, 'Name a state of the kind.');
  }
  return strange.length > 0;
}

function checkStep(step: PromiseStep, path: string, { roles }: Known, note: Note): void {
  const parties = partiesOf(step);
  if (parties.length === 0) note(path, 'no-owner', 'Nobody may take this step.', 'Say who may.');
  for (const role of new Set(parties.map(roleOf))) {
    if (role === null || roles.has(role)) continue;
    note(`${path}/by`, 'unknown-role', `There is no role “${role}”.`, 'Declare it, or name another.');
  }
  checkDeclaredFields(step.asks ?? {}, path, note);
}

function checkDeclaredFields(fields: Fields, path: string, note: Note): void {
  for (const fault of checkFields(fields)) {
    note(`${path}${fault.path}`, 'wrong-field', fault.en, 'Correct the declaration of the field.');
  }
}

function checkIndicators(kind: PromiseKind, path: string, known: Known, note: Note): void {
  const seen = new Set<string>();
  for (const draft of kind.indicators ?? []) {
    const place = `${path}/indicators/${draft.name}`;
    if (seen.has(draft.name)) note(place, 'twice', 'Two indicators have this name.', 'Give each a name of its own.');
    seen.add(draft.name);
    const indicator: Indicator = indicatorOf(draft, { start: '2000-01-01', due: '2000-12-31' });
    for (const fault of checkIndicator(indicator)) {
      note(place, 'wrong-indicator', fault.en, 'Correct the declaration of the indicator.');
    }
    if (indicator.measure !== null && !known.measures.has(indicator.measure)) {
      note(place, 'unknown-name', `There is no measure “${indicator.measure}”.`, 'Declare it, or name another.');
    }
  }
}

function checkChosenLights(kind: PromiseKind, path: string, known: Known, note: Note): void {
  const set = known.lights.get(kind.lights);
  if (set === undefined) {
    note(`${path}/lights`, 'unknown-name', `There is no rule set “${kind.lights}”.`, 'Declare it, or name another.');
    return;
  }
  for (const input of unknownInputs(set)) {
    const what = `“${set.id}” asks for “${input}”, which no promise tells.`;
    note(`${path}/lights`, 'unknown-fact', what, `Name a set that asks for: ${Object.keys(LIGHT_INPUTS).join(', ')}.`);
  }
}

/** Walks all ways from the first state, and what the unit has said on each. */
function checkWays(kind: PromiseKind, path: string, note: Note): void {
  const steps = Object.entries(kind.steps);
  const walked = new Map<string, Set<Official>>();
  const visit = (state: string, official: Official): void => {
    const said = walked.get(state) ?? new Set<Official>();
    if (said.has(official)) return;
    walked.set(state, said.add(official));
    for (const [, step] of steps) if (step.from.includes(state)) visit(step.to, step.official ?? official);
  };
  visit(kind.opens, 'not-started');
  if (kind.cancelled !== undefined) visit(kind.cancelled, 'cancelled');
  for (const state of Object.keys(kind.states)) {
    const place = `${path}/states/${state}`;
    const said = walked.get(state);
    if (said === undefined) {
      note(place, 'unreachable-state', 'No way leads here.', 'Add a step to it, or leave the state out.');
    } else if (kind.ends.includes(state)) {
      const open = [...said].find((official) => !isFinal(official));
      if (open === undefined) continue;
      const what = `A promise may end here while its unit still says “${open}”.`;
      note(place, 'close-without-result', what, 'Let a step on the way say how it ended (`official`).');
    } else if (!reachesEnd(kind, state)) {
      note(place, 'dead-end', 'No way leads from here to an end.', 'Add a step that leads on.');
    }
  }
}

function reachesEnd(kind: PromiseKind, from: string): boolean {
  const seen = new Set([from]);
  for (const state of seen) {
    if (kind.ends.includes(state)) return true;
    for (const step of Object.values(kind.steps)) if (step.from.includes(state)) seen.add(step.to);
  }
  return false;
}
