import { useReader } from '../reader/index.ts';
import type { ScreenText } from '../text/index.ts';
import { useBoardContext } from './board-context.tsx';
import type { MeasureDefinition } from './board-data.ts';
import { type DefinitionFact, DefinitionMark } from './definition-mark.tsx';

/** What a number means, behind a small mark beside it: in the reader's language and in the other. */
export function DefinitionNote(props: { readonly measure: string }) {
  const { t, say } = useReader();
  const definition = useBoardContext().measures.get(props.measure);
  if (definition === undefined) return null;
  const { name, meaning, source, clock, calendar, minimum, better, fullDays, form, decimals } = definition;
  const facts: DefinitionFact[] = [['board.source', say(source)]];
  if (clock !== null) facts.push(['board.clock', say(clock)]);
  if (calendar !== null) facts.push(['board.calendar', t(calendar === 'working' ? 'board.working' : 'board.natural')]);
  if (decimals > 0) facts.push(['board.rounding', t('board.roundingTo', { places: decimals })]);
  if (form === 'ratio' || form === 'mean') facts.push(['board.minimum', t('board.minimumOf', { count: minimum })]);
  facts.push(['board.better', t(BETTER[better])]);
  if (fullDays) facts.push(['board.days', t('board.fullDays')]);
  return <DefinitionMark name={name} meaning={meaning} facts={facts} />;
}

const BETTER: Readonly<Record<MeasureDefinition['better'], ScreenText>> = {
  high: 'board.betterHigh',
  low: 'board.betterLow',
  neither: 'board.betterNeither',
};
