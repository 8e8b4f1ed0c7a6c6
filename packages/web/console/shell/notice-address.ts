import type { Notice } from '../../client/index.ts';

const PAGES: Readonly<Record<Notice['about'], string>> = {
  case: '/cases',
  promise: '/promises',
  plan: '/plans',
  blocker: '/projects/blockers',
};

/** The page a notice opens. */
export function addressOf({ case: id, about }: Pick<Notice, 'case' | 'about'>): string {
  return id === null ? '/work' : `${PAGES[about]}/${id}`;
}
