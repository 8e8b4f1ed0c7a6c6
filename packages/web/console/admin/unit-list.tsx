import { useQuery } from '@tanstack/react-query';
import { Button, Drawer, Input, Skeleton } from 'antd';
import { useMemo, useState } from 'react';
import type { UnitEntry } from '../../client/index.ts';
import { dayText } from '../board/board-period.ts';
import { EndedNote } from '../board/ended-note.tsx';
import { useNow, useReader } from '../reader/index.ts';
import { useMe, useSession } from '../session/index.ts';
import { ErrorNote } from '../shell/error-text.tsx';
import { LOOKS_AFTER_UNITS } from '../shell/roles.ts';
import { SuccessionForm } from './succession-form.tsx';
import { dayOf, endOf, hasEnded } from './unit-end.ts';
import { inTreeOrder } from './unit-tree.ts';

/** The units of the district as a tree; those that ended with what became of them. */
export function UnitList() {
  const { client } = useSession();
  const { t } = useReader();
  const me = useMe();
  const [words, setWords] = useState('');
  const [recording, setRecording] = useState(false);
  const units = useQuery({
    queryKey: ['units'],
    queryFn: () => client.read<readonly UnitEntry[]>('/api/units'),
    staleTime: 5 * 60_000,
  });
  const lines = useMemo(() => {
    const sought = words.trim().toLowerCase();
    const found = (unit: UnitEntry) => `${unit.name.zh} ${unit.name.en} ${unit.code}`.toLowerCase().includes(sought);
    return inTreeOrder(units.data ?? []).filter(({ unit }) => found(unit));
  }, [units.data, words]);
  if (units.isPending) return <Skeleton active />;
  if (units.error) return <ErrorNote error={units.error} />;
  const records = me.posts.find(({ id }) => id === me.post)?.role === LOOKS_AFTER_UNITS;
  return (
    <>
      <div className="unit-tools">
        <Input.Search
          className="narrow-search"
          value={words}
          onChange={(event) => setWords(event.target.value)}
          placeholder={t('admin.find')}
          aria-label={t('admin.find')}
          allowClear
        />
        {records && <Button onClick={() => setRecording(true)}>{t('admin.succeed')}</Button>}
      </div>
      {lines.length === 0 && <p className="empty">{t('admin.none')}</p>}
      <ul className="unit-tree">
        {lines.map(({ unit, depth }) => (
          <li key={unit.id} style={{ paddingInlineStart: words === '' ? depth * 20 : 0 }}>
            <UnitLine unit={unit} units={units.data} />
          </li>
        ))}
      </ul>
      <Drawer
        open={recording}
        onClose={() => setRecording(false)}
        destroyOnHidden
        size={520}
        closable={{ 'aria-label': t('shell.close') }}
        title={t('admin.succeed')}
      >
        <SuccessionForm units={units.data} onDone={() => setRecording(false)} />
      </Drawer>
    </>
  );
}

function UnitLine({ unit, units }: { readonly unit: UnitEntry; readonly units: readonly UnitEntry[] }) {
  const { locale, t, say, zone } = useReader();
  const now = useNow();
  const end = endOf(unit, units, zone);
  const ended = end !== null || hasEnded(unit, now);
  return (
    <>
      <span className={ended ? 'ended' : undefined}>{say(unit.name)}</span>{' '}
      <span className="quiet num">{unit.code}</span>
      {end !== null && <EndedNote ended={end} />}
      {end === null && ended && unit.to !== null && (
        <span className="under quiet">{t('admin.ended', { on: dayText(dayOf(unit.to, zone), locale, true) })}</span>
      )}
    </>
  );
}
