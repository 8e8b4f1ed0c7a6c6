import { Button, Tooltip } from 'antd';
import { useId } from 'react';
import type { ActionView } from '../../client/index.ts';
import { useReader } from '../reader/index.ts';

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
  return (
    <section className="actions" aria-label={t('case.actions')}>
      {primary && <ActionButton action={primary} letter={props.letters[primary.name]} primary onAct={props.onAct} />}
      {inOrder.map((action) => (
        <ActionButton key={action.name} action={action} letter={props.letters[action.name]} onAct={props.onAct} />
      ))}
    </section>
  );
}

function ActionButton(props: {
  readonly action: ActionView;
  readonly letter: string | undefined;
  readonly primary?: boolean;
  readonly onAct: (action: ActionView) => void;
}) {
  const { action, letter } = props;
  const { t, say } = useReader();
  const id = useId();
  const reason = action.allowed ? '' : action.reason ? say(action.reason) : t('case.barred');
  const button = (
    <Button
      type={props.primary ? 'primary' : 'default'}
      aria-disabled={!action.allowed}
      aria-describedby={action.allowed ? undefined : id}
      aria-keyshortcuts={letter}
      className="action"
      data-action={action.name}
      onClick={() => {
        if (action.allowed) props.onAct(action);
      }}
    >
      {say(action.label)}
      {letter && (
        <span className="key" aria-hidden="true">
          {letter.toUpperCase()}
        </span>
      )}
    </Button>
  );
  if (action.allowed) return button;
  return (
    <span className="barred">
      <Tooltip title={reason} trigger={['hover', 'focus']}>
        {button}
      </Tooltip>
      <span id={id} className="barred-reason">
        {reason}
      </span>
    </span>
  );
}
