/** The list a case was opened from, so that the page can go on to the next one. */
export interface CaseTrail {
  /** Address of the list. */
  readonly from: string;
  readonly ids: readonly string[];
}

const KEPT = 'huying.trail';

export function keepTrail(trail: CaseTrail, store: Storage = sessionStorage): void {
  store.setItem(KEPT, JSON.stringify({ ...trail, ids: trail.ids.slice(0, 500) }));
}

export function readTrail(store: Pick<Storage, 'getItem'> = sessionStorage): CaseTrail | undefined {
  try {
    const kept: unknown = JSON.parse(store.getItem(KEPT) ?? 'null');
    if (typeof kept !== 'object' || kept === null || !('ids' in kept) || !('from' in kept)) return undefined;
    if (!Array.isArray(kept.ids) || typeof kept.from !== 'string' || !kept.from.startsWith('/')) return undefined;
    return { from: kept.from, ids: kept.ids.filter((id): id is string => typeof id === 'string') };
  } catch {
    return undefined;
  }
}

/** Where a case stands in its list, with its neighbours; undefined when it was not opened from it. */
export function placeInTrail(trail: CaseTrail | undefined, id: string) {
  const index = trail?.ids.indexOf(id) ?? -1;
  if (trail === undefined || index < 0) return undefined;
  return { index, count: trail.ids.length, next: trail.ids[index + 1], previous: trail.ids[index - 1] };
}
