import { Button, Tooltip } from 'antd';
import { type ReactElement, useId } from 'react';
import type { Words } from '../../client/index.ts';
import { useReader } from '../reader/index.ts';

/** A button for something that may be done. A barred one can be reached and says why. */
export function ActionButton(props: {
  readonly name: string;
  readonly action: { readonly label: Words; readonly allowed: boolean; readonly reason?: Words | null };
  /** The key that presses it. */
  readonly letter?: string | undefined;
  readonly primary?: boolean;
  readonly onAct: () => void;
}) {
  const { action, letter } = props;
  const { t, say } = useReader();
  const id = useId();
  const button = (
    <Button
      type={props.primary ? 'primary' : 'default'}
      aria-disabled={!action.allowed}
      aria-describedby={action.allowed ? undefined : id}
      aria-keyshortcuts={letter}
      className="action"
      data-action={props.name}
      onClick={() => {
        if (action.allowed) props.onAct();
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
    <Barred id={id} reason={action.reason ? say(action.reason) : t('case.barred')}>
      {button}
    </Barred>
  );
}

/** Around a button that may be reached and not pressed: why not. `id` is what the button is described by. */
export function Barred(props: { readonly id: string; readonly reason: string; readonly children: ReactElement }) {
  return (
    <span className="barred">
      <Tooltip title={props.reason} trigger={['hover', 'focus']}>
        {props.children}
      </Tooltip>
      <span id={props.id} className="barred-reason">
        {props.reason}
      </span>
    </span>
  );
}
