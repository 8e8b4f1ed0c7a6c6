import { localTimeOf } from '@huying/kit/calendar';
import { type CaseRecord, type DutyAnswer, type DutyRule, inDutyOrder, route } from '@huying/kit/case';
import { type Condition, readCondition } from '@huying/kit/condition';
import { inForce } from '../org/index.ts';
import type { RegistryView } from '../registry/index.ts';
import type { World } from './world.ts';

const lists = new WeakMap<RegistryView, { readonly at: number; readonly rules: readonly DutyRule[] }>();

/** A line of the list may begin or end at any time without an edit: what was read is good for so long. */
const GOOD_FOR_MS = 60_000;

/** The duty list in force, kept in memory. A line whose condition cannot be read names nobody. */
export function dutyList(registry: RegistryView, now: number): readonly DutyRule[] {
  const kept = lists.get(registry);
  if (kept !== undefined && Math.abs(now - kept.at) < GOOD_FOR_MS) return kept.rules;
  const rules = registry.all('duty', now).flatMap(({ code, data }): DutyRule[] => {
    const when = conditionIn(data.when);
    if (when === undefined) return [];
    return [
      {
        code,
        order: Number(data.order ?? 0),
        matters: codesIn(data.matters),
        areas: codesIn(data.areas),
        when,
        lead: data.leadIn === 'street' || typeof data.lead !== 'string' ? null : data.lead,
        assisting: Array.isArray(data.assisting) ? (data.assisting as string[]) : [],
        basis: String(data.basis ?? ''),
        takenBack: data.takenBack === 'yes',
      },
    ];
  });
  const ordered = inDutyOrder(rules);
  lists.set(registry, { at: now, rules: ordered });
  return ordered;
}

function conditionIn(text: unknown): Condition | null | undefined {
  if (typeof text !== 'string') return null;
  try {
    return readCondition(JSON.parse(text));
  } catch {
    return undefined;
  }
}

/**
 * Who answers for a case by the duty list in force, on its present matter, class and place; null where no rule fits.
 * `at` is the moment it is asked for: some duties change hands at night.
 */
export function dutyFor(record: CaseRecord, world: World, at: number = world.context.now): DutyAnswer | null {
  const text = (name: string) => (typeof record.data[name] === 'string' ? [record.data[name] as string] : []);
  return route(dutyList(world.registry, world.context.now), {
    codes: [...text('matter'), ...text('demandClass')],
    area: record.area,
    facts: { ...record.data, filingCondition: record.data.condition ?? null, hour: hourOf(world, at) },
    streetOf: (area) =>
      world.org.units.find(
        (unit) =>
          unit.kind === 'street' &&
          inForce(unit, world.context.now) &&
          unit.area !== null &&
          area.startsWith(unit.area),
      )?.id ?? null,
    isStreet: (unit) => world.org.line(unit).some(({ kind }) => kind === 'street'),
  });
}

function codesIn(text: unknown): readonly string[] {
  return typeof text === 'string' ? text.split(/\s+/).filter((code) => code !== '') : [];
}

function hourOf({ calendar }: World, at: number): number {
  return Math.floor(localTimeOf(calendar, at).second / 3600);
}
