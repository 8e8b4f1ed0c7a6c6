import type { EvidenceState, Official, ScheduleState } from '../../client/index.ts';
import type { ScreenText } from '../text/index.ts';

/** The three statuses of a promise in words: what the unit says, what the evidence supports, what the calendar says. */

export const OFFICIAL: Readonly<Record<Official, ScreenText>> = {
  'not-started': 'promise.officialNotStarted',
  'under-way': 'promise.officialUnderWay',
  'basically-done': 'promise.officialBasicallyDone',
  done: 'promise.officialDone',
  'not-done': 'promise.officialNotDone',
  cancelled: 'promise.officialCancelled',
};

export const EVIDENCE: Readonly<Record<EvidenceState, ScreenText>> = {
  none: 'promise.evidenceNone',
  part: 'promise.evidencePart',
  full: 'promise.evidenceFull',
};

export const SCHEDULE: Readonly<Record<ScheduleState, ScreenText>> = {
  early: 'promise.scheduleEarly',
  'on-time': 'promise.scheduleOnTime',
  late: 'promise.scheduleLate',
  'late-and-done': 'promise.scheduleLateAndDone',
  'not-due': 'promise.scheduleNotDue',
};

interface Statuses {
  readonly official: Official;
  readonly evidence: EvidenceState;
  readonly schedule: ScheduleState;
  readonly disagrees: boolean;
}

/** Where the three statuses contradict one another, as the server finds, as a sentence; undefined where they agree. */
export function disagreementOf({ official, evidence, schedule, disagrees }: Statuses): ScreenText | undefined {
  if (!disagrees) return undefined;
  const saysDone = official === 'done' || official === 'basically-done';
  if (saysDone && evidence === 'none') return 'promise.doneWithoutEvidence';
  if (official === 'done' && evidence === 'part') return 'promise.doneWithPartEvidence';
  if (official === 'done' && schedule === 'late') return 'promise.doneButLate';
  return 'promise.statusesDisagree';
}
