import type { Instant } from '@huying/kit/calendar';
import type { Basis, ClockPhase, ClockState, Run } from '@huying/kit/clock';

/**
 * A clock as its column holds it: without what the rest of it says already. Most clocks run once and stop in good time, and a case has
 * nine; told in full they are more than half of its row. A clock told in full, as rows of older releases have it, reads the same.
 */
export interface ClockColumn {
  readonly limit: ClockState['limit'];
  /** Only the moment: it is not provisional. */
  readonly promise: ClockState['promise'] | Instant;
  readonly phase: ClockPhase | StoppedColumn;
  /** Left out: that it is counted from where it began. */
  readonly basis?: ClockState['basis'];
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

/** What most clocks have run on since the first of them, word for word. */
const COUNTED: Basis = { since: { zh: '起算', en: 'counted from' } };

function clockToColumn({ limit, basis, promise, phase, ...state }: ClockState): ClockColumn {
  const { firstPromise, runs, extensions, round, startedAt, asOf } = state;
  return {
    limit,
    promise: promise.provisional ? promise : promise.at,
    phase: phaseToColumn(phase, promise),
    ...(isCounted(basis) ? {} : { basis }),
    ...(sameDue(firstPromise, promise) ? {} : { firstPromise }),
    ...(runs.length === 0 ? {} : { runs: runsToColumn(runs, phase) }),
    ...(extensions.length === 0 ? {} : { extensions }),
    ...(round === 1 ? {} : { round }),
    ...(startedAt === (runs[0]?.from ?? momentOf(phase)) ? {} : { startedAt }),
    ...(asOf === momentOf(phase) ? {} : { asOf }),
  };
}

/** A clock out of its column. */
export function clockFromColumn({ limit, phase: told, ...column }: ClockColumn): ClockState {
  const promise = typeof column.promise === 'number' ? { at: column.promise, provisional: false } : column.promise;
  const phase = 'due' in told || told.kind !== 'stopped' ? told : { ...told, due: promise };
  const runs = runsFromColumn(column.runs ?? [], phase);
  return {
    limit,
    extensions: column.extensions ?? [],
    runs,
    phase,
    basis: column.basis ?? COUNTED,
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

function isCounted({ since, rule }: Basis): boolean {
  return rule === undefined && since.zh === COUNTED.since.zh && since.en === COUNTED.since.en;
}

const momentOf = (phase: ClockPhase) => (phase.kind === 'stopped' ? phase.at : phase.since);
const sameDue = (one: ClockState['promise'], other: ClockState['promise']) =>
  one.at === other.at && one.provisional === other.provisional;

function mapped<A, B>(all: Readonly<Record<string, A>>, one: (value: A) => B): Record<string, B> {
  const result: Record<string, B> = {};
  for (const name in all) result[name] = one(all[name] as A);
  return result;
}
