import {
  chance,
  type Mood,
  paceAt,
  type TargetCourse,
  targetCourses,
  type WatchedFigure,
  watchedFigures,
} from '@huying/district/demo/promises';
import { DAY_MS, HOUR_MS } from '@huying/kit/calendar';
import { type PromiseBundle, projectOperations, promiseOperations } from '../../promise/index.ts';
import { dayAfter, figuresAt, type Moment, monthEnd, monthsTold, type Play, twoDigits } from './play.ts';
import type { Planned } from './seed-report.ts';

/** A figure of the sheet: who enters it, and what it came to by the end of a month. */
export interface DemoFigure {
  /** Sign-in name. */
  readonly who: string;
  readonly promise: string;
  readonly indicator: string;
  at(month: number): { readonly value: number; readonly growth?: number } | null;
}

/** Month by month figures are asked for and entered, unit by unit; the statistician's become final, and one was wrong. */
export function stageFigures(play: Play, figures: () => readonly DemoFigure[]): void {
  const { ask, save, release } = projectOperations(play.services);
  for (const month of monthsTold(play)) {
    const name = `${play.year}-${twoDigits(month)}`;
    const at = figuresAt(play, month);
    play.on(at - 2 * HOUR_MS, async ({ run }) => {
      await run('stats', ask, { month: name });
    });
    const entriesOf = (all: readonly DemoFigure[]) =>
      all.flatMap((one) => {
        const said = play.ended.has(one.promise) ? null : one.at(month);
        return said === null ? [] : [{ promise: one.promise, indicator: one.indicator, ...said }];
      });
    play.on(at, async ({ run }) => {
      for (const [who, own] of Map.groupBy(figures(), (one) => one.who)) {
        const entries = entriesOf(own);
        if (entries.length > 0) await run(who, save, { month: name, entries });
      }
    });
    play.on(at + 2 * DAY_MS, async ({ run }) => {
      for (const { period, start } of periodsEnding(play.year, month)) {
        const releasedOn = dayAfter(monthEnd(play.year, month), 10);
        await run('stats', release, { period, start, releasedOn, document: `${play.year}年${month}月统计月报` });
      }
    });
    play.on(at + 12 * DAY_MS, async ({ run }) => {
      const entries = entriesOf(figures().filter(({ who }) => who === 'stats'));
      const final = entries.map((entry) => ({ ...entry, standing: 'final' as const }));
      if (final.length > 0) await run('stats', save, { month: name, entries: final });
    });
  }
  stageCorrection(play, figures);
}

/** The month, and the quarter and the year that end with it. */
function periodsEnding(year: number, month: number) {
  const first = (of: number) => `${year}-${twoDigits(of)}-01`;
  return [
    { period: 'month' as const, start: first(month) },
    ...(month % 3 === 0 ? [{ period: 'quarter' as const, start: first(month - 2) }] : []),
    ...(month === 12 ? [{ period: 'year' as const, start: first(1) }] : []),
  ];
}

/** In May's figures one was mistyped: put right with its reason, the wrong one still there to see. */
function stageCorrection(play: Play, figures: () => readonly DemoFigure[]): void {
  const { save } = projectOperations(play.services);
  play.on(figuresAt(play, 5) + 20 * DAY_MS, async ({ run }) => {
    const one = figures().find(({ who, at }) => who === 'jtj' && (at(5)?.value ?? 0) > 100);
    const said = one?.at(5);
    if (one === undefined || !said) return;
    const reason = '两处泊位重复计入，核减后更正。';
    const entry = { promise: one.promise, indicator: one.indicator, value: Math.max(1, said.value - 12), reason };
    await run('jtj', save, { month: `${play.year}-05`, entries: [entry] });
  });
}

/** The figures of the plan's work and of its expected targets. */
export function figuresOfPlan(play: Play, planned: readonly Planned[]): readonly DemoFigure[] {
  const last = monthsTold(play).at(-1) ?? 1;
  return planned.flatMap(({ bundle, lead, mood, title }) => {
    if (bundle.promise.kind === 'indicator') {
      const course = targetCourses.find(({ topic }) => title.includes(topic));
      const [aim] = bundle.indicators;
      return course === undefined || aim === undefined ? [] : [targetFigure(bundle, aim, course, last)];
    }
    return bundle.indicators.map((row) => workFigure(bundle, row, { who: lead, mood, last }));
  });
}

type Row = PromiseBundle['indicators'][number];

function targetFigure({ promise }: PromiseBundle, row: Row, course: TargetCourse, last: number): DemoFigure {
  const source = chance(`target ${course.code}`);
  const noise = Array.from({ length: 13 }, () => source.between(-0.12, 0.12));
  const aim = Number(row.value);
  const along = (month: number) => course.from + (course.to - course.from) * Math.min(1, month / Math.max(1, last));
  return {
    who: 'stats',
    promise: promise.id,
    indicator: row.name,
    at(month) {
      if (course.quarterly && month % 3 !== 0) return null;
      if (row.aim === 'growth') {
        const growth = rounded(aim + along(month) + (month === last ? 0 : (noise[month] ?? 0)), 1);
        return { value: growth, growth };
      }
      const share = row.aim === 'up' && row.mode === 'cumulative' ? month / 12 : 1;
      return { value: rounded(aim * share * along(month), Math.max(1, row.decimals)) };
    },
  };
}

/** A count goes along the months of its time; a level stands near its aim. */
export function workFigure(
  { promise }: Pick<PromiseBundle, 'promise'>,
  row: Row,
  {
    who,
    mood,
    last,
    expected,
  }: {
    readonly who: string;
    readonly mood: Mood;
    readonly last: number;
    readonly expected?: (month: number) => number;
  },
): DemoFigure {
  const due = Number((row.due ?? promise.due ?? '-12-').slice(5, 7)) || 12;
  const share = expected ?? ((month: number) => Math.min(1, month / due));
  const aim = Number(row.value);
  const level = row.mode === 'level' && (row.unit.startsWith('%') || aim < 10);
  const values: number[] = [];
  for (let month = 1; month <= 12; month += 1) {
    const source = chance(`figure ${promise.title} ${row.label} ${month}`);
    const p = paceAt(mood, share(month), Math.max(0, last - month), source);
    const short = mood === 'slipping' || mood === 'stuck';
    const at = level
      ? aim * (row.aim === 'cap' ? (short ? 1.04 : 0.97) : short ? 0.975 : 1 + source.unit() * 0.008)
      : aim * p;
    const value = short ? roundedDown(at, row.decimals) : roundedUp(at, row.decimals);
    const capped = row.unit.startsWith('%') ? Math.min(100, value) : value;
    values.push(level ? capped : Math.max(capped, values.at(-1) ?? 0));
  }
  return {
    who,
    promise: promise.id,
    indicator: row.name,
    at: (month) => (mood === 'silent' ? null : { value: values[month - 1] ?? 0 }),
  };
}

/** Figures the district only watches: drafted by the statistician, issued with the plan. */
export async function watch(play: Play, { run }: Moment): Promise<readonly DemoFigure[]> {
  const operations = promiseOperations(play.services);
  const last = monthsTold(play).at(-1) ?? 1;
  const made: { readonly id: string; readonly figure: WatchedFigure }[] = [];
  for (const figure of watchedFigures) {
    const every = figure.quarterly ? ('quarter' as const) : ('month' as const);
    const { code, title, unit, decimals, level, rank } = figure;
    const own = {
      name: 'value',
      label: title,
      unit,
      decimals,
      every,
      mode: level ? ('level' as const) : ('cumulative' as const),
      aim: { aim: 'followed' as const },
    };
    const place = {
      name: 'rank',
      label: '全市排名',
      unit: '位',
      decimals: 0,
      every,
      mode: 'level' as const,
      aim: { aim: 'followed' as const },
    };
    const ranked = rank === undefined ? {} : { rankScope: '全市各区', rankOf: 11 };
    const { id } = await run('stats', operations.create, {
      year: play.year,
      kind: 'indicator',
      title,
      section: '经济运行监测',
      indicators: rank === undefined ? [own] : [own, place],
      duties: [{ part: 'lead', unit: play.unit(figure.lead) }],
      data: { code, basis: '区统计局，年内为初步数，年报核定', ...ranked },
    });
    made.push({ id, figure });
  }
  await run('editor', operations.issue, { ids: made.map(({ id }) => id), issuedOn: play.day('02-09') });
  return made.flatMap(({ id, figure }): DemoFigure[] => [
    { who: 'stats', promise: id, indicator: 'value', at: (month) => watched(figure, month) },
    ...(figure.rank === undefined
      ? []
      : [{ who: 'stats', promise: id, indicator: 'rank', at: (month: number) => placed(figure, month, last) }]),
  ]);
}

const PARTS = ['gdp-primary', 'gdp-secondary', 'gdp-tertiary'];

function watched(figure: WatchedFigure, month: number): { readonly value: number; readonly growth?: number } | null {
  if (figure.quarterly && month % 3 !== 0) return null;
  const source = chance(`watched ${figure.code} ${month}`);
  const growth = rounded(figure.growth + source.between(-0.3, 0.3), 1);
  if (figure.code === 'gdp') {
    const parts = watchedFigures
      .filter(({ code }) => PARTS.includes(code))
      .map((part) => watched(part, month)?.value ?? 0);
    return {
      value: rounded(
        parts.reduce((sum, one) => sum + one, 0),
        2,
      ),
      growth,
    };
  }
  if (figure.level) return { value: rounded(figure.yearly + source.between(-0.8, 0.8), figure.decimals) };
  return { value: rounded(figure.yearly * (month / 12) * (0.985 + month * 0.00125), figure.decimals), growth };
}

function placed({ rank, quarterly }: WatchedFigure, month: number, last: number): { readonly value: number } | null {
  if (rank === undefined || (quarterly && month % 3 !== 0)) return null;
  return { value: Math.round(rank[0] + (rank[1] - rank[0]) * Math.min(1, month / Math.max(1, last))) };
}

/** What the codes of the report's own targets are, once they are promises. */
export async function describeTargets(play: Play, { run }: Moment, planned: readonly Planned[]): Promise<void> {
  const { describeTarget } = projectOperations(play.services);
  for (const { bundle, title } of planned) {
    const course = targetCourses.find(({ topic }) => title.includes(topic));
    if (bundle.promise.kind !== 'indicator' || course === undefined) continue;
    const data = { code: course.code, basis: course.quarterly ? '按季核算，年内为初步数' : '按月统计，年内为初步数' };
    await run('stats', describeTarget, { id: bundle.promise.id, data });
  }
}

/** Each quarter the units put something behind their figures. */
export function stageEvidence(play: Play, planned: readonly Planned[], figures: readonly DemoFigure[]): void {
  const { addEvidence } = promiseOperations(play.services);
  for (const month of monthsTold(play).filter((one) => one % 3 === 0)) {
    play.on(play.at(dayAfter(monthEnd(play.year, month), 9), '14:00'), async ({ run }) => {
      for (const { bundle, lead, mood } of planned) {
        if (bundle.promise.kind === 'indicator' || mood === 'silent' || play.ended.has(bundle.promise.id)) continue;
        const [row] = bundle.indicators;
        const said = figures
          .find(({ promise, indicator }) => promise === bundle.promise.id && indicator === row?.name)
          ?.at(month);
        if (row === undefined || !said) continue;
        const words = `${row.label}明细台账（截至${month}月底）`;
        await run(lead, addEvidence, {
          id: bundle.promise.id,
          indicator: row.name,
          kind: 'data',
          words,
          covers: said.value,
        });
      }
    });
  }
}

function rounded(value: number, decimals: number): number {
  const scale = 10 ** decimals;
  return Math.round(value * scale) / scale;
}

function roundedUp(value: number, decimals: number): number {
  const scale = 10 ** decimals;
  return Math.ceil(value * scale - 1e-9) / scale;
}

function roundedDown(value: number, decimals: number): number {
  const scale = 10 ** decimals;
  return Math.floor(value * scale) / scale;
}
