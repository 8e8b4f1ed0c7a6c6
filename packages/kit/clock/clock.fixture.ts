import { type Calendar, calendarOf, datesFrom, type StatutoryDay } from '../calendar/index.ts';
import type { Basis, ClockEvent } from './clock-event.ts';
import { type ClockState, replayClock } from './clock-state.ts';
import type { ClockStep } from './step.ts';

const days = (name: string, isOffDay: boolean, from: string, to: string = from): StatutoryDay[] =>
  datesFrom(from, to).map((date) => ({ name, date, isOffDay }));

/** The first half of 2024 as published; the second half keeps the week. */
export const DAYS_2024: readonly StatutoryDay[] = [
  ...days('元旦', true, '2024-01-01'),
  ...days('春节', false, '2024-02-04'),
  ...days('春节', true, '2024-02-10', '2024-02-17'),
  ...days('春节', false, '2024-02-18'),
  ...days('清明节', true, '2024-04-04', '2024-04-06'),
  ...days('清明节', false, '2024-04-07'),
  ...days('劳动节', false, '2024-04-28'),
  ...days('劳动节', true, '2024-05-01', '2024-05-05'),
  ...days('劳动节', false, '2024-05-11'),
  ...days('端午节', true, '2024-06-10'),
];

export const shanghai = calendarOf({ zone: 'Asia/Shanghai', years: [{ year: 2024, days: DAYS_2024 }] });

/** The same once 2025 is published. */
export const extended = calendarOf({
  zone: 'Asia/Shanghai',
  years: [
    { year: 2024, days: DAYS_2024 },
    { year: 2025, days: days('元旦', true, '2025-01-01') },
  ],
});

/** The same after an edit: Monday 2024-03-04 is a day off. */
export const edited = calendarOf({
  zone: 'Asia/Shanghai',
  years: [{ year: 2024, days: [...DAYS_2024, ...days('防汛停工', true, '2024-03-04')] }],
});

export const newYork = calendarOf({
  zone: 'America/New_York',
  years: [2023, 2024, 2025].map((year) => ({ year, days: [], complete: true })),
});

export const signed: Basis = { since: { zh: '签收', en: 'signed' } };

/** A moment of Shanghai, `2024-02-08 22:36`, with seconds if need be. */
export function at(local: string): number {
  return Date.parse(`${local.replace(' ', 'T')}+08:00`);
}

/** A clock driven step by step, its ledger kept and replayed after every step. */
export function driven(first: ClockStep, ...steps: readonly ((state: ClockState) => ClockStep)[]): Driven {
  const events: ClockEvent[] = [first.event];
  let { state } = first;
  for (const step of steps) {
    const next = step(state);
    events.push(next.event);
    state = next.state;
  }
  return { state, events, replayed: replayClock(structuredClone(events)) };
}

export interface Driven {
  readonly state: ClockState;
  readonly events: readonly ClockEvent[];
  readonly replayed: ClockState;
}

export type { Calendar };
