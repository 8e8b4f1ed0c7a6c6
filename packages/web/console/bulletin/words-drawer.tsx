import { Button, Drawer, Input } from 'antd';
import { useState } from 'react';
import type { BulletinView, PaperWords } from '../../client/index.ts';
import { PromiseLight } from '../promise/promise-light.tsx';
import { useReader } from '../reader/index.ts';
import { useAttempt } from '../shell/attempt.ts';
import { useBulletinAct } from './bulletin-data.ts';

const BEHIND: readonly (string | null)[] = ['red', 'orange', 'yellow'];

/** Why items are behind and what is to be done by when, written into a draft. */
export function WordsDrawer(props: { readonly view: BulletinView; readonly onClose: () => void }) {
  const { view, onClose } = props;
  const { t } = useReader();
  const act = useBulletinAct();
  const [reasons, setReasons] = useState<PaperWords['reasons']>(view.words.reasons);
  const [paragraphs, setParagraphs] = useState(view.words.paragraphs.join('\n'));
  const { busy, attempt } = useAttempt();
  const behind = view.promises.filter(({ id, light }) => BEHIND.includes(light) || reasons[id] !== undefined);
  const write = (id: string, part: 'reason' | 'next', words: string) =>
    setReasons((all) => ({ ...all, [id]: { ...all[id], [part]: words } }));
  const send = async () => {
    await act(`/api/bulletins/${view.id}/amend`, { words: trimmed(reasons, paragraphs) }, view.version);
    onClose();
  };
  return (
    <Drawer
      open
      onClose={onClose}
      title={t('bulletin.amend')}
      size={720}
      closable={{ 'aria-label': t('shell.close') }}
      footer={
        <Button type="primary" loading={busy} onClick={() => void attempt(send)}>
          {t('bulletin.save')}
        </Button>
      }
    >
      <p className="quiet">{t('bulletin.onlyBehind')}</p>
      <ul className="reason-list">
        {behind.map(({ id, number, title, light }) => (
          <li key={id}>
            <p>
              <PromiseLight light={light} /> <span className="num quiet">{number}</span> {title}
            </p>
            <label htmlFor={`reason-${id}`}>{t('bulletin.reason')}</label>
            <Input
              id={`reason-${id}`}
              value={reasons[id]?.reason ?? ''}
              maxLength={400}
              onChange={({ target }) => write(id, 'reason', target.value)}
            />
            <label htmlFor={`next-${id}`}>{t('bulletin.next')}</label>
            <Input
              id={`next-${id}`}
              value={reasons[id]?.next ?? ''}
              maxLength={400}
              onChange={({ target }) => write(id, 'next', target.value)}
            />
          </li>
        ))}
      </ul>
      <div className="reason-list">
        <label htmlFor="closing-paragraphs">{t('bulletin.paragraphs')}</label>
        <Input.TextArea
          id="closing-paragraphs"
          rows={5}
          value={paragraphs}
          onChange={({ target }) => setParagraphs(target.value)}
        />
      </div>
    </Drawer>
  );
}

/** Without what is empty: an empty reason is none. */
function trimmed(reasons: PaperWords['reasons'], paragraphs: string): PaperWords {
  const said = (words: string | undefined) => (words === undefined || words.trim() === '' ? undefined : words.trim());
  return {
    reasons: Object.fromEntries(
      Object.entries(reasons).flatMap(([id, { reason, next }]) => {
        const [why, then] = [said(reason), said(next)];
        if (why === undefined && then === undefined) return [];
        return [[id, { ...(why === undefined ? {} : { reason: why }), ...(then === undefined ? {} : { next: then }) }]];
      }),
    ),
    paragraphs: paragraphs.split('\n').flatMap((line) => said(line) ?? []),
  };
}
