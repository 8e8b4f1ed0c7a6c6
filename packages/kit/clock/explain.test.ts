import { describe, expect, it } from 'vitest';
import { at, driven, extended, newYork, shanghai, signed } from './clock.fixture.ts';
import { explain } from './explain.ts';
import { limitOf } from './limit.ts';
import { parseLimit } from './limit-text.ts';
import { extendClock, pauseClock, reprojectClock, resumeClock, startClock, stopClock } from './step.ts';

const start = (local: string, text: string, counting: 'seconds' | 'dates' = 'seconds') =>
  startClock(shanghai, { at: at(local), limit: parseLimit(text, counting).limit, basis: signed });

describe('a deadline explains itself', () => {
  it('by the holidays it skips and the make-up workdays it counts', () => {
    const { state } = start('2024-02-08 15:00', '5工作日', 'dates');
    const now = at('2024-02-09 09:00');
    expect(explain(state, shanghai, now, 'zh')).toBe(
      '2月8日签收，5个工作日，跳过春节8天（2月10日—17日），2月18日调休上班，应于2月21日18:00前完成。',
    );
    expect(explain(state, shanghai, now, 'en')).toBe(
      'signed 8 Feb; 5 working days; skipping Spring Festival, 8 days (10–17 Feb); working on 18 Feb; due by 21 Feb 18:00.',
    );
  });

  it('by its rule, and by weekends, to the minute, where working hours count', () => {
    const rule = { zh: '立案条件“破损”', en: 'the filing condition “broken”' };
    const limit = limitOf(4, 'workingHours');
    const { state } = startClock(shanghai, { at: at('2024-03-01 17:12'), limit, basis: { ...signed, rule } });
    expect(explain(state, shanghai, at('2024-03-01 18:00'), 'zh')).toBe(
      '3月1日17:12签收，依据立案条件“破损”，4个工作时，跳过周末2天，应于3月4日11:12前完成。',
    );
    expect(explain(state, shanghai, at('2024-03-01 18:00'), 'en')).toBe(
      'signed 1 Mar 17:12; by the filing condition “broken”; 4 working hours; skipping 2 weekend days; due by 4 Mar 11:12.',
    );
  });

  it('as running day and night where it is urgent, and says that it is past due', () => {
    const { state } = start('2024-02-10 22:36', '2紧急工作时');
    expect(explain(state, shanghai, at('2024-02-11 00:36:01'), 'zh')).toBe(
      '2月10日22:36签收，2个紧急工作时（昼夜连续计时），应于2月11日00:36前完成，已超期。',
    );
    expect(explain(state, shanghai, at('2024-02-11 00:36'), 'en')).toBe(
      'signed 10 Feb 22:36; 2 urgent hours (day and night); due by 11 Feb 00:36.',
    );
  });

  it('by pauses, extensions and the first promise', () => {
    const { state } = driven(
      start('2024-03-01 09:00', '5工作日', 'dates'),
      (s) =>
        extendClock(s, shanghai, {
          at: at('2024-03-04 10:00'),
          askedAt: at('2024-03-04 09:00'),
          amount: limitOf(2, 'workingDays', 'dates'),
          by: '派遣员',
        }),
      (s) => pauseClock(s, { at: at('2024-03-05 09:00'), why: '等候配件' }),
      (s) => resumeClock(s, shanghai, { at: at('2024-03-08 09:00') }),
    );
    expect(explain(state, shanghai, at('2024-03-08 10:00'), 'zh')).toBe(
      '3月1日签收，5个工作日，跳过周末4天，暂停1次（等候配件）扣除3个工作日，延期1次共2个工作日，应于3月15日18:00前完成，首次承诺3月8日18:00不变。',
    );
    expect(explain(state, shanghai, at('2024-03-08 10:00'), 'en')).toBe(
      'signed 1 Mar; 5 working days; skipping 4 weekend days; 1 pause (等候配件) taking out 3 working days; 1 extension adding 2 working days; due by 15 Mar 18:00; first promised for 8 Mar 18:00, which stands.',
    );
  });

  it('as provisional where the year is not published, and no longer once it is', () => {
    const { state } = start('2024-12-30 09:00', '5工作日', 'dates');
    const now = at('2024-12-31 09:00');
    expect(explain(state, shanghai, now, 'zh')).toBe(
      '12月30日签收，5个工作日，跳过周末2天，应于2025年1月6日18:00前完成（暂定：2025年放假安排尚未录入）。',
    );
    const moved = reprojectClock(state, extended, { at: now, why: '公布' })?.state ?? state;
    expect(explain(moved, extended, now, 'zh')).toBe(
      '12月30日签收，5个工作日，跳过元旦1天（2025年1月1日）、周末2天，应于2025年1月7日18:00前完成，首次承诺2025年1月6日18:00不变。',
    );
  });

  it('as resting, with the end of the hold and what is left', () => {
    const { state } = driven(start('2024-03-01 09:00', '4工作时'), (s) =>
      pauseClock(s, { at: at('2024-03-01 10:30'), why: '道路改造', until: at('2024-06-01 08:00') }),
    );
    expect(explain(state, shanghai, at('2024-03-02 10:00'), 'zh')).toBe(
      '3月1日09:00签收，4个工作时，3月1日10:30起暂停至6月1日08:00（道路改造），尚余2工作时30分。',
    );
  });

  it('as finished, in time or late', () => {
    const stopped = (local: string) =>
      driven(start('2024-03-01 09:00', '4工作时'), (s) => stopClock(s, shanghai, { at: at(local), outcome: '办结' }))
        .state;
    expect(explain(stopped('2024-03-01 11:00'), shanghai, at('2024-03-02 10:00'), 'zh')).toBe(
      '3月1日09:00签收，4个工作时，应于3月1日15:00前完成，已于3月1日11:00办结，按时。',
    );
    expect(explain(stopped('2024-03-01 16:00:05'), shanghai, at('2024-03-02 10:00'), 'en')).toBe(
      'signed 1 Mar 09:00; 4 working hours; due by 1 Mar 15:00; 办结 1 Mar 16:00:05, late.',
    );
  });

  it('in the time of the district’s own wall', () => {
    const limit = limitOf(2, 'workingHours');
    const { state } = startClock(newYork, { at: Date.parse('2024-03-08T17:00:00-05:00'), limit, basis: signed });
    expect(explain(state, newYork, state.startedAt, 'en')).toBe(
      'signed 8 Mar 17:00; 2 working hours; skipping 2 weekend days; due by 11 Mar 09:00.',
    );
  });
});
