/** The list a case was opened from, so that the page can go on to the next one. */
export interface CaseTrail {
  /** Address of the list. */
  readonly from: string;
  /** Those that were loaded, in their order. */
  readonly ids: readonly string[];
  /** Whether these are all of the list: otherwise nobody has counted how many there are. */
  readonly whole: boolean;
}

const KEPT = 'huying.trail';
const MOST = 500;

export function keepTrail(trail: CaseTrail, store: Pick<Storage, 'setItem'> = sessionStorage): void {
  const { ids, whole } = trail;
  store.setItem(KEPT, JSON.stringify({ ...trail, ids: ids.slice(0, MOST), whole: whole && ids.length <= MOST }));
}

export function readTrail(store: Pick<Storage, 'getItem'> = sessionStorage): CaseTrail | undefined {
  try {
    const kept: unknown = JSON.parse(store.getItem(KEPT) ?? 'null');
    if (typeof kept !== 'object' || kept === null || !('ids' in kept) || !('from' in kept)) return undefined;
    if (!Array.isArray(kept.ids) || typeof kept.from !== 'string' || !kept.from.startsWith('/')) return undefined;
    const ids = kept.ids.filter((id): id is string => typeof id === 'string');
    return { from: kept.from, ids, whole: 'whole' in kept && kept.whole === true };
  } catch {
    return undefined;
  }
}

/** Where a case stands in its list, with its neighbours; undefined when it was not opened from it. */
export function placeInTrail(trail: CaseTrail | undefined, id: string) {
  const index = trail?.ids.indexOf(id) ?? -1;
  if (trail === undefined || index < 0) return undefined;
  return {
    index,
    loaded: trail.ids.length,
    whole: trail.whole,
    next: trail.ids[index + 1],
    previous: trail.ids[index - 1],
  };
}
