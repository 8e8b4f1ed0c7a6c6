import { Link } from 'react-router';
import type { PromiseView } from '../../client/index.ts';
import { useReader } from '../reader/index.ts';
import type { ScreenText } from '../text/index.ts';

const MISSING: Readonly<Record<string, ScreenText>> = {
  measure: 'promise.missingMeasure',
  due: 'promise.missingDue',
  owner: 'promise.missingOwner',
  value: 'promise.missingValue',
};

/** The exact words of the report, marked in their paragraph, with their place and the hash by which they can be proven. */
export function ClausePanel(props: Pick<PromiseView, 'clauses' | 'missing'>) {
  const { t } = useReader();
  const { clauses, missing } = props;
  return (
    <section className="panel" aria-labelledby="clauses">
      <h2 id="clauses">{t('promise.clauses')}</h2>
      {clauses.length === 0 && <p className="quiet">{t('promise.noClause')}</p>}
      {clauses.map((clause) => (
        <figure key={`${clause.report} ${clause.no}`} id={`clause-${clause.report}-${clause.no}`} className="clause">
          <blockquote>
            <span className="quiet">{clause.before}</span>
            <mark>{clause.words}</mark>
            <span className="quiet">{clause.after}</span>
          </blockquote>
          <figcaption className="quiet">
            <Link to={`/reports/${clause.report}#${clause.no}`}>
              {t('promise.clauseOf', { year: clause.year, no: clause.no })}
            </Link>
            <span className="num">
              {clause.page === null
                ? t('promise.clauseParagraph', { paragraph: clause.paragraph })
                : t('promise.clausePlace', { page: clause.page, paragraph: clause.paragraph })}
            </span>
            {clause.section !== null && <span>{clause.section}</span>}
            <code title={clause.hash}>{t('promise.hash', { hash: clause.hash.slice(0, 12) })}</code>
          </figcaption>
        </figure>
      ))}
      {missing.length > 0 && (
        <ul className="missing">
          {missing.map((what) => (
            <li key={what} className="quiet">
              {t(MISSING[what] ?? 'promise.missingValue')}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
