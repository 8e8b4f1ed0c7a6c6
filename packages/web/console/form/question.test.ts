import { choice, number, options, phone, text, tree, unit, yesNo } from '@huying/kit/field';
import { describe, expect, it } from 'vitest';
import type { Definition } from '../../client/index.ts';
import { draftOf } from './draft.ts';
import { answered, faultsOf, intakeQuestions, questionsOf, sentValues } from './question.ts';

const words = (zh: string, en: string) => ({ zh, en });
const fileAsks = questionsOf([
  { name: 'matter', label: words('事项类别', 'Matter'), field: choice('事项类别', tree('matter')), options: [] },
  {
    name: 'condition',
    label: words('立案条件', 'Filing condition'),
    field: choice('立案条件', tree('condition', { under: 'matter' })).required(),
    options: [],
  },
  { name: 'note', label: words('备注', 'Note'), field: text('备注', { max: 3 }), options: [] },
]);

describe('the questions of an action', () => {
  it('hang under the question that their choices depend on', () => {
    expect(fileAsks.map(({ under }) => under)).toEqual(['', 'matter', '']);
  });

  it('come after the one they hang under, whatever order they are sent in', () => {
    const [matter, condition, note] = ['matter', 'condition', 'note'].map((name) => ({
      name,
      label: words(name, name),
      field: choice(name, tree(name, name === 'condition' ? { under: 'matter' } : {})),
      options: [],
    }));
    if (!matter || !condition || !note) throw new Error('three questions');
    expect(questionsOf([condition, matter, note]).map(({ name }) => name)).toEqual(['matter', 'condition', 'note']);
  });

  it('take an answer back when the one it hangs under changes', () => {
    const answers = { matter: 'a', condition: 'a1', note: 'x' };
    expect(answered(fileAsks, answers, 'matter', 'b')).toEqual({ matter: 'b', note: 'x' });
    expect(answered(fileAsks, answers, 'matter', 'a')).toEqual(answers);
    expect(answered(fileAsks, answers, 'note', '')).toEqual({ matter: 'a', condition: 'a1' });
  });

  it('are checked as the server checks them, in the language of the reader', () => {
    const faults = faultsOf(fileAsks, { note: '一二三四' }, 'zh');
    expect(faults.condition).toBe('请填写立案条件。');
    expect(faults.note).toMatch(/^最多 3 字.现有 4 字。$/);
    expect(faultsOf(fileAsks, { condition: 'a1' }, 'en')).toEqual({});
    expect(faultsOf(fileAsks, {}, 'en')).toEqual({ condition: 'This is required.' });
  });

  it('send what was answered and nothing else', () => {
    const asks = questionsOf([
      { name: 'passed', label: words('是否通过', 'Passed?'), field: yesNo('是否通过').required(), options: [] },
      { name: 'days', label: words('天', 'Days'), field: number('天', { min: 1, max: 9 }), options: [] },
      { name: 'unit', label: words('单位', 'Unit'), field: unit('单位'), options: [] },
    ]);
    expect(sentValues(asks, { passed: false, days: 3, unit: '', stray: 'x' })).toEqual({ passed: false, days: 3 });
  });
});

describe('the questions of opening a case', () => {
  const definition = {
    kind: 'case',
    id: 'ticket',
    type: {
      id: 'ticket',
      intake: ['phone', 'kind'],
      fields: { phone: phone('联系电话'), kind: choice('类型', options({ a: '咨询' })), later: text('后', { max: 5 }) },
    },
    words: {
      'ticket/fields/phone': words('联系电话', 'Telephone'),
      'ticket/fields/kind': words('类型', 'Kind'),
      'ticket/fields/kind/a': words('咨询', 'Consultation'),
    },
  } as unknown as Definition;

  it('are the intake fields in their order, named in both languages', () => {
    expect(intakeQuestions(definition).map(({ name, label, options: codes }) => [name, label.en, codes])).toEqual([
      ['phone', 'Telephone', []],
      ['kind', 'Kind', [{ code: 'a', label: words('咨询', 'Consultation') }]],
    ]);
  });
});

describe('a draft', () => {
  const store = () => {
    const kept = new Map<string, string>();
    return {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
      removeItem: (key: string) => void kept.delete(key),
    };
  };

  it('is kept for one action of one case until it is sent', () => {
    const tab = store();
    draftOf('case-1.dispatch', tab).keep({ note: '半句' });
    expect(draftOf('case-1.dispatch', tab).read()).toEqual({ note: '半句' });
    expect(draftOf('case-2.dispatch', tab).read()).toBeUndefined();
    draftOf('case-1.dispatch', tab).drop();
    expect(draftOf('case-1.dispatch', tab).read()).toBeUndefined();
  });

  it('that cannot be read is none', () => {
    expect(draftOf('x', { ...store(), getItem: () => '{"a":' }).read()).toBeUndefined();
    expect(draftOf('x', { ...store(), getItem: () => '[]' }).read()).toBeUndefined();
  });
});
