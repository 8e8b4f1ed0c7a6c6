import { App, Button, Radio } from 'antd';
import { useState } from 'react';
import { useReader } from '../reader/index.ts';
import { ErrorNote } from '../shell/error-text.tsx';
import { useWrite, type VoteView } from './livelihood-data.ts';

type Choice = 'approve' | 'oppose' | 'abstain';

/** A deputy's secret ballot: one answer for each on the list, sent once. */
export function BallotForm({ one }: { readonly one: VoteView }) {
  const { t } = useReader();
  const { modal } = App.useApp();
  const write = useWrite();
  const [choices, setChoices] = useState<Readonly<Record<string, Choice>>>({});
  const approved = Object.values(choices).filter((choice) => choice === 'approve').length;
  const most = one.rule.mostApprovals;
  const answered = Object.keys(choices).length;
  const tooMany = most !== null && approved > most;
  const cast = () =>
    modal.confirm({
      title: t('livelihood.castAsk'),
      content: t('livelihood.castHint'),
      okText: t('livelihood.cast'),
      onOk: () => write.mutate({ at: `/votes/${one.id}/ballot`, body: { choices } }),
    });
  return (
    <section className="panel stack" aria-labelledby="ballot">
      <h2 id="ballot">{t('livelihood.ballot')}</h2>
      <p className="quiet">{t('livelihood.secret')}</p>
      {write.error && <ErrorNote error={write.error} />}
      <ol className="ballot-list">
        {one.candidates.map(({ id, no, title, content }) => (
          <li key={id}>
            <span className="num quiet">{no}</span>
            <div>
              <strong id={`name-${id}`}>{title}</strong>
              <p className="quiet">{content}</p>
            </div>
            <Radio.Group
              aria-labelledby={`name-${id}`}
              optionType="button"
              value={choices[id] ?? null}
              options={[
                { value: 'approve', label: t('livelihood.approve') },
                { value: 'oppose', label: t('livelihood.oppose') },
                { value: 'abstain', label: t('livelihood.abstain') },
              ]}
              onChange={(event) => setChoices({ ...choices, [id]: event.target.value as Choice })}
            />
          </li>
        ))}
      </ol>
      <p className={tooMany ? 'fault num' : 'quiet num'} role="status">
        {t('livelihood.answered', { answered, count: one.candidates.length, approved })}
        {most !== null && ` ${t('livelihood.ruleMost', { most })}`}
      </p>
      <Button
        type="primary"
        className="own-width"
        disabled={answered < one.candidates.length || tooMany}
        loading={write.isPending}
        onClick={() => void cast()}
      >
        {t('livelihood.cast')}
      </Button>
    </section>
  );
}
