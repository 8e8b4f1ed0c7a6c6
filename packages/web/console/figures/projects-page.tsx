import { App, Button, Segmented, Skeleton } from 'antd';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import type { GroupedBy, ProjectTable, RefusedPlace } from '../../client/index.ts';
import { dayText, todayIn } from '../board/board-period.ts';
import { useMoments, usePageTitle, useReader } from '../reader/index.ts';
import { ErrorNote } from '../shell/error-text.tsx';
import { BookButtons, CellFaults } from './book-button.tsx';
import { useProjects, useReread } from './figures-data.ts';
import { OpenBlockers } from './open-blockers.tsx';
import { ProjectGroups } from './project-groups.tsx';
import { StageFunnel, WholeTiles } from './project-whole.tsx';
import { yearIn } from './targets-page.tsx';
import { VisitList } from './visit-list.tsx';
import { YearPicker } from './year-picker.tsx';

const WAYS = {
  class: 'figures.byClass',
  unit: 'figures.byUnit',
  leader: 'figures.byLeader',
  state: 'figures.byStage',
  level: 'figures.byLevel',
} as const;

/** The year's projects: what the plan came to, by class, leader or unit; what stands in the way; which visits are due. */
export function ProjectsPage() {
  const { t, zone, locale } = useReader();
  const { now } = useMoments();
  const [search, setSearch] = useSearchParams();
  const thisYear = Number(todayIn(zone, now).slice(0, 4));
  const year = yearIn(search.get('year')) ?? thisYear;
  const by = wayIn(search.get('by'));
  const table = useProjects(year, by);
  const reread = useReread();
  const { message } = App.useApp();
  const [places, setPlaces] = useState<readonly RefusedPlace[]>([]);
  usePageTitle(t('figures.projects'));
  const go = (next: { readonly year?: number; readonly by?: GroupedBy }) =>
    setSearch({ year: String(next.year ?? year), by: next.by ?? by });
  return (
    <div className="promises figure-desk">
      <header className="promises-head">
        <h1>{t('figures.projectsOf', { year })}</h1>
        <YearPicker year={year} last={thisYear + 1} onYear={(next) => go({ year: next })} />
        {table.data && (
          <span className="quiet num">{t('promise.asOf', { day: dayText(table.data.asOf, locale, true) })}</span>
        )}
        {table.data?.may.includes('import') && (
          <span className="sheet-tools-end">
            <BookButtons
              template="/api/projects/template.xlsx"
              taker="/api/projects/import"
              with={{ year }}
              label={t('figures.importProjects')}
              mayTake
              onTaken={(answer) => {
                void message.success(
                  t('figures.imported', { count: (answer as { created: unknown[] }).created.length }),
                  6,
                );
                void reread();
              }}
              onFaults={setPlaces}
            />
          </span>
        )}
      </header>
      <CellFaults places={places} />
      {table.error && (
        <ErrorNote
          error={table.error}
          action={<Button onClick={() => void table.refetch()}>{t('shell.retry')}</Button>}
        />
      )}
      {table.isPending && <Skeleton active paragraph={{ rows: 12 }} />}
      {table.data?.projects.length === 0 && (
        <div className="empty">
          <h2>{t('figures.noProjects')}</h2>
          <p>{t('figures.noProjectsHint')}</p>
        </div>
      )}
      {table.data && table.data.projects.length > 0 && (
        <OpenTable table={table.data} by={by} onBy={(next) => go({ by: next })} onChanged={() => void reread()} />
      )}
    </div>
  );
}

function OpenTable(props: {
  readonly table: ProjectTable;
  readonly by: GroupedBy;
  readonly onBy: (by: GroupedBy) => void;
  readonly onChanged: () => void;
}) {
  const { t } = useReader();
  const { table, by } = props;
  return (
    <>
      <WholeTiles table={table} />
      <StageFunnel table={table} />
      <Segmented<GroupedBy>
        className="project-by"
        aria-label={t('promise.groupedBy')}
        value={by}
        options={Object.entries(WAYS).map(([value, text]) => ({ value: value as GroupedBy, label: t(text) }))}
        onChange={props.onBy}
      />
      <ProjectGroups table={table} />
      <div className="project-sides">
        <OpenBlockers blockers={table.blockers} onChanged={props.onChanged} />
        <VisitList visits={table.visits} may={table.may.includes('visit')} onChanged={props.onChanged} />
      </div>
    </>
  );
}

function wayIn(text: string | null): GroupedBy {
  return text !== null && text in WAYS ? (text as GroupedBy) : 'class';
}
