import { Button, type InputRef, Select, Skeleton } from 'antd';
import { useCallback, useEffect, useRef, useState } from 'react';
import { Navigate, useLocation, useNavigate, useParams, useSearchParams } from 'react-router';
import type { CaseRow } from '../../client/index.ts';
import { usePageTitle, useReader } from '../reader/index.ts';
import { ErrorNote } from '../shell/error-text.tsx';
import { useKeys } from '../shell/keys.ts';
import { type CaseFilter, filterOf, isFiltered, NO_FILTER, searchOf } from './case-filter.ts';
import { useCaseList, useWorklists } from './case-list.ts';
import { CaseTable } from './case-table.tsx';
import { keepTrail, readTrail } from './case-trail.ts';
import { FilterBar } from './filter-bar.tsx';
import { FilterNote } from './filter-note.tsx';
import { SearchNote } from './search-note.tsx';
import { WorklistMenu } from './worklist-menu.tsx';

/** My work: worklists at the left, the chosen one as a table, everything by keyboard. */
export function WorkPage() {
  const { t, say } = useReader();
  const { worklist } = useParams();
  const navigate = useNavigate();
  const worklists = useWorklists();
  const entries = worklists.data;
  const present = entries?.find(({ id }) => id === worklist);
  usePageTitle(present ? say(present.name) : t('work.title'));

  const first = entries?.[0];
  if (entries === undefined || first === undefined) {
    return (
      <div className="page">
        <h1>{t('work.title')}</h1>
        {entries !== undefined && <p className="empty">{t('work.noWorklists')}</p>}
        {entries === undefined && (worklists.error ? <ErrorNote error={worklists.error} /> : <Skeleton active />)}
      </div>
    );
  }
  if (worklist === undefined || present === undefined) return <Navigate to={`/work/${first.id}`} replace />;
  return (
    <div className="work">
      <WorklistMenu worklists={entries} />
      <div className="work-main">
        <div className="work-head">
          <h1>{say(present.name)}</h1>
          <Select
            className="worklist-select"
            value={`/work/${worklist}`}
            aria-label={t('work.worklists')}
            options={[
              ...entries.map(({ id, name, count, capped }) => ({
                value: `/work/${id}`,
                label: t('work.counted', { list: say(name), count: capped ? `${count}+` : count }),
              })),
              // On a phone the menu at the left is this choice, and nothing else leads there.
              { value: '/duplicates', label: t('duplicates.title'), className: 'worklist-apart' },
            ]}
            onChange={(to) => void navigate(to)}
          />
          <span className="quiet key-hint">{t('work.keys')}</span>
        </div>
        <CaseList key={worklist} worklist={worklist} name={say(present.name)} />
      </div>
    </div>
  );
}

function CaseList(props: { readonly worklist: string; readonly name: string }) {
  const { t } = useReader();
  const navigate = useNavigate();
  const { pathname, search } = useLocation();
  const [params, setParams] = useSearchParams();
  const filter = filterOf(params);
  const list = useCaseList(props.worklist, filter);
  const [current, setCurrent] = useState(-1);
  const searchBox = useRef<InputRef>(null);
  const table = useRef<HTMLTableElement>(null);
  const { rows } = list;

  const setFilter = useCallback(
    (next: CaseFilter) => {
      setCurrent(-1);
      setParams(searchOf(next), { replace: true });
    },
    [setParams],
  );
  const open = (row: CaseRow) => {
    keepTrail({ from: pathname + search, ids: rows.map(({ id }) => id), whole: !list.hasMore });
    sessionStorage.setItem(LAST, row.id);
    void navigate(`/cases/${row.id}`);
  };
  const move = (by: number) => setCurrent((index) => Math.max(0, Math.min(rows.length - 1, index + by)));
  useKeys('keys.list', [
    ...(rows.length === 0
      ? []
      : [
          { key: 'j', says: t('keys.next'), run: () => move(1) },
          { key: 'k', says: t('keys.previous'), run: () => move(-1) },
          { key: 'Enter', says: t('keys.open') },
        ]),
    { key: '/', says: t('keys.search'), run: () => searchBox.current?.focus({ cursor: 'all' }) },
  ]);
  // Coming back from a case, the row it was opened from is at hand again.
  const returned = useRef(false);
  useEffect(() => {
    if (returned.current || rows.length === 0) return;
    returned.current = true;
    const last = rows.findIndex(({ id }) => id === sessionStorage.getItem(LAST));
    if (last >= 0 && readTrail()?.from === pathname + search) setCurrent(last);
  }, [rows, pathname, search]);

  return (
    <>
      <FilterBar filter={filter} onChange={setFilter} searchBox={searchBox} unitName={list.unit} />
      <FilterNote filter={filter} unitName={list.unit} onClear={() => setFilter(NO_FILTER)} />
      <SearchNote answer={list.answer} typed={filter.words} />
      <div className="arrivals" role="status">
        {list.arrived > 0 && (
          <Button size="small" onClick={() => void list.renew()}>
            {t('work.new', { count: list.arrived })}
          </Button>
        )}
      </div>
      {list.error && (
        <ErrorNote error={list.error} action={<Button onClick={() => void list.renew()}>{t('shell.retry')}</Button>} />
      )}
      {list.isPending ? (
        <Skeleton active paragraph={{ rows: 8 }} />
      ) : rows.length === 0 && !list.error ? (
        <div className="empty">
          <h2>{t('work.empty')}</h2>
          {list.hasMore && (
            <Button loading={list.isLoadingMore} onClick={list.loadMore}>
              {t('search.older')}
            </Button>
          )}
          <p>
            {isFiltered(filter)
              ? t('work.emptyFiltered')
              : props.worklist === 'mine'
                ? t('work.emptyMine')
                : t('work.emptyOther', { list: props.name })}
          </p>
        </div>
      ) : (
        <>
          <CaseTable
            rows={rows}
            left={list.left}
            current={current}
            table={table}
            onOpen={open}
            onFocus={setCurrent}
            hits={list.answer?.hits}
          />
          <footer className="list-foot quiet num">
            {list.hasMore ? (
              <>
                <Button loading={list.isLoadingMore} onClick={list.loadMore}>
                  {t('work.more')}
                </Button>
                {t('work.shown', { count: rows.length })}
              </>
            ) : (
              rows.length > 0 && t('work.allShown', { count: rows.length })
            )}
          </footer>
        </>
      )}
    </>
  );
}

const LAST = 'huying.last';
