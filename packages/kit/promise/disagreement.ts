import type { Words } from '../error/index.ts';
import { type Light, severityOf } from './light.ts';
import type { EvidenceState, Official, ScheduleState } from './status.ts';

export const DISAGREEMENTS = {
  doneUnsupported: { zh: '自报完成，没有佐证。', en: 'The unit says it is done; nothing supports it.' },
  doneInPart: {
    zh: '自报完成，佐证只支持一部分。',
    en: 'The unit says it is done; evidence supports only part of it.',
  },
  doneNotDated: {
    zh: '自报完成，时限已过而无完成记录。',
    en: 'The unit says it is done; it is past due and no completion is on record.',
  },
  doneBehind: { zh: '自报完成，数据显示未达进度。', en: 'The unit says it is done; the figures are behind the path.' },
  lateUnsaid: {
    zh: '时限已过，自报仍为推进中或未启动。',
    en: 'It is past due; the unit still says it is under way or not begun.',
  },
  startedUnsaid: { zh: '已有佐证，自报未启动。', en: 'There is evidence; the unit says it has not begun.' },
  doneUnsaid: { zh: '已有完成记录，自报未完成。', en: 'A completion is on record; the unit says it is not done.' },
} as const satisfies Readonly<Record<string, Words>>;

export interface Disagreement extends Words {
  readonly id: keyof typeof DISAGREEMENTS;
}

/**
 * Where what the unit says, what the evidence supports, what the calendar says and the light contradict one another. `basically-done`
 * needs support in part at least. What was cancelled disagrees with nothing.
 * @param schedule  `early`, `on-time` and `late-and-done` mean that a completion is on record
 */
export function disagreements(
  official: Official,
  evidence: EvidenceState,
  schedule: ScheduleState,
  light: Light | null,
): readonly Disagreement[] {
  if (official === 'cancelled') return [];
  const found: (keyof typeof DISAGREEMENTS)[] = [];
  const saysDone = official === 'done' || official === 'basically-done';
  const onRecord = schedule !== 'late' && schedule !== 'not-due';
  if (saysDone && evidence === 'none') found.push('doneUnsupported');
  if (official === 'done' && evidence === 'part') found.push('doneInPart');
  if (saysDone && schedule === 'late') found.push('doneNotDated');
  if (official === 'done' && light !== null && severityOf(light) >= severityOf('yellow')) found.push('doneBehind');
  if ((official === 'under-way' || official === 'not-started') && schedule === 'late') found.push('lateUnsaid');
  if (official === 'not-started' && evidence !== 'none') found.push('startedUnsaid');
  if (!saysDone && onRecord) found.push('doneUnsaid');
  return found.map((id) => ({ id, ...DISAGREEMENTS[id] }));
}
