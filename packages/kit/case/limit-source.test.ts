import { caseStory, idOf, library, lostBook, storyWorld, withAction, withClock, worker } from '@huying/testing/toy';
import { describe, expect, it } from 'vitest';
import { dueOf } from '../clock/index.ts';
import { choice, instant, options } from '../field/index.ts';
import type { CaseType } from './index.ts';

const world = storyWorld([library]);
const desk = worker('desk', 'hall');
const to = { unit: idOf('north') };

/** The toy whose readers may name a day, else its subject sets the limit, else the branch's own. */
const timed: CaseType = {
  ...withClock('whole', {
    limit: {
      from: 'given',
      field: 'wanted',
      otherwise: {
        from: 'table',
        name: 'library.wholeLimits',
        by: 'period',
        otherwise: { from: 'table', name: 'library.wholeLimits', by: 'subject' },
      },
    },
  }),
  fields: {
    ...lostBook.fields,
    wanted: instant('需要时间'),
    period: choice('期限', options({ novel: '短', atlas: '长' })),
  },
  intake: ['title', 'subject', 'wanted', 'period'],
};
const due = (fields: object) =>
  caseStory(timed, world, '2026-03-02 09:00', { title: '地图集', subject: 'novel', ...fields }).due('whole');

describe('a limit', () => {
  it('is the instant given; without one what its table says, and where that field is empty what the next does', () => {
    expect(due({ wanted: Date.parse('2026-03-04T12:00:00+08:00'), period: 'atlas' })).toBe('2026-03-04 12:00');
    expect(due({ period: 'atlas' })).toBe('2026-03-16 18:00');
    expect(due({})).toBe('2026-03-09 18:00');
    expect(due({ subject: 'atlas' })).toBe('2026-03-16 18:00');
  });

  it('may be written in months, which end on the same day', () => {
    const slow = storyWorld([library], { parameters: { 'library.wholeLimits': { '*': '3个月' } } });
    const story = caseStory(lostBook, slow, '2026-03-03 09:00', { title: '地图集', subject: 'novel' });
    expect(story.due('whole')).toBe('2026-06-03 18:00');
  });
});

describe('a clock that is restarted', () => {
  it('runs anew with the limit the case has now, and keeps what was promised first', () => {
    const type = withAction('sendBack', { effects: [{ do: 'restart', clock: 'whole' }] });
    const branch = worker('branch', 'north');
    const story = caseStory(type, world, '2026-03-02 09:00', { title: '地图集', subject: 'novel' });
    const first = story.clock('whole').promise.at;
    story.does(desk, 'dispatch', to).at('2026-03-05 09:00').does(branch, 'sendBack', { reason: '不在本馆' });
    const clock = story.clock('whole');
    expect(clock).toMatchObject({ round: 2, startedAt: Date.parse('2026-03-05T09:00:00+08:00') });
    expect(clock.firstPromise.at).toBe(first);
    expect(dueOf(clock, world.calendar)?.at).toBeGreaterThan(first);
    expect(story.replayed()).toEqual(story.record.clocks);
  });
});
