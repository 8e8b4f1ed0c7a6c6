import { useReader } from '../reader/index.ts';
import { useBoardContext } from './board-context.tsx';
import type { PanelOf } from './board-data.ts';
import { dayText, markText, periodText } from './board-period.ts';
import { DefinitionNote } from './definition-note.tsx';
import { remarksOf } from './figure-text.ts';
import { Plot, type Series } from './plot.tsx';
import { scaleFromZero, scaleOfRates } from './scale.ts';
import { TurnNotes } from './turn-notes.tsx';
import { placeOfTurn } from './turn-place.ts';

/** One measure over time against the stretch before and that of the year before. */
export function ChartPanel(props: { readonly panel: PanelOf<'chart'> }) {
  const { locale, t, say } = useReader();
  const { measures, open } = useBoardContext();
  const { panel } = props;
  const { measure, grain, value, along, points, turns, before, yearBefore } = panel;
  const definition = measures.get(measure);
  if (definition === undefined) return null;
  const rates = points.map(({ figure }) => figure?.rate ?? null);
  const isCount = definition.form === 'count' && panel.over === 'months';
  const others: Series[] = [
    ...(before === null ? [] : [{ name: t('board.stretchBefore'), rates: sinceFirst(before.rates, isCount) }]),
    ...(yearBefore === null
      ? []
      : [{ name: t('board.stretchYearBefore'), rates: sinceFirst(yearBefore.rates, isCount) }]),
  ].filter((series) => series.rates.some((rate) => rate !== null));
  const all = [rates, ...others.map((series) => series.rates)].flat().filter((rate) => rate !== null);
  const isRatio = definition.form === 'ratio';
  const span = panel.over === 'months' ? 'month' : 'day';
  const names = points.map((point) =>
    span === 'day' ? dayText(point.from, locale) : periodText(point, 'month', locale),
  );
  const remarks = points.map(({ figure }) => (figure === null ? [] : remarksOf(figure, definition, t)));
  const wrong = remarks.flatMap((own, at) =>
    own.filter(({ kind }) => kind === 'alarm').map(({ text }) => ({ at: names[at], text })),
  );
  if (all.length === 0) return <p className="panel-empty quiet">{t('board.emptyChart')}</p>;
  return (
    <>
      <p className="panel-note quiet">
        {say(definition.name)} <DefinitionNote measure={measure} />
      </p>
      <Plot
        label={say(panel.label)}
        present={{ name: t('board.stretchPresent'), rates }}
        others={others}
        bars={!isRatio}
        scale={isRatio ? scaleOfRates(all) : scaleFromZero(all)}
        marks={points.map(({ label }) => markText(label, locale))}
        names={names}
        turns={turns.flatMap((turn) => placeOfTurn(turn, points) ?? [])}
        remarks={remarks}
        decimals={definition.decimals}
        unit={isRatio ? '%' : ''}
        onOpen={(at) => {
          const point = points[at];
          if (point === undefined) return;
          const days = { from: point.from, to: point.to };
          const taken = along === undefined ? {} : { alongFrom: along.from, alongTo: along.to };
          open({ measure, grain, value, ...taken, ...days }, `${say(definition.name)} · ${names[at]}`);
        }}
      />
      {wrong.length > 0 && (
        <ul className="turn-notes" title={t('board.alarmHint')}>
          {wrong.map(({ at, text }) => (
            <li key={at}>
              <span className="num">{at}</span> <span className="mark strong">{text}</span>
            </li>
          ))}
        </ul>
      )}
      <TurnNotes turns={turns} />
    </>
  );
}

/** Counts before the first case there is are not known to be nothing: perhaps nothing was kept yet. */
function sinceFirst(rates: readonly (number | null)[], isCount: boolean): readonly (number | null)[] {
  if (!isCount) return rates;
  const first = rates.findIndex((rate) => rate !== null && rate > 0);
  return rates.map((rate, at) => (first < 0 || at < first ? null : rate));
}
