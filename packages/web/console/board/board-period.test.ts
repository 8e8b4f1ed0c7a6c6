import { describe, expect, it } from 'vitest';
import { dayText, markText, periodAfter, periodBefore, periodText, recentPeriods, todayIn } from './board-period.ts';

const month = { from: '2026-07-01', to: '2026-07-31' };

describe('the periods of a board', () => {
  it('are stepped through by the calendar, and not beyond today', () => {
    expect(periodBefore(month)).toEqual({ from: '2026-06-01', to: '2026-06-30' });
    expect(periodAfter(month, 'month', '2026-08-01')).toEqual({ from: '2026-08-01', to: '2026-08-31' });
    expect(periodAfter(month, 'month', '2026-07-31')).toBeUndefined();
    expect(periodAfter({ from: '2026-07-06', to: '2026-07-12' }, 'week', '2026-07-14')).toEqual({
      from: '2026-07-13',
      to: '2026-07-19',
    });
  });

  it('are offered the latest first, each once', () => {
    expect(
      recentPeriods('month', '2026-03-31')
        .slice(0, 3)
        .map(({ from }) => from),
    ).toEqual(['2026-03-01', '2026-02-01', '2026-01-01']);
    expect(recentPeriods('year', '2026-03-31').map(({ from }) => from.slice(0, 4))).toEqual([
      '2026',
      '2025',
      '2024',
      '2023',
      '2022',
    ]);
    expect(new Set(recentPeriods('week', '2026-03-31').map(({ from }) => from)).size).toBe(53);
  });

  it('begin with the day of the district, not of UTC', () => {
    expect(todayIn('Asia/Shanghai', Date.parse('2026-07-01T17:00:00Z'))).toBe('2026-07-02');
  });

  it('are told in the reader’s words', () => {
    expect(periodText(month, 'month', 'zh')).toBe('2026年7月');
    expect(periodText(month, 'month', 'en')).toBe('Jul 2026');
    expect(periodText({ from: '2026-07-06', to: '2026-07-12' }, 'week', 'zh')).toBe('2026年7月6日–7月12日');
    expect(periodText({ from: '2026-07-06', to: '2026-07-12' }, 'week', 'en')).toBe('6 Jul–12 Jul 2026');
    expect(dayText('2026-07-06', 'zh')).toBe('7月6日');
    expect([markText('2026-07-06', 'zh'), markText('2026-07', 'zh'), markText('2026-07', 'en')]).toEqual([
      '6',
      '7月',
      'Jul',
    ]);
  });
});
