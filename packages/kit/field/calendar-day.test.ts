import { describe, expect, it } from 'vitest';
import { isCalendarDay } from './calendar-day.ts';

describe('a calendar day', () => {
  it('exists or it does not', () => {
    expect(['2024-02-29', '2000-02-29', '2026-12-31', '0001-01-01'].filter(isCalendarDay)).toHaveLength(4);
    const none = [
      '2026-02-29',
      '1900-02-29',
      '2026-04-31',
      '2026-13-01',
      '2026-00-10',
      '2026-01-00',
      '0000-01-01',
      '26-1-1',
      '',
    ];
    expect(none.filter(isCalendarDay)).toEqual([]);
  });
});
