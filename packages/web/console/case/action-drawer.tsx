import { Alert } from 'antd';
import { useEffect, useMemo, useRef, useState } from 'react';
import {
  type ActionView,
  type CaseView,
  isRefusal,
  type Receipt,
  type Values,
  type Words,
} from '../../client/index.ts';
import { FormDrawer } from '../form/form-drawer.tsx';
import { useFormState } from '../form/form-state.ts';
import { questionsOf } from '../form/question.ts';
import { useReader } from '../reader/index.ts';
import { useSession } from '../session/index.ts';
import { happenedSince } from './case-data.ts';
import { Timeline } from './timeline-panel.tsx';

/** The form of an action. It outlives a change of the case by others: what was typed stays, and it says what happened. */
export function ActionDrawer(props: {
  readonly view: CaseView;
  readonly name: string;
  /** Answers that are known beforehand, from where the form was opened. */
  readonly filled?: Values | undefined;
  readonly reload: () => Promise<CaseView>;
  readonly onClose: () => void;
  readonly onDone: (action: ActionView, stateChanged: boolean) => Promise<void>;
}) {
  const { view, name } = props;
  const { client } = useSession();
  const { t, say } = useReader();
  const opened = useRef(view);
  const present = view.actions.find((action) => action.name === name);
  // The action as it was offered, for as long as the drawer is open, whatever becomes of it meanwhile.
  const [offered] = useState(present);
  const action = present ?? offered;
  const questions = useMemo(() => questionsOf(action?.asks ?? []), [action?.asks]);
  const state = useFormState<Receipt>({
    // What was begun beside one case is not taken up beside another.
    draft: [view.id, name, ...Object.values(props.filled ?? {})].join('.'),
    questions,
    initial: { ...action?.suggested, ...props.filled },
    send: (answers, key) =>
      client.write('POST', `/api/cases/${view.id}/actions/${name}`, answers, { key, version: view.version }),
  });
  const stale = isRefusal(state.error, 'case.stale');
  const happened = happenedSince(opened.current, view);
  const known = useMemo(() => knownNames(view), [view]);

  const clearError = state.clearError;
  const reread = view.version > opened.current.version;
  useEffect(() => {
    if (view.version > opened.current.version) clearError();
  }, [view.version, clearError]);

  if (action === undefined) return null;
  const barred = present?.allowed !== true;

  async function submit() {
    if (action === undefined) return;
    const receipt = await state.submit();
    if (receipt !== undefined) await props.onDone(action, receipt.state !== view.state.id);
  }

  return (
    <FormDrawer
      title={say(action.label)}
      number={view.number}
      state={state}
      questions={questions}
      list={{ suggested: action.suggested, because: action.because, caseId: view.id, known }}
      barred={barred}
      news={
        reread && (
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
        )
      }
      onReload={stale ? () => void props.reload() : undefined}
      onSubmit={submit}
      onClose={props.onClose}
    />
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
