import type { StoryDay } from './day.ts';

const WEEK: readonly number[] = [1.16, 1.06, 1.02, 1, 1.02, 0.8, 0.72];
const inMonths = (day: StoryDay, from: number, to: number): boolean => day.month >= from && day.month <= to;

/** Every theme keeps the week and the holidays; `office` sleeps when offices do. */
function ordinary(day: StoryDay): number {
  const week = WEEK[day.weekday - 1] as number;
  const rest = day.holiday ? 0.62 : day.off || day.weekday < 6 ? 1 : 1.2;
  const spring = day.springFestival === 0 ? 0.6 : 1;
  return week * rest * spring * (day.backToWork ? 1.3 : 1);
}

const hot = (day: StoryDay): number => Math.max(0, day.weather.high - 31);

/** How much more or less a theme is asked about on a day; only ratios between days matter. */
const dayRhythms = {
  steady: ordinary,
  office: (day) => ordinary(day) * (day.off ? 0.35 : 1.12),
  commute: (day) => ordinary(day) * (day.off ? 0.75 : 1.05) * (day.weather.rain > 10 ? 1.25 : 1),
  holiday: (day) => ordinary(day) * (day.holiday ? 2.4 : day.off ? 1.2 : 1),
  warm: (day) => ordinary(day) * (inMonths(day, 5, 10) ? 1.45 : 0.8) * (day.weather.rain > 15 ? 0.7 : 1),
  heat: (day) => ordinary(day) * (1 + 0.7 * hot(day)) * (day.weather.high < 20 ? 0.6 : 1),
  cold: (day) => ordinary(day) * (day.weather.high < 16 ? 2.4 : day.weather.high < 20 ? 1.5 : 0.9),
  dry: (day) => ordinary(day) * (day.weather.rain > 0 ? 0.6 : inMonths(day, 10, 12) || day.month === 1 ? 1.6 : 1),
  rain: (day) => ordinary(day) * (1 + Math.min(2, day.weather.rain / 25)),
  storm: (day) => ordinary(day) * (day.weather.storm ? 6 : 1),
  flood: (day) => 0.25 + (day.weather.rain >= 25 ? 4 : 0) + (day.weather.storm ? 26 : 0),
  trees: (day) => 0.3 + (day.weather.storm ? 22 : day.weather.rain > 20 ? 1.5 : 0),
  wages: (day) => {
    const before = -day.springFestival;
    return ordinary(day) * (day.off ? 0.6 : 1.1) * (before > 0 && before <= 40 ? 3.2 : 1);
  },
  fireworks: (day) => 0.15 + (Math.abs(day.springFestival) <= 8 ? 14 : 0) + (day.holiday ? 1.5 : 0),
  festival: (day) =>
    ordinary(day) * ((day.month === 3 && day.dayOfMonth > 15) || (day.month === 4 && day.dayOfMonth < 8) ? 7 : 1),
  consumer: (day) =>
    ordinary(day) *
    ((day.month === 3 && day.dayOfMonth > 9 && day.dayOfMonth < 20) ||
    (day.month === 11 && day.dayOfMonth > 9 && day.dayOfMonth < 25)
      ? 2.1
      : 1),
  admission: (day) => ordinary(day) * (day.off ? 0.5 : 1) * (inMonths(day, 5, 8) ? 3.4 : 0.8),
  school: (day) =>
    ordinary(day) * (day.off ? 0.5 : 1.1) * (inMonths(day, 7, 8) || day.month === 2 ? 0.3 : day.month === 9 ? 1.8 : 1),
} as const satisfies Record<string, (day: StoryDay) => number>;

export type DayRhythm = keyof typeof dayRhythms;

/** Weights of the 24 hours of a day, from midnight. */
const hourRhythms = {
  office: [1, 0, 0, 0, 0, 0, 1, 4, 26, 44, 46, 34, 16, 16, 34, 42, 38, 26, 10, 7, 6, 5, 3, 2],
  day: [2, 1, 1, 1, 1, 2, 6, 16, 30, 38, 38, 30, 22, 20, 28, 34, 32, 28, 22, 18, 16, 12, 8, 4],
  commute: [1, 1, 0, 0, 0, 2, 10, 36, 44, 28, 20, 16, 14, 12, 16, 20, 28, 42, 40, 22, 14, 9, 5, 2],
  evening: [4, 2, 1, 1, 1, 1, 3, 8, 10, 12, 14, 20, 20, 12, 12, 14, 20, 32, 42, 46, 44, 36, 22, 10],
  dusk: [5, 2, 1, 1, 1, 2, 8, 16, 20, 20, 18, 16, 14, 12, 14, 16, 20, 28, 36, 44, 46, 40, 22, 11],
  night: [30, 18, 9, 5, 4, 5, 8, 10, 10, 8, 7, 6, 6, 5, 5, 5, 6, 8, 14, 22, 32, 46, 60, 52],
  heat: [8, 5, 3, 2, 2, 3, 5, 9, 14, 18, 22, 24, 26, 28, 30, 30, 28, 28, 34, 44, 48, 42, 28, 15],
  storm: [8, 6, 6, 6, 6, 9, 16, 30, 34, 28, 24, 22, 20, 22, 26, 30, 34, 38, 36, 28, 22, 16, 12, 9],
} as const satisfies Record<string, readonly number[]>;

export type HourRhythm = keyof typeof hourRhythms;

export const dayWeights = (rhythm: DayRhythm, days: readonly StoryDay[]): readonly number[] =>
  days.map(dayRhythms[rhythm]);

export const hourWeights = (rhythm: HourRhythm): readonly number[] => hourRhythms[rhythm];
