import { Button, Skeleton } from 'antd';
import { useState } from 'react';
import { Link, useLocation, useNavigate, useParams } from 'react-router';
import { WideTable } from '../board/wide-table.tsx';
import { useReader } from '../reader/index.ts';
import { ErrorNote } from '../shell/error-text.tsx';
import { CandidateDrawer } from './candidate-drawer.tsx';
import { CandidateForm } from './candidate-form.tsx';
import { CANDIDATE_STATES, SOURCES } from './candidate-words.ts';
import { ClusterDrawer } from './cluster-drawer.tsx';
import { type CandidateRow, useCandidates } from './livelihood-data.ts';
import { LivelihoodFrame, useYear } from './livelihood-frame.tsx';

type Open =
  | { readonly what: 'form' }
  | { readonly what: 'clusters' }
  | { readonly what: 'candidate'; readonly id: string };

/** The desk where proposals are gathered and screened. */
export function CandidatesPage() {
  const { t } = useReader();
  const year = useYear();
  const list = useCandidates(year);
  const [open, setOpen] = useState<Open>();
  const { id: addressed } = useParams();
  const { search } = useLocation();
  const navigate = useNavigate();
  // A candidate has an address of its own, for links to it: closed, the list is what is left.
  const shown = open ?? (addressed === undefined ? undefined : { what: 'candidate' as const, id: addressed });
  const close = () => {
    setOpen(undefined);
    if (addressed !== undefined) void navigate({ pathname: '/livelihood/candidates', search }, { replace: true });
  };
  const items = list.data?.items ?? [];
  const waiting = items.filter(({ state }) => state === 'proposed').length;
  const tools = (
    <>
      {list.data?.may.clusters && (
        <Button onClick={() => setOpen({ what: 'clusters' })}>{t('livelihood.clusters')}</Button>
      )}
      {list.data?.may.propose && (
        <Button type="primary" onClick={() => setOpen({ what: 'form' })}>
          {t('livelihood.propose')}
        </Button>
      )}
    </>
  );
  return (
    <LivelihoodFrame title={t('livelihood.candidates')} tools={tools}>
      {list.error && <ErrorNote error={list.error} />}
      {list.isPending && <Skeleton active />}
      {list.data !== undefined && items.length === 0 && (
        <div className="empty">
          <h2>{t('livelihood.noCandidates')}</h2>
          <p>{t('livelihood.noCandidatesHint')}</p>
        </div>
      )}
      {waiting > 0 && list.data?.may.screen && <p className="quiet">{t('livelihood.toScreen', { count: waiting })}</p>}
      {items.length > 0 && (
        <WideTable label={t('livelihood.candidates')}>
          <table className="plain-table">
            <thead>
              <tr>
                <th>{t('livelihood.no')}</th>
                <th>{t('livelihood.candidate')}</th>
                <th>{t('livelihood.domain')}</th>
                <th>{t('livelihood.source')}</th>
                <th className="amount">{t('livelihood.budget')}</th>
                <th>{t('livelihood.lead')}</th>
                <th>{t('livelihood.state')}</th>
              </tr>
            </thead>
            <tbody>
              {items.map((row) => (
                <CandidateLine key={row.id} row={row} onOpen={() => setOpen({ what: 'candidate', id: row.id })} />
              ))}
            </tbody>
          </table>
        </WideTable>
      )}
      {shown?.what === 'form' && <CandidateForm year={year} onClose={close} />}
      {shown?.what === 'clusters' && <ClusterDrawer year={year} onClose={close} />}
      {shown?.what === 'candidate' && <CandidateDrawer key={shown.id} id={shown.id} onClose={close} />}
    </LivelihoodFrame>
  );
}

function CandidateLine({ row, onOpen }: { readonly row: CandidateRow; readonly onOpen: () => void }) {
  const { t, say } = useReader();
  return (
    <tr>
      <td className="num">{row.no ?? '–'}</td>
      <td>
        <button type="button" className="link-button" onClick={onOpen}>
          {row.title}
        </button>
        {row.promise !== null && (
          <Link className="mark" to={`/livelihood/projects/${row.promise}`}>
            {t('livelihood.toProject')}
          </Link>
        )}
      </td>
      <td>{row.domain}</td>
      <td>
        {t(SOURCES[row.source])}
        {row.cases > 0 && <span className="quiet num"> {t('livelihood.casesCount', { count: row.cases })}</span>}
      </td>
      <td className="num amount">{row.budget?.toLocaleString() ?? '–'}</td>
      <td>{row.unit ? say(row.unit.name) : '–'}</td>
      <td>
        {t(CANDIDATE_STATES[row.state])}
        {row.reason && <span className="under quiet">{row.reason}</span>}
      </td>
    </tr>
  );
}
