import { useReader } from '../reader/index.ts';
import { useBoardContext } from './board-context.tsx';
import type { PanelOf } from './board-data.ts';
import { numberText } from './figure-text.ts';

type Ranking = PanelOf<'ranking'>;

/** Which measures a group is not ranked by, why, and what the others weigh then. */
export function LeftOutNote(props: {
  readonly weights: Ranking['weights'];
  readonly leftOut: Ranking['groups'][number]['leftOut'];
}) {
  const { t, say } = useReader();
  const { measures } = useBoardContext();
  const { weights, leftOut } = props;
  if (leftOut.length === 0) return null;
  const counted = weights.filter(({ measure }) => !leftOut.includes(measure));
  if (counted.length === 0) return <p className="panel-note">{t('board.allLeftOut')}</p>;
  const nameOf = (measure: string) => {
    const name = measures.get(measure)?.name;
    return name === undefined ? measure : say(name);
  };
  const total = counted.reduce((sum, { weight }) => sum + weight, 0);
  const shares = counted.map(({ measure, weight }) => `${nameOf(measure)} ${numberText((weight * 100) / total)}%`);
  return (
    <p className="panel-note">
      {t('board.leftOut', {
        names: leftOut.map(nameOf).join(t('board.listed')),
        shares: shares.join(t('board.listed')),
      })}
    </p>
  );
}
