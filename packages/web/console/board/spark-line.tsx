/** A small line of what a number was, the last point marked. Decoration beside the number: it says nothing the chart does not. */
export function SparkLine(props: {
  readonly rates: readonly (number | null)[];
  readonly bars: boolean;
  /** Where the line changes: how many points from the left. */
  readonly turns?: readonly number[];
}) {
  const known = props.rates.filter((rate) => rate !== null);
  if (known.length < 2 || (props.bars && known.every((rate) => rate === 0))) return null;
  const [width, height] = [112, 30];
  const high = Math.max(...known);
  const low = props.bars ? 0 : Math.min(...known);
  const step = width / props.rates.length;
  const y = (rate: number) => height - 3 - (high === low ? 0.5 : (rate - low) / (high - low)) * (height - 6);
  const last = props.rates.findLastIndex((rate) => rate !== null);
  return (
    <svg className="spark" width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      {props.bars
        ? props.rates.map((rate, at) =>
            rate === null ? null : (
              <rect
                // biome-ignore lint/suspicious/noArrayIndexKey: a point of a line is its place in it
                key={at}
                data-last={at === last}
                x={at * step + 0.75}
                width={Math.max(1, step - 1.5)}
                y={high === 0 ? height - 1 : height - Math.max(1, (rate / high) * (height - 2))}
                height={high === 0 ? 1 : Math.max(1, (rate / high) * (height - 2))}
              />
            ),
          )
        : linesOf(props.rates).map((line) => (
            <polyline
              key={line[0]?.at}
              points={line.map(({ at, rate }) => `${(at + 0.5) * step},${y(rate)}`).join(' ')}
            />
          ))}
      {props.turns?.map((turn) => (
        <line key={turn} x1={turn * step} x2={turn * step} y1={0} y2={height} />
      ))}
      {!props.bars && last >= 0 && <circle cx={(last + 0.5) * step} cy={y(props.rates[last] ?? 0)} r={2.5} />}
    </svg>
  );
}

export interface LinePoint {
  readonly at: number;
  readonly rate: number;
}

/** The stretches of a line: where there is no number, there is no line. */
export function linesOf(rates: readonly (number | null)[]): readonly (readonly LinePoint[])[] {
  const lines: LinePoint[][] = [[]];
  rates.forEach((rate, at) => {
    if (rate === null) lines.push([]);
    else lines.at(-1)?.push({ at, rate });
  });
  return lines.filter((line) => line.length > 0);
}
