import { Button, InputNumber, Skeleton } from 'antd';
import { useSearchParams } from 'react-router';
import type { Performance } from '../../client/index.ts';
import { dayText, todayIn } from '../board/board-period.ts';
import { numberText } from '../board/figure-text.ts';
import { WideTable } from '../board/wide-table.tsx';
import { useNow, usePageTitle, useReader } from '../reader/index.ts';
import { ErrorNote } from '../shell/error-text.tsx';
import { usePerformance } from './bulletin-data.ts';

type Group = Performance['groups'][number];

/** Units among their peers, by promises and cases together, each with the ranks it might have if weights moved. */
export function PerformancePage() {
  const { t, zone, locale } = useReader();
  const [params, setParams] = useSearchParams();
  const today = todayIn(zone, useNow());
  const year = Number(params.get('year') ?? today.slice(0, 4));
  const read = usePerformance(year, params.get('asOf') ?? undefined);
  usePageTitle(t('performance.title'));
  return (
    <div className="promises performance">
      <header className="promises-head">
        <h1>{t('performance.title')}</h1>
        <InputNumber
          aria-label={t('bulletin.year')}
          className="filter-year"
          min={2000}
          max={2100}
          value={year}
          onChange={(value) => value !== null && setParams({ year: String(value) }, { replace: true })}
        />
        {read.data && (
          <>
            <strong className="mark own">
              {read.data.as === 'live'
                ? t('performance.live')
                : t('performance.published', { number: read.data.number ?? '' })}
            </strong>
            <span className="quiet num">
              {t('performance.days', {
                from: dayText(read.data.from, locale, true),
                to: dayText(read.data.asOf, locale, true),
              })}
            </span>
          </>
        )}
      </header>
      {read.error && (
        <ErrorNote
          error={read.error}
          action={<Button onClick={() => void read.refetch()}>{t('shell.retry')}</Button>}
        />
      )}
      {read.isPending && <Skeleton active paragraph={{ rows: 8 }} />}
      {read.data && <p className="quiet">{t('performance.method')}</p>}
      {read.data?.groups.map((group) => (
        <RankedGroup key={group.id} group={group} />
      ))}
    </div>
  );
}

function RankedGroup(props: { readonly group: Group }) {
  const { t, say } = useReader();
  const { name, criteria, ranked, apart } = props.group;
  const whole = criteria.reduce((sum, { weight }) => sum + weight, 0);
  return (
    <section className="panel ranking-group">
      <h2>{say(name)}</h2>
      <p className="panel-note">
        {t('performance.weights')}
        {criteria.map(({ id, name: words, weight, better }) => (
          <span key={id} className="weight">
            {t('performance.weight', { name: say(words), share: numberText((weight * 100) / whole) })}
            {better === 'low' && <span className="quiet"> {t('performance.low')}</span>}
          </span>
        ))}
      </p>
      {ranked.length === 0 ? <p className="quiet">{t('performance.nobody')}</p> : <RankedTable group={props.group} />}
      {apart.length > 0 && (
        <p className="apart quiet">
          {t('performance.apart')}
          {apart.map((one) => (
            <span key={one.unit} className="apart-one">
              {t('performance.apartOne', { name: say(one.name), n: one.n })}
            </span>
          ))}
        </p>
      )}
    </section>
  );
}

function RankedTable(props: { readonly group: Group }) {
  const { t, say } = useReader();
  const { name, criteria, ranked } = props.group;
  return (
    <WideTable label={say(name)}>
      <table className="numbers ranking">
        <thead>
          <tr>
            <th scope="col" className="rank">
              {t('performance.rank')}
            </th>
            <th scope="col">{t('performance.was')}</th>
            <th scope="col" className="unit">
              {t('performance.unit')}
            </th>
            <th scope="col" className="interval">
              {t('performance.interval')}
            </th>
            <th scope="col">{t('performance.score')}</th>
            {criteria.map(({ id, name: words }) => (
              <th key={id} scope="col">
                {say(words)}
              </th>
            ))}
            <th scope="col">{t('performance.red')}</th>
          </tr>
        </thead>
        <tbody>
          {ranked.map((one) => (
            <tr key={one.unit}>
              <td className="rank">{one.rank}</td>
              <td>{one.was ?? '—'}</td>
              <th scope="row">
                {say(one.name)}
                {one.board && (
                  <span className="mark">
                    {t(one.board === 'red' ? 'performance.redBoard' : 'performance.blackBoard')}
                  </span>
                )}
                {one.exempt !== null && (
                  <span className="quiet"> {t('performance.exempt', { reason: one.exempt })}</span>
                )}
              </th>
              <td className="interval">
                <Interval rank={one.rank} best={one.best} worst={one.worst} size={ranked.length} />
              </td>
              <td>{numberText(one.score, 1)}</td>
              {one.cells.map(({ value, n, d }, at) => (
                <td key={criteria[at]?.id}>
                  {value === null ? '—' : numberText(value, 1)} <span className="quiet">{d > 0 && `${n}/${d}`}</span>
                </td>
              ))}
              <td>{one.red}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </WideTable>
  );
}

/** From the best to the worst possible rank, the present one marked. */
function Interval(props: {
  readonly rank: number;
  readonly best: number;
  readonly worst: number;
  readonly size: number;
}) {
  const { t } = useReader();
  const { rank, best, worst, size } = props;
  const [width, height] = [96, 14];
  const x = (place: number) => (size <= 1 ? width / 2 : 5 + ((place - 1) / (size - 1)) * (width - 10));
  return (
    <span className="rank-interval">
      <svg width={width} height={height} aria-hidden="true">
        <line className="interval-all" x1={5} x2={width - 5} y1={height / 2} y2={height / 2} />
        <line className="interval-own" x1={x(best)} x2={x(worst)} y1={height / 2} y2={height / 2} />
        <circle cx={x(rank)} cy={height / 2} r={3.5} />
      </svg>
      <span className="num">
        {best === worst ? t('performance.fixed', { rank }) : t('performance.between', { best, worst })}
      </span>
    </span>
  );
}
