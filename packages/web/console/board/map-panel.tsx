import { useId } from 'react';
import { useReader } from '../reader/index.ts';
import type { ScreenText } from '../text/index.ts';
import { isChance, middleOf, shadedBy, shadesOf } from './area-shades.ts';
import { useBoardContext } from './board-context.tsx';
import type { MeasureDefinition, PanelOf } from './board-data.ts';
import { DefinitionNote } from './definition-note.tsx';
import { FigureBasis, FigureButton, FigureMarks } from './figure-button.tsx';
import { basisText, numberText, rateText, remarksOf } from './figure-text.ts';
import { useWidth } from './width.ts';

/** More areas than this cannot be named on the drawing. */
const NAMED = 30;
const TALLEST = 420;
/** From one line of the hatching to the next, in pixels. */
const STRIPE = 6;

const DIRECTION: Readonly<Record<MeasureDefinition['better'], ScreenText>> = {
  high: 'board.shadesHigh',
  low: 'board.shadesLow',
  neither: 'board.shadesNeither',
};

type Area = PanelOf<'map'>['areas'][number];

/** The district's own outline, its areas shaded by a number; every area opens to the cases behind its own. */
export function MapPanel(props: { readonly panel: PanelOf<'map'> }) {
  const { t, say } = useReader();
  const { view, measures, open } = useBoardContext();
  const [box, width] = useWidth<HTMLDivElement>();
  const hatch = useId();
  const { measure, grain, areas, ...drawing } = props.panel;
  const definition = measures.get(measure);
  if (definition === undefined) return null;
  const counts = definition.form === 'count' || definition.form === 'stock';
  const rateOf = ({ figure }: Area) => figure?.rate ?? (counts ? 0 : null);
  const shades = shadesOf(areas.map(({ figure }) => shadedBy(figure, counts)));
  const shadeOf = ({ figure }: Area) => shades.of(shadedBy(figure, counts));
  const isWrong = ({ figure }: Area) => figure?.alarm !== undefined;
  const scale = Math.min(width / drawing.width, TALLEST / drawing.height);
  // As wide on every drawing; the width of the place is not known at first.
  const stripe = scale > 0 ? STRIPE / scale : STRIPE;
  const { from, to } = view.period;
  const unit = definition.form === 'ratio' ? '%' : '';
  const told = (area: Area) => {
    const { figure } = area;
    const rate = rateOf(area);
    const text = `${say(area.label)} ${rateText(rate, definition, t)}${rate === null ? '' : unit}`;
    if (figure === null) return text;
    const beside = [basisText(figure, definition, t), ...remarksOf(figure, definition, t).map((remark) => remark.text)];
    return [text, ...beside.filter(Boolean)].join(' · ');
  };
  const placeOf = ({ value }: Area) => ({ measure, grain, value, from, to });
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
          <pattern
            id={hatch}
            width={stripe}
            height={stripe}
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <rect className="hatch-ground" width={stripe} height={stripe} />
            <rect className="hatch-line" width={stripe / 4} height={stripe} />
          </pattern>
          {areas
            // A red outline lies above its neighbours'.
            .toSorted((a, b) => Number(isWrong(a)) - Number(isWrong(b)))
            .map((area) => (
              // The list below the drawing says and opens the same by keyboard.
              // biome-ignore lint/a11y/noStaticElementInteractions: the list below is for the keyboard
              <path
                key={area.value}
                d={area.path}
                data-shade={shadeOf(area)}
                data-wrong={isWrong(area)}
                style={isChance(area.figure) ? { fill: `url(#${hatch})` } : undefined}
                onClick={() =>
                  area.figure !== null && open(placeOf(area), `${say(area.label)} · ${say(definition.name)}`)
                }
              >
                <title>{told(area)}</title>
              </path>
            ))}
          {areas.length <= NAMED &&
            scale > 0 &&
            areas.map((area) => {
              const middle = middleOf(area.path);
              if (middle === null) return null;
              const size = 11 / scale;
              return (
                <text
                  key={area.value}
                  x={middle.x}
                  y={middle.y}
                  fontSize={size}
                  textAnchor="middle"
                  data-dark={shadeOf(area) >= 4}
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
        {areas.some(({ figure }) => isChance(figure)) && (
          <li>
            <span className="map-swatch" data-shade="few" aria-hidden="true" />
            {t('board.shadesFew', { minimum: definition.minimum })}
          </li>
        )}
        {areas.some((area) => rateOf(area) === null) && (
          <li>
            <span className="map-swatch" data-shade={0} aria-hidden="true" />
            {t('board.none')}
          </li>
        )}
        {areas.some(isWrong) && (
          <li>
            <span className="map-swatch" data-shade="wrong" aria-hidden="true" />
            {t('board.shadesWrong')}
          </li>
        )}
        {shades.steps.length > 1 && <li className="quiet">{t(DIRECTION[definition.better])}</li>}
      </ul>
      <details className="map-list">
        <summary>{t('board.asList')}</summary>
        <ol>
          {areas
            .toSorted(
              (a, b) =>
                Number(isChance(a.figure)) - Number(isChance(b.figure)) || (rateOf(b) ?? -1) - (rateOf(a) ?? -1),
            )
            .map((area) => {
              const { figure } = area;
              if (figure === null) return null;
              return (
                <li key={area.value}>
                  <span>{say(area.label)}</span>
                  <span className="map-list-figure">
                    <FigureBasis figure={figure} measure={measure} />
                    <FigureButton figure={figure} place={placeOf(area)} whose={say(area.label)} unit={unit !== ''} />
                    <FigureMarks figure={figure} measure={measure} />
                  </span>
                </li>
              );
            })}
        </ol>
      </details>
    </>
  );
}
