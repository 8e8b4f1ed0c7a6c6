import { propertyNames } from '@huying/kit/condition';
import { conditionsOf } from '@huying/kit/measure';
import { describe, expect, it } from 'vitest';
import { facts } from './facts.ts';
import { measures } from './measures.ts';

const rates = measures.filter(({ form }) => 'ratio' in form);

describe('the numbers of the hotline', () => {
  it('are all that are judged', () => {
    expect(measures.map(({ id }) => id.replace('hotline.', '')).sort()).toEqual(
      [
        ...['received', 'closed', 'open', 'openLate', 'called', 'exempted'],
        ...[
          'onTimeFirst',
          'onTimeApproved',
          'withinWeek',
          'signing',
          'response',
          'feedback',
          'callBack',
          'handlingTime',
        ],
        ...['solved', 'satisfied'],
        ...['sendBack', 'firstDispatch', 'misdispatch', 'rework', 'verification', 'extension', 'reopened', 'duplicate'],
      ].sort(),
    );
  });

  it.each(rates.map((rate) => [rate.id, rate] as const))('%s is ranked from twenty cases on', (_, { minimum }) => {
    expect(minimum).toBe(20);
  });

  it.each(['hotline.onTimeFirst', 'hotline.onTimeApproved'])(
    '%s has open and overdue tickets in its denominator',
    (id) => {
      const rate = measures.find((one) => one.id === id);
      const among = rate === undefined ? undefined : conditionsOf(rate).find(([part]) => part === 'among')?.[1];
      expect(propertyNames(among)).not.toContain('closedAt');
      expect(propertyNames(among)).not.toContain('state');
    },
  );

  it('that go by a due time wait until the day is over', () => {
    const due = measures.filter(({ on }) => /dueAt$/i.test(on) && on !== 'openedAt');
    expect(
      due.filter(({ id, fullDays }) => fullDays !== true && id !== 'hotline.exempted').map(({ id }) => id),
    ).toEqual([]);
  });

  it('rest on facts that are all used, or say what a ticket is', () => {
    const named = measures.flatMap((one) => [
      one.on,
      ...conditionsOf(one).flatMap(([, condition]) => propertyNames(condition)),
      ...('mean' in one.form ? [one.form.mean] : []),
    ]);
    const spans = Object.values(facts.fields).flatMap((field) => ('seconds' in field ? field.seconds : []));
    const idle = Object.keys(facts.fields).filter((name) => !named.includes(name) && !spans.includes(name));
    expect(idle).toEqual(['state', 'result', 'demandKind', 'urgency', 'filedAt', 'holds']);
  });
});
