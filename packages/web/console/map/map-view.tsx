import { HomeOutlined, MinusOutlined, PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useRef } from 'react';
import { useReader } from '../reader/index.ts';
import { useKeys } from '../shell/keys.ts';
import { AreaNames, AreaShapes, tileTransform } from './area-shapes.tsx';
import type { AreaName } from './areas.ts';
import { type Camera, moved, type View, zoomed } from './camera.ts';
import type { DecodedTile } from './decoded-tile.ts';
import { SpotMark } from './spot-mark.tsx';
import type { Spot } from './spots.ts';
import { useGestures } from './use-gestures.ts';

/** How far an arrow key goes, in points of the screen. */
const STRIDE = 90;

/** The drawing: outlines of the areas, their names, and the cases upon them. */
export function MapView(props: {
  readonly camera: Camera;
  readonly view: View;
  readonly areas: readonly DecodedTile[];
  readonly names: readonly AreaName[];
  readonly spots: readonly Spot[];
  readonly active: string | undefined;
  readonly attribution: string;
  readonly labelOf: (spot: Spot) => string;
  readonly onActive: (key: string | undefined) => void;
  readonly onOpen: (spot: Spot) => void;
  readonly onChange: (next: (camera: Camera) => Camera) => void;
  readonly onHome: () => void;
}) {
  const { camera, view, onChange } = props;
  const { t, locale } = useReader();
  const svg = useRef<SVGSVGElement>(null);
  const { wasDragged } = useGestures(svg, view, onChange);
  const middle = { x: view.width / 2, y: view.height / 2 };
  const nearer = (by: number) => onChange((before) => zoomed(before, by, middle, view));
  const keys: Readonly<Record<string, () => void>> = {
    ArrowLeft: () => onChange((before) => moved(before, STRIDE, 0)),
    ArrowRight: () => onChange((before) => moved(before, -STRIDE, 0)),
    ArrowUp: () => onChange((before) => moved(before, 0, STRIDE)),
    ArrowDown: () => onChange((before) => moved(before, 0, -STRIDE)),
    '+': () => nearer(1),
    '=': () => nearer(1),
    '-': () => nearer(-1),
    '0': props.onHome,
  };
  useKeys('map.title', [
    { key: '↑ ↓ ← →', says: t('map.move') },
    { key: '+', says: t('map.nearer') },
    { key: '−', says: t('map.further') },
    { key: '0', says: t('map.whole') },
  ]);
  return (
    <>
      <svg
        ref={svg}
        className="map-drawing"
        width={view.width}
        height={view.height}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it is moved by arrow keys
        tabIndex={0}
        role="application"
        aria-label={t('map.drawing')}
        onDoubleClick={(event) => {
          const box = event.currentTarget.getBoundingClientRect();
          const at = { x: event.clientX - box.left, y: event.clientY - box.top };
          onChange((before) => zoomed(before, 1, at, view));
        }}
        onKeyDown={(event) => {
          const act = event.ctrlKey || event.metaKey || event.altKey ? undefined : keys[event.key];
          if (act === undefined) return;
          event.preventDefault();
          act();
        }}
      >
        {props.areas.map((decoded) => {
          const { z, x, y } = decoded.tile;
          return (
            <g key={`${z}/${x}/${y}`} transform={tileTransform(decoded.tile, camera, view)}>
              <AreaShapes decoded={decoded} />
            </g>
          );
        })}
        <AreaNames names={props.names} locale={locale} camera={camera} view={view} />
        {/* The smallest on top: a large one leaves room beside it. */}
        {props.spots.map((spot) => (
          <SpotMark
            key={spot.key}
            spot={spot}
            label={props.labelOf(spot)}
            active={props.active === spot.key}
            onActive={(active) => props.onActive(active ? spot.key : undefined)}
            onOpen={() => {
              if (!wasDragged()) props.onOpen(spot);
            }}
          />
        ))}
      </svg>
      <div className="map-buttons">
        <Button
          icon={<PlusOutlined />}
          aria-label={t('map.nearer')}
          title={t('map.nearer')}
          onClick={() => nearer(1)}
        />
        <Button
          icon={<MinusOutlined />}
          aria-label={t('map.further')}
          title={t('map.further')}
          onClick={() => nearer(-1)}
        />
        <Button icon={<HomeOutlined />} aria-label={t('map.whole')} title={t('map.whole')} onClick={props.onHome} />
      </div>
      <p className="map-attribution">{props.attribution}</p>
    </>
  );
}
