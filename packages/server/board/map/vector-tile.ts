import { fromGeojsonVt } from '@maplibre/vt-pbf';

/** Units along a tile's side, in which what is on it is placed. */
export const extent = 4096;

type Ring = readonly (readonly [number, number])[];

/** Something on a tile: a point (1) or an area (3), placed in the tile's units, with what is said of it. */
export type TileFeature = { readonly tags: Readonly<Record<string, string | number | boolean>> } & (
  | { readonly type: 1; readonly geometry: Ring }
  | { readonly type: 3; readonly geometry: readonly Ring[] }
);

/** The bytes of a Mapbox vector tile (version 2.1) of one layer; null where nothing is on it. */
export function encodeTile(layer: string, features: readonly TileFeature[]): Buffer | null {
  if (features.length === 0) return null;
  return Buffer.from(fromGeojsonVt({ [layer]: { features } as never }, { version: 2, extent }));
}
