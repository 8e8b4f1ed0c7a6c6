import { describe, expect, it } from 'vitest';
import { isTimeFormat, timeReader } from './time-format.ts';

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
