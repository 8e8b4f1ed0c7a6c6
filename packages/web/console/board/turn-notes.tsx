import { type Reader, useReader } from '../reader/index.ts';
import type { ScreenText } from '../text/index.ts';
import type { Turn } from './board-data.ts';
import { dayText } from './board-period.ts';

const ENDS: Readonly<Record<Exclude<Turn['how'], 'joined' | 'parted'>, ScreenText>> = {
  merged: 'board.merged',
  succeeded: 'board.succeeded',
  split: 'board.split',
};

/** Under a line: from which units it goes on, and where it ends. */
export function TurnNotes(props: { readonly turns: readonly Turn[] }) {
  const reader = useReader();
  if (props.turns.length === 0) return null;
  return (
    <ul className="turn-notes quiet">
      {props.turns.map((turn) => {
        const said = turnText(turn, reader);
        return <li key={said}>{said}</li>;
      })}
    </ul>
  );
}

function turnText({ on, how, with: units }: Turn, { locale, t, say }: Pick<Reader, 'locale' | 't' | 'say'>): string {
  const day = dayText(on, locale, true);
  const names = units.map(say).join(t('board.listed'));
  if (how === 'joined') return t('board.lineJoined', { on: day, with: names });
  if (how === 'parted') return t('board.lineParted', { on: day, with: names });
  return t('board.lineEnds', { end: t(ENDS[how], { on: day, into: names }) });
}
