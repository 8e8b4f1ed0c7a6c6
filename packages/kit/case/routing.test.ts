import { describe, expect, it } from 'vitest';
import { eq, property } from '../condition/index.ts';
import { type DutyQuestion, type DutyRule, inDutyOrder, route } from './routing.ts';

const rule = (code: string, order: number, over: Partial<DutyRule>): DutyRule => ({
  code,
  order,
  matters: [],
  areas: [],
  when: null,
  lead: 'city-management',
  assisting: [],
  basis: '派单职责目录',
  takenBack: false,
  ...over,
});
const question: DutyQuestion = {
  codes: ['06010', '0101'],
  area: '440199003002001',
  facts: { demandKind: 'complaint' },
  streetOf: (area) => `street-${area.slice(6, 9)}`,
  isStreet: (unit) => unit.startsWith('street-'),
};

describe('the duty list', () => {
  it('the first rule in order that fits answers, with its reason', () => {
    const rules = [rule('b', 20, { lead: 'second' }), rule('a', 10, { lead: 'first', basis: '条例第一条' })];
    expect(route(inDutyOrder(rules), question)).toEqual({
      rule: 'a',
      lead: 'first',
      assisting: [],
      basis: '条例第一条',
    });
  });

  it('a rule is asked by matter, by demand class, by area and by condition', () => {
    expect(route([rule('a', 1, { matters: ['0601'] })], question)?.rule).toBe('a');
    expect(route([rule('a', 1, { matters: ['01'] })], question)?.rule).toBe('a');
    expect(route([rule('a', 1, { matters: ['07'] })], question)).toBeNull();
    expect(route([rule('a', 1, { areas: ['440199004'] })], question)).toBeNull();
    expect(route([rule('a', 1, { when: eq(property('demandKind'), 'report') })], question)).toBeNull();
  });

  it('the street of the place answers where the rule says so', () => {
    expect(route([rule('a', 1, { lead: null })], question)?.lead).toBe('street-003');
    expect(route([rule('a', 1, { lead: null })], { ...question, area: null })).toBeNull();
  });

  it('a street is never given what was taken back from streets', () => {
    const rules = [
      rule('street', 1, { lead: null }),
      rule('back', 2, { matters: ['06010'], takenBack: true, lead: 'bureau' }),
    ];
    expect(route(rules, question)?.lead).toBe('bureau');
    expect(route(rules, { ...question, codes: ['09001'] })?.lead).toBe('street-003');
  });

  it('the place edited asks anew with the matter the case has now', () => {
    const rules = [rule('west', 1, { areas: ['440199001'], lead: 'west' }), rule('rest', 2, { lead: 'rest' })];
    expect(route(rules, question)?.lead).toBe('rest');
    expect(route(rules, { ...question, area: '440199001001001' })?.lead).toBe('west');
  });
});
