import { apps } from '@huying/apps';
import { compile } from '@huying/kit/compile';
import { describe, expect, it } from 'vitest';
import { optionNames, parameterKeys } from './parameter-keys.ts';

const product = compile(apps);

describe('the codes in a parameter', () => {
  it('have the names of the options of the field by which a clock looks the table up, in both languages', () => {
    expect(parameterKeys(product, 'supervision.noticeLimits').behind).toEqual({ zh: '进度滞后', en: 'Behind' });
    expect(Object.keys(parameterKeys(product, 'hotline.signLimits'))).toContain('danger');
  });

  it('have names in every table of limits, one looked up only where another says nothing among them', () => {
    const tables = product.parameters.flatMap((one) => (one.kind === 'limits' ? [one] : []));
    const nameless = tables.flatMap(({ name, default: table }) => {
      const keys = parameterKeys(product, name);
      return Object.keys(table).filter((code) => code !== '*' && keys[code] === undefined);
    });
    expect(tables.length).toBeGreaterThan(5);
    expect(nameless).toEqual([]);
  });

  it('have English names in every choice', () => {
    const choices = product.parameters.flatMap((one) => (one.kind === 'choice' ? [one] : []));
    const chinese = choices.flatMap((one) =>
      Object.values(optionNames(product, one)).filter(({ en }) => /\p{Script=Han}/u.test(en)),
    );
    expect(choices.length).toBeGreaterThan(5);
    expect(chinese).toEqual([]);
  });
});
