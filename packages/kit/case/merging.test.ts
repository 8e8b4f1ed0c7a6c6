import { caseStory, idOf, library, sameBook, storyWorld, worker } from '@huying/testing/toy';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CaseRecord } from './case-record.ts';
import { answerOf, followersOf, mergingBar } from './merging.ts';
import { nextActions } from './next-actions.ts';

const world = storyWorld([library]);
const desk = worker('desk', 'main');
const system = { kind: 'system' } as const;
const asked = (at = '2026-03-02 09:00') => caseStory(sameBook, world, at, { title: '水经注', subject: 'novel' });
const found = (at?: string) =>
  asked(at)
    .does(desk, 'dispatch', { unit: idOf('east') })
    .does(worker('branch', 'east'), 'found')
    .does(worker('checker', 'main'), 'check', { right: true, result: 'returned', answer: '已在东馆找到。' });
const named = ({ record }: { readonly record: CaseRecord }, id: string): CaseRecord => ({ ...record, id });
const bar = (one: { readonly record: CaseRecord }, main: { readonly record: CaseRecord }) =>
  mergingBar(sameBook, named(one, 'one'), named(main, 'main'));

describe('a case may follow', () => {
  it('another that is open, and never itself', () => {
    expect(bar(asked(), asked())).toBeNull();
    const { record } = asked();
    expect(mergingBar(sameBook, record, record)).toBe('itself');
  });

  it('none that follows another, and no other while it is followed itself: so there is no circle', () => {
    const follows = asked().does(desk, 'merge', { main: 'LB-1' });
    const followed = asked().does(system, 'joined', { waiting: 1 });
    expect(bar(asked(), follows)).toBe('follows');
    expect(bar(asked(), followed)).toBeNull();
    expect(followed.refusal(desk, 'merge', { main: 'LB-2' })).toBe('case.isFollowed');
    expect(followed.does(system, 'left', { waiting: 0 }).refusal(desk, 'merge', { main: 'LB-2' })).toBeNull();
  });

  it('only where it is offered to: who is followed is told why not before a number is asked for, who follows is not asked', () => {
    const merge = (story: { readonly record: CaseRecord; readonly context: ReturnType<typeof asked>['context'] }) =>
      nextActions(sameBook, story.record, story.context(desk)).find(({ name }) => name === 'merge');
    expect(merge(asked())?.bar).toBeNull();
    expect(merge(asked().does(system, 'joined', { waiting: 1 }))?.bar).toEqual({ bar: 'followed', followers: 1 });
    expect(merge(asked().does(desk, 'merge', { main: 'LB-1' }))).toBeUndefined();
  });

  it('whatever is merged and taken apart: nobody follows who is followed, and every main case knows how many follow it', () => {
    const step = fc.tuple(fc.nat(4), fc.nat(4), fc.boolean());
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const cases = Array.from({ length: 5 }, () => asked());
        const mainOf = new Map<number, number>();
        const record = (index: number) => named(cases[index] as (typeof cases)[number], `case-${index}`);
        const told = (main: number, what: 'joined' | 'left') => cases[main]?.does(system, what, { waiting: 0 });
        for (const [one, main, merges] of steps) {
          const before = mainOf.get(one);
          const refused = cases[one]?.refusal(desk, 'merge', { main: `LB-${main}` });
          if (merges && refused === null && mergingBar(sameBook, record(one), record(main)) === null) {
            cases[one]?.does(desk, 'merge', { main: `LB-${main}` });
            told(main, 'joined');
            mainOf.set(one, main);
          } else if (!merges && before !== undefined) {
            cases[one]?.does(desk, 'separate');
            told(before, 'left');
            mainOf.delete(one);
          }
        }
        for (const index of cases.keys()) {
          const followers = [...mainOf.values()].filter((main) => main === index).length;
          expect(followersOf(sameBook, record(index))).toBe(followers);
          expect(mainOf.has(index) && followers > 0).toBe(false);
        }
      }),
    );
  });

  it('one that is closed, if it was asked before the answer was given', () => {
    const closed = found('2026-03-02 09:00');
    expect(bar(asked('2026-03-02 08:59'), closed)).toBeNull();
    expect(bar(asked('2026-03-02 09:01'), closed)).toBe('closedBefore');
  });

  it('none that was closed with an answer for one caller alone', () => {
    expect(bar(asked(), asked().does(desk, 'answer', { answer: '请询问东馆。' }))).toBe('unanswered');
  });
});

describe('what a main case answers', () => {
  it('is the form of those that follow, filled in from it once it is closed', () => {
    expect(answerOf(sameBook, found().record)).toEqual({ result: 'returned', answer: '已在东馆找到。' });
    expect(answerOf(sameBook, asked().record)).toBeNull();
    expect(answerOf(sameBook, found().does(desk, 'reopen', { cause: '又不见了' }).record)).toBeNull();
  });

  it('takes those along who follow it: who joined and did not leave', () => {
    const story = asked().does(system, 'joined', { waiting: 1 }).does(system, 'joined', { waiting: 2 });
    expect(followersOf(sameBook, story.record)).toBe(2);
    expect(followersOf(sameBook, story.does(system, 'left', { waiting: 1 }).record)).toBe(1);
  });
});
