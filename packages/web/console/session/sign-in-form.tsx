import { Alert, Button, Input } from 'antd';
import { type FormEvent, useId, useRef, useState } from 'react';
import { isRefusal, type Me } from '../../client/index.ts';
import { Labelled } from '../form/labelled.tsx';
import { useReader } from '../reader/index.ts';
import { ErrorNote } from '../shell/error-text.tsx';
import { districtSent, useAskedDistrict } from './asked-district.ts';
import { useSession } from './session.tsx';

/** Name and password, then the one-time code where the account has one. */
export function SignInForm(props: { readonly name?: string }) {
  const { client, signedIn } = useSession();
  const { t } = useReader();
  const asked = useAskedDistrict();
  const id = useId();
  const [name, setName] = useState(props.name ?? '');
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const [asksCode, setAsksCode] = useState(false);
  const [sending, setSending] = useState(false);
  const [error, setError] = useState<unknown>();
  const [looked, setLooked] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const missing = { name: name.trim() === '', password: password === '', code: asksCode && code.trim() === '' };
  const input = (named: string) => form.current?.querySelector<HTMLElement>(`[name="${named}"]`);

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (sending) return;
    setLooked(true);
    setError(undefined);
    const first = missing.code ? 'code' : missing.name ? 'name' : missing.password ? 'password' : undefined;
    if (first !== undefined) {
      input(first)?.focus();
      return;
    }
    setSending(true);
    try {
      const body = { name: name.trim(), password, ...districtSent(asked), ...(asksCode ? { code: code.trim() } : {}) };
      const answer = await client.write<{ readonly me: Me }>('POST', '/api/sessions', body);
      signedIn(answer.me);
    } catch (refusal) {
      if (isRefusal(refusal, 'identity.codeRequired')) {
        setLooked(false);
        setAsksCode(true);
      } else {
        setError(refusal);
        if (isRefusal(refusal, 'identity.signInRefused')) {
          setAsksCode(false);
          setPassword('');
          setLooked(false);
          input('password')?.focus();
        }
        setCode('');
      }
    } finally {
      setSending(false);
    }
  }

  return (
    <form ref={form} className="stack" onSubmit={submit} aria-busy={sending} noValidate>
      {error !== undefined && <ErrorNote error={error} />}
      {asksCode ? (
        <>
          <Alert type="info" showIcon title={t('session.codeHint')} />
          <Labelled id={`${id}-code`} label={t('session.code')}>
            <Input
              id={`${id}-code`}
              name="code"
              {...faulty(looked && missing.code, `${id}-code-fault`)}
              size="large"
              value={code}
              onChange={(event) => setCode(event.target.value)}
              inputMode="numeric"
              autoComplete="one-time-code"
              maxLength={8}
              autoFocus
              required
            />
            {looked && missing.code && <Needed id={`${id}-code-fault`} />}
          </Labelled>
        </>
      ) : (
        <>
          <Labelled id={`${id}-name`} label={t('session.name')}>
            <Input
              id={`${id}-name`}
              name="name"
              {...faulty(looked && missing.name, `${id}-name-fault`)}
              size="large"
              value={name}
              onChange={(event) => setName(event.target.value)}
              autoComplete="username"
              autoCapitalize="none"
              spellCheck={false}
              autoFocus={name === ''}
              required
            />
            {looked && missing.name && <Needed id={`${id}-name-fault`} />}
          </Labelled>
          <Labelled id={`${id}-password`} label={t('session.password')}>
            <Input.Password
              id={`${id}-password`}
              name="password"
              {...faulty(looked && missing.password, `${id}-password-fault`)}
              size="large"
              value={password}
              onChange={(event) => setPassword(event.target.value)}
              autoComplete="current-password"
              autoFocus={name !== ''}
              required
            />
            {looked && missing.password && <Needed id={`${id}-password-fault`} />}
          </Labelled>
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

function Needed({ id }: { readonly id: string }) {
  const { t } = useReader();
  return (
    <span className="fault" id={id}>
      {t('session.needed')}
    </span>
  );
}

/** Marks an input as at fault, for eyes and ears. */
function faulty(isFaulty: boolean, describedBy: string) {
  return isFaulty ? ({ status: 'error', 'aria-invalid': true, 'aria-describedby': describedBy } as const) : {};
}
