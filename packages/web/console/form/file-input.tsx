import { CloseOutlined, FileOutlined, PaperClipOutlined, PictureOutlined, ReloadOutlined } from '@ant-design/icons';
import { Button, Progress } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { isRefusal } from '../../client/index.ts';
import { useReader } from '../reader/index.ts';
import { errorText } from '../shell/error-text.tsx';
import { type Sending, useUploads } from './upload-list.ts';

const PICTURES = 'image/jpeg,image/png,image/webp';
const PAPERS = `${PICTURES},application/pdf,.docx,.xlsx`;

/** Photos or files: chosen, dropped or pasted, sent at once with their progress, tried again, taken out. */
export function FileInput(props: {
  readonly id: string;
  readonly kind: 'photos' | 'files';
  readonly max: number;
  readonly value: readonly string[];
  readonly onChange: (ids: readonly string[]) => void;
  readonly onBusy: (busy: boolean) => void;
  readonly describedBy?: string | undefined;
}) {
  const { kind, max, value, onChange, onBusy } = props;
  const reader = useReader();
  const { t } = reader;
  const input = useRef<HTMLInputElement>(null);
  const latest = useRef(value);
  const [names, setNames] = useState<Readonly<Record<string, string>>>({});
  const [tooMany, setTooMany] = useState(false);
  useEffect(() => {
    latest.current = value;
  }, [value]);
  const uploads = useUploads(reader.locale, (file) => {
    setNames((known) => ({ ...known, [file.id]: file.name }));
    // Several may arrive before the form is drawn again.
    latest.current = [...latest.current, file.id];
    onChange(latest.current);
  });
  // What failed is not there either: the form asks to send it again or take it out.
  const unsent = uploads.sending.length > 0;
  useEffect(() => onBusy(unsent), [unsent, onBusy]);

  const room = max - value.length - uploads.sending.length;
  const add = (files: readonly File[]) => {
    setTooMany(files.length > room);
    uploads.add(files.slice(0, Math.max(0, room)));
  };
  const hint = `${props.id}-hint`;

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping and pasting are shortcuts of the button inside
    <div
      className="file-input"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        add([...event.dataTransfer.files]);
      }}
      onPaste={(event) => {
        if (event.clipboardData.files.length > 0) add([...event.clipboardData.files]);
      }}
    >
      <ul className="file-list">
        {value.map((id, index) => (
          <li key={id}>
            {kind === 'photos' ? (
              <img src={`/api/files/${id}?size=thumb`} alt={names[id] ?? t('case.file', { n: index + 1 })} />
            ) : (
              <span className="file-name">
                <FileOutlined /> {names[id] ?? t('case.file', { n: index + 1 })}
              </span>
            )}
            <Button
              size="small"
              shape="circle"
              className="file-remove"
              icon={<CloseOutlined />}
              aria-label={t('form.remove', { name: names[id] ?? t('case.file', { n: index + 1 }) })}
              onClick={() => onChange(value.filter((one) => one !== id))}
            />
          </li>
        ))}
        {uploads.sending.map((one) => (
          <SendingFile key={one.key} one={one} onRetry={uploads.retry} onRemove={uploads.remove} />
        ))}
      </ul>
      <input
        ref={input}
        type="file"
        hidden
        multiple={max > 1}
        accept={kind === 'photos' ? PICTURES : PAPERS}
        onChange={(event) => {
          add([...(event.target.files ?? [])]);
          event.target.value = '';
        }}
      />
      <Button
        id={props.id}
        icon={kind === 'photos' ? <PictureOutlined /> : <PaperClipOutlined />}
        disabled={room <= 0}
        aria-describedby={[hint, props.describedBy].filter(Boolean).join(' ')}
        onClick={() => input.current?.click()}
      >
        {t(kind === 'photos' ? 'form.addPhotos' : 'form.addFiles')}
      </Button>
      <p id={hint} className="quiet hint">
        {tooMany ? (
          <span className="fault">{t('form.tooMany', { max })}</span>
        ) : (
          t(kind === 'photos' ? 'form.photoHint' : 'form.fileHint', { max })
        )}
      </p>
    </div>
  );
}

function SendingFile(line: {
  readonly one: Sending;
  readonly onRetry: (one: Sending) => void;
  readonly onRemove: (key: string) => void;
}) {
  const reader = useReader();
  const { t } = reader;
  const { one } = line;
  // What calls itself a picture need not be one.
  const [broken, setBroken] = useState(false);
  const { name } = one.file;
  const failed = one.error === undefined ? undefined : errorText(one.error, reader);
  return (
    <li className="file-sending" data-failed={failed !== undefined}>
      {one.preview === '' || broken ? (
        <span className="file-name">
          <FileOutlined /> {name}
        </span>
      ) : (
        <img src={one.preview} alt={name} onError={() => setBroken(true)} />
      )}
      {failed ? (
        <span className="fault" role="alert">
          {t('form.named', { name: t('form.uploadFailed'), text: failed.what })}
          {failed.remedy !== '' && <span className="under">{failed.remedy}</span>}
        </span>
      ) : (
        <Progress
          percent={Math.round(one.share * 100)}
          size="small"
          aria-label={t('form.uploading', { percent: Math.round(one.share * 100) })}
        />
      )}
      {failed && !isOfTheFile(one.error) && (
        <Button
          size="small"
          icon={<ReloadOutlined />}
          aria-label={t('form.retryUpload', { name })}
          onClick={() => line.onRetry(one)}
        />
      )}
      <Button
        size="small"
        shape="circle"
        className="file-remove"
        icon={<CloseOutlined />}
        aria-label={t('form.remove', { name })}
        onClick={() => line.onRemove(one.key)}
      />
    </li>
  );
}

/** Whether the file itself was refused: sending it again would not help. */
function isOfTheFile(error: unknown): boolean {
  return isRefusal(error) && [413, 415, 422].includes(error.status);
}
