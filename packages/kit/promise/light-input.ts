import type { Words } from '../error/index.ts';
import { type Day, daysBetween, monthsPassed } from './day.ts';
import type { Indicator } from './indicator.ts';
import { type Light, type LightInputs, type LightRuleSet, severityOf } from './light.ts';
import { countedParts, lateParts, type Part } from './part.ts';
import type { PromiseStanding } from './promise-standing.ts';

/** What every promise can tell a rule set, by name. A kind's rule set asks for nothing else. */
export const LIGHT_INPUTS = {
  of: { zh: '指标类型：rate 完成率、growth 增速、limit 区间或上限', en: 'What its aim is: a rate, growth, or a limit' },
  deltaPoints: { zh: '完成率与序时之差（点）', en: 'Completion less what is expected, in points' },
  knownPoints: {
    zh: '完成率与序时之差（点，没有量化指标或数据的为0）',
    en: 'Completion less what is expected, in points; 0 where nothing is measured',
  },
  ratio: { zh: '完成率与序时之比', en: 'Completion over what is expected' },
  shortShare: { zh: '低于序时应完成量（%）', en: 'Short of the amount expected, in per cent of it' },
  shortPoints: { zh: '低于序时（点）', en: 'Short of what is expected, in points' },
  rate: { zh: '完成率（%）', en: 'Completion, in per cent' },
  coverage: { zh: '有数据的比例（%）', en: 'How much of it has data, in per cent' },
  met: { zh: '已达目标', en: 'The aim is met' },
  growth: { zh: '增速（%）', en: 'Growth, in per cent' },
  growthPoints: { zh: '增速与目标之差（点）', en: 'Growth less its aim, in points' },
  stale: { zh: '逾期未报', en: 'A value that should have come has not' },
  done: { zh: '已完成', en: 'Done' },
  daysLate: { zh: '超过截止日天数', en: 'Days past the due day; negative before it' },
  lateParts: { zh: '逾期任务数', en: 'Parts past due and not done' },
  monthsBehind: { zh: '连续落后月数', en: 'Months in a row behind what is expected, this one counted' },
  yellowsInARow: { zh: '此前连续黄灯期数', en: 'Yellow lights or worse in a row before this one' },
  redsInARow: { zh: '此前连续红灯期数', en: 'Red lights in a row before this one' },
  startLate: { zh: '逾期未开工月数', en: 'Months since it was to start, as long as it has not' },
  started: { zh: '已开工', en: 'Started' },
} as const satisfies Readonly<Record<string, Words>>;

export type KnownInput = keyof typeof LIGHT_INPUTS;

/** The inputs of a rule set that no promise tells: it would never light one. */
export function unknownInputs({ inputs }: LightRuleSet): readonly string[] {
  return Object.keys(inputs).filter((name) => !Object.hasOwn(LIGHT_INPUTS, name));
}

/** A light fixed at an earlier day. */
export interface PastLight {
  readonly asOf: Day;
  readonly light: Light | null;
  /** p and e as they were then. */
  readonly rate: number | null;
  readonly expected: number | null;
}

/** What lights are computed from, besides how the promise stands. */
export interface PromiseTimes {
  readonly due: Day | null;
  /** When it was done, as recorded. */
  readonly doneOn: Day | null;
  /** When work was to start, and did; null where nothing was to start on a certain day. */
  readonly startDue: Day | null;
  readonly startedOn: Day | null;
  /** Earlier lights, in order of days. Of several in one month the last counts. */
  readonly history: readonly PastLight[];
}

/** All that a promise can tell a rule set at the end of a day. What is not known is null. */
export function lightInputsOf(
  standing: PromiseStanding,
  indicators: readonly Indicator[],
  parts: readonly Part[],
  times: PromiseTimes,
  asOf: Day,
): Readonly<Record<KnownInput, number | string | boolean | null>> {
  const { p, e, deltaPoints, ratio, coverage, standings } = standing;
  const done = times.doneOn !== null && times.doneOn <= asOf;
  const started = times.startedOn !== null && times.startedOn <= asOf;
  const { of, met, growth, growthPoints } = aimedAt(standing, indicators);
  const own = standing.from !== null && of === 'rate' ? deltaPoints : null;
  const behind = own ?? growthPoints;
  const months = monthlyBefore(times.history, asOf);
  return {
    of,
    deltaPoints: own,
    knownPoints: own ?? 0,
    ratio,
    shortShare: ratio === null ? (p !== null && e === 0 ? 0 : null) : Math.max(0, (1 - ratio) * 100),
    shortPoints: own === null ? null : Math.max(0, -own),
    rate: p === null ? null : p * 100,
    coverage: coverage === null ? null : coverage * 100,
    met,
    growth,
    growthPoints,
    stale: standings.length === 0 ? null : standings.some(({ stale }) => stale),
    done,
    daysLate: times.due === null ? null : daysBetween(times.due, asOf),
    lateParts: countedParts(parts).length === 0 ? 0 : lateParts(parts, asOf).length,
    monthsBehind: behind === null ? null : behind < 0 ? 1 + consecutive(months, asOf, wasBehind) : 0,
    yellowsInARow: consecutive(months, asOf, wasLit('yellow')),
    redsInARow: consecutive(months, asOf, wasLit('red')),
    startLate: times.startDue === null || started ? 0 : monthsLateSince(times.startDue, asOf),
    started: times.startDue === null && times.startedOn === null ? null : started,
  } satisfies LightInputs;
}

type Of = 'rate' | 'growth' | 'limit' | null;

/** What kind of aim speaks for the promise: rates where it has one, else growth, else a limit; of several the worst. */
function aimedAt(
  { standings, from }: PromiseStanding,
  indicators: readonly Indicator[],
): {
  readonly of: Of;
  readonly met: boolean | null;
  readonly growth: number | null;
  readonly growthPoints: number | null;
} {
  const aims = indicators.map(({ aim }, at) => ({ aim: aim.aim, standing: standings[at] }));
  const growing = aims.filter(({ aim }) => aim === 'growth').map(({ standing }) => standing);
  const aimed = aims.filter(({ aim }) => aim !== 'followed').map(({ standing }) => standing?.met ?? null);
  const worst = growing
    .filter((one) => one !== undefined && one.deltaPoints !== null)
    .sort((a, b) => (a?.deltaPoints ?? 0) - (b?.deltaPoints ?? 0))[0];
  const limited = aims.some(({ aim }) => aim === 'band' || aim === 'cap');
  return {
    of: from !== null ? 'rate' : growing.length > 0 ? 'growth' : limited ? 'limit' : null,
    met: aimed.length === 0 ? null : aimed.includes(false) ? false : aimed.includes(null) ? null : true,
    growth: worst?.value ?? null,
    growthPoints: worst?.deltaPoints ?? null,
  };
}

/** A month that has begun counts as one: what was to start in March and has not by the end of May has not for three months. */
function monthsLateSince(startDue: Day, asOf: Day): number {
  return asOf <= startDue ? 0 : monthsPassed(startDue, asOf) + 1;
}

/** The last light of each month before the one a day lies in, the latest first. */
function monthlyBefore(history: readonly PastLight[], asOf: Day): readonly PastLight[] {
  const months = new Map<string, PastLight>();
  for (const past of history) if (past.asOf.slice(0, 7) < asOf.slice(0, 7)) months.set(past.asOf.slice(0, 7), past);
  return [...months].sort(([a], [b]) => (a < b ? 1 : -1)).map(([, past]) => past);
}

/** How many of the first are so. */
export function inARow<T>(all: readonly T[], is: (one: T) => boolean): number {
  const end = all.findIndex((one) => !is(one));
  return end === -1 ? all.length : end;
}

function wasBehind({ rate, expected }: PastLight): boolean {
  return rate !== null && expected !== null && rate < expected;
}

const wasLit =
  (least: Light) =>
  ({ light }: PastLight): boolean =>
    light !== null && severityOf(light) >= severityOf(least);

/** Lights of a colour or worse in a row, month by month, before the month a day lies in. A month without one ends the row. */
export function lightsInARow(history: readonly PastLight[], asOf: Day, least: Light): number {
  return consecutive(monthlyBefore(history, asOf), asOf, wasLit(least));
}

function consecutive(months: readonly PastLight[], asOf: Day, is: (past: PastLight) => boolean): number {
  const index = (day: Day) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
  return inARow(
    months.map((past, at) => ({ past, at })),
    ({ past, at }) => index(past.asOf) === index(asOf) - 1 - at && is(past),
  );
}
