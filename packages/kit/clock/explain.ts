import {
  type Calendar,
  type DaysOff,
  datesFrom,
  daysOffAmong,
  type Instant,
  type IsoDate,
  localDateOf,
} from '../calendar/index.ts';
import type { Locale } from '../error/index.ts';
import { budgetOf, type ClockState, type Run } from './clock-state.ts';
import { dueOf, isPast, leftOf } from './due.ts';
import { lightOf } from './light.ts';
import { paceOf, unitsOf } from './limit.ts';
import { sayLimit, sayUnits } from './limit-text.ts';
import { sayDate, sayDates, sayTime } from './moment-text.ts';
import { type Due, unitsBetween } from './pace.ts';

/**
 * One sentence that says why a clock is due when it is: since when it runs and by what limit, the days off it skips by name, its
 * pauses and extensions, whether the time is provisional, the first promise where another stands now, and how it stands at `now`.
 *
 * `2月8日签收，5个工作日，跳过春节8天（2月10日—17日），2月18日调休上班，应于2月21日18:00前完成。`
 */
export function explain(state: ClockState, calendar: Calendar, now: Instant, locale: Locale): string {
  const due = dueOf(state, calendar);
  const said: Telling = {
    state,
    calendar,
    now,
    due,
    pace: paceOf(state.limit),
    year: localDateOf(calendar, now).slice(0, 4),
  };
  const clauses = [...(locale === 'zh' ? sayInChinese(said) : sayInEnglish(said))].filter((clause) => clause !== '');
  return locale === 'zh' ? `${clauses.join('，')}。` : `${clauses.join('; ')}.`;
}

interface Telling {
  readonly state: ClockState;
  readonly calendar: Calendar;
  readonly now: Instant;
  readonly due: Due | null;
  readonly pace: ReturnType<typeof paceOf>;
  /** The year that goes without saying. */
  readonly year: string;
}

function* sayInChinese(telling: Telling): Generator<string> {
  const { state, calendar, now, due, pace, year } = telling;
  const time = (at: Instant) => sayTime(calendar, at, year, 'zh');
  const start = pace.endsWith('Days')
    ? sayDate(localDateOf(calendar, state.startedAt), year, 'zh')
    : time(state.startedAt);
  yield `${start}${state.basis.since.zh}`;
  if (state.basis.rule !== undefined) yield `依据${state.basis.rule.zh}`;
  yield `${sayLimit(state.limit, 'zh')}${pace === 'continuousSeconds' ? '（昼夜连续计时）' : ''}`;

  const { holidays, weekendDays, makeUpWorkdays } = skipped(telling);
  const off = holidays.map(
    ({ name, days, from, to }) => `${name.zh}${days}天（${sayDates([[from, to]], year, 'zh')}）`,
  );
  if (weekendDays > 0) off.push(`周末${weekendDays}天`);
  if (off.length > 0) yield `跳过${off.join('、')}`;
  if (makeUpWorkdays.length > 0)
    yield `${sayDates(
      makeUpWorkdays.map((date) => [date, date]),
      year,
      'zh',
    )}调休上班`;

  const { count, units, reasons } = pausesOf(telling);
  if (count > 0) yield `暂停${count}次（${reasons.join('、')}）扣除${sayUnits(pace, units, 'zh')}`;
  const { extensions, phase } = state;
  if (extensions.length > 0) yield `延期${extensions.length}次共${sayUnits(pace, extendedBy(state), 'zh')}`;

  if (phase.kind === 'paused') {
    const until = phase.until === undefined ? '' : `至${time(phase.until)}`;
    yield `${time(phase.since)}起暂停${until}（${phase.why}）`;
    if (due === null) yield `尚余${sayUnits(pace, leftOf(state, calendar, now), 'zh')}`;
  }
  if (due !== null) yield `应于${time(due.at)}前完成${due.provisional ? `（${provisionalZh(calendar)}）` : ''}`;
  if (movedFrom(state, due)) yield `首次承诺${time(state.firstPromise.at)}不变`;
  if (phase.kind === 'stopped') {
    yield `已于${time(phase.at)}${phase.outcome}${lightOf(state, calendar, now) === 'late' ? '，超期' : '，按时'}`;
  } else if (due !== null && isPast(now, due)) yield '已超期';
}

function* sayInEnglish(telling: Telling): Generator<string> {
  const { state, calendar, now, due, pace, year } = telling;
  const time = (at: Instant) => sayTime(calendar, at, year, 'en');
  const start = pace.endsWith('Days')
    ? sayDate(localDateOf(calendar, state.startedAt), year, 'en')
    : time(state.startedAt);
  yield `${state.basis.since.en} ${start}`;
  if (state.basis.rule !== undefined) yield `by ${state.basis.rule.en}`;
  yield `${sayLimit(state.limit, 'en')}${pace === 'continuousSeconds' ? ' (day and night)' : ''}`;

  const { holidays, weekendDays, makeUpWorkdays } = skipped(telling);
  const off = holidays.map(
    ({ name, days, from, to }) => `${name.en}, ${plural(days, 'day')} (${sayDates([[from, to]], year, 'en')})`,
  );
  if (weekendDays > 0) off.push(plural(weekendDays, 'weekend day'));
  if (off.length > 0) yield `skipping ${off.join(' and ')}`;
  if (makeUpWorkdays.length > 0)
    yield `working on ${sayDates(
      makeUpWorkdays.map((date) => [date, date]),
      year,
      'en',
    )}`;

  const { count, units, reasons } = pausesOf(telling);
  if (count > 0) yield `${plural(count, 'pause')} (${reasons.join(', ')}) taking out ${sayUnits(pace, units, 'en')}`;
  const { extensions, phase } = state;
  if (extensions.length > 0)
    yield `${plural(extensions.length, 'extension')} adding ${sayUnits(pace, extendedBy(state), 'en')}`;

  if (phase.kind === 'paused') {
    const until = phase.until === undefined ? '' : ` until ${time(phase.until)}`;
    yield `paused since ${time(phase.since)}${until} (${phase.why})`;
    if (due === null) yield `${sayUnits(pace, leftOf(state, calendar, now), 'en')} left`;
  }
  if (due !== null) yield `due by ${time(due.at)}${due.provisional ? ` (${provisionalEn(calendar)})` : ''}`;
  if (movedFrom(state, due)) yield `first promised for ${time(state.firstPromise.at)}, which stands`;
  if (phase.kind === 'stopped') {
    yield `${phase.outcome} ${time(phase.at)}, ${lightOf(state, calendar, now) === 'late' ? 'late' : 'in time'}`;
  } else if (due !== null && isPast(now, due)) yield 'past due';
}

/** The days off among the dates that the clock counted over, to its due time. */
function skipped({ state, calendar, due, pace, now }: Telling): DaysOff {
  if (pace === 'continuousSeconds' || pace === 'calendarDays') return daysOffAmong(calendar, []);
  const open: Run[] =
    state.phase.kind === 'running' ? [{ from: state.phase.since, until: due?.at ?? now, why: '' }] : [];
  const dates = new Set<IsoDate>();
  for (const { from, until } of [...state.runs, ...open]) {
    const end = due === null ? until : Math.min(until, due.at);
    const [first = '', ...others] = datesFrom(localDateOf(calendar, from), localDateOf(calendar, end));
    // The day of receipt is no part of a period of days.
    for (const date of pace === 'workingDays' || first === '' ? others : [first, ...others]) dates.add(date);
  }
  return daysOffAmong(calendar, [...dates]);
}

/** The pauses that ended: how many, what they took out in the clock's own units, and why they were. */
function pausesOf({ state, calendar, pace }: Telling): { count: number; units: number; reasons: string[] } {
  const { runs, phase } = state;
  const resumedAt = [...runs.slice(1).map(({ from }) => from), ...(phase.kind === 'running' ? [phase.since] : [])];
  const ended = runs.slice(0, resumedAt.length);
  return {
    count: ended.length,
    units: ended.reduce((sum, { until }, i) => sum + unitsBetween(calendar, pace, until, resumedAt[i] ?? until), 0),
    reasons: [...new Set(ended.map(({ why }) => why))],
  };
}

function extendedBy(state: ClockState): number {
  return budgetOf(state) - unitsOf(state.limit);
}

function movedFrom(state: ClockState, due: Due | null): boolean {
  return state.phase.kind !== 'stopped' && due !== null && due.at !== state.firstPromise.at;
}

function provisionalZh(calendar: Calendar): string {
  return `暂定：${Number(calendar.horizon.slice(0, 4)) + 1}年放假安排尚未录入`;
}

function provisionalEn(calendar: Calendar): string {
  return `provisional: the holidays of ${Number(calendar.horizon.slice(0, 4)) + 1} are not entered yet`;
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
