import { HuyingError } from '@huying/kit/error';
import type { OrgView } from './org-view.ts';
import { separatedRoles } from './unit.ts';

interface Period {
  readonly from: number;
  readonly to: number | null;
}

/**
 * System, security and audit administration are never one person's at the same time, not even as a deputy (GB/T 22239-2019, 8.1.5).
 * @throws org.rolesConflict
 */
export function requireSeparation(org: OrgView, account: string, role: string, period: Period): void {
  if (!separatedRoles.includes(role)) return;
  for (const held of powersOf(org, account)) {
    if (held.role !== role && separatedRoles.includes(held.role) && overlap(held.period, period)) {
      throw new HuyingError('org.rolesConflict', { held: held.role, role });
    }
  }
}

/** Every role the account has at any time, by post of its own or as a deputy. */
function powersOf(org: OrgView, account: string): { role: string; period: Period }[] {
  const posts = org.units.flatMap((unit) => org.postsIn(unit.id));
  return posts.flatMap((post) => [
    ...(post.account === account ? [{ role: post.role, period: post }] : []),
    ...org
      .deputiesOf(post.id)
      .filter((deputy) => deputy.account === account)
      .map((deputy) => ({ role: post.role, period: deputy })),
  ]);
}

function overlap(a: Period, b: Period): boolean {
  return a.from < (b.to ?? Number.POSITIVE_INFINITY) && b.from < (a.to ?? Number.POSITIVE_INFINITY);
}
