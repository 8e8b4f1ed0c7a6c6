import { Button, Drawer, Skeleton } from 'antd';
import { Link } from 'react-router';
import type { PromiseRow } from '../../client/index.ts';
import { useReader } from '../reader/index.ts';
import { ErrorNote } from '../shell/error-text.tsx';
import { AgreedPanel } from './agreed-panel.tsx';
import { ClausePanel } from './clause-panel.tsx';
import { lightOf } from './lights.ts';
import { PromiseFigures } from './promise-card.tsx';
import { usePromise } from './promise-data.ts';
import { StandingPanel } from './standing-panel.tsx';
import { TrajectoryLine } from './trajectory-line.tsx';

/** A promise beside the wall: why it has its light, what was promised, and the way to its page. */
export function PeekDrawer(props: {
  readonly id: string;
  readonly row: PromiseRow | undefined;
  readonly onClose: () => void;
}) {
  const { t } = useReader();
  const { view, error } = usePromise(props.id);
  const row = view ?? props.row;
  return (
    <Drawer
      open
      onClose={props.onClose}
      title={row?.title ?? t('shell.loading')}
      size={620}
      closable={{ 'aria-label': t('shell.close') }}
      className="peek"
      extra={
        <Link to={`/promises/${props.id}`}>
          <Button type="primary" tabIndex={-1}>
            {t('promise.openPage')}
          </Button>
        </Link>
      }
    >
      <div className="stack">
        {error && <ErrorNote error={error} />}
        {row && (
          <div className="peek-course">
            <TrajectoryLine
              path={row.path}
              actual={row.sparkline}
              light={lightOf(row.light)}
              width={560}
              height={120}
            />
            <PromiseFigures row={row} />
          </div>
        )}
        {view === undefined && !error && <Skeleton active paragraph={{ rows: 8 }} />}
        {view && (
          <>
            <StandingPanel view={view} />
            <AgreedPanel view={view} />
            <ClausePanel clauses={view.clauses} missing={view.missing} />
          </>
        )}
      </div>
    </Drawer>
  );
}
