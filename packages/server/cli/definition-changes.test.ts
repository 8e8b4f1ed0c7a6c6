import { apps } from '@huying/apps';
import { compile, type Definition } from '@huying/kit/compile';
import { expect, it } from 'vitest';
import { definitionChanges } from './definition-changes.ts';

const ticket = compile(apps).definitions[0] as Definition;

it('a definition does not differ from itself', () => {
  expect(definitionChanges(ticket, ticket)).toEqual([]);
});

it('what came, what went and what reads otherwise is told in words', () => {
  const { sign: _, ...actions } = ticket.type.actions;
  const { title: __, ...fields } = ticket.type.fields;
  const clocks = { ...ticket.type.clocks, accept: { ...ticket.type.clocks.accept, label: '登记' } };
  const changed = { ...ticket, type: { ...ticket.type, actions, fields, clocks } } as Definition;
  expect(definitionChanges(ticket, changed).map(({ words }) => words)).toEqual([
    { zh: '字段“标题”取消', en: 'Field "Title" is gone' },
    { zh: '操作“签收”取消', en: 'Action "Sign" is gone' },
    { zh: '时钟“受理”的名称由 "受理" 改为 "登记"', en: 'Clock "Accept" label was "受理", is now "登记"' },
  ]);
  expect(definitionChanges(changed, ticket).map(({ words }) => words.zh)).toContain('操作“签收”新增');
});
