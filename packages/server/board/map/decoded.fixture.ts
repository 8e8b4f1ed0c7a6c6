import { VectorTile } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';

/** What is on a tile, read by another library than the one that wrote it. */
export interface Decoded {
  readonly type: number;
  readonly tags: Readonly<Record<string, number | string | boolean>>;
  readonly rings: readonly (readonly { readonly x: number; readonly y: number }[])[];
}

export function decoded(bytes: Uint8Array | null, layer: string): readonly Decoded[] {
  if (bytes === null) return [];
  const tile = new VectorTile(new PbfReader(bytes));
  const names = Object.keys(tile.layers);
  if (names.length !== 1 || names[0] !== layer) throw new Error(`The tile holds ${names.join(', ')}.`);
  const found = tile.layers[layer];
  if (found === undefined || found.version !== 2 || found.extent !== 4096) throw new Error('Not a layer of version 2.');
  return Array.from({ length: found.length }, (_, index) => {
    const feature = found.feature(index);
    return { type: feature.type, tags: feature.properties, rings: feature.loadGeometry() };
  });
}
