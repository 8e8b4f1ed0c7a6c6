import { useState } from 'react';
import { useReader } from '../reader/index.ts';
import { numberText, type Remark } from './figure-text.ts';
import { RemarkMarks } from './remark-marks.tsx';
import { leftOf, type Scale } from './scale.ts';
import { linesOf } from './spark-line.tsx';
import { tickStep, WalkedChart } from './walked-chart.tsx';

/** A row of numbers that is drawn: the present one as bars or a strong line, those it is held against as thin lines. */
export interface Series {
  readonly name: string;
  readonly rates: readonly (number | null)[];
}

const FRAME = { height: 200, right: 8, top: 10, bottom: 22 };

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
  /** Where the line changes: how many points from the left. */
  readonly turns?: readonly number[];
  /** What is out of the ordinary about the present numbers, point by point. */
  readonly remarks?: readonly (readonly Remark[])[];
  readonly decimals: number;
  readonly unit: string;
  readonly onOpen?: (at: number) => void;
}) {
  const { t } = useReader();
  const [chosen, setChosen] = useState<number | null>(null);
  const { present, others, bars, scale, marks, names, turns = [], remarks = [], onOpen } = props;
  const frame = { ...FRAME, left: leftOf(scale) };
  const count = present.rates.length;
  const last = present.rates.findLastIndex((rate) => rate !== null);
  const at = chosen ?? Math.max(0, last);
  const told = (rate: number | null | undefined) =>
    rate === null || rate === undefined ? '—' : `${numberText(rate, props.decimals)}${props.unit}`;

  return (
    <div className="plot">
      <p className="plot-readout num" role="status">
        <span className="plot-point">{names[at]}</span>
        <span className="plot-key" data-series="0">
          {present.name} <strong>{told(present.rates[at])}</strong>
        </span>
        <RemarkMarks remarks={remarks[at] ?? []} />
        {others.map(({ name, rates }, index) => (
          <span key={name} className="plot-key" data-series={index + 1}>
            {name} {told(rates[at])}
          </span>
        ))}
      </p>
      <WalkedChart
        label={t('board.chartKeys', { chart: props.label })}
        frame={frame}
        scale={scale}
        count={count}
        at={at}
        onChoose={setChosen}
        onEnter={() => present.rates[at] != null && onOpen?.(at)}
      >
        {(_, inner, y) => {
          const step = count === 0 ? 0 : inner / count;
          const x = (index: number) => frame.left + (index + 0.5) * step;
          const every = tickStep(count, inner, 38);
          return (
            <>
              {names[at] !== undefined && (
                <rect
                  className="plot-chosen"
                  x={x(at) - step / 2}
                  y={frame.top}
                  width={step}
                  height={frame.height - frame.top - frame.bottom}
                />
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
              {present.rates.map((rate, index) => {
                const marked = markedAs(remarks[index]);
                if (rate === null || marked === null) return null;
                return (
                  <circle
                    key={names[index]}
                    className="plot-ring"
                    data-marked={marked}
                    cx={x(index)}
                    cy={y(rate)}
                    r={6}
                  />
                );
              })}
              {turns.map((turn) => (
                <line
                  key={turn}
                  className="plot-turn"
                  x1={frame.left + turn * step}
                  x2={frame.left + turn * step}
                  y1={frame.top}
                  y2={frame.height - frame.bottom}
                />
              ))}
              {marks.map((mark, index) =>
                index % every === 0 ? (
                  <text key={names[index]} className="plot-tick" x={x(index)} y={frame.height - 6} textAnchor="middle">
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
                  height={frame.height}
                  onMouseEnter={() => setChosen(index)}
                  onClick={() => present.rates[index] != null && onOpen?.(index)}
                />
              ))}
            </>
          );
        }}
      </WalkedChart>
    </div>
  );
}

/** What is worth a ring around a point: that its number is wrong, or was another when it was published. */
function markedAs(remarks: readonly Remark[] = []): 'alarm' | 'corrected' | null {
  return (['alarm', 'corrected'] as const).find((kind) => remarks.some((remark) => remark.kind === kind)) ?? null;
}
