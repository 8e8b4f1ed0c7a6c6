import { App, Button, Checkbox, Drawer, Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { NamedKind, PaperKind } from '../../client/index.ts';
import { todayIn } from '../board/board-period.ts';
import { useNow, useReader } from '../reader/index.ts';
import { ErrorNote } from '../shell/error-text.tsx';
import { useBulletinAct } from './bulletin-data.ts';

/** What is to be drafted, of which year and as of which day. */
export function DraftDrawer(props: { readonly makes: readonly NamedKind[]; readonly onClose: () => void }) {
  const { t, say, zone } = useReader();
  const { message } = App.useApp();
  const go = useNavigate();
  const act = useBulletinAct();
  const today = todayIn(zone, useNow());
  const [kind, setKind] = useState<PaperKind>(props.makes[0]?.id ?? 'bulletin');
  const [year, setYear] = useState(Number(today.slice(0, 4)));
  const [asOf, setAsOf] = useState<string>(today);
  const [ranking, setRanking] = useState(true);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const send = async () => {
    setBusy(true);
    setError(undefined);
    try {
      if (kind === 'letter') {
        const { letters } = await act<{ letters: readonly unknown[] }>('/api/bulletins/letters', { year, asOf });
        void message.success(t('bulletin.lettersMade', { count: letters.length }));
        props.onClose();
        return;
      }
      const asked = { kind, year, asOf, ...(kind === 'bulletin' ? { ranking } : {}) };
      const { id } = await act<{ id: string }>('/api/bulletins', asked);
      void go(`/bulletins/${id}`);
    } catch (cause) {
      setError(cause);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Drawer
      open
      onClose={props.onClose}
      title={t('bulletin.makeTitle')}
      size={440}
      closable={{ 'aria-label': t('shell.close') }}
      footer={
        <Button type="primary" loading={busy} onClick={() => void send()}>
          {t('bulletin.make')}
        </Button>
      }
    >
      <form
        className="draft-form"
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        {error !== undefined && <ErrorNote error={error} />}
        <label htmlFor="draft-kind">{t('bulletin.kind')}</label>
        <Select
          id="draft-kind"
          value={kind}
          options={props.makes.map(({ id, name }) => ({ value: id, label: say(name) }))}
          onChange={setKind}
        />
        <label htmlFor="draft-year">{t('bulletin.year')}</label>
        <InputNumber id="draft-year" min={2000} max={2100} value={year} onChange={(value) => value && setYear(value)} />
        <label htmlFor="draft-day">{t('bulletin.asOf')}</label>
        <Input id="draft-day" type="date" max={today} value={asOf} onChange={({ target }) => setAsOf(target.value)} />
        {kind === 'bulletin' && (
          <Checkbox checked={ranking} onChange={({ target }) => setRanking(target.checked)}>
            {t('bulletin.withRanking')}
          </Checkbox>
        )}
        {kind === 'letter' && <p className="quiet">{t('bulletin.letterHint')}</p>}
        <p className="quiet">{t('bulletin.chinese')}</p>
      </form>
    </Drawer>
  );
}
