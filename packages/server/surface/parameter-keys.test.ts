import { apps } from '@huying/apps';
import { compile } from '@huying/kit/compile';
import { describe, expect, it } from 'vitest';
import { notifyParameters } from '../notify/index.ts';
import { codeNames, optionNames, parameterKeys } from './parameter-keys.ts';

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

  it('have names in documents short enough to be shown: of measures, roles, options, colours, or their own', () => {
    const namesOf = (name: string) => {
      const one = product.parameters.find((declared) => declared.name === name);
      return one?.kind === 'json' ? codeNames(product, one, one.default) : {};
    };
    expect(namesOf('supervision.noticeColours')).toMatchObject({
      overdue: { zh: '逾期未结', en: 'Overdue' },
      yellow: { zh: '黄', en: 'yellow' },
    });
    expect(namesOf('performance.readers')['district-leader']?.zh).toBe('区领导');
    expect(namesOf('performance.boards').show).toEqual({ zh: '评定', en: 'Drawn up' });
    expect(namesOf('performance.groups')['hotline.solved']?.zh).toMatch(/解决/);
    const documents = product.parameters.flatMap((one) => (one.kind === 'json' ? [one] : []));
    const nameless = documents.flatMap((one) => {
      const { default: value } = one;
      if (typeof value !== 'object' || value === null || JSON.stringify(value).length > 120) return [];
      const named = codeNames(product, one, value);
      const codes = Array.isArray(value) ? value : Object.keys(value);
      return codes.filter((code) => /^[a-z]/.test(String(code)) && named[String(code)] === undefined);
    });
    expect(documents.length).toBeGreaterThan(10);
    expect(nameless).toEqual([]);
  });

  it('have no name where a code is several things', () => {
    const [declared] = notifyParameters;
    if (declared?.kind !== 'json') throw new Error('not a document');
    expect(codeNames(product, declared, { nonesuch: 'nonesuch' })).toEqual({});
  });
});
