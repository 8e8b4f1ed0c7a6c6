import { App, Button, Input } from 'antd';
import { useState } from 'react';
import type { BulletinView } from '../../client/index.ts';
import { useReader } from '../reader/index.ts';
import { useAttempt } from '../shell/attempt.ts';
import { useBulletinAct } from './bulletin-data.ts';
import { WordsDrawer } from './words-drawer.tsx';

/** What the reader may do with a paper: those acts and no others. */
export function BulletinActs(props: { readonly view: BulletinView }) {
  const { view } = props;
  const { t } = useReader();
  const { modal } = App.useApp();
  const act = useBulletinAct();
  const { busy, attempt } = useAttempt();
  const [writing, setWriting] = useState(false);
  const send = (path: string, body: unknown) =>
    attempt(() => act(`/api/bulletins/${view.id}/${path}`, body, view.version));
  const publish = () => {
    let basis = '';
    void modal.confirm({
      title: t('bulletin.publish'),
      content: (
        <>
          <label htmlFor="publish-basis">{t('bulletin.basis')}</label>
          <Input
            id="publish-basis"
            maxLength={200}
            placeholder={t('bulletin.basisHint')}
            onChange={({ target }) => {
              basis = target.value;
            }}
          />
        </>
      ),
      onOk: () => (basis.trim() === '' ? Promise.reject() : send('publish', { basis: basis.trim() })),
    });
  };
  const issue = () => void modal.confirm({ title: t('bulletin.issueSure'), onOk: () => send('issue', {}) });
  const may = (what: string) => view.may.includes(what);
  return (
    <span className="downloads">
      {may('amend') && <Button onClick={() => setWriting(true)}>{t('bulletin.amend')}</Button>}
      {may('retake') && (
        <Button loading={busy} onClick={() => void send('retake', {})}>
          {t('bulletin.retake')}
        </Button>
      )}
      {may('issue') && (
        <Button type="primary" loading={busy} disabled={view.discrepancies.length > 0} onClick={issue}>
          {t('bulletin.issue')}
        </Button>
      )}
      {may('publish') && (
        <Button type="primary" loading={busy} onClick={publish}>
          {t('bulletin.publish')}
        </Button>
      )}
      {writing && <WordsDrawer view={view} onClose={() => setWriting(false)} />}
    </span>
  );
}
