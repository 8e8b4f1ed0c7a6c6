import {
  type Area,
  areaOfCode,
  cells,
  frontages,
  metres,
  type Place,
  type Position,
  places,
  positionIn,
} from '../area/index.ts';
import { type Chance, chance, weightedIndex } from '../chance.ts';
import { dutiesFor } from '../duties/index.ts';
import { type DemandItem, type DemandKind, demandItems } from '../matters/index.ts';
import type { Instant } from '../words.ts';
import { type Caller, caller } from './callers.ts';
import { mondayOf, type StoryDay, storyDays } from './day.ts';
import { hotSpots } from './hot-spots.ts';
import { dayWeights, hourWeights } from './rhythm.ts';
import { type Temper, temper } from './temper.ts';
import { type Ground, groundWeights, isGround } from './terrain.ts';
import { addressOf, spotOf, titleOf, words } from './text.ts';
import { type Voice, voices } from './voices.ts';

export type Channel = 'city' | 'phone' | 'app' | 'web' | 'visit';

/** What reaches the centre and how people will behave about it; nothing here is an outcome. */
export interface PlannedCase {
  /** Place in the order of arrival, from 0. */
  readonly index: number;
  readonly at: Instant;
  readonly channel: Channel;
  readonly demandKind: DemandKind;
  /** Code of the demand item. */
  readonly demand: string;
  /** Id of the matter and code of its filing condition, where the demand is about a managed one. */
  readonly matter?: string;
  readonly condition?: string;
  /** Danger to life or property. */
  readonly danger: boolean;
  /** Area codes. */
  readonly cell: string;
  readonly community: string;
  readonly street: string;
  readonly point: Position;
  readonly address: string;
  /** Code of the place that is heard of again and again. */
  readonly hotSpot?: string;
  readonly title: string;
  readonly text: string;
  readonly caller: Caller;
  /** Where the duty list would send it if no condition spoke; absent where it has no line. Tendencies go by it; routing is the engine's. */
  readonly likelyUnit?: string;
  readonly temper: Temper;
}

const WEEKS = 53;
const HOT_SHARE = 0.12;
const CHANNELS: readonly Channel[] = ['city', 'phone', 'app', 'web', 'visit'];
const byChannel = weightedIndex([60, 21, 13, 4, 2]);

/** Other conditions under which a case of the item may be filed, beside its usual one. */
const VARIANTS: Readonly<Record<string, readonly string[]>> = {
  '0402': ['01002-1', '01002-2', '01002-2', '01002-3', '01002-3', '01002-4'],
  '0409': ['01037-2', '01037-2', '01037-2', '01037-3', '01037-1'],
  '1404': ['04002-1', '04002-1', '04002-1', '04002-2'],
};
const DANGEROUS: ReadonlySet<string> = new Set([
  '01002-1',
  '01037-1',
  '01057-1',
  '04002-1',
  '06013-2',
  '06048-1',
  '10002-1',
]);

const itemOf = new Map(demandItems.map((item) => [item.code, item]));
const placeOf = new Map(places.map((place) => [place.code, place]));
const voiceIndex = new Map(voices.map(({ item }, i) => [item, i]));

const frontagesOf = grouped(frontages, ({ cell }) => cell);
const placesOf = grouped(places, ({ cell }) => cell);
const placesOfKind = grouped(places, ({ kind }) => kind);
const GROUNDS: readonly Ground[] = ['any', 'low', 'build', 'rural'];

/**
 * A year of the district: `count` cases over the 52 weeks before the week `anchorWeek` lies in and that week itself, in the order of their arrival. The
 * same seed, week and count give the same cases on every machine. Those after the present are left out by whoever seeds.
 */
export function casePlan(seed: number | string, anchorWeek: Instant, count = 60_000): readonly PlannedCase[] {
  const source = chance(`case-plan-${seed}`);
  const days = storyDays(mondayOf(anchorWeek) - (WEEKS - 1) * 7 * 86_400_000, WEEKS * 7);
  const draw = draws(days);
  const planned = Array.from({ length: count }, () => one(source, draw));
  return planned.sort((a, b) => a.at - b.at).map((item, index) => ({ index, ...item }));
}

type Draw = ReturnType<typeof draws>;

function draws(days: readonly StoryDay[]) {
  const byDay = new Map(voices.map((voice) => [voice.days, weightedIndex(dayWeights(voice.days, days))]));
  const byHour = new Map(voices.map((voice) => [voice.hours, weightedIndex(hourWeights(voice.hours))]));
  const byGround = new Map(GROUNDS.map((ground) => [ground, weightedIndex(groundWeights(ground))]));
  const kinds = voices.map((voice) => weightedIndex(voice.kinds.map(({ weight }) => weight)));
  const voice = weightedIndex(voices.map(({ share }) => share));
  const spot = weightedIndex(hotSpots.map(({ weight }) => weight));
  return {
    voice: (source: Chance): Voice => voices[voice(source)] as Voice,
    spot: (source: Chance) => hotSpots[spot(source)] as (typeof hotSpots)[number],
    kind: (source: Chance, of: Voice): DemandKind => {
      const draw = kinds[voiceIndex.get(of.item) as number] as (source: Chance) => number;
      return (of.kinds[draw(source)] as Voice['kinds'][number]).kind;
    },
    day: (source: Chance, of: Voice): StoryDay => days[(byDay.get(of.days) as Drawing)(source)] as StoryDay,
    hour: (source: Chance, of: Voice): number => (byHour.get(of.hours) as Drawing)(source),
    cell: (source: Chance, on: Ground): Area => cells[(byGround.get(on) as Drawing)(source)] as Area,
  };
}

type Drawing = (source: Chance) => number;

function one(source: Chance, draw: Draw): Omit<PlannedCase, 'index'> {
  const hot = source.happens(HOT_SHARE) ? draw.spot(source) : undefined;
  const voice = hot ? (voices[voiceIndex.get(source.pick(hot.items)) as number] as Voice) : draw.voice(source);
  const item = itemOf.get(voice.item) as DemandItem;
  const demandKind = hot && voice.kinds.length > 1 ? notAQuestion(source, draw, voice) : draw.kind(source, voice);
  const hour = draw.hour(source, voice);
  const at = draw.day(source, voice).start + hour * 3_600_000 + source.below(3_600_000);

  const { cell, frontage, place, atPlace, point } = whereabouts(source, draw, voice, hot && placeOf.get(hot.place));
  const spot = spotOf(cell, frontage, place, atPlace);

  const usual = VARIANTS[item.code];
  const condition = usual ? source.pick(usual) : item.condition;
  const asked = demandKind !== 'consultation' && demandKind !== 'suggestion';
  const filed = asked && item.matter !== undefined && condition !== undefined;
  const likelyUnit = dutiesFor(filed ? [item.code, item.matter as string] : [item.code], spot.street.code).find(
    (rule) => rule.condition === undefined,
  )?.lead;
  return {
    at,
    channel: CHANNELS[byChannel(source)] as Channel,
    demandKind,
    demand: item.code,
    ...(filed ? { matter: item.matter as string, condition } : {}),
    danger: filed && DANGEROUS.has(condition),
    cell: cell.code,
    community: spot.community.code,
    street: spot.street.code,
    point,
    address: addressOf(spot, source),
    ...(hot ? { hotSpot: hot.code } : {}),
    title: titleOf(item, spot),
    text: words(source, voice, item, demandKind, spot, hour),
    caller: caller(source, demandKind === 'report' ? 0.5 : 0.06),
    ...(likelyUnit === undefined ? {} : { likelyUnit }),
    temper: temper(source, demandKind, likelyUnit),
  };
}

/** At a hot spot or a place of the theme's kind; else at a house number of a cell on the theme's ground. */
function whereabouts(source: Chance, draw: Draw, voice: Voice, hotPlace: Place | undefined) {
  const { terrain } = voice;
  const own = hotPlace ?? (isGround(terrain) ? undefined : source.pick(placesOfKind.get(terrain) ?? places));
  const cell = own ? areaOfCode(own.cell) : draw.cell(source, isGround(terrain) ? terrain : 'any');
  const numbers = frontagesOf.get(cell.code);
  const frontage = numbers && source.pick(numbers);
  const place = own ?? nearestPlace(cell, source);
  return {
    cell,
    frontage,
    place,
    atPlace: own !== undefined,
    point: own?.point ?? frontage?.point ?? positionIn(cell, source),
  };
}

const nearest = new Map<string, Place>();

/** A named place of the cell, or the nearest one elsewhere. */
function nearestPlace(cell: Area, source: Chance): Place {
  const own = placesOf.get(cell.code);
  if (own) return source.pick(own);
  const found =
    nearest.get(cell.code) ??
    places.reduce((best, place) => (metres(place.point, cell.centre) < metres(best.point, cell.centre) ? place : best));
  nearest.set(cell.code, found);
  return found;
}

/** Nobody calls a hot spot to ask how to apply for something. */
function notAQuestion(source: Chance, draw: Draw, voice: Voice): DemandKind {
  for (;;) {
    const kind = draw.kind(source, voice);
    if (kind !== 'consultation') return kind;
  }
}

function grouped<T, K>(list: readonly T[], keyOf: (item: T) => K): ReadonlyMap<K, readonly T[]> {
  const groups = new Map<K, T[]>();
  for (const item of list) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}
