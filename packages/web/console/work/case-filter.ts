/** What a list is narrowed by; '' is no narrowing. */
export interface CaseFilter {
  /** A case type. */
  readonly type: string;
  readonly state: string;
  readonly kind: string;
  /** A unit, with what is below it. */
  readonly unit: string;
  /** A unit alone. */
  readonly own: string;
  readonly due: DueFilter | '';
  /** Opened within some time: two moments as an ISO 8601 interval, the second not included. */
  readonly opened: string;
  readonly words: string;
}

/** How open cases stand with their times; boards count by the same conditions. */
export type DueFilter = keyof typeof DUE;

const DUE = {
  soon: 'closedAt IS NULL AND due >= now AND due < inOneDay',
  late: 'closedAt IS NULL AND due < now',
  stepLate: 'closedAt IS NULL AND stepDue < now',
} as const;

export const DUE_FILTERS = Object.keys(DUE) as readonly DueFilter[];

export const NO_FILTER: CaseFilter = {
  type: '',
  state: '',
  kind: '',
  unit: '',
  own: '',
  due: '',
  opened: '',
  words: '',
};

/** The filter in the address of the page; what it cannot mean is left out. */
export function filterOf(search: URLSearchParams): CaseFilter {
  const of = (name: string) => search.get(name) ?? '';
  return {
    type: of('type'),
    state: of('state'),
    kind: of('kind'),
    unit: of('unit'),
    own: of('own'),
    due: DUE_FILTERS.find((one) => one === of('due')) ?? '',
    opened: edgesOf(of('opened')) === null ? '' : of('opened'),
    words: of('q'),
  };
}

export function searchOf(filter: CaseFilter): Record<string, string> {
  const { words, ...rest } = filter;
  return Object.fromEntries(Object.entries({ ...rest, q: words }).filter(([, value]) => value !== ''));
}

/** The address of a list narrowed so. */
export function listAddress(worklist: string, filter: Partial<CaseFilter>): string {
  return `/work/${worklist}?${new URLSearchParams(searchOf({ ...NO_FILTER, ...filter }))}`;
}

export function isFiltered(filter: CaseFilter): boolean {
  return Object.values(filter).some((value) => value !== '');
}

/** The two moments of an interval, in UTC; null for what is none. */
export function edgesOf(interval: string): readonly [string, string] | null {
  const [from, until, ...more] = interval.split('/').map((moment) => Date.parse(moment));
  if (from === undefined || until === undefined || more.length > 0) return null;
  if (Number.isNaN(from) || Number.isNaN(until)) return null;
  return [new Date(from).toISOString(), new Date(until).toISOString()];
}

/**
 * The choices of a filter as OGC CQL2 text; undefined where nothing is chosen. Words are not part of it: they are searched; nor is a unit
 * with what is below it, which only the server knows.
 */
export function cqlOf({ type, state, kind, own, due, opened }: CaseFilter): string | undefined {
  const parts = Object.entries({ type, state, kind, unit: own })
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name} = '${value.replaceAll("'", "''")}'`);
  if (due !== '') parts.push(DUE[due]);
  const edges = edgesOf(opened);
  if (edges !== null) parts.push(`openedAt >= TIMESTAMP('${edges[0]}')`, `openedAt < TIMESTAMP('${edges[1]}')`);
  return parts.length === 0 ? undefined : parts.join(' AND ');
}
