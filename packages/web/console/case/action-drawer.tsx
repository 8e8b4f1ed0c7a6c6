import { Alert, App, Button, Drawer } from 'antd';
import { type FormEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import {
  type ActionView,
  type CaseView,
  isRefusal,
  isUncertain,
  type Receipt,
  type Words,
} from '../../client/index.ts';
import { FaultSummary } from '../form/fault-summary.tsx';
import { useFormState } from '../form/form-state.ts';
import { questionsOf } from '../form/question.ts';
import { QuestionList } from '../form/question-list.tsx';
import { useReader } from '../reader/index.ts';
import { useSession } from '../session/index.ts';
import { ErrorNote } from '../shell/error-text.tsx';
import { happenedSince } from './case-data.ts';
import { Timeline } from './timeline-panel.tsx';

/** The form of an action. It outlives a change of the case by others: what was typed stays, and it says what happened. */
export function ActionDrawer(props: {
  readonly view: CaseView;
  readonly name: string;
  readonly reload: () => Promise<CaseView>;
  readonly onClose: () => void;
  readonly onDone: (action: ActionView, stateChanged: boolean) => Promise<void>;
}) {
  const { view, name } = props;
  const { client } = useSession();
  const { t, say } = useReader();
  const { modal } = App.useApp();
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  const opened = useRef(view);
  const present = view.actions.find((action) => action.name === name);
  // The action as it was offered, for as long as the drawer is open, whatever becomes of it meanwhile.
  const [offered] = useState(present);
  const action = present ?? offered;
  const questions = useMemo(() => questionsOf(action?.asks ?? []), [action?.asks]);
  const state = useFormState<Receipt>({
    draft: `${view.id}.${name}`,
    questions,
    initial: action?.suggested ?? {},
    send: (answers, key) =>
      client.write('POST', `/api/cases/${view.id}/actions/${name}`, answers, { key, version: view.version }),
  });
  const stale = isRefusal(state.error, 'case.stale');
  const happened = happenedSince(opened.current, view);
  const known = useMemo(() => knownNames(view), [view]);

  // The first question takes the focus once the drawer has opened.
  const focusFirst = () => form.current?.querySelector<HTMLElement>('input, textarea, button[type="submit"]')?.focus();

  const clearError = state.clearError;
  const reread = view.version > opened.current.version;
  useEffect(() => {
    if (view.version > opened.current.version) clearError();
  }, [view.version, clearError]);

  if (action === undefined) return null;
  const barred = present?.allowed !== true;

  async function submit(event?: FormEvent) {
    event?.preventDefault();
    if (barred || action === undefined) return;
    const receipt = await state.submit();
    if (receipt !== undefined) await props.onDone(action, receipt.state !== view.state.id);
  }

  function close() {
    if (!state.isBusy()) return props.onClose();
    void modal.confirm({ title: t('form.leave'), onOk: props.onClose });
  }

  return (
    <Drawer
      open
      onClose={close}
      title={
        <span>
          {say(action.label)} <span className="quiet num">{view.number}</span>
        </span>
      }
      size={560}
      afterOpenChange={(isOpen) => isOpen && focusFirst()}
      closable={{ 'aria-label': t('shell.close') }}
      footer={
        <div className="form-foot">
          <Button type="primary" loading={state.sending} disabled={barred} onClick={() => void submit()}>
            {state.sending ? t('form.sending') : say(action.label)}
            <span className="key" aria-hidden="true">
              Ctrl ↵
            </span>
          </Button>
          <Button onClick={close}>{t('shell.cancel')}</Button>
        </div>
      }
    >
      <form
        ref={form}
        className="question-form"
        onSubmit={(event) => void submit(event)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void submit();
        }}
        noValidate
      >
        <FaultSummary id={id} questions={questions} faults={state.faults} />
        {reread && (
          <Alert
            type={barred ? 'warning' : 'info'}
            showIcon
            title={
              barred
                ? present?.reason
                  ? t('case.nowBarred', { action: say(action.label), reason: say(present.reason) })
                  : t('case.nowGone', { action: say(action.label) })
                : t('case.reloaded')
            }
            description={
              happened.length > 0 && (
                <>
                  <p className="quiet">{t('case.since')}</p>
                  <Timeline entries={happened} />
                </>
              )
            }
          />
        )}
        {state.error !== undefined && Object.keys(state.faults).length === 0 && (
          <ErrorNote
            error={state.error}
            action={
              stale ? (
                <Button size="small" onClick={() => void props.reload()}>
                  {t('case.reload')}
                </Button>
              ) : undefined
            }
          />
        )}
        {isUncertain(state.error) && <p className="note">{t('form.uncertain')}</p>}
        {state.restored && questions.length > 0 && (
          <p className="draft-note quiet">
            {t('form.draft')}
            <Button type="link" size="small" onClick={state.startOver}>
              {t('form.discard')}
            </Button>
          </p>
        )}
        {questions.length === 0 && <p className="quiet">{t('form.nothing')}</p>}
        <QuestionList
          id={id}
          questions={questions}
          answers={state.answers}
          onAnswers={state.change}
          faults={state.faults}
          onBusy={state.onBusy}
          suggested={action.suggested}
          because={action.because}
          caseId={view.id}
          known={known}
        />
        <button type="submit" hidden />
      </form>
    </Drawer>
  );
}

/** Names of codes that the page already shows, for answers that were filled in beforehand. */
function knownNames(view: CaseView): Readonly<Record<string, Words>> {
  const named = view.fields.flatMap(({ value, shown }): [string, Words][] =>
    typeof value === 'string' && shown !== null ? [[value, shown]] : [],
  );
  if (view.unit) named.push([view.unit.id, view.unit.name]);
  return Object.fromEntries(named);
}
