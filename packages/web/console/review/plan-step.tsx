import { App, Button, Input } from 'antd';
import { type ReactNode, useState } from 'react';
import { useNavigate } from 'react-router';
import { Labelled } from '../form/labelled.tsx';
import { useReader } from '../reader/index.ts';
import { ErrorNote } from '../shell/error-text.tsx';
import { type PlanView, useDraftPlan, usePlanStep } from './review-data.ts';

/** The next step of the plan, and only that: send, decide, issue, or begin the next edition. */
export function PlanStep({ plan }: { readonly plan: PlanView }) {
  if (plan.may.includes('issue')) return <IssueForm plan={plan} />;
  if (plan.may.includes('decide')) {
    return (
      <>
        <DecideForm plan={plan} />
        <SendForm plan={plan} again />
      </>
    );
  }
  if (plan.may.includes('send')) return <SendForm plan={plan} again={false} />;
  if (plan.may.includes('revise')) return <ReviseForm plan={plan} />;
  return null;
}

function StepPanel(props: {
  readonly id: string;
  readonly title: string;
  readonly hint: string;
  readonly error: unknown;
  readonly children: ReactNode;
}) {
  return (
    <section className="panel stack" aria-labelledby={props.id}>
      <h2 id={props.id}>{props.title}</h2>
      <p className="quiet">{props.hint}</p>
      {props.error !== null && <ErrorNote error={props.error} />}
      {props.children}
    </section>
  );
}

function SendForm({ plan, again }: { readonly plan: PlanView; readonly again: boolean }) {
  const { t } = useReader();
  const step = usePlanStep(plan.id);
  const { message } = App.useApp();
  const [due, setDue] = useState('');
  const known = new Set(plan.sheets.map(({ unit }) => unit.id));
  const units = new Set(
    plan.lines.flatMap(({ lead, assisting }) => [lead, ...assisting].flatMap((one) => one?.id ?? [])),
  );
  const fresh = [...units].filter((unit) => !known.has(unit));
  if (again && fresh.length === 0) return null;
  return (
    <StepPanel
      id="step-send"
      title={t(again ? 'review.sendMore' : 'review.send')}
      hint={t('review.sendHint', { count: fresh.length })}
      error={step.error}
    >
      <DayField id="send-due" label={t('review.answerBy')} value={due} onChange={setDue} />
      <Button
        type={again ? 'default' : 'primary'}
        className="own-width"
        disabled={due === ''}
        loading={step.isPending}
        onClick={() =>
          step.mutate(
            { step: 'send', body: { due }, version: plan.version },
            { onSuccess: () => void message.success(t('review.sent', { count: fresh.length })) },
          )
        }
      >
        {t('review.sendTo', { count: fresh.length })}
      </Button>
    </StepPanel>
  );
}

function DecideForm({ plan }: { readonly plan: PlanView }) {
  const { t } = useReader();
  const step = usePlanStep(plan.id);
  const [meeting, setMeeting] = useState('');
  const [decidedOn, setDecidedOn] = useState('');
  const waiting = plan.sheets.filter(({ answer }) => answer === null).length;
  const open = plan.comments.filter(({ outcome }) => outcome === null).length;
  return (
    <StepPanel
      id="step-decide"
      title={t('review.decide')}
      hint={t(plan.silenceConsents ? 'review.decideHint' : 'review.decideHintStrict', { waiting, open })}
      error={step.error}
    >
      <Labelled id="decide-meeting" label={t('review.meeting')}>
        <Input
          id="decide-meeting"
          maxLength={200}
          placeholder={t('review.meetingExample')}
          value={meeting}
          onChange={({ target }) => setMeeting(target.value)}
        />
      </Labelled>
      <DayField id="decide-on" label={t('review.meetingDay')} value={decidedOn} onChange={setDecidedOn} />
      <Button
        type="primary"
        className="own-width"
        disabled={meeting.trim() === '' || decidedOn === ''}
        loading={step.isPending}
        onClick={() =>
          step.mutate({ step: 'decide', body: { meeting: meeting.trim(), decidedOn }, version: plan.version })
        }
      >
        {t('review.recordDecision')}
      </Button>
    </StepPanel>
  );
}

function IssueForm({ plan }: { readonly plan: PlanView }) {
  const { t } = useReader();
  const step = usePlanStep(plan.id);
  const { modal } = App.useApp();
  const [issuedOn, setIssuedOn] = useState('');
  const [document, setDocument] = useState('');
  const issue = () =>
    step.mutate({
      step: 'issue',
      body: {
        ...(issuedOn === '' ? {} : { issuedOn }),
        ...(document.trim() === '' ? {} : { document: document.trim() }),
      },
      version: plan.version,
    });
  return (
    <StepPanel
      id="step-issue"
      title={t('review.issue')}
      hint={t('review.issueHint', { count: plan.count })}
      error={step.error}
    >
      <Labelled id="issue-document" label={t('review.document')}>
        <Input
          id="issue-document"
          maxLength={60}
          placeholder={t('review.nextNumber', { pattern: plan.pattern })}
          value={document}
          onChange={({ target }) => setDocument(target.value)}
        />
      </Labelled>
      <DayField id="issue-on" label={t('review.issueDay')} value={issuedOn} onChange={setIssuedOn} />
      <Button
        type="primary"
        className="own-width"
        loading={step.isPending}
        onClick={() =>
          void modal.confirm({
            title: t('review.issueSure', { count: plan.count }),
            content: t('review.issueSureHint'),
            onOk: issue,
          })
        }
      >
        {t('review.issue')}
      </Button>
    </StepPanel>
  );
}

function ReviseForm({ plan }: { readonly plan: PlanView }) {
  const { t } = useReader();
  const navigate = useNavigate();
  const draft = useDraftPlan();
  return (
    <StepPanel id="step-revise" title={t('review.revise')} hint={t('review.reviseHint')} error={draft.error}>
      <Button
        className="own-width"
        loading={draft.isPending}
        onClick={() => draft.mutate(plan.report, { onSuccess: ({ id }) => void navigate(`/plans/${id}`) })}
      >
        {t('review.reviseDraft')}
      </Button>
    </StepPanel>
  );
}

function DayField(props: {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly onChange: (day: string) => void;
}) {
  return (
    <Labelled id={props.id} label={props.label}>
      <input
        id={props.id}
        className="period-day own-width"
        type="date"
        value={props.value}
        onChange={({ target }) => props.onChange(target.value)}
      />
    </Labelled>
  );
}
