import type { FigureSheet } from '../../client/index.ts';
import { numberText } from '../board/figure-text.ts';
import { useReader } from '../reader/index.ts';
import { type Drafts, keyOf, numberIn } from './sheet-cells.ts';

/** The sums that must hold, as they stand while one types: a sheet that does not sum is not taken. */
export function SumLines(props: { readonly sheet: FigureSheet; readonly drafts: Drafts }) {
  const { t } = useReader();
  const { sheet, drafts } = props;
  if (sheet.sums.length === 0) return null;
  const lines = new Map(sheet.lines.map((line) => [keyOf(line), line]));
  const figureAt = (place: { readonly promise: string; readonly indicator: string }) => {
    const key = keyOf(place);
    const draft = drafts.get(key);
    return draft === undefined ? lines.get(key)?.now?.value : numberIn(draft.value);
  };
  return (
    <section className="sum-lines" aria-label={t('figures.sums')}>
      <h2>{t('figures.sums')}</h2>
      <ul>
        {sheet.sums.map(({ total, parts, tolerance }) => {
          const decimals = lines.get(keyOf(total))?.decimals ?? 2;
          const whole = figureAt(total);
          const values = parts.map(figureAt);
          const known = whole !== undefined && values.every((value) => value !== undefined);
          const sum = values.reduce<number>((all, value) => all + Math.round((value ?? 0) * 1e6), 0) / 1e6;
          const difference = known ? Math.round((whole - sum) * 1e6) / 1e6 : 0;
          const holds = Math.abs(difference) <= tolerance;
          return (
            <li key={keyOf(total)} data-holds={known ? holds : 'open'}>
              {total.label} = {parts.map(({ label }) => label).join(' + ')}{' '}
              <strong className="num">
                {known
                  ? holds
                    ? t('figures.sumHolds')
                    : t('figures.sumMissed', { difference: numberText(difference, decimals) })
                  : t('figures.sumOpen')}
              </strong>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
