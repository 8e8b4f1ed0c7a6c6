import { describe, expect, it } from 'vitest';
import { codeBooks, isComparable, type ProposalItem, proposalRates } from './proposal-rates.ts';

const item = (id: string, change: Partial<ProposalItem> = {}): ProposalItem => ({
  id,
  metOn: '2027-04-01',
  metInPerson: true,
  due: '2027-05-31',
  repliedOn: '2027-05-20',
  code: 'A',
  form: null,
  ...change,
});

describe('rates of suggestions', () => {
  const items = [
    item('met', { form: { handling: 'satisfied', outcome: 'basically' } }),
    item('called', { metInPerson: false, code: 'B', form: { handling: 'basically', outcome: 'not' } }),
    item('met-after', {
      metOn: '2027-05-21',
      code: 'C',
      formerCode: 'C',
      form: { handling: 'satisfied', outcome: null },
    }),
    item('unanswered', { metOn: null, repliedOn: null, code: null }),
    item('later', { due: '2027-12-31', repliedOn: null, code: null, formerCode: 'B' }),
  ];
  const rates = proposalRates(items, '2027-06-30', false);

  it('met means before the reply; whether a call counts is said beside it', () => {
    expect(rates.met.numerator).toEqual(['met', 'later']);
    expect(proposalRates(items, '2027-06-30', true).met.numerator).toEqual(['met', 'called', 'later']);
    expect(rates.phoneCounts).toBe(false);
  });
  it('replied among all, in time among those due', () => {
    expect([rates.replied.value, rates.repliedOnTime.value]).toEqual([0.6, 0.75]);
  });
  it('satisfaction is of the forms that came back, by handling and by result, strict and broad', () => {
    expect(rates.returned).toMatchObject({ numerator: ['met', 'called', 'met-after'], value: 1 });
    expect(rates.handling.strict.value).toBe(2 / 3);
    expect(rates.handling.broad.value).toBe(1);
    expect(rates.outcome.strict.value).toBe(0);
    expect(rates.outcome.broad.value).toBe(0.5);
  });
  it('classes and what is in none make up all; B and C that became A are converted', () => {
    expect(Object.values(rates.classes).flat().length + rates.unclassed.length).toBe(items.length);
    expect(rates.solved.value).toBe(0.2);
    expect(rates.converted).toMatchObject({ denominator: ['met-after', 'later'], value: 0 });
  });
  it('without forms there is no satisfaction', () => {
    expect(proposalRates([item('a')], '2027-06-30', true).outcome.strict.value).toBeNull();
  });
});

it('B and C of two code books do not compare, A and D do', () => {
  const [one, other] = codeBooks.map(({ id }) => id) as [string, string];
  expect((['A', 'B', 'C', 'D'] as const).map((code) => isComparable(code, one, other))).toEqual([
    true,
    false,
    false,
    true,
  ]);
  expect(isComparable('B', one, one)).toBe(true);
});
