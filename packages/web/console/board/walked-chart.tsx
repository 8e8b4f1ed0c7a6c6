import type { KeyboardEvent, ReactNode } from 'react';
import { markLabel, type Scale, shareOf } from './scale.ts';
import { useWidth } from './width.ts';

/** Where a chart is drawn, in pixels: its height, and what is kept free for marks and ticks. */
export interface ChartFrame {
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** A chart with its scale on the left, as wide as its place; its points are walked through with the arrow keys. */
export function WalkedChart(props: {
  readonly label: string;
  readonly frame: ChartFrame;
  readonly scale: Scale;
  readonly count: number;
  readonly at: number;
  /** Null where none is chosen any more. */
  readonly onChoose: (at: number | null) => void;
  readonly onEnter?: () => void;
  /** Draws it. @param width of the whole @param inner width between the margins @param y where a value stands */
  readonly children: (width: number, inner: number, y: (value: number) => number) => ReactNode;
}) {
  const { frame, scale, count, at, onChoose } = props;
  const { height, left, right, top, bottom } = frame;
  const [box, width] = useWidth<HTMLDivElement>();
  const y = (value: number) => top + (1 - shareOf(value, scale)) * (height - top - bottom);

  const walk = (event: KeyboardEvent) => {
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (by !== undefined && count > 0) {
      event.preventDefault();
      onChoose(Math.max(0, Math.min(count - 1, at + by)));
    }
    if (event.key === 'Enter') props.onEnter?.();
  };

  return (
    // biome-ignore lint/a11y/useSemanticElements: no element is a chart that is walked through
    <div
      ref={box}
      className="plot-box"
      role="group"
      aria-label={props.label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the points are walked through by keyboard
      tabIndex={0}
      onKeyDown={walk}
      onMouseLeave={() => onChoose(null)}
    >
      <svg width={width} height={height} aria-hidden="true">
        {scale.marks.map((mark) => (
          <g key={mark} className="plot-mark">
            <line x1={left} x2={width - right} y1={y(mark)} y2={y(mark)} />
            <text x={left - 6} y={y(mark) + 4} textAnchor="end">
              {markLabel(mark)}
            </text>
          </g>
        ))}
        {props.children(width, Math.max(0, width - left - right), y)}
      </svg>
    </div>
  );
}

/** Every how manyth tick is named, so that names as wide as this stand clear of one another. */
export function tickStep(count: number, inner: number, wide: number): number {
  return Math.max(1, Math.ceil(count / Math.max(1, Math.floor(inner / wide))));
}
