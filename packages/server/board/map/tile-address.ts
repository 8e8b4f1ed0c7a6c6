import { HuyingError } from '@huying/kit/error';
import { cellZoom, type Tile } from '@huying/kit/map';

/** What there is to be drawn, and the deepest zoom of each: beyond it a page enlarges. */
export const layers = { areas: 16, cases: cellZoom } as const;
export type Layer = keyof typeof layers;

/** The address of a tile as it came: texts. */
export interface TileAddress {
  readonly layer: string;
  readonly z: string;
  readonly x: string;
  /** The row, with the ending of the format: `443.mvt`. */
  readonly file: string;
}

const WHOLE = /^(0|[1-9]\d{0,6})$/;

/** Reads the address of a tile. Throws request.notFound for another format, map.layer, map.tile. */
export function readAddress({ layer, z, x, file }: TileAddress): { readonly layer: Layer; readonly tile: Tile } {
  if (!file.endsWith('.mvt')) throw new HuyingError('request.notFound');
  requireLayer(layer);
  const y = file.slice(0, -'.mvt'.length);
  const deepest = layers[layer];
  const [zoom, column, row] = [z, x, y].map((text) => (WHOLE.test(text) ? Number(text) : Number.NaN)) as [
    number,
    number,
    number,
  ];
  const side = 2 ** zoom;
  if (!(zoom <= deepest && column < side && row < side)) {
    const [shownZ, shownX, shownY] = [z, x, y].map((text) => text.slice(0, 20));
    throw new HuyingError('map.tile', { z: shownZ ?? '', x: shownX ?? '', y: shownY ?? '', deepest });
  }
  return { layer, tile: { z: zoom, x: column, y: row } };
}

/** Throws map.layer. */
export function requireLayer(name: string): asserts name is Layer {
  if (!Object.hasOwn(layers, name)) throw new HuyingError('map.layer', { layer: name.slice(0, 40) });
}
