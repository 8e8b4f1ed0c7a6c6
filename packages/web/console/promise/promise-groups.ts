import type { PromiseRow } from '../../client/index.ts';
import { LIGHTS, lightOf, type Shown } from './lights.ts';

/** What the year is put in order by. */
export const GROUPINGS = ['leader', 'section', 'kind', 'unit', 'none'] as const;
export type Grouping = (typeof GROUPINGS)[number];

export const ORDERS = ['number', 'light', 'due'] as const;
export type Order = (typeof ORDERS)[number];

type Row = Pick<PromiseRow, 'leader' | 'section' | 'kind' | 'lead' | 'light' | 'due' | 'number' | 'title'>;

export interface PromiseGroup<R> {
  readonly key: string;
  /** '' for those that have none. */
  readonly name: string | PromiseRow['kind']['label'];
  readonly rows: readonly R[];
}

/** The promises under their headings, in the order in which the headings first come up; those without one come last. */
export function groupsOf<R extends Row>(rows: readonly R[], by: Grouping): readonly PromiseGroup<R>[] {
  const groups = new Map<string, { name: PromiseGroup<R>['name']; rows: R[] }>();
  for (const row of rows) {
    const { key, name } = headingOf(row, by);
    const group = groups.get(key) ?? { name, rows: [] };
    group.rows.push(row);
    groups.set(key, group);
  }
  const inOrder = [...groups].map(([key, group]) => ({ key, ...group }));
  return [...inOrder.filter(({ key }) => key !== ''), ...inOrder.filter(({ key }) => key === '')];
}

function headingOf(row: Row, by: Grouping): { readonly key: string; readonly name: PromiseGroup<Row>['name'] } {
  switch (by) {
    case 'leader':
      return { key: row.leader?.post ?? '', name: row.leader?.name ?? '' };
    case 'section':
      return { key: row.section ?? '', name: row.section ?? '' };
    case 'kind':
      return { key: row.kind.id, name: row.kind.label };
    case 'unit':
      return { key: row.lead?.id ?? '', name: row.lead?.name ?? '' };
    case 'none':
      return { key: '', name: '' };
    default:
      return by satisfies never;
  }
}

/** Whether the reader is shown lights and figures at all: those who see what is published may be shown neither. */
export function areMeasured(rows: readonly Pick<PromiseRow, 'light' | 'rate' | 'path'>[]): boolean {
  return rows.length === 0 || rows.some(({ light, rate, path }) => light !== null || rate !== null || path.length > 0);
}

/**
 * How many stand at each light; those that have no data are counted as well, so that the counts add up to all whose light the reader is shown
 * (of others not even a path is, where paths are shown at all).
 */
export function countsByLight(
  rows: readonly (Pick<PromiseRow, 'light'> & Partial<Pick<PromiseRow, 'path'>>)[],
): readonly (readonly [Shown, number])[] {
  const counts = new Map<Shown, number>();
  const pathsShown = rows.some(({ path = [] }) => path.length > 0);
  const shown = pathsShown ? rows.filter(({ path }) => path?.length !== 0) : rows;
  for (const { light } of shown) counts.set(lightOf(light), (counts.get(lightOf(light)) ?? 0) + 1);
  return LIGHTS.flatMap((light) => {
    const count = counts.get(light);
    return count === undefined ? [] : [[light, count] as const];
  });
}

/** By number as in the plan, the gravest light first, or the next due first; what has no date comes last. */
export function inOrder<R extends Row>(rows: readonly R[], order: Order): readonly R[] {
  const byNumber = (a: R, b: R) => (a.number < b.number ? -1 : a.number > b.number ? 1 : 0);
  switch (order) {
    case 'number':
      return rows.toSorted(byNumber);
    case 'light':
      return rows.toSorted(
        (a, b) => LIGHTS.indexOf(lightOf(a.light)) - LIGHTS.indexOf(lightOf(b.light)) || byNumber(a, b),
      );
    case 'due':
      return rows.toSorted((a, b) => compareDays(a.due, b.due) || byNumber(a, b));
    default:
      return order satisfies never;
  }
}

function compareDays(a: string | null, b: string | null): number {
  if (a === b) return 0;
  if (a === null) return 1;
  if (b === null) return -1;
  return a < b ? -1 : 1;
}
