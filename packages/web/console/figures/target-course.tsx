import type { Target } from '../../client/index.ts';

/** A target's year: dashed what is expected month by month, solid what was; open dots are provisional. Decoration beside the numbers. */
export function TargetCourse(props: { readonly target: Target }) {
  const { series, aim } = props.target;
  const [width, height] = [150, 36];
  const values = series.map(({ value }) => value);
  const expected = series.map(({ expected: one }) => one);
  const known = [...values, ...expected].filter((one) => one !== null);
  if (values.every((one) => one === null)) return null;
  const low = Math.min(...known, aim === 'growth' ? Math.min(...known) : 0);
  const high = Math.max(...known);
  const x = (at: number) => 4 + (at / 11) * (width - 8);
  const y = (value: number) => height - 5 - (high === low ? 0.5 : (value - low) / (high - low)) * (height - 10);
  const line = (points: readonly (number | null)[]) =>
    points.flatMap((value, at) => (value === null ? [] : [`${x(at).toFixed(1)},${y(value).toFixed(1)}`])).join(' ');
  return (
    <svg className="target-course" width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      <polyline className="course-expected" points={line(expected)} />
      <polyline className="course-actual" points={line(values)} />
      {series.map(({ month, value, standing }, at) =>
        value === null ? null : <circle key={month} data-standing={standing} cx={x(at)} cy={y(value)} r={2.2} />,
      )}
    </svg>
  );
}
