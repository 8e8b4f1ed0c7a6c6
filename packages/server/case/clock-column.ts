import type { ClockPhase, ClockState, Run } from '@huying/kit/clock';

/**
 * A clock as its column holds it: without what the rest of it says already. Most clocks run once and stop in good time, and a case has
 * four; told in full they are half of its row, and drive it over the size from which PostgreSQL keeps rows in two places. A clock told
 * in full, as rows of older releases have it, reads the same.
 */
export interface ClockColumn {
  readonly limit: ClockState['limit'];
  readonly basis: ClockState['basis'];
  readonly promise: ClockState['promise'];
  readonly phase: ClockPhase | StoppedColumn;
  /** Left out: the promise, which never moved. */
  readonly firstPromise?: ClockState['firstPromise'];
  /** Left out: none. The last run of a stopped clock leaves out that it ended with the stop, and why. */
  readonly runs?: readonly (Run | Pick<Run, 'from'>)[];
  /** Left out: none. */
  readonly extensions?: ClockState['extensions'];
  /** Left out: the first. */
  readonly round?: number;
  /** Left out: the first run's beginning, or the phase's. */
  readonly startedAt?: ClockState['startedAt'];
  /** Left out: the phase's beginning. */
  readonly asOf?: ClockState['asOf'];
}

/** A stop that told the promise; one that told another due time, or none, says so. */
type StoppedColumn = Omit<Extract<ClockPhase, { kind: 'stopped' }>, 'due'>;

/** The clocks of a case as their column holds them. */
export function clocksToColumn(clocks: Readonly<Record<string, ClockState>>): Record<string, ClockColumn> {
  return mapped(clocks, clockToColumn);
}

/** The clocks of a case, out of their column. */
export function clocksFromColumn(column: Readonly<Record<string, ClockColumn>>): Record<string, ClockState> {
  return mapped(column, clockFromColumn);
}

function clockToColumn({ limit, basis, promise, phase, ...state }: ClockState): ClockColumn {
  const { firstPromise, runs, extensions, round, startedAt, asOf } = state;
  return {
    limit,
    basis,
    promise,
    phase: phaseToColumn(phase, promise),
    ...(sameDue(firstPromise, promise) ? {} : { firstPromise }),
    ...(runs.length === 0 ? {} : { runs: runsToColumn(runs, phase) }),
    ...(extensions.length === 0 ? {} : { extensions }),
    ...(round === 1 ? {} : { round }),
    ...(startedAt === (runs[0]?.from ?? momentOf(phase)) ? {} : { startedAt }),
    ...(asOf === momentOf(phase) ? {} : { asOf }),
  };
}

/** A clock out of its column. */
export function clockFromColumn({ limit, basis, promise, phase: told, ...column }: ClockColumn): ClockState {
  const phase = 'due' in told || told.kind !== 'stopped' ? told : { ...told, due: promise };
  const runs = runsFromColumn(column.runs ?? [], phase);
  return {
    limit,
    extensions: column.extensions ?? [],
    runs,
    phase,
    basis,
    round: column.round ?? 1,
    startedAt: column.startedAt ?? runs[0]?.from ?? momentOf(phase),
    firstPromise: column.firstPromise ?? promise,
    promise,
    asOf: column.asOf ?? momentOf(phase),
  };
}

function phaseToColumn(phase: ClockPhase, promise: ClockState['promise']): ClockColumn['phase'] {
  if (phase.kind !== 'stopped' || phase.due === null || !sameDue(phase.due, promise)) return phase;
  const { due: _, ...column } = phase;
  return column;
}

function runsToColumn(runs: readonly Run[], phase: ClockPhase): readonly (Run | Pick<Run, 'from'>)[] {
  const last = runs.at(-1);
  if (last === undefined || phase.kind !== 'stopped' || last.until !== phase.at || last.why !== phase.outcome)
    return runs;
  return [...runs.slice(0, -1), { from: last.from }];
}

function runsFromColumn(column: NonNullable<ClockColumn['runs']>, phase: ClockPhase): readonly Run[] {
  return column.map((run) => {
    if ('until' in run) return run;
    if (phase.kind === 'stopped') return { from: run.from, until: phase.at, why: phase.outcome };
    throw new Error('A run without an end, of a clock that has not stopped');
  });
}

const momentOf = (phase: ClockPhase) => (phase.kind === 'stopped' ? phase.at : phase.since);
const sameDue = (one: ClockState['promise'], other: ClockState['promise']) =>
  one.at === other.at && one.provisional === other.provisional;

function mapped<A, B>(all: Readonly<Record<string, A>>, one: (value: A) => B): Record<string, B> {
  const result: Record<string, B> = {};
  for (const name in all) result[name] = one(all[name] as A);
  return result;
}
