import { Button, Skeleton } from 'antd';
import { Link } from 'react-router';
import { usePageTitle, useReader } from '../reader/index.ts';
import { ErrorNote } from '../shell/error-text.tsx';
import type { ScreenText } from '../text/index.ts';
import { type BoardEntry, useBoards } from './board-data.ts';

const SPANS: Readonly<Record<BoardEntry['reads'], ScreenText>> = {
  day: 'board.byDay',
  week: 'board.byWeek',
  month: 'board.byMonth',
  year: 'board.byYear',
};

/** The boards of the reader's post. */
export function BoardsPage() {
  const { t, say } = useReader();
  const boards = useBoards();
  usePageTitle(t('board.title'));
  return (
    <div className="board">
      <header className="board-head">
        <h1>{t('board.title')}</h1>
      </header>
      {boards.error && (
        <ErrorNote
          error={boards.error}
          action={<Button onClick={() => void boards.refetch()}>{t('shell.retry')}</Button>}
        />
      )}
      {boards.isPending && <Skeleton active paragraph={{ rows: 4 }} />}
      {boards.data?.length === 0 && (
        <div className="empty">
          <h2>{t('board.noBoards')}</h2>
          <p>{t('board.noBoardsHint')}</p>
        </div>
      )}
      <ul className="board-list">
        {boards.data?.map(({ id, name, meaning, reads }) => (
          <li key={id}>
            <Link to={`/boards/${id}`} className="panel">
              <h2>
                {say(name)} <span className="mark">{t(SPANS[reads])}</span>
              </h2>
              <p className="quiet">{say(meaning)}</p>
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
