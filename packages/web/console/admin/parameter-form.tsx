import { App, Button, Input, InputNumber, Radio, Select } from 'antd';
import { type FormEvent, useId, useState } from 'react';
import { createSubmission, isUncertain, type ParameterEntry, type Words } from '../../client/index.ts';
import { Labelled } from '../form/labelled.tsx';
import { instantOfLocal } from '../moment/index.ts';
import { useReader } from '../reader/index.ts';
import { useSession } from '../session/index.ts';
import { ErrorNote } from '../shell/error-text.tsx';
import { isTable, typedValue } from './parameter-value.ts';

/** Changes a parameter: the new value, from when on, and why. */
export function ParameterForm(props: {
  readonly parameter: ParameterEntry;
  readonly optionOf: (code: string) => string;
  readonly onDone: () => void;
}) {
  const { parameter, optionOf } = props;
  const { client } = useSession();
  const { t, say, zone } = useReader();
  const { message } = App.useApp();
  const id = useId();
  const [submission] = useState(() => createSubmission(() => crypto.randomUUID()));
  const [typed, setTyped] = useState<unknown>(
    parameter.kind === 'json' ? JSON.stringify(parameter.value, null, 2) : parameter.value,
  );
  const [later, setLater] = useState(false);
  const [from, setFrom] = useState('');
  const [reason, setReason] = useState('');
  const [fault, setFault] = useState('');
  const [error, setError] = useState<unknown>();
  const [sending, setSending] = useState(false);

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (sending) return;
    const value = typedValue(parameter.kind, typed);
    const effectiveFrom = later ? instantOfLocal(from, zone) : undefined;
    const found =
      value === undefined
        ? t(parameter.kind === 'json' ? 'admin.notJson' : 'session.needed')
        : later && effectiveFrom === undefined
          ? t('admin.timeNeeded')
          : reason.trim().length < 2
            ? t('admin.reasonNeeded')
            : '';
    setFault(found);
    setError(undefined);
    if (found !== '') return;
    setSending(true);
    const body = { value, reason: reason.trim(), ...(effectiveFrom === undefined ? {} : { effectiveFrom }) };
    try {
      await client.write('PUT', `/api/parameters/${parameter.name}`, body, { key: submission.keyFor(body) });
      submission.settled();
      void message.success(t('admin.saved', { name: say(parameter.label) }));
      props.onDone();
    } catch (failure) {
      if (!isUncertain(failure)) submission.settled();
      setError(failure);
    } finally {
      setSending(false);
    }
  }

  return (
    <form className="stack" onSubmit={(event) => void submit(event)}>
      {error !== undefined && <ErrorNote error={error} />}
      {fault !== '' && (
        <p className="fault" role="alert">
          {fault}
        </p>
      )}
      <Labelled id={id} label={t('admin.newValue')}>
        <ValueInput id={id} parameter={parameter} typed={typed} onTyped={setTyped} optionOf={optionOf} />
        {parameter.kind === 'json' && <Codes names={parameter.keys ?? {}} />}
        {(parameter.kind === 'limit' || parameter.kind === 'limits') && (
          <span className="quiet hint">{t('admin.limitHint')}</span>
        )}
      </Labelled>
      <div className="labelled">
        <span id={`${id}-from`}>{t('admin.from')}</span>
        <Radio.Group
          aria-labelledby={`${id}-from`}
          value={later}
          onChange={(event) => setLater(event.target.value === true)}
          options={[
            { value: false, label: t('admin.now') },
            { value: true, label: t('admin.later') },
          ]}
        />
        {later && (
          <Input
            type="datetime-local"
            className="date-input"
            aria-labelledby={`${id}-from`}
            value={from}
            onChange={(event) => setFrom(event.target.value)}
          />
        )}
      </div>
      <Labelled id={`${id}-reason`} label={t('admin.reason')}>
        <Input.TextArea
          id={`${id}-reason`}
          value={reason}
          placeholder={t('admin.reasonHint')}
          rows={3}
          maxLength={500}
          onChange={(event) => setReason(event.target.value)}
        />
      </Labelled>
      <Button type="primary" htmlType="submit" loading={sending} className="own-width">
        {t('shell.save')}
      </Button>
    </form>
  );
}

/** What the codes in a document mean, beside the document as it is written. */
function Codes({ names }: { readonly names: Readonly<Record<string, Words>> }) {
  const { t, say } = useReader();
  const named = Object.entries(names);
  if (named.length === 0) return null;
  return (
    <details className="quiet">
      <summary>{t('admin.codes')}</summary>
      <dl className="codes">
        {named.map(([code, words]) => (
          <div key={code}>
            <dt>
              <code>{code}</code>
            </dt>
            <dd>{say(words)}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

function ValueInput(props: {
  readonly id: string;
  readonly parameter: ParameterEntry;
  readonly typed: unknown;
  readonly onTyped: (typed: unknown) => void;
  readonly optionOf: (code: string) => string;
}) {
  const { id, parameter, typed, onTyped, optionOf } = props;
  const text = typeof typed === 'string' ? typed : '';
  switch (parameter.kind) {
    case 'number':
      return (
        <InputNumber
          id={id}
          value={typeof typed === 'number' ? typed : null}
          {...(parameter.min === undefined ? {} : { min: parameter.min })}
          {...(parameter.max === undefined ? {} : { max: parameter.max })}
          onChange={onTyped}
        />
      );
    case 'limits': {
      const table = isTable(typed) ? typed : {};
      return (
        <div className="limit-table">
          {Object.entries(table).map(([key, limit], index) => (
            <div key={key}>
              <span id={`${id}-${index}`}>{optionOf(key)}</span>
              <Input
                {...(index === 0 ? { id } : {})}
                aria-labelledby={`${id}-${index}`}
                value={limit}
                onChange={(event) => onTyped({ ...table, [key]: event.target.value })}
              />
            </div>
          ))}
        </div>
      );
    }
    case 'choice':
      return (
        <Select
          id={id}
          value={text}
          options={Object.keys(parameter.options ?? {}).map((value) => ({ value, label: optionOf(value) }))}
          onChange={onTyped}
        />
      );
    case 'json':
      return <Input.TextArea id={id} value={text} rows={8} onChange={(event) => onTyped(event.target.value)} />;
    case 'limit':
    case 'text':
      return <Input id={id} value={text} onChange={(event) => onTyped(event.target.value)} />;
  }
}
