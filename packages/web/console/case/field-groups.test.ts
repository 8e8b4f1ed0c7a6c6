import { describe, expect, it } from 'vitest';
import type { Definition, FieldView } from '../../client/index.ts';
import { fieldGroups } from './field-groups.ts';

const field = (name: string, kind: FieldView['kind']): FieldView => ({
  name,
  kind,
  label: { zh: name, en: name },
  value: 'x',
  shown: null,
  masked: false,
});
const definition = {
  type: { intake: ['title', 'words', 'channel', 'phone', 'confidential', 'before'] },
} as unknown as Definition;

describe('the fields of a case', () => {
  it('are grouped by what is asked, by whom, whence, and what was done; photos and the title stand elsewhere', () => {
    const fields = [
      field('title', 'text'),
      field('words', 'text'),
      field('handled', 'text'),
      field('channel', 'choice'),
      field('phone', 'phone'),
      field('confidential', 'yesNo'),
      field('before', 'photos'),
      field('place', 'place'),
    ];
    const groups = fieldGroups(fields, definition).map((group) => [group.name, group.fields.map(({ name }) => name)]);
    expect(groups).toEqual([
      ['demand', ['words']],
      ['caller', ['phone', 'confidential']],
      ['handling', ['handled']],
      ['source', ['channel']],
    ]);
  });

  it('leave no empty group', () => {
    expect(fieldGroups([field('words', 'text')], undefined).map(({ name }) => name)).toEqual(['demand']);
  });
});
