import { useQuery } from '@tanstack/react-query';
import { Skeleton } from 'antd';
import { useParams } from 'react-router';
import type { BlockerDetail } from '../../client/index.ts';
import { dayText } from '../board/board-period.ts';
import { useMoments, usePageTitle, useReader } from '../reader/index.ts';
import { useSession } from '../session/index.ts';
import { ErrorNote } from '../shell/error-text.tsx';
import { BlockerLine } from './open-blockers.tsx';

/** What a notice of a blocker opens, for whoever is to clear it: they need have no part in the project itself. */
export function BlockerPage() {
  const { id = '' } = useParams();
  const { client, me } = useSession();
  const { t, locale } = useReader();
  const { at } = useMoments();
  const found = useQuery({
    queryKey: ['blocker', me?.post, id],
    queryFn: ({ signal }) => client.read<BlockerDetail>(`/api/projects/blockers/${id}`, {}, signal),
  });
  const { data } = found;
  usePageTitle(data?.blocker.words ?? '');
  if (data === undefined) {
    return <div className="page">{found.error ? <ErrorNote error={found.error} /> : <Skeleton active />}</div>;
  }
  const { blocker, opens, may } = data;
  return (
    <div className="page">
      <h1>{t('figures.blockerOf', { project: blocker.title })}</h1>
      <p className="quiet num">
        {blocker.number} · {t('figures.blockerRaised', { who: blocker.raisedBy, at: at(blocker.raisedAt) })}
      </p>
      <section className="project-side" aria-label={t('figures.blockers')}>
        <BlockerLine
          blocker={blocker}
          opens={opens}
          clears={may.includes('clear')}
          onChanged={() => void found.refetch()}
        />
        {blocker.clearedOn !== null && (
          <p>
            {t('figures.blockerCleared', { day: dayText(blocker.clearedOn, locale) })} {blocker.outcome}
          </p>
        )}
      </section>
      {!opens && <p className="quiet">{t('figures.blockerAlone')}</p>}
    </div>
  );
}
