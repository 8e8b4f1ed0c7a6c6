import { Button, Input, InputNumber } from 'antd';
import { type FormEvent, useId, useState } from 'react';
import { Labelled } from '../form/labelled.tsx';
import { useReader } from '../reader/index.ts';
import { ErrorNote } from '../shell/error-text.tsx';
import { useWrite } from './livelihood-data.ts';

/** Counts as they are typed. */
export type Counts<Name extends string> = Partial<Record<Name, number | null>>;

/** Enters how a project was judged: how many judged it how, on which day, by which document. */
export function JudgementForm<Name extends string>(props: {
  readonly promise: string;
  readonly title: string;
  readonly names: readonly Name[];
  readonly label: (name: Name) => string;
  /** What is sent of the counts; undefined while they are not whole. */
  readonly judged: (counts: Counts<Name>) => object | undefined;
}) {
  const { promise, title, names, label } = props;
  const { t } = useReader();
  const id = useId();
  const write = useWrite();
  const [counts, setCounts] = useState<Counts<Name>>({});
  const [heldOn, setHeldOn] = useState('');
  const [document, setDocument] = useState('');
  const judged = props.judged(counts);

  function submit(event: FormEvent) {
    event.preventDefault();
    const said = document.trim();
    const body = { heldOn, judged, ...(said === '' ? {} : { document: said }) };
    write.mutate({ at: `/projects/${promise}/evaluations`, body }, { onSuccess: () => setCounts({}) });
  }

  return (
    <details>
      <summary>{title}</summary>
      <form className="stack" onSubmit={submit}>
        {write.error && <ErrorNote error={write.error} />}
        <div className="ballot-counts">
          {names.map((name) => (
            <Labelled key={name} id={`${id}-${name}`} label={label(name)}>
              <InputNumber
                id={`${id}-${name}`}
                min={0}
                precision={0}
                value={counts[name] ?? null}
                onChange={(value) => setCounts({ ...counts, [name]: value })}
              />
            </Labelled>
          ))}
          <Labelled id={`${id}-on`} label={t('livelihood.on')}>
            <Input id={`${id}-on`} type="date" value={heldOn} onChange={(event) => setHeldOn(event.target.value)} />
          </Labelled>
          <Labelled id={`${id}-document`} label={t('livelihood.document')}>
            <Input
              id={`${id}-document`}
              maxLength={200}
              value={document}
              onChange={(event) => setDocument(event.target.value)}
            />
          </Labelled>
        </div>
        <div className="button-row">
          <Button htmlType="submit" disabled={judged === undefined || heldOn === ''} loading={write.isPending}>
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
