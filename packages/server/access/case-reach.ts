import { coversArea, type Role, roleOf } from '@huying/kit/access';
import type { CaseType } from '@huying/kit/case';
import type { HeldPost, OrgView } from '../org/index.ts';

/**
 * Which cases somebody may see: whose queue × which area. `units` are the ids of every unit whose cases count as theirs,
 * or everybody's; `area` a code that the place of the case must lie in, null for anywhere.
 * The purpose is what the operation asks for: reading, unmasking, exporting each say it and record it.
 */
export type CaseReach =
  | { readonly reach: 'none' }
  /** Everybody's cases of these types, anywhere, and nothing of any other. */
  | { readonly reach: 'types'; readonly types: readonly string[] }
  | { readonly reach: 'cases'; readonly units: 'all' | readonly string[]; readonly area: string | null };

const NOTHING: CaseReach = { reach: 'none' };

/**
 * What a post reaches by its role. Nobody without a post reaches anything. A unit's queue holds what it and those below it
 * handle or were asked about, and what a unit above it handles, whose case it may be given and may take steps of.
 */
export function reachOf(
  post: HeldPost | undefined,
  roles: Readonly<Record<string, Role>>,
  org: Pick<OrgView, 'subtree' | 'line'>,
  types: readonly Pick<CaseType, 'id' | 'seenBy'>[] = [],
): CaseReach {
  const reach = post === undefined ? undefined : roles[post.role]?.reach;
  if (post === undefined || reach === undefined) return NOTHING;
  if (reach.queue === 'none') {
    const seen = types.filter(({ seenBy = [] }) => seenBy.some((party) => roleOf(party) === post.role));
    return seen.length === 0 ? NOTHING : { reach: 'types', types: seen.map(({ id }) => id) };
  }
  const area = reach.area === 'any' ? null : post.area;
  if (reach.queue === 'all') return { reach: 'cases', units: 'all', area };
  const units = new Set([...org.subtree(post.unit), ...org.line(post.unit)].map((unit) => unit.id));
  return { reach: 'cases', units: [...units], area };
}

/** Whether one case lies within a reach: used for every single read and for links. */
export function admits(
  reach: CaseReach,
  record: { readonly type: string; readonly area: string | null; readonly involved: readonly string[] },
): boolean {
  if (reach.reach === 'none') return false;
  if (reach.reach === 'types') return reach.types.includes(record.type);
  const { units } = reach;
  return (
    coversArea(reach.area, record.area) && (units === 'all' || record.involved.some((unit) => units.includes(unit)))
  );
}

/** A piece of SQL with its parameters, numbered from `first`. */
export interface Predicate {
  readonly sql: string;
  readonly params: readonly unknown[];
}

/**
 * The same predicate in SQL over the case table as `c`, for lists, counts, maps and exports alike. Areas are compared by
 * range and units by equality, which row-level security lets through to the index; `like` it would not.
 */
export function reachSql(reach: CaseReach, first: number): Predicate {
  if (reach.reach === 'none') return { sql: 'false', params: [] };
  if (reach.reach === 'types') return { sql: `c.type = any($${first}::text[])`, params: [reach.types] };
  const parts: string[] = [];
  const params: unknown[] = [];
  if (reach.area !== null) {
    parts.push(`c.area >= $${first + params.length} and c.area < $${first + params.length + 1}`);
    // Codes are ASCII letters, digits and hyphens; '~' sorts after all of them, by bytes, as the column does.
    params.push(reach.area, `${reach.area}~`);
  }
  if (reach.units !== 'all') {
    parts.push(
      `c.id in (select u.case_id from case_unit u where u.tenant = c.tenant and u.unit = any($${first + params.length}::uuid[]))`,
    );
    params.push(reach.units);
  }
  return { sql: parts.length === 0 ? 'true' : parts.join(' and '), params };
}
