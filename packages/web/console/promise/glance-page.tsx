import { Button, Skeleton } from 'antd';
import { lazy, Suspense, useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import type { PromiseRow } from '../../client/index.ts';
import { dayText, todayIn } from '../board/board-period.ts';
import { useMoments, usePageTitle, useReader } from '../reader/index.ts';
import { ErrorNote } from '../shell/error-text.tsx';
import { useKeys } from '../shell/keys.ts';
import {
  type GlanceFilter,
  glanceFilterOf,
  isNarrowed,
  NO_GLANCE_FILTER,
  narrowed,
  searchOfGlance,
} from './glance-filter.ts';
import { GlanceTools } from './glance-tools.tsx';
import { LightCounts } from './light-counts.tsx';
import { PromiseCard } from './promise-card.tsx';
import { useGlance } from './promise-data.ts';
import { areMeasured, countsByLight, groupsOf, inOrder, type PromiseGroup } from './promise-groups.ts';

const PeekDrawer = lazy(async () => ({ default: (await import('./peek-drawer.tsx')).PeekDrawer }));

/** The year at a glance: every promise with its light and its way, under headings; the address says all that was chosen. */
export function GlancePage() {
  const { t, zone, locale } = useReader();
  const { now } = useMoments();
  const [search, setSearch] = useSearchParams();
  const thisYear = Number(todayIn(zone, now).slice(0, 4));
  const year = yearOf(search.get('year')) ?? thisYear;
  const filter = useMemo(() => glanceFilterOf(search), [search]);
  const glance = useGlance(year);
  usePageTitle(t('promise.glance'));

  const opened = search.get('open');
  const change = (next: GlanceFilter, nextYear = year) =>
    setSearch({ ...searchOfGlance(next), ...(nextYear === thisYear ? {} : { year: String(nextYear) }) });
  const open = useCallback(
    (id: string | null) =>
      setSearch((before) => {
        const next = new URLSearchParams(before);
        if (id === null) next.delete('open');
        else next.set('open', id);
        return next;
      }),
    [setSearch],
  );

  const all = glance.data?.promises ?? [];
  const rows = useMemo(() => inOrder(narrowed(all, filter), filter.order), [all, filter]);
  const counts = useMemo(() => countsByLight(narrowed(all, filter, 'lights')), [all, filter]);
  const measured = useMemo(() => areMeasured(all), [all]);
  const groups = useMemo(() => groupsOf(rows, filter.by), [rows, filter.by]);

  useKeys(
    'promise.glance',
    rows.length === 0
      ? []
      : [
          { key: 'j', says: t('keys.nextPromise'), run: () => step(1) },
          { key: 'k', says: t('keys.previousPromise'), run: () => step(-1) },
          { key: 'Enter', says: t('keys.open') },
        ],
    opened === null,
  );

  return (
    <div className="promises">
      <header className="promises-head">
        <h1>{t('promise.glanceOf', { year })}</h1>
        {glance.data && (
          <span className="quiet num">{t('promise.asOf', { day: dayText(glance.data.asOf, locale, true) })}</span>
        )}
        <span className="board-reference">{t('board.reference')}</span>
        {measured && <Legend />}
      </header>
      <GlanceTools
        rows={all}
        filter={filter}
        measured={measured}
        year={year}
        thisYear={thisYear}
        onFilter={(next) => change(next)}
        onYear={(next) => change(filter, next)}
      />
      {glance.error && (
        <ErrorNote
          error={glance.error}
          action={<Button onClick={() => void glance.refetch()}>{t('shell.retry')}</Button>}
        />
      )}
      {glance.isPending && <Skeleton active paragraph={{ rows: 10 }} />}
      {glance.data !== undefined && measured && (
        <div role="status">
          <LightCounts counts={counts} chosen={filter.lights} onChoose={(lights) => change({ ...filter, lights })} />
        </div>
      )}
      {glance.data !== undefined && rows.length === 0 && (
        <div className="empty">
          <h2>{t(all.length === 0 ? 'promise.noneThisYear' : 'promise.noneLeft')}</h2>
          <p>{t(all.length === 0 ? 'promise.noneThisYearHint' : 'promise.noneLeftHint')}</p>
          {isNarrowed(filter) && (
            <Button type="link" onClick={() => change({ ...NO_GLANCE_FILTER, by: filter.by, order: filter.order })}>
              {t('work.clear')}
            </Button>
          )}
        </div>
      )}
      {groups.map((group) => (
        <Group key={group.key} group={group} alone={filter.by === 'none'} measured={measured} onOpen={open} />
      ))}
      {opened !== null && (
        <Suspense>
          <PeekDrawer id={opened} row={all.find(({ id }) => id === opened)} onClose={() => open(null)} />
        </Suspense>
      )}
    </div>
  );
}

function Group(props: {
  readonly group: PromiseGroup<PromiseRow>;
  readonly alone: boolean;
  readonly measured: boolean;
  readonly onOpen: (id: string) => void;
}) {
  const { t, say } = useReader();
  const { group, alone, measured } = props;
  const name = typeof group.name === 'string' ? group.name : say(group.name);
  return (
    <section className="promise-group" aria-label={name || t('promise.unassigned')}>
      {!alone && (
        <header>
          <h2>{name || t('promise.unassigned')}</h2>
          {measured ? (
            <LightCounts counts={countsByLight(group.rows)} />
          ) : (
            <span className="quiet num">{t('promise.inAll', { count: group.rows.length })}</span>
          )}
        </header>
      )}
      <ul className="promise-wall">
        {group.rows.map((row) => (
          <PromiseCard key={row.id} row={row} measured={measured} onOpen={props.onOpen} />
        ))}
      </ul>
    </section>
  );
}

/** What the lines of the small drawings are. */
function Legend() {
  const { t } = useReader();
  return (
    <ul className="trajectory-legend quiet">
      <li data-line="path">{t('promise.linePath')}</li>
      <li data-line="actual">{t('promise.lineActual')}</li>
      <li data-line="forecast">{t('promise.lineForecast')}</li>
    </ul>
  );
}

/** Goes on to the next promise of the wall, or back, by keyboard. */
function step(by: number): void {
  const cards = [...document.querySelectorAll<HTMLElement>('.promise-card > a')];
  const at = cards.indexOf(document.activeElement as HTMLElement);
  cards[at < 0 ? 0 : Math.min(cards.length - 1, Math.max(0, at + by))]?.focus();
}

function yearOf(text: string | null): number | undefined {
  return text !== null && /^20\d\d$/.test(text) ? Number(text) : undefined;
}
