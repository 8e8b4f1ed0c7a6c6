import type { ActingPost } from '@huying/kit/access';
import { caseStory, idOf, library, lostBook, storyWorld, worker } from '@huying/testing/toy';
import { describe, expect, it } from 'vitest';
import type { CaseType, Values } from '../case/index.ts';
import { eq, property } from '../condition/index.ts';
import { defineFacts, type Fact } from './fact.ts';
import { factsAfter, sameFact } from './facts-after.ts';
import { type LedgerStep, momentsOf } from './moments.ts';

const facts = defineFacts({
  kind: 'book',
  of: 'lost-book',
  label: '寻书',
  matter: ['subject'],
  fields: {
    state: { label: '状态', type: 'text', is: 'state' },
    openedAt: { label: '登记', type: 'instant', is: 'opened' },
    closedAt: { label: '答复', type: 'instant', is: 'closed' },
    firstDispatchedAt: { label: '首次分派', type: 'instant', first: { actions: ['dispatch'] } },
    foundAt: { label: '找到', type: 'instant', last: { actions: ['found'] }, anewIn: 'searching' },
    searchSeconds: { label: '用时', type: 'number', seconds: ['firstDispatchedAt', 'foundAt'] },
    failures: {
      label: '未通过',
      type: 'number',
      count: { actions: ['check'], when: eq(property('asked.right'), false) },
    },
    reopenings: { label: '再找', type: 'number', count: 'reopenings' },
    firstDueAt: { label: '首次时限', type: 'instant', due: 'whole', as: 'first' },
    dueAt: { label: '时限', type: 'instant', due: 'whole', as: 'now' },
  },
  stint: {
    label: '分馆承办',
    holds: ['searching', 'awaited'],
    handed: ['found'],
    fields: {
      searchDueAt: { label: '寻找时限', type: 'instant', due: 'search', as: 'now' },
      foundAt: { label: '找到', type: 'instant', last: { actions: ['found'] }, anewIn: 'searching' },
    },
  },
});

const desk = worker('desk', 'main');
const head = worker('head', 'main');
const checker = worker('checker', 'main');
const east = worker('branch', 'east');
const west = worker('branch', 'west');

/** A book looked for, what is said of it after every step. */
function bookFacts() {
  const type = lostBook as unknown as CaseType;
  const story = caseStory(type, storyWorld([library]), '2026-03-02 09:00', { title: '山海经', subject: 'novel' });
  const times: number[] = [Date.parse('2026-03-02T09:00:00+08:00')];
  const ledger = (): LedgerStep[] =>
    story.steps.map((step, index) => ({ what: step.action, at: times[index] ?? 0, body: step }));
  const now = (): readonly Fact[] =>
    momentsOf(type, story.record.id, ledger()).reduce<readonly Fact[]>(
      (said, moment) => factsAfter(facts, said, moment, { streetOf: (area) => area.slice(0, 4) }),
      [],
    );
  return {
    does(local: string, who: ActingPost, action: string, asked: Values = {}) {
      story.at(local);
      story.does(who, action, asked);
      times.push(Date.parse(`${local.replace(' ', 'T')}+08:00`));
      return this;
    },
    now,
    own: () => now().find(({ kind }) => kind === 'book')?.fields,
    stints: () => now().filter(({ kind }) => kind === 'book.stint'),
  };
}

const at = (local: string) => Date.parse(`${local.replace(' ', 'T')}:00+08:00`);
const inBranch = () => bookFacts().does('2026-03-02 10:00', desk, 'dispatch', { unit: idOf('east') });

describe('the fact of a case', () => {
  it('holds instants, counts and due times as they are after each step', () => {
    const book = inBranch().does('2026-03-02 12:00', east, 'found');
    expect(book.own()).toMatchObject({
      state: 'found',
      openedAt: at('2026-03-02 09:00'),
      closedAt: null,
      firstDispatchedAt: at('2026-03-02 10:00'),
      foundAt: at('2026-03-02 12:00'),
      searchSeconds: 7200,
      failures: 0,
    });
  });

  it('forgets what was done when it has to be done anew', () => {
    const book = inBranch()
      .does('2026-03-02 12:00', east, 'found')
      .does('2026-03-02 14:00', checker, 'check', { right: false, result: 'returned', answer: '不是' });
    expect(book.own()).toMatchObject({ foundAt: null, searchSeconds: null, failures: 1 });
  });

  it('is due at no time while it waits, and keeps the first promise for ever', () => {
    const book = inBranch()
      .does('2026-03-02 11:00', east, 'askSupply', { until: '2026-03-20' })
      .does('2026-03-02 12:00', head, 'grantSupply');
    const before = inBranch().own();
    expect(book.own()).toMatchObject({ dueAt: null, firstDueAt: before?.firstDueAt });
  });

  it('that is reopened is not closed, and says so', () => {
    const book = bookFacts()
      .does('2026-03-02 10:00', desk, 'answer', { answer: '没有' })
      .does('2026-03-03 10:00', desk, 'reopen', { cause: '又问' });
    expect(book.own()).toMatchObject({ closedAt: null, reopenings: 1 });
  });

  it('that did not change is the very fact it was', () => {
    const type = lostBook as unknown as CaseType;
    const story = caseStory(type, storyWorld([library]), '2026-03-02 09:00', { title: '山海经', subject: 'novel' });
    const moments = momentsOf(type, 'one', [
      { what: 'open', at: 0, body: story.steps[0] },
      {
        what: 'note',
        at: 5,
        body: { ...story.steps[0], action: 'note', from: 'asked', asked: { note: '好' }, clocks: {} },
      },
    ]);
    const world = { streetOf: () => null };
    const [first, second] = moments;
    if (first === undefined || second === undefined) throw new Error('two moments were told');
    const before = factsAfter(facts, [], first, world);
    expect(factsAfter(facts, before, second, world)[0]).toBe(before[0]);
  });
});

describe('a stint', () => {
  it('is one for each unit that held the case, and each keeps its own', () => {
    const book = inBranch()
      .does('2026-03-02 11:00', east, 'sendBack', { reason: '没有' })
      .does('2026-03-02 14:00', desk, 'dispatch', { unit: idOf('west') })
      .does('2026-03-02 15:00', west, 'found');
    expect(book.stints()).toMatchObject([
      {
        no: 1,
        unit: idOf('east'),
        fields: {
          from: at('2026-03-02 10:00'),
          by: 'dispatch',
          until: at('2026-03-02 11:00'),
          outcome: 'sentBack',
          foundAt: null,
        },
      },
      {
        no: 2,
        unit: idOf('west'),
        fields: { until: at('2026-03-02 15:00'), outcome: 'handed', foundAt: at('2026-03-02 15:00') },
      },
    ]);
  });

  it('goes on with work that came back, and is another after a return to the same unit', () => {
    const redone = inBranch()
      .does('2026-03-02 11:00', east, 'found')
      .does('2026-03-02 14:00', checker, 'check', { right: false, result: 'returned', answer: '不是' });
    expect(redone.stints()).toMatchObject([{ no: 1, fields: { outcome: null, until: null, foundAt: null } }]);
    const again = inBranch()
      .does('2026-03-02 11:00', east, 'sendBack', { reason: '没有' })
      .does('2026-03-02 14:00', desk, 'dispatch', { unit: idOf('east') });
    expect(again.stints().map(({ no, fields }) => [no, fields.outcome])).toEqual([
      [1, 'sentBack'],
      [2, null],
    ]);
  });

  it('stays due when it was while others look at the work, and is due at no time while it waits', () => {
    const due = inBranch().stints()[0]?.fields.searchDueAt;
    expect(due).toEqual(expect.any(Number));
    const found = inBranch().does('2026-03-02 11:00', east, 'found');
    expect(found.stints()[0]?.fields.searchDueAt).toBe(due);
    found.does('2026-03-02 14:00', checker, 'check', { right: true, result: 'returned', answer: '找到了' });
    expect(found.stints()[0]?.fields.searchDueAt).toBe(due);
    const waiting = inBranch()
      .does('2026-03-02 11:00', east, 'askSupply', { until: '2026-03-20' })
      .does('2026-03-02 12:00', head, 'grantSupply');
    expect(waiting.stints()[0]?.fields.searchDueAt).toBeNull();
  });

  it('ends with the case', () => {
    const book = inBranch()
      .does('2026-03-02 11:00', east, 'found')
      .does('2026-03-02 14:00', checker, 'check', { right: true, result: 'returned', answer: '找到了' });
    expect(book.stints()).toMatchObject([{ fields: { outcome: 'closed', until: at('2026-03-02 11:00') } }]);
  });
});

describe('two facts', () => {
  it('say the same where what is not there and what is null are one', () => {
    const fact = { kind: 'a', subject: 'b', no: 0, unit: null, street: null, area: null, matter: null, channel: null };
    expect(sameFact({ ...fact, fields: {} }, { ...fact, fields: { at: null } })).toBe(true);
    expect(sameFact({ ...fact, fields: {} }, { ...fact, fields: { at: 0 } })).toBe(false);
    expect(sameFact({ ...fact, fields: {} }, { ...fact, unit: 'u', fields: {} })).toBe(false);
  });
});
