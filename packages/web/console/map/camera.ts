import { type Position, projected, type Tile, unprojected } from '@huying/kit/map';

/** Where one looks: the middle of the view on the square map, and how near. At zoom z the whole map is 512 · 2^z points wide. */
export interface Camera extends Position {
  readonly zoom: number;
}

/** The view in points of the screen. */
export interface View {
  readonly width: number;
  readonly height: number;
}

export type Bounds = readonly [west: number, south: number, east: number, north: number];

const TILE = 512;
export const NEAREST = 19;
export const FURTHEST = 3;

/** Points of the screen in which the whole map is wide. */
export const worldSize = (zoom: number): number => TILE * 2 ** zoom;

/** Where a position of the map is on the screen. */
export function onScreen(position: Position, camera: Camera, view: View): Position {
  const size = worldSize(camera.zoom);
  return {
    x: (position.x - camera.x) * size + view.width / 2,
    y: (position.y - camera.y) * size + view.height / 2,
  };
}

/** The position of the map under a point of the screen. */
export function onMap(point: Position, camera: Camera, view: View): Position {
  const size = worldSize(camera.zoom);
  return {
    x: camera.x + (point.x - view.width / 2) / size,
    y: camera.y + (point.y - view.height / 2) / size,
  };
}

/** Moves what is seen by points of the screen. */
export function moved(camera: Camera, dx: number, dy: number): Camera {
  const size = worldSize(camera.zoom);
  return within({ ...camera, x: camera.x - dx / size, y: camera.y - dy / size });
}

/** Looks nearer or from further away; what is under the point of the screen stays there. */
export function zoomed(camera: Camera, by: number, at: Position, view: View): Camera {
  const zoom = Math.min(NEAREST, Math.max(FURTHEST, camera.zoom + by));
  const held = onMap(at, camera, view);
  const size = worldSize(zoom);
  return within({ zoom, x: held.x - (at.x - view.width / 2) / size, y: held.y - (at.y - view.height / 2) / size });
}

/** The nearest look at which all of the bounds is seen, with a little room around. */
export function fitted([west, south, east, north]: Bounds, view: View): Camera {
  const upper = projected(west, north) ?? { x: 0, y: 0 };
  const lower = projected(east, south) ?? { x: 1, y: 1 };
  const [wide, high] = [Math.max(1e-7, lower.x - upper.x), Math.max(1e-7, lower.y - upper.y)];
  const zoom = Math.log2(Math.min(view.width / wide, view.height / high) / TILE) - 0.1;
  return {
    x: (upper.x + lower.x) / 2,
    y: (upper.y + lower.y) / 2,
    zoom: Math.min(NEAREST, Math.max(FURTHEST, zoom)),
  };
}

/** The tiles of which something is seen, those of the zoom that fits best and of none deeper than there are. */
export function tilesIn(camera: Camera, view: View, deepest: number): readonly Tile[] {
  const z = Math.min(deepest, Math.max(0, Math.round(camera.zoom)));
  const side = 2 ** z;
  const column = (position: number) => Math.min(side - 1, Math.max(0, Math.floor(position * side)));
  const [upper, lower] = [onMap({ x: 0, y: 0 }, camera, view), onMap({ x: view.width, y: view.height }, camera, view)];
  const tiles: Tile[] = [];
  for (let y = column(upper.y); y <= column(lower.y); y++) {
    for (let x = column(upper.x); x <= column(lower.x); x++) tiles.push({ z, x, y });
  }
  return tiles;
}

/** How a look is written into the address of the page: latitude, longitude, zoom. */
export function cameraText(camera: Camera): string {
  const { longitude, latitude } = unprojected(camera);
  return `${latitude.toFixed(5)},${longitude.toFixed(5)},${camera.zoom.toFixed(2)}`;
}

/** The look written in an address; undefined where that is none. */
export function cameraOf(text: string | null): Camera | undefined {
  const [latitude, longitude, zoom] = (text ?? '').split(',').map((part) => (part === '' ? Number.NaN : Number(part)));
  if (latitude === undefined || longitude === undefined || zoom === undefined) return undefined;
  const middle = projected(longitude, latitude);
  if (middle === null || !(zoom >= FURTHEST && zoom <= NEAREST)) return undefined;
  return { ...middle, zoom };
}

function within(camera: Camera): Camera {
  return { ...camera, x: Math.min(1, Math.max(0, camera.x)), y: Math.min(1, Math.max(0, camera.y)) };
}
