import { dayNumberOf } from '@huying/kit/calendar';
import { type KeyboardEvent, useState } from 'react';
import type { IndicatorView } from '../../client/index.ts';
import { dayText, markText } from '../board/board-period.ts';
import { numberText } from '../board/figure-text.ts';
import { shareOf } from '../board/scale.ts';
import { useWidth } from '../board/width.ts';
import { useReader } from '../reader/index.ts';
import { courseScale, lineOfValues, standingObservations } from './course-scale.ts';
import { SOURCE } from './indicator-words.ts';

const HEIGHT = 220;
const [LEFT, RIGHT, TOP, BOTTOM] = [56, 14, 12, 24];

/**
 * An indicator over its year: dashed what was to be reached, solid what was observed (hollow while provisional), dotted where it leads.
 * The observations are walked through with the arrow keys.
 */
export function CourseChart(props: { readonly indicator: IndicatorView; readonly asOf: string }) {
  const { indicator, asOf } = props;
  const { t, locale } = useReader();
  const [box, width] = useWidth<HTMLDivElement>();
  const [chosen, setChosen] = useState<number | null>(null);
  const scale = courseScale(indicator, asOf);
  const observations = standingObservations(indicator.observations);
  const through = lineOfValues(indicator.observations);
  const newest = observations.findLastIndex(({ id }) => id === through.at(-1)?.id);
  const at = chosen ?? newest;
  const shown = observations[at];
  const inner = Math.max(0, width - LEFT - RIGHT);
  const x = (day: string) => LEFT + ((dayNumberOf(day) - scale.from) / (scale.to - scale.from)) * inner;
  const y = (value: number) => TOP + (1 - shareOf(value, scale.values)) * (HEIGHT - TOP - BOTTOM);
  const told = (value: number) => `${numberText(value, indicator.decimals)}${indicator.unit}`;
  const line = (points: readonly { readonly on: string; readonly value: number }[]) =>
    points.map(({ on, value }) => `${x(on)},${y(value)}`).join(' ');
  const every = Math.max(1, Math.ceil(scale.months.length / Math.max(1, Math.floor(inner / 40))));
  const last = through.at(-1);
  const end = indicator.path.at(-1);
  const forecast = indicator.standing.forecast;

  const walk = (event: KeyboardEvent) => {
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (by === undefined || observations.length === 0) return;
    event.preventDefault();
    setChosen(Math.max(0, Math.min(observations.length - 1, at + by)));
  };

  return (
    <div className="course">
      <p className="plot-readout num" role="status">
        {shown === undefined ? (
          <span className="quiet">{t('promise.noObservations')}</span>
        ) : (
          <>
            <span className="plot-point">{dayText(shown.asOf, locale, true)}</span>
            <strong>{told(shown.value)}</strong>
            <span className="quiet">
              {t(shown.standing === 'final' ? 'promise.final' : 'promise.provisional')} · {t(SOURCE[shown.source])}
            </span>
            {shown.growth !== null && (
              <span className="quiet">{t('promise.growth', { percent: numberText(shown.growth, 1) })}</span>
            )}
          </>
        )}
        {forecast !== null && <span className="quiet">{t('promise.forecastIs', { value: told(forecast) })}</span>}
      </p>
      {/* biome-ignore lint/a11y/useSemanticElements: no element is a chart that is walked through */}
      <div
        ref={box}
        className="plot-box"
        role="group"
        aria-label={t('promise.chartKeys', { indicator: indicator.label })}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the observations are walked through by keyboard
        tabIndex={0}
        onKeyDown={walk}
        onMouseLeave={() => setChosen(null)}
      >
        <svg width={width} height={HEIGHT} aria-hidden="true">
          {scale.values.marks.map((mark) => (
            <g key={mark} className="plot-mark">
              <line x1={LEFT} x2={width - RIGHT} y1={y(mark)} y2={y(mark)} />
              <text x={LEFT - 6} y={y(mark) + 4} textAnchor="end">
                {numberText(mark, Number.isInteger(mark) ? 0 : 1)}
              </text>
            </g>
          ))}
          {scale.months.map((month, index) =>
            index % every === 0 ? (
              <text key={month} className="plot-tick" x={x(month)} y={HEIGHT - 6} textAnchor="middle">
                {markText(month.slice(0, 7), locale)}
              </text>
            ) : null,
          )}
          <line className="course-today" x1={x(asOf)} x2={x(asOf)} y1={TOP} y2={HEIGHT - BOTTOM} />
          {indicator.upper !== null && (
            <line
              className="course-target"
              x1={LEFT}
              x2={width - RIGHT}
              y1={y(indicator.upper)}
              y2={y(indicator.upper)}
            />
          )}
          {indicator.target !== null && indicator.path.length === 0 && (
            <line
              className="course-target"
              x1={LEFT}
              x2={width - RIGHT}
              y1={y(indicator.target)}
              y2={y(indicator.target)}
            />
          )}
          <polyline
            className="course-path"
            points={line(indicator.path.map(({ on, expected }) => ({ on, value: expected })))}
          />
          {last && end && forecast !== null && last.asOf < end.on && (
            <polyline
              className="course-forecast"
              points={line([
                { on: last.asOf, value: last.value },
                { on: end.on, value: forecast },
              ])}
            />
          )}
          <polyline className="course-actual" points={line(through.map(({ asOf: on, value }) => ({ on, value })))} />
          {observations.map((one, index) => (
            // The keyboard has the arrows of the group; this is where the pointer is.
            // biome-ignore lint/a11y/noStaticElementInteractions: the same is done by keyboard on the group
            <circle
              key={one.id}
              className="course-dot"
              data-standing={one.standing}
              data-beside={!through.includes(one)}
              data-chosen={index === at}
              cx={x(one.asOf)}
              cy={y(one.value)}
              r={index === at ? 5 : 4}
              onMouseEnter={() => setChosen(index)}
            />
          ))}
        </svg>
      </div>
      <ul className="trajectory-legend quiet">
        <li data-line="path">{t('promise.linePath')}</li>
        <li data-line="actual">{t('promise.lineActual')}</li>
        <li data-line="forecast">{t('promise.lineForecast')}</li>
        <li data-dot="provisional">{t('promise.provisional')}</li>
        <li data-dot="final">{t('promise.final')}</li>
      </ul>
    </div>
  );
}
