import { memo } from 'react';
import { continued, linesOfCourse } from './trajectory.ts';

/**
 * The way of a promise through its year: dashed what was to be reached, solid what was, dotted where it leads if it goes on like this.
 * Decoration beside the numbers: it says nothing they do not.
 */
export const TrajectoryLine = memo(function TrajectoryLine(props: {
  readonly path: readonly (number | null)[];
  readonly actual: readonly (number | null)[];
  readonly light: string;
  readonly forecast?: number | null;
  readonly width?: number;
  readonly height?: number;
}) {
  const { path, actual, light, width = 216, height = 44 } = props;
  const forecast = props.forecast ?? continued(actual, Math.max(12, path.length));
  const lines = linesOfCourse({ path, actual, forecast }, { width, height, margin: 4 });
  return (
    <svg
      className="trajectory"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      preserveAspectRatio="none"
      data-light={light}
      aria-hidden="true"
    >
      <line className="trajectory-whole" x1={0} x2={width} y1={lines.whole} y2={lines.whole} />
      <polyline className="trajectory-path" points={lines.path} />
      <polyline className="trajectory-forecast" points={lines.forecast} />
      {lines.actual.map((points) => (
        <polyline key={points} className="trajectory-actual" points={points} />
      ))}
      {/* A line of no length with a round end stays a dot however the drawing is stretched. */}
      {lines.last && (
        <line className="trajectory-now" x1={lines.last.x} x2={lines.last.x} y1={lines.last.y} y2={lines.last.y} />
      )}
    </svg>
  );
});
