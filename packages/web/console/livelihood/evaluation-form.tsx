import { Button, Input, InputNumber } from 'antd';
import { type FormEvent, useId, useState } from 'react';
import { useReader } from '../reader/index.ts';
import { ErrorNote } from '../shell/error-text.tsx';
import type { ScreenText } from '../text/index.ts';
import { useWrite } from './livelihood-data.ts';

type Count = 'members' | 'satisfied' | 'basically' | 'not';

const COUNTS: Readonly<Record<Count, ScreenText>> = {
  members: 'livelihood.members',
  satisfied: 'livelihood.gradeSatisfied',
  basically: 'livelihood.gradeBasically',
  not: 'livelihood.gradeNot',
};

/** Enters how deputies judged a project; the grade follows from the numbers, over all members. */
export function EvaluationForm({ promise }: { readonly promise: string }) {
  const { t } = useReader();
  const id = useId();
  const write = useWrite();
  const [counts, setCounts] = useState<Partial<Record<Count, number | null>>>({});
  const [heldOn, setHeldOn] = useState('');
  const [document, setDocument] = useState('');
  const whole = (Object.keys(COUNTS) as Count[]).every((name) => typeof counts[name] === 'number') && heldOn !== '';

  function submit(event: FormEvent) {
    event.preventDefault();
    const judged = { by: 'deputies', ...counts };
    const body = { heldOn, judged, ...(document.trim() === '' ? {} : { document: document.trim() }) };
    write.mutate({ at: `/projects/${promise}/evaluations`, body }, { onSuccess: () => setCounts({}) });
  }

  return (
    <details>
      <summary>{t('livelihood.enterEvaluation')}</summary>
      <form className="stack" onSubmit={submit}>
        {write.error && <ErrorNote error={write.error} />}
        <div className="ballot-counts">
          {(Object.keys(COUNTS) as Count[]).map((name) => (
            <div key={name} className="labelled">
              <label htmlFor={`${id}-${name}`}>{t(COUNTS[name])}</label>
              <InputNumber
                id={`${id}-${name}`}
                min={0}
                precision={0}
                value={counts[name] ?? null}
                onChange={(value) => setCounts({ ...counts, [name]: value })}
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
          <Button htmlType="submit" disabled={!whole} loading={write.isPending}>
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
