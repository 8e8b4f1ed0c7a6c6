import { QuestionCircleOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { Suspense, useState } from 'react';
import { Link, NavLink, Outlet, useLocation, useNavigate } from 'react-router';
import { useBoards } from '../board/board-data.ts';
import { useReader } from '../reader/index.ts';
import { useMe } from '../session/index.ts';
import { ErrorBoundary } from './error-boundary.tsx';
import { firstPageOf } from './first-page.ts';
import { KeyHelp } from './key-help.tsx';
import { useKeys } from './keys.ts';
import { LineState } from './line-state.tsx';
import { NoticeBell } from './notice-bell.tsx';
import { ProfileMenu } from './profile-menu.tsx';
import { isOfPromises, PromiseTabs, seesPromises } from './promise-tabs.tsx';
import { ADMINISTERS, READS_ACCOUNTS, REGISTERS, WITHOUT_CASES } from './roles.ts';
import { SecrecyBanner } from './secrecy-banner.tsx';

/** The frame of every page: the banner, where one is, what else there is, and who one is. */
export function Shell() {
  const me = useMe();
  const { t, say } = useReader();
  const { pathname } = useLocation();
  const navigate = useNavigate();
  const [help, setHelp] = useState(false);
  const role = me.posts.find(({ id }) => id === me.post)?.role ?? '';
  const registers = REGISTERS.includes(role);
  const inPromises = isOfPromises(pathname);
  const hasBoards = (useBoards().data?.length ?? 0) > 0;
  useKeys('keys.everywhere', [
    { key: '?', says: t('keys.help'), run: () => setHelp(true) },
    {
      key: 'g',
      says: t(firstPageOf(role) === '/work' ? 'keys.goWork' : 'keys.goFirst'),
      run: () => void navigate('/'),
    },
    ...(registers ? [{ key: 'c', says: t('keys.goIntake'), run: () => void navigate('/new') }] : []),
    ...(hasBoards ? [{ key: 'v', says: t('keys.goBoards'), run: () => void navigate('/boards') }] : []),
  ]);

  return (
    <div className="shell">
      <a className="skip" href="#content">
        {t('shell.skip')}
      </a>
      <SecrecyBanner />
      <header className="top">
        <Link to="/" className="brand">
          <span className="brand-mark" aria-hidden="true" />
          <strong>{t('shell.product')}</strong>
          <span className="brand-district">{me.district && say(me.district.name)}</span>
        </Link>
        <nav aria-label={t('shell.menu')}>
          {!WITHOUT_CASES.includes(role) && <NavLink to="/work">{t('shell.work')}</NavLink>}
          {registers && <NavLink to="/new">{t('shell.intake')}</NavLink>}
          {!WITHOUT_CASES.includes(role) && <NavLink to="/map">{t('map.title')}</NavLink>}
          {hasBoards && <NavLink to="/boards">{t('board.title')}</NavLink>}
          {seesPromises(role) && (
            <Link to="/promises" aria-current={inPromises ? 'page' : undefined}>
              {t('promise.area')}
            </Link>
          )}
          {ADMINISTERS.includes(role) && <NavLink to="/parameters">{t('shell.parameters')}</NavLink>}
          {ADMINISTERS.includes(role) && (
            <NavLink to="/people">{t(READS_ACCOUNTS.includes(role) ? 'admin.people' : 'admin.units')}</NavLink>
          )}
        </nav>
        <div className="top-right">
          <Button
            type="text"
            className="wide-only"
            aria-label={t('shell.help')}
            title={`${t('shell.help')} (?)`}
            icon={<QuestionCircleOutlined />}
            onClick={() => setHelp(true)}
          />
          <NoticeBell />
          <ProfileMenu />
        </div>
      </header>
      {inPromises && <PromiseTabs role={role} />}
      <LineState />
      <main id="content" tabIndex={-1}>
        <ErrorBoundary resetOn={pathname}>
          <Suspense fallback={<p className="loading quiet">{t('shell.loading')}</p>}>
            <Outlet />
          </Suspense>
        </ErrorBoundary>
      </main>
      <KeyHelp open={help} onClose={() => setHelp(false)} />
    </div>
  );
}
