import { App, Button, InputNumber, Skeleton } from 'antd';
import { useId, useState } from 'react';
import { Link, useParams } from 'react-router';
import { Labelled } from '../form/labelled.tsx';
import { useMoments, usePageTitle, useReader } from '../reader/index.ts';
import { ErrorNote } from '../shell/error-text.tsx';
import type { ScreenText } from '../text/index.ts';
import { BallotForm } from './ballot-form.tsx';
import { VARIANTS, VOTE_STATES } from './candidate-words.ts';
import { CertifyForm } from './certify-form.tsx';
import { useVote, useWrite, type VoteView } from './livelihood-data.ts';
import { PollForm } from './poll-form.tsx';
import { VoteResult } from './vote-result.tsx';

const BASES: Readonly<Record<VoteView['rule']['base'], ScreenText>> = {
  all: 'livelihood.baseAll',
  present: 'livelihood.basePresent',
  valid: 'livelihood.baseValid',
};

/** One session: its rule, its list, what is to be done now, and its result. */
export function VotePage() {
  const { t } = useReader();
  const { id = '' } = useParams();
  const vote = useVote(id);
  usePageTitle(vote.data?.title ?? t('livelihood.vote'));
  if (vote.isPending) return <Skeleton active className="livelihood" />;
  if (vote.data === undefined) return <ErrorNote error={vote.error} />;
  const one = vote.data;
  return (
    <div className="livelihood">
      <header className="livelihood-head">
        <Link to={`/livelihood/votes?year=${one.year}`}>{t('livelihood.votes')}</Link>
        <h1>{one.title}</h1>
        <span className="mark">{t(VARIANTS[one.variant])}</span>
        <span className="mark">{t(VOTE_STATES[one.state])}</span>
      </header>
      <RuleLine one={one} />
      <Stage one={one} />
    </div>
  );
}

function RuleLine({ one }: { readonly one: VoteView }) {
  const { t } = useReader();
  const { at } = useMoments();
  const { seats, base, ties, mostApprovals } = one.rule;
  const parts = [
    t('livelihood.ruleSeats', { seats, candidates: one.candidates.length }),
    one.variant === 'decided' ? '' : t('livelihood.ruleBase', { base: t(BASES[base]) }),
    one.variant === 'decided' ? '' : t(ties === 'chair' ? 'livelihood.tiesChair' : 'livelihood.tiesSecond'),
    mostApprovals === null ? '' : t('livelihood.ruleMost', { most: mostApprovals }),
    one.variant === 'decided' ? '' : t('livelihood.ruleMembers', { members: one.members }),
    one.openedAt ? t('livelihood.frozenAt', { at: at(one.openedAt) }) : t('livelihood.notFrozen'),
  ];
  return <p className="quiet">{parts.filter((part) => part !== '').join(' · ')}</p>;
}

/** What is to be done at this stage by whoever reads. */
function Stage({ one }: { readonly one: VoteView }) {
  const { t } = useReader();
  const may = (what: VoteView['may'][number]) => one.may.includes(what);
  return (
    <>
      {one.roll && <p className="num">{t('livelihood.roll', { voted: one.roll.voted, members: one.roll.members })}</p>}
      {one.result === null && !may('cast') && !may('certify') && <Listed one={one} />}
      {may('open') && <OpenButton one={one} />}
      {may('cast') && <BallotForm one={one} />}
      {one.mine?.voted && <p className="panel-empty">{t('livelihood.youVoted')}</p>}
      {may('close') && <CloseForm one={one} />}
      {may('certify') && one.variant === 'poll' && <PollForm one={one} />}
      {may('certify') && one.variant !== 'poll' && <CertifyForm key={one.version} one={one} />}
      {one.result !== null && <VoteResult one={one} />}
    </>
  );
}

function Listed({ one }: { readonly one: VoteView }) {
  const { t } = useReader();
  return (
    <section className="panel" aria-labelledby="listed">
      <h2 id="listed">{t('livelihood.candidates')}</h2>
      <ol className="ballot-list">
        {one.candidates.map(({ id, no, title, content }) => (
          <li key={id}>
            <span className="num quiet">{no}</span>
            <div>
              <strong>{title}</strong>
              <p className="quiet">{content}</p>
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}

function OpenButton({ one }: { readonly one: VoteView }) {
  const { t } = useReader();
  const { modal } = App.useApp();
  const write = useWrite();
  const open = () =>
    modal.confirm({
      title: t('livelihood.openAsk'),
      content: t('livelihood.openHint'),
      okText: t('livelihood.open'),
      onOk: () => write.mutate({ at: `/votes/${one.id}/open`, body: { version: one.version } }),
    });
  return (
    <div className="stack">
      {write.error && <ErrorNote error={write.error} />}
      <Button type="primary" className="own-width" loading={write.isPending} onClick={() => void open()}>
        {t('livelihood.open')}
      </Button>
    </div>
  );
}

function CloseForm({ one }: { readonly one: VoteView }) {
  const { t } = useReader();
  const id = useId();
  const write = useWrite();
  const [present, setPresent] = useState<number | null>(null);
  return (
    <section className="panel stack" aria-labelledby={`${id}-head`}>
      <h2 id={`${id}-head`}>{t('livelihood.close')}</h2>
      {write.error && <ErrorNote error={write.error} />}
      <Labelled id={id} label={t('livelihood.present')}>
        <InputNumber id={id} min={0} max={one.members} value={present} onChange={setPresent} />
      </Labelled>
      <Button
        type="primary"
        className="own-width"
        disabled={present === null}
        loading={write.isPending}
        onClick={() => write.mutate({ at: `/votes/${one.id}/close`, body: { version: one.version, present } })}
      >
        {t('livelihood.close')}
      </Button>
    </section>
  );
}
