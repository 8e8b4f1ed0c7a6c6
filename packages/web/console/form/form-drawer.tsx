import { App, Button, Drawer } from 'antd';
import { type ComponentProps, type FormEvent, type ReactNode, useId, useRef } from 'react';
import { useReader } from '../reader/index.ts';
import { FaultSummary } from './fault-summary.tsx';
import { FormNotes } from './form-notes.tsx';
import type { FormState } from './form-state.ts';
import type { Question } from './question.ts';
import { QuestionList } from './question-list.tsx';

/** A form made of questions in a drawer; whoever closes it while files are on their way is asked first. */
export function FormDrawer(props: {
  readonly title: string;
  readonly number: string;
  readonly state: FormState;
  readonly questions: readonly Question[];
  /** Those asked at present, where not all are. */
  readonly asked?: readonly Question[];
  readonly list?: Pick<ComponentProps<typeof QuestionList>, 'suggested' | 'because' | 'caseId' | 'known'>;
  /** It cannot be sent any more; what was typed stays. */
  readonly barred?: boolean;
  /** What happened meanwhile. */
  readonly news?: ReactNode;
  /** Given where another was faster: reads what there is now. */
  readonly onReload?: (() => void) | undefined;
  readonly onSubmit: () => Promise<void>;
  readonly onClose: () => void;
}) {
  const { title, state, questions, barred = false, onReload } = props;
  const { t } = useReader();
  const { modal } = App.useApp();
  const id = useId();
  const form = useRef<HTMLFormElement>(null);

  function submit(event?: FormEvent) {
    event?.preventDefault();
    if (!barred) void props.onSubmit();
  }

  function close() {
    if (!state.isBusy()) return props.onClose();
    void modal.confirm({ title: t('form.leave'), onOk: props.onClose });
  }

  // The first question takes the focus once the drawer has opened.
  const focusFirst = () => form.current?.querySelector<HTMLElement>('input, textarea, button[type="submit"]')?.focus();

  return (
    <Drawer
      open
      onClose={close}
      title={
        <span>
          {title} <span className="quiet num">{props.number}</span>
        </span>
      }
      size={560}
      afterOpenChange={(isOpen) => isOpen && focusFirst()}
      closable={{ 'aria-label': t('shell.close') }}
      footer={
        <div className="form-foot">
          <Button type="primary" loading={state.sending} disabled={barred} onClick={() => submit()}>
            {state.sending ? t('form.sending') : title}
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
        onSubmit={submit}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit();
        }}
        noValidate
      >
        <FaultSummary id={id} questions={questions} faults={state.faults} />
        {props.news}
        <FormNotes
          state={state}
          action={
            onReload && (
              <Button size="small" onClick={onReload}>
                {t('case.reload')}
              </Button>
            )
          }
        />
        {questions.length === 0 && <p className="quiet">{t('form.nothing')}</p>}
        <QuestionList
          id={id}
          questions={props.asked ?? questions}
          among={questions}
          answers={state.answers}
          onAnswers={state.change}
          faults={state.faults}
          onBusy={state.onBusy}
          {...props.list}
        />
        <button type="submit" hidden />
      </form>
    </Drawer>
  );
}
