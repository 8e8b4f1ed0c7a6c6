import { Button, Tooltip } from 'antd';
import { useId } from 'react';
import type { PromiseActionView, PromiseView } from '../../client/index.ts';
import { useReader } from '../reader/index.ts';

/** What the reader may do: the steps of its course first, then what is told of it. A barred step can be reached and says why. */
export function PromiseActions(props: {
  readonly view: PromiseView;
  readonly acts: readonly { readonly key: string; readonly title: string }[];
  readonly onStep: (action: PromiseActionView) => void;
  readonly onAct: (key: string) => void;
}) {
  const { t } = useReader();
  const { view, acts } = props;
  // What goes back or gives up asks for a reason: it is never the first thing offered.
  const goesOn = ({ asks }: PromiseActionView) => asks.every(({ name }) => name !== 'reason');
  const offered = view.actions.filter((action) => action.allowed);
  const allowed = [...offered.filter(goesOn), ...offered.filter((action) => !goesOn(action))];
  const barred = view.actions.filter((action) => !action.allowed);
  if (view.actions.length === 0 && acts.length === 0) return <p className="quiet">{t('case.noActions')}</p>;
  return (
    <section className="actions" aria-label={t('case.actions')}>
      {allowed.map((action, at) => (
        <StepButton key={action.step} action={action} primary={at === 0 && goesOn(action)} onStep={props.onStep} />
      ))}
      {acts.map(({ key, title }) => (
        <Button key={key} className="action" onClick={() => props.onAct(key)}>
          {title}
        </Button>
      ))}
      {barred.map((action) => (
        <StepButton key={action.step} action={action} onStep={props.onStep} />
      ))}
    </section>
  );
}

function StepButton(props: {
  readonly action: PromiseActionView;
  readonly primary?: boolean;
  readonly onStep: (action: PromiseActionView) => void;
}) {
  const { action } = props;
  const { t, say } = useReader();
  const id = useId();
  const button = (
    <Button
      type={props.primary ? 'primary' : 'default'}
      aria-disabled={!action.allowed}
      aria-describedby={action.allowed ? undefined : id}
      className="action"
      data-action={action.step}
      onClick={() => {
        if (action.allowed) props.onStep(action);
      }}
    >
      {say(action.label)}
    </Button>
  );
  if (action.allowed) return button;
  const reason = action.reason ? say(action.reason) : t('case.barred');
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
