import type { Position, Tile } from '@huying/kit/map';
import { VectorTile } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';

/** Something on a tile, its places on the square map (0 to 1). */
export interface Feature {
  readonly tags: Readonly<Record<string, string | number | boolean>>;
  readonly rings: readonly (readonly Position[])[];
}

export interface DecodedTile {
  readonly tile: Tile;
  readonly features: readonly Feature[];
}

/** Reads a vector tile of one layer; null is a tile on which nothing is. */
export function decodedTile(tile: Tile, layer: string, bytes: Uint8Array | null): DecodedTile {
  const found = bytes === null ? undefined : new VectorTile(new PbfReader(bytes)).layers[layer];
  if (found === undefined) return { tile, features: [] };
  const side = 2 ** tile.z;
  const placed = ({ x, y }: Position): Position => ({
    x: (tile.x + x / found.extent) / side,
    y: (tile.y + y / found.extent) / side,
  });
  const features = Array.from({ length: found.length }, (_, index) => {
    const feature = found.feature(index);
    return { tags: feature.properties, rings: feature.loadGeometry().map((ring) => ring.map(placed)) };
  });
  return { tile, features };
}
