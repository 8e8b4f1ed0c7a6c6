import type { Values } from '@huying/kit/case';
import { caseStory, idOf, storyWorld, worker } from '@huying/testing/toy';
import { describe, expect, it } from 'vitest';
import { base } from '../base/index.ts';
import { item, noticeColour, supervision } from './index.ts';

const world = storyWorld([base, supervision]);
const office = worker('supervisor', 'hall');

/** The due time of an item assigned on Monday 2 March 2026. */
function dueOf(given: Values, asked: Values = {}, of = world) {
  return caseStory(item, of, '2026-03-02 09:00', { title: '事项', source: 'other', ...given })
    .does(office, 'register', { source: (given.source as string) ?? 'other' })
    .does(office, 'assign', { unit: idOf('water'), dispatchReason: '交办', ...asked })
    .due('whole');
}

describe('the limit of an item', () => {
  it.each([
    ['promise', '2026-04-01'],
    ['minutes', '2026-03-23'],
    ['document', '2026-04-01'],
    ['instruction', '2026-03-17'],
    ['other', '2026-03-17'],
  ])('from %s counts from the day of assignment, and ends on a working day', (source, day) => {
    expect(dueOf({ source })).toBe(`${day} 18:00`);
  });

  it.each([
    ['urgent', '2026-03-09'],
    ['seven', '2026-03-09'],
    ['major', '2026-04-02'],
  ])('goes by its pace %s where one is given', (pace, day) => {
    expect(dueOf({ source: 'minutes', pace })).toBe(`${day} 18:00`);
  });

  it('is the due time given, before pace and source', () => {
    const due = Date.parse('2026-03-12T12:00:00+08:00');
    expect(dueOf({ source: 'promise', pace: 'urgent', due })).toBe('2026-03-12 12:00');
    expect(dueOf({ source: 'promise' }, { due })).toBe('2026-03-12 12:00');
  });

  it('is the district’s own to set', () => {
    const quick = storyWorld([base, supervision], { parameters: { 'supervision.sourceLimits': { '*': '3日' } } });
    expect(dueOf({ source: 'promise' }, {}, quick)).toBe('2026-03-05 18:00');
  });
});

describe('the first steps', () => {
  it('are to be taken within a day and three, and feedback comes every seven days', () => {
    const story = caseStory(item, world, '2026-03-02 09:00', { title: '事项', source: 'promise' })
      .does(office, 'register', { source: 'promise' })
      .does(office, 'assign', { unit: idOf('water'), dispatchReason: '交办' });
    const clerk = worker('unit-clerk', 'water');
    expect([story.due('sign'), story.due('plan')]).toEqual(['2026-03-03 18:00', '2026-03-05 18:00']);
    story.does(clerk, 'sign').does(clerk, 'begin', { plan: '分三批' });
    expect(story.due('feedback')).toBe('2026-03-09 18:00');
    story.at('2026-03-06 09:00').does(clerk, 'report', { progress: '一批完成', finished: false });
    story.does(office, 'goOn', { note: '继续' });
    expect(story.due('feedback')).toBe('2026-03-13 18:00');
    expect(story.due('whole')).toBe('2026-04-01 18:00');
  });
});

describe('the colour of a notice', () => {
  it('is blue, yellow, red, or what the district says', () => {
    expect((['near', 'behind', 'overdue'] as const).map((level) => noticeColour(level, null))).toEqual([
      'blue',
      'yellow',
      'red',
    ]);
    expect(noticeColour('behind', { behind: 'orange' })).toBe('orange');
    expect(noticeColour('overdue', { behind: 'orange' })).toBe('red');
  });
});
