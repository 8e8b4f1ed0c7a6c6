import { Link, useLocation } from 'react-router';
import { useReader } from '../reader/index.ts';
import type { ScreenText } from '../text/index.ts';

interface PromiseTab {
  readonly to: string;
  readonly text: ScreenText;
  /** The roles it is for; absent: whoever sees promises. The server has the last word. */
  readonly roles?: readonly string[];
  /** Other addresses that belong to it. */
  readonly also?: readonly string[];
  /** Only this very address, not those below it. */
  readonly exact?: boolean;
}

/** Roles that see no promises at all. */
const WITHOUT_PROMISES: readonly string[] = ['duty-editor', 'system-admin', 'security-admin', 'audit-admin'];

const OFFICES = ['district-leader', 'supervisor', 'report-editor', 'statistician', 'auditor'];
const UNITS = ['unit-head', 'unit-clerk'];
const CONGRESS = ['congress-officer', 'deputy'];

const TABS: readonly PromiseTab[] = [
  { to: '/promises', text: 'promise.glance', exact: true },
  { to: '/promises/board', text: 'promise.board', roles: OFFICES },
  { to: '/reports', text: 'promise.tabReports', roles: [...OFFICES, ...UNITS], also: ['/plans'] },
  { to: '/targets', text: 'promise.tabTargets', roles: [...OFFICES, ...UNITS] },
  { to: '/projects', text: 'promise.tabProjects', roles: [...OFFICES, ...UNITS] },
  { to: '/livelihood', text: 'promise.tabLivelihood', roles: [...OFFICES, ...UNITS, ...CONGRESS] },
  { to: '/bulletins', text: 'promise.tabBulletins', roles: [...OFFICES, 'unit-head', 'congress-officer'] },
  { to: '/performance', text: 'promise.tabRanking', roles: ['district-leader', 'supervisor', 'auditor'] },
  { to: '/figures', text: 'promise.tabFigures', roles: ['statistician', 'handler', ...UNITS] },
];

/** Whether a role has anything to see of promises. */
export function seesPromises(role: string): boolean {
  return role !== '' && !WITHOUT_PROMISES.includes(role);
}

/** The pages of promises a role is shown. */
export function promiseTabsOf(role: string): readonly PromiseTab[] {
  return seesPromises(role) ? TABS.filter(({ roles }) => roles === undefined || roles.includes(role)) : [];
}

/** Whether an address is one of the pages of promises. */
export function isOfPromises(pathname: string): boolean {
  return TABS.some(({ to, also = [] }) => [to, ...also].some((one) => isUnder(pathname, one)));
}

function isAt(pathname: string, { to, also = [], exact = false }: PromiseTab): boolean {
  return exact ? pathname === to : [to, ...also].some((one) => isUnder(pathname, one));
}

function isUnder(pathname: string, to: string): boolean {
  return pathname === to || pathname.startsWith(`${to}/`);
}

/** The second row of the menu: the pages of promises. */
export function PromiseTabs(props: { readonly role: string }) {
  const { t } = useReader();
  const { pathname } = useLocation();
  const tabs = promiseTabsOf(props.role);
  if (tabs.length < 2) return null;
  return (
    <nav className="sub-tabs" aria-label={t('promise.tabs')}>
      {tabs.map((tab) => (
        <Link key={tab.to} to={tab.to} className="sub-tab" aria-current={isAt(pathname, tab) ? 'page' : undefined}>
          {t(tab.text)}
        </Link>
      ))}
    </nav>
  );
}
