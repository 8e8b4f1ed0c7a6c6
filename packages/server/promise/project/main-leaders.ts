import type { PromiseWorld } from '../core/promise-world.ts';

/** The posts of the district's main leaders, as set. */
export function mainLeaders(world: Pick<PromiseWorld, 'setting' | 'org'>): readonly string[] {
  const set = world.setting<unknown>('projects.mainLeaders', []);
  return Array.isArray(set) ? set.filter((one) => typeof one === 'string' && world.org.post(one) !== undefined) : [];
}
