import { describe, expect, it } from 'vitest';
import {
  choice,
  choices,
  date,
  formatValue,
  instant,
  number,
  options,
  phone,
  photos,
  place,
  type Reading,
  tree,
  yesNo,
} from './index.ts';

const zh: Reading = { locale: 'zh', zone: 'Asia/Shanghai' };
const en: Reading = {
  locale: 'en',
  zone: 'Asia/Shanghai',
  nameOf: (source, code) => (source.from === 'tree' && code === '01002' ? 'Manhole cover' : undefined),
};

describe('a value for people', () => {
  it('is written in the language of the reader, at the time of the district', () => {
    expect(formatValue(number('数量', { min: 0, max: 1e9, unit: '件' }), 1234567.5, zh)).toBe('1,234,567.5 件');
    expect(formatValue(date('日期'), '2026-07-01', zh)).toBe('2026年7月1日');
    expect(formatValue(date('日期'), '2026-07-01', en)).toBe('1 July 2026');
    expect(formatValue(instant('时刻'), Date.UTC(2026, 5, 30, 16, 30), zh)).toBe('2026年7月1日 00:30');
    expect(formatValue(instant('时刻'), Date.UTC(2026, 5, 30, 16, 30), en)).toBe('1 July 2026 at 00:30');
    expect([formatValue(yesNo('是否通过'), true, zh), formatValue(yesNo('是否通过'), false, en)]).toEqual(['是', 'No']);
    expect(formatValue(photos('照片', { max: 3 }), ['a', 'b'], en)).toBe('2 photos');
    expect(formatValue(phone('电话'), '13800138000', zh)).toBe('138 0013 8000');
    expect(formatValue(phone('电话'), '059187654321x801', zh)).toBe('059187654321 转 801');
  });

  it('names a code when its name is known, and shows the code otherwise', () => {
    expect(formatValue(choice('结果', options({ fixed: '已解决' })), 'fixed', zh)).toBe('已解决');
    expect(formatValue(choices('类型', options({ a: '甲', b: '乙' })), ['a', 'b'], zh)).toBe('甲、乙');
    expect(formatValue(choice('事项', tree('matters')), '01002', en)).toBe('Manhole cover');
    expect(formatValue(choice('事项', tree('matters')), '01002', zh)).toBe('01002');
    expect(formatValue(choice('结果', options({ fixed: '已解决' })), 'constructor', zh)).toBe('constructor');
  });

  it('of a place is its address, else its point, else its cell', () => {
    const where = {
      cell: '440199001001001',
      point: { longitude: 113.2, latitude: 23.1 },
      address: '人民路 1 号',
      datum: 'WGS84',
    };
    expect(formatValue(place('地点'), where, zh)).toBe('人民路 1 号');
    expect(formatValue(place('地点'), { ...where, address: '' }, zh)).toBe('113.20000, 23.10000');
    expect(formatValue(place('地点'), { ...where, address: '', point: null }, zh)).toBe('440199001001001');
  });

  it('that is masked stays as masked, and an absent one is empty', () => {
    expect(formatValue(phone('电话'), '138****8000', zh)).toBe('138****8000');
    expect(formatValue(place('住址'), '***', zh)).toBe('***');
    expect(formatValue(date('日期'), undefined, zh)).toBe('');
  });
});
