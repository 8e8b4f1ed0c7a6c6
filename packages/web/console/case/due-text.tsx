import type { Light } from '../../client/index.ts';
import { useMoments, useReader } from '../reader/index.ts';

/** A due time twice: when, and how long that is. A clock that rests or has stopped has nothing left to count. */
export function DueText(props: {
  readonly due: string | null;
  readonly light: Light;
  readonly provisional?: boolean;
  readonly note?: string;
}) {
  const { t } = useReader();
  const { at, left } = useMoments();
  const { due, light } = props;
  if (due === null) return <span className="quiet">{t(light === 'paused' ? 'due.paused' : 'due.none')}</span>;
  const running = light === 'green' || light === 'yellow' || light === 'red';
  return (
    <span className="due num">
      <span>
        {at(due)}
        {props.provisional && <span className="quiet"> ({t('due.provisional')})</span>}
      </span>
      <span className="due-left" data-light={light}>
        {running ? left(due) : t(`light.${light}`)}
        {props.note && ` · ${props.note}`}
      </span>
    </span>
  );
}
