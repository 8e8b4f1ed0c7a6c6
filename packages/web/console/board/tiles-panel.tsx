import { useReader } from '../reader/index.ts';
import { useBoardContext } from './board-context.tsx';
import type { PanelOf } from './board-data.ts';
import { ComparisonLine } from './comparison-line.tsx';
import { DefinitionNote } from './definition-note.tsx';
import { FigureBasis, FigureButton, FigureMarks } from './figure-button.tsx';
import { SparkLine } from './spark-line.tsx';
import { useThan } from './than.ts';
import { TurnNotes } from './turn-notes.tsx';
import { placeOfTurn } from './turn-place.ts';

/** Big quiet numbers: what it is, how much, of how many, and what it was. */
export function TilesPanel(props: { readonly panel: PanelOf<'tiles'> }) {
  const { say } = useReader();
  const { view, measures } = useBoardContext();
  const than = useThan(view);
  const { grain, value, tiles } = props.panel;
  const { from, to } = view.period;
  return (
    <>
      <ul className="tiles">
        {tiles.map(({ measure, figure, trend, turns = [] }) => {
          const definition = measures.get(measure);
          return (
            <li key={measure} className="tile">
              <div className="tile-name">
                {definition && say(definition.name)} <DefinitionNote measure={measure} />
              </div>
              <div className="tile-figure">
                <FigureButton figure={figure} place={{ measure, grain, value, from, to }} unit />
                {trend && (
                  <SparkLine
                    rates={trend.map(({ rate }) => rate)}
                    bars={definition?.form === 'count'}
                    turns={turns.flatMap((turn) => placeOfTurn(turn, trend) ?? [])}
                  />
                )}
              </div>
              <div className="tile-under">
                <FigureBasis figure={figure} measure={measure} />
                <FigureMarks figure={figure} measure={measure} />
              </div>
              {figure.before && <ComparisonLine measure={measure} compared={figure.before} than={than.before} />}
              {figure.yearBefore && (
                <ComparisonLine measure={measure} compared={figure.yearBefore} than={than.yearBefore} />
              )}
            </li>
          );
        })}
      </ul>
      <TurnNotes turns={tiles.find((tile) => tile.turns !== undefined)?.turns ?? []} />
    </>
  );
}
