import { describe, expect, it } from 'vitest';
import { amountRate, type ProjectYear, projectRates, quarterScore, signingRates } from './project-rates.ts';

const project = (id: string, change: Partial<ProjectYear> = {}): ProjectYear => ({
  id,
  added: false,
  plan: 100,
  invested: 40,
  startDue: '2027-03-31',
  startedOn: '2027-04-02',
  ...change,
});

describe('rates of projects', () => {
  const all = [
    project('a', { paid: 20, recordDue: '2027-04-30', recordedOn: '2027-04-30' }),
    project('b', { invested: null, startedOn: null }),
    project('c', { added: true, plan: 50, invested: 50, startDue: '2027-09-30', startedOn: null }),
    project('d', { plan: null, invested: 7 }),
  ];
  const rates = projectRates(all, '2027-05-31');
  it('investment is of the plans of those that have data, and the rest is told in the coverage', () => {
    expect(rates.all.invested).toEqual({ done: 90, planned: 150, value: 0.6, coverage: 0.6, items: ['a', 'c'] });
  });
  it('with and without the projects added in the year', () => {
    expect(rates.withoutAdded.invested).toMatchObject({ done: 40, planned: 100, value: 0.4, coverage: 0.5 });
  });
  it('started is of those planned to have started by the day', () => {
    expect(rates.all.started).toEqual({ numerator: ['a', 'd'], denominator: ['a', 'b', 'd'], value: 2 / 3 });
    expect(rates.all.recorded).toMatchObject({ numerator: ['a'], value: 1 });
    expect(rates.all.paid).toMatchObject({ done: 20, planned: 100 });
  });
  it('nothing planned is no rate', () => {
    expect(amountRate([])).toMatchObject({ value: null, coverage: null });
    expect(projectRates([], '2027-05-31').all.started.value).toBeNull();
  });
});

describe('signed projects', () => {
  const signed = [
    { id: 'a', signedOn: '2027-01-10', startedOn: '2027-05-01', performing: true, contracted: 500, paidIn: 100 },
    { id: 'b', signedOn: '2027-02-10', startedOn: null, performing: null, contracted: 300, paidIn: null },
    { id: 'c', signedOn: '2027-04-10', startedOn: '2027-04-11', performing: false, contracted: 200, paidIn: 200 },
  ];
  it('are counted by the quarter in which they were signed', () => {
    const first = signingRates(signed, { from: '2027-01-01', to: '2027-03-31' }, '2027-06-30');
    expect(first.started.value).toBe(0.5);
    expect(first.performing).toMatchObject({ denominator: ['a'], value: 1 });
    expect(first.paidIn).toMatchObject({ value: 0.2, coverage: 500 / 800 });
  });
  it('a quarter scores new projects over those due by the path, up to the cap that is declared', () => {
    expect(quarterScore(6, 4, 10, null)).toBe(15);
    expect(quarterScore(6, 4, 10, 1)).toBe(10);
    expect(quarterScore(6, 0, 10, 1)).toBeNull();
  });
});
