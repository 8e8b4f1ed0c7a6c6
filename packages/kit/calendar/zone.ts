import { HuyingError } from '../error/index.ts';
import { type Instant, SECONDS_OF_DAY } from './civil-date.ts';

/** The offsets of one zone from UTC over a span: `offset[i]` seconds hold from the UTC second `since[i]` on. */
export interface ZoneOffsets {
  readonly since: Float64Array;
  readonly offset: Float64Array;
}

// No zone changes its offset and back within a week; the shortest interval on record is Ramadan in Morocco and Egypt.
const STEP = 7 * SECONDS_OF_DAY;
// No zone has changed its offset other than on a quarter of an hour since 1970.
const QUARTER = 900;

/** Finds every change of a zone's offset between two UTC seconds, exact to the second. Throws `calendar.zone`. */
export function zoneOffsets(zone: string, from: number, until: number): ZoneOffsets {
  const offsetOf = offsetReader(zone);
  const since = [from];
  const offset = [offsetOf(from)];
  for (let at = from; at < until; at += STEP) {
    const before = offset.at(-1) ?? 0;
    if (offsetOf(at + STEP) === before) continue;
    let [same, changed] = [at, at + STEP];
    while (changed - same > 1) {
      const middle = Math.floor((same + changed) / 2);
      if (offsetOf(middle) === before) same = middle;
      else changed = middle;
    }
    since.push(changed);
    offset.push(offsetOf(changed));
  }
  return { since: Float64Array.from(since), offset: Float64Array.from(offset) };
}

/** Seconds that local time is ahead of UTC at a UTC second. Outside the span the nearest offset holds. */
export function offsetAt(zone: ZoneOffsets, second: number): number {
  let index = zone.since.length - 1;
  while (index > 0 && (zone.since[index] ?? 0) > second) index--;
  return zone.offset[index] ?? 0;
}

/**
 * The UTC second of a local day and time. A time that summer time skips is taken as much later as the clocks were put forward; of a
 * time that comes twice the first is meant (RFC 5545).
 */
export function utcSecondOf(zone: ZoneOffsets, day: number, second: number): number {
  return utcOf(day * SECONDS_OF_DAY + second, (at) => offsetAt(zone, at));
}

/**
 * Turns what the clocks of a zone show, told as if it were UTC, into the instant, for whatever year: as `utcSecondOf` does over a span.
 * Throws `calendar.zone`.
 */
export function zoneClock(zone: string): (wall: Instant) => Instant {
  const offsetOf = offsetReader(zone);
  const known = new Map<number, number>();
  const offset = (second: number) => {
    const quarter = Math.floor(second / QUARTER) * QUARTER;
    let found = known.get(quarter);
    if (found === undefined) {
      found = offsetOf(quarter);
      known.set(quarter, found);
    }
    return found;
  };
  return (wall) => utcOf(wall / 1000, offset) * 1000;
}

/** What the clocks of a zone show at a moment: `2026-07-01 08:00:00`. */
export function wallClock(at: Instant, zone: string): string {
  // Swedish writes it so.
  return new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' }).format(at);
}

function utcOf(local: number, offset: (second: number) => number): number {
  const before = offset(local - SECONDS_OF_DAY);
  const after = offset(local + SECONDS_OF_DAY);
  const later = local - after;
  const earlier = local - before;
  if (before === after || offset(earlier) === before) return earlier;
  return offset(later) === after ? later : earlier;
}

function offsetReader(zone: string): (second: number) => number {
  let format: Intl.DateTimeFormat;
  try {
    format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
  } catch {
    throw new HuyingError('calendar.zone', { zone });
  }
  return (second) => {
    const text = format.format(second * 1000);
    const [, sign, hours, minutes, seconds] = /GMT([+-])(\d\d):(\d\d)(?::(\d\d))?$/.exec(text) ?? [];
    const size = Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(seconds ?? 0);
    return sign === '-' ? -size : size;
  };
}
