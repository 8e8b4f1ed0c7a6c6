import { Button } from 'antd';
import type { ObjectionView, PromiseView, RevisionView } from '../../client/index.ts';
import { dayText } from '../board/board-period.ts';
import { useMoments, useReader } from '../reader/index.ts';
import type { ScreenText } from '../text/index.ts';
import { revisionValue } from './revision-value.ts';

const STATE: Readonly<Record<RevisionView['state'], ScreenText>> = {
  asked: 'promise.revisionAsked',
  approved: 'promise.revisionApproved',
  refused: 'promise.revisionRefused',
};

/** Every change asked for, with the old and the new side by side, the leave and the reason. */
export function RevisionPanel(props: {
  readonly view: PromiseView;
  readonly onDecide: ((revision: RevisionView) => void) | undefined;
}) {
  const { t, say, locale } = useReader();
  const { at } = useMoments();
  const { view, onDecide } = props;
  if (view.revisions.length === 0) return null;
  return (
    <section className="panel" aria-labelledby="revisions">
      <h2 id="revisions">{t('promise.revisions')}</h2>
      <ul className="lines">
        {view.revisions.map((one) => (
          <li key={one.id} id={`revision-${one.id}`}>
            <strong>{say(one.label)}</strong>
            <span className="mark">
              {t(one.congress && one.state === 'approved' ? 'promise.revisedByCongress' : STATE[one.state])}
            </span>
            <p className="num old-new">
              <s className="quiet">{revisionValue(one.old, locale)}</s>
              <span aria-hidden="true">→</span>
              <span>{revisionValue(one.new, locale)}</span>
            </p>
            <p>{t('promise.because', { reason: one.reason })}</p>
            <span className="under quiet num">
              {[
                one.authority,
                one.meeting,
                one.document,
                one.effectiveFrom && t('promise.from', { day: dayText(one.effectiveFrom, locale, true) }),
                t('promise.askedBy', { who: one.askedBy, at: at(one.askedAt) }),
                one.decidedBy && one.decidedAt && t('promise.decidedBy', { who: one.decidedBy, at: at(one.decidedAt) }),
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
            {one.state === 'asked' && onDecide && (
              <Button size="small" className="own-width" onClick={() => onDecide(one)}>
                {t('promise.decide')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What people hold against what was said of it, and the answers, each due within its days. */
export function ObjectionPanel(props: {
  readonly view: PromiseView;
  readonly onAnswer: ((objection: ObjectionView) => void) | undefined;
}) {
  const { t, locale } = useReader();
  const { at } = useMoments();
  const { view, onAnswer } = props;
  if (view.objections.length === 0) return null;
  return (
    <section className="panel" aria-labelledby="objections">
      <h2 id="objections">{t('promise.objections')}</h2>
      <ul className="lines">
        {view.objections.map((one) => (
          <li key={one.id}>
            <blockquote>{one.words}</blockquote>
            <span className="under quiet num">{[one.who ?? t('promise.noName'), at(one.raisedAt)].join(' · ')}</span>
            {one.answer === null ? (
              <p data-late={one.due < view.asOf} className="answer-due">
                {t(one.due < view.asOf ? 'promise.answerLate' : 'promise.answerDue', {
                  day: dayText(one.due, locale, true),
                })}
                {onAnswer && (
                  <Button size="small" onClick={() => onAnswer(one)}>
                    {t('promise.answer')}
                  </Button>
                )}
              </p>
            ) : (
              <p>
                {t('promise.answered', { words: one.answer })}
                <span className="under quiet num">
                  {[one.answeredBy, one.answeredAt && at(one.answeredAt)].filter(Boolean).join(' · ')}
                </span>
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
