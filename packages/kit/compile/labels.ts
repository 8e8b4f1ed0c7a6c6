import type { App } from '../app/index.ts';
import type { Board } from '../board/index.ts';
import type { CaseType } from '../case/index.ts';
import type { Field, Fields } from '../field/index.ts';
import { type FactDeclaration, type Measure, stintKind } from '../measure/index.ts';
import { lightLabels, type PromiseKind } from '../promise/index.ts';

/** Every Chinese text of a declaration by its path; the English side file has the same keys. */
export type Labels = Readonly<Record<string, string>>;

/** The texts of a field: its label, its hint, its options. */
function fieldLabels(path: string, field: Field): [string, string][] {
  const labels: [string, string][] = [[path, field.label]];
  if (field.help !== '') labels.push([`${path}/help`, field.help]);
  if (field.kind === 'number' && field.unit !== '') labels.push([`${path}/unit`, field.unit]);
  if ((field.kind === 'choice' || field.kind === 'choices') && field.source.from === 'options') {
    for (const [code, label] of Object.entries(field.source.options)) labels.push([`${path}/${code}`, label]);
  }
  return labels;
}

const labelsUnder = (path: string, fields: Fields) =>
  Object.entries(fields).flatMap(([name, field]) => fieldLabels(`${path}/${name}`, field));

/** True when an asked field only repeats a field of the case, and so shares its texts. */
export function repeatsField(type: CaseType, name: string, field: Field): boolean {
  const own = type.fields[name];
  if (own === undefined || own.label !== field.label || own.kind !== field.kind) return false;
  if (!('source' in own) || !('source' in field)) return true;
  if (own.source.from !== 'options' || field.source.from !== 'options') return own.source.from === field.source.from;
  const ownOptions = own.source.options;
  return Object.entries(field.source.options).every(([code, label]) => ownOptions[code] === label);
}

/** The path under which the texts of an asked field stand. */
export function askedPath(type: CaseType, action: string, name: string, field: Field): string {
  return repeatsField(type, name, field) ? `${type.id}/fields/${name}` : `${type.id}/actions/${action}/ask/${name}`;
}

/** Every text of a case type, by path. */
export function caseLabels(type: CaseType): Labels {
  const under = (kind: string, entries: Readonly<Record<string, string>>): [string, string][] =>
    Object.entries(entries).map(([name, label]) => [`${type.id}/${kind}/${name}`, label]);
  const named = (kind: string, entries: Readonly<Record<string, { readonly label: string }>>) =>
    under(kind, Object.fromEntries(Object.entries(entries).map(([name, { label }]) => [name, label])));
  const labels: [string, string][] = [
    [type.id, type.name],
    ...labelsUnder(`${type.id}/fields`, type.fields),
    ...under('states', type.states),
    ...under('results', type.results),
    ...named('requests', type.requests),
    ...named('clocks', type.clocks),
    ...named('actions', type.actions),
  ];
  if (type.partClock !== undefined) labels.push([`${type.id}/partClock`, type.partClock.label]);
  for (const [name, action] of Object.entries(type.actions)) {
    if (action.public !== undefined) labels.push([`${type.id}/actions/${name}/public`, action.public]);
    for (const guard of action.guards ?? []) {
      labels.push([`${type.id}/actions/${name}/guards/${guard.name}`, guard.because]);
    }
    for (const [asked, field] of Object.entries(action.ask ?? {})) {
      if (!repeatsField(type, asked, field))
        labels.push(...fieldLabels(`${type.id}/actions/${name}/ask/${asked}`, field));
    }
  }
  return Object.fromEntries(labels);
}

function factLabels(declaration: FactDeclaration): [string, string][] {
  const under = (path: string, fields: FactDeclaration['fields']) =>
    Object.entries(fields).map(([name, { label }]): [string, string] => [`facts/${path}/${name}`, label]);
  const { kind, label, fields, stint } = declaration;
  const labels: [string, string][] = [[`facts/${kind}`, label], ...under(kind, fields)];
  if (stint === undefined) return labels;
  return [...labels, [`facts/${stintKind(declaration)}`, stint.label], ...under(stintKind(declaration), stint.fields)];
}

function measureLabels({ id, name, meaning, source, form }: Measure): [string, string][] {
  const path = `measures/${id}`;
  const labels: [string, string][] = [
    [path, name],
    [`${path}/meaning`, meaning],
    [`${path}/source`, source],
  ];
  return 'mean' in form ? [...labels, [`${path}/unit`, form.unit.label]] : labels;
}

function boardLabels({ id, name, meaning, panels }: Board): [string, string][] {
  const path = `boards/${id}`;
  return [
    [path, name],
    [`${path}/meaning`, meaning],
    ...panels.map((panel): [string, string] => [`${path}/${panel.id}`, panel.label]),
  ];
}

/** The texts of a kind of promises. What a step asks stands right under it; a unit of measure only where it is a word. */
function promiseLabels(kind: PromiseKind): [string, string][] {
  const path = `promises/${kind.id}`;
  const under = (place: string, entries: Readonly<Record<string, string>>) =>
    Object.entries(entries).map(([name, label]): [string, string] => [`${path}/${place}/${name}`, label]);
  return [
    [path, kind.name],
    ...under('states', kind.states),
    ...Object.entries(kind.steps).flatMap(([name, { label, asks }]): [string, string][] => [
      [`${path}/steps/${name}`, label],
      ...labelsUnder(`${path}/steps/${name}`, asks ?? {}),
    ]),
    ...labelsUnder(`${path}/data`, kind.data ?? {}),
    ...(kind.indicators ?? []).flatMap(({ name, label, unit }): [string, string][] => [
      [`${path}/indicators/${name}`, label],
      ...(/\p{Script=Han}/u.test(unit) ? [[`${path}/indicators/${name}/unit`, unit] as [string, string]] : []),
    ]),
    ...under('completion', kind.completionWords),
  ];
}

/** What a parameter is called, and what the options of a choice and the codes of a document are. */
function parameterLabels(parameter: App['parameters'][number]): readonly [string, string][] {
  const path = `parameters/${parameter.name}`;
  const options = parameter.kind === 'choice' ? Object.entries(parameter.options) : [];
  const names = parameter.kind === 'json' ? Object.entries(parameter.names ?? {}) : [];
  return [
    [path, parameter.label],
    ...options.map(([code, label]): [string, string] => [`${path}/options/${code}`, label]),
    ...names.map(([code, label]): [string, string] => [`${path}/names/${code}`, label]),
  ];
}

/** Every text of an app, by path. */
export function appLabels(app: App): Labels {
  return Object.fromEntries([
    [`apps/${app.id}`, app.name],
    ...Object.values(app.roles).map((role): [string, string] => [`roles/${role.id}`, role.name]),
    ...app.registries.flatMap((registry): [string, string][] => [
      [`registries/${registry.id}`, registry.name],
      ...labelsUnder(`registries/${registry.id}/fields`, registry.fields),
      ...registry.tree.levels.map((level): [string, string] => [
        `registries/${registry.id}/levels/${level.id}`,
        level.name,
      ]),
    ]),
    ...app.parameters.flatMap(parameterLabels),
    ...app.worklists.map((worklist): [string, string] => [`worklists/${worklist.id}`, worklist.label]),
    ...app.facts.flatMap(factLabels),
    ...app.measures.flatMap(measureLabels),
    ...app.boards.flatMap(boardLabels),
    ...app.promises.flatMap(promiseLabels),
    ...app.lights.flatMap((set) => Object.entries(lightLabels(set))),
    ...app.cases.flatMap((type) => Object.entries(caseLabels(type))),
  ]);
}
