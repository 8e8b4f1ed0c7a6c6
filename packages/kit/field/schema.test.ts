import { Value } from 'typebox/value';
import { describe, expect, it } from 'vitest';
import {
  choice,
  choices,
  date,
  number,
  options,
  phone,
  photos,
  place,
  schemaOf,
  text,
  unit,
  valuesSchemaOf,
  yesNo,
} from './index.ts';

const fields = {
  words: text('情况描述', { max: 4 }).required(),
  count: number('数量', { min: 0, max: 9, integer: true }),
  result: choice('结果', options({ fixed: '已解决', advised: '已解释' })),
  kinds: choices('类型', options({ a: '甲' })),
  unit: unit('承办单位'),
  day: date('日期'),
  passed: yesNo('是否通过'),
  where: place('地点'),
  before: photos('照片', { max: 2 }),
  phone: phone('电话'),
};

describe('the schema of a field', () => {
  it('is plain JSON Schema, titled with the label', () => {
    expect(JSON.parse(JSON.stringify(schemaOf(fields.words.hint('说清地点'))))).toEqual({
      type: 'string',
      title: '情况描述',
      description: '说清地点',
      minLength: 0,
      maxLength: 4,
    });
    expect(JSON.parse(JSON.stringify(schemaOf(fields.result)))).toEqual({ enum: ['fixed', 'advised'], title: '结果' });
  });

  it('asks for the required fields and allows no others', () => {
    expect(JSON.parse(JSON.stringify(valuesSchemaOf(fields)))).toMatchObject({
      type: 'object',
      required: ['words'],
      additionalProperties: false,
    });
    const schema = valuesSchemaOf(fields);
    expect(Value.Check(schema, { words: '井盖' })).toBe(true);
    expect(Value.Check(schema, { words: '井盖', other: 1 })).toBe(false);
    expect(Value.Check(schema, {})).toBe(false);
  });

  it.each([
    ['words', '😀😀😀😀', '😀😀😀😀😀'],
    ['count', 9, 1.5],
    ['result', 'fixed', 'solved'],
    ['kinds', ['a'], ['b']],
    ['day', '2026-07-01', 'tomorrow'],
    ['passed', true, 'true'],
    ['where', { cell: null, point: null, address: '人民路', datum: 'WGS84' }, { address: '人民路' }],
    ['before', [], ['x.jpg']],
  ] as const)('takes and refuses %s', (name, right, wrong) => {
    expect(Value.Check(schemaOf(fields[name]), right)).toBe(true);
    expect(Value.Check(schemaOf(fields[name]), wrong)).toBe(false);
  });
});
