import { describe, expect, it } from 'vitest';
import { storyDay } from './story-day.ts';

describe('when a station of a story was', () => {
  it('is its day, whatever time stands behind it', () => {
    expect(storyDay('2026-02-20', 'zh')).toBe('2026年2月20日');
    expect(storyDay('2026-02-20T03:00:00Z', 'en')).toBe('20 Feb 2026');
  });

  it('is the year where no more is known', () => {
    expect(storyDay('2026', 'zh')).toBe('2026 年');
    expect(storyDay('2026', 'en')).toBe('2026');
  });
});
