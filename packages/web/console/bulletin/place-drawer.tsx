import { Button, Drawer, Input } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { BulletinView } from '../../client/index.ts';
import { useReader } from '../reader/index.ts';
import { useAttempt } from '../shell/attempt.ts';
import { useBulletinAct } from './bulletin-data.ts';
import { addressOf, GROUND_WORDS, promiseOf } from './ground.ts';
import type { OpenedPlace } from './paper-view.tsx';

/** What a cell rests on, each opening where it is shown; a cell of an issued paper can be corrected from here. */
export function PlaceDrawer(props: {
  readonly view: BulletinView;
  readonly place: OpenedPlace;
  readonly onClose: () => void;
}) {
  const { view, place, onClose } = props;
  const { t } = useReader();
  const titles = new Map(view.promises.map(({ id, number, title }) => [id, `${number} ${title}`]));
  return (
    <Drawer
      open
      onClose={onClose}
      title={t('bulletin.restsOn')}
      size={480}
      closable={{ 'aria-label': t('shell.close') }}
    >
      <p className="place-words">
        {place.at && <span className="quiet">{place.at.label} </span>}
        {place.words}
      </p>
      <ul className="place-grounds">
        {place.grounds.map((ground) => {
          const to = addressOf(ground);
          const title = titles.get(promiseOf(ground) ?? '') ?? '';
          return (
            <li key={`${ground.kind} ${ground.id}`}>
              <span className="mark">{t(GROUND_WORDS[ground.kind])}</span>{' '}
              {to === null ? place.words : <Link to={to}>{title === '' ? place.words : title}</Link>}
            </li>
          );
        })}
      </ul>
      {place.at && view.may.includes('correct') && <Correction view={view} at={place.at} onDone={onClose} />}
    </Drawer>
  );
}

function Correction(props: {
  readonly view: BulletinView;
  readonly at: NonNullable<OpenedPlace['at']>;
  readonly onDone: () => void;
}) {
  const { t } = useReader();
  const act = useBulletinAct();
  const [to, setTo] = useState('');
  const [reason, setReason] = useState('');
  const { busy, attempt } = useAttempt();
  const { table, row, column } = props.at;
  const send = async () => {
    await act(`/api/bulletins/${props.view.id}/corrections`, { table, row, column, new: to, reason });
    props.onDone();
  };
  return (
    <form
      className="place-correct"
      onSubmit={(event) => {
        event.preventDefault();
        void attempt(send);
      }}
    >
      <h3>{t('bulletin.correct')}</h3>
      <label htmlFor="correct-to">{t('bulletin.correctTo')}</label>
      <Input id="correct-to" value={to} maxLength={400} required onChange={({ target }) => setTo(target.value)} />
      <label htmlFor="correct-why">{t('bulletin.correctWhy')}</label>
      <Input.TextArea
        id="correct-why"
        value={reason}
        maxLength={400}
        required
        rows={2}
        onChange={({ target }) => setReason(target.value)}
      />
      <Button htmlType="submit" loading={busy} disabled={to.trim() === '' || reason.trim() === ''}>
        {t('bulletin.correct')}
      </Button>
    </form>
  );
}
