import type { CaseRecord, CaseType, Value } from '@huying/kit/case';
import { dueOf, isPast, yellowFrom } from '@huying/kit/clock';
import { cellOf } from '@huying/kit/map';
import type { Ctx } from '../ledger/index.ts';
import { thresholdsOf } from './clock-views.ts';
import { countSettled, type MapPoint, type SettledChange, setPoints } from './map.store.ts';
import type { World } from './world.ts';

type Reckoned = Pick<World, 'calendar' | 'parameter'>;

/** Keeps the map in step with a step of a case; most steps change nothing on it. `before` is null for a new case. */
export function putOnMap(
  { tx, tenant }: Pick<Ctx, 'tx' | 'tenant'>,
  world: Reckoned,
  type: CaseType,
  before: CaseRecord | null,
  after: CaseRecord,
): void {
  const [was, point] = [before === null ? null : mapPoint(type, before, world), mapPoint(type, after, world)];
  if (JSON.stringify(was) === JSON.stringify(point)) return;
  tx.write(setPoints, { tenant, id: after.id, isNew: before === null, point });
  for (const change of settledChanges(was, point)) tx.write(countSettled, { tenant, ...change });
}

/** Tells anew when a case turns yellow and is due, after the calendar or the share at which it does was changed. Settled ones stay. */
export function reckonOnMap({ tx, tenant }: Ctx, world: Reckoned, type: CaseType, record: CaseRecord): void {
  tx.write(setPoints, { tenant, id: record.id, isNew: false, point: mapPoint(type, record, world) });
}

function settledChanges(was: MapPoint | null, is: MapPoint | null): readonly SettledChange[] {
  const key = (point: MapPoint) => JSON.stringify([point.cell, point.east, point.north, point.area, point.settled]);
  if (was !== null && is !== null && key(was) === key(is)) return [];
  return [
    ...(was === null || was.settled === null ? [] : [{ point: was, by: -1 as const }]),
    ...(is === null || is.settled === null ? [] : [{ point: is, by: 1 as const }]),
  ];
}

/** How a case stands on the map; null where it has no point there, or its place is not everybody's to see who sees the case. */
function mapPoint(type: CaseType, record: CaseRecord, world: Reckoned): MapPoint | null {
  const point = publicPoint(type, record);
  const cell = point === null ? null : cellOf(point.longitude, point.latitude);
  if (point === null || cell === null) return null;
  const name = Object.keys(type.clocks).find((clock) => type.clocks[clock]?.promised === true);
  const clock = name === undefined ? undefined : record.clocks[name];
  return {
    cell,
    settled: settledLight(clock),
    dueAt: clock === undefined ? null : (dueOf(clock, world.calendar)?.at ?? null),
    yellowAt: clock === undefined ? null : (yellowFrom(clock, world.calendar, thresholdsOf(world))?.at ?? null),
    east: Math.round(point.longitude * 1e7),
    north: Math.round(point.latitude * 1e7),
    area: record.area,
    number: record.number,
    units: record.involved,
  };
}

function settledLight(clock: CaseRecord['clocks'][string] | undefined): 'done' | 'late' | null {
  // As in lists: what promises nothing is never late.
  if (clock === undefined) return 'done';
  if (clock.phase.kind !== 'stopped') return null;
  const { at, due } = clock.phase;
  return due !== null && isPast(at, due) ? 'late' : 'done';
}

function publicPoint(type: CaseType, record: CaseRecord) {
  const name = type.roles.place;
  const grading = type.fields[name]?.grading;
  const kept = grading === 'personal' || grading === 'sensitive';
  const concealed = type.conceals?.some(({ fields }) => fields.some((field) => field === name)) === true;
  return kept || concealed ? null : pointOf(record.data[name]);
}

/** The point of a place, WGS 84 degrees; null where it has none. */
export function pointOf(place: Value | undefined): { readonly longitude: number; readonly latitude: number } | null {
  if (place === null || typeof place !== 'object' || !('point' in place)) return null;
  const point = place.point as Value | undefined;
  if (point === null || typeof point !== 'object' || !('longitude' in point)) return null;
  return { longitude: Number(point.longitude), latitude: Number(point.latitude) };
}
