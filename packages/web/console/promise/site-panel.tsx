import type { PromiseView, SiteView } from '../../client/index.ts';
import { dayText } from '../board/board-period.ts';
import { useReader } from '../reader/index.ts';
import type { ScreenText } from '../text/index.ts';

export const SITE_STATE: Readonly<Record<SiteView['state'], ScreenText>> = {
  planned: 'promise.sitePlanned',
  'under-way': 'promise.siteUnderWay',
  completed: 'promise.siteCompleted',
  verified: 'promise.siteVerified',
  cancelled: 'promise.siteCancelled',
};

/** The places where it is carried out, one by one, and how many of them are done. */
export function SitePanel({ view }: { readonly view: PromiseView }) {
  const { t, say, locale } = useReader();
  if (view.sites.length === 0) return null;
  const live = view.sites.filter(({ state }) => state !== 'cancelled');
  const done = live.filter(({ state }) => state === 'completed' || state === 'verified').length;
  const cancelled = view.sites.length - live.length;
  return (
    <section className="panel" aria-labelledby="sites">
      <h2 id="sites">
        {t('promise.sites')}{' '}
        <span className="quiet num">
          {t('promise.sitesDone', { done, count: live.length })}
          {cancelled > 0 && t('promise.sitesCancelled', { count: cancelled })}
        </span>
      </h2>
      <ul className="lines">
        {view.sites.map((site) => (
          <li key={site.id}>
            <span className="num quiet">{site.no}</span> <strong>{site.name}</strong>
            <span className="mark">{t(SITE_STATE[site.state])}</span>
            {site.work !== null && <p>{site.work}</p>}
            <span className="under quiet num">
              {[
                site.address,
                site.unit && say(site.unit.name),
                site.due && t('promise.dueOn', { day: dayText(site.due, locale, true) }),
                site.completedOn && t('promise.doneOn', { day: dayText(site.completedOn, locale, true) }),
                site.verifiedOn && t('promise.verifiedOn', { day: dayText(site.verifiedOn, locale, true) }),
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What stands in the way and who clears it, and when the leader was there. */
export function WayPanel({ view }: { readonly view: PromiseView }) {
  const { t, say, locale } = useReader();
  if (view.blockers.length === 0 && view.visits.length === 0) return null;
  const open = view.blockers.filter(({ clearedOn }) => clearedOn === null);
  const cleared = view.blockers.filter(({ clearedOn }) => clearedOn !== null);
  return (
    <section className="panel" aria-labelledby="blockers">
      <h2 id="blockers">{t('promise.blockersAndVisits')}</h2>
      <ul className="lines">
        {[...open, ...cleared].map((blocker) => (
          <li key={blocker.id}>
            <span className="mark own" data-open={blocker.clearedOn === null}>
              {t(blocker.clearedOn === null ? 'promise.blockerOpen' : 'promise.blockerCleared')}
            </span>{' '}
            {blocker.words}
            <span className="under quiet num">
              {[
                blocker.unit && say(blocker.unit.name),
                blocker.owner,
                blocker.clearedOn === null
                  ? t('promise.dueOn', { day: dayText(blocker.due, locale, true) })
                  : t('promise.clearedOn', { day: dayText(blocker.clearedOn, locale, true) }),
                blocker.outcome,
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </li>
        ))}
        {view.visits.map((visit) => (
          <li key={visit.id}>
            <span className="mark own">{t('promise.visit')}</span> {visit.leaderName} {visit.found}
            <span className="under quiet num">
              {[dayText(visit.visitedOn, locale, true), visit.asked && t('promise.visitAsked', { what: visit.asked })]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
