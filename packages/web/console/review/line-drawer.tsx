import { Button, Drawer, Input } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { Labelled } from '../form/labelled.tsx';
import { useReader } from '../reader/index.ts';
import { ErrorNote } from '../shell/error-text.tsx';
import { type Assignment, AssignmentFields } from './assignment-fields.tsx';
import { type PlanView, usePlanStep } from './review-data.ts';

/** A line with the sentences it comes from; before the meeting decides, what it says and who answers can be changed. */
export function LineDrawer(props: {
  readonly plan: PlanView;
  readonly line: PlanView['lines'][number];
  readonly onClose: () => void;
}) {
  const { plan, line } = props;
  const { t } = useReader();
  const step = usePlanStep(plan.id);
  const [title, setTitle] = useState(line.task);
  const [due, setDue] = useState(line.due ?? '');
  const before: Assignment = {
    lead: line.lead?.id ?? null,
    assisting: line.assisting.map(({ id }) => id),
    leader: line.leader?.post ?? null,
  };
  const [assignment, setAssignment] = useState<Assignment>(before);
  const changes = plan.may.includes('change');
  const body = {
    ...(title.trim() === line.task ? {} : { title: title.trim() }),
    ...(due === (line.due ?? '') ? {} : { due: due === '' ? null : due }),
    ...(JSON.stringify(assignment) === JSON.stringify(before)
      ? {}
      : { assignment: { ...assignment, assisting: [...assignment.assisting] } }),
  };
  const changed = Object.keys(body).length > 0 && title.trim() !== '';
  return (
    <Drawer
      open
      size={520}
      onClose={props.onClose}
      closable={{ 'aria-label': t('shell.close') }}
      title={
        <span>
          {t('review.lineNo', { no: line.no })} <span className="quiet num">{line.number}</span>
        </span>
      }
      footer={
        changes ? (
          <div className="form-foot">
            <Button
              type="primary"
              disabled={!changed}
              loading={step.isPending}
              onClick={() =>
                step.mutate(
                  { step: `lines/${line.promise}`, body, version: plan.version },
                  { onSuccess: props.onClose },
                )
              }
            >
              {t('review.save')}
            </Button>
            <Button onClick={props.onClose}>{t('shell.cancel')}</Button>
          </div>
        ) : undefined
      }
    >
      <div className="line-form stack">
        {step.error && <ErrorNote error={step.error} />}
        <blockquote className="line-sources">
          {line.sources.map((source) => (
            <p key={source.no}>
              {source.words}
              <span className="under quiet num">
                {source.page !== null && t('review.page', { page: source.page })}
                {t('review.sourceParagraph', { n: source.paragraph })}
              </span>
            </p>
          ))}
        </blockquote>
        {changes ? (
          <>
            <Labelled id="line-title" label={t('review.task')}>
              <Input.TextArea
                id="line-title"
                autoSize={{ minRows: 2 }}
                maxLength={200}
                value={title}
                onChange={({ target }) => setTitle(target.value)}
              />
            </Labelled>
            <Labelled id="line-due" label={t('review.due')}>
              <input
                id="line-due"
                className="period-day own-width"
                type="date"
                value={due}
                onChange={({ target }) => setDue(target.value)}
              />
            </Labelled>
            <AssignmentFields value={assignment} leaders={plan.leaders} onChange={setAssignment} />
          </>
        ) : (
          <p>{line.target}</p>
        )}
        <Link to={`/promises/${line.promise}`}>{t('review.toPromise')}</Link>
      </div>
    </Drawer>
  );
}
