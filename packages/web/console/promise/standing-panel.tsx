import type { PromiseView } from '../../client/index.ts';
import { useReader } from '../reader/index.ts';
import { LIGHT_WORDS, lightOf } from './lights.ts';
import { PromiseLight } from './promise-light.tsx';
import { shareText } from './share-text.ts';
import { disagreementOf, EVIDENCE, OFFICIAL, SCHEDULE } from './statuses.ts';

/** Three statuses side by side, what contradicts what, and why the light is as it is. */
export function StandingPanel({ view }: { readonly view: PromiseView }) {
  const { t, say } = useReader();
  const light = lightOf(view.light);
  const clash = disagreementOf(view);
  const said = t(OFFICIAL[view.official]);
  const inKindsWords = say(view.saying);
  const told =
    view.disagreements.length > 0
      ? view.disagreements.map(({ id, words }) => ({ id, text: say(words) }))
      : clash === undefined
        ? []
        : [{ id: clash, text: t(clash) }];
  return (
    <section className="panel standing-panel" aria-labelledby="standing">
      <h2 id="standing">{t('promise.standing')}</h2>
      <dl className="statuses">
        <div>
          <dt>{t('promise.official')}</dt>
          <dd>
            {said}
            {inKindsWords !== said && <span className="mark">{inKindsWords}</span>}
          </dd>
        </div>
        <div>
          <dt>{t('promise.evidence')}</dt>
          <dd>{t(EVIDENCE[view.evidence])}</dd>
        </div>
        <div>
          <dt>{t('promise.schedule')}</dt>
          <dd>{t(SCHEDULE[view.schedule])}</dd>
        </div>
        <div>
          <dt>{t('promise.light')}</dt>
          <dd>
            <PromiseLight light={view.light} />
          </dd>
        </div>
      </dl>
      {told.length > 0 && (
        <ul className="clashes">
          {told.map(({ id, text }) => (
            <li key={id}>
              <strong className="clash-mark">{t('promise.clash')}</strong>
              {text}
            </li>
          ))}
        </ul>
      )}
      <div className="why-light" data-light={light}>
        <h3>{light === 'none' ? t('promise.whyNone') : t('promise.whyLight', { light: t(LIGHT_WORDS[light]) })}</h3>
        <p>{view.lightWords === null ? t('promise.noRule') : say(view.lightWords)}</p>
        {(view.rate !== null || view.coverage !== null) && (
          <p className="quiet num">
            {t('promise.lightFigures', {
              rate: shareText(view.rate, 1),
              expected: shareText(view.expected, 1),
            })}
            {view.coverage !== null && view.coverage < 1 && t('promise.coverage', { share: shareText(view.coverage) })}
          </p>
        )}
        {view.lightRule !== null && view.lightSetWords !== null && (
          <p className="quiet rule-name">{t('promise.rule', { set: say(view.lightSetWords) })}</p>
        )}
      </div>
    </section>
  );
}
