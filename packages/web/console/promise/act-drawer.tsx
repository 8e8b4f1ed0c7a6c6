import { isRefusal, type PromiseView } from '../../client/index.ts';
import { FormDrawer } from '../form/form-drawer.tsx';
import { useFormState } from '../form/form-state.ts';
import { useSession } from '../session/index.ts';
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
  return (
    <FormDrawer
      title={act.title}
      number={view.number}
      state={state}
      questions={act.questions}
      asked={act.questions.filter(({ name }) => act.isAsked?.(name, state.answers) ?? true)}
      list={act.known === undefined ? {} : { known: act.known }}
      onReload={stale ? () => void props.reload().then(state.clearError) : undefined}
      onSubmit={async () => {
        if (await state.submit()) await props.onDone();
      }}
      onClose={props.onClose}
    />
  );
}
