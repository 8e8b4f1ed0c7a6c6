import { Button, Skeleton } from 'antd';
import { Link, useSearchParams } from 'react-router';
import type { PromiseGlance, PromiseRow } from '../../client/index.ts';
import { dayText, todayIn } from '../board/board-period.ts';
import { useMoments, usePageTitle, useReader } from '../reader/index.ts';
import { ErrorNote } from '../shell/error-text.tsx';
import { dueSoon, overdue, ownersOf, redOnes, unproven } from './board-lists.ts';
import { classOf, isAwaitingVerification } from './classes.ts';
import { LightCounts } from './light-counts.tsx';
import { lightOf } from './lights.ts';
import { PlaceMap } from './place-map.tsx';
import { usePlaced } from './placed.ts';
import { ProgressBar } from './progress-bar.tsx';
import { ProjectMoney } from './project-money.tsx';
import { useGlance } from './promise-data.ts';
import { countsByLight } from './promise-groups.ts';
import { PromiseLight } from './promise-light.tsx';
import { shareText } from './share-text.ts';

/** One screen for a leader: what is to be looked at today, how the ten livelihood projects and the key projects stand, what is red and whose it is. */
export function LeaderBoardPage() {
  const { t, zone, locale } = useReader();
  const { now } = useMoments();
  const [search] = useSearchParams();
  const asked = Number(search.get('year'));
  const year = asked >= 2000 && asked < 2100 ? asked : Number(todayIn(zone, now).slice(0, 4));
  const glance = useGlance(year);
  usePageTitle(t('promise.board'));
  return (
    <div className="promises leader-board">
      <header className="promises-head">
        <h1>{t('promise.boardOf', { year })}</h1>
        {glance.data && (
          <span className="quiet num">{t('promise.asOf', { day: dayText(glance.data.asOf, locale, true) })}</span>
        )}
        <span className="board-reference">{t('promise.reference')}</span>
      </header>
      {glance.error && (
        <ErrorNote
          error={glance.error}
          action={<Button onClick={() => void glance.refetch()}>{t('shell.retry')}</Button>}
        />
      )}
      {glance.isPending && <Skeleton active paragraph={{ rows: 12 }} />}
      {glance.data && <Board glance={glance.data} />}
    </div>
  );
}

function Board({ glance }: { readonly glance: PromiseGlance }) {
  const { t } = useReader();
  const { promises: rows, asOf } = glance;
  const placed = usePlaced(glance.year, rows);
  const red = redOnes(rows);
  const livelihood = rows.filter((row) => classOf(row) === 'livelihood');
  const projects = rows.filter((row) => classOf(row) === 'project');
  return (
    <>
      <ul className="today" aria-label={t('promise.today')}>
        <Today label={t('promise.dueSoon')} rows={dueSoon(rows, asOf)} />
        <Today label={t('promise.overdue')} rows={overdue(rows, asOf)} grave />
        <Today label={t('promise.toVerify')} rows={rows.filter(isAwaitingVerification)} />
        <Today label={t('promise.unproven')} rows={unproven(rows)} grave />
        <Today label={t('promise.redCount')} rows={red} grave />
      </ul>
      <div className="board-columns">
        <div className="board-column">
          <section className="panel livelihood-section" aria-labelledby="livelihood">
            <h2 id="livelihood">{t('promise.livelihoodTen')}</h2>
            {livelihood.length === 0 && <p className="quiet">{t('promise.noneOfKind')}</p>}
            <ul className="bars">
              {livelihood.slice(0, 12).map((row) => (
                <BarLine key={row.id} row={row} />
              ))}
            </ul>
          </section>
          <section className="panel projects-section" aria-labelledby="projects">
            <h2 id="projects">{t('promise.projects', { count: projects.length })}</h2>
            {projects.length === 0 ? (
              <p className="quiet">{t('promise.noneOfKind')}</p>
            ) : (
              <>
                <ProjectMoney year={glance.year} />
                <LightCounts counts={countsByLight(projects)} />
                <ul className="bars">
                  {projects
                    .toSorted((a, b) => gapOf(a) - gapOf(b))
                    .slice(0, 4)
                    .map((row) => (
                      <BarLine key={row.id} row={row} />
                    ))}
                </ul>
              </>
            )}
          </section>
        </div>
        <section className="panel map-section" aria-labelledby="places">
          <h2 id="places">{t('promise.places')}</h2>
          <PlaceMap placed={placed} label={t('promise.places')} />
          <MapLegend />
        </section>
        <div className="board-column">
          <section className="panel red-section" aria-labelledby="red">
            <h2 id="red">{t('promise.redAndWhose', { count: red.length })}</h2>
            {red.length === 0 && <p className="quiet">{t('promise.nothingRed')}</p>}
            <ul className="red-list">
              {red.slice(0, 6).map((row) => (
                <RedLine key={row.id} row={row} />
              ))}
            </ul>
            <Owners rows={red} />
          </section>
          <section className="panel all-section" aria-labelledby="all-promises">
            <h2 id="all-promises">{t('promise.allPromises', { count: rows.length })}</h2>
            <LightCounts counts={countsByLight(rows)} />
            <ProgressBar rate={glance.rate} expected={glance.expected} light="none" />
            <p className="quiet num">
              {t('promise.wholeRate', { rate: shareText(glance.rate, 1), expected: shareText(glance.expected, 1) })}
              {glance.coverage !== null &&
                glance.coverage < 1 &&
                t('promise.coverage', { share: shareText(glance.coverage) })}
            </p>
            <Link to={`/promises?year=${glance.year}`}>{t('promise.toGlance')}</Link>
          </section>
        </div>
      </div>
    </>
  );
}

/** One of the numbers of the day, which opens to what it counts. */
function Today(props: { readonly label: string; readonly rows: readonly PromiseRow[]; readonly grave?: boolean }) {
  const { t, say, locale } = useReader();
  const { rows } = props;
  return (
    <li className="today-tile">
      <details>
        <summary data-grave={props.grave === true && rows.length > 0}>
          <span className="today-count num">{rows.length}</span>
          <span>{props.label}</span>
        </summary>
        <ul className="lines today-list">
          {rows.length === 0 && <li className="quiet">{t('promise.nothingHere')}</li>}
          {rows.map((row) => (
            <li key={row.id}>
              <Link to={`/promises/${row.id}`}>{row.title}</Link>
              <span className="under quiet num">
                {[row.lead && say(row.lead.name), row.due && dayText(row.due, locale, true)]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </li>
          ))}
        </ul>
      </details>
    </li>
  );
}

function BarLine({ row }: { readonly row: PromiseRow }) {
  return (
    <li>
      <Link to={`/promises/${row.id}`} className="bar-title">
        {row.title}
      </Link>
      <ProgressBar rate={row.rate} expected={row.expected} light={lightOf(row.light)} brief />
      <PromiseLight light={row.light} />
    </li>
  );
}

function RedLine({ row }: { readonly row: PromiseRow }) {
  const { t, say } = useReader();
  return (
    <li>
      <Link to={`/promises/${row.id}`} className="red-title">
        {row.title}
      </Link>
      <span className="red-owner">
        <span>
          <strong>{row.lead === null ? t('promise.noLead') : say(row.lead.name)}</strong>
          {row.leader !== null && <span className="quiet"> {row.leader.name}</span>}
        </span>
        <span className="num">
          {shareText(row.rate)}
          {row.expected !== null && (
            <span className="quiet"> {t('promise.expectedNow', { share: shareText(row.expected) })}</span>
          )}
        </span>
      </span>
    </li>
  );
}

/** Those who own most of it: the rest stands in the year at a glance. */
const MOST_OWNERS = 4;

function Owners({ rows }: { readonly rows: readonly PromiseRow[] }) {
  const { say } = useReader();
  const owners = ownersOf(rows);
  if (owners.length < 2) return null;
  return (
    <p className="owners num">
      {owners.slice(0, MOST_OWNERS).map(({ unit, count }) => (
        <span key={unit.id}>
          {say(unit.name)} <strong>{count}</strong>
        </span>
      ))}
    </p>
  );
}

function MapLegend() {
  const { t } = useReader();
  return (
    <ul className="place-legend quiet">
      <li data-shape="circle">{t('promise.shapeLivelihood')}</li>
      <li data-shape="square">{t('promise.shapeProject')}</li>
      <li data-shape="triangle">{t('promise.shapeOther')}</li>
      <li data-shape="hollow">{t('promise.shapeHollow')}</li>
    </ul>
  );
}

function gapOf({ rate, expected }: PromiseRow): number {
  return rate === null || expected === null ? 1 : rate - expected;
}
