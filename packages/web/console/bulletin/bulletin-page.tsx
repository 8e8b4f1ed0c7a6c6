import { DownloadOutlined } from '@ant-design/icons';
import type { OfficialDocument } from '@huying/kit/document';
import { Button, Skeleton } from 'antd';
import { useCallback, useState } from 'react';
import { Link, useParams } from 'react-router';
import type { BulletinView } from '../../client/index.ts';
import { useMoments, usePageTitle, useReader } from '../reader/index.ts';
import { ErrorNote } from '../shell/error-text.tsx';
import { useSaveFile } from '../shell/save-file.ts';
import { BulletinActs } from './bulletin-acts.tsx';
import { useBulletin } from './bulletin-data.ts';
import { StateMark } from './bulletins-page.tsx';
import { type OpenedPlace, PaperView } from './paper-view.tsx';
import { PlaceDrawer } from './place-drawer.tsx';

/** A paper as it is printed, whether its figures reconcile, and what may be done with it. */
export function BulletinPage() {
  const { t } = useReader();
  const { bulletin = '' } = useParams();
  const read = useBulletin(bulletin);
  usePageTitle(read.data?.title ?? t('bulletin.title'));
  if (read.error && read.data === undefined) {
    return (
      <div className="promises">
        <Link to="/bulletins">{t('bulletin.toList')}</Link>
        <ErrorNote
          error={read.error}
          action={<Button onClick={() => void read.refetch()}>{t('shell.retry')}</Button>}
        />
      </div>
    );
  }
  if (read.data === undefined) {
    return (
      <div className="promises" role="status" aria-label={t('shell.loading')}>
        <Skeleton active paragraph={{ rows: 12 }} />
      </div>
    );
  }
  return <OpenBulletin view={read.data} />;
}

function OpenBulletin(props: { readonly view: BulletinView }) {
  const { view } = props;
  const { t, say } = useReader();
  const { at } = useMoments();
  const [place, setPlace] = useState<OpenedPlace | null>(null);
  const open = useCallback((opened: OpenedPlace) => setPlace(opened), []);
  const close = useCallback(() => setPlace(null), []);
  return (
    <div className="promises bulletin-page">
      <header className="promises-head">
        <Link to="/bulletins">{t('bulletin.toList')}</Link>
        <strong>{say(view.kind.name)}</strong>
        <span className="num">{view.number}</span>
        <StateMark row={view} />
        <span className="quiet">
          {view.issuedAt === null
            ? t('bulletin.draftedBy', { who: view.createdBy, at: at(view.createdAt) })
            : t('bulletin.signedBy', { who: view.signedBy ?? '', at: at(view.issuedAt) })}
        </span>
        <span className="quiet num" title={view.digest}>
          {t('bulletin.snapshot')} {view.digest.slice(0, 8)}
        </span>
      </header>
      <div className="bulletin-bar">
        <span className="downloads">
          <Download id={view.id} format="pdf" />
          <Download id={view.id} format="docx" />
          <Download id={view.id} format="xlsx" />
        </span>
        <BulletinActs view={view} />
      </div>
      {!view.whole && (
        <p className="note" role="alert">
          {t('bulletin.broken')}
        </p>
      )}
      <Reconciled view={view} />
      <Corrections view={view} />
      <PaperView document={view.document as OfficialDocument} onOpen={open} />
      {place && <PlaceDrawer view={view} place={place} onClose={close} />}
    </div>
  );
}

/** Whether what the paper says adds up: what does not is told with its place and difference. */
function Reconciled(props: { readonly view: BulletinView }) {
  const { t, say } = useReader();
  const { discrepancies, state } = props.view;
  if (discrepancies.length === 0)
    return state === 'draft' ? <p className="reconciled">✓ {t('bulletin.reconciled')}</p> : null;
  return (
    <section className="unreconciled" role="alert">
      <h2>{t('bulletin.unreconciled', { count: discrepancies.length })}</h2>
      <ul>
        {discrepancies.map((one) => (
          <li key={`${one.at} ${one.zh}`}>
            <strong>{one.at}</strong> {say(one)}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Corrections(props: { readonly view: BulletinView }) {
  const { t } = useReader();
  const { corrections } = props.view;
  if (corrections.length === 0) return null;
  return (
    <section className="unreconciled" data-quiet="true">
      <h2>{t('bulletin.corrections')}</h2>
      <ul>
        {corrections.map(({ id, label, old, new: to, reason, listed }) => (
          <li key={id}>
            {t('bulletin.correctionLine', { place: label, old, new: to, reason })}{' '}
            <span className="quiet">{listed ? t('bulletin.listed') : t('bulletin.toBeListed')}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Download(props: { readonly id: string; readonly format: 'pdf' | 'docx' | 'xlsx' }) {
  const { id, format } = props;
  const { t } = useReader();
  const { busy, save } = useSaveFile();
  return (
    <Button
      icon={<DownloadOutlined />}
      loading={busy}
      onClick={() => void save(`/api/bulletins/${id}/document.${format}`, `document.${format}`)}
    >
      {t('bulletin.download', { format: format.toUpperCase() })}
    </Button>
  );
}
