import type { LightRuleSet } from '@huying/kit/promise';
import { lightParameterOf } from './parameters.ts';
import { kindOf, type PromiseServices } from './promise-services.ts';
import type { PromiseWorld } from './promise-world.ts';

/** The rules that light a kind of promise: those the district chose, else those the kind declares. */
export function ruleSetFor(
  services: Pick<PromiseServices, 'product'>,
  world: Pick<PromiseWorld, 'setting'>,
  kind: string,
): LightRuleSet | undefined {
  const declared = kindOf(services, kind).lights;
  const chosen = world.setting(lightParameterOf(kind), declared);
  const { lights } = services.product;
  return lights.find(({ id }) => id === chosen) ?? lights.find(({ id }) => id === declared);
}
