/**
 * Working-time arithmetic over a calendar of ten known years, on one core: `node bench/calendar.ts`.
 * The mark is a million additions or differences a second.
 */
import {
  addWorking,
  addWorkingDays,
  calendarOf,
  projectWorking,
  type StatutoryYear,
  workingBetween,
} from '../packages/kit/calendar/index.ts';

const ROUNDS = 2_000_000;
const YEARS = Array.from({ length: 10 }, (_, index) => 2016 + index);

const years = YEARS.map((year): StatutoryYear => {
  const days = ['01-01', '04-05', '05-01', '10-01', '10-02', '10-03'];
  return { year, days: days.map((day) => ({ name: '假日', date: `${year}-${day}`, isOffDay: true })) };
});

function moments(from: string, until: string): Float64Array {
  const [start, end] = [Date.parse(from), Date.parse(until)];
  // A fixed linear congruence: the same moments on every machine.
  let seed = 20160101;
  return Float64Array.from({ length: 65_536 }, () => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return start + Math.floor((seed / 2 ** 32) * (end - start));
  });
}

function measured(rounds: number, run: (index: number) => number): number {
  let sum = 0;
  for (let index = 0; index < rounds / 10; index++) sum += run(index);
  const start = performance.now();
  for (let index = 0; index < rounds; index++) sum += run(index);
  const seconds = (performance.now() - start) / 1000;
  if (Number.isNaN(sum)) throw new Error('the sum of the answers is not a number');
  return Math.round(rounds / seconds);
}

const rows = ['Asia/Shanghai', 'America/New_York'].flatMap((zone) => {
  const calendar = calendarOf({ zone, years });
  const at = moments('2016-01-02T00:00:00Z', '2025-06-30T00:00:00Z');
  const one = (index: number) => at[index & 65_535] ?? 0;
  const other = (index: number) => at[(index * 7 + 1) & 65_535] ?? 0;
  return [
    { zone, what: 'add (exact)', perSecond: measured(ROUNDS, (i) => addWorking(calendar, one(i), (i * 97) % 400_000)) },
    { zone, what: 'between (exact)', perSecond: measured(ROUNDS, (i) => workingBetween(calendar, one(i), other(i))) },
    {
      zone,
      what: 'add (provisional)',
      perSecond: measured(ROUNDS, (i) => projectWorking(calendar, one(i), (i * 97) % 400_000).at),
    },
    {
      zone,
      what: 'add working days',
      perSecond: measured(ROUNDS / 4, (i) => addWorkingDays(calendar, one(i), i % 60)),
    },
  ];
});

console.table(rows);
