import { Skeleton } from 'antd';
import { Link } from 'react-router';
import type { PromiseRow } from '../../client/index.ts';
import { WideTable } from '../board/wide-table.tsx';
import { useReader } from '../reader/index.ts';
import { ErrorNote } from '../shell/error-text.tsx';
import { useProjects } from './livelihood-data.ts';
import { LivelihoodFrame, useYear } from './livelihood-frame.tsx';

/** The year's list: each with its three statuses, and the way to its sites. */
export function YearListPage() {
  const { t } = useReader();
  const year = useYear();
  const projects = useProjects(year);
  const items = projects.data ?? [];
  return (
    <LivelihoodFrame title={t('livelihood.list')}>
      {projects.error && <ErrorNote error={projects.error} />}
      {projects.isPending && <Skeleton active />}
      {projects.data !== undefined && items.length === 0 && (
        <div className="empty">
          <h2>{t('livelihood.noProjects')}</h2>
          <p>{t('livelihood.noProjectsHint')}</p>
        </div>
      )}
      {items.length > 0 && (
        <WideTable label={t('livelihood.list')}>
          <table className="plain-table">
            <thead>
              <tr>
                <th>{t('livelihood.no')}</th>
                <th>{t('livelihood.project')}</th>
                <th>{t('livelihood.lead')}</th>
                <th>{t('livelihood.stage')}</th>
                <th className="amount">{t('livelihood.rate')}</th>
                <th>{t('livelihood.due')}</th>
                <th>{t('livelihood.public')}</th>
              </tr>
            </thead>
            <tbody>
              {items.map((row) => (
                <ProjectLine key={row.id} row={row} />
              ))}
            </tbody>
          </table>
        </WideTable>
      )}
    </LivelihoodFrame>
  );
}

function ProjectLine({ row }: { readonly row: PromiseRow }) {
  const { t, say } = useReader();
  const percent = (share: number | null) => (share === null ? t('livelihood.noData') : `${(share * 100).toFixed(1)}%`);
  return (
    <tr>
      <td className="num quiet">{row.number}</td>
      <td>
        <Link to={`/livelihood/projects/${row.id}`}>{row.title}</Link>
      </td>
      <td>{row.lead ? say(row.lead.name) : '–'}</td>
      <td>
        {say(row.state.label)}
        {row.disagrees && <span className="mark strong">{t('livelihood.disagrees')}</span>}
      </td>
      <td className="num amount">
        {row.rate === null && row.expected === null ? (
          <span className="quiet">{say(row.saying)}</span>
        ) : (
          <>
            {percent(row.rate)}
            <span className="quiet"> / {percent(row.expected)}</span>
          </>
        )}
      </td>
      <td className="num">{row.due ?? '–'}</td>
      <td>
        {row.published ? (
          <a href={`/public/livelihood/${row.id}`} target="_blank" rel="noreferrer">
            {t('livelihood.publicPage')}
          </a>
        ) : (
          <span className="quiet">{t('livelihood.notPublished')}</span>
        )}
      </td>
    </tr>
  );
}
