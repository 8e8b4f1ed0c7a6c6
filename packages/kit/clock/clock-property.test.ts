import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addWorking, addWorkingDays, type Calendar, localDateOf, workingBetween } from '../calendar/index.ts';
import { at, edited, newYork, shanghai, signed } from './clock.fixture.ts';
import type { ClockEvent } from './clock-event.ts';
import { type ClockState, canTake, replayClock } from './clock-state.ts';
import { allowanceOf, consumedOf, dueOf, leftOf } from './due.ts';
import { type Limit, limitOf, paceOf, unitsOf } from './limit.ts';
import { unitsAfter, unitsBetween } from './pace.ts';
import {
  type ClockStep,
  changeLimit,
  extendClock,
  pauseClock,
  reprojectClock,
  restartClock,
  resumeClock,
  startClock,
  stopClock,
} from './step.ts';

const moment = fc
  .integer({ min: at('2024-01-02 00:00') / 1000, max: at('2024-06-30 00:00') / 1000 })
  .map((second) => second * 1000);
const later = fc.integer({ min: 0, max: 20 * 86_400 }).map((seconds) => seconds * 1000);
// Told by its zone, so that a counterexample can be read.
const district = fc.constantFrom(
  ...[shanghai, newYork].map((calendar) => ({ ...calendar, [fc.toStringMethod]: () => calendar.zone })),
);
const limit: fc.Arbitrary<Limit> = fc.oneof(
  fc.integer({ min: 1, max: 200 }).map((amount) => limitOf(amount, 'workingHours')),
  fc.integer({ min: 1, max: 90 }).map((amount) => limitOf(amount, 'urgentHours')),
  fc.integer({ min: 1, max: 20 }).map((amount) => limitOf(amount, 'workingDays', 'dates')),
  fc.integer({ min: 1, max: 20 }).map((amount) => limitOf(amount, 'calendarDays')),
);

const start = (calendar: Calendar, from: number, of: Limit) =>
  startClock(calendar, { at: from, limit: of, basis: signed }).state;
const due = (state: ClockState, calendar: Calendar) => dueOf(state, calendar)?.at ?? Number.NaN;
const rested = (state: ClockState, calendar: Calendar, from: number, until: number) =>
  resumeClock(pauseClock(state, { at: from, why: '' }).state, calendar, { at: until }).state;

describe('a pause takes out exactly what lies between', () => {
  it('of working seconds', () => {
    fc.assert(
      fc.property(
        district,
        moment,
        later,
        later,
        fc.integer({ min: 1, max: 200 }),
        (calendar, from, run, rest, hours) => {
          const state = start(calendar, from, limitOf(hours, 'workingHours'));
          fc.pre(from + run < due(state, calendar));
          const after = rested(state, calendar, from + run, from + run + rest);
          const taken = workingBetween(calendar, from + run, from + run + rest);
          expect(workingBetween(calendar, due(state, calendar), due(after, calendar))).toBe(taken);
          expect(due(after, calendar)).toBe(addWorking(calendar, from, hours * 3600 + taken));
        },
      ),
    );
  });

  it('of urgent time', () => {
    fc.assert(
      fc.property(moment, later, later, fc.integer({ min: 1, max: 200 }), (from, run, rest, hours) => {
        const state = start(shanghai, from, limitOf(hours, 'urgentHours'));
        fc.pre(from + run < due(state, shanghai));
        expect(due(rested(state, shanghai, from + run, from + run + rest), shanghai)).toBe(
          from + hours * 3600_000 + rest,
        );
      }),
    );
  });

  it('of working days', () => {
    fc.assert(
      fc.property(
        district,
        moment,
        later,
        later,
        fc.integer({ min: 1, max: 30 }),
        (calendar, from, run, rest, days) => {
          const state = start(calendar, from, limitOf(days, 'workingDays', 'dates'));
          // On the last day itself nothing is left but to finish at the next close.
          fc.pre(localDateOf(calendar, from + run) < localDateOf(calendar, due(state, calendar)));
          const taken = unitsBetween(calendar, 'workingDays', from + run, from + run + rest);
          expect(due(rested(state, calendar, from + run, from + run + rest), calendar)).toBe(
            addWorkingDays(calendar, from, days + taken),
          );
        },
      ),
    );
  });

  it('and none where it ends as it begins', () => {
    fc.assert(
      fc.property(district, moment, later, limit, (calendar, from, run, of) => {
        const state = start(calendar, from, of);
        fc.pre(from + run < due(state, calendar));
        const after = rested(state, calendar, from + run, from + run);
        expect(due(after, calendar)).toBe(due(state, calendar));
      }),
    );
  });
});

describe('what a clock has used and what it has left', () => {
  it('make up its budget at every moment, and nothing is left at its due time', () => {
    fc.assert(
      fc.property(district, moment, later, limit, (calendar, from, run, of) => {
        const state = start(calendar, from, of);
        const now = from + run;
        expect(consumedOf(state, calendar, now) + leftOf(state, calendar, now)).toBe(allowanceOf(state, calendar));
        expect(leftOf(state, calendar, due(state, calendar))).toBeLessThanOrEqual(0);
        if (of.counting === 'seconds') expect(leftOf(state, calendar, due(state, calendar))).toBe(0);
      }),
    );
  });
});

const commands = fc.array(
  fc.record({
    what: fc.constantFrom('pause', 'resume', 'restart', 'extend', 'change', 'reproject', 'stop' as const),
    after: later,
    limit,
  }),
  { maxLength: 12 },
);
type Command = { readonly what: ClockEvent['kind']; readonly after: number; readonly limit: Limit };

function ran(calendar: Calendar, from: number, of: Limit, list: readonly Command[]) {
  const first = startClock(calendar, { at: from, limit: of, basis: signed });
  const events: ClockEvent[] = [first.event];
  let { state } = first;
  let now = from;
  for (const { what, after, limit: next } of list) {
    now += after;
    if (!canTake(state, what)) continue;
    const step = stepOf(state, calendar, what, now, next);
    if (step === null) continue;
    events.push(step.event);
    state = step.state;
  }
  return { events, state };
}

function stepOf(
  state: ClockState,
  calendar: Calendar,
  what: ClockEvent['kind'],
  now: number,
  next: Limit,
): ClockStep | null {
  switch (what) {
    case 'pause':
      return pauseClock(state, { at: now, why: '挂账' });
    case 'resume':
      return resumeClock(state, calendar, { at: now });
    case 'restart':
      return restartClock(state, calendar, { at: now, limit: next });
    case 'change':
      return state.extensions.length > 0 ? null : changeLimit(state, calendar, { at: now, limit: next, basis: signed });
    case 'extend':
      return extendClock(state, calendar, { at: now, askedAt: state.startedAt, amount: state.limit, by: '派遣员' }, 99);
    case 'reproject':
      return reprojectClock(state, edited, { at: now, why: '日历更正' });
    default:
      return stopClock(state, calendar, { at: now, outcome: '办结' });
  }
}

describe('any history of a clock', () => {
  it('replays from its ledger to the stored state, through JSON and whatever calendar is in force by then', () => {
    fc.assert(
      fc.property(moment, limit, commands, (from, of, list) => {
        const { events, state } = ran(shanghai, from, of, list);
        expect(replayClock(JSON.parse(JSON.stringify(events)))).toEqual(state);
        expect(JSON.parse(JSON.stringify(state))).toEqual(state);
      }),
    );
  });

  it('leaves the first promise where it was', () => {
    fc.assert(
      fc.property(moment, limit, commands, (from, of, list) => {
        expect(ran(shanghai, from, of, list).state.firstPromise).toEqual(dueOf(start(shanghai, from, of), shanghai));
      }),
    );
  });

  it('never brings a due time forward by resting longer', () => {
    fc.assert(
      fc.property(district, moment, later, later, later, limit, (calendar, from, run, rest, more, of) => {
        const state = start(calendar, from, of);
        const short = due(rested(state, calendar, from + run, from + run + rest), calendar);
        const long = due(rested(state, calendar, from + run, from + run + rest + more), calendar);
        expect(short).toBeLessThanOrEqual(long);
        expect(due(state, calendar)).toBeLessThanOrEqual(short);
      }),
    );
  });

  it('an extension adds to the due time that stood', () => {
    fc.assert(
      fc.property(district, moment, limit, (calendar, from, of) => {
        const state = start(calendar, from, of);
        const more = extendClock(state, calendar, { at: from, askedAt: from, amount: of, by: '' }).state;
        const added = unitsAfter(calendar, paceOf(of), due(state, calendar), unitsOf(of)).at;
        expect(due(more, calendar)).toBe(added);
        expect(added).toBeGreaterThan(due(state, calendar));
      }),
    );
  });
});
