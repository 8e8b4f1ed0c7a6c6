import type { PromiseView, RevisionView } from '../../client/index.ts';
import { dayText } from '../board/board-period.ts';
import { numberText } from '../board/figure-text.ts';
import { WideTable } from '../board/wide-table.tsx';
import { useReader } from '../reader/index.ts';
import type { ScreenText } from '../text/index.ts';
import { type AgreedRow, agreedRows } from './agreed-rows.ts';

const SAID: Readonly<Record<string, ScreenText>> = {
  title: 'promise.title',
  deliverable: 'promise.deliverable',
  measure: 'promise.measure',
  due: 'promise.due',
};

const FIRMNESS: Readonly<Record<PromiseView['firmness'], ScreenText | undefined>> = {
  binding: 'promise.binding',
  aimed: 'promise.aimed',
  plain: undefined,
};

/** As first promised, as allowed to be changed, as it is in force: side by side for ever. */
export function AgreedPanel({ view }: { readonly view: PromiseView }) {
  const { t, locale } = useReader();
  const rows = agreedRows(view);
  const told = (row: AgreedRow, value: AgreedRow['present']) => {
    if (value === null) return t('promise.notSaid');
    if (typeof value === 'number') return `${numberText(value, row.decimals)}${row.unit}`;
    return row.what === 'due' ? dayText(value, locale, true) : value;
  };
  const firmness = FIRMNESS[view.firmness];
  return (
    <section className="panel" aria-labelledby="agreed">
      <h2 id="agreed">
        {t('promise.agreed')}
        {firmness && <span className="mark">{t(firmness)}</span>}
      </h2>
      <WideTable label={t('promise.agreed')}>
        <table className="agreed">
          <thead>
            <tr>
              <th scope="col">{t('promise.item')}</th>
              <th scope="col">{t('promise.asPromised')}</th>
              <th scope="col">{t('promise.asAllowed')}</th>
              <th scope="col">{t('promise.inForce')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.what}>
                <th scope="row">{row.name || t(SAID[row.what] ?? 'promise.item')}</th>
                <td>{told(row, row.original)}</td>
                <td>
                  {row.changes.length === 0 ? (
                    <span className="quiet">{t('promise.unchanged')}</span>
                  ) : (
                    row.changes.map((change) => <Leave key={change.id} revision={change} />)
                  )}
                </td>
                <td>
                  <strong>{told(row, row.present)}</strong>
                  {row.what === 'due' && view.dueWords !== null && (
                    <span className="quiet"> {t('promise.dueWords', { words: view.dueWords })}</span>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </WideTable>
    </section>
  );
}

function Leave({ revision }: { readonly revision: RevisionView }) {
  const { t, locale } = useReader();
  const who = [revision.authority, revision.meeting, revision.document].filter(Boolean).join(' · ');
  return (
    <p className="leave">
      {who || t('promise.approved')}
      {revision.effectiveFrom !== null && (
        <span className="quiet num"> {t('promise.from', { day: dayText(revision.effectiveFrom, locale, true) })}</span>
      )}
      <span className="quiet under">{revision.reason}</span>
    </p>
  );
}
