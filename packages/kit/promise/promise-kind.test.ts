import { describe, expect, it } from 'vitest';
import { defineRoles, holderOf } from '../access/index.ts';
import { definePromiseKind, type PromiseKind, partiesOf } from './promise-kind.ts';

const { clerk } = defineRoles({ clerk: { name: '经办', reach: { queue: 'unit', area: 'any' } } });
const spec = {
  id: 'toy',
  name: '玩具',
  numberPrefix: 'W',
  states: { open: '办理中', shut: '完成' },
  opens: 'open',
  ends: ['shut'],
  steps: { shut: { label: '完成', from: ['open'], to: 'shut', by: holderOf(clerk), official: 'done' } },
  lights: 'toy',
  completionWords: {
    'not-started': '未启动',
    'under-way': '推进中',
    'basically-done': '基本完成',
    done: '已完成',
    'not-done': '未完成',
    cancelled: '已取消',
  },
} as const;

describe('a kind of promises', () => {
  it('is declared as data', () => {
    const kind: PromiseKind = definePromiseKind(spec);
    expect(kind).toEqual(spec);
    expect(partiesOf(spec.steps.shut)).toEqual([{ party: 'role', role: 'clerk' }]);
    expect(partiesOf({ ...spec.steps.shut, by: [holderOf(clerk)] })).toHaveLength(1);
  });
  it('names of states are inferred, so that a typo does not compile', () => {
    // @ts-expect-error no such state
    definePromiseKind({ ...spec, opens: 'opne' });
    // @ts-expect-error no such state
    definePromiseKind({ ...spec, ends: ['shutt'] });
    // @ts-expect-error no such state
    definePromiseKind({ ...spec, cancelled: 'gone' });
    // @ts-expect-error no such state
    definePromiseKind({ ...spec, steps: { shut: { ...spec.steps.shut, to: 'shutt' } } });
    const { done: _, ...fewer } = spec.completionWords;
    // @ts-expect-error a word for every status
    definePromiseKind({ ...spec, completionWords: fewer });
    expect(fewer).not.toHaveProperty('done');
  });
});
