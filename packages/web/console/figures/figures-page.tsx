import { App, Button, Modal, Skeleton } from 'antd';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useSearchParams } from 'react-router';
import { type FigureSheet, type FiguresSaved, isRefusal, type RefusedPlace } from '../../client/index.ts';
import { todayIn } from '../board/board-period.ts';
import { useMoments, usePageTitle, useReader } from '../reader/index.ts';
import { useSession } from '../session/index.ts';
import { useAttempt } from '../shell/attempt.ts';
import { ErrorNote } from '../shell/error-text.tsx';
import { useKeys } from '../shell/keys.ts';
import { BookButtons, CellFaults } from './book-button.tsx';
import { BurdenPanel } from './burden-panel.tsx';
import { DoubtList } from './doubt-list.tsx';
import { FigureTable } from './figure-table.tsx';
import { useReread, useSheet } from './figures-data.ts';
import { MonthPicker, shifted } from './month-picker.tsx';
import { PeriodPanel } from './period-panel.tsx';
import { type Drafts, entriesOf, isChanged, keyOf, needsReason } from './sheet-cells.ts';
import { SumLines } from './sum-lines.tsx';

/** A month's figures on one sheet: what is asked of the reader's unit, typed or pasted like a spreadsheet, saved all or nothing. */
export function FiguresPage() {
  const { t, zone } = useReader();
  const { now } = useMoments();
  const [search, setSearch] = useSearchParams();
  const today = todayIn(zone, now);
  const month = monthIn(search.get('month')) ?? shifted(today.slice(0, 7), -1);
  const sheet = useSheet(month);
  usePageTitle(t('figures.title'));
  return (
    <div className="promises figure-desk">
      <header className="promises-head">
        <h1>{t('figures.title')}</h1>
        <MonthPicker month={month} last={today.slice(0, 7)} onMonth={(next) => setSearch({ month: next })} />
        {sheet.data && <SheetState sheet={sheet.data} />}
      </header>
      {sheet.error && (
        <ErrorNote
          error={sheet.error}
          action={<Button onClick={() => void sheet.refetch()}>{t('shell.retry')}</Button>}
        />
      )}
      {sheet.isPending && <Skeleton active paragraph={{ rows: 10 }} />}
      {sheet.data && <OpenSheet key={`${month} ${sheet.dataUpdatedAt}`} sheet={sheet.data} />}
      {sheet.data && <PeriodPanel month={month} mayKeep={sheet.data.mayFreeze} />}
      {sheet.data && <BurdenPanel month={month} />}
    </div>
  );
}

/** How the month stands: how many are left, whether it is frozen or released. */
function SheetState(props: { readonly sheet: FigureSheet }) {
  const { t } = useReader();
  const { at } = useMoments();
  const { frozen, released, asked, open } = props.sheet;
  return (
    <span className="sheet-state">
      <span className="quiet num">{t('figures.askedOpen', { asked, open })}</span>
      {frozen !== null && (
        <span className="mark own">{t('figures.frozenBy', { who: frozen.by, at: at(frozen.at) })}</span>
      )}
      <span className="mark own">
        {released === null ? t('figures.notReleased') : t('figures.releasedOn', { day: released })}
      </span>
    </span>
  );
}

function OpenSheet(props: { readonly sheet: FigureSheet }) {
  const reader = useReader();
  const { t } = reader;
  const { sheet } = props;
  const { client } = useSession();
  const { message } = App.useApp();
  const reread = useReread();
  const [drafts, setDrafts] = useState<Drafts>(new Map());
  const [faults, setFaults] = useState<ReadonlyMap<string, string>>(new Map());
  const [places, setPlaces] = useState<readonly RefusedPlace[]>([]);
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const changed = useMemo(
    () => sheet.lines.filter((line) => isChanged(line, drafts.get(keyOf(line)))),
    [sheet, drafts],
  );
  const unsaid = changed.filter((line) => {
    const draft = drafts.get(keyOf(line));
    return draft !== undefined && needsReason(line, draft, sheet.frozen !== null) && draft.reason.trim() === '';
  });
  const top = useRef<HTMLDivElement>(null);

  const tellSaved = ({ saved, unchanged, openSums, doubts }: FiguresSaved) => {
    const parts = [t('figures.saved', { count: saved })];
    if (unchanged > 0) parts.push(t('figures.unchanged', { count: unchanged }));
    if (doubts.length > 0) parts.push(t('figures.doubtsRaised', { count: doubts.length }));
    if (openSums.length > 0) parts.push(t('figures.sumsOpen', { count: openSums.length }));
    void message.success(parts.join(t('figures.and')), 6);
    void reread();
  };

  const save = async () => {
    const entries = entriesOf(sheet.lines, drafts);
    if (entries.length === 0 || busy) return;
    setBusy(true);
    setError(null);
    setFaults(new Map());
    try {
      const sent = entries.map(({ key: _, ...entry }) => entry);
      tellSaved(
        await client.write<FiguresSaved>(
          'POST',
          '/api/figures',
          { month: sheet.month, entries: sent },
          { key: crypto.randomUUID() },
        ),
      );
    } catch (refused) {
      setError(refused);
      if (isRefusal(refused))
        setFaults(
          faultsByCell(
            refused.places,
            entries.map(({ key }) => key),
          ),
        );
      top.current?.scrollIntoView({ block: 'nearest' });
    } finally {
      setBusy(false);
    }
  };

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 's') return;
      event.preventDefault();
      void save();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  });

  const mayFill = sheet.lines.some(({ may }) => may);
  useKeys(
    'promise.tabFigures',
    mayFill
      ? [
          { key: '↑ ↓ ← →', says: t('figures.keyMove') },
          { key: 'Enter', says: t('figures.keyDown') },
          { key: 'Ctrl S', says: t('figures.keySave') },
        ]
      : [],
  );
  return (
    <>
      <div className="sheet-tools" ref={top}>
        {mayFill && (
          <Button
            type="primary"
            loading={busy}
            disabled={changed.length === 0 || unsaid.length > 0}
            onClick={() => void save()}
          >
            {t('figures.save', { count: changed.length })}
          </Button>
        )}
        {changed.length > 0 && <Button onClick={() => setDrafts(new Map())}>{t('figures.discard')}</Button>}
        <span className="quiet">{t(unsaid.length > 0 ? 'figures.reasonsMissing' : 'figures.keys')}</span>
        <span className="sheet-tools-end">
          {sheet.mayAsk && <AskButton sheet={sheet} onDone={() => void reread()} />}
          {sheet.mayFreeze && sheet.frozen === null && <FreezeButton sheet={sheet} onDone={() => void reread()} />}
          <BookButtons
            template={`/api/figures/template.xlsx?month=${sheet.month}`}
            taker="/api/figures/import"
            with={{ month: sheet.month }}
            label={t('figures.takeIn')}
            mayTake={mayFill}
            onTaken={(answer) => tellSaved(answer as FiguresSaved)}
            onFaults={setPlaces}
          />
        </span>
      </div>
      {error !== null && <ErrorNote error={error} />}
      <CellFaults places={places} />
      {sheet.lines.length === 0 ? (
        <div className="empty">
          <h2>{t('figures.none')}</h2>
          <p>{t('figures.noneHint')}</p>
        </div>
      ) : (
        <FigureTable sheet={sheet} drafts={drafts} faults={faults} onDrafts={setDrafts} />
      )}
      <SumLines sheet={sheet} drafts={drafts} />
      <DoubtList doubts={sheet.doubts} onExplained={() => void reread()} />
    </>
  );
}

function AskButton(props: { readonly sheet: FigureSheet; readonly onDone: () => void }) {
  const { t } = useReader();
  const { client } = useSession();
  const { message } = App.useApp();
  const { attempt } = useAttempt();
  const ask = async () => {
    const { month } = props.sheet;
    const done = await client.write<{ asked: number; held: number }>(
      'POST',
      '/api/figures/ask',
      { month },
      { key: crypto.randomUUID() },
    );
    void message.success(t('figures.askedNow', done), 6);
    props.onDone();
  };
  return <Button onClick={() => void attempt(ask)}>{t('figures.ask')}</Button>;
}

function FreezeButton(props: { readonly sheet: FigureSheet; readonly onDone: () => void }) {
  const { t } = useReader();
  const { client } = useSession();
  const { attempt } = useAttempt();
  const [open, setOpen] = useState(false);
  const { month } = props.sheet;
  const freeze = async () => {
    setOpen(false);
    await client.write(
      'POST',
      '/api/figures/freeze',
      { period: 'month', start: `${month}-01` },
      { key: crypto.randomUUID() },
    );
    props.onDone();
  };
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('figures.freeze')}</Button>
      <Modal
        open={open}
        title={t('figures.freezeMonth', { month })}
        okText={t('figures.freeze')}
        cancelText={t('shell.cancel')}
        onOk={() => void attempt(freeze)}
        onCancel={() => setOpen(false)}
      >
        <p>{t('figures.freezeHint')}</p>
      </Modal>
    </>
  );
}

/** Faults by the key of their line and the column they are at. */
function faultsByCell(places: readonly RefusedPlace[], keys: readonly string[]): ReadonlyMap<string, string> {
  return new Map(
    places.flatMap(({ path, detail }): [string, string][] => {
      const [, , at = '', column = 'value'] = path.split('/');
      const key = keys[Number(at)];
      return key === undefined ? [] : [[`${key} ${column}`, detail]];
    }),
  );
}

function monthIn(text: string | null): string | undefined {
  return text !== null && /^\d{4}-(0[1-9]|1[0-2])$/.test(text) ? text : undefined;
}
