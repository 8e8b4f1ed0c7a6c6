import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leftText, momentText, spanText } from './moment-text.ts';
import { instantOfLocal, localInput } from './zone-time.ts';

const now = Date.parse('2026-11-21T08:00:00Z'); // 16:00 in Shanghai
const zh = { locale: 'zh', zone: 'Asia/Shanghai', now } as const;
const en = { ...zh, locale: 'en' } as const;
const at = (iso: string) => Date.parse(iso);

describe('a due time', () => {
  it('is told by the day of the district, not of UTC', () => {
    expect(momentText(at('2026-11-21T10:00:00Z'), zh)).toBe('今天 18:00');
    expect(momentText(at('2026-11-21T16:30:00Z'), zh)).toBe('明天 00:30');
    expect(momentText(at('2026-11-20T15:59:00Z'), zh)).toBe('昨天 23:59');
    expect(momentText(at('2026-11-21T16:30:00Z'), en)).toBe('tomorrow 00:30');
  });

  it('names its date, and its year where that is another', () => {
    expect(momentText(at('2026-12-01T10:00:00Z'), zh)).toBe('12月1日 18:00');
    expect(momentText(at('2027-01-01T01:05:00Z'), zh)).toBe('2027年1月1日 09:05');
    expect(momentText(at('2026-12-01T10:00:00Z'), en)).toBe('1 Dec 18:00');
    expect(momentText(at('2025-03-01T10:00:00Z'), en)).toBe('1 Mar 2025 18:00');
  });

  it('says what is left, and what it is late by', () => {
    expect(leftText(at('2026-11-21T10:00:00Z'), zh)).toBe('还剩 2 小时');
    expect(leftText(at('2026-11-21T10:10:00Z'), zh)).toBe('还剩 2 小时 10 分');
    expect(leftText(at('2026-11-18T04:00:00Z'), zh)).toBe('已超 3 天 4 小时');
    expect(leftText(at('2026-11-18T04:00:00Z'), en)).toBe('3 d 4 h late');
    expect(leftText(now, zh)).toBe('还剩 不到 1 分钟');
  });

  it('leaves out small units beside large ones', () => {
    expect(spanText(10 * 3_600_000 + 600_000, 'zh')).toBe('10 小时');
    expect(spanText(12 * 86_400_000 + 3_600_000, 'zh')).toBe('12 天');
    expect(spanText(59_000, 'en')).toBe('less than a minute');
  });
});

describe('a time typed in the zone of the district', () => {
  it('is the instant shown again', () => {
    const minutes = fc.integer({ min: at('2015-01-01T00:00:00Z') / 60_000, max: at('2030-01-01T00:00:00Z') / 60_000 });
    fc.assert(
      fc.property(minutes, (minute) => {
        expect(instantOfLocal(localInput(minute * 60_000, 'Asia/Shanghai'), 'Asia/Shanghai')).toBe(minute * 60_000);
      }),
    );
  });

  it('follows summer time', () => {
    expect(instantOfLocal('2011-07-01T12:00', 'America/New_York')).toBe(at('2011-07-01T16:00:00Z'));
    expect(instantOfLocal('2011-12-01T12:00', 'America/New_York')).toBe(at('2011-12-01T17:00:00Z'));
    expect(instantOfLocal('2011-11-06T01:30', 'America/New_York')).toBe(at('2011-11-06T05:30:00Z'));
    expect(instantOfLocal('soon', 'America/New_York')).toBeUndefined();
  });
});
