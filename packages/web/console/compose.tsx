import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { App, ConfigProvider } from 'antd';
import { lazy, type ReactNode, Suspense, useCallback, useRef, useState } from 'react';
import { createBrowserRouter, Navigate, RouterProvider } from 'react-router';
import { isRefusal, type Locale } from '../client/index.ts';
import { keptLocale, ReaderProvider } from './reader/index.ts';
import { SessionGate, SessionProvider, useSession } from './session/index.ts';
import { LiveProvider } from './shell/live.tsx';
import { NotFound } from './shell/not-found.tsx';
import { StartPage } from './shell/start-page.tsx';
import { tell } from './text/index.ts';
import { consoleTheme } from './theme.ts';

const Shell = lazy(async () => ({ default: (await import('./shell/shell.tsx')).Shell }));
const WorkPage = lazy(async () => ({ default: (await import('./work/work-page.tsx')).WorkPage }));
const DuplicatesPage = lazy(async () => ({ default: (await import('./work/duplicates-page.tsx')).DuplicatesPage }));
const CasePage = lazy(async () => ({ default: (await import('./case/case-page.tsx')).CasePage }));
const IntakePage = lazy(async () => ({ default: (await import('./intake/intake-page.tsx')).IntakePage }));
const PeoplePage = lazy(async () => ({ default: (await import('./admin/people-page.tsx')).PeoplePage }));
const ParameterPage = lazy(async () => ({ default: (await import('./admin/parameter-page.tsx')).ParameterPage }));

const BoardsPage = lazy(async () => ({ default: (await import('./board/boards-page.tsx')).BoardsPage }));
const BoardPage = lazy(async () => ({ default: (await import('./board/board-page.tsx')).BoardPage }));

const GlancePage = lazy(async () => ({ default: (await import('./promise/glance-page.tsx')).GlancePage }));
const LeaderBoardPage = lazy(async () => ({
  default: (await import('./promise/leader-board-page.tsx')).LeaderBoardPage,
}));
const PromisePage = lazy(async () => ({ default: (await import('./promise/promise-page.tsx')).PromisePage }));

const YearListPage = lazy(async () => ({ default: (await import('./livelihood/year-list-page.tsx')).YearListPage }));
const CandidatesPage = lazy(async () => ({
  default: (await import('./livelihood/candidates-page.tsx')).CandidatesPage,
}));
const VotesPage = lazy(async () => ({ default: (await import('./livelihood/votes-page.tsx')).VotesPage }));
const VotePage = lazy(async () => ({ default: (await import('./livelihood/vote-page.tsx')).VotePage }));
const ProjectSitesPage = lazy(async () => ({
  default: (await import('./livelihood/project-sites-page.tsx')).ProjectSitesPage,
}));

const BulletinsPage = lazy(async () => ({ default: (await import('./bulletin/bulletins-page.tsx')).BulletinsPage }));
const BulletinPage = lazy(async () => ({ default: (await import('./bulletin/bulletin-page.tsx')).BulletinPage }));
const PerformancePage = lazy(async () => ({
  default: (await import('./bulletin/performance-page.tsx')).PerformancePage,
}));

const MapPage = lazy(async () => ({ default: (await import('./map/map-page.tsx')).MapPage }));

const ReportsPage = lazy(async () => ({ default: (await import('./review/reports-page.tsx')).ReportsPage }));
const DeskPage = lazy(async () => ({ default: (await import('./review/desk-page.tsx')).DeskPage }));
const ComparePage = lazy(async () => ({ default: (await import('./review/compare-page.tsx')).ComparePage }));
const PlanPage = lazy(async () => ({ default: (await import('./review/plan-page.tsx')).PlanPage }));

const FiguresPage = lazy(async () => ({ default: (await import('./figures/figures-page.tsx')).FiguresPage }));
const TargetsPage = lazy(async () => ({ default: (await import('./figures/targets-page.tsx')).TargetsPage }));
const BlockerPage = lazy(async () => ({ default: (await import('./figures/blocker-page.tsx')).BlockerPage }));
const ProjectsPage = lazy(async () => ({ default: (await import('./figures/projects-page.tsx')).ProjectsPage }));

const router = createBrowserRouter([
  {
    element: (
      <LiveProvider>
        <SessionGate>
          <Suspense>
            <Shell />
          </Suspense>
        </SessionGate>
      </LiveProvider>
    ),
    children: [
      { index: true, element: <StartPage /> },
      { path: 'work', element: <WorkPage /> },
      { path: 'work/:worklist', element: <WorkPage /> },
      { path: 'duplicates', element: <DuplicatesPage /> },
      { path: 'cases/:id', element: <CasePage /> },
      { path: 'new', element: <IntakePage /> },
      { path: 'boards', element: <BoardsPage /> },
      { path: 'boards/:board', element: <BoardPage /> },
      { path: 'map', element: <MapPage /> },
      { path: 'livelihood', element: <YearListPage /> },
      { path: 'livelihood/candidates', element: <CandidatesPage /> },
      { path: 'livelihood/candidates/:id', element: <CandidatesPage /> },
      { path: 'livelihood/votes', element: <VotesPage /> },
      { path: 'livelihood/votes/:id', element: <VotePage /> },
      { path: 'livelihood/projects/:id', element: <ProjectSitesPage /> },
      { path: 'reports', element: <ReportsPage /> },
      { path: 'reports/:id', element: <Navigate to="review" replace /> },
      { path: 'reports/:id/review', element: <DeskPage /> },
      { path: 'reports/:id/compare', element: <ComparePage /> },
      { path: 'plans/:id', element: <PlanPage /> },
      { path: 'promises', element: <GlancePage /> },
      { path: 'promises/board', element: <LeaderBoardPage /> },
      { path: 'promises/:id', element: <PromisePage /> },
      { path: 'figures', element: <FiguresPage /> },
      { path: 'targets', element: <TargetsPage /> },
      { path: 'projects', element: <ProjectsPage /> },
      { path: 'projects/blockers/:id', element: <BlockerPage /> },
      { path: 'bulletins', element: <BulletinsPage /> },
      { path: 'bulletins/:bulletin', element: <BulletinPage /> },
      { path: 'performance', element: <PerformancePage /> },
      { path: 'parameters', element: <ParameterPage /> },
      { path: 'people', element: <PeoplePage /> },
      { path: '*', element: <NotFound /> },
    ],
  },
]);

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      // What the server refuses it refuses again; only a dead line is worth another try.
      retry: (failures, error) => failures < 2 && !isRefusal(error),
      refetchOnWindowFocus: false,
      staleTime: 10_000,
    },
  },
});

/** The console: everything it is made of, put together in one place. */
export function Console() {
  const [locale, setLocale] = useState<Locale | undefined>(keptLocale);
  const told = useRef<Locale>('zh');
  const localeNow = useCallback(() => told.current, []);
  return (
    <QueryClientProvider client={queries}>
      <SessionProvider locale={localeNow}>
        <Dressed
          chosen={locale}
          onLocale={(next) => {
            setLocale(next);
            told.current = next;
          }}
          onTold={(next) => {
            told.current = next;
          }}
        >
          <RouterProvider router={router} />
        </Dressed>
      </SessionProvider>
    </QueryClientProvider>
  );
}

/** Language, zone and looks: those the reader chose, else those of the account and the district. */
function Dressed(props: {
  readonly chosen: Locale | undefined;
  readonly onLocale: (locale: Locale) => void;
  readonly onTold: (locale: Locale) => void;
  readonly children: ReactNode;
}) {
  const { me } = useSession();
  const locale = props.chosen ?? me?.account.locale ?? 'zh';
  props.onTold(locale);
  return (
    <ConfigProvider locale={componentWords(locale)} theme={consoleTheme} button={{ autoInsertSpace: false }}>
      {/* Messages stand below the line on classified information, never over it. */}
      <App message={{ top: 64 }}>
        <ReaderProvider locale={locale} zone={me?.district?.zone ?? 'Asia/Shanghai'} onLocale={props.onLocale}>
          {props.children}
        </ReaderProvider>
      </App>
    </ConfigProvider>
  );
}

/** The few words that components bring along themselves, from our own catalogue. */
function componentWords(locale: Locale) {
  const close = tell(locale, 'shell.close');
  const ok = tell(locale, 'shell.ok');
  return {
    locale: locale === 'zh' ? 'zh-cn' : 'en',
    global: { close },
    Modal: { okText: ok, cancelText: tell(locale, 'shell.cancel'), justOkText: ok },
  };
}
