import type { Acting } from '@huying/kit/access';
import { type CaseType, isOffered } from '@huying/kit/case';
import fc from 'fast-check';
import { expect } from 'vitest';
import type { CaseStory } from './case-story.ts';
import { type WalkPlan, walkCase } from './case-walk.ts';

/** Walks that together pass through every state; as many again are drawn by chance. */
const KNOWN = Array.from({ length: 28 }, (_, at) => (at + 1) * 268_435_399);

/**
 * Walks a type's cases at random and expects at every step what holds of any case, whatever happens to it; what holds of this type
 * besides, `look` expects. The walks pass through every state.
 */
export function expectWalks(plan: WalkPlan, look: (story: CaseStory) => void): void {
  const { type, people } = plan;
  const reached = new Set<string>();
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 0xffff_ffff }), (seed) => {
      let first: CaseStory['record']['clocks'] | undefined;
      const story = walkCase(plan, seed, 40, (standing) => {
        const { record, steps } = standing;
        first ??= record.clocks;
        reached.add(record.state);
        expectStanding(type, standing);
        look(standing);
        if (steps.length % 6 > 0) return;
        expectRefusals(type, standing, people[(seed + steps.length) % people.length] as Acting);
        expect(standing.replayed()).toEqual(record.clocks);
      });
      expect(story.replayed()).toEqual(story.record.clocks);
      for (const [name, { firstPromise }] of Object.entries(first ?? {})) {
        expect(story.clock(name).firstPromise).toEqual(firstPromise);
      }
    }),
    { numRuns: 2 * KNOWN.length, examples: KNOWN.map((seed): [number] => [seed]) },
  );
  expect([...reached].sort()).toEqual(Object.keys(type.states).sort());
}

/** One more version each step; an owner and a clock that somebody is told of, or an end with a result and nothing asked. */
function expectStanding(type: CaseType, { record, steps }: CaseStory): void {
  expect(record.version).toBe(steps.length);
  const isEnd = type.ends.includes(record.state);
  expect(type.owner[record.state] !== undefined).toBe(!isEnd);
  expect(record.heldUntil !== null).toBe(record.state === 'held');
  const running = Object.entries(record.clocks).flatMap(([name, { phase }]) =>
    phase.kind === 'running' ? [name] : [],
  );
  if (isEnd) {
    expect(running.filter((name) => 'rungs' in (type.clocks[name] ?? {}))).toEqual([]);
    expect(record.requests).toEqual({});
    expect(record.result).not.toBeNull();
    expect(record.closedAt).not.toBeNull();
    return;
  }
  expect(running.some((name) => 'rungs' in (type.clocks[name] ?? {}))).toBe(true);
  for (const name of Object.keys(record.requests)) {
    const clock = Object.entries(type.clocks).find(([, one]) => 'whilePending' in one && one.whilePending === name);
    expect(running).toContain(clock?.[0]);
  }
}

/** What is not offered is refused, and for right or state, number or guard, never for the form. */
function expectRefusals(type: CaseType, story: CaseStory, acting: Acting): void {
  const offers = story.offers(acting);
  for (const [name, action] of Object.entries(type.actions)) {
    const refused = story.refusal(acting, name);
    expect(refused === null || refused === 'case.asked').toBe(offers.includes(name));
    if (!isOffered(type, action, story.record.state)) expect(refused).toBe('case.wrongState');
  }
}
