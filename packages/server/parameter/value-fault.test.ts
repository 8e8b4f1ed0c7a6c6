import { defineParameter } from '@huying/kit/app';
import { isHuyingError } from '@huying/kit/error';
import { describe, expect, it } from 'vitest';
import { parameterCatalogue } from './parameter-catalogue.ts';
import { valueFault } from './value-fault.ts';

const common = { label: '标签', editableBy: 'operations-chief' };
const limit = defineParameter({ ...common, name: 'hotline.signLimit', kind: 'limit', default: '4工作时' });
const limits = defineParameter({ ...common, name: 'hotline.limits', kind: 'limits', default: { '*': '5工作日' } });
const share = defineParameter({ ...common, name: 'hotline.share', kind: 'number', default: 0.8, min: 0, max: 1 });
const words = defineParameter({ ...common, name: 'hotline.greeting', kind: 'text', default: '您好' });
const mode = defineParameter({
  ...common,
  name: 'hotline.mode',
  kind: 'choice',
  default: 'off',
  options: { off: '关', on: '开' },
});
const table = defineParameter({ ...common, name: 'hotline.table', kind: 'json', default: { rows: [] } });

const deep = (levels: number): unknown => (levels === 0 ? 1 : [deep(levels - 1)]);

describe('value of a parameter', () => {
  it.each([
    ['a limit', limit, '30分钟'],
    ['a limit in English', limit, '2 working days'],
    ['a table of limits', limits, { '*': '5工作日', urgent: '2小时' }],
    ['a number at its edge', share, 1],
    ['text', words, '欢迎'],
    ['a choice', mode, 'on'],
    ['JSON', table, { rows: [{ a: null }] }],
    ['text that only speaks of escapes', words, String.raw`\u0000 \ud83d 😀`],
  ])('%s fits', (_, declaration, value) => {
    expect(valueFault(declaration, value)).toBeUndefined();
  });

  it.each([
    ['no limit', limit, '很快'],
    ['a bare number for a limit', limit, 4],
    ['two limits in one', limit, '2工作日4工作时'],
    ['a megabyte for a limit', limit, '😀'.repeat(250_000)],
    ['a table without the rest', limits, { urgent: '2小时' }],
    ['a table with something else', limits, { '*': '5工作日', urgent: null }],
    ['a list for a table', limits, ['5工作日']],
    ['a number above', share, 1.0001],
    ['no number', share, '0.5'],
    ['a number that is none', share, Number.NaN],
    ['something else for text', words, { toString: 'x' }],
    ['a choice not offered', mode, 'auto'],
    ['a choice by an inherited name', mode, 'constructor'],
    ['JSON nested without end', table, deep(5_000)],
    ['JSON of a megabyte', table, 'x'.repeat(1_000_000)],
    ['nothing', table, undefined],
    ['text with a NUL', words, 'a\u0000b'],
    ['JSON with half a surrogate pair', table, { note: ['\ud83d'] }],
  ])('%s does not', (_, declaration, value) => {
    expect(valueFault(declaration, value)).toMatchObject({ whyZh: expect.any(String), whyEn: expect.any(String) });
  });
});

describe('catalogue of parameters', () => {
  const refused = (code: string) => expect.toSatisfy((error: unknown) => isHuyingError(error) && error.code === code);

  it('refuses a name twice, a default outside its own range and a name without an area', () => {
    expect(() => parameterCatalogue([limit, share, limit])).toThrowError(refused('parameter.declaredTwice'));
    expect(() => parameterCatalogue([{ ...share, default: 2 }])).toThrowError(refused('parameter.declarationInvalid'));
    expect(() => parameterCatalogue([{ ...share, name: 'share' }])).toThrowError(
      refused('parameter.declarationInvalid'),
    );
  });
});
