import { Button } from 'antd';
import { useState } from 'react';
import { WideTable } from '../board/wide-table.tsx';
import { useMoments, useReader } from '../reader/index.ts';
import { useSession } from '../session/index.ts';
import { ErrorNote } from '../shell/error-text.tsx';
import type { VoteView } from './livelihood-data.ts';

/** The result as it was certified, with what proves it. */
export function VoteResult({ one }: { readonly one: VoteView }) {
  const { t } = useReader();
  const { at } = useMoments();
  const { result } = one;
  if (result === null) return null;
  const { counts, chosen, tied, needed } = result;
  const totalOf = new Map(result.totals.map((total) => [total.candidate, total]));
  const rows = one.candidates.toSorted((a, b) => (totalOf.get(b.id)?.approve ?? 0) - (totalOf.get(a.id)?.approve ?? 0));
  return (
    <section className="panel" aria-labelledby="result">
      <h2 id="result">{t('livelihood.result')}</h2>
      <p className="quiet">
        {[result.meeting, result.document, one.certifiedBy, one.certifiedAt && at(one.certifiedAt)]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {counts && (
        <p className="num">
          {t('livelihood.countsLine', { ...counts })}
          {needed !== null && ` · ${t('livelihood.needed', { needed })}`}
        </p>
      )}
      <WideTable label={t('livelihood.result')}>
        <table className="plain-table">
          <thead>
            <tr>
              <th>{t('livelihood.no')}</th>
              <th>{t('livelihood.project')}</th>
              <th className="amount">{t('livelihood.approve')}</th>
              <th className="amount">{t('livelihood.oppose')}</th>
              <th className="amount">{t('livelihood.abstain')}</th>
              <th>{t('livelihood.outcome')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ id, no, title }) => {
              const total = totalOf.get(id);
              return (
                <tr key={id}>
                  <td className="num">{no}</td>
                  <td>{title}</td>
                  <td className="num amount">{total?.approve ?? '–'}</td>
                  <td className="num amount">{total?.oppose ?? '–'}</td>
                  <td className="num amount">{total?.abstain ?? '–'}</td>
                  <td>
                    {chosen.includes(id) ? (
                      <strong>{t('livelihood.chosen')}</strong>
                    ) : tied.includes(id) ? (
                      t('livelihood.tied')
                    ) : (
                      ''
                    )}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </WideTable>
      <p className="quiet digest">
        SHA-256 <code>{one.digest}</code>
      </p>
      {one.may.includes('recount') && <Recount id={one.id} />}
    </section>
  );
}

/** Counts the box again, and says whether it is what was certified. */
function Recount({ id }: { readonly id: string }) {
  const { t } = useReader();
  const { client } = useSession();
  const [told, setTold] = useState<{ readonly ballots: number; readonly same: boolean | null }>();
  const [error, setError] = useState<unknown>();
  const count = () =>
    client
      .read<{ readonly ballots: number; readonly same: boolean | null }>(`/api/livelihood/votes/${id}/recount`)
      .then(setTold, setError);
  return (
    <div className="button-row">
      <Button onClick={() => void count()}>{t('livelihood.recount')}</Button>
      {error !== undefined && <ErrorNote error={error} />}
      {told && (
        <span role="status">
          {t(told.same === false ? 'livelihood.recountDiffers' : 'livelihood.recountSame', { ballots: told.ballots })}
        </span>
      )}
    </div>
  );
}
