import type { ActionView } from '../../client/index.ts';
import { useReader } from '../reader/index.ts';
import { ActionButton } from './action-button.tsx';

/** The one thing to do next, and the rest in a quiet row. A barred one can be reached and says why. */
export function ActionRow(props: {
  readonly actions: readonly ActionView[];
  readonly letters: Readonly<Record<string, string>>;
  readonly onAct: (action: ActionView) => void;
}) {
  const { t } = useReader();
  const { actions } = props;
  if (actions.length === 0) return <p className="quiet">{t('case.noActions')}</p>;
  const primary = actions.find((action) => action.primary && action.allowed);
  const others = actions.filter((action) => action !== primary);
  const inOrder = [...others.filter(({ allowed }) => allowed), ...others.filter(({ allowed }) => !allowed)];
  const button = (action: ActionView) => ({
    name: action.name,
    action,
    letter: props.letters[action.name],
    onAct: () => props.onAct(action),
  });
  return (
    <section className="actions" aria-label={t('case.actions')}>
      {primary && <ActionButton {...button(primary)} primary />}
      {inOrder.map((action) => (
        <ActionButton key={action.name} {...button(action)} />
      ))}
    </section>
  );
}
