import { dayNumberOf, isoDateOf } from '@huying/kit/calendar';
import { useQuery } from '@tanstack/react-query';
import { Skeleton } from 'antd';
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
  const found = useQuery({
    queryKey: ['cases-duplicates', from, to],
    queryFn: ({ signal }) => client.read<DuplicateCases>('/api/cases/duplicates', { from, to }, signal),
    placeholderData: (before) => before,
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
  const { data } = found;
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
            {t(data.groups === 0 ? 'duplicates.none' : 'duplicates.sum', { cases: data.cases, groups: data.groups })}
          </p>
          <p className="quiet num">{t('duplicates.rule', { metres: data.metres, hours: data.hours })}</p>
          {data.capped && <p className="quiet">{t('duplicates.capped')}</p>}
          {data.largest.map(({ size, items }) => (
            <Group key={items[0]?.id ?? ''} size={size} rows={items} />
          ))}
          {data.groups > data.largest.length && (
            <p className="quiet num">{t('duplicates.more', { count: data.groups - data.largest.length })}</p>
          )}
        </>
      )}
    </div>
  );
}

function Group(props: { readonly size: number; readonly rows: readonly CaseRow[] }) {
  const { t } = useReader();
  const navigate = useNavigate();
  const { pathname, search } = useLocation();
  const table = useRef<HTMLTableElement>(null);
  const { size, rows } = props;
  const open = (row: CaseRow) => {
    keepTrail({ from: pathname + search, ids: rows.map(({ id }) => id), whole: rows.length === size });
    void navigate(`/cases/${row.id}`);
  };
  return (
    <section className="duplicates-group">
      <h2 className="num">{t('duplicates.group', { count: size })}</h2>
      <CaseTable rows={rows} left={NONE} current={-1} table={table} onOpen={open} onFocus={() => undefined} />
      {size > rows.length && <p className="quiet num">{t('duplicates.moreOfGroup', { count: size - rows.length })}</p>}
    </section>
  );
}
