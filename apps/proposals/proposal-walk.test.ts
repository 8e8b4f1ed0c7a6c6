import type { CaseType } from '@huying/kit/case';
import { expectWalks, storyWorld, unitPeople, worker } from '@huying/testing/toy';
import { describe, expect, it } from 'vitest';
import { base } from '../base/index.ts';
import { proposal, proposals } from './index.ts';

const type: CaseType = proposal;
const plan = {
  type,
  world: storyWorld([base, proposals]),
  people: [worker('supervisor', 'hall'), ...unitPeople, { kind: 'system' }],
} as const;

describe('a proposal, whatever happens to it', () => {
  it('has an owner and a running clock or is at its end with a class of result, and clocks that its ledger replays', () => {
    expectWalks(plan, ({ record }) => {
      if (type.ends.includes(record.state)) {
        expect(['a', 'b', 'c', 'd']).toContain(record.result);
        expect(record.data.answerNumber).toBeDefined();
      }
      if (['replied', 'tracking'].includes(record.state)) expect(record.result).not.toBeNull();
      if (record.state === 'tracking') expect(['b', 'c']).toContain(record.result);
    });
  });
});
