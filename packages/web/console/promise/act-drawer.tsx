import { App, Button, Drawer } from 'antd';
import { type FormEvent, useId, useRef } from 'react';
import { isRefusal, isUncertain, type PromiseView } from '../../client/index.ts';
import { FaultSummary } from '../form/fault-summary.tsx';
import { useFormState } from '../form/form-state.ts';
import { QuestionList } from '../form/question-list.tsx';
import { useReader } from '../reader/index.ts';
import { useSession } from '../session/index.ts';
import { ErrorNote } from '../shell/error-text.tsx';
import { type PromiseAct, sendAct } from './promise-act.ts';

/** The form of an act on a promise; what was typed stays until it has arrived. */
export function ActDrawer(props: {
  readonly view: PromiseView;
  readonly act: PromiseAct;
  readonly reload: () => Promise<PromiseView>;
  readonly onClose: () => void;
  readonly onDone: () => Promise<void>;
}) {
  const { view, act } = props;
  const { client } = useSession();
  const { t } = useReader();
  const { modal } = App.useApp();
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  const state = useFormState<true>({
    draft: `promise.${view.id}.${act.key}`,
    questions: act.questions,
    initial: act.initial,
    send: async (answers, key) => {
      await sendAct(client, act, answers, key, view.version);
      return true;
    },
  });
  const stale = isRefusal(state.error) && state.error.status === 409;

  async function submit(event?: FormEvent) {
    event?.preventDefault();
    if (await state.submit()) await props.onDone();
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
          {act.title} <span className="quiet num">{view.number}</span>
        </span>
      }
      size={560}
      afterOpenChange={(isOpen) =>
        isOpen && form.current?.querySelector<HTMLElement>('input, textarea, button[type="submit"]')?.focus()
      }
      closable={{ 'aria-label': t('shell.close') }}
      footer={
        <div className="form-foot">
          <Button type="primary" loading={state.sending} onClick={() => void submit()}>
            {state.sending ? t('form.sending') : act.title}
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
        <FaultSummary id={id} questions={act.questions} faults={state.faults} />
        {state.error !== undefined && Object.keys(state.faults).length === 0 && (
          <ErrorNote
            error={state.error}
            action={
              stale ? (
                <Button size="small" onClick={() => void props.reload().then(state.clearError)}>
                  {t('case.reload')}
                </Button>
              ) : undefined
            }
          />
        )}
        {isUncertain(state.error) && <p className="note">{t('form.uncertain')}</p>}
        {state.restored && act.questions.length > 0 && (
          <p className="draft-note quiet">
            {t('form.draft')}
            <Button type="link" size="small" onClick={state.startOver}>
              {t('form.discard')}
            </Button>
          </p>
        )}
        {act.questions.length === 0 && <p className="quiet">{t('form.nothing')}</p>}
        <QuestionList
          id={id}
          questions={act.questions.filter(({ name }) => act.isAsked?.(name, state.answers) ?? true)}
          among={act.questions}
          answers={state.answers}
          onAnswers={state.change}
          faults={state.faults}
          onBusy={state.onBusy}
          {...(act.known === undefined ? {} : { known: act.known })}
        />
        <button type="submit" hidden />
      </form>
    </Drawer>
  );
}
