import type { PromiseRow } from '../../client/index.ts';
import { LIGHTS, lightOf, type Shown } from './lights.ts';
import { GROUPINGS, type Grouping, ORDERS, type Order } from './promise-groups.ts';

/** What the year at a glance shows and how; '' and [] narrow nothing. */
export interface GlanceFilter {
  readonly by: Grouping;
  readonly order: Order;
  readonly kind: string;
  readonly unit: string;
  readonly leader: string;
  readonly lights: readonly Shown[];
  readonly official: string;
  /** Only those whose statuses contradict one another. */
  readonly disagrees: boolean;
  readonly words: string;
}

export const NO_GLANCE_FILTER: GlanceFilter = {
  by: 'leader',
  order: 'number',
  kind: '',
  unit: '',
  leader: '',
  lights: [],
  official: '',
  disagrees: false,
  words: '',
};

/** The filter written in the address of the page; what cannot be read narrows nothing. */
export function glanceFilterOf(search: URLSearchParams): GlanceFilter {
  const of = (name: string) => search.get(name) ?? '';
  const lights = of('light').split(',');
  return {
    by: GROUPINGS.find((one) => one === of('by')) ?? NO_GLANCE_FILTER.by,
    order: ORDERS.find((one) => one === of('order')) ?? NO_GLANCE_FILTER.order,
    kind: of('kind'),
    unit: of('unit'),
    leader: of('leader'),
    lights: LIGHTS.filter((light) => lights.includes(light)),
    official: of('official'),
    disagrees: of('disagrees') === '1',
    words: of('q'),
  };
}

/** The same as parameters of an address, without what says nothing. */
export function searchOfGlance(filter: GlanceFilter): Record<string, string> {
  const { words, lights, disagrees, by, order, ...plain } = filter;
  const all = {
    ...plain,
    by: by === NO_GLANCE_FILTER.by ? '' : by,
    order: order === NO_GLANCE_FILTER.order ? '' : order,
    light: lights.join(','),
    disagrees: disagrees ? '1' : '',
    q: words,
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ''));
}

export function isNarrowed(filter: GlanceFilter): boolean {
  const { by, order, ...rest } = filter;
  return Object.values(rest).some((value) =>
    Array.isArray(value) ? value.length > 0 : value !== '' && value !== false,
  );
}

/** Those that are left; `but` leaves one of the questions out, so that its own counts can be told. */
export function narrowed<
  R extends Pick<PromiseRow, 'kind' | 'lead' | 'leader' | 'light' | 'official' | 'disagrees' | 'title' | 'number'>,
>(rows: readonly R[], filter: GlanceFilter, but?: 'lights'): readonly R[] {
  const words = filter.words.trim().toLowerCase();
  return rows.filter(
    (row) =>
      (filter.kind === '' || row.kind.id === filter.kind) &&
      (filter.unit === '' || row.lead?.id === filter.unit) &&
      (filter.leader === '' || row.leader?.post === filter.leader) &&
      (filter.official === '' || row.official === filter.official) &&
      (!filter.disagrees || row.disagrees) &&
      (but === 'lights' || filter.lights.length === 0 || filter.lights.includes(lightOf(row.light))) &&
      (words === '' || row.title.toLowerCase().includes(words) || row.number.toLowerCase().includes(words)),
  );
}
