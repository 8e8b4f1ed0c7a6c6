import { projected } from '@huying/kit/map';
import { useMemo } from 'react';
import { useNavigate } from 'react-router';
import { AreaNames, AreaShapes, tileTransform } from '../map/area-shapes.tsx';
import { areaNames } from '../map/areas.ts';
import { fitted, onScreen, tilesIn } from '../map/camera.ts';
import { useLayer, useTiles } from '../map/map-data.ts';
import { useView } from '../map/use-view.ts';
import { useReader } from '../reader/index.ts';
import type { Placed } from './placed.ts';

const OUTLINE = {
  circle: 'M0-7A7 7 0 1 1 0 7A7 7 0 1 1 0-7Z',
  square: 'M-6.5-6.5H6.5V6.5H-6.5Z',
  triangle: 'M0-8L8 6.5H-8Z',
} as const;

/** The district's own outline with promises and sites upon it. */
export function PlaceMap(props: { readonly placed: readonly Placed[]; readonly label: string }) {
  const { t, locale } = useReader();
  const navigate = useNavigate();
  const [box, view] = useView();
  const layer = useLayer('areas');
  const camera = layer.data && view && fitted(layer.data.bounds, view);
  const areas = useTiles('areas', camera && view ? tilesIn(camera, view, layer.data?.maxzoom ?? 16) : [], undefined);
  // On a small drawing only streets have room for their names.
  const names = useMemo(() => areaNames(areas.tiles).filter(({ level }) => level === 'street'), [areas.tiles]);
  const drawn = areas.tiles.map((decoded) => ({
    ...decoded,
    features: decoded.features.filter(({ tags }) => tags.level === 'street'),
  }));
  return (
    <div ref={box} className="place-map">
      {camera && view && (
        // biome-ignore lint/a11y/useSemanticElements: a drawing is no fieldset
        <svg width={view.width} height={view.height} role="group" aria-label={props.label}>
          {drawn.map((decoded) => {
            const { z, x, y } = decoded.tile;
            return (
              <g key={`${z}/${x}/${y}`} transform={tileTransform(decoded.tile, camera, view)}>
                <AreaShapes decoded={decoded} />
              </g>
            );
          })}
          <AreaNames names={names} locale={locale} camera={camera} view={view} />
          {props.placed.map((one) => {
            const place = projected(one.longitude, one.latitude);
            if (place === null) return null;
            const { x, y } = onScreen(place, camera, view);
            return (
              // biome-ignore lint/a11y/useSemanticElements: an anchor of HTML cannot stand in a drawing
              <g
                key={one.id}
                role="link"
                tabIndex={0}
                aria-label={one.name}
                className="place"
                data-light={one.light}
                data-hollow={one.hollow}
                transform={`translate(${x} ${y})`}
                onClick={() => void navigate(one.to)}
                onKeyDown={(event) => {
                  if (event.key === 'Enter') void navigate(one.to);
                }}
              >
                <title>{one.name}</title>
                <circle r={14} className="map-reach" />
                <path d={OUTLINE[one.shape]} />
              </g>
            );
          })}
        </svg>
      )}
      {layer.data === undefined && !layer.isPending && <p className="quiet">{t('board.noOutline')}</p>}
      <p className="map-attribution">{layer.data?.attribution ?? ''}</p>
    </div>
  );
}
