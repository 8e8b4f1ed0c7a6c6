import { coversArea, type Role } from '@huying/kit/access';
import type { Predicate } from '../../access/index.ts';
import type { HeldPost, OrgView } from '../../org/index.ts';

/**
 * Whose promises somebody may read. `units` are the units whose promises count as theirs, or everybody's; `area` a code that the
 * promise's place must lie in, null for anywhere; `published` only what was published, whoever's it is.
 */
export type PromiseReach =
  | { readonly reach: 'none' }
  | { readonly reach: 'published' }
  | { readonly reach: 'promises'; readonly units: 'all' | readonly string[]; readonly area: string | null };

/** What a promise shows of itself to whoever asks whether it is within reach. */
export interface Reached {
  readonly area: string | null;
  /** Units that lead it, assist in it, are asked, or have a part of the work. */
  readonly involved: readonly string[];
  readonly publishedAt: number | null;
}

/**
 * What a post reaches by its role. Without a post nothing is reached. A unit's promises are those it and the units below it have to do
 * with, and those of the units above it, as with cases.
 */
export function promiseReachOf(
  post: HeldPost | undefined,
  roles: Readonly<Record<string, Role>>,
  org: Pick<OrgView, 'subtree' | 'line'>,
): PromiseReach {
  const role = post === undefined ? undefined : roles[post.role];
  if (post === undefined || role === undefined) return { reach: 'none' };
  const whose = role.promises ?? (role.reach.queue === 'none' ? 'published' : role.reach.queue);
  if (whose === 'published') return { reach: 'published' };
  const area = role.reach.area === 'any' ? null : post.area;
  if (whose === 'all') return { reach: 'promises', units: 'all', area };
  const units = new Set([...org.subtree(post.unit), ...org.line(post.unit)].map((unit) => unit.id));
  return { reach: 'promises', units: [...units], area };
}

/** Whether one promise lies within a reach: for every single read, and for links. */
export function admitsPromise(reach: PromiseReach, promise: Reached): boolean {
  switch (reach.reach) {
    case 'none':
      return false;
    case 'published':
      return promise.publishedAt !== null;
    case 'promises': {
      const { units } = reach;
      return (
        coversArea(reach.area, promise.area) &&
        (units === 'all' || promise.involved.some((unit) => units.includes(unit)))
      );
    }
    default:
      return reach satisfies never;
  }
}

/** The same predicate in SQL over the promise table as `p`, its parameters numbered from `first`: for lists, counts, maps and documents alike. */
export function promiseReachSql(reach: PromiseReach, first: number): Predicate {
  switch (reach.reach) {
    case 'none':
      return { sql: 'false', params: [] };
    case 'published':
      return { sql: 'p.published_at is not null', params: [] };
    case 'promises': {
      const parts: string[] = [];
      const params: unknown[] = [];
      if (reach.area !== null) {
        parts.push(`p.area >= $${first} and p.area < $${first + 1}`);
        // Codes are ASCII letters, digits and hyphens; '~' sorts after all of them, by bytes.
        params.push(reach.area, `${reach.area}~`);
      }
      if (reach.units !== 'all') {
        parts.push(`p.involved && $${first + params.length}::uuid[]`);
        params.push(reach.units);
      }
      return { sql: parts.length === 0 ? 'true' : parts.join(' and '), params };
    }
    default:
      return reach satisfies never;
  }
}
