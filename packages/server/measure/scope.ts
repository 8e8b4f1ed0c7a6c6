import { HuyingError } from '@huying/kit/error';
import { type CaseReach, reachSql } from '../access/index.ts';
import type { World } from '../case/index.ts';

/**
 * Whose numbers a reader sees: the district's, those of the units from its own downwards, those of an area. What reaches all cases
 * sees all numbers; a department sees its own.
 */
export type Scope =
  | { readonly sees: 'all' }
  | { readonly sees: 'part'; readonly units: ReadonlySet<string> | null; readonly area: string | null };

/** @throws measure.notYours for whoever reaches no case at all */
export function scopeOf({ reach, post, org }: Pick<World, 'reach' | 'post' | 'org'>, system: boolean): Scope {
  if (system) return { sees: 'all' };
  if (reach.reach !== 'cases' || post === undefined) throw new HuyingError('measure.notYours');
  if (reach.units === 'all' && reach.area === null) return { sees: 'all' };
  const units = reach.units === 'all' ? null : new Set(org.subtree(post.unit).map(({ id }) => id));
  return { sees: 'part', units, area: reach.area };
}

/**
 * The scope within which a number is compared: what a unit took over whole counts with it, though its cases do not become the reader's. Of
 * what was split nobody knows whose part is whose.
 */
export function inheritedScope(scope: Scope, org: World['org']): Scope {
  if (scope.sees === 'all' || scope.units === null) return scope;
  const units = new Set(scope.units);
  for (const one of units) {
    for (const before of org.predecessorsOf(one)) {
      if (org.successorsOf(before.id).length > 1) continue;
      for (const { id } of org.subtree(before.id)) units.add(id);
    }
  }
  return { ...scope, units };
}

/** A condition over facts as `f`, its parameters numbered from `first`. */
export interface Where {
  readonly sql: string;
  readonly params: readonly unknown[];
}

/** The facts that count in a scope. */
export function scopeSql(scope: Scope, first: number): Where {
  if (scope.sees === 'all') return { sql: 'true', params: [] };
  const parts: string[] = [];
  const params: unknown[] = [];
  if (scope.units !== null) {
    parts.push(`f.unit = any($${first}::uuid[])`);
    params.push([...scope.units]);
  }
  if (scope.area !== null) {
    const at = first + params.length;
    parts.push(`f.area >= $${at} and f.area < $${at + 1}`);
    params.push(scope.area, `${scope.area}~`);
  }
  return { sql: parts.join(' and ') || 'true', params };
}

/** Whether the reader may see the case behind a fact: the predicate that every list of cases uses. */
export function visibleSql(reach: CaseReach, system: boolean, first: number): Where {
  return system ? { sql: 'true', params: [] } : reachSql(reach, first);
}
