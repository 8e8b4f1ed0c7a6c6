import { READS_ACCOUNTS } from './roles.ts';

/** Roles whose worklists are always empty: what they have to do stands on the pages of promises. */
const WORKS_ON_PROMISES: readonly string[] = ['statistician', 'deputy'];

/** Where a role begins: the first page on which it has something to do. */
export function firstPageOf(role: string): '/work' | '/promises' | '/people' | '/parameters' {
  if (READS_ACCOUNTS.includes(role)) return '/people';
  if (role === 'duty-editor') return '/parameters';
  return WORKS_ON_PROMISES.includes(role) ? '/promises' : '/work';
}
