import { calendarOf } from '@huying/kit/calendar';
import { propertyNames } from '@huying/kit/condition';
import { conditionsOf, contributionsOf, type Fact, type FactValue, figureOf, NOTHING, plus } from '@huying/kit/measure';
import { describe, expect, it } from 'vitest';
import { facts } from './facts.ts';
import { measures } from './measures.ts';

const calendar = calendarOf({ zone: 'Asia/Shanghai', years: [{ year: 2026, days: [], complete: true }] });
const at = (day: string) => Date.parse(`${day}T10:00:00+08:00`);

function fact(subject: number, fields: Readonly<Record<string, FactValue>>): Fact {
  const given = { state: 'underway', result: null, redos: 0, extensions: 0, relapses: 0, looks: 0, ...fields };
  return {
    kind: 'supervision',
    subject: String(subject),
    no: 0,
    unit: 'u',
    street: null,
    area: null,
    matter: null,
    channel: 'promise',
    fields: given,
  };
}

/** The district's figure over some items, with what it is of. */
function figure(id: string, items: readonly Fact[]) {
  const measure = measures.find((one) => one.id === `supervision.${id}`);
  if (measure === undefined) throw new Error(id);
  const counts = items
    .flatMap((one) => contributionsOf(measure, one, calendar))
    .filter(({ grain }) => grain === 'all')
    .reduce(plus, NOTHING);
  return { value: figureOf(measure, counts), n: counts.n, d: counts.d, x: counts.x };
}

describe('the numbers of supervision', () => {
  it('are all that the formulas name', () => {
    expect(measures.map(({ id }) => id.replace('supervision.', '')).sort()).toEqual(
      [
        ...['registered', 'writtenOff', 'terminated', 'open', 'openLate', 'noticed'],
        ...['closedDue', 'onTimeFirst', 'onTimeApproved', 'signing', 'feedback'],
        ...['returned', 'extended', 'redone', 'verified', 'relapsed', 'lookedAgain'],
      ].sort(),
    );
  });

  it.each(['closedDue', 'onTimeFirst', 'onTimeApproved'])(
    '%s has what is open and overdue in its denominator',
    (id) => {
      const rate = measures.find((one) => one.id === `supervision.${id}`);
      const among = rate === undefined ? undefined : conditionsOf(rate).find(([part]) => part === 'among')?.[1];
      expect(propertyNames(among)).toEqual([]);
    },
  );

  it('count 96 due, 91 closed, 88 of them on time, 5 open and overdue', () => {
    const due = { firstDueAt: at('2026-04-10'), dueAt: at('2026-04-10') };
    const closed = (count: number, day: string, from: number) =>
      Array.from({ length: count }, (_, no) => fact(from + no, { ...due, closedAt: at(day), result: 'done' }));
    const open = Array.from({ length: 5 }, (_, no) => fact(200 + no, { ...due, closedAt: null }));
    const items = [...closed(88, '2026-04-09', 0), ...closed(3, '2026-04-20', 100), ...open];
    expect(figure('closedDue', items)).toEqual({ value: 94.8, n: 91, d: 96, x: 0 });
    expect(figure('onTimeApproved', items)).toEqual({ value: 91.7, n: 88, d: 96, x: 0 });
    expect(figure('openLate', items).value).toBe(5);
  });

  it('tell in time by the first due time from in time by the approved one', () => {
    const late = fact(1, { firstDueAt: at('2026-04-10'), dueAt: at('2026-04-20'), closedAt: at('2026-04-15') });
    expect(figure('onTimeFirst', [late]).value).toBe(0);
    expect(figure('onTimeApproved', [late]).value).toBe(100);
  });

  it('leave out what a leader ended, and say how many', () => {
    const due = { firstDueAt: at('2026-04-10'), dueAt: at('2026-04-10') };
    const ended = fact(1, { ...due, closedAt: at('2026-04-09'), result: 'terminated' });
    const open = fact(2, { ...due, closedAt: null });
    expect(figure('onTimeApproved', [ended, open])).toEqual({ value: 0, n: 0, d: 1, x: 1 });
  });

  it('are no rate where nothing was due', () => {
    expect(figure('onTimeApproved', [fact(1, { dueAt: null, closedAt: null })]).value).toBeNull();
  });

  it('count a relapse once among what was written off', () => {
    const items = [
      fact(1, { writtenOffAt: at('2026-04-10'), relapses: 1, looks: 1 }),
      fact(2, { writtenOffAt: at('2026-04-11'), looks: 1 }),
      fact(3, { writtenOffAt: at('2026-04-12') }),
    ];
    expect(figure('relapsed', items)).toMatchObject({ value: 33.3, n: 1, d: 3 });
    expect(figure('lookedAgain', items)).toMatchObject({ n: 2, d: 3 });
  });

  it('rest on facts that are all used, or say what an item is', () => {
    const named = measures.flatMap((one) => [
      one.on,
      ...conditionsOf(one).flatMap(([, condition]) => propertyNames(condition)),
    ]);
    expect(Object.keys(facts.fields).filter((name) => !named.includes(name))).toEqual([
      'state',
      'promiseNumber',
      'openedAt',
    ]);
  });
});
