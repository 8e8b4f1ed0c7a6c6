import { Link } from 'react-router';
import type { EvaluationView, PromiseView } from '../../client/index.ts';
import { dayText } from '../board/board-period.ts';
import { numberText } from '../board/figure-text.ts';
import { useReader } from '../reader/index.ts';
import type { ScreenText } from '../text/index.ts';

/** What its kind keeps of it besides, and how it was judged by deputies and users. */
export function FactPanel({ view }: { readonly view: PromiseView }) {
  const { t, say } = useReader();
  const facts = view.facts.filter(({ value }) => value !== null && value !== undefined && value !== '');
  if (facts.length === 0 && view.evaluations.length === 0) return null;
  return (
    <section className="panel" aria-labelledby="facts">
      <h2 id="facts">{t('promise.facts')}</h2>
      {facts.length > 0 && (
        <dl className="fields one-column">
          {facts.map(({ name, label, value, shown }) => (
            <div key={name}>
              <dt>{say(label)}</dt>
              <dd className="num">
                {typeof value === 'string' && PAGES[name] !== undefined ? (
                  <Link to={`${PAGES[name]}/${value}`}>{t('promise.openFact')}</Link>
                ) : shown === null ? (
                  plain(value)
                ) : (
                  say(shown)
                )}
              </dd>
            </div>
          ))}
        </dl>
      )}
      {view.evaluations.length > 0 && (
        <ul className="lines">
          {view.evaluations.map((one) => (
            <Evaluation key={one.id} evaluation={one} />
          ))}
        </ul>
      )}
    </section>
  );
}

/** What is kept as an id has a page of its own. */
const PAGES: Readonly<Record<string, string>> = {
  candidate: '/livelihood/candidates',
  vote: '/livelihood/votes',
};

const COUNT: Readonly<Record<string, ScreenText>> = {
  members: 'promise.judgedMembers',
  satisfied: 'promise.judgedSatisfied',
  basically: 'promise.judgedBasically',
  not: 'promise.judgedNot',
};

function Evaluation({ evaluation }: { readonly evaluation: EvaluationView }) {
  const { t, locale } = useReader();
  const told = Object.entries(evaluation.counts).map(([name, count]) => {
    const text = COUNT[name];
    return text === undefined ? t('promise.judgedStars', { stars: name, count }) : t(text, { count });
  });
  return (
    <li id={`evaluation-${evaluation.id}`}>
      <strong>{t(evaluation.byWhom === 'deputies' ? 'promise.judgedByDeputies' : 'promise.judgedByUsers')}</strong>
      {evaluation.grade !== null && <span className="mark">{evaluation.grade}</span>}
      <span className="under num">{told.join(' · ')}</span>
      <span className="under quiet num">
        {[dayText(evaluation.heldOn, locale, true), evaluation.document].filter(Boolean).join(' · ')}
      </span>
    </li>
  );
}

function plain(value: unknown): string {
  return typeof value === 'number' ? numberText(value, Number.isInteger(value) ? 0 : 2) : String(value);
}
