import { library } from '@huying/testing/toy';
import { describe, expect, it } from 'vitest';
import type { App } from '../app/index.ts';
import { eq, gt, property } from '../condition/index.ts';
import { defineFacts, defineMeasure, type FactDeclaration, type Measure } from '../measure/index.ts';
import { shortcomingsOf } from './compile.ts';

const facts = defineFacts({
  kind: 'book',
  of: 'lost-book',
  label: '寻书',
  matter: ['subject'],
  fields: {
    openedAt: { label: '登记', type: 'instant', is: 'opened' },
    checks: { label: '核对', type: 'number', count: { actions: ['check'] } },
  },
  stint: { label: '承办', holds: ['searching'], handed: ['found'], fields: {} },
});
const measure = defineMeasure({
  id: 'library.asked',
  name: '登记量',
  meaning: '登记的全部。',
  source: '流水',
  fact: 'book',
  on: 'openedAt',
  form: { count: gt(property('checks'), 0) },
  grain: ['all', 'matter'],
  decimals: 0,
  minimum: 0,
  better: 'neither',
});

/** What is found wrong, apart from English that is not there. */
function found(over: {
  readonly facts?: Partial<FactDeclaration>;
  readonly measure?: Partial<Measure>;
  readonly twice?: true;
}) {
  const own = { ...measure, ...over.measure } as Measure;
  const app: App = {
    ...library,
    facts: [{ ...facts, ...over.facts }],
    measures: over.twice === true ? [own, own] : [own],
  };
  return shortcomingsOf([app])
    .filter(({ rule }) => rule !== 'no-english')
    .map(({ path, rule }) => `${path} ${rule}`);
}

describe('facts and measures', () => {
  it('that name what there is pass', () => {
    expect(found({})).toEqual([]);
    expect(
      found({ measure: { fact: 'book.stint', on: 'from', form: { count: eq(property('outcome'), 'sentBack') } } }),
    ).toEqual([]);
  });

  it.each<[string, Parameters<typeof found>[0], string]>([
    ['another kind of fact', { measure: { fact: 'film' } }, 'measures/library.asked unknown-name'],
    ['an instant that is not there', { measure: { on: 'closedAt' } }, 'measures/library.asked/on unknown-field'],
    ['an instant that is a number', { measure: { on: 'checks' } }, 'measures/library.asked/on unknown-field'],
    [
      'a field that is not there',
      { measure: { form: { count: gt(property('chekcs'), 0) } } },
      'measures/library.asked/of unknown-field',
    ],
    [
      'a number compared with a text',
      { measure: { form: { count: eq(property('checks'), 'many') } } },
      'measures/library.asked/of wrong-condition',
    ],
    [
      'a stock that goes by what is no instant',
      { measure: { form: { stock: true, until: 'checks' } } },
      'measures/library.asked/until unknown-field',
    ],
    [
      'the mean of an instant',
      { measure: { form: { mean: 'openedAt', among: true, unit: { label: '小时', is: 3600 } } } },
      'measures/library.asked/mean unknown-field',
    ],
    [
      'a breakdown that facts do not say',
      { measure: { grain: ['all', 'channel'] } },
      'measures/library.asked/grain wrong-grain',
    ],
    [
      'a pair of which it has only one',
      { measure: { cross: ['unit.matter'] } },
      'measures/library.asked/cross wrong-grain',
    ],
    ['a breakdown twice', { measure: { grain: ['all', 'all'] } }, 'measures/library.asked/grain wrong-grain'],
    ['a clock that is not there', { measure: { clock: 'sign' } }, 'measures/library.asked/clock unknown-name'],
    ['half a decimal place', { measure: { decimals: 0.5 } }, 'measures/library.asked/decimals wrong-figure'],
    ['a least number below nothing', { measure: { minimum: -1 } }, 'measures/library.asked/minimum wrong-figure'],
    ['one name twice', { twice: true }, 'measures/library.asked twice'],
    ['another case type', { facts: { of: 'found-book' } }, 'facts/book unknown-name'],
    [
      'an action that is not there',
      {
        facts: { fields: { ...facts.fields, lostAt: { label: '丢', type: 'instant', first: { actions: ['lose'] } } } },
      },
      'facts/book/lostAt unknown-name',
    ],
    [
      'an answer that no step asks',
      {
        facts: {
          fields: {
            ...facts.fields,
            checks: {
              label: '核对',
              type: 'number',
              count: { actions: ['check'], when: eq(property('asked.wrong'), true) },
            },
          },
        },
      },
      'facts/book/checks unknown-fact',
    ],
    [
      'a personal field',
      { facts: { fields: { ...facts.fields, phone: { label: '电话', type: 'text', data: 'phone' } } } },
      'facts/book/phone personal-fact',
    ],
    [
      'a state that is not there',
      { facts: { stint: { label: '承办', holds: ['hiding'], handed: [], fields: {} } } },
      'facts/book.stint unknown-name',
    ],
    [
      'a clock of the case that is not there',
      { facts: { fields: { ...facts.fields, dueAt: { label: '时限', type: 'instant', due: 'sign', as: 'now' } } } },
      'facts/book/dueAt unknown-name',
    ],
    [
      'a span of what is not there',
      {
        facts: {
          fields: { ...facts.fields, long: { label: '用时', type: 'number', seconds: ['openedAt', 'endedAt'] } },
        },
      },
      'facts/book/long unknown-field',
    ],
  ])('that name %s do not', (_, over, wanted) => {
    expect(found(over)).toContain(wanted);
  });
});
