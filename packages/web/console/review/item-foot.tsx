import { Button } from 'antd';
import { useReader } from '../reader/index.ts';

/** The foot of a form on an item. Where another was quicker the form cannot be sent any more: what was typed stays to be copied. */
export function ItemFoot(props: {
  readonly send: string;
  readonly canSend: boolean;
  readonly busy: boolean;
  readonly isDecided: boolean;
  readonly onCancel: () => void;
}) {
  const { t } = useReader();
  if (props.isDecided) {
    return (
      <div className="form-foot">
        <Button onClick={props.onCancel}>{t('shell.close')}</Button>
      </div>
    );
  }
  return (
    <div className="form-foot">
      <Button type="primary" htmlType="submit" loading={props.busy} disabled={!props.canSend}>
        {props.send}
        <span className="key" aria-hidden="true">
          Ctrl ↵
        </span>
      </Button>
      <Button onClick={props.onCancel}>{t('shell.cancel')}</Button>
    </div>
  );
}
