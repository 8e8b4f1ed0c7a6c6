import type { TaskView } from '../../client/index.ts';

export interface TaskNode {
  readonly task: TaskView;
  readonly below: readonly TaskNode[];
  /** Share of the whole promise's weight, 0 to 1; tasks that were cancelled have none. */
  readonly share: number;
}

/** The tasks under one another, each with its share of the whole: weights count beside their sisters, under their parent's share. */
export function taskTree(tasks: readonly TaskView[]): readonly TaskNode[] {
  const known = new Set(tasks.map(({ id }) => id));
  const below = (parent: string | null, share: number): readonly TaskNode[] => {
    const sisters = tasks.filter(
      (task) => (task.parent !== null && known.has(task.parent) ? task.parent : null) === parent,
    );
    const whole = sisters.reduce((sum, task) => sum + weightOf(task), 0);
    return sisters.map((task) => {
      const own = whole === 0 ? 0 : (share * weightOf(task)) / whole;
      return { task, share: own, below: below(task.id, own) };
    });
  };
  return below(null, 1);
}

function weightOf({ state, weight }: TaskView): number {
  return state === 'cancelled' ? 0 : weight;
}

/** Open or reported, and its day is over. */
export function isLate({ state, due }: Pick<TaskView, 'state' | 'due'>, today: string): boolean {
  return due !== null && due < today && state === 'open';
}
