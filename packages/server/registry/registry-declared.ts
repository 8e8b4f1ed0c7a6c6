import { HuyingError } from '@huying/kit/error';
import type { Registry } from '@huying/kit/registry';

/** The registries that the apps declare, by id. */
export type Declared = ReadonlyMap<string, Registry>;

/** @throws registry.unknown */
export function declared(registries: Declared, id: string): Registry {
  const registry = registries.get(id);
  if (!registry) throw new HuyingError('registry.unknown', { registry: id });
  return registry;
}
