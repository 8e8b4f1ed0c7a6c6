import { declarationOf, type ParameterCatalogue } from './parameter-catalogue.ts';
import type { ParameterValue } from './store.ts';

/** A district's parameters as of one stamp, held in memory. */
export interface ParameterView {
  readonly stamp: string;
  /** The value in force at an instant: the latest set from then or before, or the declared default. Frozen. @throws parameter.unknown */
  at(name: string, instant: number): unknown;
  /** The setting in force at an instant, with who and why; undefined while the default holds. @throws parameter.unknown */
  settingAt(name: string, instant: number): ParameterValue | undefined;
  /** Every setting there was and is to come, the one from the latest instant first. @throws parameter.unknown */
  history(name: string): readonly ParameterValue[];
}

/** @param values in order of name, instant and seq, as the store gives them */
export function parameterView(
  catalogue: ParameterCatalogue,
  stamp: string,
  values: readonly ParameterValue[],
): ParameterView {
  const settings = new Map<string, ParameterValue[]>();
  for (const value of values) {
    const frozen = { ...value, value: freeze(value.value) };
    const list = settings.get(value.name);
    if (list === undefined) settings.set(value.name, [frozen]);
    else list.push(frozen);
  }
  const view: ParameterView = {
    stamp,
    at(name, instant) {
      const setting = view.settingAt(name, instant);
      return setting === undefined ? declarationOf(catalogue, name).default : setting.value;
    },
    settingAt(name, instant) {
      declarationOf(catalogue, name);
      return settings.get(name)?.findLast((value) => value.effectiveFrom <= instant);
    },
    history(name) {
      declarationOf(catalogue, name);
      return (settings.get(name) ?? []).toReversed();
    },
  };
  return view;
}

function freeze(value: unknown): unknown {
  if (value !== null && typeof value === 'object') {
    Object.values(value).forEach(freeze);
    Object.freeze(value);
  }
  return value;
}
