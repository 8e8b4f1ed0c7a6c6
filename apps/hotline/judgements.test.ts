import { caseStory, idOf, storyWorld, worker } from '@huying/testing/toy';
import { describe, expect, it } from 'vitest';
import { base } from '../base/index.ts';
import { hotline, ticket } from './index.ts';

const world = storyWorld([base, hotline]);
const acceptor = worker('acceptor', 'centre');
const leader = worker('shift-leader', 'centre');
const supervisor = worker('supervisor', 'hall');
const clerk = worker('unit-clerk', 'water');
const given = {
  title: '井盖破损',
  words: '井盖破了。',
  demandKind: 'request',
  demandClass: 'A01',
  channel: 'phone',
  place: { cell: '440199001001001', point: null, address: '清江路', datum: 'WGS84' },
} as const;

/** A ticket without a telephone, closed at a time; five working days are promised. */
function closedAt(local: string) {
  return caseStory(ticket, world, '2026-03-02 09:00', given)
    .does(acceptor, 'file')
    .does(worker('dispatcher', 'centre'), 'dispatch', { unit: idOf('water'), dispatchReason: '职责' })
    .does(clerk, 'sign')
    .does(clerk, 'handled', { handled: '已换' })
    .does(worker('verifier', 'centre'), 'verify', { passed: true, verified: '属实' })
    .at(local)
    .does(acceptor, 'close', { result: 'fixed', answer: '已换' });
}

describe('an appeal', () => {
  it('is for a ticket that was late, and asked once', () => {
    expect(closedAt('2026-03-03 10:00').refusal(clerk, 'appeal', { reason: '等待配件' })).toBe('inTime');
    const late = closedAt('2026-04-01 10:00').does(clerk, 'appeal', { reason: '等待配件' });
    expect(late.refusal(clerk, 'appeal', { reason: '等待配件' })).toBe('case.tooOften');
  });

  it('is settled once, by the supervision office; the lateness stays on record', () => {
    const late = closedAt('2026-04-01 10:00');
    const reason = { reason: '情况属实' };
    expect(late.refusal(supervisor, 'grantAppeal', reason)).toBe('settled');
    late.does(clerk, 'appeal', { reason: '等待配件' });
    expect(late.refusal(leader, 'grantAppeal', reason)).toBe('case.notYours');
    late.does(supervisor, 'grantAppeal', reason);
    expect([late.refusal(supervisor, 'grantAppeal', reason), late.refusal(supervisor, 'refuseAppeal', reason)]).toEqual(
      ['settled', 'settled'],
    );
    expect(late.record).toMatchObject({ state: 'closed', counts: { grantAppeal: 1 } });
    expect(late.clock('whole').phase).toMatchObject({ kind: 'stopped' });
  });
});

describe('a judgement', () => {
  it('that a demand is unreasonable is the shift leader’s, with a reason, once', () => {
    const story = closedAt('2026-03-03 10:00');
    expect(story.refusal(acceptor, 'judgeUnreasonable', { reason: '无理' })).toBe('case.notYours');
    expect(story.refusal(leader, 'judgeUnreasonable', {})).toBe('case.asked');
    story.does(leader, 'judgeUnreasonable', { reason: '诉求没有依据' });
    expect(story.refusal(leader, 'judgeUnreasonable', { reason: '诉求没有依据' })).toBe('judged');
  });

  it('moves no clock and no state', () => {
    const story = closedAt('2026-04-01 10:00');
    const { state, clocks } = story.record;
    story.at('2026-04-02 10:00').does(clerk, 'appeal', { reason: '等待配件' });
    story.does(supervisor, 'refuseAppeal', { reason: '理由不成立' });
    expect(story.record).toMatchObject({ state, clocks });
  });
});
