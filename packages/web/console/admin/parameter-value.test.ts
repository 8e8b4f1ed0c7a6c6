import { describe, expect, it } from 'vitest';
import { isLongValue, parameterText, typedValue } from './parameter-value.ts';

const named = (code: string) => ({ '*': '其他', danger: '危及安全' })[code] ?? code;

describe('the value of a parameter', () => {
  it('reads as a line', () => {
    expect(parameterText('15分钟', named, '；')).toBe('15分钟');
    expect(parameterText({ danger: '30分钟', '*': '4工作时' }, named, '；')).toBe('危及安全 30分钟；其他 4工作时');
    expect(parameterText('', named, '；')).toBe('—');
    expect(parameterText({}, named, '；')).toBe('—');
    expect(parameterText(2, named, '；')).toBe('2');
    expect(parameterText([], named, '；')).toBe('—');
  });

  it('names the codes of a list and of a short document, and yes and no', () => {
    const words = (code: string) => ({ leader: '区领导', show: '评定', false: '否', years: '放假' })[code] ?? code;
    expect(parameterText(['leader', 'x'], words, '；')).toBe('区领导；x');
    expect(parameterText({ show: false, red: 3 }, words, '；')).toBe('评定 否；red 3');
    expect(parameterText({ zone: 'Asia/Shanghai', years: [] }, words, '；')).toBe('zone Asia/Shanghai；放假 —');
    expect(parameterText(false, words, '；')).toBe('否');
    expect(parameterText([['a', 'b']], words, '；')).toBe('[["a","b"]]');
  });

  it('is folded away only where it is a document', () => {
    expect(isLongValue({ days: Array.from({ length: 40 }, (_, day) => ({ day })) })).toBe(true);
    expect(isLongValue([1, 'a'])).toBe(false);
    expect(isLongValue({ danger: '30分钟', '*': '4工作时' })).toBe(false);
    expect(isLongValue('很长的文字'.repeat(100))).toBe(false);
  });

  it('is taken from what was typed only where that is one', () => {
    expect(typedValue('limit', ' 2工作日 ')).toBe('2工作日');
    expect(typedValue('limit', ' ')).toBeUndefined();
    expect(typedValue('number', 0)).toBe(0);
    expect(typedValue('number', null)).toBeUndefined();
    expect(typedValue('limits', { '*': '' })).toBeUndefined();
    expect(typedValue('json', '{"a":1}')).toEqual({ a: 1 });
    expect(typedValue('json', '{a')).toBeUndefined();
  });
});
