import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Segmented, Skeleton } from 'antd';
import { type ReactNode, useEffect, useId, useMemo, useRef } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import type { Definition, Receipt, Values } from '../../client/index.ts';
import { useDefinition, useDefinitions } from '../case/definitions.ts';
import { FaultSummary } from '../form/fault-summary.tsx';
import { FormNotes } from '../form/form-notes.tsx';
import { useFormState } from '../form/form-state.ts';
import { intakeQuestions } from '../form/question.ts';
import { QuestionList } from '../form/question-list.tsx';
import { usePageTitle, useReader } from '../reader/index.ts';
import { useMe, useSession } from '../session/index.ts';
import { ErrorNote } from '../shell/error-text.tsx';
import { useKeys } from '../shell/keys.ts';
import { REGISTERS, TAKES_CALLS } from '../shell/roles.ts';
import { intakeGroups } from './intake-groups.ts';
import { SameCaller } from './same-caller.tsx';

/** A new case of a type the reader may open: a ticket, for the one who has the caller on the line. */
export function IntakePage() {
  const me = useMe();
  const { t, say } = useReader();
  usePageTitle(t('intake.title'));
  const [search, setSearch] = useSearchParams();
  const definitions = useDefinitions();
  const types = definitions.data?.filter(({ mayOpen }) => mayOpen);
  const chosen = types?.find(({ type }) => type === search.get('type')) ?? types?.[0];
  const definition = useDefinition(chosen?.hash);
  const error = definitions.error ?? definition.error;
  const role = me.posts.find(({ id }) => id === me.post)?.role ?? '';
  // Nobody fills in a form that is refused at its end.
  if (!REGISTERS.includes(role)) {
    return (
      <WithoutForm>
        <p className="empty">{t('intake.notYours')}</p>
      </WithoutForm>
    );
  }
  if (error) {
    return (
      <WithoutForm>
        <ErrorNote error={error} />
      </WithoutForm>
    );
  }
  if (types?.length === 0) {
    return (
      <WithoutForm>
        <p className="empty">{t('intake.noTypes')}</p>
      </WithoutForm>
    );
  }
  if (definition.data === undefined) {
    return (
      <WithoutForm>
        <Skeleton active />
      </WithoutForm>
    );
  }
  return (
    <>
      {types !== undefined && types.length > 1 && (
        <Segmented
          className="intake-types"
          aria-label={t('intake.type')}
          value={definition.data.id}
          options={types.map(({ type, name }) => ({ value: type, label: say(name) }))}
          onChange={(type) => setSearch({ type }, { replace: true })}
        />
      )}
      <IntakeForm
        key={definition.data.id}
        definition={definition.data}
        takesCalls={TAKES_CALLS.includes(role) && definition.data.type.roles.callerPhone !== undefined}
      />
    </>
  );
}

/** The page before there is a form, or where there is none: by its name all the same. */
function WithoutForm({ children }: { readonly children: ReactNode }) {
  const { t } = useReader();
  return (
    <div className="intake">
      <div className="intake-form">
        <h1>{t('intake.title')}</h1>
        {children}
      </div>
    </div>
  );
}

function IntakeForm(props: { readonly definition: Definition; readonly takesCalls: boolean }) {
  const { definition, takesCalls } = props;
  const { client } = useSession();
  const { t } = useReader();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const id = useId();
  const queries = useQueryClient();
  const answersNow = useRef(false);
  const questions = useMemo(() => intakeQuestions(definition), [definition]);
  const groups = useMemo(() => intakeGroups(questions), [questions]);
  const state = useFormState<Receipt>({
    draft: `new.${definition.id}`,
    questions,
    initial: standardAnswers(definition),
    send: (fields, key) => client.write('POST', '/api/cases', { type: definition.id, fields }, { key }),
  });
  const { phone } = state.answers;
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector('input')?.focus(), []);

  useKeys('intake.title', [{ key: 'Ctrl Enter', says: t('keys.submit') }]);

  async function submit(answerNow: boolean) {
    answersNow.current = answerNow;
    const receipt = await state.submit();
    if (receipt === undefined) return;
    void queries.invalidateQueries({ queryKey: ['cases'], refetchType: 'none' });
    void message.success(t('intake.opened', { number: receipt.number }));
    await navigate(`/cases/${receipt.id}${answerNow ? '?act=answer' : ''}`);
  }

  return (
    <div className="intake">
      <form
        ref={form}
        className="intake-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit(false);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void submit(answersNow.current);
        }}
      >
        <h1>{t('intake.title')}</h1>
        <FaultSummary id={id} questions={groups.flatMap(([, own]) => own)} faults={state.faults} />
        <FormNotes state={state} />
        {groups.map(([group, own]) => (
          <fieldset key={group} className="panel">
            <legend>{t(`intake.${group}`)}</legend>
            <div className="question-grid">
              <QuestionList
                id={id}
                questions={own}
                among={questions}
                answers={state.answers}
                onAnswers={state.change}
                faults={state.faults}
                onBusy={state.onBusy}
              />
            </div>
          </fieldset>
        ))}
        <div className="form-foot sticky">
          <Button type="primary" htmlType="submit" loading={state.sending}>
            {state.sending ? t('form.sending') : t('intake.submit')}
          </Button>
          {definition.type.actions.answer && (
            <Button disabled={state.sending} onClick={() => void submit(true)}>
              {t('intake.submitAnswer')}
            </Button>
          )}
        </div>
      </form>
      {takesCalls && (
        <aside className="intake-side">
          <SameCaller phone={typeof phone === 'string' ? phone : ''} definition={definition} />
        </aside>
      )}
    </div>
  );
}

/** What an operator at the telephone would choose anyway. */
function standardAnswers({ type }: Definition): Values {
  const channel = type.fields.channel;
  const byPhone = channel?.kind === 'choice' && channel.source.from === 'options' && 'phone' in channel.source.options;
  return byPhone ? { channel: 'phone' } : {};
}
