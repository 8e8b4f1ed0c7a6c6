import { fakeClock } from '@huying/testing/database';
import { describe, expect, it } from 'vitest';
import { allowances, senderOf } from './allowance.ts';

const rule = { atOnce: 3, every: 1_000 };
const start = '2026-07-01T08:00:00+08:00';

describe('an allowance', () => {
  it('lets so many through at once, then one for each pause', () => {
    const clock = fakeClock(start);
    const held = allowances(clock.now);
    for (let time = 0; time < 3; time++) held.take(rule, 'a');
    expect(() => held.take(rule, 'a')).toThrow(/access.tooMany/);
    clock.advance(1_000);
    held.take(rule, 'a');
    expect(() => held.take(rule, 'a')).toThrow(/access.tooMany/);
  });

  it('is each sender’s own', () => {
    const held = allowances(fakeClock(start).now);
    for (let time = 0; time < 3; time++) held.take(rule, 'a');
    expect(() => held.take(rule, 'b')).not.toThrow();
  });

  it('never grows beyond its bound, however many senders there are', () => {
    const held = allowances(fakeClock(start).now, 100);
    for (let sender = 0; sender < 10_000; sender++) held.take(rule, String(sender));
    expect(held.size).toBe(100);
  });

  it('is not lengthened by a clock that is set back', () => {
    const clock = fakeClock(start);
    const held = allowances(clock.now);
    for (let time = 0; time < 3; time++) held.take(rule, 'a');
    clock.advance(-3_600_000);
    expect(() => held.take(rule, 'a')).toThrow(/access.tooMany/);
    clock.advance(1_000);
    expect(() => held.take(rule, 'a')).not.toThrow();
  });
});

it.each([
  ['203.0.113.7', '203.0.113.7'],
  ['::ffff:203.0.113.7', '::ffff:203.0.113.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:db8::6', '2001:db8:0:0'],
  ['2001:db8:1:2::6', '2001:db8:1:2'],
])('%s sends as %s', (address, sender) => {
  expect(senderOf(address)).toBe(sender);
});
