import type { Acting } from '@huying/kit/access';
import type { CaseType } from '@huying/kit/case';
import { type CaseStory, storyWorld, walkCase, worker } from '@huying/testing/toy';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { base } from '../base/index.ts';
import { proposal, proposals } from './index.ts';

const type: CaseType = proposal;
const people: readonly Acting[] = [
  worker('supervisor', 'hall'),
  ...['water', 'roads'].flatMap((unit) => ['unit-clerk', 'unit-head', 'handler'].map((role) => worker(role, unit))),
  { kind: 'system' },
];
const plan = {
  type,
  world: storyWorld([base, proposals]),
  people,
  start: Date.parse('2026-03-02T09:00:00+08:00'),
  units: ['water', 'roads'],
  handlers: ['handler@water', 'handler@roads'],
};
/** Walks that together pass through every state; as many again are drawn by chance. */
const KNOWN = Array.from({ length: 20 }, (_, at) => (at + 1) * 268_435_399);

/** What must hold of every proposal at any time. */
function check({ record, steps }: CaseStory): void {
  expect(record.version).toBe(steps.length);
  const isEnd = type.ends.includes(record.state);
  expect(type.owner[record.state] !== undefined).toBe(!isEnd);
  const running = Object.entries(record.clocks).filter(([, { phase }]) => phase.kind === 'running');
  if (isEnd) {
    expect(running).toEqual([]);
    expect(record.requests).toEqual({});
    expect(['a', 'b', 'c', 'd']).toContain(record.result);
    expect(record.data.answerNumber).toBeDefined();
  } else {
    expect(running.some(([name]) => 'rungs' in (type.clocks[name] ?? {}))).toBe(true);
  }
  if (['replied', 'tracking'].includes(record.state)) expect(record.result).not.toBeNull();
  if (record.state === 'tracking') expect(['b', 'c']).toContain(record.result);
}

describe('a proposal, whatever happens to it', () => {
  it('has an owner and a running clock or is at its end with a class of result, and clocks that its ledger replays', () => {
    const reached = new Set<string>();
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 0xffff_ffff }), (seed) => {
        const story = walkCase(plan, seed, 40, (standing) => {
          check(standing);
          reached.add(standing.record.state);
        });
        expect(story.replayed()).toEqual(story.record.clocks);
      }),
      { numRuns: 2 * KNOWN.length, examples: KNOWN.map((seed): [number] => [seed]) },
    );
    expect([...reached].sort()).toEqual(Object.keys(type.states).sort());
  });
});
