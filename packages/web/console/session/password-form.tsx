import { Button, Input } from 'antd';
import { type FormEvent, useId, useState } from 'react';
import { isRefusal, placesByField } from '../../client/index.ts';
import { Labelled } from '../form/labelled.tsx';
import { useReader } from '../reader/index.ts';
import { ErrorNote } from '../shell/error-text.tsx';
import { useMe, useSession } from './session.tsx';

/** A new password of the reader's own: forced at the first sign-in, free later. */
export function PasswordForm(props: { readonly onDone: () => void }) {
  const { client } = useSession();
  const me = useMe();
  const { t } = useReader();
  const id = useId();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [repeat, setRepeat] = useState('');
  const [sending, setSending] = useState(false);
  const [error, setError] = useState<unknown>();
  const differ = repeat !== '' && repeat !== next;
  const places = isRefusal(error) ? placesByField(error.places) : {};

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (sending || next !== repeat) return;
    setSending(true);
    setError(undefined);
    try {
      await client.write('POST', '/api/me/password', { current, next });
      props.onDone();
    } catch (refusal) {
      setError(refusal);
    } finally {
      setSending(false);
    }
  }

  const box = (
    name: string,
    label: string,
    value: string,
    set: (value: string) => void,
    complete: string,
    fault?: string,
  ) => (
    <Labelled id={`${id}-${name}`} label={label}>
      <Input.Password
        id={`${id}-${name}`}
        value={value}
        onChange={(event) => set(event.target.value)}
        autoComplete={complete}
        status={fault ? 'error' : ''}
        aria-invalid={fault !== undefined}
        aria-describedby={fault ? `${id}-${name}-fault` : undefined}
        required
      />
      {fault && (
        <span className="fault" id={`${id}-${name}-fault`}>
          {fault}
        </span>
      )}
    </Labelled>
  );

  return (
    <form className="stack" onSubmit={submit}>
      {error !== undefined && <ErrorNote error={error} />}
      {isRefusal(error) && error.places.length > 0 && (
        <ul className="faults">
          {error.places.map(({ path, detail }) => (
            <li key={path + detail}>{detail}</li>
          ))}
        </ul>
      )}
      <input type="text" name="username" autoComplete="username" value={me.account.name} readOnly hidden />
      {box('current', t('session.current'), current, setCurrent, 'current-password', places.current)}
      {box('next', t('session.next'), next, setNext, 'new-password')}
      {box('repeat', t('session.repeat'), repeat, setRepeat, 'new-password', differ ? t('session.differ') : undefined)}
      <Button type="primary" htmlType="submit" loading={sending} disabled={differ}>
        {t('shell.save')}
      </Button>
    </form>
  );
}
