import { describe, expect, it } from 'vitest';
import type { StoryStep } from '../../client/index.ts';
import { isRun, storyRuns } from './story-runs.ts';

const step = (kind: string, id: number, on: string | null = null): StoryStep => ({
  kind,
  id: `${kind}${id}`,
  on,
  words: { zh: `${id}`, en: `${id}` },
  to: null,
});
const many = (kind: string, count: number) => Array.from({ length: count }, (_, at) => step(kind, at));

describe('the story of a long project', () => {
  it('tells many of a kind in a row in one line, and nothing is lost by it', () => {
    const steps = [step('promise', 1), ...many('site', 12), ...many('bulletin', 8)];
    const told = storyRuns(steps);
    expect(told.map((one) => (isRun(one) ? `${one.steps.length} ${one.kind}` : one.id))).toEqual([
      'promise1',
      '12 site',
      '8 bulletin',
    ]);
    expect(told.flatMap((one) => (isRun(one) ? one.steps : [one]))).toEqual(steps);
  });

  it('leaves three of a kind as they are', () => {
    const steps = [...many('site', 3), step('evaluation', 1)];
    expect(storyRuns(steps)).toEqual(steps);
  });

  it('does not reach over what stands between two runs', () => {
    const told = storyRuns([...many('bulletin', 4), step('appendix', 1), ...many('bulletin', 2)]);
    expect(told.map((one) => isRun(one))).toEqual([true, false, false, false]);
  });

  it('says from when to when, whatever their order and though some have no day', () => {
    const days = ['2026-09-30', null, '2026-03-01', '2026-06-30'];
    const [run] = storyRuns(days.map((on, at) => step('site', at, on)));
    expect(run).toMatchObject({ from: '2026-03-01', to: '2026-09-30' });
    expect(storyRuns(many('site', 4))[0]).toMatchObject({ from: null, to: null });
  });
});
