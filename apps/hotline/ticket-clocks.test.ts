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
const clerk = worker('unit-clerk', 'water');
const to = (unit: string) => ({ unit: idOf(unit), dispatchReason: '职责目录' });

/** A ticket signed by the water company on Monday 2026-03-02 at 09:00. */
const signed = (over: object = {}, of: StoryWorld = world) =>
  caseStory(ticket, of, '2026-03-02 09:00', { ...call, ...over })
    .does(acceptor, 'file')
    .does(dispatcher, 'dispatch', to('water'))
    .does(clerk, 'sign');

describe('the clocks of a ticket', () => {
  it('a comment never moves a clock', () => {
    const story = signed();
    const before = story.record.clocks;
    for (const [who, action, asked] of [
      [operator, 'note', { note: '来电人补充' }],
      [operator, 'urge', {}],
      [clerk, 'note', { note: '已安排' }],
    ] as const) {
      story.at('2026-03-03 10:00').does(who, action, asked);
      expect(story.record.clocks).toEqual(before);
      expect(story.steps.at(-1)?.clocks).toEqual({});
    }
  });

  it('a limit of the hotline is a date: four working days from the day after receipt, due at the close of the last', () => {
    expect(signed().due('handle')).toBe('2026-03-06 18:00');
    expect(signed().due('whole')).toBe('2026-03-09 18:00');
  });

  it('an urgent limit runs through the night: dispatched at 22:36 with 2 紧急工作时 it is due at 00:36', () => {
    const well = storyWorld([base, hotline], { filingLimits: { '01002-1': ['2紧急工作时'] } });
    const story = caseStory(ticket, well, '2026-03-06 22:30', call)
      .does(acceptor, 'file', { matter: '01002', condition: '01002-1' })
      .at('2026-03-06 22:36')
      .does(dispatcher, 'dispatch', to('water'));
    expect(story.due('handle')).toBe('2026-03-07 00:36');
  });

  it('the steps of the centre take a quarter of an hour, continuous, and confirming stops the acceptor’s clock', () => {
    const story = caseStory(ticket, world, '2026-03-07 23:50', call);
    expect(story.due('accept')).toBe('2026-03-08 00:05');
    story.at('2026-03-07 23:55').does(acceptor, 'confirmFirst', { question: '是否在本区' });
    expect(story.clock('accept').phase.kind).toBe('paused');
    expect(story.due('confirm')).toBe('2026-03-08 00:25');
    story.at('2026-03-08 00:20').does(verifier, 'confirmed', { found: 'true', note: '属实' });
    expect(story.due('accept')).toBe('2026-03-08 00:30');
  });

  it('a hold from 18:00 to 08:00 of the next working day takes no working time', () => {
    const hours = storyWorld([base, hotline], { filingLimits: { a: ['8工作时'] } });
    const story = caseStory(ticket, hours, '2026-03-02 09:00', call)
      .does(acceptor, 'file', { condition: 'a' })
      .does(dispatcher, 'dispatch', to('water'))
      .does(clerk, 'sign');
    expect(story.due('handle')).toBe('2026-03-03 09:00');
    story
      .does(clerk, 'askHold', { awaited: '等待到货', until: '2026-03-03' })
      .at('2026-03-02 18:00')
      .does(leader, 'grantHold')
      .at('2026-03-03 08:00')
      .does(clerk, 'resume');
    expect(story.due('handle')).toBe('2026-03-03 09:00');
  });

  it('a hold pauses the unit’s clock and the promise, and both go on with what was left', () => {
    const story = signed()
      .does(clerk, 'askHold', { awaited: '等待到货', until: '2026-03-12' })
      .at('2026-03-03 09:00')
      .does(leader, 'grantHold');
    expect(story.due('handle')).toBeNull();
    expect(story.due('whole')).toBeNull();
    expect(story.due('hold')).toBe('2026-03-12 18:00');
    story.at('2026-03-12 18:00').does({ kind: 'system' }, 'resume');
    expect(story.record).toMatchObject({ state: 'handling', heldUntil: null });
    expect(story.due('handle')).toBe('2026-03-17 18:00');
  });

  it('an extension approved before a hold is kept after it', () => {
    const held = (days: number) => {
      const story = signed();
      if (days > 0) story.does(clerk, 'askExtension', { days, reason: '等待配件' }).does(dispatcher, 'grantExtension');
      return story
        .does(clerk, 'askHold', { awaited: '等待到货', until: '2026-03-12' })
        .does(leader, 'grantHold')
        .at('2026-03-09 09:00')
        .does(clerk, 'resume')
        .due('handle');
    };
    expect(held(0)).toBe('2026-03-13 18:00');
    expect(held(3)).toBe('2026-03-18 18:00');
  });

  it('an extension adds to the current due time, of the unit and of the promise; the first promise never moves', () => {
    const story = signed().does(clerk, 'askExtension', { days: 2, reason: '等待配件' });
    expect(story.due('handle')).toBe('2026-03-06 18:00');
    story.at('2026-03-06 17:00').does(dispatcher, 'grantExtension');
    expect(story.due('handle')).toBe('2026-03-10 18:00');
    expect(story.due('whole')).toBe('2026-03-11 18:00');
    expect(new Date(story.clock('whole').firstPromise.at).toISOString()).toBe('2026-03-09T10:00:00.000Z');
  });

  it('another kind of demand found at filing keeps the promise given and records a second one', () => {
    const story = caseStory(ticket, world, '2026-03-02 09:00', call).does(acceptor, 'file', {
      demandKind: 'consultation',
    });
    expect(story.due('whole')).toBe('2026-03-05 18:00');
    expect(new Date(story.clock('whole').firstPromise.at).toISOString()).toBe('2026-03-09T10:00:00.000Z');
    expect(story.steps.at(-1)?.clocks.whole?.map(({ kind }) => kind)).toEqual(['change']);
  });

  it('the district’s own time ends inside the city’s deadline', () => {
    const cityDue = Date.parse('2026-03-04T12:00:00+08:00');
    const story = signed({ channel: 'city', cityNumber: 'S1', cityDue });
    expect(story.due('city')).toBe('2026-03-04 12:00');
    expect(story.due('handle')).toBe('2026-03-04 08:00');
    expect(story.due('whole')).toBe('2026-03-04 08:00');
    const late = signed({ channel: 'city', cityNumber: 'S1', cityDue: Date.parse('2026-04-30T12:00:00+08:00') });
    expect(late.due('handle')).toBe('2026-03-06 18:00');
  });

  it('the district extends up to the city’s deadline and not past it, unless the city gives more time', () => {
    const cityDue = Date.parse('2026-03-10T20:00:00+08:00');
    const city = { channel: 'city', cityNumber: 'S1', cityDue };
    const asked = (days: number) => signed(city).does(clerk, 'askExtension', { days, reason: '等待配件' });
    const granted = asked(2).does(dispatcher, 'grantExtension');
    // The whole would be due a day later than the city allows: it takes as many days as fit.
    expect([granted.due('handle'), granted.due('whole')]).toEqual(['2026-03-10 18:00', '2026-03-10 18:00']);

    const story = asked(3);
    expect(() => story.does(dispatcher, 'grantExtension')).toThrowError(
      expect.objectContaining({
        code: 'case.beyondCity',
        params: expect.objectContaining({ due: '2026-03-11 18:00', outer: '2026-03-10 20:00' }),
      }),
    );
    expect(story.offers(dispatcher)).not.toContain('grantExtension');
    expect(story.refusal(dispatcher, 'askCity', { until: cityDue, reason: '等待配件' })).toBe('notLater');
    const until = Date.parse('2026-03-20T18:00:00+08:00');
    story.does(dispatcher, 'askCity', { until, reason: '等待配件' });
    story.does({ kind: 'partner' }, 'cityExtended', { cityDue: until }).does(dispatcher, 'grantExtension');
    expect([story.due('handle'), story.due('whole')]).toEqual(['2026-03-11 18:00', '2026-03-12 18:00']);
  });

  it('where the city’s deadline set the time, the district has no more of it to give', () => {
    const cityDue = Date.parse('2026-03-04T12:00:00+08:00');
    const story = signed({ channel: 'city', cityNumber: 'S1', cityDue }).at('2026-03-03 09:00');
    story.does(clerk, 'askExtension', { days: 1, reason: '等待配件' });
    expect(story.refusal(dispatcher, 'grantExtension')).toBe('case.beyondCity');
  });

  it('a clock that ends less than a second before the city’s deadline takes none of an extension that others take', () => {
    const brief = storyWorld([base, hotline], { parameters: { 'hotline.handleLimits': { '*': '2工作日' } } });
    const cityDue = Date.parse('2026-03-09T20:00:00.500+08:00');
    const story = signed({ channel: 'city', cityNumber: 'S1', cityDue }, brief);
    const extend = (by: typeof leader) =>
      story.does(clerk, 'askExtension', { days: 1, reason: '等待配件' }).does(by, 'grantExtension');
    extend(dispatcher);
    expect([story.due('handle'), story.due('whole')]).toEqual(['2026-03-05 18:00', '2026-03-09 20:00']);
    extend(leader);
    expect([story.due('handle'), story.due('whole')]).toEqual(['2026-03-06 18:00', '2026-03-09 20:00']);
  });

  it('a deadline moved by the city moves the clocks inside it', () => {
    const cityDue = Date.parse('2026-03-04T12:00:00+08:00');
    const story = signed({ channel: 'city', cityNumber: 'S1', cityDue }).does({ kind: 'partner' }, 'cityExtended', {
      cityDue: Date.parse('2026-03-30T12:00:00+08:00'),
    });
    expect(story.due('city')).toBe('2026-03-30 12:00');
    expect(story.due('handle')).toBe('2026-03-06 18:00');
    expect(signed().refusal({ kind: 'partner' }, 'cityExtended', { cityDue })).toBe('notFromCity');
  });

  it('each stage of a filing condition has a limit of its own, and the last comes before the work is done', () => {
    const gas = storyWorld([base, hotline], { filingLimits: { gas: ['1紧急工作时', '5工作日'] } });
    const story = caseStory(ticket, gas, '2026-03-02 20:00', call)
      .does(acceptor, 'file', { condition: 'gas' })
      .does(dispatcher, 'dispatch', to('water'))
      .does(clerk, 'sign');
    expect(story.due('handle')).toBe('2026-03-02 21:00');
    expect(story.refusal(clerk, 'handled', { handled: '已围护' })).toBe('stagesLeft');
    story.at('2026-03-02 20:40').does(clerk, 'stageDone', { note: '已围护、止漏' });
    expect(story.due('handle')).toBe('2026-03-09 18:00');
    expect(story.refusal(clerk, 'stageDone', { note: '再次' })).toBe('lastStage');
    expect(story.refusal(clerk, 'handled', { handled: '已修复' })).toBeNull();
  });

  it('the clock for contacting the caller stops once the caller was reached, and not before', () => {
    const story = signed();
    expect(story.due('contact')).toBe('2026-03-03 09:00');
    story.does(clerk, 'contact', { reached: false, note: '无人接听' });
    expect(story.clock('contact').phase.kind).toBe('running');
    story.does(clerk, 'contact', { reached: true, note: '已联系' });
    expect(story.clock('contact').phase).toMatchObject({ kind: 'stopped', outcome: 'met' });
    story.does(clerk, 'handled', { handled: '已处置' }).does(verifier, 'verify', { passed: false, verified: '未平' });
    expect(story.clock('contact').phase.kind).toBe('stopped');
    const { phone: _, ...anonymous } = call;
    const silent = caseStory(ticket, world, '2026-03-02 09:00', anonymous)
      .does(acceptor, 'file')
      .does(dispatcher, 'dispatch', to('water'));
    expect(silent.record.clocks.contact).toBeUndefined();
  });
});

describe('a return and its clocks', () => {
  it('pauses the unit’s clock and starts the dispatcher’s; the same unit goes on with what it had left', () => {
    const story = signed().at('2026-03-02 15:00').does(clerk, 'sendBack', { reason: '不属本单位' });
    expect(story.record.state).toBe('filed');
    expect(story.clock('handle').phase.kind).toBe('paused');
    expect(story.due('dispatch')).toBe('2026-03-02 15:15');
    story.at('2026-03-05 09:00').does(dispatcher, 'dispatch', to('water'));
    expect(story.clock('handle')).toMatchObject({ round: 1, phase: { kind: 'running' } });
    expect(story.due('handle')).toBe('2026-03-11 18:00');
  });

  it('another unit starts afresh', () => {
    const story = signed()
      .at('2026-03-02 15:00')
      .does(clerk, 'sendBack', { reason: '不属本单位' })
      .at('2026-03-03 09:00')
      .does(dispatcher, 'dispatch', to('roads'));
    expect(story.clock('handle')).toMatchObject({ round: 2, startedAt: Date.parse('2026-03-03T09:00:00+08:00') });
    expect(story.due('handle')).toBe('2026-03-09 18:00');
    expect(story.record.involved).toEqual(['water', 'roads'].map(idOf));
  });

  it('also when the dispatcher returned it to the acceptor in between', () => {
    const story = signed()
      .does(clerk, 'sendBack', { reason: '事项不清' })
      .does(dispatcher, 'returnToAcceptor', { reason: '事项不清' })
      .does(acceptor, 'file')
      .does(dispatcher, 'dispatch', to('water'));
    expect(story.clock('handle')).toMatchObject({ round: 1, phase: { kind: 'running' } });
  });

  it('a hold or work that came back gives no further day to send back', () => {
    const story = signed()
      .does(clerk, 'askHold', { awaited: '等待到货', until: '2026-03-05' })
      .does(leader, 'grantHold')
      .at('2026-03-05 18:00')
      .does(clerk, 'resume');
    expect(story.refusal(clerk, 'sendBack', { reason: '不属本单位' })).toBe('windowPassed');
  });
});
