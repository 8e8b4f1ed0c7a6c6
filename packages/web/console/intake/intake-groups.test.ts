import { choice, options, personName, phone, photos, place, text } from '@huying/kit/field';
import { describe, expect, it } from 'vitest';
import type { Question } from '../form/question.ts';
import { intakeGroups } from './intake-groups.ts';

const question = (name: string, field: Question['field']): Question => ({
  name,
  field,
  label: { zh: name, en: name },
  options: [],
  help: undefined,
  under: '',
});

describe('the questions of intake', () => {
  it('begin with the number that is calling', () => {
    const questions = [
      question('title', text('标题', { max: 80 })),
      question('channel', choice('渠道', options({ phone: '来电' }))),
      question('place', place('地点')),
      question('caller', personName('来电人')),
      question('phone', phone('电话')),
      question('before', photos('照片', { max: 9 })),
    ];
    expect(intakeGroups(questions).map(([group, own]) => [group, own.map(({ name }) => name)])).toEqual([
      ['who', ['phone', 'caller']],
      ['what', ['title']],
      ['where', ['place', 'before']],
      ['more', ['channel']],
    ]);
  });
});
