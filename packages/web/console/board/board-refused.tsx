import { Button } from 'antd';
import { Link } from 'react-router';
import { isRefusal } from '../../client/index.ts';
import { useReader } from '../reader/index.ts';
import { ErrorNote, errorText } from '../shell/error-text.tsx';

/** A board that is not to be read, and the way on: what was refused is refused again, so that only other addresses lead on. */
export function BoardRefused(props: { readonly board: string; readonly error: unknown; readonly onRetry: () => void }) {
  const reader = useReader();
  const { t } = reader;
  const { board, error, onRetry } = props;
  if (isRefusal(error, 'board.noUnit')) {
    const { what, remedy } = errorText(error, reader);
    return (
      <div className="empty">
        <h1>{what}</h1>
        <p>{remedy}</p>
        <Link to="/boards">{t('board.toList')}</Link>
      </div>
    );
  }
  return (
    <div className="board">
      <Link to="/boards">{t('board.toList')}</Link>
      <ErrorNote
        error={error}
        action={
          isRefusal(error, 'board.unit') ? (
            <Link to={`/boards/${board}`}>{t('board.withoutUnit')}</Link>
          ) : (
            !isRefusal(error) && <Button onClick={onRetry}>{t('shell.retry')}</Button>
          )
        }
      />
    </div>
  );
}
