import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Input, Select } from 'antd';
import { type FormEvent, useId, useState } from 'react';
import { createSubmission, isRefusal, isUncertain, type UnitEntry } from '../../client/index.ts';
import { dayText } from '../board/board-period.ts';
import { Labelled } from '../form/labelled.tsx';
import { instantOfLocal } from '../moment/index.ts';
import { useNow, useReader } from '../reader/index.ts';
import { useMe, useSession } from '../session/index.ts';
import { ErrorNote } from '../shell/error-text.tsx';
import { WITHOUT_CASES } from '../shell/roles.ts';
import type { ScreenText } from '../text/index.ts';
import { dayOf, hasEnded } from './unit-end.ts';

/** Records that a unit was merged into another or split among several: which, into which, since when, on what ground. */
export function SuccessionForm(props: { readonly units: readonly UnitEntry[]; readonly onDone: () => void }) {
  const { units } = props;
  const { client } = useSession();
  const { locale, t, say, zone } = useReader();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const now = useNow();
  const id = useId();
  const today = dayOf(now, zone);
  const [submission] = useState(() => createSubmission(() => crypto.randomUUID()));
  const [chosen, setChosen] = useState<string>();
  const [successors, setSuccessors] = useState<readonly string[]>([]);
  const [day, setDay] = useState(today);
  const [reason, setReason] = useState('');
  const [fault, setFault] = useState<ScreenText>();
  const [error, setError] = useState<unknown>();
  const [sending, setSending] = useState(false);

  const named = (unit: UnitEntry) =>
    unit.to !== null && hasEnded(unit, now)
      ? t('admin.endedOption', { unit: say(unit.name), on: dayText(dayOf(unit.to, zone), locale, true) })
      : say(unit.name);
  const unit = units.find((one) => one.id === chosen);
  const ended = unit !== undefined && hasEnded(unit, now);
  // A unit that has ended already is succeeded from its end on, whatever is asked.
  const on = ended && unit.to !== null ? dayOf(unit.to, zone) : day;
  const goes = units.filter(({ parent, successors: known }) => parent !== null && known === undefined);
  const stays = units.filter((one) => one.id !== chosen && !hasEnded(one, now));

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (sending) return;
    const from = instantOfLocal(`${day}T00:00`, zone);
    const found = faultOf({ unit, successors, day: ended || (from !== undefined && day <= today), reason });
    setFault(found);
    setError(undefined);
    if (found !== undefined || unit === undefined) return;
    setSending(true);
    // A unit set up later on that very day cannot have ended before it began.
    const since =
      ended || from === undefined ? {} : { from: Math.max(from, dayOf(unit.from, zone) === day ? unit.from : 0) };
    const body = { successors, reason: reason.trim(), ...since };
    try {
      await client.write('POST', `/api/units/${unit.id}/successors`, body, { key: submission.keyFor(body) });
      submission.settled();
      void message.success(t('admin.succeeded', { unit: say(unit.name) }));
      await queries.invalidateQueries({ queryKey: ['units'] });
      props.onDone();
    } catch (failure) {
      if (!isUncertain(failure)) submission.settled();
      setError(failure);
    } finally {
      setSending(false);
    }
  }

  const options = (list: readonly UnitEntry[]) => list.map((one) => ({ value: one.id, label: named(one) }));
  return (
    <form className="stack" onSubmit={(event) => void submit(event)}>
      <p className="quiet">{t('admin.succeedHint')}</p>
      {error !== undefined && <ErrorNote error={error} />}
      {isRefusal(error, 'org.unitBusy') && unit !== undefined && <OpenCases unit={unit} />}
      {fault !== undefined && (
        <p className="fault" role="alert">
          {t(fault)}
        </p>
      )}
      <Labelled id={`${id}-unit`} label={t('admin.succeedUnit')}>
        <Select
          id={`${id}-unit`}
          showSearch={{ optionFilterProp: 'label' }}
          value={chosen ?? null}
          options={options(goes)}
          onChange={(value: string | null) => {
            setChosen(value ?? undefined);
            setSuccessors(successors.filter((one) => one !== value));
            setError(undefined);
          }}
        />
      </Labelled>
      <Labelled id={`${id}-into`} label={t('admin.successors')}>
        <Select
          id={`${id}-into`}
          mode="multiple"
          showSearch={{ optionFilterProp: 'label' }}
          maxCount={20}
          value={[...successors]}
          options={options(stays)}
          onChange={setSuccessors}
        />
        <span className="quiet hint">{t('admin.successorsHint')}</span>
      </Labelled>
      {ended ? (
        <p>{t('admin.succeedOnEnded', { on: dayText(on, locale, true) })}</p>
      ) : (
        <Labelled id={`${id}-on`} label={t('admin.succeedOn')}>
          <Input
            id={`${id}-on`}
            type="date"
            className="date-input"
            max={today}
            value={day}
            onChange={(event) => setDay(event.target.value)}
          />
        </Labelled>
      )}
      <Labelled id={`${id}-reason`} label={t('admin.succeedReason')}>
        <Input
          id={`${id}-reason`}
          value={reason}
          placeholder={t('admin.succeedReasonHint')}
          maxLength={200}
          onChange={(event) => setReason(event.target.value)}
        />
      </Labelled>
      {unit !== undefined && on !== '' && (
        <Meaning
          unit={unit}
          into={successors.flatMap((one) => units.find((other) => other.id === one) ?? [])}
          on={on}
        />
      )}
      <Button type="primary" htmlType="submit" loading={sending} className="own-width">
        {t('admin.succeed')}
      </Button>
    </form>
  );
}

function faultOf(said: {
  readonly unit: UnitEntry | undefined;
  readonly successors: readonly string[];
  readonly day: boolean;
  readonly reason: string;
}): ScreenText | undefined {
  if (said.unit === undefined) return 'admin.unitNeeded';
  if (said.successors.length === 0) return 'admin.successorsNeeded';
  if (!said.day) return 'admin.dayNeeded';
  return said.reason.trim() === '' ? 'admin.groundNeeded' : undefined;
}

/** What recording it comes to, in words, before it is done for good. */
function Meaning(props: { readonly unit: UnitEntry; readonly into: readonly UnitEntry[]; readonly on: string }) {
  const { locale, t, say } = useReader();
  const id = useId();
  const [first, ...others] = props.into;
  if (first === undefined) return null;
  const said = {
    unit: say(props.unit.name),
    into: props.into.map(({ name }) => say(name)).join(t('board.listed')),
    first: say(first.name),
    on: dayText(props.on, locale, true),
  };
  const lines: readonly ScreenText[] = [
    others.length === 0 ? 'admin.meansOne' : 'admin.meansSplit',
    'admin.meansNumbers',
    others.length === 0 ? 'admin.meansCompared' : 'admin.meansNotCompared',
    'admin.meansReopened',
    'admin.meansForGood',
  ];
  return (
    <section className="means" aria-labelledby={id}>
      <h3 id={id}>{t('admin.succeedMeans')}</h3>
      <ul>
        {lines.map((line) => (
          <li key={line}>{t(line, said)}</li>
        ))}
      </ul>
    </section>
  );
}

/** Where the cases are that keep a unit from ending; who sees no cases hands the address to those who do. */
function OpenCases({ unit }: { readonly unit: UnitEntry }) {
  const { t, say } = useReader();
  const me = useMe();
  const role = me.posts.find(({ id }) => id === me.post)?.role ?? '';
  const path = `/work/open?own=${unit.id}`;
  const words = t('admin.openCasesOf', { unit: say(unit.name) });
  if (!WITHOUT_CASES.includes(role)) {
    return (
      <a href={path} target="_blank" rel="noreferrer">
        {words}
      </a>
    );
  }
  return (
    <div>
      <p>{t('admin.openCasesFor', { cases: words })}</p>
      <a className="address" href={path} target="_blank" rel="noreferrer">
        {location.origin + path}
      </a>
    </div>
  );
}
