import { useReader } from '../reader/index.ts';
import { middleOf, shadesOf } from './area-shades.ts';
import { useBoardContext } from './board-context.tsx';
import type { PanelOf } from './board-data.ts';
import { DefinitionNote } from './definition-note.tsx';
import { numberText, rateText } from './figure-text.ts';
import { useWidth } from './width.ts';

/** More areas than this cannot be named on the drawing. */
const NAMED = 30;
const TALLEST = 420;

/** The district's own outline, its areas shaded by a number; every area opens to the cases behind its own. */
export function MapPanel(props: { readonly panel: PanelOf<'map'> }) {
  const { t, say } = useReader();
  const { view, measures, open } = useBoardContext();
  const [box, width] = useWidth<HTMLDivElement>();
  const { measure, grain, areas, ...drawing } = props.panel;
  const definition = measures.get(measure);
  if (definition === undefined) return null;
  const counts = definition.form === 'count' || definition.form === 'stock';
  const rateOf = (area: (typeof areas)[number]) => area.figure?.rate ?? (counts ? 0 : null);
  const shades = shadesOf(areas.map(rateOf));
  const scale = Math.min(width / drawing.width, TALLEST / drawing.height);
  const { from, to } = view.period;
  const unit = definition.form === 'ratio' ? '%' : '';
  const told = (rate: number | null) => `${rateText(rate, definition, t)}${rate === null ? '' : unit}`;
  const show = (area: (typeof areas)[number]) =>
    open({ measure, grain, value: area.value, from, to }, `${say(area.label)} · ${say(definition.name)}`);
  if (areas.every(({ path }) => path === '')) return <p className="panel-empty quiet">{t('board.noOutline')}</p>;
  return (
    <>
      <p className="panel-note quiet">
        {say(definition.name)} <DefinitionNote measure={measure} />
      </p>
      <div ref={box} className="area-map">
        <svg
          width={drawing.width * scale}
          height={drawing.height * scale}
          viewBox={`0 0 ${drawing.width} ${drawing.height}`}
          role="img"
          aria-label={say(props.panel.label)}
        >
          {areas.map((area) => (
            // The list below the drawing says and opens the same by keyboard.
            // biome-ignore lint/a11y/noStaticElementInteractions: the list below is for the keyboard
            <path
              key={area.value}
              d={area.path}
              data-shade={shades.of(rateOf(area))}
              onClick={() => area.figure !== null && show(area)}
            >
              <title>{`${say(area.label)} ${told(rateOf(area))}`}</title>
            </path>
          ))}
          {areas.length <= NAMED &&
            scale > 0 &&
            areas.map((area) => {
              const middle = middleOf(area.path);
              if (middle === null) return null;
              const size = 11 / scale;
              const shade = shades.of(rateOf(area));
              return (
                <text
                  key={area.value}
                  x={middle.x}
                  y={middle.y}
                  fontSize={size}
                  textAnchor="middle"
                  data-dark={shade >= 4}
                >
                  <tspan x={middle.x}>{say(area.label)}</tspan>
                  <tspan x={middle.x} dy={size * 1.2}>
                    {rateText(rateOf(area), definition, t)}
                  </tspan>
                </text>
              );
            })}
        </svg>
      </div>
      <ul className="map-legend num">
        {shades.steps.map(({ shade, from: low, to: high }) => (
          <li key={shade}>
            <span className="map-swatch" data-shade={shade} aria-hidden="true" />
            {low === high
              ? numberText(low, definition.decimals)
              : `${numberText(low, definition.decimals)}–${numberText(high, definition.decimals)}`}
            {unit}
          </li>
        ))}
        {areas.some((area) => rateOf(area) === null) && (
          <li>
            <span className="map-swatch" data-shade={0} aria-hidden="true" />
            {t('board.none')}
          </li>
        )}
      </ul>
      <details className="map-list">
        <summary>{t('board.asList')}</summary>
        <ol>
          {areas
            .filter(({ figure }) => figure !== null)
            .toSorted((a, b) => (rateOf(b) ?? -1) - (rateOf(a) ?? -1))
            .map((area) => (
              <li key={area.value}>
                {say(area.label)}
                <button type="button" className="figure" onClick={() => show(area)}>
                  {told(rateOf(area))}
                </button>
              </li>
            ))}
        </ol>
      </details>
    </>
  );
}
