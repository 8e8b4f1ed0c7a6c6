import { caseStory, idOf, storyWorld, worker } from '@huying/testing/toy';
import { describe, expect, it } from 'vitest';
import { base } from '../base/index.ts';
import { call } from './call.fixture.ts';
import { hotline, ticket } from './index.ts';

const world = storyWorld([base, hotline]);
const operator = worker('operator', 'centre');
const acceptor = worker('acceptor', 'centre');
const dispatcher = worker('dispatcher', 'centre');
const caller = worker('callback-officer', 'centre');
const opened = (over: object = {}) => caseStory(ticket, world, '2026-03-02 09:00', { ...call, ...over });

describe('a duplicate', () => {
  const main = { earlier: 'HX-20260301-000001' };
  const answer = { result: 'fixed', answer: '已更换井盖。', unit: idOf('water') };
  const program = { kind: 'system' } as const;

  it('leaves the desks and waits for its main ticket, its promise running on', () => {
    const story = opened().does(acceptor, 'file');
    const promised = story.due('whole');
    story.does(dispatcher, 'markDuplicate', main);
    expect(story.record.state).toBe('merged');
    expect(story.due('whole')).toBe(promised);
    expect(story.clock('dispatch').phase.kind).toBe('stopped');
    expect(story.offers(dispatcher)).toContain('separate');
    expect(story.refusal(acceptor, 'answerMerged', answer)).toBe('case.notYours');
  });

  it('is answered with its main ticket and called back; not solved comes back to the unit that handled it', () => {
    const story = opened().does(operator, 'markDuplicate', main).does(program, 'answerMerged', answer);
    expect(story.record).toMatchObject({ state: 'callback', result: 'fixed', data: { answer: '已更换井盖。' } });
    story.does(caller, 'callBack', { solved: 'no', satisfied: 'dissatisfied' });
    expect(story.record).toMatchObject({ state: 'handling', unit: idOf('water'), round: 2 });
  });

  it('whose caller left no number closes with the answer', () => {
    const story = opened({ phone: undefined }).does(operator, 'markDuplicate', main);
    expect(story.does(program, 'answerMerged', answer).record.state).toBe('closed');
  });

  it('goes back to where it came from when taken apart, with a reason, and to a fresh limit for that step', () => {
    const received = opened().does(operator, 'markDuplicate', main);
    expect(received.refusal(acceptor, 'separate')).toBe('case.asked');
    received.at('2026-03-03 09:00').does(acceptor, 'separate', { reason: '不是同一处' });
    expect(received.record.state).toBe('received');
    expect(received.due('accept')).toBe('2026-03-03 09:15');
    const filed = opened().does(acceptor, 'file').does(dispatcher, 'markDuplicate', main);
    expect(filed.does(program, 'releaseMerged').record.state).toBe('filed');
  });

  it('is not what a unit has already: that is sent back first', () => {
    const story = opened().does(acceptor, 'file');
    story.does(dispatcher, 'dispatch', { unit: idOf('water'), dispatchReason: '职责目录' });
    expect(story.refusal(dispatcher, 'markDuplicate', main)).toBe('case.wrongState');
  });
});
