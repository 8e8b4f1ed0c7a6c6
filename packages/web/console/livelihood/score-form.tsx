import { Button, Input, InputNumber } from 'antd';
import { type FormEvent, useId, useState } from 'react';
import { useReader } from '../reader/index.ts';
import { ErrorNote } from '../shell/error-text.tsx';
import { useWrite } from './livelihood-data.ts';
import { type Scores, STARS, wholeScores } from './scores.ts';

/** Enters how many users gave it how many stars; the mean is shown with how many they were. */
export function ScoreForm({ promise }: { readonly promise: string }) {
  const { t } = useReader();
  const id = useId();
  const write = useWrite();
  const [scores, setScores] = useState<Scores>({});
  const [heldOn, setHeldOn] = useState('');
  const [document, setDocument] = useState('');
  const whole = wholeScores(scores);

  function submit(event: FormEvent) {
    event.preventDefault();
    if (whole === undefined) return;
    const said = document.trim();
    const body = { heldOn, judged: { by: 'users', ...whole }, ...(said === '' ? {} : { document: said }) };
    write.mutate({ at: `/projects/${promise}/evaluations`, body }, { onSuccess: () => setScores({}) });
  }

  return (
    <details>
      <summary>{t('livelihood.enterScores')}</summary>
      <form className="stack" onSubmit={submit}>
        {write.error && <ErrorNote error={write.error} />}
        <div className="ballot-counts">
          {STARS.map((stars) => (
            <div key={stars} className="labelled">
              <label htmlFor={`${id}-${stars}`}>{t('livelihood.stars', { stars })}</label>
              <InputNumber
                id={`${id}-${stars}`}
                min={0}
                precision={0}
                value={scores[stars] ?? null}
                onChange={(value) => setScores({ ...scores, [stars]: value })}
              />
            </div>
          ))}
          <div className="labelled">
            <label htmlFor={`${id}-on`}>{t('livelihood.on')}</label>
            <Input id={`${id}-on`} type="date" value={heldOn} onChange={(event) => setHeldOn(event.target.value)} />
          </div>
          <div className="labelled">
            <label htmlFor={`${id}-document`}>{t('livelihood.document')}</label>
            <Input
              id={`${id}-document`}
              maxLength={200}
              value={document}
              onChange={(event) => setDocument(event.target.value)}
            />
          </div>
        </div>
        <div className="button-row">
          <Button htmlType="submit" disabled={whole === undefined || heldOn === ''} loading={write.isPending}>
            {t('livelihood.enter')}
          </Button>
          <Button
            loading={write.isPending}
            onClick={() => write.mutate({ at: `/projects/${promise}/evaluations/publish`, body: {} })}
          >
            {t('livelihood.publish')}
          </Button>
        </div>
      </form>
    </details>
  );
}
