import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { ProjectBlocker } from '../../client/index.ts';
import { dayText, todayIn } from '../board/board-period.ts';
import { useMoments, useReader } from '../reader/index.ts';
import { useSession } from '../session/index.ts';
import { useAttempt } from '../shell/attempt.ts';

/** What stands in the way: whose it is, by when, and what it opened once it was overdue. */
export function OpenBlockers(props: { readonly blockers: readonly ProjectBlocker[]; readonly onChanged: () => void }) {
  const { t } = useReader();
  return (
    <section className="project-side" aria-label={t('figures.openBlockers')}>
      <h2>
        {t('figures.openBlockers')} <span className="quiet num">{props.blockers.length}</span>
      </h2>
      {props.blockers.length === 0 && <p className="quiet">{t('figures.noBlockers')}</p>}
      <ul>
        {props.blockers.map((blocker) => (
          <li key={blocker.id}>
            <BlockerLine blocker={blocker} opens clears onChanged={props.onChanged} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** One of them; `opens` where the reader may open its project, `clears` where they may strike it off. */
export function BlockerLine(props: {
  readonly blocker: ProjectBlocker;
  readonly opens: boolean;
  readonly clears: boolean;
  readonly onChanged: () => void;
}) {
  const { t, say, locale, zone } = useReader();
  const { now } = useMoments();
  const { blocker } = props;
  const { client } = useSession();
  const { attempt } = useAttempt();
  const [outcome, setOutcome] = useState<string | null>(null);
  const late = blocker.late ?? 0;
  const clear = async () => {
    const body = { clearedOn: todayIn(zone, now), outcome: outcome?.trim() ?? '' };
    await client.write('POST', `/api/projects/blockers/${blocker.id}/clear`, body, {
      key: crypto.randomUUID(),
      version: blocker.version,
    });
    props.onChanged();
  };
  return (
    <>
      <p>
        <span className="mark own">{blocker.kind}</span> {blocker.words}
      </p>
      <p className="quiet">
        {props.opens ? <Link to={`/promises/${blocker.promise}`}>{blocker.title}</Link> : blocker.title}
        {' · '}
        {[blocker.unit && say(blocker.unit.name), blocker.owner?.name].filter((one) => one).join(' · ')}
        {' · '}
        <span className={late > 0 ? 'behind num' : 'num'}>
          {late > 0 ? t('figures.lateBy', { days: late }) : t('figures.dueOn', { day: dayText(blocker.due, locale) })}
        </span>
        {blocker.raisedCase !== null && (
          <>
            {' · '}
            <Link to={`/cases/${blocker.raisedCase}`}>{t('figures.raisedItem')}</Link>
          </>
        )}
        {props.clears && outcome === null && (
          <Button type="link" size="small" onClick={() => setOutcome('')}>
            {t('figures.clear')}
          </Button>
        )}
      </p>
      {outcome !== null && (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (outcome.trim() !== '') void attempt(clear);
          }}
        >
          <input
            value={outcome}
            maxLength={1000}
            aria-label={t('figures.outcome')}
            placeholder={t('figures.outcome')}
            onChange={(event) => setOutcome(event.target.value)}
          />
          <Button htmlType="submit" disabled={outcome.trim() === ''}>
            {t('figures.clear')}
          </Button>
        </form>
      )}
    </>
  );
}
