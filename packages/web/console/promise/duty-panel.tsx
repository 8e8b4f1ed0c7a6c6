import type { DutyView, PromiseView } from '../../client/index.ts';
import { dayText } from '../board/board-period.ts';
import { useReader } from '../reader/index.ts';
import type { ScreenText } from '../text/index.ts';

const PART: Readonly<Record<DutyView['part'], ScreenText>> = {
  leader: 'promise.partLeader',
  lead: 'promise.partLead',
  assisting: 'promise.partAssisting',
  asked: 'promise.partAsked',
};
const ORDER = Object.keys(PART);

/** Who answers for it, from when to when; those who did before stay below. */
export function DutyPanel({ view }: { readonly view: PromiseView }) {
  const { t } = useReader();
  const isOver = ({ until }: DutyView) => until !== null && until <= view.asOf;
  const sorted = view.duties.toSorted(
    (a, b) => ORDER.indexOf(a.part) - ORDER.indexOf(b.part) || (a.since < b.since ? 1 : -1),
  );
  const present = sorted.filter((duty) => !isOver(duty));
  const former = sorted.filter(isOver);
  return (
    <section className="panel" aria-labelledby="duties">
      <h2 id="duties">{t('promise.duties')}</h2>
      {present.length === 0 && <p className="quiet">{t('promise.noDuties')}</p>}
      <ul className="lines">
        {present.map((duty) => (
          <Duty key={duty.id} duty={duty} />
        ))}
      </ul>
      {former.length > 0 && (
        <details className="ended">
          <summary>{t('promise.formerDuties', { count: former.length })}</summary>
          <ul className="lines">
            {former.map((duty) => (
              <Duty key={duty.id} duty={duty} />
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function Duty({ duty }: { readonly duty: DutyView }) {
  const { t, say, locale } = useReader();
  return (
    <li>
      <span className="quiet">{t(PART[duty.part])}</span>{' '}
      <strong>{duty.unit ? say(duty.unit.name) : (duty.post?.name ?? '—')}</strong>
      <span className="under quiet num">
        {duty.until === null
          ? t('promise.since', { day: dayText(duty.since, locale, true) })
          : t('promise.sinceUntil', {
              since: dayText(duty.since, locale, true),
              until: dayText(duty.until, locale, true),
            })}
        {duty.reason !== null && ` · ${duty.reason}`}
      </span>
    </li>
  );
}
