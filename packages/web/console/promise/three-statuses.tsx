import type { PromiseRow } from '../../client/index.ts';
import { useReader } from '../reader/index.ts';
import { disagreementOf, EVIDENCE, OFFICIAL, SCHEDULE } from './statuses.ts';

type Statuses = Pick<PromiseRow, 'official' | 'evidence' | 'schedule' | 'disagrees'>;

/** What the unit says, what the evidence supports, what the calendar says, in one short line. */
export function ThreeStatuses({ row }: { readonly row: Statuses }) {
  const { t } = useReader();
  const clash = disagreementOf(row);
  return (
    <span className="three-statuses" data-clash={clash !== undefined} title={clash && t(clash)}>
      <span>
        <span className="read-only">{t('promise.official')} </span>
        {t(OFFICIAL[row.official])}
      </span>
      <span>{t(EVIDENCE[row.evidence])}</span>
      <span>
        <span className="read-only">{t('promise.schedule')} </span>
        {t(SCHEDULE[row.schedule])}
      </span>
      {clash && <strong className="clash">{t('promise.clash')}</strong>}
    </span>
  );
}
