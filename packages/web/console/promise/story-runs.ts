import type { StoryStep } from '../../client/index.ts';

/** More stations of one kind in a row than this are told in one line. */
const FEW = 3;

/** One kind of station many times in a row: the sites of a long project, the bulletins that named it. */
export interface StoryRun {
  readonly key: string;
  readonly kind: string;
  /** More than `FEW` of them, in the order of the story. */
  readonly steps: readonly StoryStep[];
  /** The first and the last day or instant that is known of them; null where none is. */
  readonly from: string | null;
  readonly to: string | null;
}

/** A story with its long runs folded, in its own order; a few of a kind stay as they are. */
export function storyRuns(steps: readonly StoryStep[]): readonly (StoryStep | StoryRun)[] {
  const alike: StoryStep[][] = [];
  for (const step of steps) {
    const last = alike.at(-1);
    if (last?.[0]?.kind === step.kind) last.push(step);
    else alike.push([step]);
  }
  return alike.flatMap((run): readonly (StoryStep | StoryRun)[] => (run.length > FEW ? [runOf(run)] : run));
}

export function isRun(one: StoryStep | StoryRun): one is StoryRun {
  return 'steps' in one;
}

function runOf(steps: readonly StoryStep[]): StoryRun {
  const days = steps.flatMap(({ on }) => on ?? []).toSorted();
  const { kind = '', id = '' } = steps[0] ?? {};
  return { key: `${kind} ${id}`, kind, steps, from: days[0] ?? null, to: days.at(-1) ?? null };
}
