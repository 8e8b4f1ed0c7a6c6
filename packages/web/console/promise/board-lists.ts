import { dayNumberOf } from '@huying/kit/calendar';
import type { PromiseRow } from '../../client/index.ts';
import { lightOf } from './lights.ts';

type Row = Pick<
  PromiseRow,
  'due' | 'official' | 'evidence' | 'light' | 'rate' | 'expected' | 'number' | 'disagrees' | 'lead' | 'state'
>;

const SOON = 7;

/** The unit says that something is still to be done. */
export function isOpen({ official }: Pick<PromiseRow, 'official'>): boolean {
  return official === 'not-started' || official === 'under-way' || official === 'basically-done';
}

/** Due on the day read or within the seven days after it, and not done; the next first. */
export function dueSoon<R extends Row>(rows: readonly R[], asOf: string): readonly R[] {
  const today = dayNumberOf(asOf);
  return rows
    .filter((row) => isOpen(row) && row.due !== null)
    .filter(({ due }) => dayNumberOf(due ?? asOf) >= today && dayNumberOf(due ?? asOf) <= today + SOON)
    .toSorted(byDue);
}

/** Due before the day read, and not done; the longest overdue first. */
export function overdue<R extends Row>(rows: readonly R[], asOf: string): readonly R[] {
  return rows.filter((row) => isOpen(row) && row.due !== null && row.due < asOf).toSorted(byDue);
}

/** Said to be done, evidence lacking. */
export function unproven<R extends Row>(rows: readonly R[]): readonly R[] {
  return rows.filter(
    ({ official, evidence }) => (official === 'done' || official === 'basically-done') && evidence !== 'full',
  );
}

/** What is red, those furthest behind their path first. */
export function redOnes<R extends Row>(rows: readonly R[]): readonly R[] {
  return rows
    .filter(({ light }) => lightOf(light) === 'red')
    .toSorted((a, b) => behind(b) - behind(a) || (a.number < b.number ? -1 : 1));
}

function behind({ rate, expected }: Row): number {
  return rate === null || expected === null ? 0 : expected - rate;
}

function byDue(a: Row, b: Row): number {
  if (a.due === b.due) return a.number < b.number ? -1 : 1;
  return (a.due ?? '') < (b.due ?? '') ? -1 : 1;
}

/** Who owns how many of some promises, the most first. */
export function ownersOf<R extends Row>(
  rows: readonly R[],
): readonly { readonly unit: NonNullable<R['lead']>; readonly count: number }[] {
  const owners = new Map<string, { unit: NonNullable<R['lead']>; count: number }>();
  for (const { lead } of rows) {
    if (lead === null) continue;
    const owner = owners.get(lead.id) ?? { unit: lead as NonNullable<R['lead']>, count: 0 };
    owner.count += 1;
    owners.set(lead.id, owner);
  }
  return [...owners.values()].toSorted((a, b) => b.count - a.count);
}
