import { Button, Input } from 'antd';
import { useState } from 'react';
import { useReader } from '../reader/index.ts';
import type { ScreenText } from '../text/index.ts';
import type { ItemView } from './review-data.ts';

export type DeskMode = 'look' | 'edit' | 'split' | 'dismiss';

interface DeskAction {
  readonly key: string;
  readonly text: ScreenText;
  readonly primary?: boolean;
  readonly run: () => void;
  readonly allowed: boolean;
}

/** The actions of the desk, each with its key. */
export function DeskActions(props: { readonly actions: readonly DeskAction[]; readonly busy: boolean }) {
  const { t } = useReader();
  return (
    <div className="actions desk-actions">
      {props.actions
        .filter(({ allowed }) => allowed)
        .map(({ key, text, primary, run }) => (
          <Button
            key={key}
            className="action"
            type={primary === true ? 'primary' : 'default'}
            loading={primary === true && props.busy}
            aria-keyshortcuts={key}
            onClick={run}
          >
            {t(text)}
            <span className="key" aria-hidden="true">
              {key}
            </span>
          </Button>
        ))}
    </div>
  );
}

const usual: readonly ScreenText[] = [
  'review.reasonHeading',
  'review.reasonTwice',
  'review.reasonNoWork',
  'review.reasonOthers',
];

/** Why an item is left out: a usual reason, or others in words, which stay to be copied where another decided first. */
export function DismissForm(props: {
  readonly item: ItemView;
  readonly busy: boolean;
  readonly isDecided: boolean;
  readonly onSubmit: (reason: string) => void;
  readonly onCancel: () => void;
}) {
  const { t } = useReader();
  const [reason, setReason] = useState('');
  return (
    <form
      className="item-form stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (!props.isDecided && reason.trim().length >= 2) props.onSubmit(reason.trim());
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') props.onCancel();
      }}
    >
      {!props.isDecided && (
        <>
          <p>{t('review.whyDismiss')}</p>
          <div className="reasons">
            {usual.map((text) => (
              <Button key={text} onClick={() => props.onSubmit(t(text))} disabled={props.busy}>
                {t(text)}
              </Button>
            ))}
          </div>
        </>
      )}
      <Input
        autoFocus
        aria-label={t('review.otherReason')}
        placeholder={t('review.otherReason')}
        maxLength={400}
        value={reason}
        onChange={({ target }) => setReason(target.value)}
      />
      <div className="form-foot">
        {!props.isDecided && (
          <Button type="primary" htmlType="submit" loading={props.busy} disabled={reason.trim().length < 2}>
            {t('review.dismiss')}
            <span className="key" aria-hidden="true">
              ↵
            </span>
          </Button>
        )}
        <Button onClick={props.onCancel}>{t(props.isDecided ? 'shell.close' : 'shell.cancel')}</Button>
      </div>
    </form>
  );
}
