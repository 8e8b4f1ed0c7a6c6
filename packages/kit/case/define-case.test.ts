import { lostBook, roles } from '@huying/testing/toy';
import { describe, expect, it } from 'vitest';
import { defineRoles, holderOf } from '../access/index.ts';
import { eq, property } from '../condition/index.ts';
import { text } from '../field/index.ts';
import { type CaseType, defineCase } from './case-type.ts';

const spec = {
  id: 'small',
  name: '小',
  numberPrefix: 'S',
  fields: { title: text('标题', { max: 10 }) },
  roles: { title: 'title', place: 'title', matter: 'title' },
  intake: ['title'],
  openedBy: [holderOf(roles.desk)],
  states: { open: '开', shut: '关' },
  ends: ['shut'],
  opens: 'open',
  closedFrom: [],
  results: { done: '完成' },
  closingDemands: [],
  owner: { open: holderOf(roles.desk) },
  requests: { more: { label: '申请', owner: holderOf(roles.desk) } },
  clocks: { whole: { label: '全程', limit: { from: 'parameter', name: 'a.b' }, runs: ['open'], rungs: [] } },
  actions: { shut: { label: '关', in: ['open'], to: 'shut', by: [holderOf(roles.desk)] } },
} as const;

describe('names are inferred, so that a typo does not compile', () => {
  it('a declared case is a case type', () => {
    const type: CaseType = defineCase(spec);
    expect(type.id).toBe('small');
    expect((lostBook satisfies CaseType).opens).toBe('asked');
  });

  it('of fields', () => {
    // @ts-expect-error no such field
    defineCase({ ...spec, intake: ['titel'] });
    // @ts-expect-error no such field
    defineCase({ ...spec, roles: { ...spec.roles, title: 'titel' } });
    // @ts-expect-error no such field
    defineCase({ ...spec, closingDemands: ['answer'] });
    // @ts-expect-error no such field
    defineCase({ ...spec, conceals: [{ fields: ['caller'], from: 'handlingSide' }] });
    const limit = { from: 'table', name: 'a.b', by: 'titel' } as const;
    // @ts-expect-error no such field
    defineCase({ ...spec, clocks: { whole: { ...spec.clocks.whole, limit } } });
  });

  it('of states', () => {
    // @ts-expect-error no such state
    defineCase({ ...spec, opens: 'opne' });
    // @ts-expect-error a case does not open in an end
    defineCase({ ...spec, opens: 'shut' });
    // @ts-expect-error an open state without owner
    defineCase({ ...spec, owner: {} });
    // @ts-expect-error no such state
    defineCase({ ...spec, actions: { shut: { ...spec.actions.shut, in: ['opne'] } } });
    // @ts-expect-error no such state
    defineCase({ ...spec, actions: { shut: { ...spec.actions.shut, to: 'shutt' } } });
    // @ts-expect-error no such state
    defineCase({ ...spec, clocks: { whole: { ...spec.clocks.whole, runs: ['opne'] } } });
  });

  it('of roles', () => {
    // @ts-expect-error no such role
    expect(() => holderOf(roles.desc)).toThrow();
    // @ts-expect-error escalates to no role
    defineRoles({ desk: { name: '服务台', reach: { queue: 'all', area: 'any' }, escalatesTo: 'haed' } });
  });

  it('of results, clocks, applications and actions', () => {
    // @ts-expect-error no such result
    defineCase({ ...spec, actions: { shut: { ...spec.actions.shut, effects: [{ do: 'result', is: 'dnoe' }] } } });
    // @ts-expect-error no such clock
    defineCase({ ...spec, actions: { shut: { ...spec.actions.shut, effects: [{ do: 'meet', clock: 'hwole' }] } } });
    // @ts-expect-error no such application
    defineCase({ ...spec, actions: { shut: { ...spec.actions.shut, effects: [{ do: 'open', request: 'moer' }] } } });
    const rungs = [{ name: 'ended', at: 1, do: 'act', action: 'shtu' }] as const;
    // @ts-expect-error no such action
    defineCase({ ...spec, clocks: { whole: { ...spec.clocks.whole, rungs } } });
  });

  it('of facts in conditions', () => {
    const barred = <const Name extends string>(name: Name) => ({
      ...spec.actions.shut,
      guards: [{ name: 'g', barredWhen: eq(property(name), true), because: '不可' }],
    });
    defineCase({ ...spec, actions: { shut: barred('clock.whole.late') } });
    defineCase({ ...spec, actions: { shut: barred('count.shut') } });
    // @ts-expect-error no such field
    defineCase({ ...spec, actions: { shut: barred('data.titel') } });
    // @ts-expect-error no such clock
    defineCase({ ...spec, actions: { shut: barred('clock.hwole.late') } });
    // @ts-expect-error no such action
    defineCase({ ...spec, actions: { shut: barred('count.shtu') } });
    // @ts-expect-error no such application
    defineCase({ ...spec, actions: { shut: barred('pending.moer') } });
    // @ts-expect-error no such fact
    defineCase({ ...spec, actions: { shut: barred('stat') } });
  });

  it('the last branch has no condition, so that every case goes somewhere', () => {
    const when = eq(property('data.title'), 'a');
    defineCase({ ...spec, actions: { shut: { ...spec.actions.shut, to: [{ when, to: 'open' }, { to: 'shut' }] } } });
    // @ts-expect-error all conditions may be false
    defineCase({ ...spec, actions: { shut: { ...spec.actions.shut, to: [{ when, to: 'shut' }] } } });
  });
});
