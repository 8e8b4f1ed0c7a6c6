import { Alert, Button, Input } from 'antd';
import { type FormEvent, useId, useRef, useState } from 'react';
import { isRefusal, type Me } from '../../client/index.ts';
import { useReader } from '../reader/index.ts';
import { ErrorNote } from '../shell/error-text.tsx';
import { useSession } from './session.tsx';

/** Name and password, then the one-time code where the account has one. */
export function SignInForm(props: { readonly name?: string }) {
  const { client, signedIn } = useSession();
  const { t } = useReader();
  const id = useId();
  const [name, setName] = useState(props.name ?? '');
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const [asksCode, setAsksCode] = useState(false);
  const [sending, setSending] = useState(false);
  const [error, setError] = useState<unknown>();
  const passwordBox = useRef<HTMLDivElement>(null);

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (sending) return;
    setSending(true);
    setError(undefined);
    try {
      const body = { name: name.trim(), password, ...(asksCode ? { code: code.trim() } : {}) };
      const answer = await client.write<{ readonly me: Me }>('POST', '/api/sessions', body);
      signedIn(answer.me);
    } catch (refusal) {
      if (isRefusal(refusal, 'identity.codeRequired')) {
        setAsksCode(true);
      } else {
        setError(refusal);
        if (isRefusal(refusal, 'identity.signInRefused')) {
          setAsksCode(false);
          setPassword('');
          passwordBox.current?.querySelector('input')?.focus();
        }
        setCode('');
      }
    } finally {
      setSending(false);
    }
  }

  return (
    <form className="stack" onSubmit={submit} aria-busy={sending}>
      {error !== undefined && <ErrorNote error={error} />}
      {asksCode ? (
        <>
          <Alert type="info" showIcon title={t('session.codeHint')} />
          <div className="labelled">
            <label htmlFor={`${id}-code`}>{t('session.code')}</label>
            <Input
              id={`${id}-code`}
              size="large"
              value={code}
              onChange={(event) => setCode(event.target.value)}
              inputMode="numeric"
              autoComplete="one-time-code"
              maxLength={8}
              autoFocus
              required
            />
          </div>
        </>
      ) : (
        <>
          <div className="labelled">
            <label htmlFor={`${id}-name`}>{t('session.name')}</label>
            <Input
              id={`${id}-name`}
              size="large"
              value={name}
              onChange={(event) => setName(event.target.value)}
              autoComplete="username"
              autoCapitalize="none"
              spellCheck={false}
              autoFocus={name === ''}
              required
            />
          </div>
          <div className="labelled" ref={passwordBox}>
            <label htmlFor={`${id}-password`}>{t('session.password')}</label>
            <Input.Password
              id={`${id}-password`}
              size="large"
              value={password}
              onChange={(event) => setPassword(event.target.value)}
              autoComplete="current-password"
              autoFocus={name !== ''}
              required
            />
          </div>
        </>
      )}
      <Button type="primary" size="large" htmlType="submit" loading={sending} block>
        {t('session.signIn')}
      </Button>
      {asksCode && (
        <Button type="link" onClick={() => setAsksCode(false)}>
          {t('session.otherName')}
        </Button>
      )}
    </form>
  );
}
