import { Button, Input } from 'antd';
import { useId, useRef, useState } from 'react';
import { useReader } from '../reader/index.ts';
import { useSheet, type VoteView } from './livelihood-data.ts';
import { SheetError } from './totals-table.tsx';

/** Hands in a poll of the public: its lines are counted, and the count is certified by a document. */
export function PollForm({ one }: { readonly one: VoteView }) {
  const { t } = useReader();
  const id = useId();
  const file = useRef<HTMLInputElement>(null);
  const [document, setDocument] = useState('');
  const query = new URLSearchParams({ version: String(one.version), document: document.trim() });
  const sheet = useSheet<unknown>(`/votes/${one.id}/poll?${query}`);
  return (
    <section className="panel stack" aria-labelledby={`${id}-head`}>
      <h2 id={`${id}-head`}>{t('livelihood.poll')}</h2>
      <p className="quiet">{t('livelihood.pollHint')}</p>
      {sheet.error && <SheetError error={sheet.error} />}
      <div className="labelled">
        <label htmlFor={id}>{t('livelihood.document')}</label>
        <Input id={id} maxLength={200} value={document} onChange={(event) => setDocument(event.target.value)} />
      </div>
      <Button
        type="primary"
        className="own-width"
        disabled={document.trim() === ''}
        loading={sheet.isPending}
        onClick={() => file.current?.click()}
      >
        {t('livelihood.pollFile')}
      </Button>
      <input
        ref={file}
        type="file"
        hidden
        accept=".csv"
        onChange={(event) => {
          const [chosen] = event.target.files ?? [];
          event.target.value = '';
          if (chosen) sheet.mutate(chosen);
        }}
      />
    </section>
  );
}
