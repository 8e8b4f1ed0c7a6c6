import { ArrowLeftOutlined } from '@ant-design/icons';
import { Skeleton } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { usePageTitle, useReader } from '../reader/index.ts';
import { ErrorNote } from '../shell/error-text.tsx';
import { AnswerPanel } from './answer-panel.tsx';
import { CommentPanel } from './comment-panel.tsx';
import { LineDrawer } from './line-drawer.tsx';
import { PlanStep } from './plan-step.tsx';
import { PlanTable } from './plan-table.tsx';
import { planStateWords, planSteps } from './plan-words.ts';
import { type PlanView, usePlan } from './review-data.ts';
import { SheetPanel } from './sheet-panel.tsx';

/** A decomposition plan: its lines by leader, the units' answers, and the next step. */
export function PlanPage() {
  const { id = '' } = useParams();
  const plan = usePlan(id);
  const { t } = useReader();
  usePageTitle(plan.data?.title ?? t('review.plan'));
  if (plan.data === undefined) {
    return <div className="desk-wait">{plan.error ? <ErrorNote error={plan.error} /> : <Skeleton active />}</div>;
  }
  return <OnePlan key={id} plan={plan.data} />;
}

function OnePlan({ plan }: { readonly plan: PlanView }) {
  const { t } = useReader();
  const [line, setLine] = useState<string>();
  const reached = plan.state === 'replaced' ? planSteps.length : planSteps.indexOf(plan.state);
  const shown = plan.lines.find(({ promise }) => promise === line);
  const editions = plan.editions.filter(({ id }) => id !== plan.id);
  return (
    <article className="plan">
      <header className="plan-head">
        <div className="case-nav">
          <Link to="/reports">
            <ArrowLeftOutlined /> {t('review.toReports')}
          </Link>
          <span className="quiet num">
            {editions.map(({ id, edition, document }) => (
              <Link key={id} to={`/plans/${id}`} className="plan-edition">
                {t('review.planEdition', { edition })} {document ?? ''}
              </Link>
            ))}
          </span>
        </div>
        <h1>{plan.title}</h1>
        <div className="case-title">
          <span className="state">{t(planStateWords[plan.state])}</span>
          {plan.document !== null && <strong className="num">{plan.document}</strong>}
          {plan.edition > 1 && <span className="mark">{t('review.planEdition', { edition: plan.edition })}</span>}
          {plan.issuedOn !== null && <span className="num">{t('review.issuedOn', { date: plan.issuedOn })}</span>}
          {plan.meeting !== null && (
            <span className="quiet">
              {t('review.decidedIn', { meeting: plan.meeting, date: plan.decidedOn ?? '' })}
            </span>
          )}
          {plan.digest !== null && (
            <span className="quiet num" title={plan.digest}>
              {t('review.digest', { digest: plan.digest.slice(0, 12) })}
            </span>
          )}
        </div>
        <ol className="plan-steps" aria-label={t('review.steps')}>
          {planSteps.map((step, at) => (
            <li key={step} data-reached={at < reached} aria-current={at === reached ? 'step' : undefined}>
              <span className="num">{at + 1}</span> {t(planStateWords[step])}
            </li>
          ))}
        </ol>
      </header>
      <div className="plan-columns">
        <PlanTable plan={plan} onOpen={setLine} />
        <aside className="plan-side">
          <PlanStep plan={plan} />
          {plan.may.includes('answer') && <AnswerPanel plan={plan} />}
          <SheetPanel plan={plan} />
          <CommentPanel plan={plan} onOpen={setLine} />
        </aside>
      </div>
      {shown !== undefined && (
        <LineDrawer key={shown.promise} plan={plan} line={shown} onClose={() => setLine(undefined)} />
      )}
    </article>
  );
}
