import type { Day } from './day.ts';
import type { Aim, Indicator } from './indicator.ts';
import { steady } from './light.ts';
import type { Observed, Source } from './observation.ts';
import { countedParts, type Part, shareDone, shareDue } from './part.ts';
import { rollUp } from './roll-up.ts';
import { type Standing, standingOf } from './standing.ts';

/** What the numbers of a promise are made of. */
export interface Measured {
  readonly indicators: readonly Indicator[];
  readonly observed: readonly Observed[];
  readonly parts: readonly Part[];
}

/** How a whole promise stands at the end of a day. */
export interface PromiseStanding {
  /**
   * Σw·min(p, 1)/Σw over its indicators that have a rate, else over its parts; null where there are neither, or no data. Of a single
   * indicator its own rate, unclamped.
   */
  readonly p: number | null;
  /** Expected of the same ones. */
  readonly e: number | null;
  readonly deltaPoints: number | null;
  readonly ratio: number | null;
  /** By weight, how much of it has data; null where nothing of it has a rate. */
  readonly coverage: number | null;
  /** What it was reckoned from. */
  readonly from: 'indicators' | 'parts' | null;
  readonly standings: readonly Standing[];
}

/** True for aims that have a completion rate. */
export function hasRate({ aim }: Aim): boolean {
  return aim === 'up' || aim === 'down' || aim === 'milestones' || aim === 'binary';
}

/** True where a promise has figures and none of them aims at anything, nor has it parts: it is watched, and nothing of it can be judged. */
export function isOnlyFollowed({ indicators, parts }: Pick<Measured, 'indicators' | 'parts'>): boolean {
  return (
    indicators.length > 0 && indicators.every(({ aim }) => aim.aim === 'followed') && countedParts(parts).length === 0
  );
}

/** The one reckoning of a promise. */
export function promiseStanding(measured: Measured, asOf: Day, among?: readonly Source[]): PromiseStanding {
  const { indicators, observed, parts } = measured;
  const standings = indicators.map((indicator) => standingOf(indicator, observed, parts, asOf, among));
  const rated = indicators.flatMap(({ aim, weight }, at) => {
    const standing = standings[at];
    return hasRate(aim) && weight > 0 && standing !== undefined ? [{ weight, standing }] : [];
  });
  if (rated.length === 0) return { ...fromParts(parts, asOf), standings };
  const done = rollUp(rated.map(({ weight, standing }) => ({ weight, p: standing.p, live: true })));
  // What is expected of an indicator without data would make those that have some look late.
  const expected = rollUp(
    rated.map(({ weight, standing: { p, e } }) => ({ weight, p: p === null ? null : e, live: true })),
  );
  const lone = rated.length === 1 ? rated[0]?.standing : undefined;
  const p = lone === undefined ? done.p : lone.p;
  const e = done.p === null ? expectedOf(rated) : expected.p;
  return {
    p,
    e,
    deltaPoints: lone !== undefined ? lone.deltaPoints : pointsBetween(p, e),
    ratio: lone !== undefined ? lone.ratio : p !== null && e !== null && e > 0 ? p / e : null,
    coverage: done.coverage,
    from: 'indicators',
    standings,
  };
}

function expectedOf(rated: readonly { readonly weight: number; readonly standing: Standing }[]): number | null {
  return rollUp(rated.map(({ weight, standing }) => ({ weight, p: standing.e, live: true }))).p;
}

function fromParts(parts: readonly Part[], asOf: Day): Omit<PromiseStanding, 'standings'> {
  const p = shareDone(parts, asOf);
  const e = shareDue(parts, asOf);
  return {
    p,
    e,
    deltaPoints: pointsBetween(p, e),
    ratio: p !== null && e !== null && e > 0 ? p / e : null,
    coverage: countedParts(parts).length === 0 ? null : p === null ? 0 : 1,
    from: p === null ? null : 'parts',
  };
}

function pointsBetween(p: number | null, e: number | null): number | null {
  return p === null || e === null ? null : steady((p - e) * 100);
}

/** p and e at each of some days: what a small trajectory is drawn from. */
export function courseOf(
  measured: Measured,
  days: readonly Day[],
): readonly { readonly on: Day; readonly p: number | null; readonly e: number | null }[] {
  return days.map((on) => {
    const { p, e } = promiseStanding(measured, on);
    return { on, p, e };
  });
}
