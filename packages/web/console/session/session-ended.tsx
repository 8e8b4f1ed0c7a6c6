import { Modal } from 'antd';
import { useReader } from '../reader/index.ts';
import { SignInForm } from './sign-in-form.tsx';

/** Asks the reader to sign in again, over the page they were on. */
export function SessionEnded(props: { readonly name: string }) {
  const { t } = useReader();
  return (
    <Modal open title={t('session.ended')} footer={null} closable={false} keyboard={false} width={400}>
      <p className="quiet">{t('session.endedHint')}</p>
      <SignInForm name={props.name} />
    </Modal>
  );
}
