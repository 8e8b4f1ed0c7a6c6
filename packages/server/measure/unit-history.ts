import { type Calendar, localDateOf } from '@huying/kit/calendar';
import type { Words } from '@huying/kit/error';
import { type Ctx, happenedTo } from '../ledger/index.ts';
import type { OrgView } from '../org/index.ts';
import { type Days, dayBefore } from './period.ts';
import type { UnitChange } from './reading-schema.ts';

/** The organisation on every day: where each unit hung, what it was called, when it began and ended. */
export interface UnitHistory {
  /** The days on which a unit came under another, within some days: before and from then on the tree was another. */
  turns(days: Days): readonly string[];
  /** The unit and everything below it on a day. */
  subtreeOn(unit: string, day: string): ReadonlySet<string>;
  /** What happened to these units within some days. */
  changes(units: ReadonlySet<string>, days: Days): readonly UnitChange[];
  /** What a unit was called on a day; null for one that is not known. */
  nameOn(unit: string, day: string): Words | null;
  /** What a unit was called within some days, in order, the last name last; none for one that is not known. */
  namesWithin(unit: string, days: Days): readonly Words[];
  /** How a unit ended, where others go on with its duties. */
  endOf(unit: string): UnitEnd | null;
  /** Which units of the beginning of some days a unit of their end goes on with. */
  lineage(unit: string, days: Days): Lineage;
}

/** `merged` into a unit that others came into too or that was there before; gone over whole to a new one; `split` among several. */
export interface UnitEnd {
  readonly on: string;
  readonly how: 'merged' | 'succeeded' | 'split';
  readonly into: readonly string[];
}

/**
 * What a unit is to be compared with: itself; itself and those it took over whole (`joined`); nothing, because a unit whose duties it has
 * a part of was split, or because it was split or ended itself.
 */
export interface Lineage {
  readonly how: 'same' | 'joined' | 'split' | 'ended';
  /** Those it took over, or into which it went, or the one that was split, each with the day. */
  readonly with: readonly { readonly unit: string; readonly on: string }[];
}

interface Move {
  readonly unit: string;
  readonly day: string;
  /** The unit it was under before; null where that is not known any more. */
  readonly from: string | null;
}

const histories = new WeakMap<OrgView, UnitHistory>();

/** Reads how the organisation came to be as it is; once for each state of it. */
export async function unitHistory(
  ctx: Pick<Ctx, 'tx' | 'tenant'>,
  org: OrgView,
  calendar: Calendar,
): Promise<UnitHistory> {
  const known = histories.get(org);
  if (known !== undefined) return known;
  const happened = await happenedTo(
    ctx,
    org.units.map(({ id }) => id),
    ['move', 'rename'],
  );
  const history = historyOf(org, calendar, happened);
  histories.set(org, history);
  return history;
}

type Happened = Awaited<ReturnType<typeof happenedTo>>[number];

export function historyOf(org: OrgView, calendar: Calendar, happened: readonly Happened[]): UnitHistory {
  const dayOf = (at: number) => localDateOf(calendar, at);
  const moves = happened
    .filter(({ what }) => what === 'move')
    .map(({ subject, at, body }): Move => {
      const { before } = body as { readonly before: string };
      const above = before.split('/').at(-2) ?? '';
      return { unit: subject, day: dayOf(at), from: org.unitByCode(above)?.id ?? null };
    })
    .sort((a, b) => (a.day < b.day ? -1 : 1));
  const renames = happened.filter(({ what }) => what === 'rename').sort((a, b) => a.at - b.at);
  const began = org.root === undefined ? '' : dayOf(org.root.from);

  /** The unit above on a day: what the first move after that day took it from. */
  function parentOn(unit: string, day: string): string | null {
    const later = moves.find((move) => move.unit === unit && move.day > day);
    return later === undefined ? (org.unit(unit)?.parent ?? null) : later.from;
  }

  function isWithinOn(unit: string, ancestor: string, day: string): boolean {
    // A unit never hangs below itself, but bad data must not make us walk for ever.
    for (let at: string | null = unit, steps = 0; at !== null && steps < 32; at = parentOn(at, day), steps += 1) {
      if (at === ancestor) return true;
    }
    return false;
  }

  const nameOf = (id: string | null): Words | null => (id === null ? null : (org.unit(id)?.name ?? null));

  /** The day on which a unit ended, where others go on with its duties. */
  const successionOf = (unit: string): string | null => {
    const to = org.unit(unit)?.to ?? null;
    return to === null || org.successorsOf(unit).length === 0 ? null : dayOf(to);
  };

  function endOf(id: string): UnitEnd | null {
    const on = successionOf(id);
    if (on === null) return null;
    const heirs = org.successorsOf(id);
    const into = heirs.map((heir) => heir.id);
    const [only] = heirs;
    if (only === undefined || heirs.length > 1) return { on, how: 'split', into };
    const fresh = dayOf(only.from) >= on && org.predecessorsOf(only.id).length === 1;
    return { on, how: fresh ? 'succeeded' : 'merged', into };
  }

  function lineage(id: string, { from, to }: Days): Lineage {
    const within = (day: string | null): day is string => day !== null && day > from && day <= to;
    const end = successionOf(id);
    if (within(end)) {
      const heirs = org.successorsOf(id).map((heir) => ({ unit: heir.id, on: end }));
      return { how: heirs.length > 1 ? 'split' : 'ended', with: heirs };
    }
    const joined = new Map<string, string>();
    const open = [id];
    for (const one of open) {
      for (const before of org.predecessorsOf(one)) {
        const on = successionOf(before.id);
        if (!within(on) || joined.has(before.id)) continue;
        if (org.successorsOf(before.id).length > 1) return { how: 'split', with: [{ unit: before.id, on }] };
        joined.set(before.id, on);
        open.push(before.id);
      }
    }
    return { how: joined.size === 0 ? 'same' : 'joined', with: [...joined].map(([unit, on]) => ({ unit, on })) };
  }

  function nameOn(id: string, day: string): Words | null {
    const later = renames.find(({ subject, at }) => subject === id && dayOf(at) > day);
    return later === undefined ? nameOf(id) : (later.body as { readonly before: Words }).before;
  }

  function namesWithin(id: string, { from, to }: Days): readonly Words[] {
    const first = nameOn(id, from);
    if (first === null) return [];
    const later = renames
      .filter(({ subject, at }) => subject === id && dayOf(at) > from && dayOf(at) <= to)
      .map(({ body }) => (body as { readonly after: Words }).after);
    return [first, ...later];
  }

  /** Names of units as one text. */
  const namesOf = (ids: readonly string[]): Words => {
    const names = ids.flatMap((id) => nameOf(id) ?? []);
    return { zh: names.map(({ zh }) => zh).join('、'), en: names.map(({ en }) => en).join(', ') };
  };

  return {
    nameOn,
    namesWithin,
    endOf,
    lineage,
    turns: ({ from, to }) => [...new Set(moves.map(({ day }) => day))].filter((day) => day > from && day <= to),
    subtreeOn(unit, day) {
      if (!moves.some((move) => move.day > day)) return new Set(org.subtree(unit).map(({ id }) => id));
      return new Set(org.units.filter(({ id }) => isWithinOn(id, unit, day)).map(({ id }) => id));
    },
    changes(units, { from, to }) {
      const within = (day: string) => day > from && day <= to;
      const changes: UnitChange[] = [];
      for (const id of units) {
        const unit = org.unit(id);
        if (unit === undefined) continue;
        const start = dayOf(unit.from);
        if (within(start) && start !== began)
          changes.push({ unit: id, what: 'began', on: start, before: null, after: unit.name });
        if (unit.to !== null && within(dayOf(unit.to))) {
          const end = endOf(id);
          const after = end === null ? null : namesOf(end.into);
          changes.push({ unit: id, what: end?.how ?? 'ended', on: dayOf(unit.to), before: unit.name, after });
        }
        for (const { id: before, name } of org.predecessorsOf(id)) {
          const on = successionOf(before);
          if (on !== null && within(on)) changes.push({ unit: id, what: 'took', on, before: name, after: unit.name });
        }
      }
      for (const { subject, what, at, body } of happened) {
        const on = dayOf(at);
        if (what !== 'rename' || !units.has(subject) || !within(on)) continue;
        const { before, after } = body as { readonly before: Words; readonly after: Words };
        changes.push({ unit: subject, what: 'renamed', on, before, after });
      }
      for (const { unit, day, from: before } of moves) {
        if (!units.has(unit) || !within(day)) continue;
        changes.push({ unit, what: 'moved', on: day, before: nameOf(before), after: nameOf(parentOn(unit, day)) });
      }
      return changes.sort((a, b) => (a.on < b.on ? -1 : 1));
    },
  };
}

/** Stretches of some days within which the tree of units stayed as it was. */
export function stablePeriods(history: Pick<UnitHistory, 'turns'>, { from, to }: Days): readonly Days[] {
  const starts = [from, ...history.turns({ from, to })];
  return starts.map((start, index) => {
    const next = starts[index + 1];
    return { from: start, to: next === undefined ? to : dayBefore(next) };
  });
}

/** How a unit is to be called in a number of some days: its last name of then, those it bore before within them, and today's where it is another. */
export interface Naming {
  readonly label: Words;
  readonly formerly: Words[];
  readonly present: Words | null;
}

/** Names that differ in either language are two. */
const sameName = (a: Words, b: Words) => a.zh === b.zh && a.en === b.en;

export function namingOf(names: readonly Words[], today: Words): Naming {
  const label = names.at(-1) ?? today;
  const formerly = names.filter(
    (name, at) => !sameName(name, label) && names.findIndex((one) => sameName(one, name)) === at,
  );
  return { label, formerly, present: sameName(label, today) ? null : today };
}
