import { type Party, roleOf } from '@huying/kit/access';
import type { Calendar, Instant } from '@huying/kit/calendar';
import type { CaseRecord, CaseType } from '@huying/kit/case';
import { type ClockState, dueOf, parseLimit, rungInstants } from '@huying/kit/clock';
import type { Timer } from '../clock/index.ts';
import type { Task } from './store.ts';

/**
 * What has to be done to a case now and by whom: the owner of its state, the handler assigned, whoever must decide an
 * application, every unit asked. Each with the due time of that very step.
 */
export function tasksOf(type: CaseType, record: CaseRecord, calendar: Calendar): readonly Task[] {
  if (type.ends.includes(record.state)) return [];
  const tasks: Task[] = [];
  const owner = type.owner[record.state];
  const stepDue = earliestDue(type, record, calendar);
  if (owner !== undefined) tasks.push({ ...whose(owner, record), task: 'state', dueAt: stepDue });
  if (record.handler !== null && owner?.party === 'handlingUnit') {
    tasks.push({ ...nobody, task: 'handler', role: 'handler', post: record.handler, dueAt: stepDue });
  }
  for (const name of Object.keys(record.requests)) {
    const request = type.requests[name];
    if (request === undefined) continue;
    const clock = Object.entries(type.clocks).find(([, spec]) => 'whilePending' in spec && spec.whilePending === name);
    const due = clock === undefined ? null : dueInstant(record.clocks[clock[0]], calendar);
    tasks.push({ ...whose(request.owner, record), task: `request:${name}`, dueAt: due ?? stepDue });
  }
  for (const part of record.parts) {
    if (part.answeredAt !== null || part.waived) continue;
    const due = dueInstant(record.clocks[`part:${part.id}`], calendar);
    tasks.push({ ...nobody, task: `part:${part.id}`, role: 'unit-clerk', unit: part.unit, dueAt: due ?? stepDue });
  }
  return tasks;
}

const nobody = { unit: null, outside: null, post: null, area: null };

function whose(owner: Party, record: CaseRecord): Omit<Task, 'task' | 'dueAt'> {
  const role = roleOf(owner) ?? 'handler';
  switch (owner.party) {
    case 'handlingUnit':
      return { ...nobody, role, unit: record.unit };
    case 'handler':
      return { ...nobody, role, post: record.handler };
    case 'outsideHandlingUnit':
      return { ...nobody, role, outside: record.unit, area: record.area };
    default:
      return { ...nobody, role, area: record.area };
  }
}

/** When the step the case is in is due: the earliest of the clocks that run in its state and somebody answers for. */
function earliestDue(type: CaseType, record: CaseRecord, calendar: Calendar): Instant {
  let earliest = Number.POSITIVE_INFINITY;
  for (const [name, spec] of Object.entries(type.clocks)) {
    if (!('runs' in spec) || !spec.runs.includes(record.state)) continue;
    const due = dueInstant(record.clocks[name], calendar);
    if (due !== null) earliest = Math.min(earliest, due);
  }
  return Number.isFinite(earliest) ? earliest : record.openedAt;
}

function dueInstant(state: ClockState | undefined, calendar: Calendar): Instant | null {
  if (state === undefined || state.phase.kind !== 'running') return null;
  return dueOf(state, calendar)?.at ?? null;
}

/** The rungs that are to fire: of every running clock of the case and of its parts; at an end nobody is urged any more. */
export function timersOf(
  type: CaseType,
  record: CaseRecord,
  calendar: Calendar,
): readonly Pick<Timer, 'clock' | 'round' | 'rung' | 'at'>[] {
  if (type.ends.includes(record.state)) return [];
  return Object.entries(record.clocks).flatMap(([name, state]) => {
    if (state.phase.kind !== 'running') return [];
    const rungs = rungsOf(type, name).map(({ name: rung, at, plus }) => ({
      name: rung,
      at,
      ...(plus === undefined ? {} : { plus: parseLimit(plus).limit }),
    }));
    return rungInstants(state, calendar, rungs).map(({ name: rung, at }) => ({
      clock: name,
      round: state.round,
      rung,
      at,
    }));
  });
}

/** The rungs of a clock by its name; a part's clock is named `part:<id>`. */
export function rungsOf(type: CaseType, clock: string) {
  if (clock.startsWith('part:')) return type.partClock?.rungs ?? [];
  const spec = type.clocks[clock];
  return spec !== undefined && 'rungs' in spec ? spec.rungs : [];
}
