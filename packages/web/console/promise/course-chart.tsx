import { dayNumberOf } from '@huying/kit/calendar';
import { useState } from 'react';
import type { IndicatorView } from '../../client/index.ts';
import { dayText, markText } from '../board/board-period.ts';
import { numberText } from '../board/figure-text.ts';
import { leftOf } from '../board/scale.ts';
import { tickStep, WalkedChart } from '../board/walked-chart.tsx';
import { useReader } from '../reader/index.ts';
import { courseScale, lineOfValues, standingObservations } from './course-scale.ts';
import { SOURCE } from './indicator-words.ts';

const FRAME = { height: 220, right: 14, top: 12, bottom: 24 };

/**
 * An indicator over its year: dashed what was to be reached, solid what was observed (hollow while provisional), dotted where it leads.
 * The observations are walked through with the arrow keys.
 */
export function CourseChart(props: { readonly indicator: IndicatorView; readonly asOf: string }) {
  const { indicator, asOf } = props;
  const { t, locale } = useReader();
  const [chosen, setChosen] = useState<number | null>(null);
  const scale = courseScale(indicator, asOf);
  const frame = { ...FRAME, left: leftOf(scale.values) };
  const observations = standingObservations(indicator.observations);
  const through = lineOfValues(indicator.observations);
  const newest = observations.findLastIndex(({ id }) => id === through.at(-1)?.id);
  const at = chosen ?? newest;
  const shown = observations[at];
  const told = (value: number) => `${numberText(value, indicator.decimals)}${indicator.unit}`;
  const last = through.at(-1);
  const end = indicator.path.at(-1);
  const forecast = indicator.standing.forecast;

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
      <WalkedChart
        label={t('promise.chartKeys', { indicator: indicator.label })}
        frame={frame}
        scale={scale.values}
        count={observations.length}
        at={at}
        onChoose={setChosen}
      >
        {(width, inner, y) => {
          const x = (day: string) => frame.left + ((dayNumberOf(day) - scale.from) / (scale.to - scale.from)) * inner;
          const line = (points: readonly { readonly on: string; readonly value: number }[]) =>
            points.map(({ on, value }) => `${x(on)},${y(value)}`).join(' ');
          const every = tickStep(scale.months.length, inner, 40);
          return (
            <>
              {scale.months.map((month, index) =>
                index % every === 0 ? (
                  <text key={month} className="plot-tick" x={x(month)} y={frame.height - 6} textAnchor="middle">
                    {markText(month.slice(0, 7), locale)}
                  </text>
                ) : null,
              )}
              <line
                className="course-today"
                x1={x(asOf)}
                x2={x(asOf)}
                y1={frame.top}
                y2={frame.height - frame.bottom}
              />
              {indicator.upper !== null && (
                <line
                  className="course-target"
                  x1={frame.left}
                  x2={width - frame.right}
                  y1={y(indicator.upper)}
                  y2={y(indicator.upper)}
                />
              )}
              {indicator.target !== null && indicator.path.length === 0 && (
                <line
                  className="course-target"
                  x1={frame.left}
                  x2={width - frame.right}
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
              <polyline
                className="course-actual"
                points={line(through.map(({ asOf: on, value }) => ({ on, value })))}
              />
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
            </>
          );
        }}
      </WalkedChart>
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
