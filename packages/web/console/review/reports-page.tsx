import { Button, Skeleton } from 'antd';
import { Link, useNavigate } from 'react-router';
import { useMoments, usePageTitle, useReader } from '../reader/index.ts';
import { ErrorNote } from '../shell/error-text.tsx';
import type { ScreenText } from '../text/index.ts';
import { planStateWords } from './plan-words.ts';
import { ProgressBar } from './progress-bar.tsx';
import { type PlanRow, type ReportRow, useDraftPlan, usePlans, useReports } from './review-data.ts';
import { UploadForm } from './upload-form.tsx';

const stateWords: Readonly<Record<ReportRow['state'], ScreenText>> = {
  reading: 'review.stateReading',
  reviewing: 'review.stateReviewing',
  reviewed: 'review.stateReviewed',
  replaced: 'review.stateReplaced',
};

/** Work reports with what became of them, and the plans that were made; a unit sees the plans it was asked about or given. */
export function ReportsPage() {
  const { t } = useReader();
  usePageTitle(t('review.reports'));
  const reports = useReports();
  const plans = usePlans();
  if (plans.isPending || reports.isPending) return <Skeleton active className="desk-wait" />;
  const list = reports.data;
  return (
    <div className="reports">
      <header className="board-head">
        <h1>{t('review.reports')}</h1>
      </header>
      {list?.edits && <UploadForm />}
      {list !== undefined && (list.edits || list.items.length > 0) && (
        <section className="panel" aria-labelledby="reports">
          <h2 id="reports">{t('review.uploaded')}</h2>
          {list.items.length === 0 ? (
            <p className="quiet nothing-yet">{t('review.noReports')}</p>
          ) : (
            <table className="cases report-table">
              <thead>
                <tr>
                  <th className="col-year">{t('review.year')}</th>
                  <th>{t('review.report')}</th>
                  <th className="col-progress">{t('review.reviewed')}</th>
                  <th className="col-plan">{t('review.plan')}</th>
                  <th className="col-by">{t('review.uploadedBy')}</th>
                </tr>
              </thead>
              <tbody>
                {list.items.map((report) => (
                  <ReportLine key={report.id} report={report} edits={list.edits} />
                ))}
              </tbody>
            </table>
          )}
        </section>
      )}
      <section className="panel" aria-labelledby="plans">
        <h2 id="plans">{t('review.plans')}</h2>
        {plans.error ? <ErrorNote error={plans.error} /> : <PlanTable plans={plans.data ?? []} />}
      </section>
    </div>
  );
}

function ReportLine({ report, edits }: { readonly report: ReportRow; readonly edits: boolean }) {
  const { t } = useReader();
  const { at } = useMoments();
  const navigate = useNavigate();
  const draft = useDraftPlan();
  const drafts = edits && report.plan === null && report.state === 'reviewed';
  return (
    <tr data-left={report.state === 'replaced'}>
      <td className="num">{report.year}</td>
      <td>
        <Link to={`/reports/${report.id}/review`}>{report.title}</Link>
        <span className="under quiet num">
          {t('review.reportFacts', {
            edition: report.edition,
            clauses: report.clauses,
            state: t(stateWords[report.state]),
          })}
          {' · '}
          <Link to={`/reports/${report.id}/compare`}>{t('review.compare')}</Link>
        </span>
      </td>
      <td>
        <ProgressBar progress={report.progress} />
      </td>
      <td>
        {report.plan !== null && (
          <Link to={`/plans/${report.plan.id}`}>
            {report.plan.document ?? t(planStateWords[report.plan.state as PlanRow['state']])}
          </Link>
        )}
        {drafts && (
          <Button
            size="small"
            type="primary"
            loading={draft.isPending}
            onClick={() => draft.mutate(report.id, { onSuccess: ({ id }) => void navigate(`/plans/${id}`) })}
          >
            {t('review.draftPlan')}
          </Button>
        )}
        {draft.error && <ErrorNote error={draft.error} />}
      </td>
      <td>
        {report.uploadedBy}
        <span className="under quiet num">{at(report.uploadedAt)}</span>
      </td>
    </tr>
  );
}

function PlanTable({ plans }: { readonly plans: readonly PlanRow[] }) {
  const { t } = useReader();
  if (plans.length === 0) return <p className="quiet nothing-yet">{t('review.noPlans')}</p>;
  return (
    <table className="cases report-table">
      <thead>
        <tr>
          <th className="col-year">{t('review.year')}</th>
          <th>{t('review.plan')}</th>
          <th className="col-plan">{t('review.document')}</th>
          <th className="col-by">{t('review.state')}</th>
        </tr>
      </thead>
      <tbody>
        {plans.map((plan) => (
          <tr key={plan.id} data-left={plan.state === 'replaced'}>
            <td className="num">{plan.year}</td>
            <td>
              <Link to={`/plans/${plan.id}`}>{plan.title}</Link>
              {plan.edition > 1 && <span className="mark">{t('review.planEdition', { edition: plan.edition })}</span>}
              {plan.awaits && (
                <span className="mark strong">{t('review.awaits', { due: plan.commentsDue ?? '' })}</span>
              )}
            </td>
            <td className="num">{plan.document ?? '—'}</td>
            <td>
              {t(planStateWords[plan.state])}
              {plan.issuedOn !== null && <span className="under quiet num">{plan.issuedOn}</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
