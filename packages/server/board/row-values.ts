import type { RowGrain } from '@huying/kit/board';
import type { Frame } from './frame.ts';

/**
 * Which values a breakdown has on a board: of the district all there are, of a unit those right below it, of a street the cells it
 * consists of. `values` absent asks for all.
 */
export function valuesWithin(
  { board, subject, world, now }: Pick<Frame, 'board' | 'subject' | 'world' | 'now'>,
  rows: RowGrain,
): { readonly values?: readonly string[] } {
  if (board.of === 'district' || subject === null) return {};
  if (rows === 'unit') return { values: world.org.children(subject.id).map(({ id }) => id) };
  if (rows === 'cell' && subject.area !== null) return { values: cellsOf(world.registry, subject.area, now) };
  return {};
}

function cellsOf(registry: Frame['world']['registry'], area: string, now: number): readonly string[] {
  const below = registry.children('area', area, now).flatMap(({ code }) => {
    const cells = registry.children('area', code, now).map((cell) => cell.code);
    return cells.length === 0 ? [code] : cells;
  });
  return below.length === 0 ? [area] : below;
}
