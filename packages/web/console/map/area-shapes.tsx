import { memo } from 'react';
import type { AreaName } from './areas.ts';
import type { Camera, View } from './camera.ts';
import { onScreen, worldSize } from './camera.ts';
import type { DecodedTile, Feature } from './decoded-tile.ts';

/** The outlines of one tile's areas, cut off at its edges: what is beyond is another tile's. Drawn once, then only moved. */
export const AreaShapes = memo(function AreaShapes({ decoded }: { readonly decoded: DecodedTile }) {
  const { z, x, y } = decoded.tile;
  const id = `tile-${z}-${x}-${y}`;
  return (
    <>
      <clipPath id={id}>
        <rect x={0} y={0} width={1} height={1} />
      </clipPath>
      <g clipPath={`url(#${id})`}>
        {decoded.features.map((feature) => (
          <path key={String(feature.tags.code)} className="map-land" d={pathOf(feature, decoded.tile)} />
        ))}
        {coarsestLast(decoded.features).map((feature) => (
          <path
            key={String(feature.tags.code)}
            className="map-area"
            data-level={feature.tags.level}
            d={pathOf(feature, decoded.tile)}
            vectorEffect="non-scaling-stroke"
          />
        ))}
      </g>
    </>
  );
});

/** The border of a street is drawn over those of its communities. */
function coarsestLast(features: readonly Feature[]): readonly Feature[] {
  return [...features].sort((a, b) => LEVELS.indexOf(String(a.tags.level)) - LEVELS.indexOf(String(b.tags.level)));
}

const LEVELS = ['cell', 'community', 'street'];

/** Where a tile lies on the screen, as a transform of its square from 0 to 1. */
export function tileTransform({ z, x, y }: DecodedTile['tile'], camera: Camera, view: View): string {
  const side = 2 ** z;
  const corner = onScreen({ x: x / side, y: y / side }, camera, view);
  return `translate(${corner.x} ${corner.y}) scale(${worldSize(camera.zoom) / side})`;
}

function pathOf({ rings }: Feature, { z, x, y }: DecodedTile['tile']): string {
  const side = 2 ** z;
  const point = (at: { readonly x: number; readonly y: number }) =>
    `${(at.x * side - x).toFixed(5)} ${(at.y * side - y).toFixed(5)}`;
  return rings.map((ring) => `M${ring.map(point).join('L')}Z`).join('');
}

/** The names of the areas for which there is room: within the area, and beside one another. */
export function AreaNames(props: {
  readonly names: readonly AreaName[];
  readonly locale: 'zh' | 'en';
  readonly camera: Camera;
  readonly view: View;
}) {
  const { camera, view, locale } = props;
  const size = worldSize(camera.zoom);
  const written: { readonly x: number; readonly y: number; readonly half: number }[] = [];
  const coarsestFirst = [...props.names].sort((a, b) => LEVELS.indexOf(b.level) - LEVELS.indexOf(a.level));
  return coarsestFirst.map(({ code, level, name, at, width }) => {
    const wide = [...name[locale]].length * (locale === 'zh' ? 13 : 7);
    const { x, y } = onScreen(at, camera, view);
    const covers = written.some((one) => Math.abs(one.x - x) < one.half + wide / 2 && Math.abs(one.y - y) < 16);
    if (covers || width * size < wide) return null;
    written.push({ x, y, half: wide / 2 });
    return (
      <text key={code} className="map-name" data-level={level} x={x} y={y}>
        {name[locale]}
      </text>
    );
  });
}
