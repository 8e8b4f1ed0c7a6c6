export type { AreaMeasure } from './area-measure.ts';
export { lights } from './case-layer.ts';
export { type MapTiles, mapTiles, type TileQuery } from './map-tiles.ts';
export { layers, type TileAddress } from './tile-address.ts';
export { type KeptTile, servedAtMost, servedAtMostChanged } from './tile-cache.ts';
