import { coversArea } from '@huying/kit/access';
import { type CalendarRules, calendarOf } from '@huying/kit/calendar';
import type { CaseContext, Value } from '@huying/kit/case';
import type { Definition } from '@huying/kit/compile';
import { stagesOf, type World } from '../case/index.ts';
import { newId } from '../ledger/index.ts';
import { type OrgRows, orgView, type Post } from '../org/index.ts';
import { type RecordReading, registryView } from '../registry/index.ts';
import type { Cast } from './replay.ts';

/** All that a replay needs of a district, as plain data: it is carried out in a thread of its own. */
export interface StageData {
  readonly org: OrgRows;
  /** The records that rules look at: duties and filing conditions. */
  readonly records: readonly RecordReading[];
  readonly parameters: Readonly<Record<string, Value>>;
  readonly definition: Definition;
  readonly hash: string;
  readonly now: number;
}

/** The district as the engine's rules see it, put together again from plain data. */
export function worldFrom({ org: rows, records, parameters, now }: StageData): World {
  const org = orgView(rows);
  const registry = registryView(
    records.map((reading) => ({ ...reading, versions: [reading] })),
    'stage',
  );
  const calendar = calendarOf(parameters['base.calendar'] as unknown as CalendarRules);
  const parameter = (name: string): Value => parameters[name] ?? null;
  const context: CaseContext = {
    now,
    acting: { kind: 'system' },
    units: org,
    calendar,
    parameter,
    filingLimits: (code) => stagesOf(registry.last('condition', code, now)?.data.limit),
    id: newId,
  };
  return { org, registry, calendar, parameter, post: undefined, reach: { reach: 'none' }, context };
}

/** The people of the district; each question is answered from memory. */
export function castFrom({ org: rows }: StageData, { org }: World): Cast {
  const byRole = Map.groupBy(rows.posts, (post) => post.role);
  const inUnits = new Map<string, readonly Post[]>();
  const within = (role: string, unit: string): readonly Post[] => {
    const key = `${role} ${unit}`;
    const known = inUnits.get(key);
    if (known !== undefined) return known;
    const found = (byRole.get(role) ?? []).filter((post) => org.isWithin(post.unit, unit));
    inUnits.set(key, found);
    return found;
  };
  return {
    post(role, unit, turn, area) {
      const held = unit === null ? (byRole.get(role) ?? []) : within(role, unit);
      const here = area === undefined || area === null ? held : held.filter((post) => coversArea(post.area, area));
      return here[turn % Math.max(1, here.length)];
    },
    actor: (post) => ({ kind: 'person', account: post.account, post: post.id, name: org.nameOf(post.account) ?? '' }),
  };
}
