/** What a list is narrowed by; '' is no narrowing. */
export interface CaseFilter {
  readonly state: string;
  readonly kind: string;
  readonly unit: string;
  readonly words: string;
}

export const NO_FILTER: CaseFilter = { state: '', kind: '', unit: '', words: '' };

/** The filter in the address of the page. */
export function filterOf(search: URLSearchParams): CaseFilter {
  const of = (name: string) => search.get(name) ?? '';
  return { state: of('state'), kind: of('kind'), unit: of('unit'), words: of('q') };
}

export function searchOf(filter: CaseFilter): Record<string, string> {
  const { words, ...rest } = filter;
  return Object.fromEntries(Object.entries({ ...rest, q: words }).filter(([, value]) => value !== ''));
}

export function isFiltered(filter: CaseFilter): boolean {
  return Object.values(filter).some((value) => value !== '');
}

/** The choices of a filter as OGC CQL2 text; undefined where nothing is chosen. Words are not part of it: they are searched. */
export function cqlOf({ state, kind, unit }: CaseFilter): string | undefined {
  const parts = Object.entries({ state, kind, unit })
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name} = '${value.replaceAll("'", "''")}'`);
  return parts.length === 0 ? undefined : parts.join(' AND ');
}
