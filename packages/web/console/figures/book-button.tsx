import { DownloadOutlined, UploadOutlined } from '@ant-design/icons';
import { App, Button } from 'antd';
import { useRef, useState } from 'react';
import { isRefusal, type RefusedPlace } from '../../client/index.ts';
import { useReader } from '../reader/index.ts';
import { useSession } from '../session/index.ts';
import { errorText } from '../shell/error-text.tsx';
import { base64Of, saveBook } from './figures-data.ts';

/** A workbook out, and the filled-in one back: what is wrong in it is told cell by cell. */
export function BookButtons(props: {
  readonly template: string;
  readonly taker: string;
  readonly with: Readonly<Record<string, string | number>>;
  readonly label: string;
  readonly mayTake: boolean;
  readonly onTaken: (answer: unknown) => void;
  readonly onFaults: (places: readonly RefusedPlace[]) => void;
}) {
  const reader = useReader();
  const { t, locale } = reader;
  const { client } = useSession();
  const { message } = App.useApp();
  const chosen = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState(false);
  const failed = (error: unknown) => {
    if (isRefusal(error)) props.onFaults(error.places);
    void message.error(errorText(error, reader).what, 6);
  };
  const take = async (file: File) => {
    setBusy(true);
    try {
      const content = await base64Of(file);
      const answer = await client.write<unknown>(
        'POST',
        props.taker,
        { ...props.with, content },
        { key: crypto.randomUUID() },
      );
      props.onFaults([]);
      props.onTaken(answer);
    } catch (error) {
      failed(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <Button icon={<DownloadOutlined />} onClick={() => saveBook(props.template, locale).catch(failed)}>
        {t('figures.template')}
      </Button>
      {props.mayTake && (
        <>
          <input
            ref={chosen}
            className="book-file"
            type="file"
            tabIndex={-1}
            accept=".xlsx"
            aria-label={props.label}
            onChange={(event) => {
              const [file] = event.target.files ?? [];
              event.target.value = '';
              if (file !== undefined) void take(file);
            }}
          />
          <Button icon={<UploadOutlined />} loading={busy} onClick={() => chosen.current?.click()}>
            {props.label}
          </Button>
        </>
      )}
    </>
  );
}

/** What is wrong in a workbook, by the address of its cells. */
export function CellFaults(props: { readonly places: readonly RefusedPlace[] }) {
  const { t } = useReader();
  if (props.places.length === 0) return null;
  return (
    <section className="cell-faults" role="alert">
      <h2>{t('figures.faults', { count: props.places.length })}</h2>
      <ul>
        {props.places.map(({ path, detail }) => (
          <li key={`${path} ${detail}`}>
            <code className="num">{path.replace(/^\//, '')}</code> {detail}
          </li>
        ))}
      </ul>
    </section>
  );
}
