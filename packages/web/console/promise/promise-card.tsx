import { memo } from 'react';
import { Link } from 'react-router';
import type { PromiseRow } from '../../client/index.ts';
import { dayText } from '../board/board-period.ts';
import { differenceText } from '../board/figure-text.ts';
import { useReader } from '../reader/index.ts';
import { lightOf } from './lights.ts';
import { PromiseLight } from './promise-light.tsx';
import { gapText, shareText } from './share-text.ts';
import { ThreeStatuses } from './three-statuses.tsx';
import { TrajectoryLine } from './trajectory-line.tsx';

/** One promise on the wall: its light in colour and word, its title, its way through the year, who leads it and by when. */
export const PromiseCard = memo(function PromiseCard(props: {
  readonly row: PromiseRow;
  /** With its light and its figures: not everybody is shown those. */
  readonly measured: boolean;
  readonly onOpen: (id: string) => void;
}) {
  const { row, measured, onOpen } = props;
  const { t, say, locale } = useReader();
  return (
    <li className="promise-card" data-light={lightOf(row.light)}>
      <Link
        to={`/promises/${row.id}`}
        onClick={(event) => {
          if (event.metaKey || event.ctrlKey || event.shiftKey) return;
          event.preventDefault();
          onOpen(row.id);
        }}
      >
        <span className="promise-card-head">
          {measured && <PromiseLight light={row.light} />}
          <span className="quiet num">{row.number}</span>
        </span>
        <span className="promise-card-title">{row.title}</span>
        {measured && (
          <>
            <TrajectoryLine path={row.path} actual={row.sparkline} light={lightOf(row.light)} />
            <PromiseFigures row={row} />
          </>
        )}
        <span className="promise-card-who quiet">
          <span>{row.lead === null ? t('promise.noLead') : say(row.lead.name)}</span>
          <span className="num">{row.due === null ? t('promise.noDue') : dayText(row.due, locale)}</span>
        </span>
        <ThreeStatuses row={row} />
      </Link>
    </li>
  );
});

/** Done, to be done by now, and the difference in points. */
export function PromiseFigures({
  row,
}: {
  readonly row: Pick<PromiseRow, 'rate' | 'expected' | 'growthPoints' | 'met'>;
}) {
  const { t } = useReader();
  const gap = gapText(row.rate, row.expected);
  if (row.rate === null && row.growthPoints !== null) {
    const points = differenceText(row.growthPoints, 1);
    return (
      <span className="promise-figures num">
        <strong data-behind={points.startsWith('−')}>{t('promise.growthPoints', { points })}</strong>
      </span>
    );
  }
  if (row.rate === null && row.met !== null) {
    return (
      <span className="promise-figures">
        <strong data-behind={!row.met}>{t(row.met ? 'promise.kept' : 'promise.exceeded')}</strong>
      </span>
    );
  }
  if (row.rate === null) return <span className="promise-figures quiet">{t('promise.noFigures')}</span>;
  return (
    <span className="promise-figures num">
      <strong>{shareText(row.rate)}</strong>
      {row.expected !== null && <span>{t('promise.expectedNow', { share: shareText(row.expected) })}</span>}
      {gap !== undefined && <span data-behind={gap.startsWith('−')}>{t('promise.points', { points: gap })}</span>}
    </span>
  );
}
