import { Modal } from 'antd';
import { useRef } from 'react';
import { useReader } from '../reader/index.ts';
import { SignInForm } from './sign-in-form.tsx';

/** Asks the reader to sign in again, over the page they were on. The name is known, so the password takes the focus. */
export function SessionEnded(props: { readonly name: string }) {
  const { t } = useReader();
  const box = useRef<HTMLDivElement>(null);
  return (
    <Modal
      open
      title={t('session.ended')}
      footer={null}
      closable={false}
      keyboard={false}
      width={400}
      afterOpenChange={(isOpen) =>
        isOpen && box.current?.querySelector<HTMLElement>(props.name === '' ? 'input' : '[name="password"]')?.focus()
      }
    >
      <div className="stack" ref={box}>
        <p className="quiet">{t('session.endedHint')}</p>
        <SignInForm name={props.name} />
      </div>
    </Modal>
  );
}
