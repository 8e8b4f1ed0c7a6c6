import { DEFAULT_ENGLISH } from './default-lights.en.ts';
import type { LightRuleSet } from './light.ts';
import { PUBLISHED_ENGLISH } from './published-lights.en.ts';

/** The texts of rule sets by path: `lights/<id>` with `/source`, `/consequence`, `/inputs/<input>`, `/inputs/<input>/<option>`, `/rules/<rule>`. */
export function lightLabels({
  id,
  label,
  source,
  inputs,
  rules,
  consequence,
}: LightRuleSet): Readonly<Record<string, string>> {
  const path = `lights/${id}`;
  return Object.fromEntries([
    [path, label],
    [`${path}/source`, source],
    ...Object.entries(inputs).flatMap(([name, input]): [string, string][] => [
      [`${path}/inputs/${name}`, input.label],
      ...(input.kind === 'choice' ? Object.entries(input.options) : []).map(([code, option]): [string, string] => [
        `${path}/inputs/${name}/${code}`,
        option,
      ]),
    ]),
    ...rules.map((rule): [string, string] => [`${path}/rules/${rule.id}`, rule.words]),
    ...(consequence === undefined ? [] : [[`${path}/consequence`, consequence] as [string, string]]),
  ]);
}

const ENGLISH: Readonly<Record<string, string>> = { ...DEFAULT_ENGLISH, ...PUBLISHED_ENGLISH };

/** The English of default and published rule sets, for the side file of the app that takes them up. */
export function lightEnglish(sets: readonly LightRuleSet[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    sets.flatMap((set) =>
      Object.values(lightLabels(set)).map((text, at): [string, string] => [
        Object.keys(lightLabels(set))[at] ?? '',
        ENGLISH[text] ?? '',
      ]),
    ),
  );
}
