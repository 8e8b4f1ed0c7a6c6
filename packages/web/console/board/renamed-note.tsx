import { useReader } from '../reader/index.ts';
import type { Renamed } from './board-data.ts';

/** Under the name of a unit that bore another one within the period, or bears another one today. */
export function RenamedNote(props: { readonly renamed: Renamed }) {
  const { t, say } = useReader();
  const { formerly = [], present } = props.renamed;
  return (
    <>
      {formerly.length > 0 && (
        <span className="under quiet">{t('board.formerly', { names: formerly.map(say).join(t('board.listed')) })}</span>
      )}
      {present && <span className="under quiet">{t('board.presentName', { name: say(present) })}</span>}
    </>
  );
}
