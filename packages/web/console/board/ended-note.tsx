import { useReader } from '../reader/index.ts';
import type { ScreenText } from '../text/index.ts';
import type { Ended } from './board-data.ts';
import { dayText } from './board-period.ts';

const HOW: Readonly<Record<Ended['how'], ScreenText>> = {
  merged: 'board.merged',
  succeeded: 'board.succeeded',
  split: 'board.split',
};

/** Under the name of a unit that ended: into which, and since when. */
export function EndedNote(props: { readonly ended: Ended }) {
  const { locale, t, say } = useReader();
  const { how, on, into } = props.ended;
  return (
    <span className="under quiet">
      {t(HOW[how], { on: dayText(on, locale, true), into: into.map(say).join(t('board.listed')) })}
    </span>
  );
}
