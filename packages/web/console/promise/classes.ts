import type { PromiseRow } from '../../client/index.ts';

/** The classes that are told apart on a map and a leader's board. */
export type PromiseClass = 'livelihood' | 'project' | 'other';

export function classOf({ kind }: Pick<PromiseRow, 'kind'>): PromiseClass {
  if (kind.id.startsWith('livelihood')) return 'livelihood';
  return kind.id.includes('project') ? 'project' : 'other';
}

/** The stages in which the unit has said its word and another has to look. */
const AWAITING = ['completed', 'reported', 'verifying'];

export function isAwaitingVerification({ state }: Pick<PromiseRow, 'state'>): boolean {
  return AWAITING.includes(state.id);
}
