import { describe, expect, it } from 'vitest';
import { citizenNumber, maskValue, personName, phone, place, text } from './index.ts';

describe('masking', () => {
  it('keeps what staff need to recognise a person by, and no more', () => {
    expect(maskValue(personName('姓名'), '张三')).toBe('张*');
    expect(maskValue(personName('姓名'), '买买提·艾力江')).toBe('买***');
    expect(maskValue(personName('姓名'), '𠮷野')).toBe('𠮷*');
    expect(maskValue(personName('姓名'), '张')).toBe('*');
    expect(maskValue(phone('电话'), '13800138000')).toBe('138****8000');
    expect(maskValue(phone('电话'), '110')).toBe('***');
    expect(maskValue(citizenNumber('身份证号'), '11010519491231002X')).toBe('110***********002X');
    expect(maskValue(citizenNumber('身份证号'), '1101')).toBe('***');
  });

  it('hides a whole value of a personal field of any other kind', () => {
    const home = { cell: null, point: null, address: '人民路 1 号', datum: 'WGS84' } as const;
    expect(maskValue(place('住址').grade('personal'), home)).toBe('***');
    expect(maskValue(text('病情', { max: 10 }).grade('sensitive'), '糖尿病')).toBe('***');
  });

  it('leaves the values of other fields, and tells absence', () => {
    expect(maskValue(text('情况', { max: 10 }), '井盖缺失')).toBe('井盖缺失');
    expect(maskValue(phone('电话'), undefined)).toBeNull();
  });
});
