import { ArrowLeftOutlined } from '@ant-design/icons';
import { App, Skeleton } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { Link, useParams } from 'react-router';
import type { PromiseView, TimelineEntry } from '../../client/index.ts';
import { dayText } from '../board/board-period.ts';
import { Timeline } from '../case/timeline-panel.tsx';
import { usePageTitle, useReader } from '../reader/index.ts';
import { ErrorNote } from '../shell/error-text.tsx';
import { formKeys, useKeys } from '../shell/keys.ts';
import { AgreedPanel } from './agreed-panel.tsx';
import { useAnchor } from './anchor.ts';
import { ClausePanel } from './clause-panel.tsx';
import { DutyPanel } from './duty-panel.tsx';
import { EvidencePanel, LinkPanel, VerificationPanel } from './evidence-panel.tsx';
import { FactPanel } from './fact-panel.tsx';
import { IndicatorPanel } from './indicator-panel.tsx';
import { answerAct, decisionAct, generalActs, splitAct, taskAct } from './own-acts.ts';
import { projectActs } from './project-acts.ts';
import { ProjectPanel } from './project-panel.tsx';
import { type PromiseAct, stepAct } from './promise-act.ts';
import { PromiseActions } from './promise-actions.tsx';
import { useProjectDetail, usePromise } from './promise-data.ts';
import { PromiseLight } from './promise-light.tsx';
import { ObjectionPanel, RevisionPanel } from './revision-panel.tsx';
import { SitePanel, WayPanel } from './site-panel.tsx';
import { StandingPanel } from './standing-panel.tsx';
import { StoryLine } from './story-line.tsx';
import { TaskPanel } from './task-panel.tsx';

const ActDrawer = lazy(async () => ({ default: (await import('./act-drawer.tsx')).ActDrawer }));

/** A promise with its whole story. */
export function PromisePage() {
  const { id = '' } = useParams();
  return <OnePromise key={id} id={id} />;
}

function OnePromise({ id }: { readonly id: string }) {
  const { t } = useReader();
  const { view, error, isPending, reload } = usePromise(id);
  usePageTitle(view ? `${view.number} ${view.title}` : '');
  if (isPending) {
    return (
      <div className="case promise-page" role="status" aria-label={t('shell.loading')}>
        <Skeleton active paragraph={{ rows: 10 }} />
      </div>
    );
  }
  if (view === undefined) {
    return (
      <div className="case promise-page">
        <h1>{t('promise.area')}</h1>
        <ErrorNote error={error} action={<Link to="/promises">{t('promise.toGlance')}</Link>} />
      </div>
    );
  }
  return <Body view={view} reload={reload} />;
}

function Body(props: { readonly view: PromiseView; readonly reload: () => Promise<PromiseView> }) {
  const { view, reload } = props;
  const { t, say } = useReader();
  const { message } = App.useApp();
  const [act, setAct] = useState<PromiseAct>();
  const may = (what: string) => view.may.includes(what);
  const project = useProjectDetail(view);
  const acts = [...generalActs(view, t), ...(project === undefined ? [] : projectActs(view, project, t))];
  useAnchor();
  useKeys(
    'keys.promise',
    [
      { key: '← →', says: t('keys.story') },
      { key: 'r', says: t('keys.reloadPromise'), run: () => void reload() },
      ...(acts.length > 0 || view.actions.some(({ allowed }) => allowed) ? formKeys(t) : []),
    ],
    act === undefined,
  );

  async function done() {
    if (act) void message.success(t('promise.done', { number: view.number, act: act.title }));
    setAct(undefined);
    await reload();
  }

  return (
    <article className="case promise-page">
      <header className="case-head">
        <div className="case-nav">
          <Link to={`/promises?year=${view.year}`}>
            <ArrowLeftOutlined /> {t('promise.toGlance')}
          </Link>
        </div>
        <Title view={view} />
        <PromiseActions
          view={view}
          acts={acts}
          onStep={(action) => setAct(stepAct(view, action, say))}
          onAct={(key) => setAct(acts.find((one) => one.key === key))}
        />
      </header>
      <StoryLine id={view.id} />
      <div className="case-columns">
        <div className="case-main">
          <ClausePanel clauses={view.clauses} missing={view.missing} />
          <AgreedPanel view={view} />
          <IndicatorPanel view={view} />
          <TaskPanel
            view={view}
            onReport={may('report') ? (task) => setAct(taskAct(view, task, t)) : undefined}
            onSplit={may('split') ? (task) => setAct(splitAct(view, task, t)) : undefined}
          />
          <SitePanel view={view} />
          {project !== undefined && <ProjectPanel project={project} />}
          <EvidencePanel view={view} />
          <RevisionPanel
            view={view}
            onDecide={may('decide') ? (revision) => setAct(decisionAct(view, revision, t)) : undefined}
          />
          <Happened view={view} />
        </div>
        <aside className="case-side">
          <StandingPanel view={view} />
          <DutyPanel view={view} />
          <FactPanel view={view} />
          <WayPanel view={view} />
          <VerificationPanel view={view} />
          <ObjectionPanel
            view={view}
            onAnswer={may('answer') ? (objection) => setAct(answerAct(view, objection, t)) : undefined}
          />
          <LinkPanel view={view} />
        </aside>
      </div>
      {act && (
        <Suspense>
          <ActDrawer
            key={act.key}
            view={view}
            act={act}
            reload={reload}
            onClose={() => setAct(undefined)}
            onDone={done}
          />
        </Suspense>
      )}
    </article>
  );
}

function Title({ view }: { readonly view: PromiseView }) {
  const { t, say, locale } = useReader();
  return (
    <>
      <div className="case-title">
        <span className="quiet num">{view.number}</span>
        <span className="mark own">{say(view.kind.label)}</span>
        <span className="state">{say(view.state.label)}</span>
        <PromiseLight light={view.light} />
        {view.published && <span className="mark own">{t('promise.isPublished')}</span>}
      </div>
      <h1>{view.title}</h1>
      <dl className="case-facts">
        <div>
          <dt>{t('promise.partLead')}</dt>
          <dd>{view.lead === null ? t('promise.noLead') : say(view.lead.name)}</dd>
        </div>
        {view.leader !== null && (
          <div>
            <dt>{t('promise.partLeader')}</dt>
            <dd>{view.leader.name}</dd>
          </div>
        )}
        <div>
          <dt>{t('promise.due')}</dt>
          <dd className="num">{view.due === null ? t('promise.noDue') : dayText(view.due, locale, true)}</dd>
        </div>
        {view.section !== null && (
          <div>
            <dt>{t('promise.section')}</dt>
            <dd>{view.section}</dd>
          </div>
        )}
      </dl>
    </>
  );
}

/** More than this is folded away. */
const LATEST = 10;

function Happened({ view }: { readonly view: PromiseView }) {
  const { t } = useReader();
  const entries = entriesOf(view);
  const earlier = entries.slice(LATEST);
  return (
    <section className="panel happened-panel" aria-labelledby="happened">
      <h2 id="happened">{t('promise.timeline')}</h2>
      <Timeline entries={entries.slice(0, LATEST)} marks />
      {earlier.length > 0 && (
        <details className="ended earlier">
          <summary>{t('promise.earlier', { count: earlier.length })}</summary>
          <Timeline entries={earlier} marks />
        </details>
      )}
    </section>
  );
}

function entriesOf(view: PromiseView): readonly TimelineEntry[] {
  return view.timeline.toReversed().map((event) => ({
    ...event,
    files: [],
    visibility: event.visibility === 'public' ? 'public' : 'internal',
  }));
}
