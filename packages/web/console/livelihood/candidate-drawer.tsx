import { Button, Drawer, Input, Skeleton } from 'antd';
import { useId, useState } from 'react';
import { Link } from 'react-router';
import { Labelled } from '../form/labelled.tsx';
import { useReader } from '../reader/index.ts';
import { ErrorNote } from '../shell/error-text.tsx';
import { CandidateForm } from './candidate-form.tsx';
import { CANDIDATE_STATES, SOURCES } from './candidate-words.ts';
import { type CandidateView, useCandidate, useWrite } from './livelihood-data.ts';
import { MakeForm } from './make-form.tsx';

/** A candidate with what it comes from, and what may be done with it. */
export function CandidateDrawer(props: { readonly id: string; readonly onClose: () => void }) {
  const { t } = useReader();
  const candidate = useCandidate(props.id);
  const [edits, setEdits] = useState(false);
  const one = candidate.data;
  if (edits && one) return <CandidateForm year={one.year} start={{ row: one }} onClose={() => setEdits(false)} />;
  return (
    <Drawer
      open
      size={560}
      title={one?.title ?? t('livelihood.candidate')}
      closable={{ 'aria-label': t('shell.close') }}
      onClose={props.onClose}
      extra={one?.may.includes('edit') && <Button onClick={() => setEdits(true)}>{t('livelihood.edit')}</Button>}
    >
      {candidate.error && <ErrorNote error={candidate.error} />}
      {candidate.isPending && <Skeleton active />}
      {one && (
        <div className="stack">
          <Facts one={one} />
          <Origin one={one} />
          {one.may.includes('screen') && <Screening key={one.version} one={one} />}
          {one.may.includes('make') && <MakeForm one={one} />}
        </div>
      )}
    </Drawer>
  );
}

function Facts({ one }: { readonly one: CandidateView }) {
  const { t, say } = useReader();
  return (
    <>
      <p className="candidate-content">{one.content}</p>
      <dl className="candidate-facts">
        <dt>{t('livelihood.state')}</dt>
        <dd>
          {one.no !== null && <span className="num">№{one.no} </span>}
          {t(CANDIDATE_STATES[one.state])}
          {one.reason && <span className="quiet"> · {one.reason}</span>}
        </dd>
        <dt>{t('livelihood.domain')}</dt>
        <dd>{one.domain}</dd>
        <dt>{t('livelihood.budget')}</dt>
        <dd className="num">{one.budget?.toLocaleString() ?? '–'}</dd>
        <dt>{t('livelihood.lead')}</dt>
        <dd>{one.unit ? say(one.unit.name) : '–'}</dd>
        <dt>{t('livelihood.source')}</dt>
        <dd>
          {t(SOURCES[one.source])} · {one.createdBy}
        </dd>
      </dl>
    </>
  );
}

function Origin({ one }: { readonly one: CandidateView }) {
  const { t } = useReader();
  if (one.cases === 0) return null;
  const hidden = one.cases - one.origin.length;
  return (
    <section aria-labelledby="origin">
      <h3 id="origin">{t('livelihood.origin', { count: one.cases })}</h3>
      <ul className="origin-list">
        {one.origin.map((found) => (
          <li key={found.id}>
            <Link to={`/cases/${found.id}`} className="num">
              {found.number}
            </Link>{' '}
            {found.title}
          </li>
        ))}
      </ul>
      {hidden > 0 && <p className="quiet">{t('livelihood.originHidden', { count: hidden })}</p>}
    </section>
  );
}

function Screening({ one }: { readonly one: CandidateView }) {
  const { t } = useReader();
  const id = useId();
  const write = useWrite();
  const [reason, setReason] = useState('');
  const screen = (take: boolean) =>
    write.mutate({ at: `/candidates/${one.id}/screen`, body: { take, reason: reason.trim(), version: one.version } });
  return (
    <section className="stack" aria-labelledby={`${id}-head`}>
      <h3 id={`${id}-head`}>{t('livelihood.screening')}</h3>
      {write.error && <ErrorNote error={write.error} />}
      <Labelled id={id} label={t('livelihood.reason')}>
        <Input.TextArea
          id={id}
          rows={3}
          maxLength={1000}
          value={reason}
          placeholder={t('livelihood.reasonHint')}
          onChange={(event) => setReason(event.target.value)}
        />
      </Labelled>
      <div className="button-row">
        {one.state !== 'candidate' && (
          <Button type="primary" disabled={reason.trim() === ''} loading={write.isPending} onClick={() => screen(true)}>
            {t('livelihood.takeUp')}
          </Button>
        )}
        {one.state !== 'screened-out' && (
          <Button disabled={reason.trim() === ''} loading={write.isPending} onClick={() => screen(false)}>
            {t('livelihood.leaveOut')}
          </Button>
        )}
      </div>
    </section>
  );
}
