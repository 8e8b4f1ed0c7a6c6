import type { CaseType } from '@huying/kit/case';
import { expectWalks, storyWorld, unitPeople, worker } from '@huying/testing/toy';
import { describe, expect, it } from 'vitest';
import { base } from '../base/index.ts';
import { hotline, ticket } from './index.ts';

const type: CaseType = ticket;
const plan = {
  type,
  world: storyWorld([base, hotline], { filingLimits: { gas: ['1紧急工作时', '5工作日'], well: ['4工作时'] } }),
  people: [
    ...['operator', 'acceptor', 'dispatcher', 'shift-leader', 'verifier', 'callback-officer'].map((role) =>
      worker(role, 'centre'),
    ),
    worker('supervisor', 'hall'),
    ...unitPeople,
    worker('verifier', 'water'),
    { kind: 'system' },
    { kind: 'partner' },
    { kind: 'citizen' },
  ],
  codes: { condition: ['gas', 'well', 'none'] },
} as const;

describe('a ticket, whatever happens to it', () => {
  it('has an owner and a running clock or is at its end, one more version each step, and clocks that its ledger replays', () => {
    expectWalks(plan, ({ record }) => {
      if (type.ends.includes(record.state)) {
        const running = Object.entries(record.clocks).filter(([, { phase }]) => phase.kind === 'running');
        expect(running.map(([name]) => name)).toEqual(['reopenWindow']);
        expect(record.data.answer).toBeDefined();
      }
      const byUnit = ['dispatched', 'handling', 'held', 'done', 'verified', 'callback'];
      if (byUnit.includes(record.state)) expect(record.unit).not.toBeNull();
    });
  });
});
