import type { UnitEntry } from '../../client/index.ts';

export interface UnitLine {
  readonly unit: UnitEntry;
  readonly depth: number;
}

/** Units as a tree reads: each followed by those below it. */
export function inTreeOrder(units: readonly UnitEntry[]): readonly UnitLine[] {
  const below = Map.groupBy(units, ({ parent }) => parent);
  const lines: UnitLine[] = [];
  const visit = (parent: string | null, depth: number) => {
    for (const unit of below.get(parent) ?? []) {
      lines.push({ unit, depth });
      visit(unit.id, depth + 1);
    }
  };
  visit(null, 0);
  return lines;
}
