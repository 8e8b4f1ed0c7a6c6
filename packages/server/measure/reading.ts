import { localDateOf } from '@huying/kit/calendar';
import { HuyingError } from '@huying/kit/error';
import {
  type Breakdown,
  type Counts,
  CROSSES,
  figureOf,
  type Grain,
  isFew,
  minus,
  NOTHING,
  pairOfValues,
  plus,
  sameCounts,
  valuesOfPair,
} from '@huying/kit/measure';
import { type CaseServices, type World, worldOf } from '../case/index.ts';
import type { Ctx } from '../ledger/index.ts';
import { openAlarms, readCells } from './cell.store.ts';
import { countFacts } from './counting.ts';
import { daysCounted, freshDay } from './days-counted.ts';
import { labelsOf } from './grain-label.ts';
import { bookOf, type Counted, grainNumber } from './measure-book.ts';
import { type Days, type Period, periodsOf, stretchesOf, wholePeriod } from './period.ts';
import { publishedCells } from './published.ts';
import type { MeasureRow, ReadingRequest } from './reading-schema.ts';
import { inheritedScope, type Scope, scopeOf, scopeSql } from './scope.ts';
import { type Lineage, namingOf, stablePeriods, type UnitHistory, unitHistory } from './unit-history.ts';
import { unfinishedKinds } from './upkeep-state.ts';

/** Counts with the number of changes of facts they have seen. */
export interface Tally extends Counts {
  readonly c: number;
}

const EMPTY: Tally = { ...NOTHING, c: 0 };

/** One measure in one period: what is read for it. */
interface Reading {
  readonly counted: Counted;
  readonly period: Period;
  /** The days that count; from > to where none does yet. */
  readonly days: Days;
  /**
   * The present day, where it ends the days of a stock that counts only what came on a day that is over: what went today is gone, what
   * came today does not count yet.
   */
  readonly fresh: Days | null;
  /** The parts of them within which the tree of units was the same; one part for other breakdowns. */
  readonly parts: readonly Days[];
  readonly running: boolean;
}

/**
 * Numbers as the reader may see them: whoever reaches every case the district's, a department its own units', each measure by one
 * breakdown, in one period or one after another. Exact as of this transaction. Throws measure.unknown, .grain, .period, .notYours.
 */
export async function readMeasures(
  ctx: Ctx,
  services: CaseServices,
  request: ReadingRequest,
): Promise<readonly MeasureRow[]> {
  const world = await worldOf(ctx, services);
  const book = bookOf(services.product);
  const { grain, within } = request;
  const counted = request.measures.map((name) => book.counted(name));
  const cross = CROSSES.find((one) => within !== undefined && one === `${within.grain}.${grain}`);
  for (const { measure } of counted) {
    const kept = within === undefined ? measure.grain.includes(grain) : cross && measure.cross?.includes(cross);
    if (kept !== true) throw new HuyingError('measure.grain', { measure: measure.id, grain: cross ?? grain });
  }
  const own = scopeOf(world, ctx.actor.kind === 'system');
  const along = grain === 'unit' ? request.along : undefined;
  const scope = along === undefined ? own : inheritedScope(own, world.org);
  const history = await unitHistory(ctx, world.org, world.calendar);
  const today = localDateOf(world.calendar, ctx.now);
  const readings = periodsOf(request, request.by).flatMap((period) =>
    counted.map((one) => readingOf(one, period, today, within?.grain ?? grain, history)),
  );
  // Of a breakdown within another: which first values are meant, in each part of a reading.
  const heads = readings.map((reading): Heads | null => {
    if (within === undefined) return null;
    const roll = rollOf(world, scope, history, within.grain, reading, () => null);
    return (part) => new Set(roll(within.value, part));
  });
  const [tallies, unfinished] = await Promise.all([
    talliesOf(ctx, world, scope, cross ?? grain, readings, request.values, heads),
    unfinishedKinds(ctx.tx, ctx.tenant, book),
  ]);
  // Of what was published only whole units are the reader's, and of a street nothing but all of it.
  const byUnits = scope.sees === 'part' && scope.area === null && (within?.grain ?? grain) === 'unit';
  const whole = scope.sees === 'all' || byUnits;
  const lineage = (unit: string): Lineage | null => (along === undefined ? null : history.lineage(unit, along));
  const rolls = readings.map((reading) => rollOf(world, scope, history, grain, reading, lineage));
  const values = valuesOf(world, own, grain, tallies, request.values);
  const [published, alarms] = await Promise.all([
    whole && along === undefined ? publishedOf(ctx, readings, cross ?? grain) : readings.map(() => null),
    alarmsOf(ctx, readings, cross ?? grain, heads),
  ]);
  const label = labelsOf(world, services.product, grain, ctx.now);
  const nameOf = (unit: string) => world.org.unit(unit)?.name ?? { zh: unit, en: unit };
  const endOf = (unit: string): MeasureRow['ended'] => {
    const end = grain === 'unit' ? history.endOf(unit) : null;
    return end === null ? null : { ...end, into: end.into.map(nameOf) };
  };
  const alongOf = (unit: string): MeasureRow['along'] => {
    const line = lineage(unit);
    return line === null
      ? null
      : { how: line.how, with: line.with.map((one) => ({ name: nameOf(one.unit), on: one.on })) };
  };

  return readings.flatMap((reading, place) =>
    values.map((value): MeasureRow => {
      const { measure } = reading.counted;
      const roll = rolls[place];
      const sum = (cells: (part: number, value: string) => Tally | undefined) =>
        reading.parts.reduce<Tally>((total, _, part) => {
          const members = roll?.(value, part) ?? [value];
          return [...members].reduce<Tally>((all, one) => tallied(all, cells(part, one)), total);
        }, EMPTY);
      const found = sum((part, one) => tallies.get(`${place} ${part} ${one}`));
      const members = [...(roll?.(value, 0) ?? [value])];
      const came = (one: string) => tallies.get(`${place} ${FRESH} ${one}`)?.d ?? 0;
      const fresh = reading.fresh === null ? 0 : members.reduce((all, one) => all + came(one), 0);
      const now = stood(measure, { ...found, n: found.n - fresh });
      const then = published[place];
      const firsts = heads[place]?.(0) ?? null;
      const pairs =
        firsts === null ? members : [...firsts].flatMap((head) => members.map((one) => pairOfValues(head, one)));
      const told = then === null || then === undefined ? null : stood(measure, sumOf(then.cells, pairs));
      const off = alarmedBy(alarms, reading, members);
      return {
        measure: measure.id,
        grain,
        value,
        ...namingOf(grain === 'unit' ? history.namesWithin(value, reading.period) : [], label(value, measure)),
        period: reading.period,
        n: now.n,
        d: now.d,
        x: now.x,
        rate: figureOf(measure, now),
        few: isFew(measure, now),
        running: reading.running,
        published:
          then === null || then === undefined || told === null
            ? null
            : {
                at: new Date(then.at).toISOString(),
                n: told.n,
                d: told.d,
                x: told.x,
                rate: figureOf(measure, told),
                same: sameCounts(told, now),
                changes: Math.max(0, now.c - told.c),
              },
        alarm: off === null ? null : alarmOf(measure, now, off),
        recounting: unfinished.has(measure.fact),
        units: grain === 'unit' ? [...history.changes(membersOf(roll, value, reading), reading.period)] : [],
        ended: endOf(value),
        along: alongOf(value),
      };
    }),
  );
}

function readingOf(counted: Counted, period: Period, today: string, grain: Grain, history: UnitHistory): Reading {
  const { measure } = counted;
  const days = daysCounted(measure, period, today);
  // What stands at the end of a stretch of time stands where the units are then.
  const splits = grain === 'unit' && days.from <= days.to && !('stock' in measure.form);
  const parts = splits ? stablePeriods(history, days) : [days];
  return { counted, period, days, fresh: freshDay(measure, period, today), parts, running: period.to >= today };
}

/** The part of a reading that is its day under way. */
const FRESH = 'fresh';

/** Of a stock only how many there were is told: how many came is in its cells for `fresh` alone. */
function stood({ form }: Counted['measure'], tally: Tally): Tally {
  return 'stock' in form ? { ...tally, d: 0, x: 0 } : tally;
}

type Tallies = ReadonlyMap<string, Tally>;

/** Members of a value in one part of a reading: of a unit, all below it then; of anything else, itself. */
type Roll = (value: string, part: number) => Iterable<string>;

function rollOf(
  { org }: World,
  scope: Scope,
  history: UnitHistory,
  grain: Grain,
  reading: Reading,
  lineage: (unit: string) => Lineage | null,
): Roll {
  if (grain === 'all' && scope.sees === 'part' && scope.units !== null && scope.area === null)
    return () => scope.units ?? [];
  if (grain !== 'unit') return (value) => [value];
  const known = new Map<string, readonly string[]>();
  return (value, part) => {
    const day = reading.parts[part]?.to ?? reading.days.to;
    const key = `${part} ${value}`;
    let members = known.get(key);
    if (members === undefined) {
      const line = lineage(value);
      const heads = headsOf(value, line);
      const below = new Set(heads.flatMap((head) => [...history.subtreeOn(head, day)]));
      members = [...(below.size === 0 && org.unit(value) === undefined ? [value] : below)].filter(
        (unit) => scope.sees === 'all' || scope.units === null || scope.units.has(unit),
      );
      known.set(key, members);
    }
    return members;
  };
}

/** The units that a number of one is of: itself, and those it took over whole. */
export function headsOf(unit: string, line: Lineage | null): readonly string[] {
  return line?.how === 'joined' ? [unit, ...line.with.map((one) => one.unit)] : [unit];
}

function membersOf(roll: Roll | undefined, value: string, reading: Reading): ReadonlySet<string> {
  return new Set(reading.parts.flatMap((_, part) => [...(roll?.(value, part) ?? [])]));
}

/** The units (with all below them) or the street within which something is broken down, in one part of a reading. */
type Heads = (part: number) => ReadonlySet<string>;

async function talliesOf(
  ctx: Ctx,
  world: World,
  scope: Scope,
  grain: Breakdown,
  readings: readonly Reading[],
  asked: readonly string[] | undefined,
  heads: readonly (Heads | null)[],
): Promise<Tallies> {
  const places = readings.flatMap(({ counted, parts, fresh }, place) => [
    ...parts.map((days, part) => ({ name: `${place} ${part}`, counted, days, within: heads[place]?.(part) ?? null })),
    ...(fresh === null ? [] : [{ name: `${place} ${FRESH}`, counted, days: fresh, within: heads[place]?.(0) ?? null }]),
  ]);
  const wanted = places
    .map(({ counted, days }, at) => ({ place: at, counted, ...days }))
    .filter(({ from, to }) => from <= to);
  const keyed = (found: readonly (Tally & { readonly place: number; readonly value: string })[]): Tallies => {
    const tallies = new Map<string, Tally>();
    for (const one of found) {
      const { name = '', within = null } = places[one.place] ?? {};
      const [head, code] = within === null ? ['', one.value] : valuesOfPair(one.value);
      if (within !== null && !within.has(head)) continue;
      const key = `${name} ${code}`;
      tallies.set(key, tallied(one, tallies.get(key)));
    }
    return tallies;
  };
  const first = [...new Set(places.flatMap(({ within }) => [...(within ?? [])]))];
  const isCross = places.some(({ within }) => within !== null);
  const ownUnits = scope.sees === 'part' && scope.units !== null && scope.area === null;
  const byUnits = ownUnits && (grain === 'unit' || grain === 'all');
  if (scope.sees === 'all' || byUnits || (ownUnits && grain.startsWith('unit.'))) {
    const values = isCross ? first : byUnits ? [...(scope.units ?? [])] : grain === 'unit' ? null : (asked ?? null);
    return keyed(
      await readCells(
        ctx.tx,
        ctx.tenant,
        grainNumber(byUnits ? 'unit' : grain),
        wanted.map(({ counted, place, from, to }) => ({
          place,
          measure: counted.id,
          from,
          to,
          stretches: stretchesOf({ from, to }),
        })),
        values,
        isCross ? 'within' : 'these',
      ),
    );
  }
  const counts = await countFacts(
    ctx.tx,
    ctx.tenant,
    wanted.map(({ counted, ...rest }) => ({ ...rest, measure: counted.measure })),
    grain,
    world.calendar,
    scopeSql(scope, 8),
  );
  return keyed(counts.map((count) => ({ ...count, c: 0 })));
}

/** Which values have a row: those asked for that are the reader's; else all there is something of, of units those at the top. */
function valuesOf(
  { org, post }: World,
  scope: Scope,
  grain: Grain,
  tallies: Tallies,
  asked: readonly string[] | undefined,
): readonly string[] {
  if (grain === 'all') return [''];
  if (grain !== 'unit') {
    const found = new Set([...tallies.keys()].map((key) => key.split(' ').slice(2).join(' ')));
    return (asked ?? [...found].sort()).filter(
      (value) => asked === undefined || scope.sees === 'all' || found.has(value),
    );
  }
  const mine = (unit: string) => scope.sees === 'all' || scope.units === null || scope.units.has(unit);
  if (asked !== undefined) return asked.filter(mine);
  const top = scope.sees === 'all' || scope.units === null ? org.root?.id : post?.unit;
  if (top === undefined) return [];
  const below = org.children(top).map(({ id }) => id);
  return top === org.root?.id ? below : [top, ...below];
}

async function publishedOf(ctx: Ctx, readings: readonly Reading[], grain: Breakdown) {
  const wanted = readings.map(({ counted, period, parts }) => {
    // Where the tree of units changed within the period, what was published cannot be told apart by unit.
    const kind = parts.length > 1 ? null : wholePeriod(period);
    return kind === null ? null : { period: kind, start: period.from, measure: counted.measure.id };
  });
  return publishedCells(ctx.tx, ctx.tenant, wanted, grain);
}

function sumOf(cells: Readonly<Record<string, readonly number[]>>, values: readonly string[]): Tally {
  return values.reduce<Tally>((sum, value) => {
    const [n = 0, d = 0, x = 0, c = 0] = cells[value] ?? [];
    return tallied(sum, { n, d, x, c });
  }, EMPTY);
}

function tallied(a: Tally, b: Tally | undefined): Tally {
  return b === undefined ? a : { ...plus(a, b), c: a.c + b.c };
}

interface Alarmed extends Counts {
  readonly measure: number;
  readonly span: number;
  readonly day: string;
  readonly value: string;
  readonly at: number;
}

async function alarmsOf(
  ctx: Ctx,
  readings: readonly Reading[],
  grain: Breakdown,
  heads: readonly (Heads | null)[],
): Promise<readonly Alarmed[]> {
  const days = readings.map(({ days: own }) => own);
  const from = days.map((one) => one.from).reduce((a, b) => (a < b ? a : b));
  const to = days.map((one) => one.to).reduce((a, b) => (a > b ? a : b));
  const ids = [...new Set(readings.map(({ counted }) => counted.id))];
  const open = await openAlarms(ctx.tx, ctx.tenant, grainNumber(grain), ids, { from, to });
  const within = heads[0]?.(0) ?? null;
  return open.flatMap(({ measure, span, day, value: kind, foundAt, kept, counted }) => {
    const three = ([n = 0, d = 0, x = 0]: readonly number[]) => ({ n, d, x });
    const [head, value] = within === null ? ['', kind] : valuesOfPair(kind);
    if (within !== null && !within.has(head)) return [];
    return { measure, span, day, value, at: foundAt.getTime(), ...minus(three(counted), three(kept)) };
  });
}

/** By how much the cells of a row are off, as the last recount found; null where it found nothing. */
function alarmedBy(
  alarms: readonly Alarmed[],
  { counted, days }: Reading,
  values: Iterable<string>,
): (Counts & { readonly at: number }) | null {
  const members = new Set(values);
  const read = stretchesOf(days);
  const own = alarms.filter(
    ({ measure, span, day, value }) =>
      measure === counted.id &&
      members.has(value) &&
      read.some((stretch) => stretch.span === span && day >= stretch.from && day <= stretch.to),
  );
  if (own.length === 0) return null;
  return own.reduce((sum, one) => ({ ...plus(sum, one), at: Math.max(sum.at, one.at) }), { ...NOTHING, at: 0 });
}

function alarmOf(
  measure: Counted['measure'],
  now: Counts,
  { at, ...off }: Counts & { readonly at: number },
): NonNullable<MeasureRow['alarm']> {
  const right = stood(measure, { ...plus(now, off), c: 0 });
  const { n, d, x } = right;
  return { at: new Date(at).toISOString(), n, d, x, rate: figureOf(measure, right) };
}
