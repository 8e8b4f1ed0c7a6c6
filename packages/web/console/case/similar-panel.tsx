import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { SimilarCases } from '../../client/index.ts';
import { useMoments, useReader } from '../reader/index.ts';
import { useSession } from '../session/index.ts';

/** Cases of the same matter nearby and at about the same time. It is a hint: where there are none, or it cannot be asked, nothing is shown. */
export function SimilarPanel(props: { readonly id: string }) {
  const { client } = useSession();
  const { t } = useReader();
  const { at } = useMoments();
  const { data } = useQuery({
    queryKey: ['case-similar', props.id],
    queryFn: ({ signal }) => client.read<SimilarCases>(`/api/cases/${props.id}/similar`, {}, signal),
    staleTime: 60_000,
    retry: false,
  });
  if (data === undefined || data.items.length === 0) return null;
  return (
    <section className="panel" aria-labelledby="similar">
      <h2 id="similar">
        {t('case.similar')} <span className="quiet num">{data.items.length}</span>
      </h2>
      <ul className="lines">
        {data.items.map((one) => (
          <li key={one.id}>
            <Link to={`/cases/${one.id}`} className="num">
              {one.number}
            </Link>{' '}
            {one.title}
            <span className="under quiet num">
              {[t('case.similarMetres', { metres: one.metres }), at(one.openedAt)].join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
