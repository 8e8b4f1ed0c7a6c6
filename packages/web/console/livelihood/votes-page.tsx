import { Button, Skeleton } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { WideTable } from '../board/wide-table.tsx';
import { useReader } from '../reader/index.ts';
import { ErrorNote } from '../shell/error-text.tsx';
import { VARIANTS, VOTE_STATES } from './candidate-words.ts';
import { useCandidates, useVotes } from './livelihood-data.ts';
import { LivelihoodFrame, useYear } from './livelihood-frame.tsx';
import { VoteForm } from './vote-form.tsx';

/** The sessions of a year, and a new one. */
export function VotesPage() {
  const { t } = useReader();
  const year = useYear();
  const votes = useVotes(year);
  const { may, usual } = useCandidates(year).data ?? {};
  const [prepares, setPrepares] = useState(false);
  const items = votes.data?.items ?? [];
  const tools = (may?.congress || may?.decide) && (
    <Button type="primary" onClick={() => setPrepares(true)}>
      {t('livelihood.prepare')}
    </Button>
  );
  return (
    <LivelihoodFrame title={t('livelihood.votes')} tools={tools}>
      {votes.error && <ErrorNote error={votes.error} />}
      {votes.isPending && <Skeleton active />}
      {votes.data && items.length === 0 && (
        <div className="empty">
          <h2>{t('livelihood.noVotes')}</h2>
          <p>{t('livelihood.noVotesHint')}</p>
        </div>
      )}
      {items.length > 0 && (
        <WideTable label={t('livelihood.votes')}>
          <table className="plain-table">
            <thead>
              <tr>
                <th>{t('livelihood.vote')}</th>
                <th>{t('livelihood.variant')}</th>
                <th className="amount">{t('livelihood.members')}</th>
                <th className="amount">{t('livelihood.seatsOf')}</th>
                <th className="amount">{t('livelihood.chosenCount')}</th>
                <th>{t('livelihood.state')}</th>
              </tr>
            </thead>
            <tbody>
              {items.map((vote) => (
                <tr key={vote.id}>
                  <td>
                    <Link to={`/livelihood/votes/${vote.id}`}>{vote.title}</Link>
                  </td>
                  <td>{t(VARIANTS[vote.variant])}</td>
                  <td className="num amount">{vote.members}</td>
                  <td className="num amount">
                    {vote.seats} / {vote.candidates}
                  </td>
                  <td className="num amount">{vote.state === 'certified' ? vote.chosen : '–'}</td>
                  <td>{t(VOTE_STATES[vote.state])}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </WideTable>
      )}
      {prepares && usual && (
        <VoteForm year={year} usual={usual} decides={may?.decide === true} onClose={() => setPrepares(false)} />
      )}
    </LivelihoodFrame>
  );
}
