import { Button } from 'antd';
import { useState } from 'react';
import { useReader } from '../reader/index.ts';
import { useLikeProjects } from './review-data.ts';

/** How many are shown before one asks for all. */
const FIRST = 1;

/** The livelihood projects of the year's vote that a sentence can be: the likest is suggested, a person confirms it. */
export function ProjectTie(props: {
  readonly report: string;
  readonly no: number;
  readonly busy: boolean;
  readonly onTie: (project: string) => void;
}) {
  const { t } = useReader();
  const [all, setAll] = useState(false);
  const { data: projects = [] } = useLikeProjects(props.report, props.no);
  if (projects.length === 0) return null;
  const shown = all ? projects : projects.slice(0, FIRST);
  return (
    <section className="stack" aria-label={t('review.tie')}>
      <p>{t('review.tieHint')}</p>
      <ul className="lines">
        {shown.map(({ id, title, suggested }) => (
          <li key={id}>
            {title} {suggested && <span className="mark">{t('review.tieSuggested')}</span>}
            <Button
              type={suggested ? 'primary' : 'default'}
              size="small"
              disabled={props.busy}
              onClick={() => props.onTie(id)}
            >
              {t('review.tie')}
            </Button>
          </li>
        ))}
      </ul>
      {!all && projects.length > FIRST && (
        <Button type="link" size="small" className="own-width" onClick={() => setAll(true)}>
          {t('review.tieAll', { count: projects.length })}
        </Button>
      )}
    </section>
  );
}
