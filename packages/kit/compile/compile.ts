import type { Role } from '../access/index.ts';
import type { App, ParameterDeclaration, Worklist } from '../app/index.ts';
import type { Board } from '../board/index.ts';
import type { CaseType } from '../case/index.ts';
import type { Words } from '../error/index.ts';
import type { FactDeclaration, Measure } from '../measure/index.ts';
import type { LightRuleSet, PromiseKind } from '../promise/index.ts';
import type { Registry } from '../registry/index.ts';
import { answerGuarantee } from './answer-guarantee.ts';
import { misdeclaredBoards } from './boards.ts';
import { brokenEscalations } from './escalation.ts';
import { appLabels, caseLabels } from './labels.ts';
import { misdeclaredMeasures } from './measures.ts';
import { misdeclaredPromises } from './promises.ts';
import { danglingNames } from './references.ts';
import type { Shortcoming } from './shortcoming.ts';

/** A case type with its texts in both languages: what is hashed, stored, pinned by cases and read by the browser. */
export interface Definition {
  readonly kind: 'case';
  readonly id: string;
  readonly type: CaseType;
  readonly words: Readonly<Record<string, Words>>;
}

/** All apps of a product, checked and complete. */
export interface Product {
  readonly apps: readonly App[];
  readonly roles: Readonly<Record<string, Role>>;
  readonly registries: readonly Registry[];
  readonly parameters: readonly ParameterDeclaration[];
  readonly worklists: readonly Worklist[];
  readonly facts: readonly FactDeclaration[];
  readonly measures: readonly Measure[];
  readonly boards: readonly Board[];
  readonly promises: readonly PromiseKind[];
  readonly lights: readonly LightRuleSet[];
  readonly definitions: readonly Definition[];
  /** Every text of every app by path, in both languages. */
  readonly words: Readonly<Record<string, Words>>;
}

/** A declaration that cannot be used: every shortcoming with path and remedy. */
export class UnsafeDeclaration extends Error {
  readonly shortcomings: readonly Shortcoming[];

  constructor(shortcomings: readonly Shortcoming[]) {
    const lines = shortcomings.map(({ path, rule, what, remedy }) => `  ${path} [${rule}] ${what} ${remedy}`);
    super(`The declarations have ${shortcomings.length} problem(s):\n${lines.join('\n')}`);
    this.name = 'UnsafeDeclaration';
    this.shortcomings = shortcomings;
  }
}

/** Every shortcoming of the apps, at once. */
export function shortcomingsOf(apps: readonly App[]): readonly Shortcoming[] {
  const roles = Object.assign({}, ...apps.map((app) => app.roles)) as Record<string, Role>;
  const parameters = apps.flatMap((app) => app.parameters);
  return [
    ...apps.flatMap((app) =>
      app.requires
        .filter((required) => !apps.some((other) => other.id === required))
        .map(
          (required): Shortcoming => ({
            path: `apps/${app.id}/requires`,
            rule: 'unknown-name',
            what: `The app “${required}” is not there.`,
            remedy: `Add it to the list of apps, or leave out “${app.id}”.`,
          }),
        ),
    ),
    ...declaredTwice(apps),
    ...brokenEscalations(roles),
    ...strangeRoles(apps, roles),
    ...apps.flatMap((app) =>
      app.cases.flatMap((type) => [...answerGuarantee(type, roles), ...danglingNames(type, { roles, parameters })]),
    ),
    ...misdeclaredMeasures(apps),
    ...misdeclaredBoards(apps),
    ...misdeclaredPromises(apps),
    ...apps.flatMap(englishOf),
  ];
}

/** Names are the product's: what two apps declare under one name, the later would silently take over. */
function declaredTwice(apps: readonly App[]): readonly Shortcoming[] {
  const seen = new Map<string, string>();
  const paths = apps.flatMap((app) =>
    [
      `apps/${app.id}`,
      ...Object.keys(app.roles).map((id) => `roles/${id}`),
      ...app.registries.map(({ id }) => `registries/${id}`),
      ...app.parameters.map(({ name }) => `parameters/${name}`),
      ...app.cases.map(({ id }) => id),
      ...app.worklists.map(({ id }) => `worklists/${id}`),
      ...app.facts.map(({ kind }) => `facts/${kind}`),
      ...app.measures.map(({ id }) => `measures/${id}`),
      ...app.boards.map(({ id }) => `boards/${id}`),
      ...app.promises.map(({ id }) => `promises/${id}`),
      ...app.lights.map(({ id }) => `lights/${id}`),
    ].map((path): [string, string] => [path, app.id]),
  );
  return paths.flatMap(([path, app]): Shortcoming[] => {
    const other = seen.get(path);
    seen.set(path, app);
    if (other === undefined) return [];
    const what = `“${other}” and “${app}” both declare it.`;
    return [{ path, rule: 'twice', what, remedy: 'Give one of them another name.' }];
  });
}

/** Roles that parameters and worklists name. */
function strangeRoles(apps: readonly App[], roles: Readonly<Record<string, Role>>): readonly Shortcoming[] {
  const named = apps.flatMap(({ parameters, worklists }) => [
    ...parameters.map(({ name, editableBy }): [string, string] => [`parameters/${name}/editableBy`, editableBy]),
    ...worklists.flatMap((list) =>
      (list.for ?? []).map((role): [string, string] => [`worklists/${list.id}/for`, role]),
    ),
  ]);
  return named.flatMap(([path, role]): Shortcoming[] =>
    roles[role] === undefined
      ? [{ path, rule: 'unknown-role', what: `There is no role “${role}”.`, remedy: 'Declare it, or name another.' }]
      : [],
  );
}

function englishOf(app: App): readonly Shortcoming[] {
  const labels = appLabels(app);
  const lacking = Object.entries(labels)
    .filter(([path]) => app.english[path] === undefined)
    .map(
      ([path, label]): Shortcoming => ({
        path,
        rule: 'no-english',
        what: `“${label}” has no English.`,
        remedy: `Add '${path}' to the English side file of “${app.id}”.`,
      }),
    );
  const stray = Object.keys(app.english)
    .filter((path) => labels[path] === undefined)
    .map(
      (path): Shortcoming => ({
        path,
        rule: 'stray-english',
        what: 'The English side file names a text that does not exist.',
        remedy: `Delete '${path}' there, or correct its path.`,
      }),
    );
  return [...lacking, ...stray];
}

/** Checks and completes the apps. Throws `UnsafeDeclaration` with everything that is wrong. */
export function compile(apps: readonly App[]): Product {
  const shortcomings = shortcomingsOf(apps);
  if (shortcomings.length > 0) throw new UnsafeDeclaration(shortcomings);
  const words = Object.fromEntries(
    apps.flatMap((app) =>
      Object.entries(appLabels(app)).map(([path, zh]): [string, Words] => [path, { zh, en: app.english[path] ?? zh }]),
    ),
  );
  return {
    apps,
    roles: Object.assign({}, ...apps.map((app) => app.roles)) as Record<string, Role>,
    registries: apps.flatMap((app) => app.registries),
    parameters: apps.flatMap((app) => app.parameters),
    worklists: apps.flatMap((app) => app.worklists),
    facts: apps.flatMap((app) => app.facts),
    measures: apps.flatMap((app) => app.measures),
    boards: apps.flatMap((app) => app.boards),
    promises: apps.flatMap((app) => app.promises),
    lights: apps.flatMap((app) => app.lights),
    definitions: apps.flatMap((app) => app.cases.map((type) => definitionOf(type, words))),
    words,
  };
}

function definitionOf(type: CaseType, words: Readonly<Record<string, Words>>): Definition {
  const own = Object.keys(caseLabels(type)).map((path): [string, Words] => [path, words[path] as Words]);
  // Builders lend fields their steps; what is stored and hashed is the data alone.
  const data: CaseType = JSON.parse(JSON.stringify(type));
  return { kind: 'case', id: type.id, type: data, words: Object.fromEntries(own) };
}
