import { holidayYears } from '../calendar/index.ts';
import { chance } from '../chance.ts';
import type { Instant } from '../words.ts';

const DAY = 86_400_000;
/** Asia/Shanghai keeps no summer time in the years of this product, so its offset is a constant. */
const EAST_EIGHT = 8 * 3_600_000;

/** One day of the story, with all that gives it its rhythm. */
export interface StoryDay {
  readonly date: string;
  /** Local midnight. */
  readonly start: Instant;
  /** 1–12. */
  readonly month: number;
  readonly dayOfMonth: number;
  /** Monday is 1, Sunday 7. */
  readonly weekday: number;
  /** Weekend or statutory holiday, make-up workdays taken into account. */
  readonly off: boolean;
  readonly holiday: boolean;
  /** First working day after three days off or more. */
  readonly backToWork: boolean;
  /** Days to the nearest day of Spring Festival: negative before, 0 within, positive after; ±99 when far. */
  readonly springFestival: number;
  readonly weather: Weather;
}

export interface Weather {
  /** Degrees Celsius in the afternoon. */
  readonly high: number;
  /** Millimetres. */
  readonly rain: number;
  /** 50 mm or a gale. */
  readonly storm: boolean;
}

const published = new Map(holidayYears.flatMap(({ days }) => days).map((day) => [day.date, day]));
const springDays = [...published.values()]
  .filter(({ name, isOffDay }) => isOffDay && name.includes('春节'))
  .map(({ date }) => Date.parse(date));

/** Monday 00:00, local, of the week an instant lies in. */
export function mondayOf(at: Instant): Instant {
  const localDay = Math.floor((at + EAST_EIGHT) / DAY);
  return (localDay - ((localDay + 3) % 7)) * DAY - EAST_EIGHT;
}

export function storyDays(start: Instant, count: number): readonly StoryDay[] {
  const days: StoryDay[] = [];
  let offBefore = 0;
  for (let i = -10; i < count; i++) {
    const local = start + EAST_EIGHT + i * DAY;
    const date = new Date(local).toISOString().slice(0, 10);
    const weekday = ((Math.floor(local / DAY) + 3) % 7) + 1;
    const notice = published.get(date);
    const off = notice?.isOffDay ?? weekday > 5;
    const month = Number(date.slice(5, 7));
    if (i >= 0) {
      days.push({
        date,
        start: local - EAST_EIGHT,
        month,
        dayOfMonth: Number(date.slice(8)),
        weekday,
        off,
        holiday: notice?.isOffDay === true,
        backToWork: !off && offBefore >= 3,
        springFestival: nearestSpring(local),
        weather: weatherOf(local, month),
      });
    }
    offBefore = off ? offBefore + 1 : 0;
  }
  return days;
}

function nearestSpring(local: number): number {
  let nearest = 99;
  for (const day of springDays) {
    const away = Math.floor((local - day) / DAY);
    if (Math.abs(away) < Math.abs(nearest)) nearest = away;
  }
  return nearest;
}

/** Wet subtropical, by month: mean high, share of wet days, mean rain of a wet day. */
const CLIMATE: readonly (readonly [number, number, number])[] = [
  [18, 0.2, 6],
  [19, 0.3, 7],
  [22, 0.4, 9],
  [26, 0.45, 16],
  [30, 0.5, 22],
  [32, 0.5, 24],
  [34, 0.4, 19],
  [34, 0.42, 20],
  [32, 0.35, 17],
  [29, 0.18, 9],
  [25, 0.15, 7],
  [20, 0.15, 6],
];

/** The invented weather of a date: the same whatever year of cases looks at it. Wet weeks and hot spells come in runs. */
function weatherOf(local: number, month: number): Weather {
  const day = Math.floor(local / DAY);
  const today = chance(`weather-${day}`);
  const spell = chance(`spell-${Math.floor(day / 6)}`);
  const [mean, wetShare, wetMean] = CLIMATE[month - 1] as readonly [number, number, number];
  const wet = today.happens(wetShare * (spell.happens(0.4) ? 1.6 : 0.6));
  const rain = wet ? Math.round(wetMean * (0.1 + 2.9 * today.unit() * today.unit() * (0.5 + today.unit()))) : 0;
  const high = Math.round(mean + 2.2 * spell.normal() + today.normal() - (wet ? 2 : 0));
  const gale = month >= 4 && month <= 9 && today.happens(0.012);
  return { high, rain: gale ? rain + 40 : rain, storm: gale || rain >= 50 };
}
