import type { Role } from '../access/index.ts';
import type { Board } from '../board/index.ts';
import type { CaseType } from '../case/index.ts';
import type { FactDeclaration, Measure } from '../measure/index.ts';
import type { LightRuleSet, PromiseKind } from '../promise/index.ts';
import type { Registry } from '../registry/index.ts';
import type { ParameterDeclaration } from './parameter-declaration.ts';
import type { Worklist } from './worklist.ts';

/** A governance application: declarations only. Labels are plain Chinese; `english` is its side file, keyed by path. */
export interface App {
  readonly id: string;
  readonly name: string;
  /** Apps that must be there for this one to work; every app may rely on `base`. */
  readonly requires: readonly string[];
  readonly roles: Readonly<Record<string, Role>>;
  readonly registries: readonly Registry[];
  readonly parameters: readonly ParameterDeclaration[];
  readonly cases: readonly CaseType[];
  readonly worklists: readonly Worklist[];
  readonly facts: readonly FactDeclaration[];
  readonly measures: readonly Measure[];
  readonly boards: readonly Board[];
  /** Kinds of promises, and the rule sets that their lights may be computed by. */
  readonly promises: readonly PromiseKind[];
  readonly lights: readonly LightRuleSet[];
  readonly english: Readonly<Record<string, string>>;
}

/** Declares an app. What is left out is empty, so that nothing downstream asks whether it is set. */
export function defineApp(app: Pick<App, 'id' | 'name' | 'english'> & Partial<App>): App {
  return {
    requires: [],
    roles: {},
    registries: [],
    parameters: [],
    cases: [],
    worklists: [],
    facts: [],
    measures: [],
    boards: [],
    promises: [],
    lights: [],
    ...app,
  };
}
