import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HuyingError } from '../error/index.ts';
import { type Limit, type LimitUnit, limitOf, stageAfter, unitsOf } from './limit.ts';
import { parseLimit, parseLimitWithUnit, parseStages, sayLimit, sayUnits } from './limit-text.ts';

const code = (run: () => unknown) => {
  try {
    return run();
  } catch (error) {
    return error instanceof HuyingError ? error.code : error;
  }
};
const seconds = (amount: number, unit: LimitUnit): Limit => limitOf(amount, unit);

describe('golden case 5: a limit text and its unit cannot disagree', () => {
  it.each([
    ['2紧急工作时', { limit: seconds(2, 'urgentHours') }],
    ['4工作时', { limit: seconds(4, 'workingHours') }],
    ['1工作日', { limit: seconds(1, 'workingDays') }],
    ['2紧急工作日', { limit: seconds(2, 'urgentDays') }],
    ['1紧急工作时制止', { limit: seconds(1, 'urgentHours'), purpose: '制止' }],
    ['种植季节15工作日', { limit: seconds(15, 'workingDays'), season: '种植季节' }],
    ['非种植季节 30 个工作日', { limit: seconds(30, 'workingDays'), season: '非种植季节' }],
    ['15分钟', { limit: seconds(15, 'minutes') }],
    ['24小时内', { limit: seconds(24, 'urgentHours') }],
    ['15日', { limit: { amount: 15, unit: 'calendarDays', counting: 'dates' } }],
    ['60天', { limit: { amount: 60, unit: 'calendarDays', counting: 'dates' } }],
    ['十五个工作日', { limit: seconds(15, 'workingDays') }],
    ['两个工作小时', { limit: seconds(2, 'workingHours') }],
    ['0.5工作日', { limit: seconds(0.5, 'workingDays') }],
    ['2工作时', { limit: seconds(2, 'workingHours') }],
    ['4 working hours', { limit: seconds(4, 'workingHours') }],
    ['1 urgent hour', { limit: seconds(1, 'urgentHours') }],
  ])('%s', (text, expected) => {
    expect(parseLimit(text)).toEqual(expected);
  });

  it.each([
    '',
    '工作时',
    '4',
    '4工作',
    '尽快',
    '2紧急工作时3工作日',
    '2紧急工作时工作日',
    '紧急2工作时',
    '-2工作时',
    '1,5工作日',
    '二三工作日',
  ])('refuses “%s”, which is not one amount with one unit', (text) => {
    expect(code(() => parseLimit(text))).toBe('clock.text');
  });

  it('refuses an amount that is nothing or makes no whole second or day', () => {
    expect(code(() => parseLimit('0工作时'))).toBe('clock.amount');
    expect(code(() => parseLimit('0.0001工作时'))).toBe('clock.amount');
    expect(code(() => parseLimit('0.5工作日', 'dates'))).toBe('clock.amount');
    expect(unitsOf(parseLimit('0.1工作时').limit)).toBe(360);
  });

  it('refuses a text whose unit is not the one in the column beside it', () => {
    expect(parseLimitWithUnit('2', '紧急工作时')).toEqual({ limit: seconds(2, 'urgentHours') });
    expect(parseLimitWithUnit('2紧急工作时', '紧急工作时')).toEqual({ limit: seconds(2, 'urgentHours') });
    expect(parseLimitWithUnit('2', 'working hours')).toEqual({ limit: seconds(2, 'workingHours') });
    expect(code(() => parseLimitWithUnit('2紧急工作时', '工作时'))).toBe('clock.unit');
    expect(code(() => parseLimitWithUnit('1紧急工作时制止', '工作日'))).toBe('clock.unit');
    expect(code(() => parseLimitWithUnit('2', '件'))).toBe('clock.text');
  });

  it('counts working days as seconds in a filing condition and as dates at the hotline', () => {
    expect(parseLimit('5工作日').limit).toEqual({ amount: 5, unit: 'workingDays', counting: 'seconds' });
    expect(parseLimit('5工作日', 'dates').limit).toEqual({ amount: 5, unit: 'workingDays', counting: 'dates' });
    expect(parseLimit('2小时', 'dates').limit.counting).toBe('seconds');
  });
});

describe('a limit with stages', () => {
  const stages = parseStages('1紧急工作时围护,5工作日修复,10工作日恢复');

  it('is read in its order', () => {
    expect(stages).toEqual([
      { name: '围护', limit: seconds(1, 'urgentHours') },
      { name: '修复', limit: seconds(5, 'workingDays') },
      { name: '恢复', limit: seconds(10, 'workingDays') },
    ]);
  });

  it('goes from stage to stage and ends', () => {
    expect(stageAfter(stages, '围护')?.name).toBe('修复');
    expect(stageAfter(stages, '恢复')).toBeNull();
    expect(stageAfter(stages, '拆除')).toBeNull();
  });

  it('is refused when a stage does not say what for', () => {
    expect(code(() => parseStages('1紧急工作时,5工作日修复'))).toBe('clock.text');
  });
});

describe('a limit in words', () => {
  it('reads back as itself in both languages', () => {
    const units: LimitUnit[] = ['workingHours', 'workingDays', 'urgentHours', 'urgentDays', 'minutes', 'calendarDays'];
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 400 }),
        fc.constantFrom(...units),
        fc.constantFrom('seconds' as const, 'dates' as const),
        fc.constantFrom('zh' as const, 'en' as const),
        (amount, unit, counting, locale) => {
          const limit = limitOf(amount, unit, counting);
          expect(parseLimit(sayLimit(limit, locale), counting)).toEqual({ limit });
        },
      ),
    );
  });

  it('tells amounts of working and of continuous time apart', () => {
    expect(sayUnits('workingSeconds', 8 * 3600 + 1800, 'zh')).toBe('8工作时30分');
    expect(sayUnits('continuousSeconds', 26 * 3600 + 5, 'zh')).toBe('1天2小时5秒');
    expect(sayUnits('continuousSeconds', 26 * 3600, 'en')).toBe('1 d 2 h');
    expect(sayUnits('workingDays', -3, 'zh')).toBe('3个工作日');
    expect(sayUnits('workingSeconds', 0, 'en')).toBe('0 min');
  });
});
