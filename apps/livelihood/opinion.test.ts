import type { App } from '@huying/kit/app';
import { defineApp } from '@huying/kit/app';
import { shortcomingsOf } from '@huying/kit/compile';
import { caseStory, storyWorld, worker } from '@huying/testing/toy';
import { describe, expect, it } from 'vitest';
import { base } from '../base/index.ts';
import { opinionEnglish } from './opinion.en.ts';
import { opinion } from './opinion.ts';
import { opinionFacts, opinionMeasures, opinionWorklists } from './opinion-figures.ts';
import { opinionParameters } from './opinion-parameters.ts';

const alone: App = defineApp({
  id: 'opinions',
  name: '征集意见',
  requires: ['base'],
  cases: [opinion],
  parameters: opinionParameters,
  facts: [opinionFacts],
  measures: opinionMeasures,
  worklists: opinionWorklists,
  english: { 'apps/opinions': 'Opinions', ...opinionEnglish },
});
const world = storyWorld([base, alone]);
const office = worker('supervisor', 'hall');
const given = { title: '增设社区食堂', words: '老人吃饭不便。', channel: 'web', year: 2027 };
const open = (over: object = {}) =>
  caseStory(opinion, world, '2026-10-08 09:00', { ...given, phone: '13812345678', ...over });

describe('an opinion', () => {
  it('is declared so that every proposer is answered', () => {
    expect(shortcomingsOf([base, alone])).toEqual([]);
  });

  it('is adopted, merged or not adopted, each with an answer to who gave it', () => {
    expect(open().refusal(office, 'adopt', { domain: 'eldercare' })).toBe('case.asked');
    expect(open().refusal(office, 'decline', { cause: 'funds' })).toBe('case.asked');
    const story = open().does(office, 'adopt', { domain: 'eldercare', answer: '已列为建议项目' });
    expect(story.record).toMatchObject({ state: 'adopted', result: 'adopted' });
    const merged = open().does(office, 'merge', { candidate: 'JY-3', answer: '与第 3 项合并' });
    expect(merged.record.state).toBe('merged');
    const declined = open().does(office, 'decline', { cause: 'already', answer: '今年已安排' });
    expect(declined.record).toMatchObject({ state: 'unadopted', result: 'unadopted' });
  });

  it('whose proposer left no number stays open until a person has told them', () => {
    const { phone: _, ...anonymous } = { ...given, phone: '' };
    const story = caseStory(opinion, world, '2026-10-08 09:00', { ...anonymous, channel: 'cluster', calls: 41 });
    story.does(office, 'merge', { candidate: 'JY-3', answer: '与第 3 项合并' });
    expect(story.record).toMatchObject({ state: 'telling', closedAt: null, result: 'merged' });
    expect(story.due('tell')).toBe('2026-10-15 18:00');
    expect(story.does(office, 'told', { toldBy: 'published' }).record.state).toBe('merged');
  });

  it('is screened within fifteen working days', () => {
    expect(open().due('screen')).toBe('2026-10-29 18:00');
  });

  it('keeps who gave it as personal information', () => {
    expect([opinion.fields.proposer.grading, opinion.fields.phone.grading]).toEqual(['personal', 'personal']);
  });
});
