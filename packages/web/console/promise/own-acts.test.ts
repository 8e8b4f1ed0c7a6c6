import { describe, expect, it } from 'vitest';
import { evidenceSent, partsOf, revisionBody } from './own-acts.ts';

describe('evidence', () => {
  it('is sent with its files, photos apart from papers, under the same words', () => {
    expect(evidenceSent('p', { photos: ['a', 'b'], files: ['c'], words: '验收' })).toEqual([
      { path: '/api/promises/p/evidence', body: { kind: 'photo', files: ['a', 'b'], words: '验收' } },
      { path: '/api/promises/p/evidence', body: { kind: 'document', files: ['c'], words: '验收' } },
    ]);
  });

  it('of words alone is a record', () => {
    expect(evidenceSent('p', { words: '会议纪要第 3 条' })).toEqual([
      { path: '/api/promises/p/evidence', body: { kind: 'record', words: '会议纪要第 3 条' } },
    ]);
  });
});

describe('a change asked for', () => {
  const answers = { day: '2026-12-31', number: 2800, text: '改造 28 处', reason: '用地' };

  it('carries a day for a date, a number for a target and words for the rest', () => {
    expect(revisionBody({ ...answers, what: 'due' })).toMatchObject({ new: '2026-12-31' });
    expect(revisionBody({ ...answers, what: 'task:t1:due' })).toMatchObject({ new: '2026-12-31' });
    expect(revisionBody({ ...answers, what: 'indicator:seats:value' })).toMatchObject({ new: 2800 });
    expect(revisionBody({ ...answers, what: 'deliverable' })).toMatchObject({ new: '改造 28 处' });
    expect(revisionBody({ ...answers, what: 'cancelled' })).toMatchObject({ new: true });
  });

  it('is sent without a value where none was given, and the server says what is wrong', () => {
    expect(revisionBody({ what: 'due', reason: '用地' })).toEqual({ what: 'due', new: null, reason: '用地' });
  });
});

describe('a task that is divided', () => {
  it('has a part to a line, each due when the whole is', () => {
    expect(partsOf(' 主体封顶\n\n竣工验收 ', { due: '2026-10-31' })).toEqual([
      { title: '主体封顶', due: '2026-10-31' },
      { title: '竣工验收', due: '2026-10-31' },
    ]);
    expect(partsOf('主体封顶', { due: null })).toEqual([{ title: '主体封顶' }]);
  });
});
