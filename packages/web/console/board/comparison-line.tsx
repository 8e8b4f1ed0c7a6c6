import type { Words } from '../../client/index.ts';
import { useReader } from '../reader/index.ts';
import type { ScreenText } from '../text/index.ts';
import { useBoardContext } from './board-context.tsx';
import type { Compared, MeasureDefinition } from './board-data.ts';
import { differenceText, rateText, toneOf } from './figure-text.ts';
import type { Than } from './than.ts';

const NOISE: Readonly<Record<Compared['noise'], ScreenText | null>> = {
  within: 'board.withinNoise',
  beyond: null,
  few: 'board.tooFew',
  unknown: null,
};

/** What a number was, and by how much it differs, in words. Colour only where it got worse by more than chance. */
export function ComparisonLine(props: { readonly measure: string; readonly compared: Compared; readonly than: Than }) {
  const { t } = useReader();
  const { compared, than } = props;
  const definition = useBoardContext().measures.get(props.measure);
  const { rate, difference, noise, parted, joined } = compared;
  const was = useWas(definition, compared, than);
  if (definition === undefined) return null;
  if (parted) return <span className="comparison num">{was}</span>;
  // Against nothing there is no telling how much more it is: perhaps nothing was kept then.
  if (difference === null || (rate === 0 && definition.form === 'count'))
    return <span className="comparison num">{was}</span>;
  return (
    <span className="comparison num" data-tone={toneOf(definition, compared)} title={was}>
      {difference === 0
        ? t('board.compared', { than: than.than, by: t('board.same') })
        : t('board.compared', { than: than.than, by: inWords(difference) })}
      {difference !== 0 && NOISE[noise] !== null && t(NOISE[noise])}
      {joined && t('board.joined')}
    </span>
  );

  function inWords(by: number): string {
    const text = differenceText(by, definition?.decimals ?? 0);
    return definition?.form === 'ratio' ? t('board.points', { by: text }) : text;
  }
}

/** The difference alone, for a table whose heading says with what it is compared. */
export function ComparisonMark(props: { readonly measure: string; readonly compared: Compared; readonly than: Than }) {
  const { t } = useReader();
  const { compared, than } = props;
  const definition = useBoardContext().measures.get(props.measure);
  const was = useWas(definition, compared, than);
  if (definition === undefined) return null;
  return (
    <span className="comparison num" data-tone={toneOf(definition, compared)} data-noise={compared.noise} title={was}>
      {compared.parted
        ? t('board.notComparable')
        : compared.difference === null
          ? '—'
          : differenceText(compared.difference, definition.decimals)}
      {compared.joined && t('board.joined')}
    </span>
  );
}

/** What a number was, or why there is none to compare with; with what was taken over in between, both numbers. */
function useWas(definition: MeasureDefinition | undefined, { rate, parted, joined }: Compared, than: Than): string {
  const { t, say } = useReader();
  if (definition === undefined) return '';
  const list = (names: readonly Words[]) => names.map(say).join(t('board.listed'));
  if (parted) return t(parted.how === 'split' ? 'board.partedSplit' : 'board.partedEnded', { with: list(parted.with) });
  const was = t('board.wasThen', { name: than.name, figure: rateText(rate, definition, t) });
  if (joined === undefined) return was;
  const now = t('board.joinedNow', { with: list(joined.with), figure: rateText(joined.rate, definition, t) });
  return `${was} · ${now}`;
}
