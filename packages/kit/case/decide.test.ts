import { caseStory, idOf, library, lostBook, storyWorld, worker } from '@huying/testing/toy';
import { describe, expect, it } from 'vitest';
import { eq, gte, property } from '../condition/index.ts';
import { HuyingError } from '../error/index.ts';
import type { CaseType } from './case-type.ts';
import { decide } from './decide.ts';
import { factsOf } from './facts.ts';

const world = storyWorld([library]);
const desk = worker('desk', 'main');
const head = worker('head', 'main');
const checker = worker('checker', 'main');
const branch = worker('branch', 'east');
const east = { unit: idOf('east') };
const asked = (type: CaseType = lostBook, over: object = {}) =>
  caseStory(type, world, '2026-03-02 09:00', { title: '水经注', subject: 'novel', ...over });
const searching = () => asked().does(desk, 'dispatch', east);
const closed = () =>
  searching()
    .does(branch, 'found')
    .does(checker, 'check', { right: true, result: 'returned', answer: '已在东馆找到。' });

describe('opening a case', () => {
  it('takes its intake fields and nothing else, and is version one', () => {
    const { record, steps } = asked();
    expect(record).toMatchObject({ version: 1, state: 'asked', round: 1, result: null, unit: null, counts: {} });
    expect(steps).toEqual([expect.objectContaining({ action: 'open', from: null, to: 'asked' })]);
    expect(() => asked(lostBook, { answer: '已找到' })).toThrow(HuyingError);
    expect(() => asked(lostBook, { title: undefined })).toThrow(expect.objectContaining({ code: 'case.asked' }));
  });

  it('starts the clocks of its first state, each with the first promise it gave', () => {
    const story = asked();
    expect(Object.keys(story.record.clocks)).toEqual(['whole']);
    expect(story.due('whole')).toBe('2026-03-09 18:00');
    expect(asked(lostBook, { subject: 'atlas' }).due('whole')).toBe('2026-03-16 18:00');
  });

  it('lies where its place does', () => {
    const shelf = { cell: '440199001001001', point: null, address: '三楼', datum: 'WGS84' };
    expect(asked(lostBook, { shelf }).record.area).toBe('440199001001001');
    expect(asked().record.area).toBeNull();
  });
});

describe('a step', () => {
  it('is refused by name: no such action, not in this state, not yours, too often, barred, wrong form', () => {
    const story = searching();
    expect(story.refusal(branch, 'toString')).toBe('case.unknownAction');
    expect(story.refusal(desk, 'dispatch', east)).toBe('case.wrongState');
    expect(story.refusal(worker('branch', 'west'), 'found')).toBe('case.notYours');
    expect(story.refusal(branch, 'askTime')).toBe('case.asked');
    expect(story.refusal(branch, 'askTime', { days: 2, nights: 1 })).toBe('case.asked');
    expect(story.does(branch, 'askTime', { days: 2 }).refusal(branch, 'found')).toBe('timePending');
    const often = searching();
    for (let times = 0; times < 2; times += 1) {
      often.does(branch, 'sendBack', { reason: '不在本馆' }).does(desk, 'dispatch', east);
    }
    expect(often.refusal(branch, 'sendBack', { reason: '不在本馆' })).toBe('case.tooOften');
  });

  it('leaves the case it started from untouched', () => {
    const { record, context } = searching();
    const before = structuredClone(record);
    decide(lostBook, record, 'found', {}, context(branch));
    expect(record).toEqual(before);
  });

  it('keeps what it asks in the fields of that name, and counts', () => {
    const { record } = closed();
    expect(record.data).toMatchObject({ title: '水经注', answer: '已在东馆找到。' });
    expect(record.data.right).toBeUndefined();
    expect(record.counts).toEqual({ dispatch: 1, found: 1, check: 1 });
  });

  it('sees itself counted in its branches, but not in its guards', () => {
    const type: CaseType = {
      ...lostBook,
      actions: {
        ...lostBook.actions,
        note: {
          ...lostBook.actions.note,
          to: [{ when: gte(property('count.note'), 2), to: 'closed' }, { to: 'asked' }],
          guards: [{ name: 'thrice', barredWhen: gte(property('count.note'), 2), because: '已备注两次' }],
        },
      },
    };
    const story = asked(type).does(desk, 'note', { note: '一' });
    expect(story.record.state).toBe('asked');
    expect(story.does(desk, 'note', { note: '二' }).record.state).toBe('closed');
  });

  it('judges all its effects by the case as it found it', () => {
    const unit = eq(property('unit'), idOf('east'));
    const type: CaseType = {
      ...lostBook,
      actions: {
        ...lostBook.actions,
        dispatch: { ...lostBook.actions.dispatch, effects: [{ do: 'dispatch' }, { do: 'rework', when: unit }] },
      },
    };
    expect(asked(type).does(desk, 'dispatch', east).record.round).toBe(1);
  });
});

describe('arriving', () => {
  it('in an end closes the case then and there; going back to work voids the result and begins one more round', () => {
    const story = closed();
    expect(story.record).toMatchObject({ state: 'closed', result: 'returned', closedAt: story.record.openedAt });
    story.at('2026-03-05 09:00').does(desk, 'reopen', { cause: '又不见了' });
    expect(story.record).toMatchObject({ state: 'asked', result: null, closedAt: null, round: 2, stage: 0 });
    expect(story.clock('whole')).toMatchObject({ round: 2, startedAt: Date.parse('2026-03-05T09:00:00+08:00') });
    expect(story.replayed()).toEqual(story.record.clocks);
  });

  it('anywhere but in a hold ends the hold', () => {
    const story = searching().does(branch, 'askSupply', { until: '2026-03-20' }).does(head, 'grantSupply');
    expect(story.record.heldUntil).toBe(Date.parse('2026-03-20T18:00:00+08:00'));
    expect(story.clock('search').phase).toMatchObject({
      kind: 'paused',
      why: 'awaited',
      until: story.record.heldUntil,
    });
    expect(story.does(branch, 'resume').record.heldUntil).toBeNull();
  });
});

describe('the clock of an application', () => {
  it('runs while it waits and no longer', () => {
    const story = searching().does(branch, 'askTime', { days: 1 });
    expect(story.due('decision')).toBe('2026-03-02 15:00');
    expect(story.does(desk, 'grantTime').clock('decision').phase.kind).toBe('stopped');
  });

  it('an extension counts in the clock’s own way: working seconds stay seconds, dates stay dates', () => {
    const story = searching();
    expect([story.due('search'), story.due('whole')]).toEqual(['2026-03-03 09:00', '2026-03-09 18:00']);
    story.does(branch, 'askTime', { days: 2 }).does(desk, 'grantTime');
    expect([story.due('search'), story.due('whole')]).toEqual(['2026-03-05 09:00', '2026-03-11 18:00']);
  });
});

describe('the facts of a case', () => {
  it('are what conditions may name, and null where there is nothing', () => {
    const { record, context } = searching().does(branch, 'askTime', { days: 1 });
    const facts = factsOf(record, context(branch), { until: '2026-03-12', days: 1 });
    const names = ['state', 'unit', 'handler', 'count.askTime', 'count.found', 'pending.moreTime', 'pending.supply'];
    expect(names.map((name) => facts[name])).toEqual(['searching', idOf('east'), null, 1, 0, true, false]);
    expect(['days.until', 'days.days', 'asked.days', 'data.phone'].map((name) => facts[name])).toEqual([
      10,
      null,
      1,
      null,
    ]);
    expect(['clock.search.late', 'clock.wait.late', 'acting.role', 'toString'].map((name) => facts[name])).toEqual([
      false,
      null,
      'branch',
      null,
    ]);
  });
});
