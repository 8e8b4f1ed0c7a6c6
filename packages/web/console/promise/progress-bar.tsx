import { useReader } from '../reader/index.ts';
import type { Shown } from './lights.ts';
import { gapText, shareText } from './share-text.ts';

/** A share done as a bar, with a tick where it was to be by now and the numbers beside it. */
export function ProgressBar(props: {
  readonly rate: number | null;
  readonly expected: number | null;
  readonly light: Shown;
  /** Without the difference in points: the tick on the bar shows it. */
  readonly brief?: boolean;
}) {
  const { t } = useReader();
  const { rate, expected, light, brief = false } = props;
  const percent = (share: number) => `${Math.min(100, Math.max(0, share * 100))}%`;
  const gap = gapText(rate, expected);
  return (
    <span className="progress" data-brief={brief}>
      <span className="progress-bar" data-light={light} aria-hidden="true">
        {rate !== null && <span style={{ width: percent(rate) }} />}
        {expected !== null && <i style={{ insetInlineStart: percent(expected) }} />}
      </span>
      <span className="progress-told num">
        <strong>{shareText(rate)}</strong>
        {expected !== null && (
          <span className="quiet"> {t('promise.expectedNow', { share: shareText(expected) })}</span>
        )}
        {gap !== undefined && !brief && <span className="quiet"> {gap}</span>}
      </span>
    </span>
  );
}
