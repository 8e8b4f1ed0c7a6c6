import { DownloadOutlined, UploadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { isRefusal, type RefusedPlace } from '../../client/index.ts';
import { FileButton } from '../form/file-button.tsx';
import { useReader } from '../reader/index.ts';
import { useSession } from '../session/index.ts';
import { useAttempt } from '../shell/attempt.ts';
import { useSaveFile } from '../shell/save-file.ts';
import { base64Of } from './figures-data.ts';

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
  const { t } = useReader();
  const { client } = useSession();
  const { busy, attempt } = useAttempt();
  const template = useSaveFile();
  const take = async (file: File) => {
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
      if (isRefusal(error)) props.onFaults(error.places);
      throw error;
    }
  };
  return (
    <>
      <Button icon={<DownloadOutlined />} onClick={() => void template.save(props.template, 'sheet.xlsx')}>
        {t('figures.template')}
      </Button>
      {props.mayTake && (
        <FileButton
          icon={<UploadOutlined />}
          accept=".xlsx"
          loading={busy}
          onFile={(file) => void attempt(() => take(file))}
        >
          {props.label}
        </FileButton>
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
