import { Link } from 'react-router';
import { useMoments, useReader } from '../reader/index.ts';
import { comparatorWords, decisionWords, doubtWords, figureText, firmnessWords, missingWords } from './item-words.ts';
import type { ItemView, ReportView } from './review-data.ts';
import { placeOf } from './source-text.ts';

/** What the reader proposes to make of the sentence, what the words do not say, and what was decided. */
export function ItemPanel(props: { readonly item: ItemView; readonly report: ReportView }) {
  const { item, report } = props;
  const { proposed } = item;
  const { t, say } = useReader();
  const kind = report.kinds.find(({ id }) => id === proposed.kind);
  const place = placeOf(report.sentences, item.clauses[0]);
  return (
    <div className="item-facts">
      <p className="item-line">
        <span className="state">{kind ? say(kind.name) : proposed.kind}</span>
        {item.missing.map((missing) => (
          <span key={missing} className="mark strong">
            {t(missingWords[missing])}
          </span>
        ))}
        {doubtWords(item.doubt).map((text) => (
          <span key={text} className="mark doubt">
            {t(text)}
          </span>
        ))}
      </p>
      <h2>{proposed.title}</h2>
      <p className="quiet item-place">
        {place?.page != null && t('review.page', { page: place.page })}
        {place !== undefined && t('review.paragraph', { n: place.paragraph, section: place.section ?? '—' })}
        {item.clauses.length > 1 && t('review.sentences', { count: item.clauses.length })}
      </p>
      {proposed.indicators.length > 0 && (
        <table className="figures">
          <caption>{t('review.indicators')}</caption>
          <tbody>
            {proposed.indicators.map((indicator) => (
              <tr key={`${indicator.label} ${indicator.quote}`}>
                <th scope="row">{indicator.label}</th>
                <td className="num">
                  {figureText(indicator)}
                  {indicator.stretch !== null && (
                    <span className="mark">{t('review.stretch', { value: indicator.stretch })}</span>
                  )}
                </td>
                <td className="quiet">{t(comparatorWords[indicator.comparator])}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <dl className="item-dl">
        {proposed.measure !== null && <Fact label={t('review.measure')}>{proposed.measure}</Fact>}
        <Fact label={t('review.due')}>
          {proposed.due === null
            ? proposed.dueWords === null
              ? t('review.noDue')
              : t('review.noDueWords', { words: proposed.dueWords })
            : proposed.dueWords === null
              ? proposed.due
              : t('review.dueFrom', { due: proposed.due, words: proposed.dueWords })}
        </Fact>
        <Fact label={t('review.firmness')}>{t(firmnessWords[proposed.firmness])}</Fact>
        {proposed.domain !== null && <Fact label={t('review.domain')}>{proposed.domain}</Fact>}
      </dl>
      {proposed.tasks.length > 0 && (
        <details className="item-tasks" open={proposed.tasks.length <= 4}>
          <summary>{t('review.tasks', { count: proposed.tasks.length })}</summary>
          <ol>
            {proposed.tasks.map((task) => (
              <li key={task.title}>
                {task.title}
                {task.due !== null && <span className="quiet num"> {task.due}</span>}
              </li>
            ))}
          </ol>
        </details>
      )}
      <Outcome item={item} />
    </div>
  );
}

function Outcome({ item }: { readonly item: ItemView }) {
  const { t, say } = useReader();
  const { at } = useMoments();
  if (item.decision === 'open') return null;
  const { promise } = item;
  return (
    <div className="item-outcome" data-decision={item.decision}>
      <p>
        <strong>{t(decisionWords[item.decision])}</strong>
        {item.decidedBy !== null && item.decidedAt !== null && (
          <span className="quiet"> {t('review.by', { who: item.decidedBy, at: at(item.decidedAt) })}</span>
        )}
      </p>
      {item.project !== null && <p>{t('review.tied', { title: item.project.title })}</p>}
      {item.reason !== null && <p>{item.reason}</p>}
      {promise !== null && (
        <>
          <p>
            <Link to={`/promises/${promise.id}`} className="num">
              {promise.number}
            </Link>{' '}
            {promise.title !== item.proposed.title && promise.title}
          </p>
          <p className="quiet">
            {t('review.answers', {
              lead: promise.lead === null ? t('review.notNamed') : say(promise.lead.name),
              assisting: promise.assisting.map(({ name }) => say(name)).join(t('review.listComma')) || '—',
              leader: promise.leader?.name ?? t('review.notNamed'),
            })}
          </p>
        </>
      )}
    </div>
  );
}

function Fact(props: { readonly label: string; readonly children: string }) {
  return (
    <div>
      <dt>{props.label}</dt>
      <dd>{props.children}</dd>
    </div>
  );
}
