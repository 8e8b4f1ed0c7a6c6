import { array, assert, boolean, constantFrom, property, record } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ClosingItem, closingRates } from './closing-rates.ts';

const item = (id: string, change: Partial<ClosingItem> = {}): ClosingItem => ({
  id,
  due: '2027-04-20',
  originalDue: '2027-04-20',
  closedOn: null,
  verified: null,
  ...change,
});

describe('closing rates', () => {
  const items = [
    item('in-time', { closedOn: '2027-04-19', verified: true }),
    item('put-off', { originalDue: '2027-04-01', closedOn: '2027-04-18', verified: true, extended: true }),
    item('open-late'),
    item('unverified', { closedOn: '2027-04-10' }),
    item('not-due', { due: '2027-05-20', originalDue: '2027-05-20' }),
    item('closed-before-due', {
      due: '2027-05-31',
      originalDue: '2027-05-31',
      closedOn: '2027-04-02',
      verified: false,
    }),
  ];
  const rates = closingRates(items, '2027-04-30');

  it('closed among all, and closed among those due', () => {
    expect(rates.closed.value).toBe(4 / 6);
    expect(rates.closedOfDue).toEqual({
      numerator: ['in-time', 'put-off', 'unverified'],
      denominator: ['in-time', 'put-off', 'open-late', 'unverified'],
      value: 0.75,
    });
  });
  it('on time only what was closed, verified and in time; what is open past due stays in the denominator', () => {
    expect(rates.onTime).toMatchObject({ numerator: ['in-time', 'put-off'], value: 0.5 });
  });
  it('two figures: against the date now approved and the date first set', () => {
    expect(rates.onTimeOriginally).toMatchObject({ numerator: ['in-time'], value: 0.25 });
  });
  it('verified among those looked at; extended among all', () => {
    expect(rates.verified).toMatchObject({ numerator: ['in-time', 'put-off'], value: 2 / 3 });
    expect(rates.extended.value).toBe(1 / 6);
  });
  it('an empty denominator is nothing due, not 100 %', () => {
    const { closedOfDue, onTime, confirmed, closed } = closingRates(
      [item('a', { due: '2027-12-31', originalDue: null })],
      '2027-04-30',
    );
    expect([closedOfDue.value, onTime.value, confirmed.value, closed.value]).toEqual([null, null, null, 0]);
  });
  it('signing and answering count against their own dates', () => {
    const signed = [
      item('a', { signDue: '2027-04-02', signedOn: '2027-04-02', answerDue: '2027-04-10', answeredOn: '2027-04-11' }),
      item('b', { signDue: '2027-04-02' }),
      item('c', { signDue: '2027-05-02' }),
    ];
    const { signedOnTime, answeredOnTime } = closingRates(signed, '2027-04-30');
    expect([signedOnTime.value, answeredOnTime.value]).toEqual([0.5, 0]);
  });
  it('call-backs, sending back, redoing, reopening', () => {
    const all = [
      item('a', { closedOn: '2027-04-01', confirmed: true, redone: true }),
      item('b', { closedOn: '2027-04-01', confirmed: false, reopened: true }),
      item('c', { closedOn: '2027-04-01', confirmed: null }),
      item('d', { sentBack: true }),
    ];
    const { confirmed, reopened, redone, sentBack } = closingRates(all, '2027-04-30');
    expect([confirmed.value, reopened.value, redone.value, sentBack.value]).toEqual([0.5, 1 / 3, 0.25, 0.25]);
  });
  it('every numerator lies in its denominator, and on time never exceeds closed', () => {
    const day = constantFrom('2027-03-31', '2027-04-15', '2027-05-05');
    const any = record({
      due: day,
      closedOn: constantFrom(null, '2027-04-01', '2027-04-20', '2027-05-01'),
      verified: constantFrom(null, true, false),
      reopened: boolean(),
    });
    assert(
      property(array(any), (drawn) => {
        const all = closingRates(
          drawn.map((one, at) => item(String(at), { ...one, originalDue: one.due })),
          '2027-04-30',
        );
        for (const { numerator, denominator, value } of Object.values(all)) {
          expect(numerator.every((id: string) => denominator.includes(id))).toBe(true);
          expect(value === null).toBe(denominator.length === 0);
        }
        expect(all.onTime.numerator.length).toBeLessThanOrEqual(all.closedOfDue.numerator.length);
      }),
    );
  });
});
