import { type KeyboardEvent, useState } from 'react';
import { useReader } from '../reader/index.ts';
import { numberText } from './figure-text.ts';
import { type Scale, shareOf } from './scale.ts';
import { linesOf } from './spark-line.tsx';
import { useWidth } from './width.ts';

/** A row of numbers that is drawn: the present one as bars or a strong line, those it is held against as thin lines. */
export interface Series {
  readonly name: string;
  readonly rates: readonly (number | null)[];
}

const HEIGHT = 200;
const [LEFT, RIGHT, TOP, BOTTOM] = [40, 8, 10, 22];

/**
 * A chart of our own: axes, bars or a line, thin lines for what it is compared with, and beside the legend the numbers at one point. Points are
 * walked through with the arrow keys; Enter opens one.
 */
export function Plot(props: {
  readonly label: string;
  readonly present: Series;
  readonly others: readonly Series[];
  readonly bars: boolean;
  readonly scale: Scale;
  readonly marks: readonly string[];
  /** Names of the points in full, for the readout. */
  readonly names: readonly string[];
  readonly decimals: number;
  readonly unit: string;
  readonly onOpen?: (at: number) => void;
}) {
  const { t } = useReader();
  const [box, width] = useWidth<HTMLDivElement>();
  const [chosen, setChosen] = useState<number | null>(null);
  const { present, others, bars, scale, marks, names, onOpen } = props;
  const count = present.rates.length;
  const last = present.rates.findLastIndex((rate) => rate !== null);
  const at = chosen ?? Math.max(0, last);
  const inner = Math.max(0, width - LEFT - RIGHT);
  const step = count === 0 ? 0 : inner / count;
  const x = (index: number) => LEFT + (index + 0.5) * step;
  const y = (rate: number) => TOP + (1 - shareOf(rate, scale)) * (HEIGHT - TOP - BOTTOM);
  const every = Math.max(1, Math.ceil(count / Math.max(1, Math.floor(inner / 38))));
  const told = (rate: number | null | undefined) =>
    rate === null || rate === undefined ? '—' : `${numberText(rate, props.decimals)}${props.unit}`;

  const walk = (event: KeyboardEvent) => {
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (by !== undefined) {
      event.preventDefault();
      setChosen(Math.max(0, Math.min(count - 1, at + by)));
    }
    if (event.key === 'Enter' && present.rates[at] != null) onOpen?.(at);
  };

  return (
    <div className="plot">
      <p className="plot-readout num" role="status">
        <span className="plot-point">{names[at]}</span>
        <span className="plot-key" data-series="0">
          {present.name} <strong>{told(present.rates[at])}</strong>
        </span>
        {others.map(({ name, rates }, index) => (
          <span key={name} className="plot-key" data-series={index + 1}>
            {name} {told(rates[at])}
          </span>
        ))}
      </p>
      {/* biome-ignore lint/a11y/useSemanticElements: no element is a chart that is walked through */}
      <div
        ref={box}
        className="plot-box"
        role="group"
        aria-label={t('board.chartKeys', { chart: props.label })}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the points are walked through by keyboard
        tabIndex={0}
        onKeyDown={walk}
        onMouseLeave={() => setChosen(null)}
      >
        <svg width={width} height={HEIGHT} aria-hidden="true">
          {scale.marks.map((mark) => (
            <g key={mark} className="plot-mark">
              <line x1={LEFT} x2={width - RIGHT} y1={y(mark)} y2={y(mark)} />
              <text x={LEFT - 6} y={y(mark) + 4} textAnchor="end">
                {numberText(mark, Number.isInteger(mark) ? 0 : 1)}
              </text>
            </g>
          ))}
          {names[at] !== undefined && (
            <rect className="plot-chosen" x={x(at) - step / 2} y={TOP} width={step} height={HEIGHT - TOP - BOTTOM} />
          )}
          {bars
            ? present.rates.map((rate, index) =>
                rate === null ? null : (
                  <rect
                    key={names[index]}
                    className="plot-bar"
                    x={x(index) - Math.max(1, step * 0.34)}
                    width={Math.max(1.5, step * 0.68)}
                    y={y(rate)}
                    height={Math.max(0, y(scale.low) - y(rate))}
                  />
                ),
              )
            : null}
          {others.map((series, index) =>
            linesOf(series.rates.slice(0, count)).map((line) => (
              <polyline
                key={`${series.name} ${line[0]?.at}`}
                className="plot-line"
                data-series={index + 1}
                points={line.map((point) => `${x(point.at)},${y(point.rate)}`).join(' ')}
              />
            )),
          )}
          {!bars &&
            linesOf(present.rates).map((line) => (
              <g key={line[0]?.at}>
                <polyline
                  className="plot-line"
                  data-series={0}
                  points={line.map((point) => `${x(point.at)},${y(point.rate)}`).join(' ')}
                />
                {line.map((point) => (
                  <circle
                    key={point.at}
                    className="plot-dot"
                    cx={x(point.at)}
                    cy={y(point.rate)}
                    r={point.at === at ? 4 : 2.5}
                  />
                ))}
              </g>
            ))}
          {marks.map((mark, index) =>
            index % every === 0 ? (
              <text key={names[index]} className="plot-tick" x={x(index)} y={HEIGHT - 6} textAnchor="middle">
                {mark}
              </text>
            ) : null,
          )}
          {names.map((name, index) => (
            // The keyboard has the arrows of the group; this is where the pointer is.
            // biome-ignore lint/a11y/noStaticElementInteractions: the same is done by keyboard on the group
            <rect
              key={name}
              className="plot-catch"
              data-opens={onOpen !== undefined && present.rates[index] != null}
              x={x(index) - step / 2}
              y={0}
              width={step}
              height={HEIGHT}
              onMouseEnter={() => setChosen(index)}
              onClick={() => present.rates[index] != null && onOpen?.(index)}
            />
          ))}
        </svg>
      </div>
    </div>
  );
}
