import { InboxOutlined } from '@ant-design/icons';
import { Alert, Button, Checkbox, InputNumber } from 'antd';
import { useRef, useState } from 'react';
import { Link } from 'react-router';
import { isRefusal } from '../../client/index.ts';
import { Labelled } from '../form/labelled.tsx';
import { useReader } from '../reader/index.ts';
import { ErrorNote } from '../shell/error-text.tsx';
import type { ScreenText } from '../text/index.ts';
import { useReportUpload } from './review-data.ts';

/** What the uploader may say is right although the text says otherwise, by the refusal that asks for it. */
const ways: readonly { readonly code: string; readonly way: string; readonly text: ScreenText }[] = [
  { code: 'report.notReport', way: 'likeness', text: 'review.sureReport' },
  { code: 'report.otherYear', way: 'year', text: 'review.sureYear' },
  { code: 'report.otherPlace', way: 'place', text: 'review.surePlace' },
];

/** Takes a report as a file; what does not fit is told, and taken only where that is said to be meant. */
export function UploadForm() {
  const { t } = useReader();
  const upload = useReportUpload();
  const picker = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<File>();
  const [year, setYear] = useState<number | null>(null);
  const [despite, setDespite] = useState<readonly string[]>([]);
  const [over, setOver] = useState(false);
  const asked = ways.find(({ code, way }) => isRefusal(upload.error, code) || despite.includes(way));
  const choose = (chosen: File | undefined) => {
    setFile(chosen);
    setDespite([]);
    upload.reset();
  };
  return (
    <section className="panel upload" aria-labelledby="upload">
      <h2 id="upload">{t('review.upload')}</h2>
      <div className="upload-row">
        <button
          type="button"
          className="drop"
          data-over={over}
          onClick={() => picker.current?.click()}
          onDragOver={(event) => {
            event.preventDefault();
            setOver(true);
          }}
          onDragLeave={() => setOver(false)}
          onDrop={(event) => {
            event.preventDefault();
            setOver(false);
            choose(event.dataTransfer.files[0]);
          }}
        >
          <InboxOutlined aria-hidden="true" />
          <span>{file === undefined ? t('review.drop') : file.name}</span>
          <span className="quiet">{t('review.formats')}</span>
        </button>
        <input
          ref={picker}
          type="file"
          hidden
          accept=".txt,.html,.htm,.docx,.pdf"
          onChange={({ target }) => choose(target.files?.[0])}
        />
        <Labelled id="upload-year" label={t('review.yearHint')}>
          <InputNumber id="upload-year" min={2000} max={2100} value={year} onChange={setYear} />
        </Labelled>
        <Button
          type="primary"
          disabled={file === undefined}
          loading={upload.isPending}
          onClick={() => file && upload.mutate({ file, despite, ...(year === null ? {} : { year }) })}
        >
          {t('review.read')}
        </Button>
      </div>
      {upload.error && <ErrorNote error={upload.error} />}
      {asked !== undefined &&
        ways
          .filter(({ way, code }) => despite.includes(way) || isRefusal(upload.error, code))
          .map(({ way, text }) => (
            <Checkbox
              key={way}
              checked={despite.includes(way)}
              onChange={({ target }) =>
                setDespite(target.checked ? [...despite, way] : despite.filter((one) => one !== way))
              }
            >
              {t(text)}
            </Checkbox>
          ))}
      {upload.data && (
        <Alert
          type="info"
          showIcon
          title={t('review.readDone', { year: upload.data.year, edition: upload.data.edition })}
          description={t('review.readFound', {
            clauses: upload.data.clauses,
            items: upload.data.items,
            kept: upload.data.kept,
            changed: upload.data.changed.length,
          })}
          action={
            <Link to={`/reports/${upload.data.id}/review`}>
              <strong>{t('review.toDesk')}</strong>
            </Link>
          }
        />
      )}
    </section>
  );
}
