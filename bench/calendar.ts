import {
  addWorking,
  addWorkingDays,
  calendarOf,
  projectWorking,
  type StatutoryYear,
  workingBetween,
} from '@huying/kit/calendar';
import type { Figure } from './figure.ts';

/** The mark for additions and differences, on one core. */
const MARK = 1_000_000;
const ROUNDS = 1_000_000;
const YEARS = Array.from({ length: 10 }, (_, index) => 2016 + index);
const ZONES = ['Asia/Shanghai', 'America/New_York'];

const years = YEARS.map((year): StatutoryYear => {
  const days = ['01-01', '04-05', '05-01', '10-01', '10-02', '10-03'];
  return { year, days: days.map((day) => ({ name: '假日', date: `${year}-${day}`, isOffDay: true })) };
});

/** Working-time arithmetic over a calendar of ten known years, on one core. */
export function measureCalendar(): Figure[] {
  const at = moments('2016-01-02T00:00:00Z', '2025-06-30T00:00:00Z');
  const one = (index: number) => at[index & 65_535] ?? 0;
  const other = (index: number) => at[(index * 7 + 1) & 65_535] ?? 0;
  return ZONES.flatMap((zone): Figure[] => {
    const calendar = calendarOf({ zone, years });
    const figure = (what: string, rounds: number, run: (index: number) => number): Figure => ({
      part: 'clock',
      what: `${what}, ${zone}`,
      value: perSecond(rounds, run),
      unit: '/s',
      floor: MARK,
      note: 'floor: the mark',
    });
    return [
      figure('add, exact', ROUNDS, (i) => addWorking(calendar, one(i), (i * 97) % 400_000)),
      figure('between, exact', ROUNDS, (i) => workingBetween(calendar, one(i), other(i))),
      figure('add, provisional', ROUNDS, (i) => projectWorking(calendar, one(i), (i * 97) % 400_000).at),
      figure('add working days', ROUNDS / 4, (i) => addWorkingDays(calendar, one(i), i % 60)),
    ];
  });
}

function moments(from: string, until: string): Float64Array {
  const [start, end] = [Date.parse(from), Date.parse(until)];
  // A fixed linear congruence: the same moments on every machine.
  let seed = 20160101;
  return Float64Array.from({ length: 65_536 }, () => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return start + Math.floor((seed / 2 ** 32) * (end - start));
  });
}

/** A second of one core's time, not of the clock on the wall: others may have the core, too. */
function perSecond(rounds: number, run: (index: number) => number): number {
  let sum = 0;
  for (let index = 0; index < rounds / 10; index++) sum += run(index);
  const start = process.cpuUsage();
  for (let index = 0; index < rounds; index++) sum += run(index);
  const { user, system } = process.cpuUsage(start);
  const seconds = (user + system) / 1_000_000;
  if (Number.isNaN(sum)) throw new Error('the sum of the answers is not a number');
  return rounds / seconds;
}
