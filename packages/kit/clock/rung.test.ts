import { describe, expect, it } from 'vitest';
import { at, driven, newYork, shanghai, signed } from './clock.fixture.ts';
import { limitOf } from './limit.ts';
import { parseLimit } from './limit-text.ts';
import { type Rung, rungInstants } from './rung.ts';
import { pauseClock, resumeClock, startClock, stopClock } from './step.ts';

const days = (amount: number, counting: 'seconds' | 'dates') => limitOf(amount, 'workingDays', counting);
const rungs = (counting: 'seconds' | 'dates'): Rung[] => [
  { name: 'warn', at: 0.8 },
  { name: 'late', at: 1 },
  { name: 'supervisor', at: 1, plus: days(1, counting) },
  { name: 'bulletin', at: 1, plus: days(5, counting) },
];
const start = (local: string, text: string, counting: 'seconds' | 'dates' = 'seconds') =>
  startClock(shanghai, { at: at(local), limit: parseLimit(text, counting).limit, basis: signed });
const on = (name: string, local: string, provisional = false) => ({ name, at: at(local), provisional });

describe('the rungs of a clock', () => {
  it('go by working time and so never fire on rest days', () => {
    expect(rungInstants(start('2024-02-08 08:00', '5工作时').state, shanghai, rungs('seconds'))).toEqual([
      on('warn', '2024-02-08 12:00'),
      on('late', '2024-02-08 15:00'),
      on('supervisor', '2024-02-09 15:00'),
      on('bulletin', '2024-02-21 15:00'),
    ]);
  });

  it('of a limit in dates fire at the close of days, and within the day where a share falls there', () => {
    expect(rungInstants(start('2024-02-08 15:00', '3工作日', 'dates').state, shanghai, rungs('dates'))).toEqual([
      // 80 % of three days is 40 % of the third: 3 h 12 min of Monday the 19th.
      on('warn', '2024-02-19 11:12'),
      on('late', '2024-02-19 18:00'),
      on('supervisor', '2024-02-20 18:00'),
      on('bulletin', '2024-02-26 18:00'),
    ]);
  });

  it('past an urgent limit count working days from the due time on', () => {
    expect(rungInstants(start('2024-03-01 22:36', '2紧急工作时').state, shanghai, rungs('seconds'))).toEqual([
      on('warn', '2024-03-02 00:12'),
      on('late', '2024-03-02 00:36'),
      on('supervisor', '2024-03-04 18:00'),
      on('bulletin', '2024-03-08 18:00'),
    ]);
  });

  it('are provisional past the horizon', () => {
    const [warn, , , bulletin] = rungInstants(start('2024-12-31 08:00', '5工作时').state, shanghai, rungs('seconds'));
    expect([warn?.provisional, bulletin?.provisional]).toEqual([false, true]);
  });

  it('are none while the clock rests, and move on by the pause when it resumes', () => {
    const rested = [
      () => start('2024-03-01 08:00', '5工作时'),
      () =>
        driven(start('2024-03-01 08:00', '5工作时'), (s) => pauseClock(s, { at: at('2024-03-01 10:00'), why: '挂账' })),
      () =>
        driven(start('2024-03-01 08:00', '5工作时'), (s) =>
          stopClock(s, shanghai, { at: at('2024-03-01 10:00'), outcome: '办结' }),
        ),
    ].map((make) => rungInstants(make().state, shanghai, rungs('seconds')).length);
    expect(rested).toEqual([4, 0, 0]);
    const { state } = driven(
      start('2024-03-01 08:00', '5工作时'),
      (s) => pauseClock(s, { at: at('2024-03-01 10:00'), why: '挂账' }),
      (s) => resumeClock(s, shanghai, { at: at('2024-03-04 10:00') }),
    );
    expect(rungInstants(state, shanghai, rungs('seconds')).slice(0, 2)).toEqual([
      on('warn', '2024-03-04 12:00'),
      on('late', '2024-03-04 15:00'),
    ]);
  });

  it('after the due time rest with the clock', () => {
    const { state } = driven(
      start('2024-03-01 08:00', '2工作时'),
      (s) => pauseClock(s, { at: at('2024-03-01 12:00'), why: '挂账' }),
      (s) => resumeClock(s, shanghai, { at: at('2024-03-06 14:00') }),
    );
    // Due on the 1st at 10:00; two of the eight hours after it ran before the pause.
    expect(rungInstants(state, shanghai, rungs('seconds'))[2]).toEqual(on('supervisor', '2024-03-07 10:00'));
  });

  it('keep the time of the wall where summer time begins', () => {
    const limit = limitOf(10, 'workingHours');
    const { state } = startClock(newYork, { at: Date.parse('2024-03-08T17:00:00-05:00'), limit, basis: signed });
    expect(rungInstants(state, newYork, rungs('seconds')).slice(0, 2)).toEqual([
      { name: 'warn', at: Date.parse('2024-03-11T17:00:00-04:00'), provisional: false },
      { name: 'late', at: Date.parse('2024-03-12T09:00:00-04:00'), provisional: false },
    ]);
  });
});
