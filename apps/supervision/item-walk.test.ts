import type { CaseType } from '@huying/kit/case';
import { expectWalks, storyWorld, unitPeople, worker } from '@huying/testing/toy';
import { describe, expect, it } from 'vitest';
import { base } from '../base/index.ts';
import { item, supervision } from './index.ts';

const type: CaseType = item;
const plan = {
  type,
  world: storyWorld([base, supervision]),
  people: [
    worker('supervisor', 'hall'),
    worker('district-leader', 'hall'),
    worker('verifier', 'centre'),
    ...unitPeople,
    { kind: 'system' },
  ],
} as const;

describe('a supervision item, whatever happens to it', () => {
  it('has an owner and a running clock or is at its end, with nothing left open and clocks that its ledger replays', () => {
    expectWalks(plan, ({ record }) => {
      if (!type.ends.includes(record.state)) return expect(record.closedAt).toBeNull();
      expect(record.data.conclusion).toBeDefined();
      expect(record.parts.filter((part) => part.mandatory && part.answeredAt === null && !part.waived)).toEqual([]);
    });
  });
});
