import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { VisitDue } from '../../client/index.ts';
import { dayText, todayIn } from '../board/board-period.ts';
import { useMoments, useReader } from '../reader/index.ts';
import { useSession } from '../session/index.ts';
import { useAttempt } from '../shell/attempt.ts';

/** Shown at first; the rest on demand. */
const FIRST = 8;

/** Which leader was to be where by now: what is not done first. */
export function VisitList(props: {
  readonly visits: readonly VisitDue[];
  readonly may: boolean;
  readonly onChanged: () => void;
}) {
  const { t } = useReader();
  const [all, setAll] = useState(false);
  const open = props.visits.filter(({ done }) => !done).length;
  const shown = all ? props.visits : props.visits.slice(0, FIRST);
  return (
    <section className="project-side" aria-label={t('figures.visits')}>
      <h2>
        {t('figures.visits')}{' '}
        <span className="quiet num">{t('figures.visitsOpen', { open, count: props.visits.length })}</span>
      </h2>
      <ul>
        {shown.map((visit) => (
          <Visit
            key={`${visit.leader.post} ${visit.promise?.id ?? ''}`}
            visit={visit}
            may={props.may}
            onChanged={props.onChanged}
          />
        ))}
      </ul>
      {!all && props.visits.length > FIRST && (
        <Button type="link" onClick={() => setAll(true)}>
          {t('figures.allVisits', { count: props.visits.length })}
        </Button>
      )}
    </section>
  );
}

function Visit(props: { readonly visit: VisitDue; readonly may: boolean; readonly onChanged: () => void }) {
  const { t, locale, zone } = useReader();
  const { now } = useMoments();
  const { visit } = props;
  const { client } = useSession();
  const { attempt } = useAttempt();
  const [found, setFound] = useState<string | null>(null);
  const enter = async () => {
    const body = { leader: visit.leader.post, visitedOn: todayIn(zone, now), found: found?.trim() ?? '' };
    await client.write('POST', `/api/projects/${visit.promise?.id ?? ''}/visits`, body, { key: crypto.randomUUID() });
    props.onChanged();
  };
  return (
    <li data-done={visit.done}>
      <p>
        <span className="visit-mark" aria-hidden="true">
          {visit.done ? '✓' : '○'}
        </span>{' '}
        {visit.leader.name}{' '}
        {visit.promise === null ? (
          <span className="quiet">{t('figures.anyProject')}</span>
        ) : (
          <Link to={`/promises/${visit.promise.id}`}>{visit.promise.title}</Link>
        )}
      </p>
      <p className="quiet num">
        {t(
          visit.every === 'week' ? 'figures.weekly' : visit.every === 'month' ? 'figures.monthly' : 'figures.quarterly',
        )}
        {' · '}
        {visit.done
          ? t('figures.visited', { day: dayText(visit.last ?? '', locale) })
          : t('figures.visitBy', { day: dayText(visit.until, locale) })}
        {!visit.done && visit.missed > 0 && (
          <>
            {' · '}
            <span className="behind">{t('figures.missed', { count: visit.missed })}</span>
          </>
        )}
        {!visit.done && props.may && visit.promise !== null && found === null && (
          <Button type="link" size="small" onClick={() => setFound('')}>
            {t('figures.enterVisit')}
          </Button>
        )}
      </p>
      {found !== null && (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (found.trim() !== '') void attempt(enter);
          }}
        >
          <input
            value={found}
            maxLength={2000}
            aria-label={t('figures.found')}
            placeholder={t('figures.found')}
            onChange={(event) => setFound(event.target.value)}
          />
          <Button htmlType="submit" disabled={found.trim() === ''}>
            {t('figures.enterVisit')}
          </Button>
        </form>
      )}
    </li>
  );
}
