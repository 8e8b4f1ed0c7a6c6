import { describe, expect, it } from 'vitest';
import { fakeClock } from './fake-clock.ts';

describe('a fake clock', () => {
  it('stands still until it is moved', () => {
    const clock = fakeClock('2026-07-01T08:00:00+08:00');
    expect(clock.now()).toBe(Date.UTC(2026, 6, 1));
    clock.advance(1_500);
    expect(clock.now()).toBe(Date.UTC(2026, 6, 1) + 1_500);
    clock.set(0);
    expect(clock.now()).toBe(0);
  });

  it('wants to know which zone a time is in', () => {
    expect(() => fakeClock('2026-07-01T08:00:00')).toThrow(RangeError);
  });
});
