import { applyClock, type ClockEvent, type ClockState, canTake, limitOf } from '@huying/kit/clock';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clockFromColumn, clocksFromColumn, clocksToColumn } from './clock-column.ts';

const basis = { since: { zh: '签收', en: 'signed' } };
const counted = { since: { zh: '起算', en: 'counted from' } };
const ruled = { ...counted, rule: { zh: '第九条', en: 'article 9' } };
const due = fc.record({ at: fc.integer({ min: 1, max: 9 }), provisional: fc.boolean() });
const limit = fc.integer({ min: 1, max: 9 }).map((days) => limitOf(days, 'workingDays', 'dates'));
const why = fc.constantFrom('closed', 'held');
const none = fc.constant(null);

/** Anything that may happen to a clock, as long after the last as it likes: often at once. */
const event = fc.tuple(
  fc.integer({ min: 0, max: 2 }),
  fc.oneof(
    fc.record({ kind: fc.constantFrom('start', 'restart'), limit, basis: fc.constantFrom(basis, counted, ruled), due }),
    fc.record(
      { kind: fc.constant('pause'), why, until: fc.integer({ min: 50, max: 99 }) },
      { requiredKeys: ['kind', 'why'] },
    ),
    fc.record({ kind: fc.constant('resume'), due }),
    fc.record({
      kind: fc.constant('change'),
      limit,
      basis: fc.constantFrom(basis, counted, ruled),
      due: fc.oneof(due, none),
    }),
    fc.record({ kind: fc.constant('extend'), amount: limit, by: why, due: fc.oneof(due, none) }),
    fc.record({ kind: fc.constant('reproject'), why, due }),
    fc.record({ kind: fc.constant('stop'), outcome: why, due: fc.oneof(due, none) }),
  ),
);

/** A clock that something happened to, as far as it could. */
const clock = fc.array(event, { minLength: 1, maxLength: 12 }).map((events) => {
  let at = 100;
  let state: ClockState = applyClock(null, {
    kind: 'start',
    at,
    limit: limitOf(3, 'workingDays', 'dates'),
    basis,
    due: { at: 5, provisional: false },
  });
  for (const [later, next] of events) {
    if (!canTake(state, next.kind as ClockEvent['kind'])) continue;
    at += later;
    state = applyClock(state, { ...next, at } as ClockEvent);
  }
  return state;
});

describe('the column of the clocks', () => {
  it('gives back every clock as it was, through JSON', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom('whole', 'accept', 'part:1'), clock), (clocks) => {
        expect(clocksFromColumn(JSON.parse(JSON.stringify(clocksToColumn(clocks))))).toEqual({ ...clocks });
      }),
    );
  });

  it('reads clocks told in full', () => {
    fc.assert(
      fc.property(clock, (state) => {
        expect(clockFromColumn(JSON.parse(JSON.stringify(state)))).toEqual(state);
      }),
    );
  });

  it('tells of a clock that ran once and stopped in good time only what the rest does not say', () => {
    const limit = limitOf(3, 'workingDays', 'dates');
    const due = { at: 500, provisional: false };
    const started = applyClock(null, { kind: 'start', at: 100, limit, basis: counted, due });
    const whole = applyClock(started, { kind: 'stop', at: 300, outcome: 'closed', due });
    expect(clocksToColumn({ whole })).toEqual({
      whole: { limit, promise: 500, phase: { kind: 'stopped', at: 300, outcome: 'closed' }, runs: [{ from: 100 }] },
    });
  });
});
