import type { CaseRecord } from './case-record.ts';
import type { CaseType } from './case-type.ts';

/** True in the states in which a case counts as closed for the citizen: every end, and what the type adds to them. */
export function isClosed(type: CaseType, state: string): boolean {
  return type.ends.includes(state) || type.closedFrom.includes(state);
}

/** True when a step takes a closed case back to work. */
export function reopens(
  type: CaseType,
  before: Pick<CaseRecord, 'state'> | null,
  after: Pick<CaseRecord, 'state'>,
): boolean {
  return before !== null && isClosed(type, before.state) && !isClosed(type, after.state);
}
