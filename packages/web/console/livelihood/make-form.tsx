import { Button, Input, InputNumber } from 'antd';
import { type FormEvent, useId, useState } from 'react';
import { Labelled } from '../form/labelled.tsx';
import { useReader } from '../reader/index.ts';
import { ErrorNote } from '../shell/error-text.tsx';
import { type CandidateView, useWrite } from './livelihood-data.ts';
import { UnitSelect } from './unit-select.tsx';

/** Makes a chosen candidate one of the year's projects. */
export function MakeForm({ one }: { readonly one: CandidateView }) {
  const { t } = useReader();
  const id = useId();
  const write = useWrite();
  const [unit, setUnit] = useState<string | null>(one.unit?.id ?? null);
  const [due, setDue] = useState(`${one.year}-12-31`);
  const [sites, setSites] = useState<number | null>(null);
  const [telephone, setTelephone] = useState('');

  function submit(event: FormEvent) {
    event.preventDefault();
    write.mutate({
      at: `/candidates/${one.id}/project`,
      body: {
        version: one.version,
        unit,
        due,
        ...(sites === null ? {} : { sites }),
        ...(telephone.trim() === '' ? {} : { telephone: telephone.trim() }),
      },
    });
  }

  return (
    <form className="stack" onSubmit={submit} aria-labelledby={`${id}-head`}>
      <h3 id={`${id}-head`}>{t('livelihood.make')}</h3>
      <p className="quiet">{t('livelihood.makeHint')}</p>
      {write.error && <ErrorNote error={write.error} />}
      <Labelled id={`${id}-unit`} label={t('livelihood.lead')}>
        <UnitSelect id={`${id}-unit`} value={unit} onChange={setUnit} />
      </Labelled>
      <Labelled id={`${id}-due`} label={t('livelihood.due')}>
        <Input
          id={`${id}-due`}
          type="date"
          className="date-input"
          value={due}
          onChange={(event) => setDue(event.target.value)}
        />
      </Labelled>
      <Labelled id={`${id}-sites`} label={t('livelihood.sitesPromised')}>
        <InputNumber id={`${id}-sites`} min={1} value={sites} onChange={setSites} />
      </Labelled>
      <Labelled id={`${id}-telephone`} label={t('livelihood.telephone')}>
        <Input
          id={`${id}-telephone`}
          maxLength={40}
          value={telephone}
          onChange={(event) => setTelephone(event.target.value)}
        />
      </Labelled>
      <Button
        type="primary"
        htmlType="submit"
        className="own-width"
        disabled={unit === null || due === ''}
        loading={write.isPending}
      >
        {t('livelihood.make')}
      </Button>
    </form>
  );
}
