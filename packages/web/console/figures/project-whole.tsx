import type { CountedRate, ProjectTable, SummedRate } from '../../client/index.ts';
import { differenceText, numberText } from '../board/figure-text.ts';
import { useReader } from '../reader/index.ts';

/** What the year's plan came to: investment against plan and path, starts, statistics, payment; with the projects added within the year and without. */
export function WholeTiles(props: { readonly table: ProjectTable }) {
  const { t } = useReader();
  const { whole } = props.table;
  const { all, withoutAdded, expectedRate } = whole;
  const gap = all.invested.rate === null || expectedRate === null ? null : all.invested.rate - expectedRate * 100;
  const added = whole.added > 0;
  const summed = (rate: SummedRate) =>
    rate.rate === null ? t('board.none') : t('figures.ofAmount', { n: numberText(rate.n), d: numberText(rate.d) });
  const counted = (rate: CountedRate) =>
    rate.d === 0 ? t('board.none') : t('figures.ofCount', { n: rate.n, d: rate.d });
  const tiles = [
    {
      key: 'invested',
      name: t('figures.investedRate'),
      rate: all.invested.rate,
      basis: summed(all.invested),
      more: [
        ...(gap === null
          ? []
          : [t('figures.dueNow', { due: numberText((expectedRate ?? 0) * 100, 1), points: differenceText(gap, 1) })]),
        ...(all.invested.coverage !== null && all.invested.coverage < 99.95
          ? [t('figures.coverage', { share: numberText(all.invested.coverage, 0) })]
          : []),
      ],
      without: withoutAdded.invested.rate,
      behind: gap !== null && gap < 0,
    },
    {
      key: 'started',
      name: t('figures.startRate'),
      rate: all.started.rate,
      basis: counted(all.started),
      more: [],
      without: withoutAdded.started.rate,
      behind: (all.started.rate ?? 100) < 100,
    },
    {
      key: 'statistics',
      name: t('figures.statisticsRate'),
      rate: all.inStatistics.rate,
      basis: counted(all.inStatistics),
      more: [],
      without: withoutAdded.inStatistics.rate,
      behind: false,
    },
    {
      key: 'paid',
      name: t('figures.paidRate'),
      rate: all.paid.rate,
      basis: summed(all.paid),
      more: [],
      without: withoutAdded.paid.rate,
      behind: false,
    },
  ];
  return (
    <ul className="project-tiles">
      <li>
        <span className="quiet">{t('figures.projectCount')}</span>
        <strong className="num">{whole.count}</strong>
        <span className="quiet num">
          {t('figures.planTotal', { plan: numberText((whole.money.plan ?? 0) / 10_000, 2) })}
          {added && <> · {t('figures.added', { count: whole.added })}</>}
        </span>
      </li>
      {tiles.map(({ key, name, rate, basis, more, without, behind }) => (
        <li key={key} data-behind={behind}>
          <span className="quiet">{name}</span>
          <strong className="num">{rate === null ? '—' : `${numberText(rate, 1)}%`}</strong>
          <span className="quiet num">{[basis, ...more].join(' · ')}</span>
          {added && without !== null && (
            <span className="quiet num">{t('figures.withoutAdded', { rate: numberText(without, 1) })}</span>
          )}
        </li>
      ))}
    </ul>
  );
}

/** How many projects stand at each stage, in the order in which they go. */
export function StageFunnel(props: { readonly table: ProjectTable }) {
  const { t, say } = useReader();
  const { funnel } = props.table;
  const most = Math.max(1, ...funnel.map(({ count }) => count));
  return (
    <ol className="funnel" aria-label={t('figures.funnel')}>
      {funnel.map(({ stage, label, count }) => (
        <li key={stage}>
          <span className="quiet">{say(label)}</span>
          <span className="funnel-bar" aria-hidden="true">
            <span style={{ width: `${(count / most) * 100}%` }} />
          </span>
          <strong className="num">{count}</strong>
        </li>
      ))}
    </ol>
  );
}
