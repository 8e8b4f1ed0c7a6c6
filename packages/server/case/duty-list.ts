import { type CaseRecord, type DutyAnswer, type DutyRule, route } from '@huying/kit/case';
import type { RegistryView } from '../registry/index.ts';
import type { World } from './world.ts';

const lists = new WeakMap<RegistryView, readonly DutyRule[]>();

/** The duty list in force, read from its registry once for each state of it. */
export function dutyList(registry: RegistryView, now: number): readonly DutyRule[] {
  let rules = lists.get(registry);
  if (rules === undefined) {
    rules = registry.all('duty', now).map(({ code, data }) => ({
      code,
      order: Number(data['order'] ?? 0),
      matter: String(data['matter'] ?? ''),
      area: String(data['area'] ?? ''),
      when: typeof data['when'] === 'string' ? JSON.parse(data['when']) : null,
      lead: data['leadIn'] === 'street' || typeof data['lead'] !== 'string' ? null : data['lead'],
      assisting: Array.isArray(data['assisting']) ? (data['assisting'] as string[]) : [],
      basis: String(data['basis'] ?? ''),
      takenBack: data['takenBack'] === 'yes',
    }));
    lists.set(registry, rules);
  }
  return rules;
}

/** Who answers for a case by the duty list, on its present matter, class and place; null where no rule fits. */
export function dutyFor(record: CaseRecord, world: World): DutyAnswer | null {
  const text = (name: string) => (typeof record.data[name] === 'string' ? [record.data[name] as string] : []);
  return route(dutyList(world.registry, world.context.now), {
    codes: [...text('matter'), ...text('demandClass')],
    area: record.area,
    facts: record.data,
    streetOf: (area) =>
      world.org.units.find((unit) => unit.kind === 'street' && unit.area !== null && area.startsWith(unit.area))?.id ??
      null,
    isStreet: (unit) => world.org.unit(unit)?.kind === 'street',
  });
}
