import { Input } from 'antd';
import { useId, useState } from 'react';
import { FileButton } from '../form/file-button.tsx';
import { Labelled } from '../form/labelled.tsx';
import { useReader } from '../reader/index.ts';
import { useSheet, type VoteView } from './livelihood-data.ts';
import { SheetError } from './totals-table.tsx';

/** Hands in a poll of the public: its lines are counted, and the count is certified by a document. */
export function PollForm({ one }: { readonly one: VoteView }) {
  const { t } = useReader();
  const id = useId();
  const [document, setDocument] = useState('');
  const query = new URLSearchParams({ version: String(one.version), document: document.trim() });
  const sheet = useSheet<unknown>(`/votes/${one.id}/poll?${query}`);
  return (
    <section className="panel stack" aria-labelledby={`${id}-head`}>
      <h2 id={`${id}-head`}>{t('livelihood.poll')}</h2>
      <p className="quiet">{t('livelihood.pollHint')}</p>
      {sheet.error && <SheetError error={sheet.error} />}
      <Labelled id={id} label={t('livelihood.document')}>
        <Input id={id} maxLength={200} value={document} onChange={(event) => setDocument(event.target.value)} />
      </Labelled>
      <FileButton
        type="primary"
        className="own-width"
        accept=".csv"
        disabled={document.trim() === ''}
        loading={sheet.isPending}
        onFile={(file) => sheet.mutate(file)}
      >
        {t('livelihood.pollFile')}
      </FileButton>
    </section>
  );
}
