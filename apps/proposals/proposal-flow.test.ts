import { caseStory, idOf, type StoryWorld, storyWorld, worker } from '@huying/testing/toy';
import { describe, expect, it } from 'vitest';
import { base } from '../base/index.ts';
import { proposal, proposals } from './index.ts';

const world = storyWorld([base, proposals]);
const office = worker('supervisor', 'hall');
const clerk = worker('unit-clerk', 'water');
const roadsClerk = worker('unit-clerk', 'roads');
const given = {
  title: '关于整治河涌的建议',
  kind: 'suggestion',
  session: '区十七届人大六次会议',
  officialNumber: '20260012',
  words: '建议截污清淤。',
  proposer: '张三',
  phone: '13812345678',
};
const to = (unit: string) => ({ unit: idOf(unit), dispatchReason: '按职责分工' });
const talk = (contactKind: string) => ({ contactKind, contactNote: '听取意见' });
const reply = (result: string) => ({
  result,
  answer: '已截污。',
  answerNumber: '水务复〔2026〕3 号',
  signedBy: '李四',
});
const form = (attitude: string, outcome: string) => ({ attitude, outcome });

const signed = (of: StoryWorld = world) =>
  caseStory(proposal, of, '2026-03-02 09:00', given).does(office, 'assign', to('water')).does(clerk, 'sign');
const met = () => signed().does(clerk, 'contact', talk('meeting'));
const replied = (result: string) => met().does(clerk, 'reply', reply(result));

describe('a proposal', () => {
  it('is replied to only after the unit has met who leads it, or has said why not', () => {
    expect(signed().refusal(clerk, 'reply', reply('a'))).toBe('case.wrongState');
    expect(met().refusal(clerk, 'reply', reply('a'))).toBeNull();
    expect(signed().refusal(clerk, 'goAhead')).toBe('case.asked');
    const story = signed().does(clerk, 'goAhead', { reason: '领衔人出国' });
    expect(story.does(clerk, 'reply', reply('a')).record.state).toBe('replied');
  });

  it('counts a telephone call as meeting only where the district says so, and a letter never', () => {
    expect(signed().does(clerk, 'contact', talk('telephone')).record.state).toBe('contacting');
    const lenient = storyWorld([base, proposals], { parameters: { 'proposals.telephoneCounts': 'yes' } });
    expect(signed(lenient).does(clerk, 'contact', talk('telephone')).record.state).toBe('replying');
    expect(signed(lenient).does(clerk, 'contact', talk('letter')).record.state).toBe('contacting');
  });

  it('is due three months from assignment, and again from assignment to another unit', () => {
    const story = signed();
    expect(story.due('reply')).toBe('2026-06-02 18:00');
    story.at('2026-03-05 09:00').does(clerk, 'sendBack', { reason: '属公路局职责' });
    expect(story.clock('reply').phase.kind).toBe('stopped');
    story.at('2026-03-09 09:00').does(office, 'assign', to('roads'));
    expect(story.due('reply')).toBe('2026-06-09 18:00');
    expect(story.offers(roadsClerk)).toContain('sign');
  });

  it('goes back within seven working days, twice at most', () => {
    const back = { reason: '不属本单位' };
    expect(signed().at('2026-03-11 18:00').refusal(clerk, 'sendBack', back)).toBeNull();
    expect(signed().at('2026-03-12 09:00').refusal(clerk, 'sendBack', back)).toBe('windowPassed');
    const story = signed().does(clerk, 'sendBack', back).does(office, 'assign', to('water'));
    story.does(clerk, 'sendBack', back).does(office, 'assign', to('water'));
    expect(story.refusal(clerk, 'sendBack', back)).toBe('case.tooOften');
  });

  it('may be extended once, before the due time, by three months at most, with a reason told', () => {
    const ask = { days: 40, reason: '需市里批准' };
    expect(signed().refusal(clerk, 'askExtension', { ...ask, days: 64 })).toBe('tooLong');
    expect(signed().at('2026-06-02 18:01').refusal(clerk, 'askExtension', ask)).toBe('late');
    const story = signed().does(clerk, 'askExtension', ask);
    expect(story.refusal(office, 'grantExtension')).toBe('case.asked');
    story.does(office, 'grantExtension', { told: '需市里批准，延期答复' });
    expect(story.due('reply')).toBe('2026-07-28 18:00');
    expect(story.refusal(clerk, 'askExtension', ask)).toBe('once');
  });

  it('waits for the opinion of assisting units, a month each', () => {
    const story = met().does(clerk, 'askUnit', { assisting: idOf('roads'), question: '管线', mandatory: true });
    expect(story.due(`part:${story.record.parts[0]?.id}`)).toBe('2026-04-02 18:00');
    expect(story.refusal(clerk, 'reply', reply('a'))).toBe('partsOpen');
    story.does(roadsClerk, 'answerUnit', { answer: '同意' });
    expect(story.refusal(clerk, 'reply', reply('a'))).toBeNull();
  });
});

describe('the opinion on the reply', () => {
  it('that is satisfied concludes what is solved or kept for reference', () => {
    for (const result of ['a', 'd']) {
      const { record } = replied(result).does(office, 'opinion', form('satisfied', 'basically'));
      expect(record).toMatchObject({ state: 'concluded', result });
    }
  });

  it('that is not satisfied has it handled again, once', () => {
    const story = replied('a').does(office, 'opinion', form('satisfied', 'not'));
    expect(story.record).toMatchObject({ state: 'again', round: 2, closedAt: null });
    expect(story.due('again')).toBe('2026-04-02 18:00');
    story.does(clerk, 'contact', talk('meeting')).does(clerk, 'reply', reply('a'));
    story.does(office, 'opinion', form('satisfied', 'not'));
    expect(story.record).toMatchObject({ state: 'concluded', data: { outcome: 'not' } });
  });

  it('leaves B and C in tracking until they are A', () => {
    const story = replied('b').does(office, 'opinion', form('satisfied', 'satisfied'));
    expect(story.record).toMatchObject({ state: 'tracking', closedAt: null, result: 'b' });
    story.does(clerk, 'followUp', { followUp: '已开工' });
    expect(story.record.state).toBe('tracking');
    story.does(clerk, 'reply', reply('c')).does(office, 'noForm', { note: '电话催收两次' });
    expect(story.record).toMatchObject({ state: 'tracking', result: 'c' });
    story.does(clerk, 'reply', reply('a')).does(office, 'opinion', form('satisfied', 'satisfied'));
    expect(story.record).toMatchObject({ state: 'concluded', result: 'a' });
  });

  it('is the office’s to enter, never the unit’s', () => {
    expect(replied('a').refusal(clerk, 'opinion', form('satisfied', 'satisfied'))).toBe('case.notYours');
    expect(replied('a').refusal(office, 'opinion', { attitude: 'satisfied' })).toBe('case.asked');
  });

  it('may come up again after it was concluded', () => {
    const story = replied('a').does(office, 'noForm', { note: '未寄回' });
    story.at('2026-09-01 09:00').does(office, 'reopen', { cause: '代表再次提出' });
    expect(story.record).toMatchObject({ state: 'again', result: null, round: 2 });
  });
});

describe('who proposes', () => {
  it('is personal information, in whatever field it stands', () => {
    const { proposer, phone, coSigners } = proposal.fields;
    for (const field of [proposer, phone, coSigners]) {
      expect(field.grading).toBe('personal');
      expect(field.masking).not.toBe('none');
    }
  });
});
