import { Alert, Button } from 'antd';
import type { CaseView } from '../../client/index.ts';
import { useMoments, useReader } from '../reader/index.ts';
import { happenedSince } from './case-data.ts';

/** Says who changed the case while it was open; shows it only when asked to. */
export function ChangeNote(props: {
  readonly view: CaseView;
  readonly changed: CaseView;
  readonly onReload: () => void;
}) {
  const { t, say } = useReader();
  const { at } = useMoments();
  const last = happenedSince(props.view, props.changed).at(-1);
  return (
    <Alert
      type="info"
      showIcon
      banner
      role="status"
      title={
        last
          ? t('case.changed', { who: last.actor || t('case.system'), at: at(last.at), what: say(last.label) })
          : t('case.changedPlain')
      }
      action={
        <Button size="small" onClick={props.onReload}>
          {t('case.reload')}
        </Button>
      }
    />
  );
}
