import { caseStory, idOf, storyWorld, worker } from '@huying/testing/toy';
import { describe, expect, it } from 'vitest';
import { base } from '../base/index.ts';
import { item, supervision } from './index.ts';

const world = storyWorld([base, supervision]);
const office = worker('supervisor', 'hall');
const leader = worker('district-leader', 'hall');
const verifier = worker('verifier', 'centre');
const clerk = worker('unit-clerk', 'water');
const head = worker('unit-head', 'water');
const roadsClerk = worker('unit-clerk', 'roads');
const given = { title: '老旧小区改造进度滞后', source: 'promise', promiseNumber: 'MS-2026-003', words: '改造 12 个。' };
const to = (unit: string) => ({ unit: idOf(unit), dispatchReason: '按任务分解方案办理' });
const due = (day: string) => ({ due: Date.parse(`${day}T18:00:00+08:00`) });
const checked = { method: 'site', verified: '现场属实' };
const off = { ...checked, result: 'done', conclusion: '同意销号' };
const feedback = (finished: boolean) => ({ progress: '已完工 12 个', finished });

const proposed = () => caseStory(item, world, '2026-03-02 09:00', given);
const assigned = () => proposed().does(office, 'register', { source: 'promise' }).does(office, 'assign', to('water'));
const underway = () => assigned().does(clerk, 'sign').does(clerk, 'begin', { plan: '分三批' });
const checking = () => underway().does(clerk, 'report', feedback(true)).does(office, 'toChecking');
const writtenOff = () => checking().does(verifier, 'writeOff', off);

describe('a supervision item', () => {
  it('goes from proposal to writing off, its promise with it', () => {
    const { record } = writtenOff();
    expect(record).toMatchObject({ state: 'writtenOff', result: 'done', unit: idOf('water') });
    expect(record.data.promiseNumber).toBe('MS-2026-003');
  });

  it('may be declined with a reason', () => {
    expect(proposed().refusal(office, 'decline')).toBe('case.asked');
    expect(proposed().does(leader, 'decline', { conclusion: '已另行交办' }).record).toMatchObject({
      state: 'terminated',
      result: 'declined',
    });
  });

  it('is reported on and goes on as often as the office wants', () => {
    const story = underway().does(clerk, 'report', feedback(false)).does(office, 'goOn', { note: '加快' });
    expect(story.record.state).toBe('underway');
    story.at('2026-03-05 09:00').does(clerk, 'report', feedback(false));
    expect(story.record.state).toBe('reported');
  });

  it('is verified from outside the unit that did the work', () => {
    expect(checking().refusal(worker('verifier', 'water/pumps'), 'writeOff', off)).toBe('case.notYours');
    expect(checking().refusal(clerk, 'writeOff', off)).toBe('case.notYours');
    expect(checking().refusal(worker('supervisor', 'water'), 'redo', { ...checked, ...due('2026-04-10') })).toBe(
      'case.notYours',
    );
    expect(checking().refusal(office, 'writeOff', off)).toBeNull();
  });
});

describe('a return', () => {
  it('that is agreed goes to another unit, whose clock starts anew', () => {
    const story = assigned().at('2026-03-04 09:00').does(clerk, 'askReturn', { reason: '不属本单位职责' });
    expect(story.refusal(clerk, 'sign')).toBe('returnPending');
    expect(story.refusal(office, 'agreeReturn', { ...to('water'), ...due('2026-04-10') })).toBe('sameUnit');
    story.does(office, 'agreeReturn', { ...to('roads'), ...due('2026-04-10') });
    expect(story.record).toMatchObject({ state: 'assigned', unit: idOf('roads'), requests: {} });
    expect(story.clock('whole')).toMatchObject({ round: 2 });
    expect(story.due('whole')).toBe('2026-04-10 18:00');
    expect(story.due('sign')).toBe('2026-03-05 18:00');
    expect(story.offers(roadsClerk)).toContain('sign');
  });

  it('that is refused keeps the clock as it was', () => {
    const before = assigned().due('whole');
    const story = assigned().does(clerk, 'askReturn', { reason: '不属本单位职责' });
    story.at('2026-03-04 09:00').does(office, 'refuseReturn', { note: '职责清楚' });
    expect(story.due('whole')).toBe(before);
    expect(story.clock('whole').round).toBe(1);
    expect(story.refusal(clerk, 'sign')).toBeNull();
  });

  it('is asked for in the first three working days', () => {
    expect(assigned().at('2026-03-05 17:00').refusal(clerk, 'askReturn', { reason: '非职责' })).toBeNull();
    expect(assigned().at('2026-03-06 09:00').refusal(clerk, 'askReturn', { reason: '非职责' })).toBe('windowPassed');
  });
});

describe('an extension', () => {
  const more = { days: 5, reason: '等待招标' };

  it('is asked for before the due time, never after', () => {
    expect(underway().at('2026-04-01 18:00').refusal(clerk, 'askExtension', more)).toBeNull();
    expect(underway().at('2026-04-01 18:01').refusal(clerk, 'askExtension', more)).toBe('late');
  });

  it('moves the due time; the first stays beside it; the second is a leader’s to grant', () => {
    const story = underway().does(clerk, 'askExtension', more).does(office, 'grantExtension');
    expect(story.due('whole')).toBe('2026-04-08 18:00');
    expect(story.clock('whole').firstPromise.at).toBe(Date.parse('2026-04-01T18:00:00+08:00'));
    story.does(clerk, 'askExtension', more);
    expect(story.refusal(office, 'grantExtension')).toBe('second');
    expect(story.does(leader, 'grantExtension').due('whole')).toBe('2026-04-15 18:00');
    expect(story.refusal(clerk, 'askExtension', more)).toBe('usedUp');
  });
});

describe('a pause', () => {
  const ask = { cause: 'tender', awaited: '招标结果', until: '2026-03-20' };

  it('has a cause from the closed list and ends by itself', () => {
    expect(underway().refusal(clerk, 'askHold', { ...ask, cause: 'busy' })).toBe('case.asked');
    const story = underway().does(clerk, 'askHold', ask).does(office, 'grantHold');
    expect(story.record.state).toBe('held');
    expect(story.due('whole')).toBeNull();
    expect(story.refusal(clerk, 'report', feedback(false))).toBe('case.wrongState');
    story.at('2026-03-20 18:00').does({ kind: 'system' }, 'resume');
    expect(story.record.state).toBe('underway');
    expect(story.due('whole')).toBe('2026-04-20 18:00');
  });
});

describe('after verification', () => {
  it('what fails is redone by a new due time, a round more, the first kept', () => {
    const story = checking()
      .at('2026-03-16 09:00')
      .does(verifier, 'redo', { ...checked, ...due('2026-04-10') });
    expect(story.record).toMatchObject({ state: 'underway', round: 2 });
    expect(story.due('whole')).toBe('2026-04-10 18:00');
    expect(story.clock('whole').firstPromise.at).toBe(Date.parse('2026-04-01T18:00:00+08:00'));
    expect(checking().refusal(verifier, 'redo', checked)).toBe('case.asked');
  });

  it('a second look that finds a relapse takes it up again under the same number', () => {
    const story = writtenOff();
    const { id, number } = story.record;
    story.at('2026-06-01 09:00').does(verifier, 'lookAgain', { lookedAgain: '保持良好' });
    expect(story.record.state).toBe('writtenOff');
    story.at('2026-07-01 09:00').does(office, 'relapse', { lookedAgain: '又现积水', ...due('2026-07-20') });
    expect(story.record).toMatchObject({ id, number, state: 'underway', result: null, closedAt: null, round: 2 });
    expect(story.due('whole')).toBe('2026-07-20 18:00');
  });
});

describe('a termination', () => {
  it('is approved by the leader who gave the order, and voids what waits', () => {
    const story = underway()
      .does(clerk, 'askExtension', { days: 3, reason: '等待' })
      .does(office, 'askTermination', { reason: '上级叫停' });
    expect(story.refusal(office, 'grantTermination', { conclusion: '同意' })).toBe('case.notYours');
    expect(story.does(leader, 'grantTermination', { conclusion: '同意终止' }).record).toMatchObject({
      state: 'terminated',
      result: 'terminated',
      requests: {},
    });
  });
});

describe('a notice', () => {
  const draft = { noticeLevel: 'behind', noticeWords: '进度滞后，请说明原因。' };

  it('is a draft until a person signs it, never under a number somebody typed, and is answered in a time of its level', () => {
    const story = underway().does(office, 'draftNotice', draft);
    expect(story.refusal(head, 'answerNotice', { noticeReply: '已增派力量' })).toBe('none');
    expect(story.refusal(office, 'signNotice', { noticeNumber: '督查〔2026〕12 号' })).toBe('case.asked');
    story.does(office, 'signNotice');
    expect(story.due('noticeReply')).toBe('2026-03-04 18:00');
    expect(story.refusal(clerk, 'answerNotice', { noticeReply: '已增派力量' })).toBe('case.notYours');
    expect(story.refusal(office, 'draftNotice', draft)).toBe('noticePending');
    expect(story.does(head, 'answerNotice', { noticeReply: '已增派力量' }).record.requests).toEqual({});
  });

  it('that waits for its answer keeps the item from being written off', () => {
    const story = checking().does(office, 'draftNotice', draft).does(leader, 'signNotice');
    expect(story.refusal(verifier, 'writeOff', off)).toBe('noticePending');
    story.does(office, 'withdrawNotice', { reason: '误发' });
    expect(story.refusal(verifier, 'writeOff', off)).toBeNull();
  });
});

describe('assisting units', () => {
  it('have a clock of their own; the item is not written off without those that must answer', () => {
    const ask = { assisting: idOf('roads'), question: '请配合管线迁改', mandatory: true };
    const story = underway().does(office, 'askUnit', ask);
    expect(story.due(`part:${story.record.parts[0]?.id}`)).toBe('2026-03-09 18:00');
    expect(story.refusal(clerk, 'report', feedback(true))).toBe('partsOpen');
    expect(story.refusal(clerk, 'report', feedback(false))).toBeNull();
    story.does(roadsClerk, 'answerUnit', { answer: '已迁改' });
    expect(story.refusal(clerk, 'report', feedback(true))).toBeNull();
    expect(story.record.data.conclusion).toBeUndefined();
  });
});
