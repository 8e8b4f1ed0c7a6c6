import fc from 'fast-check';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { isHuyingError } from '../error/index.ts';
import {
  checkValues,
  choice,
  choices,
  citizenNumber,
  creditCode,
  date,
  type Field,
  files,
  instant,
  number,
  options,
  parseValues,
  personName,
  phone,
  photos,
  place,
  storedValues,
  text,
  tree,
  unit,
  yesNo,
} from './index.ts';

const ID = '01920000-0000-7000-8000-000000000001';
const fields = {
  words: text('情况描述', { max: 10, lines: 5 }).required(),
  title: text('标题', { max: 10, min: 2 }),
  plate: text('车牌号', { max: 10, pattern: '[A-Z]{2}\\d{3}' }),
  count: number('数量', { min: 0, max: 9, integer: true, unit: '件' }),
  weight: number('重量', { min: 0, max: 9 }),
  day: date('日期'),
  at: instant('时刻'),
  urgent: yesNo('是否紧急'),
  result: choice('结果', options({ fixed: '已解决' })),
  kinds: choices('类型', options({ a: '甲', b: '乙' }), { max: 1 }),
  matter: choice('事项', tree('matters')),
  unit: unit('承办单位'),
  where: place('地点'),
  before: photos('照片', { max: 2 }),
  papers: files('材料', { max: 2 }),
  name: personName('姓名'),
  phone: phone('电话'),
  citizen: citizenNumber('身份证号'),
  company: creditCode('信用代码'),
};
const good = {
  words: '井盖缺失',
  title: '井盖',
  plate: 'AB123',
  count: 3,
  weight: 0.5,
  day: '2026-07-01',
  at: 1_782_864_000_000,
  urgent: false,
  result: 'fixed',
  kinds: ['a'],
  matter: '01002',
  unit: ID,
  where: {
    cell: '440199001001001',
    point: { longitude: 113.2, latitude: 23.1 },
    address: '人民路 1 号',
    datum: 'GCJ02',
  },
  before: [ID],
  papers: [ID],
  name: '张三',
  phone: '13800138000',
  citizen: '11010519491231002X',
  company: '91350100M000100Y43',
};

/** The problem of one field when the others are right. */
function problemWith(name: keyof typeof fields, value: unknown): string | undefined {
  const problems = checkValues(fields, { ...good, [name]: value });
  expect(problems.length).toBeLessThan(2);
  expect(problems.every((problem) => problem.path === `/${name}` && problem.en !== '')).toBe(true);
  return problems[0]?.zh;
}

describe('checking values', () => {
  it('finds nothing wrong with good ones, nor with the required ones alone', () => {
    expect(checkValues(fields, good)).toEqual([]);
    expect(checkValues(fields, { words: '井盖缺失' })).toEqual([]);
  });

  it.each([
    ['words', undefined, '请填写情况描述。'],
    ['words', '', '请填写情况描述。'],
    ['words', 7, '此处应为文字。'],
    ['words', '一二三四五六七八九十一', '最多 10 字，现有 11 字。'],
    ['words', 'a\u0000b', '文字中有不允许的控制字符。'],
    ['words', 'a\u202eb', '文字中有不允许的控制字符。'],
    ['words', '\ud83d', '文字中有不允许的控制字符。'],
    ['title', '井', '至少 2 字，现有 1 字。'],
    ['title', '一行\n二行', '此处只能填写一行。'],
    ['plate', 'xAB123', '车牌号的格式不正确。'],
    ['count', 1.5, '数量应为整数。'],
    ['count', '3', '数量应为数字。'],
    ['count', Number.NaN, '数量应为数字。'],
    ['count', 10, '数量应在 0 至 9件 之间。'],
    ['day', '2026-02-29', '日期应为存在的日期，如 2026-07-01。'],
    ['at', '2026-07-01', '时刻应为时刻（毫秒）。'],
    ['at', 1e18, '时刻应为时刻（毫秒）。'],
    ['urgent', 'yes', '是否紧急应选“是”或“否”。'],
    ['result', 'toString', '结果不在可选范围内。'],
    ['kinds', ['a', 'b'], '最多 1 项，现有 2 项。'],
    ['kinds', ['c'], '类型不在可选范围内。'],
    ['kinds', 'a', '此处应为列表。'],
    ['matter', '01 002', '事项不在可选范围内。'],
    ['unit', '城管局', '承办单位不在可选范围内。'],
    ['before', [ID, ID], '有重复的项。'],
    ['before', ['x.jpg'], '照片中有无效的文件。'],
    ['where', '人民路', '此处应为地点。'],
    ['where', { ...good.where, altitude: 3 }, '地点应有网格、坐标、地址和坐标系四项。'],
    ['where', { ...good.where, cell: '1; drop' }, '网格编码不正确。'],
    ['where', { ...good.where, point: { longitude: 113.2, latitude: 123 } }, '坐标应为 WGS 84 经纬度（度）。'],
    ['where', { ...good.where, point: { longitude: Number.NaN, latitude: 3 } }, '坐标应为 WGS 84 经纬度（度）。'],
    ['where', { ...good.where, address: '路'.repeat(301) }, '地址应为文字，最多 300 字。'],
    ['where', { ...good.where, datum: 'mars' }, '坐标系应为 WGS84、CGCS2000、GCJ02、BD09 之一。'],
    ['where', { cell: null, point: null, address: '', datum: 'WGS84' }, '请选网格、在地图上定位或填写地址。'],
    ['name', '张\n三', '此处只能填写一行。'],
    ['phone', '12345', '电话不是有效的电话号码。'],
    ['citizen', '110105194912310021', '身份证号不正确，请核对 18 位身份证号。'],
    ['company', '91350100M000100Y44', '信用代码不正确，请核对 18 位统一社会信用代码。'],
    ['title', null, '没有内容的字段应当省略。'],
  ] as const)('refuses %s = %j: %s', (name, value, zh) => {
    expect(problemWith(name, value)).toBe(zh);
  });

  it('counts a text in code points, so that an emoji is one character', () => {
    expect(problemWith('words', '😀'.repeat(10))).toBeUndefined();
    expect(problemWith('words', '😀'.repeat(250_000))).toBe('最多 10 字，现有 250000 字。');
  });

  it('takes markup for the plain words it is', () => {
    expect(problemWith('words', '<b>x</b>')).toBeUndefined();
  });

  it('names keys that are no fields, with the pointer escaped, and stops at a hundred', () => {
    expect(checkValues(fields, JSON.parse('{"words":"x","a/b~c":1,"__proto__":2}'), '/fields')).toEqual([
      { path: '/fields/a~1b~0c', zh: '没有这个字段。', en: 'There is no such field.' },
      { path: '/fields/__proto__', zh: '没有这个字段。', en: 'There is no such field.' },
    ]);
    const many = Object.fromEntries(Array.from({ length: 10_000 }, (_, i) => [`x${i}`, i]));
    expect(checkValues(fields, many)).toHaveLength(100);
  });

  it('never throws, whatever comes', () => {
    const kinds: readonly Field[] = Object.values(fields);
    fc.assert(
      fc.property(fc.constantFrom(...kinds), fc.anything(), (field, value) => {
        expect(Array.isArray(checkValues({ field }, { field: value }))).toBe(true);
        expect(Array.isArray(checkValues({ field }, value))).toBe(true);
      }),
    );
  });
});

describe('values from outside', () => {
  it('are brought into the form that is stored', () => {
    expect(
      storedValues(fields, {
        ...good,
        words: ' 井盖\u0000缺失\r\n',
        title: '',
        papers: [],
        day: null,
        phone: '+86 138-0013-8000',
        citizen: '11010519491231002x',
        company: '９１３５０１００m000100y43',
        where: { address: '人民路\u202e 1 号 ' },
      }),
    ).toEqual({
      ...Object.fromEntries(Object.entries(good).filter(([name]) => !['title', 'papers', 'day'].includes(name))),
      where: { cell: null, point: null, address: '人民路 1 号', datum: 'WGS84' },
    });
  });

  it('pass the door typed, or are refused with every problem', () => {
    const asked = { reason: text('理由', { max: 5 }).required(), passed: yesNo('是否通过') };
    const parsed = parseValues(asked, { reason: ' 不属本单位 ' });
    expectTypeOf(parsed).toEqualTypeOf<{ readonly reason: string; readonly passed?: boolean | undefined }>();
    expect(parsed).toEqual({ reason: '不属本单位' });
    const refusal = (() => {
      try {
        return parseValues(asked, { passed: 1, other: 2 }, '/asked');
      } catch (error) {
        return error;
      }
    })();
    expect(
      isHuyingError(refusal) && [refusal.code, refusal.params, refusal.problems.map((problem) => problem.path)],
    ).toEqual(['field.invalid', { count: 3 }, ['/asked/reason', '/asked/passed', '/asked/other']]);
  });

  it('that passed once pass again unchanged', () => {
    const words = { words: text('情况', { max: 1000, lines: 9 }), name: personName('姓名'), phone: phone('电话') };
    fc.assert(
      fc.property(
        fc.record({ words: fc.string({ unit: 'binary' }), name: fc.string({ unit: 'binary', maxLength: 20 }) }),
        (raw) => {
          const stored = storedValues(words, raw);
          expect(storedValues(words, stored)).toEqual(stored);
          expect(checkValues(words, stored)).toEqual([]);
        },
      ),
    );
  });
});
