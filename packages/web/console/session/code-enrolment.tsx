import { Button, Input } from 'antd';
import { type FormEvent, useEffect, useId, useState } from 'react';
import { useReader } from '../reader/index.ts';
import { ErrorNote } from '../shell/error-text.tsx';
import { useSession } from './session.tsx';

/** Sets up one-time codes: the picture, the key for typing it, and one code to confirm. */
export function CodeEnrolment(props: { readonly onDone: () => void }) {
  const { client } = useSession();
  const { t } = useReader();
  const id = useId();
  const [address, setAddress] = useState('');
  const [picture, setPicture] = useState('');
  const [code, setCode] = useState('');
  const [sending, setSending] = useState(false);
  const [error, setError] = useState<unknown>();

  useEffect(() => {
    let gone = false;
    async function begin() {
      try {
        const begun = await client.write<{ readonly address: string }>('POST', '/api/me/totp');
        const { toDataURL } = await import('qrcode');
        const drawn = await toDataURL(begun.address, { margin: 1, width: 200 });
        if (gone) return;
        setAddress(begun.address);
        setPicture(drawn);
      } catch (refusal) {
        if (!gone) setError(refusal);
      }
    }
    void begin();
    return () => {
      gone = true;
    };
  }, [client]);

  async function submit(event: FormEvent) {
    event.preventDefault();
    setSending(true);
    setError(undefined);
    try {
      await client.write('PUT', '/api/me/totp', { code: code.trim() });
      props.onDone();
    } catch (refusal) {
      setError(refusal);
    } finally {
      setSending(false);
    }
  }

  const secret = address === '' ? '' : (new URL(address).searchParams.get('secret') ?? '');
  return (
    <form className="stack" onSubmit={submit}>
      {error !== undefined && <ErrorNote error={error} />}
      <ol className="steps">
        <li>
          {t('code.step1')}
          {picture !== '' && (
            <>
              <img src={picture} alt={t('code.picture')} width={200} height={200} />
              <span className="quiet">
                {t('code.byHand')}
                <code className="secret">{secret.replaceAll(/(.{4})/g, '$1 ')}</code>
              </span>
            </>
          )}
        </li>
        <li>
          <label htmlFor={`${id}-code`}>{t('code.step2')}</label>
          <Input
            id={`${id}-code`}
            value={code}
            onChange={(event) => setCode(event.target.value)}
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={6}
            required
          />
        </li>
      </ol>
      <Button type="primary" htmlType="submit" loading={sending} disabled={picture === ''}>
        {t('code.confirm')}
      </Button>
    </form>
  );
}
