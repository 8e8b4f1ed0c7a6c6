import { dayNumberOf, isoDateOf } from '@huying/kit/calendar';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { Button, Skeleton } from 'antd';
import { useRef } from 'react';
import { Link, useLocation, useNavigate, useSearchParams } from 'react-router';
import type { CaseRow, DuplicateCases } from '../../client/index.ts';
import { todayIn } from '../board/board-period.ts';
import { useMoments, usePageTitle, useReader } from '../reader/index.ts';
import { useSession } from '../session/index.ts';
import { ErrorNote } from '../shell/error-text.tsx';
import { CaseTable } from './case-table.tsx';
import { keepTrail } from './case-trail.ts';

/** Days looked at unless others are chosen: the last week. */
const DAYS = 7;
const NONE: ReadonlySet<string> = new Set();

/** What may have come in more than once within some days, in groups; the page of each case merges it. */
export function DuplicatesPage() {
  const { client } = useSession();
  const { t, zone } = useReader();
  const { now } = useMoments();
  const [params, setParams] = useSearchParams();
  usePageTitle(t('duplicates.title'));
  const today = todayIn(zone, now);
  const to = params.get('to') ?? today;
  const from = params.get('from') ?? isoDateOf(dayNumberOf(today) - DAYS + 1);
  const found = useInfiniteQuery({
    queryKey: ['cases-duplicates', from, to],
    queryFn: ({ pageParam, signal }) =>
      client.read<DuplicateCases>('/api/cases/duplicates', { from, to, cursor: pageParam }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  });
  const choose = (next: Readonly<Record<string, string>>) => setParams({ from, to, ...next }, { replace: true });
  const day = (name: 'from' | 'to', value: string, least: string | undefined, most: string) => (
    <label className="duplicates-day">
      <span className="quiet">{t(name === 'from' ? 'duplicates.from' : 'duplicates.to')}</span>
      <input
        type="date"
        className="period-day"
        value={value}
        min={least}
        max={most}
        onChange={({ target }) => {
          const isWithin = target.value <= most && (least === undefined || target.value >= least);
          if (target.value !== '' && isWithin) choose({ [name]: target.value });
        }}
      />
    </label>
  );
  const pages = found.data?.pages ?? [];
  // Counted with every page: the last is the newest.
  const data = pages.at(-1);
  const groups = pages.flatMap(({ largest }) => largest);
  return (
    <div className="page duplicates" aria-busy={found.isFetching}>
      <p>
        <Link to="/work">{t('duplicates.back')}</Link>
      </p>
      <div className="page-head">
        <h1>{t('duplicates.title')}</h1>
        <div className="duplicates-days">
          {day('from', from, undefined, to)}
          {day('to', to, from, today)}
        </div>
      </div>
      {found.error && <ErrorNote error={found.error} />}
      {data === undefined && found.isPending && <Skeleton active />}
      {data && (
        <>
          <p className="num">
            {t(data.groups === 0 ? 'duplicates.none' : 'duplicates.sum', {
              cases: data.cases,
              groups: data.groups,
              pairs: data.pairs,
            })}
          </p>
          <p className="quiet num">{t('duplicates.rule', { metres: data.metres, hours: data.hours })}</p>
          {data.capped && <p className="quiet">{t('duplicates.capped')}</p>}
          {groups.map(({ size, pairs, items }) => (
            <Group key={items[0]?.id ?? ''} size={size} pairs={pairs} rows={items} />
          ))}
          {data.groups > 0 && (
            <p className="quiet num duplicates-group">
              {t('duplicates.shown', { shown: groups.length, groups: data.groups })}
            </p>
          )}
          {found.hasNextPage && (
            <Button className="own-width" loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
              {t('duplicates.next')}
            </Button>
          )}
        </>
      )}
    </div>
  );
}

function Group(props: { readonly size: number; readonly pairs: number; readonly rows: readonly CaseRow[] }) {
  const { t } = useReader();
  const navigate = useNavigate();
  const { pathname, search } = useLocation();
  const table = useRef<HTMLTableElement>(null);
  const { size, pairs, rows } = props;
  const open = (row: CaseRow) => {
    keepTrail({ from: pathname + search, ids: rows.map(({ id }) => id), whole: rows.length === size });
    void navigate(`/cases/${row.id}`);
  };
  return (
    <section className="duplicates-group">
      <h2 className="num">{t('duplicates.group', { count: size, pairs })}</h2>
      <CaseTable rows={rows} left={NONE} current={-1} table={table} onOpen={open} onFocus={() => undefined} />
      {size > rows.length && <p className="quiet num">{t('duplicates.moreOfGroup', { count: size - rows.length })}</p>}
    </section>
  );
}
