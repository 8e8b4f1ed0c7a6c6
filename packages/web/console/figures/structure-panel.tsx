import type { TargetBoard } from '../../client/index.ts';
import { differenceText, numberText } from '../board/figure-text.ts';
import { useReader } from '../reader/index.ts';
import { monthText } from './month-picker.tsx';

/** What makes up a total, as one bar that is a hundred, and by how many points each share changed over the year. */
export function StructurePanel(props: { readonly structures: TargetBoard['structures'] }) {
  const { t, locale } = useReader();
  const told = props.structures.filter(({ parts }) => parts.every(({ share }) => share !== null));
  if (told.length === 0) return null;
  return (
    <section className="structures" aria-label={t('figures.structure')}>
      <h2>{t('figures.structure')}</h2>
      {told.map(({ total, parts }) => (
        <figure key={total.label}>
          <figcaption>
            {total.label}
            {total.month !== null && <span className="quiet"> {monthText(total.month, locale)}</span>}
          </figcaption>
          <div className="structure-bar" aria-hidden="true">
            {parts.map(({ code, share }, at) => (
              <span key={code} data-part={at % 5} style={{ flexGrow: share ?? 0 }} />
            ))}
          </div>
          <ul>
            {parts.map(({ code, label, share, changed }, at) => (
              <li key={code}>
                <span className="structure-key" data-part={at % 5} aria-hidden="true" />
                {label} <strong className="num">{numberText(share ?? 0, 1)}%</strong>{' '}
                {changed !== null && (
                  <span className="quiet num">
                    {t('figures.overYear', { points: differenceText(Math.round(changed * 10) / 10 || 0, 1) })}
                  </span>
                )}
              </li>
            ))}
          </ul>
        </figure>
      ))}
      <p className="quiet">{t('figures.structureHint')}</p>
    </section>
  );
}
