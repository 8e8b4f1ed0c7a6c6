import type { Spot } from './spots.ts';
import { LIGHTS, radiusOf } from './spots.ts';

/** A circle on the map: a dot for one case; for several their number, in a ring of their lights. */
export function SpotMark(props: {
  readonly spot: Spot;
  readonly label: string;
  readonly active: boolean;
  readonly onOpen: () => void;
  readonly onActive: (active: boolean) => void;
}) {
  const { spot, active } = props;
  const radius = radiusOf(spot.count);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a button cannot stand in a drawing
    <g
      className="map-spot"
      data-active={active}
      transform={`translate(${spot.x} ${spot.y})`}
      role="button"
      tabIndex={-1}
      aria-label={props.label}
      onClick={props.onOpen}
      onKeyDown={(event) => {
        if (event.key === 'Enter') props.onOpen();
      }}
      onPointerEnter={() => props.onActive(true)}
      onPointerLeave={() => props.onActive(false)}
    >
      <title>{props.label}</title>
      {/* As large as a finger. */}
      <circle r={Math.max(16, radius)} className="map-reach" />
      {spot.count === 1 ? (
        <circle r={radius} className="map-dot" data-light={LIGHTS.find((light) => spot.lights[light] !== undefined)} />
      ) : (
        <>
          <circle r={radius} className="map-disc" />
          <Ring spot={spot} radius={radius - 2} />
          <text className="map-count" dy="0.35em">
            {shortNumber(spot.count)}
          </text>
        </>
      )}
    </g>
  );
}

/** Each light's share of the ring, the weightiest first, from the top. */
function Ring({ spot, radius }: { readonly spot: Spot; readonly radius: number }) {
  const round = 2 * Math.PI * radius;
  let from = 0;
  return LIGHTS.map((light) => {
    const share = (spot.lights[light] ?? 0) / spot.count;
    if (share === 0) return null;
    const start = from;
    from += share;
    return (
      <circle
        key={light}
        r={radius}
        className="map-ring"
        data-light={light}
        strokeDasharray={`${share * round} ${round}`}
        strokeDashoffset={-start * round}
        transform="rotate(-90)"
      />
    );
  });
}

/** 1234 → 1.2k: a number must fit its circle. */
function shortNumber(count: number): string {
  if (count < 1000) return String(count);
  if (count < 10_000) return `${Math.floor(count / 100) / 10}k`;
  return count < 1_000_000 ? `${Math.floor(count / 1000)}k` : `${Math.floor(count / 100_000) / 10}M`;
}
