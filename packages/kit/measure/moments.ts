import type { CaseType, Step, Values } from '../case/index.ts';
import { areaOf, isClosed } from '../case/index.ts';
import { applyClock, type ClockState } from '../clock/index.ts';
import type { Moment, Standing } from './facts-after.ts';

/** A row of a case's ledger: what it is called, when it happened, and what it holds. */
export interface LedgerStep {
  readonly what: string;
  readonly at: number;
  readonly body: unknown;
}

/** The moments of a case as its ledger tells them; rows that are neither steps nor move a clock are passed by. */
export function momentsOf(type: CaseType, id: string, ledger: readonly LedgerStep[]): readonly Moment[] {
  const moments: Moment[] = [];
  let standing: Standing | undefined;
  for (const { what, at, body } of ledger) {
    const told = body as Partial<Step>;
    if (told.clocks === undefined) continue;
    const isStep = typeof told.to === 'string';
    if (!isStep && standing === undefined) continue;
    const before: Standing = standing ?? {
      id,
      state: type.opens,
      result: null,
      unit: null,
      area: null,
      openedAt: at,
      closedAt: null,
      data: {},
      clocks: {},
    };
    const clocks = clocksAfter(before.clocks, told.clocks);
    standing = isStep
      ? after(type, before, { ...(told as Step), clocks: told.clocks }, at, clocks)
      : { ...before, clocks };
    moments.push({
      at,
      action: isStep ? what : null,
      from: isStep ? (told.from ?? null) : standing.state,
      asked: told.asked ?? {},
      reopened: before.closedAt !== null && standing.closedAt === null,
      after: standing,
    });
  }
  return moments;
}

function after(type: CaseType, before: Standing, step: Step, at: number, clocks: Standing['clocks']): Standing {
  const own = Object.entries(step.asked ?? {}).filter(([name]) => Object.hasOwn(type.fields, name));
  const data: Values = { ...before.data, ...Object.fromEntries(own) };
  return {
    ...before,
    state: step.to,
    result: step.result,
    unit: step.unit,
    data,
    clocks,
    area: areaOf(type, { data, area: before.area }),
    closedAt: isClosed(type, step.to) ? (before.closedAt ?? at) : null,
  };
}

function clocksAfter(before: Standing['clocks'], events: Step['clocks']): Standing['clocks'] {
  const clocks: Record<string, ClockState> = { ...before };
  for (const [name, moved] of Object.entries(events)) {
    const state = moved.reduce<ClockState | null>(applyClock, clocks[name] ?? null);
    if (state !== null) clocks[name] = state;
  }
  return clocks;
}
