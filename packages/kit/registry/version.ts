import type { Words } from '../error/index.ts';

/**
 * One version of a record: what it said from `effectiveFrom` (included) to `validTo` (not included; null = open), both instants. A version that was
 * corrected keeps its number and content with an empty interval (`validTo === effectiveFrom`): history is never lost, and at any instant at most one version holds.
 */
export interface RecordVersion<Data = Readonly<Record<string, unknown>>> {
  readonly version: number;
  readonly effectiveFrom: number;
  readonly validTo: number | null;
  readonly parent: string | null;
  readonly name: Words;
  readonly data: Data;
}

interface Interval {
  readonly effectiveFrom: number;
  readonly validTo: number | null;
}

/** The version that holds at an anchor instant, or undefined where the record was not in effect. */
export function versionAt<V extends Interval>(versions: readonly V[], at: number): V | undefined {
  return versions.find((version) => holdsAt(version, at));
}

function holdsAt({ effectiveFrom, validTo }: Interval, at: number): boolean {
  return effectiveFrom <= at && (validTo === null || at < validTo);
}

/**
 * What a new version effective from `from` does to those there are: the intervals that change (by position) and the end of the new one. The version that
 * holds at `from` ends there; one that began exactly there is corrected (its interval becomes empty); later versions stay as announced.
 */
export function insertVersion(
  versions: readonly Interval[],
  from: number,
): { readonly validTo: number | null; readonly ends: ReadonlyMap<number, number> } {
  const at = versions.findIndex((version) => holdsAt(version, from));
  const held = versions[at];
  if (held) return { validTo: held.validTo, ends: new Map([[at, from]]) };
  const later = versions.filter((version) => version.effectiveFrom > from && version.validTo !== version.effectiveFrom);
  const next = later.reduce((least, version) => Math.min(least, version.effectiveFrom), Infinity);
  return { validTo: next === Infinity ? null : next, ends: new Map() };
}

/** What retiring a record from an instant does: the new ends by position. Versions that would begin later never hold. */
export function endVersions(versions: readonly Interval[], from: number): ReadonlyMap<number, number> {
  const ends = new Map<number, number>();
  versions.forEach((version, at) => {
    if (version.validTo !== null && version.validTo <= from) return;
    ends.set(at, Math.max(from, version.effectiveFrom));
  });
  return ends;
}
