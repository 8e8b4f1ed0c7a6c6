import { Button, Skeleton } from 'antd';
import { Fragment } from 'react';
import { Link, useSearchParams } from 'react-router';
import type { Target, TargetBoard } from '../../client/index.ts';
import { todayIn } from '../board/board-period.ts';
import { differenceText, numberText } from '../board/figure-text.ts';
import { WideTable } from '../board/wide-table.tsx';
import { PromiseLight } from '../promise/promise-light.tsx';
import { shareText } from '../promise/share-text.ts';
import { useMoments, usePageTitle, useReader } from '../reader/index.ts';
import { ErrorNote } from '../shell/error-text.tsx';
import { useTargets } from './figures-data.ts';
import { monthText } from './month-picker.tsx';
import { StructurePanel } from './structure-panel.tsx';
import { TargetCourse } from './target-course.tsx';
import { YearPicker } from './year-picker.tsx';

/** The economy at a glance: each expected target with value, growth, path, rank, and how sure the number is. */
export function TargetsPage() {
  const { t, zone, locale } = useReader();
  const { now } = useMoments();
  const [search, setSearch] = useSearchParams();
  const thisYear = Number(todayIn(zone, now).slice(0, 4));
  const year = yearIn(search.get('year')) ?? thisYear;
  const board = useTargets(year);
  usePageTitle(t('figures.targets'));
  return (
    <div className="promises figure-desk">
      <header className="promises-head">
        <h1>{t('figures.targetsOf', { year })}</h1>
        <YearPicker year={year} last={thisYear + 1} onYear={(next) => setSearch({ year: String(next) })} />
        {board.data?.month && (
          <span className="quiet num">{t('figures.upTo', { month: monthText(board.data.month, locale) })}</span>
        )}
        <span className="board-reference">
          {t(board.data?.releasedOnly ? 'figures.releasedOnly' : 'figures.internal')}
        </span>
      </header>
      {board.error && (
        <ErrorNote
          error={board.error}
          action={<Button onClick={() => void board.refetch()}>{t('shell.retry')}</Button>}
        />
      )}
      {board.isPending && <Skeleton active paragraph={{ rows: 10 }} />}
      {board.data && board.data.targets.length === 0 && (
        <div className="empty">
          <h2>{t('figures.noTargets')}</h2>
          <p>{t('figures.noTargetsHint')}</p>
        </div>
      )}
      {board.data && board.data.targets.length > 0 && <TargetTable board={board.data} />}
      {board.data && <StructurePanel structures={board.data.structures} />}
    </div>
  );
}

function TargetTable(props: { readonly board: TargetBoard }) {
  const { t } = useReader();
  const sections = [...Map.groupBy(props.board.targets, ({ section }) => section ?? '')];
  return (
    <WideTable label={t('figures.targets')}>
      <table className="numbers targets">
        <thead>
          <tr>
            <th scope="col">{t('figures.figure')}</th>
            <th scope="col">{t('figures.target')}</th>
            <th scope="col">{t('figures.latest')}</th>
            <th scope="col">{t('figures.growthShort')}</th>
            <th scope="col">{t('figures.against')}</th>
            <th scope="col">{t('figures.forecast')}</th>
            <th scope="col">{t('figures.rank')}</th>
            <th scope="col" className="target-way">
              {t('figures.course')}
            </th>
            <th scope="col">{t('figures.light')}</th>
          </tr>
        </thead>
        <tbody>
          {sections.map(([section, targets]) => (
            <Fragment key={section}>
              {sections.length > 1 && (
                <tr className="sheet-heading">
                  <th scope="rowgroup" colSpan={9}>
                    {section || t('promise.unassigned')}
                  </th>
                </tr>
              )}
              {targets.map((target) => (
                <TargetRow key={target.promise} target={target} />
              ))}
            </Fragment>
          ))}
        </tbody>
      </table>
    </WideTable>
  );
}

function TargetRow(props: { readonly target: Target }) {
  const { t, say, locale } = useReader();
  const { target } = props;
  const { rank, growth, deltaPoints } = target;
  return (
    <tr>
      <th scope="row">
        <Link to={`/promises/${target.promise}`}>{target.label}</Link> <span className="quiet">{target.unit}</span>
        <span className="target-lead quiet">{target.lead ? say(target.lead.name) : target.number}</span>
      </th>
      <td>{goalText(target, t('figures.followedOnly'))}</td>
      <td>
        <strong className="figure-plain">
          {target.value === null ? '—' : numberText(target.value, target.decimals)}
        </strong>
        <span className="figure-basis quiet">
          {target.month === null ? t('figures.noValue') : monthText(target.month, locale)}
          {target.standing === 'provisional' && <span className="mark">{t('figures.provisional')}</span>}
          {target.source === 'system' && <span className="mark">{t('figures.bySystem')}</span>}
          {target.doubts > 0 && <span className="mark">{t('figures.doubtsOpen', { count: target.doubts })}</span>}
        </span>
      </td>
      <td>
        {growth === null ? '—' : `${growth > 0 ? '+' : ''}${numberText(growth, 1)}%`}
        <span className="figure-basis quiet">
          {target.lastYear !== null && t('figures.from', { value: numberText(target.lastYear, target.decimals) })}
          {target.reckoned && <span className="mark">{t('figures.reckonedMark')}</span>}
        </span>
      </td>
      <td>
        {deltaPoints !== null ? (
          <span className={deltaPoints < 0 ? 'behind' : undefined}>
            {t('promise.points', { points: differenceText(deltaPoints, 1) })}
          </span>
        ) : target.met === null ? (
          '—'
        ) : (
          <span className={target.met ? undefined : 'behind'}>{t(target.met ? 'figures.met' : 'figures.notMet')}</span>
        )}
        {target.p !== null && (
          <span className="figure-basis quiet">
            {t('figures.doneDue', { done: shareText(target.p, 1), due: shareText(target.e, 1) })}
          </span>
        )}
      </td>
      <td>
        {target.forecast === null ? '—' : numberText(target.forecast, target.aim === 'growth' ? 1 : target.decimals)}
        {target.stale && <span className="mark">{t('figures.stale')}</span>}
      </td>
      <td>
        {rank === null
          ? '—'
          : t(rank.of === null ? 'figures.rankOnly' : 'figures.rankOf', { rank: rank.rank, of: rank.of ?? 0 })}
        {rank !== null && (
          <span className="figure-basis quiet">
            {rank.periods > 1
              ? t('figures.streak', { periods: rank.periods })
              : rank.gained !== null && rank.gained !== 0
                ? rank.gained > 0
                  ? t('figures.gained', { places: rank.gained })
                  : t('figures.lost', { places: -rank.gained })
                : ''}
            {rank.scope !== null && ` ${rank.scope}`}
          </span>
        )}
      </td>
      <td className="target-way">
        <TargetCourse target={target} />
      </td>
      <td>
        <PromiseLight light={target.light} />
      </td>
    </tr>
  );
}

/** What the year is to bring: `5%`, `≥ 12,000`, `≤ 22`, `20–25`. */
function goalText({ aim, target, upper, decimals }: Target, followed: string): string {
  if (target === null) return followed;
  const said = numberText(target, decimals);
  switch (aim) {
    case 'growth':
      return `${numberText(target, 1)}%`;
    case 'up':
      return `≥ ${said}`;
    case 'down':
    case 'cap':
      return `≤ ${said}`;
    case 'band':
      return upper === null ? said : `${said}–${numberText(upper, decimals)}`;
    default:
      return followed;
  }
}

export function yearIn(text: string | null): number | undefined {
  return text !== null && /^20\d\d$/.test(text) ? Number(text) : undefined;
}
