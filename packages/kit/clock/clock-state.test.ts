import { describe, expect, it } from 'vitest';
import { HuyingError } from '../error/index.ts';
import { at, driven, edited, extended, shanghai, signed } from './clock.fixture.ts';
import type { ClockEvent } from './clock-event.ts';
import { applyClock, replayClock } from './clock-state.ts';
import { consumedOf, dueIfResumed, dueOf, exactDueOf, leftOf } from './due.ts';
import { lightOf } from './light.ts';
import { givenLimit, limitOf } from './limit.ts';
import { parseLimit } from './limit-text.ts';
import {
  changeLimit,
  extendClock,
  pauseClock,
  redispatchClock,
  reprojectClock,
  restartClock,
  resumeClock,
  startClock,
  stopClock,
} from './step.ts';

const code = (run: () => unknown) => {
  try {
    return run();
  } catch (error) {
    return error instanceof HuyingError ? error.code : error;
  }
};
const exactly = (local: string) => ({ at: at(local), provisional: false });
const start = (local: string, text: string, counting: 'seconds' | 'dates' = 'seconds') =>
  startClock(shanghai, { at: at(local), limit: parseLimit(text, counting).limit, basis: signed });

describe('golden case 1: a comment or a read never moves a clock', () => {
  const { state } = start('2024-03-01 09:00', '4工作时');

  it('they are no events of a clock', () => {
    // @ts-expect-error a comment is not an event of a clock
    const comment: ClockEvent = { kind: 'comment', at: at('2024-03-01 10:00') };
    expect(code(() => applyClock(state, comment))).toBe('clock.event');
  });

  it('asking a clock anything leaves it as it was', () => {
    const before = structuredClone(state);
    const now = at('2024-03-01 16:00');
    for (const ask of [consumedOf, leftOf, lightOf]) ask(state, shanghai, now);
    dueOf(state, shanghai);
    expect(state).toEqual(before);
  });
});

it('golden case 2: 5 工作日 over 春节 do not count the holiday and do count Sunday the 18th', () => {
  expect(dueOf(start('2024-02-08 15:00', '5工作日').state, shanghai)).toEqual(exactly('2024-02-21 15:00'));
  expect(dueOf(start('2024-02-08 15:00', '5工作日', 'dates').state, shanghai)).toEqual(exactly('2024-02-21 18:00'));
});

describe('golden case 3: resuming after a hold keeps an extension approved before', () => {
  it.each([
    ['seconds', '2024-03-15 09:00'],
    ['dates', '2024-03-15 18:00'],
  ] as const)('of a limit that counts %s', (counting, due) => {
    const amount = limitOf(2, 'workingDays', counting);
    const { state, replayed } = driven(
      start('2024-03-01 09:00', '5工作日', counting),
      (s) =>
        extendClock(s, shanghai, { at: at('2024-03-04 10:00'), askedAt: at('2024-03-04 09:00'), amount, by: '派遣员' }),
      (s) => pauseClock(s, { at: at('2024-03-05 09:00'), why: '等候配件' }),
      (s) => resumeClock(s, shanghai, { at: at('2024-03-08 09:00') }),
    );
    // 5 + 2 working days from 1 March end on the 12th; three days of hold make it the 15th.
    expect(dueOf(state, shanghai)).toEqual(exactly(due));
    expect(replayed).toEqual(state);
  });

  it('and one approved while on hold', () => {
    const amount = limitOf(4, 'workingHours');
    const { state } = driven(
      start('2024-03-01 09:00', '4工作时'),
      (s) => pauseClock(s, { at: at('2024-03-01 10:00'), why: '等候配件' }),
      (s) =>
        extendClock(s, shanghai, { at: at('2024-03-04 10:00'), askedAt: at('2024-03-04 09:00'), amount, by: '值班长' }),
      (s) => resumeClock(s, shanghai, { at: at('2024-03-05 08:00') }),
    );
    expect(dueOf(state, shanghai)).toEqual(exactly('2024-03-05 17:00'));
  });
});

it('golden case 4: a hold from 18:00 to 08:00 of the next working day takes no working time', () => {
  const { state } = driven(
    start('2024-03-01 17:00', '4工作时'),
    (s) => pauseClock(s, { at: at('2024-03-01 18:00'), why: '夜间' }),
    (s) => resumeClock(s, shanghai, { at: at('2024-03-04 08:00') }),
  );
  expect(dueOf(state, shanghai)).toEqual(dueOf(start('2024-03-01 17:00', '4工作时').state, shanghai));
});

it('golden case 9: dispatched at 22:36 with 2 紧急工作时 is due at 00:36', () => {
  expect(dueOf(start('2024-02-10 22:36:00', '2紧急工作时').state, shanghai)).toEqual(exactly('2024-02-11 00:36:00'));
});

describe('golden case 10: a calendar that does not reach the due date', () => {
  const { state } = start('2024-12-30 09:00', '5工作日', 'dates');

  it('is an error with a remedy where it must be exact', () => {
    expect(code(() => exactDueOf(state, shanghai))).toBe('calendar.horizon');
    expect(exactDueOf(state, extended)).toEqual(exactly('2025-01-07 18:00'));
  });

  it('gives a due time marked provisional elsewhere', () => {
    expect(dueOf(state, shanghai)).toEqual({ at: at('2025-01-06 18:00'), provisional: true });
  });

  it('does not trouble an urgent limit, which needs no calendar', () => {
    const urgent = start('2024-12-31 23:00', '2紧急工作时').state;
    expect(exactDueOf(urgent, shanghai)).toEqual(exactly('2025-01-01 01:00'));
  });
});

describe('an edit of the calendar', () => {
  const at31 = at('2024-12-31 10:00');

  it('re-projects an open clock, and the first promise stays beside the new one', () => {
    const first = start('2024-12-30 09:00', '5工作日', 'dates').state;
    const step = reprojectClock(first, extended, { at: at31, why: '2025年放假安排公布' });
    expect(step?.state.promise).toEqual(exactly('2025-01-07 18:00'));
    expect(step?.state.firstPromise).toEqual({ at: at('2025-01-06 18:00'), provisional: true });
  });

  it('says nothing where nothing moved', () => {
    expect(reprojectClock(start('2024-12-30 09:00', '4工作时').state, extended, { at: at31, why: '公布' })).toBeNull();
  });

  it('reaches back: a day that turned out to be off was not used', () => {
    const { state } = start('2024-03-01 17:00', '10工作时');
    expect(consumedOf(state, edited, at('2024-03-05 09:00'))).toBe(2 * 3600);
    expect(dueOf(state, shanghai)).toEqual(exactly('2024-03-05 09:00'));
    expect(dueOf(state, edited)).toEqual(exactly('2024-03-06 09:00'));
  });

  it('never makes a clock late that had stopped, nor one in time that was late', () => {
    const stop = { at: at('2024-03-05 10:00'), outcome: '办结' };
    const { state, events } = driven(start('2024-03-01 17:00', '10工作时'), (s) => stopClock(s, shanghai, stop));
    expect(lightOf(state, shanghai, stop.at)).toBe('late');
    expect(lightOf(replayClock(events), edited, stop.at)).toBe('late');
  });
});

describe('a pause', () => {
  it('of a limit in dates takes out the working days after its own up to and with that of the resuming', () => {
    const { state } = driven(
      start('2024-02-08 15:00', '5工作日', 'dates'),
      (s) => pauseClock(s, { at: at('2024-02-09 10:00'), why: '补充材料' }),
      // Sunday 18 (worked), Monday 19 and Tuesday 20 are taken out.
      (s) => resumeClock(s, shanghai, { at: at('2024-02-20 10:00') }),
    );
    expect(dueOf(state, shanghai)).toEqual(exactly('2024-02-26 18:00'));
    expect(leftOf(state, shanghai, at('2024-02-21 09:00'))).toBe(3);
  });

  it('on the last day leaves that day to finish in', () => {
    const { state } = driven(
      start('2024-03-01 09:00', '1工作日', 'dates'),
      (s) => pauseClock(s, { at: at('2024-03-04 17:00'), why: '停电' }),
      (s) => resumeClock(s, shanghai, { at: at('2024-03-06 19:00') }),
    );
    expect(dueOf(state, shanghai)).toEqual(exactly('2024-03-07 18:00'));
  });

  it('leaves the due time open, for it depends on the resuming', () => {
    const { state } = driven(start('2024-03-01 09:00', '4工作时'), (s) =>
      pauseClock(s, { at: at('2024-03-01 10:00'), why: '挂账', until: at('2024-04-01 08:00') }),
    );
    expect(dueOf(state, shanghai)).toBeNull();
    expect(dueIfResumed(state, shanghai, at('2024-04-01 08:00'))).toEqual(exactly('2024-04-01 11:00'));
  });

  it('after the due time does not move it', () => {
    const { state } = driven(
      start('2024-03-01 08:00', '2工作时'),
      (s) => pauseClock(s, { at: at('2024-03-01 11:00'), why: '挂账' }),
      (s) => resumeClock(s, shanghai, { at: at('2024-03-05 11:00') }),
    );
    expect(dueOf(state, shanghai)).toEqual(exactly('2024-03-01 10:00'));
    expect(leftOf(state, shanghai, at('2024-03-05 12:00'))).toBe(-2 * 3600);
  });
});

describe('an extension', () => {
  const { state } = start('2024-03-01 08:00', '4工作时');
  const asked = { at: at('2024-03-01 16:00'), amount: limitOf(2, 'workingHours'), by: '派遣员' };

  it('is asked for before expiry; its approval may come after', () => {
    const step = extendClock(state, shanghai, { ...asked, askedAt: at('2024-03-01 12:00:00') });
    expect(step.state.promise).toEqual(exactly('2024-03-01 16:00'));
    expect(step.state.firstPromise).toEqual(exactly('2024-03-01 12:00'));
    expect(code(() => extendClock(state, shanghai, { ...asked, askedAt: at('2024-03-01 12:00:01') }))).toBe(
      'clock.expired',
    );
  });

  it('is approved at most twice, or as often as the district says', () => {
    const more = (s: typeof state) => extendClock(s, shanghai, { ...asked, askedAt: at('2024-03-01 09:00') }).state;
    expect(code(() => more(more(more(state))))).toBe('clock.extensions');
    expect(code(() => extendClock(state, shanghai, { ...asked, askedAt: state.startedAt }, 0))).toBe(
      'clock.extensions',
    );
  });

  it('counts as its limit does', () => {
    const urgent = { ...asked, amount: limitOf(2, 'urgentHours'), askedAt: at('2024-03-01 09:00') };
    expect(code(() => extendClock(state, shanghai, urgent))).toBe('clock.unit');
  });
});

describe('what was sent back', () => {
  const sentBack = driven(start('2024-03-01 08:00', '4工作时'), (s) =>
    pauseClock(s, { at: at('2024-03-01 11:00'), why: '退单' }),
  ).state;
  const again = { at: at('2024-03-04 08:00'), from: '城管局' };

  it('goes on with what was left when the same unit gets it again', () => {
    const { state } = redispatchClock(sentBack, shanghai, { ...again, to: '城管局' });
    expect([state.round, dueOf(state, shanghai)]).toEqual([1, exactly('2024-03-04 09:00')]);
  });

  it('starts afresh with another unit, and the first promise stays', () => {
    const { state } = redispatchClock(sentBack, shanghai, { ...again, to: '住建局' });
    expect([state.round, dueOf(state, shanghai)]).toEqual([2, exactly('2024-03-04 12:00')]);
    expect(state.firstPromise).toEqual(exactly('2024-03-01 12:00'));
  });
});

describe('work that was handed back', () => {
  const done = driven(start('2024-03-01 08:00', '4工作时'), (s) =>
    stopClock(s, shanghai, { at: at('2024-03-01 11:00'), outcome: '已处置' }),
  ).state;

  it('goes on with what was left, or starts afresh', () => {
    const redone = resumeClock(done, shanghai, { at: at('2024-03-04 08:00') }).state;
    expect(dueOf(redone, shanghai)).toEqual(exactly('2024-03-04 09:00'));
    const reopened = restartClock(done, shanghai, { at: at('2024-03-04 08:00') }).state;
    expect(dueOf(reopened, shanghai)).toEqual(exactly('2024-03-04 12:00'));
  });

  it('can no longer be paused, extended or changed', () => {
    expect(code(() => pauseClock(done, { at: at('2024-03-04 08:00'), why: '' }))).toBe('clock.event');
    expect(
      code(() => changeLimit(done, shanghai, { at: at('2024-03-04 08:00'), limit: done.limit, basis: signed })),
    ).toBe('clock.event');
  });
});

describe('a change of matter', () => {
  it('keeps the promise given and records a second one, from the same start', () => {
    const { state, replayed } = driven(start('2024-03-01 08:00', '4工作时'), (s) =>
      changeLimit(s, shanghai, { at: at('2024-03-01 10:00'), limit: limitOf(2, 'workingDays'), basis: signed }),
    );
    expect(state.firstPromise).toEqual(exactly('2024-03-01 12:00'));
    expect(state.promise).toEqual(exactly('2024-03-04 18:00'));
    expect(replayed).toEqual(state);
  });
});

it('a deadline given by the city is kept to the second', () => {
  const [from, due] = [at('2024-02-09 17:12:33'), at('2024-02-20 09:00:01')];
  const { state } = startClock(shanghai, { at: from, limit: givenLimit(from, due), basis: signed });
  expect(exactDueOf(state, shanghai)).toEqual({ at: due, provisional: false });
});

it('a period of calendar days that would end on a day off ends after the days off', () => {
  // 15 days from 1 February end on Friday the 16th, in 春节; Sunday the 18th is worked.
  expect(dueOf(start('2024-02-01 09:00', '15日').state, shanghai)).toEqual(exactly('2024-02-18 18:00'));
});

describe('a ledger', () => {
  const first = start('2024-03-01 08:00', '4工作时');

  it('begins with a start and runs forward in time', () => {
    expect(code(() => replayClock([]))).toBe('clock.event');
    expect(code(() => applyClock(null, { kind: 'pause', at: 0, why: '' }))).toBe('clock.event');
    expect(code(() => applyClock(first.state, first.event))).toBe('clock.event');
    expect(code(() => pauseClock(first.state, { at: at('2024-03-01 07:59:59'), why: '' }))).toBe('clock.order');
  });
});
