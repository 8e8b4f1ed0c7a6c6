import { route } from '@huying/kit/case';
import { caseStory, idOf, type StoryWorld, storyWorld, worker } from '@huying/testing/toy';
import { describe, expect, it } from 'vitest';
import { base } from '../base/index.ts';
import { call } from './call.fixture.ts';
import { hotline, ticket } from './index.ts';

const world = storyWorld([base, hotline]);
const operator = worker('operator', 'centre');
const acceptor = worker('acceptor', 'centre');
const leader = worker('shift-leader', 'centre');
const dispatcher = worker('dispatcher', 'centre');
const verifier = worker('verifier', 'centre');
const caller = worker('callback-officer', 'centre');
const supervisor = worker('supervisor', 'hall');
const clerk = worker('unit-clerk', 'water');
const head = worker('unit-head', 'water');
const otherClerk = worker('unit-clerk', 'roads');
const to = (unit: string) => ({ unit: idOf(unit), dispatchReason: '职责目录' });
const back = { reason: '不属本单位' };
const done = { handled: '已更换井盖' };

const opened = (over: object = {}, of: StoryWorld = world) =>
  caseStory(ticket, of, '2026-03-02 09:00', { ...call, ...over });
const dispatched = (over: object = {}, of: StoryWorld = world) =>
  opened(over, of).does(acceptor, 'file').does(dispatcher, 'dispatch', to('water'));
const signed = (over: object = {}, of: StoryWorld = world) => dispatched(over, of).does(clerk, 'sign');
const verified = (over: object = {}) =>
  signed(over).does(clerk, 'handled', done).does(verifier, 'verify', { passed: true, verified: '已更换' });
const closed = (over: object = {}) =>
  verified(over).does(acceptor, 'close', { result: 'fixed', answer: '已更换井盖。' });
const arbitrated = () =>
  signed()
    .does(clerk, 'sendBack', back)
    .does(dispatcher, 'dispatch', to('roads'))
    .does(otherClerk, 'sendBack', back)
    .does(leader, 'arbitrate', to('water'))
    .does(clerk, 'sign');

describe('at the centre', () => {
  it('a first-contact answer closes the ticket at once, with result and answer', () => {
    const { record } = opened().does(operator, 'answer', { answer: '请拨打供水热线。' });
    expect(record).toMatchObject({ state: 'closed', result: 'answered', data: { answer: '请拨打供水热线。' } });
    expect(record.closedAt).toBe(record.openedAt);
  });

  it('only a call about danger is transferred', () => {
    const transfer = { to: 'police', answer: '已三方转接' };
    expect(opened().refusal(operator, 'transfer', transfer)).toBe('notDangerous');
    expect(opened({ urgency: 'danger' }).does(operator, 'transfer', transfer).record.result).toBe('transferred');
  });

  it('the shift leader alone declines, with a reason', () => {
    expect(opened().refusal(acceptor, 'decline', { answer: '不属受理范围' })).toBe('case.notYours');
    expect(opened().refusal(leader, 'decline')).toBe('case.asked');
    expect(opened().does(leader, 'decline', { answer: '不属受理范围' }).record.result).toBe('declined');
  });

  it('an edited place asks the duty list anew with the matter the ticket has now', () => {
    const rules = ['06010', '01002'].flatMap((matter) =>
      ['440199001', '440199002'].map((area) => ({
        code: `${matter}-${area}`,
        order: 1,
        matters: [matter],
        areas: [area],
        when: null,
        lead: `${matter}@${area}`,
        assisting: [],
        basis: '目录',
        takenBack: false,
      })),
    );
    const place = (cell: string) => ({ cell, point: null, address: '清江路', datum: 'WGS84' });
    const lead = ({ data, area }: { data: Readonly<Record<string, unknown>>; area: string | null }) =>
      route(rules, { codes: [String(data.matter)], area, facts: data, streetOf: () => null, isStreet: () => false })
        ?.lead;
    const story = opened({ place: place('440199001001001') }).does(acceptor, 'file', { matter: '06010' });
    expect(lead(story.record)).toBe('06010@440199001');
    story.does(dispatcher, 'returnToAcceptor', { reason: '事项有误' }).does(acceptor, 'file', { matter: '01002' });
    story.does(dispatcher, 'relocate', { place: place('440199002001001'), reason: '来电人更正' });
    expect(lead(story.record)).toBe('01002@440199002');
  });
});

describe('a return', () => {
  it('needs a reason, within the first working day', () => {
    expect(signed().refusal(clerk, 'sendBack')).toBe('case.asked');
    expect(signed().at('2026-03-04 09:00').refusal(clerk, 'sendBack', back)).toBe('windowPassed');
  });

  it('leaves the dispatcher to dispatch again or to return to the acceptor, never towards closing', () => {
    const story = signed({ cityNumber: 'S1' }).does(clerk, 'sendBack', back);
    const forward = ['returnToAcceptor', 'dispatch', 'relocate', 'markDuplicate'];
    expect(story.offers(dispatcher).filter((name) => !['note', 'urge'].includes(name))).toEqual(forward);
    expect(story.offers(leader)).toContain('returnToCity');
    expect(story.offers(leader)).not.toContain('close');
  });

  it('releases nobody by itself: who is assigned inside is released first', () => {
    const story = signed().does(clerk, 'assign', { handler: idOf('p-1') });
    expect(story.refusal(clerk, 'sendBack', back)).toBe('assigned');
    expect(story.does(clerk, 'release').does(clerk, 'sendBack', back).record.handler).toBeNull();
  });

  it('is not open to a unit that has handled the ticket already', () => {
    const story = signed().does(clerk, 'handled', done).does(verifier, 'verify', { passed: false, verified: '未平' });
    expect(story.refusal(clerk, 'sendBack', back)).toBe('worked');
  });

  it('may happen twice at most; the second goes to the arbiter, who names a unit that begins at once', () => {
    const story = signed().does(clerk, 'sendBack', back);
    expect(story.record.state).toBe('filed');
    story.does(dispatcher, 'dispatch', to('roads')).does(otherClerk, 'sendBack', back);
    expect(story.record.state).toBe('arbitration');
    expect(story.offers(dispatcher)).not.toContain('dispatch');
    story.does(leader, 'arbitrate', to('water'));
    expect(story.record).toMatchObject({ state: 'dispatched', unit: idOf('water') });
    expect(story.refusal(clerk, 'sendBack', back)).toBe('case.tooOften');
  });

  it('goes to the arbiter as soon as the district’s own number is used up', () => {
    const once = storyWorld([base, hotline], { parameters: { 'hotline.sendBackAtMost': 1 } });
    expect(signed({}, once).does(clerk, 'sendBack', back).record.state).toBe('arbitration');
  });

  it('after arbitration is over; the unit may object once, and a joint meeting decides', () => {
    expect(signed().refusal(clerk, 'object', back)).toBe('notArbitrated');
    const story = arbitrated().does(clerk, 'object', back);
    expect(story.due('jointMeeting')).toBe('2026-03-04 18:00');
    expect(story.refusal(clerk, 'object', back)).toBe('case.tooOften');
    expect(story.refusal(clerk, 'conclude', to('roads'))).toBe('case.notYours');
    story.does(leader, 'conclude', to('roads'));
    expect(story.record).toMatchObject({ state: 'dispatched', unit: idOf('roads'), handler: null, requests: {} });
    expect(story.clock('handle').round).toBe(4);
  });

  it('a joint meeting may leave the ticket where it is, and has no object once the work is done', () => {
    const kept = arbitrated().does(clerk, 'object', back).does(leader, 'conclude', to('water'));
    expect(kept.record).toMatchObject({ state: 'handling', unit: idOf('water'), requests: {} });
    expect(arbitrated().does(clerk, 'object', back).does(clerk, 'handled', done).record.requests).toEqual({});
  });
});

describe('an extension', () => {
  const days = { days: 2, reason: '等待配件' };

  it('is asked for before the due time', () => {
    expect(signed().at('2026-03-06 18:00').refusal(clerk, 'askExtension', days)).toBeNull();
    expect(signed().at('2026-03-06 18:01').refusal(clerk, 'askExtension', days)).toBe('late');
  });

  it('may be decided after it', () => {
    const story = signed().at('2026-03-06 17:59').does(clerk, 'askExtension', days).at('2026-03-09 09:00');
    expect(story.does(dispatcher, 'grantExtension').due('handle')).toBe('2026-03-10 18:00');
  });

  it('is approved twice at most, the second time by the shift leader; refusals do not count', () => {
    const story = signed().does(clerk, 'askExtension', days).does(dispatcher, 'refuseExtension', { note: '理由不足' });
    story.does(clerk, 'askExtension', days).does(dispatcher, 'grantExtension').does(clerk, 'askExtension', days);
    expect(story.refusal(dispatcher, 'grantExtension')).toBe('second');
    story.does(leader, 'grantExtension');
    expect(story.refusal(clerk, 'askExtension', days)).toBe('usedUp');
  });

  it('one at a time, and the work is not done over it', () => {
    const story = signed().does(clerk, 'askExtension', days);
    expect(story.refusal(clerk, 'askExtension', days)).toBe('pending');
    expect(story.refusal(clerk, 'handled', done)).toBe('extensionPending');
  });

  it('that waits for its decision does not survive un-assignment, by release, by return or by another handler', () => {
    const asked = () =>
      signed()
        .does(clerk, 'assign', { handler: idOf('p-1') })
        .does(clerk, 'askExtension', days);
    const released = asked().does(clerk, 'release');
    expect(released.record.requests).toEqual({});
    expect(released.clock('extensionDecision').phase.kind).toBe('stopped');
    expect(asked().does(clerk, 'assign', { handler: idOf('p-2') }).record).toMatchObject({
      handler: idOf('p-2'),
      requests: {},
    });
    const returned = signed().does(clerk, 'askExtension', days).does(clerk, 'sendBack', back);
    expect(returned.record.requests).toEqual({});
    const kept = signed()
      .does(clerk, 'askExtension', days)
      .does(clerk, 'assign', { handler: idOf('p-1') });
    expect(Object.keys(kept.record.requests)).toEqual(['extension']);
  });

  it('can be decided during a hold', () => {
    const story = signed()
      .does(clerk, 'askExtension', days)
      .does(clerk, 'askHold', { awaited: '等待到货', until: '2026-03-05' })
      .does(leader, 'grantHold')
      .does(dispatcher, 'grantExtension')
      .at('2026-03-03 09:00')
      .does(clerk, 'resume');
    expect(story.due('handle')).toBe('2026-03-11 18:00');
  });
});

describe('a hold', () => {
  const until = (date: string) => ({ awaited: '等待到货', until: date });

  it('ends after today and within a year', () => {
    expect(signed().refusal(clerk, 'askHold', until('2026-03-02'))).toBe('past');
    expect(signed().refusal(clerk, 'askHold', until('2027-03-02'))).toBeNull();
    expect(signed().refusal(clerk, 'askHold', until('2027-03-03'))).toBe('tooLong');
    expect(signed().refusal(clerk, 'askHold', { awaited: '等待到货' })).toBe('case.asked');
  });

  it('is granted once, by the shift leader; nobody handles meanwhile; it ends by itself', () => {
    const story = signed().does(clerk, 'askHold', until('2026-03-05'));
    expect(story.refusal(dispatcher, 'grantHold')).toBe('case.notYours');
    story.does(leader, 'grantHold');
    expect(story.offers(clerk).filter((name) => name !== 'note')).toEqual(['resume']);
    expect(story.refusal(clerk, 'handled', done)).toBe('case.wrongState');
    story.at('2026-03-05 18:00').does({ kind: 'system' }, 'resume');
    expect(story.refusal(clerk, 'askHold', until('2026-03-20'))).toBe('once');
  });
});

describe('joint handling', () => {
  const ask = (mandatory: boolean) => ({ assisting: idOf('roads'), question: '请核对管线', mandatory });

  it('the case waits for a mandatory part until it is answered or waived', () => {
    const story = signed().does(clerk, 'askUnit', ask(true));
    expect(story.record.data.unit).toBe(idOf('water'));
    expect(story.refusal(clerk, 'handled', done)).toBe('partsOpen');
    expect(story.refusal(worker('unit-clerk', 'gas'), 'answerUnit', { answer: '无' })).toBe('case.notYours');
    const answered = signed().does(clerk, 'askUnit', ask(true)).does(otherClerk, 'answerUnit', { answer: '无冲突' });
    expect(answered.refusal(clerk, 'handled', done)).toBeNull();
    const waived = story.does(dispatcher, 'waiveUnit', { assisting: idOf('roads'), reason: '已现场核对' });
    expect(waived.refusal(clerk, 'handled', done)).toBeNull();
  });

  it('an optional part may stay open, and its clock ends with the case', () => {
    const story = signed().does(clerk, 'askUnit', ask(false));
    const part = `part:${story.record.parts[0]?.id}`;
    expect(story.due(part)).toBe('2026-03-04 18:00');
    story.does(clerk, 'handled', done).does(verifier, 'verify', { passed: true, verified: '已更换' });
    expect(story.clock(part).phase.kind).toBe('running');
    story.does(acceptor, 'close', { result: 'fixed', answer: '已更换。' });
    story.does(caller, 'callBack', { solved: 'yes', satisfied: 'satisfied' });
    expect(story.clock(part).phase.kind).toBe('stopped');
  });

  it('a mandatory part bars every way to close, also after a return', () => {
    const story = signed().does(clerk, 'askUnit', ask(true)).does(clerk, 'sendBack', back);
    story.does(dispatcher, 'returnToAcceptor', { reason: '另行答复' });
    expect(story.refusal(acceptor, 'answer', { answer: '已答复' })).toBe('partsOpen');
  });
});

describe('after handling', () => {
  it('somebody outside the handling unit’s subtree verifies', () => {
    const story = signed().does(clerk, 'handled', done);
    const verify = { passed: true, verified: '已更换' };
    expect(story.refusal(worker('verifier', 'water/pumps'), 'verify', verify)).toBe('case.notYours');
    expect(story.refusal(clerk, 'verify', verify)).toBe('case.notYours');
    expect(story.refusal(verifier, 'verify', verify)).toBeNull();
  });

  it('what fails goes back for one more round, and the unit’s clock goes on', () => {
    const story = signed().at('2026-03-04 10:00').does(clerk, 'handled', done);
    expect(story.clock('handle').phase.kind).toBe('paused');
    story.does(verifier, 'verify', { passed: false, verified: '未平' });
    expect(story.record).toMatchObject({ state: 'handling', round: 2, unit: idOf('water') });
    expect(story.clock('handle')).toMatchObject({ round: 1, phase: { kind: 'running' } });
  });

  it('photos of the verifier do not replace those of the unit', () => {
    const after = ['01920000-0000-7000-8000-000000000001'];
    const story = signed().does(clerk, 'handled', { ...done, after });
    story.does(verifier, 'verify', { passed: true, verified: '好', photos: ['01920000-0000-7000-8000-000000000002'] });
    expect(story.record.data.after).toEqual(after);
  });

  it('closing takes a result and an answer', () => {
    expect(verified().refusal(acceptor, 'close', { answer: '已更换' })).toBe('case.asked');
    expect(verified().refusal(acceptor, 'close', { result: 'fixed' })).toBe('case.asked');
    expect(verified().refusal(acceptor, 'close', { result: 'declined', answer: '无' })).toBe('case.asked');
    expect(closed().record).toMatchObject({ state: 'callback', result: 'fixed' });
  });

  it('without a telephone there is nobody to call back', () => {
    const { phone: _, ...anonymous } = call;
    const story = caseStory(ticket, world, '2026-03-02 09:00', anonymous)
      .does(acceptor, 'file')
      .does(dispatcher, 'dispatch', to('water'))
      .does(clerk, 'sign')
      .does(clerk, 'handled', done)
      .does(verifier, 'verify', { passed: true, verified: '好' })
      .does(acceptor, 'close', { result: 'fixed', answer: '已更换。' });
    expect(story.record.state).toBe('closed');
  });

  it('a call-back asks two questions: solved, satisfied', () => {
    expect(closed().refusal(caller, 'callBack', { solved: 'yes' })).toBe('case.asked');
    expect(closed().refusal(caller, 'callBack', { satisfied: 'fair' })).toBe('case.asked');
    const story = closed().does(caller, 'callBack', { solved: 'yes', satisfied: 'dissatisfied' });
    expect(story.record).toMatchObject({ state: 'closed', data: { solved: 'yes', satisfied: 'dissatisfied' } });
  });

  it('not solved is redone, unless the demand was judged to be without cause', () => {
    const answer = { solved: 'no', satisfied: 'dissatisfied' };
    for (const justified of [{}, { justified: true }]) {
      const { record } = closed().does(caller, 'callBack', { ...answer, ...justified });
      expect(record).toMatchObject({ state: 'handling', round: 2, result: null, closedAt: null });
    }
    expect(closed().does(caller, 'callBack', { ...answer, justified: false }).record.state).toBe('closed');
  });

  it('a ticket is reopened with a cause within fifteen working days of closing, whatever was noted since', () => {
    const story = closed().does(caller, 'callBack', { solved: 'yes', satisfied: 'satisfied' });
    const cause = { cause: '井盖再次缺失' };
    expect(story.refusal(operator, 'reopen')).toBe('case.asked');
    expect(story.at('2026-03-23 18:00').refusal(operator, 'reopen', cause)).toBeNull();
    expect(story.at('2026-03-23 18:01').refusal(operator, 'reopen', cause)).toBe('windowPassed');
    story.at('2026-03-20 09:00').does(operator, 'reopen', cause);
    expect(story.record).toMatchObject({
      state: 'handling',
      round: 2,
      result: null,
      closedAt: null,
      unit: idOf('water'),
    });
    expect(story.due('handle')).toBe('2026-03-26 18:00');
    expect(story.clock('handle').round).toBe(2);
  });

  it('what no unit handled is reopened at the acceptor’s', () => {
    const story = opened().does(operator, 'answer', { answer: '请拨打供水热线。' });
    expect(story.does(operator, 'reopen', { cause: '未解决' }).record.state).toBe('received');
    const returned = signed().does(clerk, 'sendBack', back).does(dispatcher, 'returnToAcceptor', back);
    returned.does(acceptor, 'answer', { answer: '已答复。' }).does(operator, 'reopen', { cause: '未解决' });
    expect(returned.record.state).toBe('received');
  });
});

describe('a press', () => {
  const demand = { demand: '请当日办结' };

  it('is answered by the head of the handling unit, wherever the ticket stands, and bars closing until then', () => {
    const story = signed().does(supervisor, 'press', demand);
    expect(story.refusal(supervisor, 'press', demand)).toBe('pending');
    story.does(clerk, 'handled', done).does(verifier, 'verify', { passed: true, verified: '好' });
    expect(story.refusal(acceptor, 'close', { result: 'fixed', answer: '好' })).toBe('pressPending');
    expect(story.refusal(clerk, 'replyPress', { reply: '已办' })).toBe('case.notYours');
    story.does(head, 'replyPress', { reply: '已办' });
    expect(story.refusal(acceptor, 'close', { result: 'fixed', answer: '好' })).toBeNull();
  });
});

describe('who handles and who sits at the desk', () => {
  it('the handler assigned may do the work but not the unit’s paper', () => {
    const handler = worker('handler', 'water');
    const story = signed().does(clerk, 'assign', { handler: handler.post });
    expect(story.refusal(handler, 'sendBack', back)).toBe('case.notYours');
    expect(story.refusal(handler, 'assign', { handler: idOf('p-2') })).toBe('case.notYours');
    expect(story.refusal(worker('handler', 'water', null, '2'), 'handled', done)).toBe('case.notYours');
    expect(story.refusal(handler, 'handled', done)).toBeNull();
  });

  it('the caller is hidden from the unit complained of, and from the handling side of a report', () => {
    expect(ticket.conceals).toEqual([
      expect.objectContaining({ fields: ['caller', 'phone'], from: 'complainedUnit' }),
      expect.objectContaining({ fields: ['caller', 'phone'], from: 'handlingSide' }),
    ]);
  });
});

describe('a form', () => {
  it('is refused with every place that is wrong, before any guard looks into it', () => {
    expect(signed().refusal(clerk, 'askHold', { awaited: 1, until: 5 })).toBe('case.asked');
  });
});
