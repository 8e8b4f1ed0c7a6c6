import { Button, Drawer, Segmented, Skeleton } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { useReader } from '../reader/index.ts';
import { ErrorNote } from '../shell/error-text.tsx';
import type { ScreenText } from '../text/index.ts';
import { type Measures, type NumberPlace, type Part, type RowsBehind, useRows } from './board-data.ts';
import { dayText } from './board-period.ts';
import { numberText } from './figure-text.ts';

/** Those measured but not counted above are not a part of their own: they are chosen among those measured. */
type Tab = Exclude<Part, 'others'>;

const PARTS: Readonly<Record<Tab, ScreenText>> = {
  among: 'board.partAmong',
  of: 'board.partOf',
  except: 'board.partExcept',
};

/** The cases behind a number: those measured, those that count, those left out. */
export function RowsDrawer(props: {
  readonly place: NumberPlace;
  readonly title: string;
  readonly measures: Measures;
  readonly onClose: () => void;
}) {
  const { locale, t, say } = useReader();
  const { place, measures } = props;
  const definition = measures.get(place.measure);
  const isRatio = definition?.form === 'ratio';
  const parts: readonly Tab[] = isRatio
    ? (['among', 'of', 'except'] as const).filter((part) => definition.parts[part] !== undefined)
    : [];
  const [tab, setTab] = useState<Tab>(isRatio || definition?.form === 'mean' ? 'among' : 'of');
  const [failed, setFailed] = useState(false);
  const part = tab === 'among' && failed ? 'others' : tab;
  const days =
    place.from === place.to
      ? dayText(place.from, locale, true)
      : `${dayText(place.from, locale, true)} – ${dayText(place.to, locale, true)}`;
  return (
    <Drawer
      open
      onClose={props.onClose}
      title={props.title}
      size={640}
      closable={{ 'aria-label': t('shell.close') }}
      className="rows-drawer"
    >
      <div className="stack">
        <p className="quiet num">{days}</p>
        {definition && <p>{say(definition.meaning)}</p>}
        {parts.length > 0 && (
          <div className="rows-parts">
            <Segmented<Tab>
              value={tab}
              options={parts.map((one) => ({ value: one, label: t(PARTS[one]) }))}
              onChange={(next) => {
                setTab(next);
                setFailed(false);
              }}
            />
            {tab === 'among' && (
              <label className="rows-failed">
                <input type="checkbox" checked={failed} onChange={(event) => setFailed(event.target.checked)} />{' '}
                {t('board.onlyOthers')}
              </label>
            )}
          </div>
        )}
        <Rows key={part} place={place} part={part} isRatio={isRatio} />
      </div>
    </Drawer>
  );
}

function Rows(props: { readonly place: NumberPlace; readonly part: Part; readonly isRatio: boolean }) {
  const { t } = useReader();
  const rows = useRows(props.place, props.part);
  const [first] = rows.data?.pages ?? [];
  if (rows.error) {
    return (
      <ErrorNote error={rows.error} action={<Button onClick={() => void rows.refetch()}>{t('shell.retry')}</Button>} />
    );
  }
  if (first === undefined) return <Skeleton active paragraph={{ rows: 6 }} />;
  const shown = rows.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <p className="num">
        {t('board.rowsTotal', { count: numberText(first.total) })}
        {first.hidden > 0 && (
          <span className="quiet">{t('board.rowsHidden', { count: numberText(first.hidden) })}</span>
        )}
      </p>
      {first.found !== null && first.found !== first.total && (
        <p className="num rows-found" role="alert">
          <span className="mark strong">
            {t('board.rowsFound', { kept: numberText(first.total), found: numberText(first.found) })}
          </span>{' '}
          {t('board.rowsFoundHint')}
        </p>
      )}
      {shown.length === 0 && !rows.hasNextPage && <p className="quiet">{t('board.rowsNone')}</p>}
      <ul className="rows">
        {shown.map((row) => (
          <Row key={`${row.case.id} ${row.no}`} row={row} marks={props.isRatio && props.part === 'among'} />
        ))}
      </ul>
      {rows.hasNextPage && (
        <Button className="own-width" loading={rows.isFetchingNextPage} onClick={() => void rows.fetchNextPage()}>
          {t('work.more')}
        </Button>
      )}
    </>
  );
}

function Row(props: { readonly row: RowsBehind['items'][number]; readonly marks: boolean }) {
  const { locale, t, say } = useReader();
  const { row, marks } = props;
  const { case: found, unit, day, n } = row;
  return (
    <li>
      <Link to={`/cases/${found.id}`}>{found.title}</Link>
      {marks && n === 0 && <span className="mark strong">{t('board.notMet')}</span>}
      <span className="under quiet num">
        {[found.number, dayText(day, locale), say(found.state.label), unit === null ? '' : say(unit)]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </li>
  );
}
