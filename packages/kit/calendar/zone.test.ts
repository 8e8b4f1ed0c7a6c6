import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wallClock, zoneClock } from './zone.ts';

const boston = 'America/New_York';

describe('a zone clock', () => {
  const instantOf = zoneClock(boston);

  it('takes the earlier instant where the clocks go back', () => {
    expect(instantOf(Date.UTC(2011, 10, 6, 1, 30))).toBe(Date.parse('2011-11-06T01:30:00-04:00'));
  });

  it('moves a wall time that the clocks skip to after the gap', () => {
    expect(instantOf(Date.UTC(2011, 2, 13, 2, 30))).toBe(Date.parse('2011-03-13T03:30:00-04:00'));
  });

  it('gives an instant at which the clocks of the zone show that wall time', () => {
    const zones = ['Asia/Shanghai', boston, 'Australia/Lord_Howe', 'Asia/Kathmandu', 'UTC', 'America/St_Johns'];
    const clocks = zones.map((zone) => ({ zone, clock: zoneClock(zone) }));
    const minute = fc.integer({ min: Date.UTC(2000, 0) / 60_000, max: Date.UTC(2040, 0) / 60_000 });
    fc.assert(
      fc.property(fc.constantFrom(...clocks), minute, ({ zone, clock }, at) => {
        const instant = at * 60_000;
        const shown = wallOf(zone, instant);
        // The hour that comes twice has an earlier instant which shows the same.
        expect(wallOf(zone, clock(shown))).toBe(shown);
        expect(clock(shown)).toBeLessThanOrEqual(instant);
      }),
    );
  });
});

function wallOf(zone: string, instant: number): number {
  return Date.parse(`${wallClock(instant, zone).replace(' ', 'T')}Z`);
}
