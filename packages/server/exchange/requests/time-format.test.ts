import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isTimeFormat, timeReader } from './time-format.ts';
import { zoneClock } from './zone.ts';

const boston = 'America/New_York';

describe('a time format', () => {
  it('has year, month and day, each once, or is iso', () => {
    expect(['iso', 'YYYY-MM-DD', 'MM/DD/YYYY hh:mm:ss A'].every(isTimeFormat)).toBe(true);
    expect(['YYYY-MM', 'HH:mm', 'YYYY-MM-DD YYYY', ''].some(isTimeFormat)).toBe(false);
  });

  it('reads wall time of its zone, in summer and in winter', () => {
    const read = timeReader('YYYY-MM-DD HH:mm:ss', boston);
    expect(read('2011-07-01 01:32:33')).toBe(Date.parse('2011-07-01T01:32:33-04:00'));
    expect(read('2011-12-01 01:32:33')).toBe(Date.parse('2011-12-01T01:32:33-05:00'));
  });

  it('reads the forms that spreadsheets write', () => {
    expect(timeReader('MM/DD/YYYY hh:mm A', 'UTC')('7/1/2011 12:05 AM')).toBe(Date.parse('2011-07-01T00:05Z'));
    expect(timeReader('MM/DD/YYYY hh:mm A', 'UTC')('7/1/2011 12:05 pm')).toBe(Date.parse('2011-07-01T12:05Z'));
    expect(timeReader('YYYY年MM月DD日', 'Asia/Shanghai')('2024年2月8日')).toBe(Date.parse('2024-02-08T00:00+08:00'));
  });

  it('believes the offset that an ISO time names, and the zone where it names none', () => {
    const read = timeReader('iso', boston);
    expect(read('2011-07-01T01:02:03.5+0530')).toBe(Date.parse('2011-07-01T01:02:03+05:30'));
    expect(read('2011-07-01T01:02:03Z')).toBe(Date.parse('2011-07-01T01:02:03Z'));
    expect(read('2011-07-01')).toBe(Date.parse('2011-07-01T00:00-04:00'));
  });

  it('refuses words, dates and hours that do not exist', () => {
    const read = timeReader('YYYY-MM-DD HH:mm:ss', boston);
    for (const words of [
      '',
      'soon',
      '2011-02-30 00:00:00',
      '2011-13-01 00:00:00',
      '2011-07-01 24:00:00',
      '2011-07-01',
    ]) {
      expect(read(words)).toBeUndefined();
    }
    expect(timeReader('YYYY-MM-DD hh:mm A', 'UTC')('2011-07-01 13:00 PM')).toBeUndefined();
  });
});

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
  const words = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' }).format(
    instant,
  );
  return Date.parse(`${words.replace(' ', 'T')}Z`);
}
