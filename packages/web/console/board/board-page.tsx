import { DownloadOutlined, PrinterOutlined } from '@ant-design/icons';
import { type Days, spanOf } from '@huying/kit/board';
import { Button, Select, Skeleton } from 'antd';
import { useCallback, useMemo, useState } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { queryText } from '../../client/index.ts';
import { useMoments, usePageTitle, useReader } from '../reader/index.ts';
import { ErrorNote } from '../shell/error-text.tsx';
import { useKeys } from '../shell/keys.ts';
import { useSaveFile } from '../shell/save-file.ts';
import { type BoardContext, BoardProvider } from './board-context.tsx';
import { type BoardView, type Measures, type NumberPlace, useBoard, useMeasures } from './board-data.ts';
import { dayText, periodAfter, periodBefore, periodText, todayIn } from './board-period.ts';
import { BoardRefused } from './board-refused.tsx';
import { BoardPanel } from './panel-view.tsx';
import { PeriodPicker } from './period-picker.tsx';
import { RenamedNote } from './renamed-note.tsx';
import { RowsDrawer } from './rows-drawer.tsx';

/** A board: what it is about and when, and its panels. The address says everything, so that it can be passed on. */
export function BoardPage() {
  const { t, say } = useReader();
  const { board = '' } = useParams();
  const navigate = useNavigate();
  const [params, setParams] = useSearchParams();
  const asked = {
    from: params.get('from') ?? undefined,
    to: params.get('to') ?? undefined,
    unit: params.get('unit') ?? undefined,
  };
  const read = useBoard(board, asked);
  const measures = useMeasures();
  usePageTitle(read.data ? say(read.data.name) : t('board.title'));
  const error = read.error ?? measures.error;

  if (error !== null && (read.data === undefined || read.isPlaceholderData || measures.data === undefined)) {
    return <BoardRefused board={board} error={error} onRetry={() => void read.refetch()} />;
  }
  if (read.data === undefined || measures.data === undefined) {
    return (
      <div className="board" role="status" aria-label={t('shell.loading')}>
        <Skeleton active paragraph={{ rows: 3 }} />
        <Skeleton active paragraph={{ rows: 8 }} />
      </div>
    );
  }
  const choose = (next: { readonly days?: Days; readonly unit?: BoardView['choices'][number] }) => {
    const changed = new URLSearchParams(params);
    if (next.days !== undefined) {
      changed.set('from', next.days.from);
      changed.set('to', next.days.to);
    }
    if (next.unit !== undefined) changed.set('unit', next.unit.unit);
    const { board: fitting = board } = next.unit ?? {};
    if (fitting === board) setParams(changed, { replace: true });
    else void navigate(`/boards/${fitting}?${changed}`);
  };
  return (
    <OpenBoard
      view={read.data}
      measures={measures.data}
      stale={read.isPlaceholderData}
      error={read.error}
      onChoose={choose}
      onRetry={() => void read.refetch()}
    />
  );
}

function OpenBoard(props: {
  readonly view: BoardView;
  readonly measures: Measures;
  /** What is shown is still of the period before. */
  readonly stale: boolean;
  readonly error: unknown;
  readonly onChoose: (next: { readonly days?: Days; readonly unit?: BoardView['choices'][number] }) => void;
  readonly onRetry: () => void;
}) {
  const { locale, zone, t, say } = useReader();
  const { now, at } = useMoments();
  const { view, measures, onChoose } = props;
  const [opened, setOpened] = useState<{ readonly place: NumberPlace; readonly title: string } | null>(null);
  const open = useCallback((place: NumberPlace, title: string) => setOpened({ place, title }), []);
  const context = useMemo<BoardContext>(() => ({ view, measures, open }), [view, measures, open]);
  const today = todayIn(zone, now);
  const { period, before, yearBefore } = view;
  const next = periodAfter(period, view.reads, today);
  const { busy, save } = useSaveFile();
  const asked = queryText({ from: period.from, to: period.to, unit: view.subject?.unit });
  const exportBoard = () => void save(`/api/boards/${view.id}/export.xlsx${asked}`, 'board.xlsx');
  useKeys('board.title', [
    { key: '[', says: t('board.periodBefore'), run: () => onChoose({ days: periodBefore(period) }) },
    ...(next ? [{ key: ']', says: t('board.periodAfter'), run: () => onChoose({ days: next }) }] : []),
    { key: 'e', says: t('board.export'), run: exportBoard },
    { key: 'p', says: t('board.print'), run: () => window.print() },
  ]);
  const named = (days: Days) => periodText(days, spanOf(days), locale);
  return (
    <BoardProvider value={context}>
      <div className="board" data-stale={props.stale}>
        <header className="board-head">
          <div className="board-title">
            <h1>
              {say(view.name)}
              {view.subject && <span className="board-subject">{say(view.subject.name)}</span>}
            </h1>
            {view.subject && <RenamedNote renamed={view.subject} />}
            <p className="quiet">{say(view.meaning)}</p>
          </div>
          <div className="board-tools">
            {view.choices.length > 1 && (
              <Select
                className="board-unit"
                showSearch={{ optionFilterProp: 'label' }}
                aria-label={t('board.unit')}
                value={view.subject?.unit ?? ''}
                options={view.choices.map(({ unit, name, ended }) => ({
                  value: unit,
                  label: ended ? t('board.endedUnit', { name: say(name) }) : say(name),
                }))}
                onChange={(id) => {
                  const unit = view.choices.find((one) => one.unit === id);
                  if (unit !== undefined) onChoose({ unit });
                }}
              />
            )}
            <PeriodPicker days={period} reads={view.reads} today={today} onChange={(days) => onChoose({ days })} />
            <Button icon={<DownloadOutlined />} loading={busy} title={`${t('board.export')} (e)`} onClick={exportBoard}>
              {t('board.export')}
            </Button>
            <Button
              icon={<PrinterOutlined />}
              aria-label={t('board.print')}
              title={`${t('board.print')} (p)`}
              onClick={() => window.print()}
            />
          </div>
        </header>
        <p className="board-line">
          {!view.verified && <strong className="board-reference">{t('board.reference')}</strong>}
          <span className="num">{named(period)}</span>
          {view.running && <span className="mark">{t('board.running')}</span>}
          {before && (
            <span className="quiet num">
              {t('board.comparedWith', {
                period: view.running && period.from !== period.to ? daysText(before) : named(before),
              })}
              {yearBefore &&
                t('board.andWith', {
                  period: view.running && period.from !== period.to ? daysText(yearBefore) : named(yearBefore),
                })}
            </span>
          )}
          {!view.whole && <span className="mark">{t('board.part')}</span>}
          <span className="quiet num board-read">{t('board.readAt', { at: at(view.at) })}</span>
        </p>
        {props.error !== null && (
          <ErrorNote error={props.error} action={<Button onClick={props.onRetry}>{t('shell.retry')}</Button>} />
        )}
        <div className="panels">
          {view.panels.map((panel) => (
            <BoardPanel key={panel.id} panel={panel} />
          ))}
        </div>
        <p className="quiet board-foot">{t('board.foot')}</p>
      </div>
      {opened && <RowsDrawer {...opened} measures={measures} onClose={() => setOpened(null)} />}
    </BoardProvider>
  );

  function daysText({ from, to }: Days): string {
    return `${dayText(from, locale, true)}–${dayText(to, locale)}`;
  }
}
