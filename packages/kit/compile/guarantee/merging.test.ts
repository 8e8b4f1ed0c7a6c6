import { roles, sameBook, withAction } from '@huying/testing/toy';
import { describe, expect, it } from 'vitest';
import { holderOf, theSystem } from '../../access/index.ts';
import type { CaseType, MergingSpec } from '../../case/index.ts';
import { number, text, unit } from '../../field/index.ts';
import { answerGuarantee } from '../answer-guarantee.ts';

const found = (type: CaseType) =>
  answerGuarantee(type, roles)
    .filter(({ rule }) => rule === 'merging')
    .map(({ path }) => path.slice(type.id.length + 1));
const change = (name: string, to: Parameters<typeof withAction>[1]) => withAction(name, to, sameBook);
const spec = (over: Partial<MergingSpec>): CaseType => ({
  ...sameBook,
  merging: { ...(sameBook.merging as MergingSpec), ...over },
});
const desk = holderOf(roles.desk);
const many = number('随寻人数', { min: 0, max: 9 });

describe('merging', () => {
  it('as it should be has nothing against it', () => {
    expect(answerGuarantee(sameBook, roles)).toEqual([]);
  });

  it.each<[string, CaseType, string[]]>([
    ['a question that is not there', spec({ into: 'other' }), ['actions/merge/ask/other']],
    [
      'a question that may be left out',
      change('merge', { ask: { main: text('主件', { max: 9 }) } }),
      ['actions/merge/ask/main'],
    ],
    ['a question that is no text', change('merge', { ask: { main: many.required() } }), ['actions/merge/ask/main']],
    ['a second way into following', change('answer', { to: 'follows' }), ['actions/answer/to']],
    ['a merge that leads elsewhere', change('merge', { to: 'found' }), ['actions/merge/to']],
    ['a separation by the program alone', change('separate', { by: [theSystem] }), ['actions/separate']],
    ['a separation that closes', change('separate', { to: 'closed' }), ['actions/separate']],
    ['an answer that people give', change('answered', { by: [desk] }), ['actions/answered']],
    ['an answer that leaves it open', change('answered', { to: 'asked' }), ['actions/answered']],
    [
      'an answer that may come too often',
      change('answered', { atMost: 'library.sendBackAtMost' }),
      ['actions/answered'],
    ],
    [
      'a return that asks for something',
      change('unanswered', { ask: { why: text('为何', { max: 9 }).required() } }),
      ['actions/unanswered/ask/why'],
    ],
    ['main cases told in some states only', change('joined', { in: ['asked'] }), ['actions/joined']],
    ['main cases that are moved by it', change('left', { to: 'asked' }), ['actions/left']],
    ['main cases that are not told how many', change('joined', { ask: {} }), ['actions/joined']],
    ['a result that the form does not offer', spec({ answers: ['unknown'] }), ['actions/answered/ask/result/unknown']],
    ['no result that answers', spec({ answers: [] }), ['merging/answers']],
    [
      'questions that not every main case answers: here those closed as found may never have had a unit',
      change('answered', {
        ask: {
          ...sameBook.actions.answered?.ask,
          unit: unit('分馆').required(),
          shelf: text('书架', { max: 9 }).required(),
        },
      }),
      ['actions/answered/ask/unit', 'actions/answered/ask/shelf'],
    ],
  ])('with %s is refused', (_, type, paths) => {
    expect(found(type)).toEqual(paths);
  });
});
