import type { CaseView } from '../../client/index.ts';
import { useMoments, useReader } from '../reader/index.ts';

/** Applications that wait for a decision, and units asked to assist. */
export function WaitingPanel(props: { readonly view: CaseView }) {
  const { t, say } = useReader();
  const { at } = useMoments();
  const { requests, parts } = props.view;
  return (
    <>
      {requests.length > 0 && (
        <section className="panel" aria-labelledby="requests">
          <h2 id="requests">{t('case.requests')}</h2>
          <ul className="lines">
            {requests.map((request) => (
              <li key={request.name}>
                <strong>{say(request.label)}</strong>
                <span className="quiet num">
                  {' '}
                  {request.by ?? t('case.system')} · {at(request.at)}
                </span>
                <dl className="told">
                  {request.texts.map(({ label, text }) => (
                    <div key={label.zh}>
                      <dt>{say(label)}</dt>
                      <dd>{say(text)}</dd>
                    </div>
                  ))}
                </dl>
              </li>
            ))}
          </ul>
        </section>
      )}
      {parts.length > 0 && (
        <section className="panel" aria-labelledby="parts">
          <h2 id="parts">{t('case.parts')}</h2>
          <ul className="lines">
            {parts.map((part) => (
              <li key={part.id}>
                <strong>{say(part.unit)}</strong>
                <span className="mark">
                  {t(part.waived ? 'case.partWaived' : part.answeredAt ? 'case.partAnswered' : 'case.partOpen')}
                </span>
                {part.mandatory && part.answeredAt === null && !part.waived && (
                  <span className="mark">{t('case.mandatory')}</span>
                )}
                <p>{part.question}</p>
                <p className="quiet num">{at(part.askedAt)}</p>
                {part.answer && <blockquote>{part.answer}</blockquote>}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
