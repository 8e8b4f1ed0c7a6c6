import type { CaseRow } from '../../client/index.ts';

/**
 * What is shown while the list changes behind it: rows keep their places and take their new content; what is new waits
 * to be asked for.
 */
export function arrivalsOf(shown: readonly CaseRow[], latest: readonly CaseRow[], complete: boolean) {
  const newer = new Map(latest.map((row) => [row.id, row]));
  const known = new Set(shown.map((row) => row.id));
  const rows = shown.map((row) => {
    const now = newer.get(row.id);
    return now !== undefined && now.version > row.version ? now : row;
  });
  const arrived = latest.filter((row) => !known.has(row.id)).length;
  // Only a list that is known to its end can tell that a row has left it.
  const left = complete ? new Set(shown.filter((row) => !newer.has(row.id)).map((row) => row.id)) : new Set<string>();
  return { rows, arrived, left };
}
