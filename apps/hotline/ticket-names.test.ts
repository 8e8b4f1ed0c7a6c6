import { holderOf } from '@huying/kit/access';
import { defineCase } from '@huying/kit/case';
import { eq } from '@huying/kit/condition';
import { describe, expect, it } from 'vitest';
import { role } from '../base/index.ts';
import { ticket } from './index.ts';
import { fact, type TicketActions } from './ticket-names.ts';

const action = { label: '催办', in: ['filed'], by: [holderOf(role.operator)] } as const satisfies TicketActions[string];

describe('the parts of the ticket keep its names', () => {
  it('of states, results, clocks and applications, where an action is written down', () => {
    // @ts-expect-error no such state
    ({ ...action, in: ['filled'] }) satisfies TicketActions[string];
    // @ts-expect-error no such state
    ({ ...action, to: 'close' }) satisfies TicketActions[string];
    // @ts-expect-error no such result
    ({ ...action, effects: [{ do: 'result', is: 'fixd' }] }) satisfies TicketActions[string];
    // @ts-expect-error no such clock
    ({ ...action, effects: [{ do: 'nextStage', clock: 'handel' }] }) satisfies TicketActions[string];
    // @ts-expect-error no such application
    ({ ...action, effects: [{ do: 'settle', request: 'pres' }] }) satisfies TicketActions[string];
    // @ts-expect-error no such role
    expect(() => holderOf(role.operater)).toThrow();
  });

  it('of facts', () => {
    const guards = <const Name extends string>(name: Name) => [
      { name: 'g', barredWhen: eq(fact(name), true), because: '不可' },
    ];
    ({ ...action, guards: guards('data.phone') }) satisfies TicketActions[string];
    // @ts-expect-error no such field
    ({ ...action, guards: guards('data.phon') }) satisfies TicketActions[string];
    // @ts-expect-error no such clock
    ({ ...action, guards: guards('clock.handel.late') }) satisfies TicketActions[string];
    // @ts-expect-error no such application
    ({ ...action, guards: guards('pending.extenson') }) satisfies TicketActions[string];
  });

  it('and of actions, where the parts come together', () => {
    const guards = [{ name: 'g', barredWhen: eq(fact('count.dispach'), 1), because: '不可' }];
    // @ts-expect-error no such action
    defineCase({ ...ticket, actions: { ...ticket.actions, urge: { ...action, guards } } });
    const rungs = [{ name: 'resumed', at: 1, do: 'act', action: 'resum' }] as const;
    // @ts-expect-error no such action
    defineCase({ ...ticket, clocks: { ...ticket.clocks, hold: { ...ticket.clocks.hold, rungs } } });
    expect(defineCase(ticket)).toBe(ticket);
  });
});
