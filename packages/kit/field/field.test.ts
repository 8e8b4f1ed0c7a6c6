import { describe, expect, expectTypeOf, it } from 'vitest';
import {
  choice,
  choices,
  citizenNumber,
  type Field,
  isPersonal,
  number,
  options,
  personName,
  phone,
  photos,
  place,
  text,
  tree,
  unit,
  type ValueOf,
  type ValuesOf,
} from './index.ts';

const asked = {
  words: text('情况描述', { max: 2000, lines: 5 }).required(),
  result: choice('办理结果', options({ fixed: '已解决', advised: '已解释' })).required(),
  kinds: choices('诉求类型', options({ help: '求助', complaint: '投诉' })),
  matter: choice('事项类别', tree('matters')),
  count: number('数量', { min: 0, max: 9 }),
  where: place('地点').required(),
  before: photos('现场照片', { max: 9 }),
  unit: unit('承办单位'),
};
type Asked = ValuesOf<typeof asked>;

describe('a field declaration', () => {
  it('is plain data: JSON holds the declaration and no step', () => {
    expect(JSON.parse(JSON.stringify(text('退件理由', { max: 200 }).required().hint('写明依据')))).toEqual({
      kind: 'text',
      label: '退件理由',
      presence: 'required',
      grading: 'general',
      masking: 'none',
      help: '写明依据',
      min: 0,
      max: 200,
      lines: 1,
      pattern: '',
    });
    expect(structuredClone(choice('结果', options({ a: '甲' })))).toEqual({ ...choice('结果', options({ a: '甲' })) });
  });

  it('is not changed by the steps that refine it', () => {
    const phoneOfCaller = phone('来电号码');
    const required = phoneOfCaller.required();
    expect(phoneOfCaller.presence).toBe('optional');
    expect(required.presence).toBe('required');
    expect(Object.isFrozen(phoneOfCaller)).toBe(true);
  });

  it('is personal and masked when its kind is about a person', () => {
    expect([personName('姓名'), phone('电话'), citizenNumber('身份证号')].map((field) => field.masking)).toEqual([
      'name',
      'phone',
      'citizenNumber',
    ]);
    expect([personName('姓名'), phone('电话'), citizenNumber('身份证号')].every(isPersonal)).toBe(true);
  });

  it('is masked as soon as it is graded personal, and personal as soon as it is masked', () => {
    expect(text('病情', { max: 100 }).grade('sensitive').masking).toBe('all');
    expect(phone('电话').grade('sensitive').masking).toBe('phone');
    expect(phone('电话').mask('all').grade('sensitive').masking).toBe('all');
    expect(phone('值班电话').grade('general').masking).toBe('none');
    expect(place('住址').mask('all').grading).toBe('personal');
    expect(citizenNumber('身份证号').mask('all').grading).toBe('sensitive');
  });
});

describe('the values of fields', () => {
  it('have their types, required ones present and the others optional', () => {
    expectTypeOf<Asked['words']>().toEqualTypeOf<string>();
    expectTypeOf<Asked['result']>().toEqualTypeOf<'fixed' | 'advised'>();
    expectTypeOf<Asked['kinds']>().toEqualTypeOf<readonly ('help' | 'complaint')[] | undefined>();
    expectTypeOf<Asked['matter']>().toEqualTypeOf<string | undefined>();
    expectTypeOf<ValueOf<Field>>().not.toBeAny();
    const least: Asked = {
      words: '井盖缺失',
      result: 'fixed',
      where: { cell: null, point: null, address: '人民路 1 号', datum: 'WGS84' },
    };
    expect(Object.keys(least)).toEqual(['words', 'result', 'where']);
  });

  it('do not compile with a misspelt name, a missing answer or an unknown code', () => {
    const where = { cell: null, point: null, address: '人民路', datum: 'WGS84' } as const;
    // @ts-expect-error the field is called words
    const misspelt: Asked = { word: '井盖缺失', result: 'fixed', where };
    // @ts-expect-error the result is required
    const missing: Asked = { words: '井盖缺失', where };
    // @ts-expect-error solved is not one of the options
    const unknown: Asked = { words: '井盖缺失', result: 'solved', where };
    // @ts-expect-error a number has no telephone mask
    const mask = () => number('数量', { min: 0, max: 9 }).mask('phone');
    expect([misspelt, missing, unknown, mask]).toHaveLength(4);
  });
});
