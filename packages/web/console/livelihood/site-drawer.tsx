import { Button, Drawer, Input, InputNumber } from 'antd';
import { type FormEvent, useId, useState } from 'react';
import { FileInput } from '../form/file-input.tsx';
import { Labelled } from '../form/labelled.tsx';
import { useReader } from '../reader/index.ts';
import { ErrorNote } from '../shell/error-text.tsx';
import type { ScreenText } from '../text/index.ts';
import { type SiteView, useWrite } from './livelihood-data.ts';

export const SITE_STATES: Readonly<Record<SiteView['state'], ScreenText>> = {
  planned: 'livelihood.sitePlanned',
  'under-way': 'livelihood.siteUnderWay',
  completed: 'livelihood.siteCompleted',
  verified: 'livelihood.siteVerified',
  cancelled: 'livelihood.siteCancelled',
};

/** One site: what is said of it, what was reported, and what another found. */
export function SiteDrawer(props: {
  readonly promise: string;
  readonly site: SiteView | undefined;
  readonly onClose: () => void;
}) {
  const { t } = useReader();
  const { site, onClose } = props;
  const may = (what: SiteView['may'][number]) => site?.may.includes(what) === true;
  return (
    <Drawer
      open
      size={560}
      title={site ? `${site.no} ${site.name}` : t('livelihood.addSite')}
      closable={{ 'aria-label': t('shell.close') }}
      onClose={onClose}
    >
      <div className="stack">
        {site && <p>{t(SITE_STATES[site.state])}</p>}
        {site && may('report') && <ReportForm site={site} onDone={onClose} />}
        {site && may('verify') && <VerifyForm site={site} onDone={onClose} />}
        {(!site || may('change')) && <SiteForm promise={props.promise} site={site} onDone={onClose} />}
        {site && may('cancel') && <CancelForm site={site} onDone={onClose} />}
      </div>
    </Drawer>
  );
}

function SiteForm(props: {
  readonly promise: string;
  readonly site: SiteView | undefined;
  readonly onDone: () => void;
}) {
  const { t } = useReader();
  const { site } = props;
  const id = useId();
  const write = useWrite();
  const [said, setSaid] = useState({
    name: site?.name ?? '',
    address: site?.address ?? '',
    work: site?.work ?? '',
    due: site?.due ?? '',
  });
  const [longitude, setLongitude] = useState<number | null>(site?.longitude ?? null);
  const [latitude, setLatitude] = useState<number | null>(site?.latitude ?? null);
  const [permits, setPermits] = useState(permitText(site));
  const set = (name: keyof typeof said, value: string) => setSaid({ ...said, [name]: value });

  async function submit(event: FormEvent) {
    event.preventDefault();
    const body = {
      name: said.name.trim(),
      address: said.address.trim() || null,
      work: said.work.trim() || null,
      due: said.due || null,
      longitude,
      latitude,
      unit: site?.unit ?? null,
      permits: permitsIn(permits),
      ...(site ? { id: site.id, version: site.version } : {}),
    };
    await write.mutateAsync({ at: `/projects/${props.promise}/sites`, body }).then(props.onDone, () => undefined);
  }

  const fields: readonly (readonly [keyof typeof said, ScreenText, string])[] = [
    ['name', 'livelihood.site', 'text'],
    ['address', 'livelihood.address', 'text'],
    ['work', 'livelihood.work', 'text'],
    ['due', 'livelihood.due', 'date'],
  ];
  return (
    <form className="stack" onSubmit={(event) => void submit(event)}>
      {write.error && <ErrorNote error={write.error} />}
      {fields.map(([name, text, type]) => (
        <Labelled key={name} id={`${id}-${name}`} label={t(text)}>
          <Input
            id={`${id}-${name}`}
            type={type}
            maxLength={200}
            value={said[name]}
            onChange={(event) => set(name, event.target.value)}
          />
        </Labelled>
      ))}
      <div className="rule-grid">
        <label htmlFor={`${id}-lon`}>{t('livelihood.longitude')}</label>
        <InputNumber id={`${id}-lon`} min={-180} max={180} step={0.0001} value={longitude} onChange={setLongitude} />
        <label htmlFor={`${id}-lat`}>{t('livelihood.latitude')}</label>
        <InputNumber id={`${id}-lat`} min={-90} max={90} step={0.0001} value={latitude} onChange={setLatitude} />
      </div>
      <Labelled id={`${id}-permits`} label={t('livelihood.permits')}>
        <Input.TextArea
          id={`${id}-permits`}
          rows={2}
          value={permits}
          placeholder={t('livelihood.permitsHint')}
          onChange={(event) => setPermits(event.target.value)}
        />
      </Labelled>
      <Button
        type={site ? 'default' : 'primary'}
        htmlType="submit"
        className="own-width"
        disabled={said.name.trim() === ''}
        loading={write.isPending}
      >
        {t('shell.save')}
      </Button>
    </form>
  );
}

/** A line for each permit: its kind, a space, its number. */
function permitText(site: SiteView | undefined): string {
  return (site?.permits ?? []).map(({ kind, number }) => `${kind} ${number}`).join('\n');
}

function permitsIn(text: string) {
  return text.split('\n').flatMap((line) => {
    const [kind = '', ...rest] = line.trim().split(/\s+/);
    const number = rest.join(' ');
    return kind === '' || number === '' ? [] : [{ kind, number, date: null }];
  });
}

function ReportForm({ site, onDone }: { readonly site: SiteView; readonly onDone: () => void }) {
  const { t } = useReader();
  const id = useId();
  const write = useWrite();
  const [on, setOn] = useState('');
  const [words, setWords] = useState('');
  const [photos, setPhotos] = useState<readonly string[]>([]);
  const [busy, setBusy] = useState(false);
  const report = (state: 'under-way' | 'completed') => {
    const body = { version: site.version, state, on, photos, ...(words.trim() === '' ? {} : { words: words.trim() }) };
    void write.mutateAsync({ at: `/sites/${site.id}/report`, body }).then(onDone, () => undefined);
  };
  return (
    <section className="stack" aria-labelledby={`${id}-head`}>
      <h3 id={`${id}-head`}>{t('livelihood.report')}</h3>
      {write.error && <ErrorNote error={write.error} />}
      <Labelled id={`${id}-on`} label={t('livelihood.on')}>
        <Input
          id={`${id}-on`}
          type="date"
          className="date-input"
          value={on}
          onChange={(event) => setOn(event.target.value)}
        />
      </Labelled>
      <Labelled id={`${id}-words`} label={t('livelihood.words')}>
        <Input.TextArea
          id={`${id}-words`}
          rows={2}
          maxLength={2000}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
      </Labelled>
      <Labelled id={`${id}-photos`} label={t('livelihood.photos')}>
        <FileInput id={`${id}-photos`} kind="photos" max={9} value={photos} onChange={setPhotos} onBusy={setBusy} />
      </Labelled>
      <div className="button-row">
        <Button disabled={on === '' || busy} loading={write.isPending} onClick={() => report('under-way')}>
          {t('livelihood.reportUnderWay')}
        </Button>
        <Button
          type="primary"
          disabled={on === '' || busy || photos.length === 0}
          loading={write.isPending}
          onClick={() => report('completed')}
        >
          {t('livelihood.reportCompleted')}
        </Button>
      </div>
    </section>
  );
}

function VerifyForm({ site, onDone }: { readonly site: SiteView; readonly onDone: () => void }) {
  const { t } = useReader();
  const id = useId();
  const write = useWrite();
  const [words, setWords] = useState('');
  const verify = (result: 'true' | 'false') => {
    const body = { version: site.version, method: 'site', result, words: words.trim() };
    void write.mutateAsync({ at: `/sites/${site.id}/verify`, body }).then(onDone, () => undefined);
  };
  const empty = words.trim() === '';
  return (
    <section className="stack" aria-labelledby={`${id}-head`}>
      <h3 id={`${id}-head`}>{t('livelihood.verify')}</h3>
      {write.error && <ErrorNote error={write.error} />}
      <Labelled id={id} label={t('livelihood.finding')}>
        <Input.TextArea
          id={id}
          rows={3}
          maxLength={2000}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
      </Labelled>
      <div className="button-row">
        <Button type="primary" disabled={empty} loading={write.isPending} onClick={() => verify('true')}>
          {t('livelihood.foundTrue')}
        </Button>
        <Button disabled={empty} loading={write.isPending} onClick={() => verify('false')}>
          {t('livelihood.foundFalse')}
        </Button>
      </div>
    </section>
  );
}

function CancelForm({ site, onDone }: { readonly site: SiteView; readonly onDone: () => void }) {
  const { t } = useReader();
  const id = useId();
  const write = useWrite();
  const [document, setDocument] = useState('');
  const [reason, setReason] = useState('');
  const cancel = () => {
    const by = { authority: t('livelihood.committee'), document: document.trim(), reason: reason.trim() };
    void write
      .mutateAsync({ at: `/sites/${site.id}/cancel`, body: { version: site.version, ...by } })
      .then(onDone, () => undefined);
  };
  return (
    <details>
      <summary>{t('livelihood.cancelSite')}</summary>
      <div className="stack">
        {write.error && <ErrorNote error={write.error} />}
        <Labelled id={`${id}-document`} label={t('livelihood.document')}>
          <Input
            id={`${id}-document`}
            maxLength={200}
            value={document}
            onChange={(event) => setDocument(event.target.value)}
          />
        </Labelled>
        <Labelled id={`${id}-reason`} label={t('livelihood.reason')}>
          <Input.TextArea
            id={`${id}-reason`}
            rows={2}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </Labelled>
        <Button
          className="own-width"
          danger
          disabled={document.trim() === '' || reason.trim() === ''}
          loading={write.isPending}
          onClick={cancel}
        >
          {t('livelihood.cancelSite')}
        </Button>
      </div>
    </details>
  );
}
