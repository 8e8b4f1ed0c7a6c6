import { App, Button, Input, Segmented } from 'antd';
import { type FormEvent, useId, useState } from 'react';
import { Labelled } from '../form/labelled.tsx';
import { useMoments, useReader } from '../reader/index.ts';
import { useSession } from '../session/index.ts';
import { ErrorNote } from '../shell/error-text.tsx';
import { usePeriods, useReread } from './figures-data.ts';
import { periodLines, periodsOf, periodText } from './periods.ts';

/** Which periods of the year are closed, and from when their figures may be known; the statistician closes and releases here. */
export function PeriodPanel(props: { readonly month: string; readonly mayKeep: boolean }) {
  const { t, locale } = useReader();
  const { at } = useMoments();
  const { month, mayKeep } = props;
  const { data, error } = usePeriods(Number(month.slice(0, 4)));
  const lines = data === undefined ? [] : periodLines(data);
  if (lines.length === 0 && !mayKeep) return null;
  return (
    <section className="panel" aria-labelledby="periods">
      <h2 id="periods">{t('figures.periods')}</h2>
      {error && <ErrorNote error={error} />}
      {mayKeep && <KeepForm key={month} month={month} />}
      {lines.length > 0 && (
        <ul className="lines">
          {lines.map(({ frozen, release, ...one }) => (
            <li key={`${one.period} ${one.start}`}>
              <strong className="num">{periodText(one, locale)}</strong>
              {frozen !== null && (
                <span className="mark">{t('figures.frozenBy', { who: frozen.frozenBy, at: at(frozen.at) })}</span>
              )}
              {release !== null && <span className="mark">{t('figures.releasedOn', { day: release.releasedOn })}</span>}
              {(release?.document ?? frozen?.reason) && (
                <span className="quiet"> {[release?.document, frozen?.reason].filter(Boolean).join(' · ')}</span>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function KeepForm({ month }: { readonly month: string }) {
  const { t, locale } = useReader();
  const { client } = useSession();
  const { modal } = App.useApp();
  const reread = useReread();
  const id = useId();
  const around = periodsOf(month);
  const [at, setAt] = useState(0);
  const [releasedOn, setReleasedOn] = useState('');
  const [document, setDocument] = useState('');
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const chosen = around[at];

  async function send(what: 'release' | 'freeze', more: object) {
    setBusy(true);
    setError(null);
    try {
      await client.write('POST', `/api/figures/${what}`, { ...chosen, ...more }, { key: crypto.randomUUID() });
      await reread();
    } catch (refused) {
      setError(refused);
    } finally {
      setBusy(false);
    }
  }

  function release(event: FormEvent) {
    event.preventDefault();
    const said = document.trim();
    void send('release', { releasedOn, ...(said === '' ? {} : { document: said }) });
  }

  function freeze() {
    const month = chosen === undefined ? '' : periodText(chosen, locale);
    void modal.confirm({
      title: t('figures.freezeMonth', { month }),
      content: t('figures.freezeHint'),
      okText: t('figures.freezePeriod'),
      cancelText: t('shell.cancel'),
      onOk: () => void send('freeze', {}),
    });
  }

  return (
    <form className="stack" onSubmit={release}>
      {error !== null && <ErrorNote error={error} />}
      <Segmented<number>
        className="own-width"
        aria-label={t('figures.period')}
        value={at}
        options={around.map((one, index) => ({ value: index, label: periodText(one, locale) }))}
        onChange={setAt}
      />
      <div className="ballot-counts">
        <Labelled id={`${id}-on`} label={t('figures.releaseDay')}>
          <Input
            id={`${id}-on`}
            type="date"
            value={releasedOn}
            onChange={(event) => setReleasedOn(event.target.value)}
          />
        </Labelled>
        <Labelled id={`${id}-document`} label={t('figures.releaseDocument')}>
          <Input
            id={`${id}-document`}
            maxLength={200}
            value={document}
            onChange={(event) => setDocument(event.target.value)}
          />
        </Labelled>
      </div>
      <div className="button-row">
        <Button htmlType="submit" disabled={releasedOn === ''} loading={busy}>
          {t('figures.enterRelease')}
        </Button>
        <Button loading={busy} onClick={freeze}>
          {t('figures.freezePeriod')}
        </Button>
      </div>
    </form>
  );
}
