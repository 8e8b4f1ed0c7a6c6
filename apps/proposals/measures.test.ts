import { calendarOf } from '@huying/kit/calendar';
import { propertyNames } from '@huying/kit/condition';
import { conditionsOf, contributionsOf, type Fact, type FactValue, figureOf, NOTHING, plus } from '@huying/kit/measure';
import { describe, expect, it } from 'vitest';
import { facts } from './facts.ts';
import { codeBooks, meaningOf } from './index.ts';
import { measures } from './measures.ts';

const calendar = calendarOf({ zone: 'Asia/Shanghai', years: [{ year: 2026, days: [], complete: true }] });
const at = (day: string) => Date.parse(`${day}T10:00:00+08:00`);

function fact(subject: number, fields: Readonly<Record<string, FactValue>>): Fact {
  const given = { state: 'concluded', result: null, bReplies: 0, cReplies: 0, again: 0, extensions: 0, ...fields };
  return {
    kind: 'proposal',
    subject: String(subject),
    no: 0,
    unit: 'u',
    street: null,
    area: null,
    matter: null,
    channel: 'suggestion',
    fields: given,
  };
}

const many = (count: number, from: number, fields: Readonly<Record<string, FactValue>>) =>
  Array.from({ length: count }, (_, no) => fact(from + no, fields));

function figure(id: string, cases: readonly Fact[]) {
  const measure = measures.find((one) => one.id === `proposals.${id}`);
  if (measure === undefined) throw new Error(id);
  const { n, d } = cases
    .flatMap((one) => contributionsOf(measure, one, calendar))
    .filter(({ grain }) => grain === 'all')
    .reduce(plus, NOTHING);
  return { value: figureOf(measure, { n, d, x: 0 }), n, d };
}

describe('the numbers of proposals', () => {
  const repliedAt = at('2026-05-10');
  const assignedAt = at('2026-03-01');

  it('128 suggestions with A 64, B 38, C 21, D 5 are 50, 29.7, 16.4 and 3.9 per cent', () => {
    const cases = [
      ...many(64, 0, { repliedAt, result: 'a' }),
      ...many(38, 100, { repliedAt, result: 'b' }),
      ...many(21, 200, { repliedAt, result: 'c' }),
      ...many(5, 300, { repliedAt, result: 'd' }),
    ];
    expect(['solved', 'classB', 'classC', 'classD'].map((id) => figure(id, cases).value)).toEqual([
      50, 29.7, 16.4, 3.9,
    ]);
    expect(figure('solved', cases)).toMatchObject({ n: 64, d: 128 });
  });

  it('92 proposals with A 22, B 68, C 2 are 23.9, 73.9 and 2.2 per cent, each rounded by itself', () => {
    const cases = [
      ...many(22, 0, { repliedAt, result: 'a' }),
      ...many(68, 100, { repliedAt, result: 'b' }),
      ...many(2, 200, { repliedAt, result: 'c' }),
    ];
    expect(['solved', 'classB', 'classC'].map((id) => figure(id, cases).value)).toEqual([23.9, 73.9, 2.2]);
  });

  it('satisfaction is of the forms returned, of 591 handled 526 satisfied with the attitude of 527, with the result 519', () => {
    const formAt = at('2026-06-01');
    const cases = [
      ...many(518, 0, { repliedAt, formAt, attitude: 'satisfied', outcome: 'satisfied' }),
      ...many(8, 1000, { repliedAt, formAt, attitude: 'satisfied', outcome: 'basically' }),
      fact(2000, { repliedAt, formAt, attitude: 'not', outcome: 'satisfied' }),
      ...many(64, 3000, { repliedAt, formAt: null, attitude: null, outcome: null }),
    ];
    expect(figure('replied', cases).value).toBe(591);
    expect(figure('forms', cases).value).toBe(527);
    expect(figure('attitudeStrict', cases)).toMatchObject({ n: 526, d: 527 });
    expect(figure('outcomeStrict', cases)).toMatchObject({ n: 519, d: 527 });
    expect(figure('outcomeWide', cases)).toMatchObject({ n: 527, d: 527 });
  });

  it('a contact counts as met when it came before the reply', () => {
    const cases = [
      fact(1, { assignedAt, metAt: at('2026-04-01'), repliedAt }),
      fact(2, { assignedAt, metAt: at('2026-06-01'), repliedAt }),
      fact(3, { assignedAt, metAt: null, repliedAt }),
      fact(4, { assignedAt, metAt: at('2026-04-01'), repliedAt: null }),
    ];
    expect(figure('met', cases)).toMatchObject({ n: 2, d: 4 });
  });

  it('what was B or C and became A is turned, the rest of B and C stays in the denominator', () => {
    const cases = [
      fact(1, { repliedAt, result: 'a', bReplies: 1 }),
      fact(2, { repliedAt, result: 'b', bReplies: 1 }),
      fact(3, { repliedAt, result: 'b', bReplies: 1, cReplies: 1 }),
      fact(4, { repliedAt, result: 'a' }),
    ];
    expect(figure('converted', cases)).toEqual({ value: 33.3, n: 1, d: 3 });
  });

  it('open and overdue proposals stay in the denominator of what was replied to in time', () => {
    const due = { firstDueAt: at('2026-05-30'), dueAt: at('2026-06-30') };
    const cases = [
      fact(1, { ...due, repliedAt: at('2026-05-20') }),
      fact(2, { ...due, repliedAt: at('2026-06-20') }),
      fact(3, { ...due, repliedAt: null }),
    ];
    expect(figure('onTimeFirst', cases)).toMatchObject({ n: 1, d: 3 });
    expect(figure('onTimeApproved', cases)).toMatchObject({ n: 2, d: 3 });
    expect(figure('replyRate', cases)).toMatchObject({ n: 2, d: 3 });
    expect(figure('openLate', cases).value).toBe(1);
  });

  it('name every class in both code books, which differ in B and C alone', () => {
    for (const result of ['a', 'd'] as const) expect(codeBooks.one[result]).toBe(codeBooks.two[result]);
    for (const result of ['b', 'c'] as const) expect(codeBooks.one[result]).not.toBe(codeBooks.two[result]);
    expect(meaningOf('c', 'two')).toBe('因条件限制以后解决');
    expect(meaningOf('c', undefined)).toBe('列入计划逐步解决');
  });

  it('never rest on who proposes', () => {
    const named = measures.flatMap((one) => conditionsOf(one).flatMap(([, condition]) => propertyNames(condition)));
    expect(named).not.toContain('proposer');
    expect(Object.keys(facts.fields)).not.toContain('proposer');
  });
});
